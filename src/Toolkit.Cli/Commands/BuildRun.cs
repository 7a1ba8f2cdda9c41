using Toolkit.Cli.Reporting;

namespace Toolkit.Cli.Commands;

/// <summary>One run of the builder with what it says: the same for every command.</summary>
internal static class BuildRun
{
    /// <summary>Runs and reports.</summary>
    /// <param name="builder">Does the work.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="terminal">Where to report.</param>
    /// <param name="with">What this command changes of it.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task<BuildReport> RunAsync(
        SiteBuilder builder, SiteRequest request, Terminal terminal, Func<BuildOptions, BuildOptions> with, CancellationToken cancellation)
    {
        var options = with(request.Options());
        var start = terminal.Clock.GetTimestamp();
        var report = await PhaseLog.ShowAsync(
            terminal, request.Log, progress => builder.BuildAsync(options, progress, cancellation));
        if (report.Problems.Count > 0 && request.Log <= LogLevel.Information)
        {
            terminal.Line();
        }

        ProblemPrinter.Print(terminal, request.Folders, report, request.Log);
        Summarize(report, request, terminal, options, start);
        return report;
    }

    /// <summary>The exit code that a report deserves.</summary>
    public static int Outcome(BuildReport report, SiteRequest request) =>
        report.HasErrors ? ExitCode.ContentErrors
        : request.WarningsAsErrors && report.Problems.Count > 0 ? ExitCode.Warnings
        : ExitCode.Done;

    /// <summary>Says in a line what a run did.</summary>
    public static void Summarize(BuildReport report, SiteRequest request, Terminal terminal, BuildOptions options, long start)
    {
        var output = Path.GetRelativePath(request.Folders.Root, request.Folders.Output).Replace('\\', '/');
        var count = ProblemPrinter.Count(report.Problems);
        if (report.HasErrors)
        {
            terminal.Line(options.Write || options.DocumentsLater ? $"{count}. Nothing was written: {output} is as it was." : $"{count}.", Tone.Error);
        }
        else
        {
            var done = report.Unchanged ? $"Nothing has changed: {output} holds its {report.Files.Count} files. Looked in {terminal.Since(start)}"
                : options.Write ? $"Wrote {report.Files.Count} files to {output} in {terminal.Since(start)}"
                : options.DocumentsLater ? $"Pages are ready, in {terminal.Since(start)}"
                : $"Checked in {terminal.Since(start)}";
            terminal.Line($"{done}: {count}.", report.Problems.Count > 0 ? Tone.Warning : Tone.Good);
        }
    }
}
