using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>
/// Which names files of a site may have. A site is built on one system, put on a host and unpacked on others: what means
/// something else on any of them is refused. Everything else is written into addresses as it must be there.
/// </summary>
public static partial class FileNames
{
    /// <summary>Most bytes of one name: what is written has a longer ending, and file systems end at 255.</summary>
    public const int LongestName = 200;

    /// <summary>Most bytes of a whole path: Windows ends at 260, folder of the site included.</summary>
    public const int LongestPath = 240;

    // The first nine cannot stand in names on Windows, and some hosts refuse the last two in files that are put there.
    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"|*\\/?#");

    /// <summary>A name with letters and their marks as one character wherever there is one, as most programs write it.</summary>
    public static string Composed(string name) => CanonicalForm.Compose(name);

    /// <summary>A name as messages show it: what cannot be seen, or would move the line, by its number.</summary>
    public static string Shown(string name) =>
        string.Concat(name.EnumerateRunes().Select(c => IsUnseen(c) ? $"<U+{c.Value:X4}>" : c.ToString()));

    /// <summary>What is wrong with a path, and what would be right; null where nothing is.</summary>
    /// <param name="path">Relative to the site, with <c>/</c>.</param>
    public static (string Message, string Advice)? FaultOf(string path)
    {
        if (path.Split('/').Select(FaultOfName).FirstOrDefault(fault => fault is not null) is { } found)
        {
            return found;
        }

        return Bytes(path) > LongestPath
            ? ($"The path of this file has {Bytes(path)} bytes; at most {LongestPath} fit.", "Shorten its name, or those of the folders.")
            : null;
    }

    /// <summary>What is wrong with the name of one file or folder, and what would be right; null where nothing is.</summary>
    public static (string Message, string Advice)? FaultOfName(string name) =>
        Fault(name) is { } fault ? ($"The name '{Shown(name)}' {fault}", $"Rename it, for example to '{Better(name)}'.") : null;

    private static string? Fault(string name)
    {
        foreach (var unseen in name.EnumerateRunes().Where(IsUnseen))
        {
            return $"holds a character that cannot be seen (U+{unseen.Value:X4}).";
        }

        if (name.AsSpan().IndexOfAny(Reserved) is >= 0 and var at)
        {
            return name[at] switch
            {
                '#' => "holds '#', which some hosts refuse: in an address it starts a place on the page.",
                '?' => "holds '?', which Windows and some hosts refuse: in an address it starts a question.",
                var c => $"holds '{c}', which has a meaning of its own on other systems.",
            };
        }

        return name.Length == 0 ? "is empty."
            : Encoded().IsMatch(name) ? "holds '%' before two digits, which hosts read as another character."
            : name[^1] is '.' or ' ' ? "ends in a dot or a space, which Windows takes off."
            : Device().IsMatch(name) ? "belongs to a device on Windows, with any ending."
            : Bytes(name) > LongestName ? $"has {Bytes(name)} bytes; at most {LongestName} fit."
            : null;
    }

    private static string Better(string name)
    {
        var better = new StringBuilder();
        foreach (var c in name.EnumerateRunes().Where(c => !IsUnseen(c)))
        {
            better.Append(c.Value == '%' || (c.IsBmp && Reserved.Contains((char)c.Value)) ? "-" : c.ToString());
        }

        var dot = better.ToString().LastIndexOf('.');
        var (stem, ending) = dot > 0 ? (better.ToString(0, dot), better.ToString(dot, better.Length - dot)) : (better.ToString(), "");
        stem = Hyphens().Replace(stem, "-").Trim(' ', '.', '-');
        while (Bytes(stem) > 60)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return (stem.Length == 0 || Device().IsMatch(stem) ? $"page{(stem.Length == 0 ? "" : "-")}{stem}" : stem) + ending.TrimEnd(' ', '.');
    }

    // The two joiners change how words of some scripts, and emoji, are written.
    private static bool IsUnseen(Rune c) => c.Value is not (0x200C or 0x200D) && (c.Value == 0xFFFD || Rune.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex("%[0-9a-f]{2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();

    [GeneratedRegex("-{2,}")]
    private static partial Regex Hyphens();
}
