namespace Toolkit.Reading;

/// <summary>One file of the input.</summary>
/// <param name="Path">Relative to its input folder, with <c>/</c>.</param>
/// <param name="FullPath">Where it is on disk.</param>
public sealed record InputFile(string Path, string FullPath)
{
    /// <summary>File name with ending.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Folder relative to the input, without a slash at its end; empty for the top.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>Whether its name, or that of a folder above, starts with <c>_</c>: it is read by the builder, never published.</summary>
    public bool IsHidden => Path.Split('/').Any(part => part.StartsWith('_') || part.StartsWith('.'));
}

/// <summary>The files of all input folders as one tree: later folders lie over earlier ones.</summary>
public static class InputFiles
{
    /// <summary>All files, in order of path.</summary>
    public static IReadOnlyList<InputFile> In(IEnumerable<string> folders)
    {
        var files = new SortedDictionary<string, InputFile>(StringComparer.Ordinal);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var full in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var path = System.IO.Path.GetRelativePath(folder, full).Replace('\\', '/');
                files[path] = new InputFile(path, full);
            }
        }

        return [.. files.Values];
    }
}
