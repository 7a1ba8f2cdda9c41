using System.CommandLine;
using Toolkit.Cli.Reporting;

namespace Toolkit.Cli.Commands;

/// <summary><c>toolkit build</c>: writes the whole site once.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("build", "Write the whole site: pages, Word files and PDFs.");
        var options = new SiteOptions(command);
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(SiteRequest request, Terminal terminal, CancellationToken cancellation)
    {
        await using var builder = Composition.Builder(request.Folders.Theme, line => terminal.Line(line));
        var report = await BuildRun.RunAsync(builder, request, terminal, o => o, cancellation);
        return BuildRun.Outcome(report, request);
    }
}
