using System.CommandLine;
using Toolkit.Checking;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Visiting;

namespace Toolkit.Cli.Commands;

/// <summary><c>toolkit check</c>: finds problems and writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("check", "Find problems without writing anything.");
        var options = new SiteOptions(command);
        var external = new Option<bool>("--external") { Description = "Also visit every link that leaves the site, slowly and once" };
        var live = new Option<Uri?>("--live")
        {
            Description = "Compare the site at this address with the output folder, byte for byte, and read its headers",
            HelpName = "address",
            CustomParser = argument =>
            {
                if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal))
                {
                    return address;
                }

                argument.AddError($"'{argument.Tokens[0].Value}' is not an address such as https://toolkit.example.org/.");
                return null;
            },
        };
        var grades = new Option<bool>("--grades") { Description = "Also list how many years of school each page asks for" };
        var translations = new Option<bool>("--translations") { Description = "Also list what is to be translated, what is stale, and how far each file is" };
        command.Add(external);
        command.Add(grades);
        command.Add(translations);
        command.Add(live);
        command.SetAction((parsed, cancellation) => RunAsync(
            options.Read(parsed), new Wishes(parsed.GetValue(external), parsed.GetValue(grades), parsed.GetValue(translations)), parsed.GetValue(live), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        SiteRequest request, Wishes wishes, Uri? live, Terminal terminal, CancellationToken cancellation)
    {
        if (live is not null)
        {
            return await LiveSite.CompareAsync(live, request.Folders.Output, terminal, cancellation) ? ExitCode.Done : ExitCode.ContentErrors;
        }

        await using var builder = Composition.Builder(request.Folders.Theme, line => terminal.Line(line));
        var report = await BuildRun.RunAsync(builder, request, terminal, o => o with { Write = false, ParsePages = true }, cancellation);
        var outcome = BuildRun.Outcome(report, request);
        foreach (var site in wishes.Grades && report.Site is { } source ? report.Editions.Prepend(source) : [])
        {
            // What nobody has translated yet would be measured as what it is not.
            foreach (var (page, grade) in site.Pages.Where(p => p.Untranslated == 0).Select(p => (p, ReadingGrade.Of(p, site.Settings.Language))).Where(p => p.Item2 is not null).OrderByDescending(p => p.Item2))
            {
                terminal.Line(FormattableString.Invariant($"{grade,5:0.0}  {site.Settings.Folder}{page.SourcePath}"));
            }
        }

        foreach (var translation in wishes.Translations ? report.Translations : [])
        {
            TranslationPrinter.Print(terminal, request.Folders, translation);
        }

        if (wishes.External && report.Site is { } read)
        {
            var allAnswer = await new LinkVisitor(terminal).VisitAsync(OutgoingLinks.Of(read), request.Folders, cancellation);
            outcome = outcome == ExitCode.Done && !allAnswer && request.WarningsAsErrors ? ExitCode.Warnings : outcome;
        }

        return outcome;
    }

    /// <summary>What is asked for besides problems.</summary>
    private sealed record Wishes(bool External, bool Grades, bool Translations);
}
