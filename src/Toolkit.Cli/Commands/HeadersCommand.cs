using System.CommandLine;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Writing.Html;

namespace Toolkit.Cli.Commands;

/// <summary><c>toolkit headers</c>: prints the configuration by which a host sends the headers, and writes nothing.</summary>
internal static class HeadersCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("headers", "Print what makes a host send the headers that belong to the site.");
        var host = new Argument<string>("host") { Description = string.Join(", ", HostHeaders.ByHost.Keys) };
        host.AcceptOnlyFromAmong([.. HostHeaders.ByHost.Keys]);
        command.Add(host);
        var options = new SiteOptions(command);
        command.SetAction((parsed, cancellation) => RunAsync(HostHeaders.ByHost[parsed.GetRequiredValue(host)], options.Read(parsed), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Func<HostedSite, string> configuration, SiteRequest request, Terminal terminal, CancellationToken cancellation)
    {
        await using var builder = Composition.Builder(request.Folders.Theme, terminal.ErrorLine);
        // The settings say under which path the site lies.
        var report = await builder.BuildAsync(request.Options() with { Write = false, DocumentsLater = true }, cancellation: cancellation);
        if (report.HasErrors || report.Site is null)
        {
            ProblemPrinter.Print(terminal, request.Folders, report, request.Log);
            return ExitCode.ContentErrors;
        }

        terminal.Out.Write(configuration(new HostedSite(Addresses.LinkRoot(report.Site.Settings), ServedHeaders.SeldomKnown)
        {
            Headers = SecurityHeaders.With(HashedAssets.FirstSheetOf(Composition.Assets(request.Folders.Theme), report.Site.Settings.Languages.Count > 1)),
            Folders = [.. report.Site.Settings.Languages.Skip(1).Select(l => l.Folder)],
        }));
        return ExitCode.Done;
    }
}
