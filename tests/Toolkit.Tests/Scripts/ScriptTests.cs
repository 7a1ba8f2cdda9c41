using System.Runtime.CompilerServices;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Scripts;

/// <summary>The tests of the browser's scripts, run by Node's own test runner. Their files lie beside the scripts.</summary>
public sealed class ScriptTests
{
    private static readonly string Theme = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourcePath())!, "../../../theme"));

    private static readonly string[] Folders = ["scripts", "Blocks"];

    /// <summary>Every test file, relative to the theme's folder.</summary>
    public static TheoryData<string> Files =>
        [.. Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Theme, folder), "*.test.ts", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Theme, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_tests_of_the_scripts_pass(string file)
    {
        var result = await Programs.Run(Programs.Need("node"), ["test.mjs", file], TimeSpan.FromMinutes(5), Theme);

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
    }

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
