using System.Security.Cryptography;

namespace Toolkit.Writing;

/// <summary>
/// What the toolkit puts beside an output folder while it writes: on the same disk, so that it can take the folder's place,
/// under names that nobody else uses.
/// </summary>
/// <param name="Parent">Folder that holds them all.</param>
/// <param name="Prefix">What their names start with.</param>
internal sealed record OutputSiblings(string Parent, string Prefix)
{
    private const int Digits = 16;
    private const string Draft = "draft-";
    private const string Old = "old-";

    /// <summary>The file that a build holds while it writes.</summary>
    public string Lock => Path.Combine(Parent, Prefix + "lock");

    /// <summary>The siblings of an output folder.</summary>
    public static OutputSiblings Of(string folder) => new(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.toolkit-");

    /// <summary>A folder for what comes that is not there yet.</summary>
    public string NewDraft() => New(Draft);

    /// <summary>A folder for what goes that is not there yet.</summary>
    public string NewOld() => New(Old);

    /// <summary>What builds that were killed left of new content. Nobody writes to it any more, if one has the turn.</summary>
    public IReadOnlyList<string> Drafts() => Left(Draft);

    /// <summary>What builds that were killed left of old content, the newest first.</summary>
    public IReadOnlyList<string> Olds() => Left(Old);

    /// <summary>Whether a killed build left anything, or another is just writing.</summary>
    public bool Any() => File.Exists(Lock) || Drafts().Count + Olds().Count > 0;

    private string New(string kind)
    {
        string path;
        do
        {
            path = Path.Combine(Parent, Prefix + kind + RandomNumberGenerator.GetHexString(Digits, lowercase: true));
        }
        while (Path.Exists(path));
        return path;
    }

    /// <summary>Only folders, no links, with a name as <see cref="New"/> makes it, that are empty or carry the mark.</summary>
    private List<string> Left(string kind) => !Directory.Exists(Parent)
        ? []
        : [.. new DirectoryInfo(Parent).EnumerateDirectories()
            .Where(f => f.Name.StartsWith(Prefix + kind, StringComparison.Ordinal) && f.Name.Length == Prefix.Length + kind.Length + Digits
                && f.Name[^Digits..].All(char.IsAsciiHexDigitLower) && f.LinkTarget is null && (OutputMark.IsOn(f.FullName) || OutputMark.IsEmpty(f.FullName)))
            .OrderByDescending(f => f.LastWriteTimeUtc)
            .Select(f => f.FullName)];
}
