using Toolkit.Model;
using Toolkit.Reading;

namespace Toolkit.Cli;

/// <summary>Where a site lies on this computer.</summary>
/// <param name="Root">Full path of the folder that holds <c>input/</c>.</param>
/// <param name="Input">Folder that authors edit.</param>
/// <param name="Output">Folder that is written.</param>
/// <param name="Cache">Finished documents between runs; empty if switched off.</param>
/// <param name="Theme">Folder of the theme: the site's own <c>theme/</c>, else the one the toolkit came with.</param>
internal sealed record SiteFolders(string Root, string Input, string Output, string Cache, string Theme)
{
    /// <summary>Content folders in order: the site's own lies over the theme's.</summary>
    public IReadOnlyList<string> Inputs =>
        [.. new[] { Path.Combine(Theme, "input"), Path.Combine(Root, "theme", "input"), Input }.Where(Directory.Exists).Distinct()];

    /// <summary>Finds the folders, relative names counting from the root.</summary>
    /// <exception cref="CommandLineException">The root or the input folder is not there.</exception>
    public static SiteFolders Find(string? root, string? input, string? output, bool cache)
    {
        var rootPath = Path.GetFullPath(root ?? ".");
        if (!Directory.Exists(rootPath))
        {
            throw new CommandLineException($"There is no folder {rootPath}.");
        }

        var inputPath = Path.GetFullPath(input ?? "input", rootPath);
        if (!Directory.Exists(inputPath))
        {
            throw new CommandLineException(
                $"There is no folder {inputPath}. Run the command in the folder of a site, or name that folder with -r.");
        }

        var theme = FindTheme(rootPath);
        var outputPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output ?? "output", rootPath));
        KeepApart(outputPath, rootPath, inputPath, theme);
        return new SiteFolders(rootPath, inputPath, outputPath, cache ? CacheOf(rootPath) : "", theme);
    }

    /// <summary>How a file is named in messages: relative to the root, so that an editor's terminal can open it.</summary>
    /// <param name="file">Relative to one of the <see cref="Inputs"/>.</param>
    public string Display(string file)
    {
        var holder = Inputs.LastOrDefault(folder => PlainFile.KindOf(Path.Combine(folder, file)) != PathKind.Nothing);
        // What is gone again was the author's; what stands on disk in another form of Unicode is found by its form here.
        var full = holder is not null ? Path.Combine(holder, file)
            : InputFiles.In(Inputs, new ProblemLog()).FirstOrDefault(f => f.Path == file)?.FullPath ?? Path.Combine(Input, file);
        return FileNames.Shown(Shown(Path.GetRelativePath(Root, full)));
    }

    private static string Shown(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    /// <summary>The output is replaced whole: nothing that somebody needs may lie in it, and it in nothing that is read.</summary>
    private static void KeepApart(string output, string root, string input, string theme)
    {
        (string Name, string Path, bool MayHold)[] others =
        [
            ("the input folder", input, false),
            ("the theme's folder", theme, false),
            ("the theme's folder", Path.Combine(root, "theme"), false),
            ("the cache", CacheOf(root), false),
            ("the folder of the site", root, true),
            ("your home folder", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), true),
            ("the toolkit itself", AppContext.BaseDirectory, true),
        ];
        var real = RealPath.Of(output);
        foreach (var (name, path, mayHold) in others.Where(o => o.Path.Length > 0))
        {
            var other = RealPath.Of(Path.TrimEndingDirectorySeparator(path));
            if (IsWithin(other, real) || (!mayHold && IsWithin(real, other)))
            {
                throw new CommandLineException(
                    $"The output folder {output} and {name} {path} lie in each other. The output is replaced whole: choose another with -o.");
            }
        }
    }

    private static string CacheOf(string root) => Path.Combine(root, "cache");

    /// <summary>Whether a path is a folder or lies in it. Where the system does not part letters by case, neither do we.</summary>
    private static bool IsWithin(string path, string folder) => Path.TrimEndingDirectorySeparator(folder) is var top
        && (path + Path.DirectorySeparatorChar).StartsWith(
            Path.EndsInDirectorySeparator(top) ? top : top + Path.DirectorySeparatorChar,
            OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static string FindTheme(string root)
    {
        for (var folder = root; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (IsTheme(Path.Combine(folder, "theme")))
            {
                return Path.Combine(folder, "theme");
            }
        }

        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (IsTheme(Path.Combine(folder, "theme")))
            {
                return Path.Combine(folder, "theme");
            }
        }

        throw new CommandLineException($"There is no folder theme/ with a package.json in {root}, nor beside the toolkit.");

        static bool IsTheme(string folder) => File.Exists(Path.Combine(folder, "package.json"));
    }
}
