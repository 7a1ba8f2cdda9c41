using System.CommandLine;
using System.Text;
using Toolkit.Cli.Reporting;
using Toolkit.Reading;

namespace Toolkit.Cli.Commands;

/// <summary><c>toolkit serials</c>: gives new fields the numbers by which Word files know them.</summary>
internal static class SerialsCommand
{
    private const string Heading =
        """
        # The fields of each document by number. Word files that lost all but their bookmarks are read by these numbers, so each
        # stands for one field forever. Written by `toolkit serials`, which only adds lines; keep it with the content.

        """;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("serials", "Give new fields of documents numbers that stay, in serials.yml.");
        var options = new SiteOptions(command);
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(SiteRequest request, Terminal terminal, CancellationToken cancellation)
    {
        await using var builder = Composition.Builder(request.Folders.Theme, line => terminal.Line(line));
        // No document is made: what is in them is enough.
        var report = await builder.BuildAsync(request.Options() with { Write = false, DocumentsLater = true }, cancellation: cancellation);
        if (report.HasErrors || report.Site is null)
        {
            ProblemPrinter.Print(terminal, request.Folders, report, request.Log);
            return ExitCode.ContentErrors;
        }

        var file = Path.Combine(request.Folders.Input, SerialsReader.FileName);
        var before = File.Exists(file) ? await File.ReadAllBytesAsync(file, cancellation) : null;
        var known = before is null ? null : SerialsReader.Read(SourceText.Read(SerialsReader.FileName, before, new ProblemLog()), new ProblemLog());
        // A document that is gone keeps its numbers: files of it are still out there.
        var lists = new SortedDictionary<string, IReadOnlyList<string>>(known?.ToDictionary() ?? [], StringComparer.Ordinal);
        var added = 0;
        foreach (var document in report.Site.Documents)
        {
            var fresh = document.Serials.Skip(document.Published.Count).ToList();
            added += fresh.Count;
            lists[document.Id] = [.. document.Published, .. fresh];
        }

        var shown = Path.GetRelativePath(request.Folders.Root, file).Replace('\\', '/');
        if (added == 0)
        {
            terminal.Line($"Every field has its number in {shown}.", Tone.Good);
            return ExitCode.Done;
        }

        var text = new StringBuilder(Heading.ReplaceLineEndings("\n"));
        foreach (var (document, ids) in lists)
        {
            text.Append(document).Append(":\n").AppendJoin("", ids.Select(id => $"- {id}\n"));
        }

        // Beside it first: a list that was cut off would be worse than none.
        await File.WriteAllTextAsync(file + ".new", text.ToString(), new UTF8Encoding(false), cancellation);
        File.Move(file + ".new", file, overwrite: true);
        terminal.Line($"Added {added} {(added == 1 ? "number" : "numbers")} to {shown}.", Tone.Good);
        return ExitCode.Done;
    }
}
