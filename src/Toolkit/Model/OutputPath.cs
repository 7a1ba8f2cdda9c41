using System.Text;

namespace Toolkit.Model;

/// <summary>
/// The one rule for paths in the output. Whatever is written, and whatever an author may name as a place in the site, lies
/// inside the output folder and is the same file on every system.
/// </summary>
public static class OutputPath
{
    /// <summary>What file systems take at most for one name, in bytes.</summary>
    public const int LongestName = 255;

    /// <summary>Windows takes these names for devices, with any ending and in any case.</summary>
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Numbered("COM"), .. Numbered("LPT")], StringComparer.OrdinalIgnoreCase);

    /// <summary>Says what is wrong with a path, as the end of a sentence that starts with it; null where nothing is.</summary>
    /// <param name="path">Relative to the output folder, with <c>/</c>.</param>
    public static string? Trouble(string path)
    {
        if (path.Length == 0)
        {
            return "is empty";
        }

        if (path.Contains('\\', StringComparison.Ordinal))
        {
            return "holds a backslash, which some systems take for a slash";
        }

        if (path.StartsWith('/'))
        {
            return "starts at the root of the disk";
        }

        return path.Split('/').Select(OfName).FirstOrDefault(trouble => trouble is not null);
    }

    /// <summary>Paths that are one file on some system have the same key: letters' case and Unicode form do not part them.</summary>
    /// <param name="path">Without <see cref="Trouble"/>.</param>
    public static string Key(string path) => CanonicalForm.Compose(path).ToUpperInvariant();

    /// <summary>A path as it can be said in a message: what cannot be seen stands there by its number.</summary>
    public static string Shown(string path) => IsText(path)
        ? path
        : string.Concat(path.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' ? $"\\u{(int)c:X4}" : c.ToString()));

    private static string? OfName(string name) => OfPlainName(name) ?? (Decoded(name) is var plain && plain == name ? null : OfPlainName(plain));

    private static string? OfPlainName(string name)
    {
        if (name.Length == 0)
        {
            return "has an empty part between slashes";
        }

        // Windows drops dots and spaces from an end, and ".. " is then "..".
        if (name.AsSpan().Trim(". ").IsEmpty)
        {
            return "leads out of its folder";
        }

        if (name.AsSpan().ContainsAny('/', '\\'))
        {
            return "holds a slash that is only written in another way";
        }

        if (!IsText(name))
        {
            return "holds a character that cannot be seen";
        }

        if (name.Contains(':', StringComparison.Ordinal))
        {
            return "holds a colon, as the names of drives and the start of an address do";
        }

        if (name.AsSpan().ContainsAny("\"<>|*"))
        {
            return "holds one of the signs \" < > | * that Windows keeps for itself";
        }

        if (name[^1] is '.' or ' ')
        {
            return "has a name with a dot or a space at its end, which Windows drops";
        }

        if (Devices.Contains(name.Split('.')[0].TrimEnd()))
        {
            return "has a name that Windows keeps for a device";
        }

        return Encoding.UTF8.GetByteCount(name) > LongestName ? $"has a name longer than {LongestName} bytes" : null;
    }

    /// <summary>As hosts and browsers may read it, however often it was encoded.</summary>
    private static string Decoded(string name)
    {
        for (var again = Uri.UnescapeDataString(name); again != name; again = Uri.UnescapeDataString(name))
        {
            name = again;
        }

        return name;
    }

    /// <summary>Whether there are only characters that stand for something: no controls, no breaks of lines, no halves of characters.</summary>
    private static bool IsText(string name)
    {
        for (var at = 0; at < name.Length;)
        {
            if (!Rune.TryGetRuneAt(name, at, out var rune) || Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF)
            {
                return false;
            }

            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    private static IEnumerable<string> Numbered(string device) => "0123456789¹²³".Select(number => device + number);
}

/// <summary>The places of an output that are taken, so that no file is written over another or where a folder must be.</summary>
/// <typeparam name="T">What is known of whoever took a place.</typeparam>
internal sealed class TakenPaths<T>
{
    private readonly Dictionary<string, (string Path, T Owner)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Path, T Owner)> _folders = new(StringComparer.Ordinal);

    /// <summary>The file at a place, with its owner; null where there is none.</summary>
    public (string Path, T Owner)? At(string path) => _files.TryGetValue(OutputPath.Key(path), out var there) ? there : null;

    /// <summary>Takes a place; where it is taken already, in whole or as a folder, says by what.</summary>
    /// <param name="path">Without <see cref="OutputPath.Trouble"/>.</param>
    /// <param name="owner">Who takes it.</param>
    /// <returns>The file that is in the way, with its owner; null where the place was free and is taken now.</returns>
    public (string Path, T Owner)? Take(string path, T owner)
    {
        var key = OutputPath.Key(path);
        var above = Enumerable.Range(0, key.Length).Where(i => key[i] == '/').Select(i => key[..i]).ToList();
        if (_files.TryGetValue(key, out var there) || _folders.TryGetValue(key, out there) || above.Any(folder => _files.TryGetValue(folder, out there)))
        {
            return there;
        }

        _files.Add(key, (path, owner));
        foreach (var folder in above)
        {
            _folders.TryAdd(folder, (path, owner));
        }

        return null;
    }
}
