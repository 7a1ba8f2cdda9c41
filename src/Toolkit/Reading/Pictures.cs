using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>What is wrong with a picture's file, as the rest of a sentence that begins with it, and what would be right.</summary>
/// <param name="Reason">Such as "is cut off".</param>
/// <param name="Advice">What to do.</param>
internal sealed record PictureFault(string Reason, string Advice);

/// <summary>
/// Looks whether a file is the picture that its name says, whole and of a sensible size, before programs that know no line of
/// the content stumble over it.
/// </summary>
internal static class Pictures
{
    private const int MostPixels = 100_000_000;
    private const string SaveAgain = "Open it in a program for pictures, and save it anew.";
    private static readonly PictureFault Cut = new("is cut off: its end is missing or broken", "Copy it anew from where it came from.");

    /// <summary>What is wrong with a picture; null where it can be shown.</summary>
    /// <param name="file">Full path.</param>
    public static PictureFault? FaultOf(string file)
    {
        try
        {
            return FaultOf(PlainFile.Read(file, InputFiles.MostBytes), Path.GetExtension(file).ToLowerInvariant());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new PictureFault("cannot be read", "See that nobody else has it open, and that you may read it.");
        }
    }

    /// <summary>What is wrong with a picture; null where it can be shown.</summary>
    /// <param name="bytes">What its file holds.</param>
    /// <param name="ending">Of its name, in small letters, such as <c>.png</c>.</param>
    public static PictureFault? FaultOf(byte[] bytes, string ending)
    {
        if (bytes.Length == 0)
        {
            return new PictureFault("is an empty file", "Copy it anew from where it came from.");
        }

        var named = ending is ".jpeg" ? ".jpg" : ending;
        if (named is not (".png" or ".jpg" or ".gif" or ".webp" or ".svg"))
        {
            return new PictureFault($"is of a kind that not every browser and document shows ('{ending}')", "Save it as .png, .jpg or .svg.");
        }

        var found = KindOf(bytes);
        if (found is null && named != ".svg")
        {
            return new PictureFault($"is no picture, though its name ends in '{ending}'", SaveAgain);
        }

        if (found is not null && found != named)
        {
            return new PictureFault($"is a {found} file, though its name ends in '{ending}'", $"Rename it so that it ends in {found}.");
        }

        return named switch
        {
            ".png" => Png(bytes),
            ".jpg" => Jpeg(bytes),
            ".gif" => Gif(bytes),
            ".webp" => bytes.Length < 30 || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)) > bytes.Length - 8 ? Cut : null,
            _ => Svg(bytes),
        };
    }

    private static string? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] ? ".png"
        : bytes is [0xFF, 0xD8, 0xFF, ..] ? ".jpg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? ".gif"
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? ".webp"
        : null;

    private static PictureFault? Size(long width, long height) =>
        width <= 0 || height <= 0 ? new PictureFault("says that it has no size", SaveAgain)
        : width * height > MostPixels ? new PictureFault($"is {width} by {height} pixels large, which is more than programs can hold", "Save it smaller: 2000 pixels are plenty for a page.")
        : null;

    private static PictureFault? Png(byte[] bytes)
    {
        var (width, height, bits, interlaced) = (0L, 0L, 0, false);
        var (palette, color, ended) = (false, 0, false);
        using var data = new MemoryStream();
        for (var at = 8; !ended;)
        {
            if (at + 12 > bytes.Length)
            {
                return Cut;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12)
            {
                return Cut;
            }

            var chunk = bytes.AsSpan(at + 4, (int)length + 4);
            if (Checksum(chunk) != BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + (int)length)))
            {
                return Cut;
            }

            var content = chunk[4..];
            if (at == 8 && (!chunk.StartsWith("IHDR"u8) || content.Length != 13))
            {
                return Cut;
            }

            if (at == 8)
            {
                (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
                color = content[9];
                var channels = color switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
                bits = channels * content[8];
                interlaced = content[12] == 1;
                if (Size(width, height) is { } fault)
                {
                    return fault;
                }

                if (channels == 0 || content[8] is not (1 or 2 or 4 or 8 or 16) || (channels > 1 && content[8] < 8) || (color == 3 && content[8] > 8) || content[10] != 0 || content[11] != 0 || content[12] > 1)
                {
                    return new PictureFault("is of a kind of .png that nobody knows", SaveAgain);
                }
            }
            else if (chunk.StartsWith("PLTE"u8))
            {
                palette = true;
            }
            else if (chunk.StartsWith("IDAT"u8))
            {
                data.Write(content);
            }

            ended = chunk.StartsWith("IEND"u8);
            at += 12 + (int)length;
        }

        data.Position = 0;
        return (color != 3 || palette) && HoldsRows(data, width, height, bits, interlaced) ? null : Cut;
    }

    /// <summary>Whether packed data holds all rows of a PNG, each with one of the five filters at its start.</summary>
    private static bool HoldsRows(Stream packed, long width, long height, int bits, bool interlaced)
    {
        (int X, int Y, int StepX, int StepY)[] passes = interlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        try
        {
            using var rows = new ZLibStream(packed, CompressionMode.Decompress);
            foreach (var (x, y, stepX, stepY) in passes)
            {
                var (wide, high) = ((width - x + stepX - 1) / stepX, (height - y + stepY - 1) / stepY);
                var row = new byte[1 + (((wide * bits) + 7) / 8)];
                for (var line = 0L; wide > 0 && line < high; line++)
                {
                    rows.ReadExactly(row);
                    if (row[0] > 4)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            return false;
        }
    }

    /// <summary>The CRC-32 that PNG writes behind each part.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (0 - (sum & 1)));
            }
        }

        return ~sum;
    }

    private static PictureFault? Jpeg(byte[] bytes)
    {
        var (sized, scanned) = (false, false);
        for (var at = 2; at + 1 < bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return Cut;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                return sized && scanned ? null : Cut;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
                continue;
            }

            if (at + 4 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2)) is var length && (length < 2 || at + 2 + length > bytes.Length))
            {
                return Cut;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8 || Size(BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 5))) is { } fault)
                {
                    return length < 8 ? Cut : new PictureFault("says that it has no size", SaveAgain);
                }

                sized = true;
            }

            at += 2 + length;
            if (marker == 0xDA)
            {
                scanned = true;
                // What was scanned goes on to the next marker; a zero behind FF says that the FF belongs to it.
                while (at + 1 < bytes.Length && (bytes[at] != 0xFF || bytes[at + 1] is 0x00 or (>= 0xD0 and <= 0xD7)))
                {
                    at++;
                }
            }
        }

        return Cut;
    }

    private static PictureFault? Gif(byte[] bytes)
    {
        if (bytes.Length < 14)
        {
            return Cut;
        }

        if (Size(BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8))) is { } fault)
        {
            return fault;
        }

        return bytes.AsSpan().TrimEnd((byte)0)[^1] == 0x3B ? null : Cut;
    }

    private static PictureFault? Svg(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 50_000_000 });
            reader.MoveToContent();
            if (reader.LocalName != "svg" || reader.NamespaceURI != "http://www.w3.org/2000/svg")
            {
                return new PictureFault("is no picture, though its name ends in '.svg'", SaveAgain);
            }

            while (reader.Read())
            {
            }

            return null;
        }
        catch (XmlException problem)
        {
            return new PictureFault($"cannot be read (line {problem.LineNumber}, column {problem.LinePosition} of its file)", SaveAgain);
        }
    }
}
