using System.Buffers.Binary;

namespace Toolkit.Reading;

/// <summary>What the bytes of a picture say of it, whatever its name says.</summary>
internal static class PictureFile
{
    /// <summary>The endings of pictures that can be told by their first bytes.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["png", "jpg", "jpeg", "gif", "webp", "avif", "ico"];

    /// <summary>The usual ending of the picture that these bytes begin, without a dot; null where they begin none.</summary>
    public static string? EndingOf(ReadOnlySpan<byte> file) =>
        file is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] ? "png"
        : file is [0xFF, 0xD8, 0xFF, ..] ? "jpg"
        : file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) ? "gif"
        : file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? "webp"
        : file.Length > 12 && file[4..].StartsWith("ftyp"u8) && (file[8..].StartsWith("avif"u8) || file[8..].StartsWith("avis"u8)) ? "avif"
        : file is [0, 0, 1, 0, ..] ? "ico"
        : null;

    /// <summary>Whether these two endings name one kind of picture.</summary>
    public static bool IsSame(string one, string other) => Simple(one) == Simple(other);

    /// <summary>
    /// Whether a picture says where on earth it was taken: cameras and phones write that into EXIF and XMP. Looks for the
    /// blocks themselves, so that it finds them in JPEG, PNG, WebP and AVIF alike.
    /// </summary>
    public static bool TellsPlace(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf("GPSLatitude"u8) >= 0)
        {
            return true;
        }

        return TellsPlace(file, "Exif\0\0"u8, 0) || TellsPlace(file, "eXIf"u8, 0) || TellsPlace(file, "EXIF"u8, 4);
    }

    private static bool TellsPlace(ReadOnlySpan<byte> file, ReadOnlySpan<byte> marker, int between)
    {
        for (var at = file.IndexOf(marker); at >= 0;)
        {
            var start = at + marker.Length + between;
            if (start < file.Length && ExifTellsPlace(file[start..]))
            {
                return true;
            }

            var next = file[(at + 1)..].IndexOf(marker);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>EXIF is a TIFF file: entry 0x8825 of its first list leads to the list of the place, whose entries 2 and 4 are latitude and longitude.</summary>
    private static bool ExifTellsPlace(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return false;
        }

        var little = tiff[0] == 'I';
        return Entry(tiff, Number(tiff[4..], 4, little), 0x8825, little) is { } place
            && (Entry(tiff, place, 2, little) ?? Entry(tiff, place, 4, little)) is not null;
    }

    private static uint? Entry(ReadOnlySpan<byte> tiff, uint list, uint tag, bool little)
    {
        if (list > tiff.Length - 2)
        {
            return null;
        }

        var count = (int)Number(tiff[(int)list..], 2, little);
        for (var at = (int)list + 2; count > 0 && at <= tiff.Length - 12; at += 12, count--)
        {
            if (Number(tiff[at..], 2, little) == tag)
            {
                return Number(tiff[(at + 8)..], 4, little);
            }
        }

        return null;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int size, bool little) => (size, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };

    private static string Simple(string ending) => ending.ToLowerInvariant() is "jpeg" ? "jpg" : ending.ToLowerInvariant();
}
