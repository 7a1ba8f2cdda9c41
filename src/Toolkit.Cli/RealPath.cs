namespace Toolkit.Cli;

/// <summary>Where a path leads when every link in it is followed, so that two names of one folder are seen to be one.</summary>
internal static class RealPath
{
    /// <summary>More links than any system follows: who meets so many goes in a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>The path without links, as far as it exists.</summary>
    public static string Of(string path) => Of(path, MostLinks);

    private static string Of(string path, int links)
    {
        if (links == 0 || Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var here = Path.Combine(Of(parent, links), Path.GetFileName(path));
        return new DirectoryInfo(here).LinkTarget is { } target ? Of(Path.GetFullPath(target, Path.GetDirectoryName(here)!), links - 1) : here;
    }
}
