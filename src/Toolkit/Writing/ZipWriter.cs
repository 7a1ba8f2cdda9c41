using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Toolkit.Writing;

/// <summary>
/// Writes a .zip that says nothing of when, where and by whom it was made: the same files give the same bytes. Names are UTF-8,
/// files can be read by everybody once they are unpacked.
/// </summary>
internal static class ZipWriter
{
    /// <summary>Bytes of all packed files together beyond which no .zip is written: programs that unpack them begin to differ.</summary>
    public const long Limit = 1_000_000_000;

    private const int CountLimit = 60_000;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;
    private const ushort Deflated = 8;

    /// <summary>January 1, 1980, the first day that a .zip can name.</summary>
    private const uint Day = 0x0021_0000;

    private const uint PlainFile = 0b1_000_000_110_100_100u << 16;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <summary>Packs files in their order; null where they are more, or larger, than every program can unpack.</summary>
    /// <param name="files">With paths that are each there once.</param>
    /// <param name="cancellation">Ends it.</param>
    public static byte[]? Pack(IReadOnlyList<OutputFile> files, CancellationToken cancellation)
    {
        if (files.Count > CountLimit)
        {
            return null;
        }

        var packed = new Packed[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellation }, i => packed[i] = Packed.Of(files[i]));
        var total = packed.Sum(p => (long)p.Content.Length);
        return total > Limit ? null : Write(packed, (int)total);
    }

    private static byte[] Write(Packed[] packed, int total)
    {
        var zip = new MemoryStream(total + packed.Length * 200);
        var offsets = new uint[packed.Length];
        for (var i = 0; i < packed.Length; i++)
        {
            offsets[i] = (uint)zip.Position;
            Numbers(zip, 0x04034b50u);
            packed[i].Describe(zip);
            zip.Write(packed[i].Name);
            zip.Write(packed[i].Content);
        }

        var start = (uint)zip.Position;
        for (var i = 0; i < packed.Length; i++)
        {
            // Made by a Unix program, so that rights are understood.
            Numbers(zip, 0x02014b50u, (ushort)(3 << 8 | Version));
            packed[i].Describe(zip);
            Numbers(zip, (ushort)0, (ushort)0, (ushort)0, PlainFile, offsets[i]);
            zip.Write(packed[i].Name);
        }

        var length = (uint)zip.Position - start;
        Numbers(zip, 0x06054b50u, (ushort)0, (ushort)0, (ushort)packed.Length, (ushort)packed.Length, length, start, (ushort)0);
        return zip.ToArray();
    }

    /// <summary>Writes numbers of two or four bytes, least first.</summary>
    private static void Numbers(Stream stream, params object[] numbers)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var number in numbers)
        {
            if (number is ushort small)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, small);
                stream.Write(bytes[..2]);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)number);
                stream.Write(bytes);
            }
        }
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? 0xEDB88320u ^ crc >> 1 : crc >> 1;
        }

        return crc;
    }

    /// <summary>A file as it lies in the .zip.</summary>
    private sealed record Packed(byte[] Name, byte[] Content, bool IsDeflated, uint Crc, int Size)
    {
        public static Packed Of(OutputFile file)
        {
            var bytes = file.Bytes;
            var crc = uint.MaxValue;
            foreach (var one in bytes)
            {
                crc = CrcTable[(byte)(crc ^ one)] ^ crc >> 8;
            }

            using var deflated = new MemoryStream();
            using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            {
                deflate.Write(bytes);
            }

            var smaller = deflated.Length < bytes.Length;
            return new Packed(Encoding.UTF8.GetBytes(file.Path), smaller ? deflated.ToArray() : bytes, smaller, ~crc, bytes.Length);
        }

        /// <summary>What both headers of a file have in common.</summary>
        public void Describe(Stream zip) =>
            Numbers(zip, Version, NamesAreUtf8, IsDeflated ? Deflated : (ushort)0, Day, Crc, (uint)Content.Length, (uint)Size, (ushort)Name.Length, (ushort)0);
    }
}
