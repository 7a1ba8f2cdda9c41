using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>One file of the input.</summary>
/// <param name="Path">Relative to its input folder, with <c>/</c>, letters and their marks as one character.</param>
/// <param name="FullPath">Where it is on disk, as the disk writes it.</param>
public sealed record InputFile(string Path, string FullPath)
{
    /// <summary>File name with ending.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Folder relative to the input, without a slash at its end; empty for the top.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>Whether its name, or that of a folder above, starts with <c>_</c>: it is read by the builder, never published.</summary>
    public bool IsHidden => Path.Split('/').Any(part => part.StartsWith('_'));

    /// <summary>Its first place, for problems that are the whole file's.</summary>
    public SourcePosition Start => new(Path, 1, 1);

    /// <summary>Whether its ending is this one, in small or capital letters.</summary>
    public bool EndsWith(string ending) => Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is read as text: a page, settings, an SVG picture.</summary>
    public bool IsText => EndsWith(".md") || EndsWith(".yml") || EndsWith(".svg") || (EndsWith(".yaml") && Name.StartsWith('_'));

    /// <summary>As many bytes as are read of it.</summary>
    internal long Most => IsText ? InputFiles.MostText : InputFiles.MostBytes;

    /// <summary>Its bytes, if it is still the plain file that was listed.</summary>
    /// <exception cref="IOException">It cannot be read; the message names it.</exception>
    public byte[] Read()
    {
        try
        {
            return PlainFile.Read(FullPath, Most);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{FullPath} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Its bytes; null, with an error, if it cannot be read.</summary>
    public byte[]? Read(ProblemLog log)
    {
        try
        {
            return Read();
        }
        catch (IOException problem)
        {
            log.Error("TK1023", Start,
                problem.InnerException switch
                {
                    FileNotFoundException or DirectoryNotFoundException => "This file went away while the site was read.",
                    UnauthorizedAccessException => "This file may not be read.",
                    { } reason => $"This file cannot be read: {reason.Message}",
                    null => problem.Message,
                },
                "If another program is still saving it, try again; else look at who may read it, or take it out of the input.");
            return null;
        }
    }
}

/// <summary>
/// The files of all input folders as one tree: later folders lie over earlier ones. What is read at all is decided here:
/// plain files inside the folders, under names that are content.
/// </summary>
public static class InputFiles
{
    /// <summary>The most bytes of a page, of settings or of an SVG picture.</summary>
    public const long MostText = 20_000_000;

    /// <summary>The most bytes of any other file; hosts take no larger ones.</summary>
    public const long MostBytes = 100_000_000;

    /// <summary>Longest path that is looked into, in characters: whoever nests deeper has a loop, or a mistake.</summary>
    private const int LongestPath = 1000;

    /// <summary>All files, in order of path.</summary>
    /// <param name="folders">Full paths; each may be a link itself.</param>
    /// <param name="log">Takes what was left out and why.</param>
    public static IReadOnlyList<InputFile> In(IEnumerable<string> folders, ProblemLog log)
    {
        var files = new SortedDictionary<string, InputFile>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var own = new Dictionary<string, InputFile>(StringComparer.Ordinal);
            Walk(folder, "", own, log);
            foreach (var (path, file) in own)
            {
                files[path] = file;
            }
        }

        return [.. files.Values];
    }

    private static void Walk(string folder, string path, Dictionary<string, InputFile> files, ProblemLog log)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (DirectoryNotFoundException)
        {
            // Gone since it was listed.
            return;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            log.Error("TK1023", new SourcePosition(path.TrimEnd('/'), 1, 1), $"This folder cannot be read: {problem.Message}", "Look at who may read it, or take it out of the input.");
            return;
        }

        var names = entries.Select(e => e.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.Where(e => !LeftOvers.IsLeftOver(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var own = path + FileNames.Composed(entry.Name);
            var at = new SourcePosition(own, 1, 1);
            if (LeftOvers.IsCopy(entry.Name, names))
            {
                log.Warning("TK1025", at, "This looks like a copy that a program or a person left here, and is not published.",
                    "Keep the one that you want, under a name of its own, and take the other out of the input.");
                continue;
            }

            switch (PlainFile.KindOf(entry.FullName))
            {
                case PathKind.Nothing when entry.Name.Contains('\uFFFD', StringComparison.Ordinal):
                    log.Error("TK1029", at, "The name of this file or folder is not written in UTF-8.", "Rename it, best in small letters, digits and hyphens.");
                    break;
                case PathKind.Nothing:
                    break;
                case PathKind.Link:
                    log.Warning("TK1021", at, $"This is a link{To(entry)}. Links are not followed, so that nothing from outside of the input is published.",
                        "Put a copy of what it leads to in its place.");
                    break;
                case PathKind.Other:
                    log.Warning("TK1022", at, "This is no plain file, but a pipe, a socket or a device. It is left out.", "Take it out of the input.");
                    break;
                case PathKind.Folder when own.Length > LongestPath:
                    log.Error("TK1029", at, $"The path of this folder has {own.Length} characters; at most {LongestPath} are looked into.", "Nest less deeply, and shorten the names.");
                    break;
                case PathKind.Folder:
                    Walk(entry.FullName, own + "/", files, log);
                    break;
                default:
                    Add(new InputFile(own, entry.FullName), files, log);
                    break;
            }
        }
    }

    private static void Add(InputFile file, Dictionary<string, InputFile> files, ProblemLog log)
    {
        var length = new FileInfo(file.FullPath) is { Exists: true } there ? there.Length : 0;
        if (length > file.Most)
        {
            log.Error("TK1024", file.Start, $"This file has {Megabytes(length)} MB; at most {Megabytes(file.Most)} fit.",
                file.Most == MostText ? "Split it, or make it smaller." : "Make it smaller, or keep it elsewhere and link to it.");
        }
        else if (!files.TryAdd(file.Path, file))
        {
            log.Error("TK1030", file.Start, "Two files here have this name; they differ only in how letters and their accents are stored.", "Keep one of them, or rename it.");
        }
    }

    private static string To(FileSystemInfo entry)
    {
        try
        {
            return entry.LinkTarget is { } target ? $" to '{FileNames.Shown(target)}'" : "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;
}
