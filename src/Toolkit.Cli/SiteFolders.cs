using Toolkit.Model;
using Toolkit.Reading;

namespace Toolkit.Cli;

/// <summary>Where a site lies on this computer.</summary>
/// <param name="Root">Full path of the folder that holds <c>input/</c>.</param>
/// <param name="Input">Folder that authors edit.</param>
/// <param name="Output">Folder that is written.</param>
/// <param name="Cache">Finished documents between runs; empty if switched off.</param>
/// <param name="Theme">Folder of the theme: the site's own <c>theme/</c>, else the one the toolkit came with.</param>
public sealed record SiteFolders(string Root, string Input, string Output, string Cache, string Theme)
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

        var outputPath = Path.GetFullPath(output ?? "output", rootPath);
        if (IsWithin(inputPath, outputPath) || IsWithin(outputPath, inputPath))
        {
            throw new CommandLineException(
                $"The output folder {outputPath} and the input folder {inputPath} lie in each other. The output is replaced whole: choose another with -o.");
        }

        return new SiteFolders(rootPath, inputPath, outputPath, cache ? Path.Combine(rootPath, "cache") : "", FindTheme(rootPath));
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

    private static bool IsWithin(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

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
