using Toolkit.Cli;
using Toolkit.Cli.Reporting;

namespace Toolkit.Tests.Support;

/// <summary>The real guide with its Word and PDF files, built once for all tests that ask for it.</summary>
public static class BuiltGuide
{
    private static readonly Lazy<Task<(string Output, IReadOnlyList<string> Changed)>> Built = new(Build);

    /// <summary>Full path of its output folder. Only to be read.</summary>
    /// <exception cref="InvalidOperationException">It could not be built; says why.</exception>
    public static Task<string> Output => OutputOf(Built.Value);

    /// <summary>Files of the theme and the input that are not what they were before the build.</summary>
    public static Task<IReadOnlyList<string>> ChangedFiles => ChangedOf(Built.Value);

    private static async Task<string> OutputOf(Task<(string Output, IReadOnlyList<string> Changed)> built) => (await built).Output;

    private static async Task<IReadOnlyList<string>> ChangedOf(Task<(string Output, IReadOnlyList<string> Changed)> built) => (await built).Changed;

    private static HashSet<string> Sources() =>
        [.. Repository.Files("theme").Concat(Repository.Files("input")).Select(f => $"{f} {new FileInfo(Repository.At(f)).Length} {File.GetLastWriteTimeUtc(Repository.At(f)).Ticks}")];

    private static async Task<(string Output, IReadOnlyList<string> Changed)> Build()
    {
        var before = Sources();
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var output = folder.File("output");
        await using var text = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            ["build", "-r", Repository.Root, "-o", output], new Terminal(text, text, TimeProvider.System), CancellationToken.None);
        return code == ExitCode.Done ? (output, [.. Sources().Except(before)]) : throw new InvalidOperationException($"The guide could not be built:\n{text}");
    }
}
