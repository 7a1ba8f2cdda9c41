using System.Reflection;

namespace Toolkit.Tests.Support;

/// <summary>The folder that holds the solution, and its files as git would list them.</summary>
public static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", "output", "cache", "dist", "TestResults"];

    /// <summary>Full path.</summary>
    public static string Root { get; } = Find(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location));

    /// <summary>Full path of something in it.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>Text of a file in it.</summary>
    public static string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Files of a folder and those below, relative to the root with <c>/</c>; none where there is no such folder.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*")
    {
        var full = At(folder);
        if (!Directory.Exists(full))
        {
            return [];
        }

        return
        [
            .. Walk(full)
                .SelectMany(f => Directory.GetFiles(f, pattern))
                .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.GetDirectories(folder)
            .Where(f => !NotOurs.Contains(Path.GetFileName(f)))
            .SelectMany(Walk)
            .Prepend(folder);

    private static string Find(string? from)
    {
        for (var folder = from; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Toolkit.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"There is no Toolkit.sln in {from} or above it.");
    }
}
