using System.Runtime.CompilerServices;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Scripts;

/// <summary>The tests of the browser's scripts, run by Node's own test runner. Their files lie beside the scripts.</summary>
public sealed class ScriptTests
{
    private static readonly string Theme = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourcePath())!, "../../../theme"));

    private static readonly string[] Folders = ["scripts", "Blocks"];

    /// <summary>Where the tests stand bundled for Node, within reach of the theme's packages.</summary>
    private const string Made = "obj/script-tests";

    private static readonly Lazy<Task<ProgramResult>> Bundled =
        new(() => Programs.Run(Programs.Need("node"), ["test.mjs", "--bundle", Made], TimeSpan.FromMinutes(2), Theme));

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
        var node = Programs.Need("node");
        var bundled = await Bundled.Value;
        Assert.True(bundled.ExitCode == 0, bundled.Output + bundled.Errors);

        // In this process: node's option --test would start a second one for the file.
        var result = await Programs.Run(node, ["--enable-source-maps", "--test-reporter=tap", Path.ChangeExtension($"{Made}/{file}", ".mjs")], TimeSpan.FromMinutes(5), Theme);

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.Contains("# fail 0", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("# pass 0", result.Output, StringComparison.Ordinal);
    }

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
