using Toolkit.Cli;
using Toolkit.Cli.Reporting;

namespace Toolkit.Tests.Support;

/// <summary>The real guide with its Word and PDF files, built once for all tests that ask for it.</summary>
public static class BuiltGuide
{
    private static readonly Lazy<Task<string>> Built = new(Build);

    /// <summary>Full path of its output folder. Only to be read.</summary>
    /// <exception cref="InvalidOperationException">It could not be built; says why.</exception>
    public static Task<string> Output => Built.Value;

    private static async Task<string> Build()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var output = folder.File("output");
        await using var text = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            ["build", "-r", Repository.Root, "-o", output], new Terminal(text, text, TimeProvider.System), CancellationToken.None);
        return code == ExitCode.Done ? output : throw new InvalidOperationException($"The guide could not be built:\n{text}");
    }
}
