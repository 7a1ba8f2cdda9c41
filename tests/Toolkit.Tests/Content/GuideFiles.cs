using System.Runtime.CompilerServices;

namespace Toolkit.Tests.Content;

/// <summary>A file of the guide.</summary>
/// <param name="Path">Relative to <c>input/</c>, with <c>/</c>.</param>
/// <param name="Text">As written.</param>
internal sealed record GuideFile(string Path, string Text);

/// <summary>The guide's own content in <c>input/</c>, and the lists that stand beside these tests.</summary>
internal static class GuideFiles
{
    private static readonly string Here = Directory.GetParent(SourcePath())!.FullName;
    private static readonly string Input = Path.GetFullPath(Path.Combine(Here, "..", "..", "..", "input"));

    /// <summary>Everything that authors write, in the order of paths.</summary>
    public static IEnumerable<GuideFile> All() =>
        from path in Directory.EnumerateFiles(Input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal)
        select new GuideFile(Path.GetRelativePath(Input, path).Replace('\\', '/'), File.ReadAllText(path));

    /// <summary>The lines of a file beside these tests.</summary>
    public static string[] Beside(string name) => File.ReadAllLines(Path.Combine(Here, name));

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
