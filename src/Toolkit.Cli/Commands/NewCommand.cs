using System.CommandLine;
using System.Text;
using Toolkit.Cli.Reporting;
using Toolkit.Reading;

namespace Toolkit.Cli.Commands;

/// <summary><c>toolkit new</c>: a page or a tool to start from.</summary>
internal static class NewCommand
{
    /// <summary>Longest file name that is made of a title, in characters.</summary>
    private const int LongestName = 60;

    private const string Translation = "translation";

    private static readonly string[] Kinds = ["page", "chapter", "checklist", "assessment", "worksheet", Translation];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("new", "Start a page, a chapter or a tool from a small example, or a translation from its source.");
        var kind = new Argument<string>("kind") { Description = string.Join(", ", Kinds) };
        kind.AcceptOnlyFromAmong(Kinds);
        var title = new Argument<string>("title") { Description = "Its title, in quotation marks; of a translation, the language, such as es" };
        var path = new Argument<string?>("path") { Description = "Of a translation, the file of the source, such as guide/vetting.md", Arity = ArgumentArity.ZeroOrOne };
        var root = new Option<string>("--root", "-r") { Description = "Folder of the site; this folder if not said", HelpName = "folder" };
        command.Add(kind);
        command.Add(title);
        command.Add(path);
        command.Add(root);
        command.Validators.Add(result =>
        {
            if (result.GetValue(kind) == Translation != result.GetValue(path) is not null)
            {
                result.AddError(result.GetValue(path) is null ? "Name the file that is to be translated, such as: toolkit new translation es guide/vetting.md" : "A title with spaces stands in quotation marks.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var folders = SiteFolders.Find(parsed.GetValue(root), null, null, cache: false);
            return parsed.GetValue(kind) == Translation
                ? NewTranslation.RunAsync(parsed.GetValue(title)!, parsed.GetValue(path)!, folders, terminal, cancellation)
                : RunAsync(parsed.GetValue(kind)!, parsed.GetValue(title)!, folders, terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string kind, string title, SiteFolders folders, Terminal terminal, CancellationToken cancellation)
    {
        var name = FileName(title);
        if (name.Length == 0)
        {
            throw new CommandLineException($"The title '{title}' holds no letter to make a file name of.");
        }

        var folder = kind switch { "page" => "", "chapter" => "guide", _ => "tools" };
        var file = Path.Combine(folders.Input, folder, name + ".md");
        var shown = Path.GetRelativePath(folders.Root, file).Replace('\\', '/');
        if (File.Exists(file))
        {
            throw new CommandLineException($"There is already a file {shown}. Choose another title, or edit that one.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, Text(kind, title, name, NameForLinks(kind, name, folders)), new UTF8Encoding(false), cancellation);
        terminal.Line($"Wrote {shown}. See it with: toolkit preview", Tone.Good);
        return ExitCode.Done;
    }

    /// <summary>The page's name for links: the file's, with something behind it where another page or file of the site goes by it.</summary>
    private static string NameForLinks(string kind, string name, SiteFolders folders)
    {
        var taken = NamesForLinks.Taken(InputFiles.In(folders.Inputs, new ProblemLog()));
        return Enumerable.Range(2, taken.Count + 1).Select(n => $"{name}-{n}").Prepend($"{name}-{kind}").Prepend(name).First(free => !taken.Contains(free));
    }

    private static string Text(string kind, string title, string name, string xref)
    {
        var front = $"""
            ---
            Title: "{title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}"
            Description: Say in one sentence what this is for.
            Xref: {xref}
            Layout: {kind switch { "page" => "page", "chapter" => "chapter", _ => "tool" }}
            ---

            """;
        var id = name.Length <= 24 ? name : name[..24].TrimEnd('-');
        return front + "\n" + kind switch
        {
            "checklist" => $"""
                ::: checklist {"{"}#{id}{"}"}
                ## First steps {"{#first-steps}"}
                - [ ] Something to do. {"{#something-to-do}"}
                :::

                """,
            "assessment" => $"""
                ::: assessment {"{"}#{id} scale=in-place{"}"}
                ## A group of questions {"{#a-group}"}
                - Is this in place? {"{#is-this-in-place}"}
                :::

                """,
            "worksheet" => $"""
                ::: worksheet {"{"}#{id}{"}"}
                ## What we agree {"{#what-we-agree}"}
                - In a few words {"{#in-a-few-words}"}
                - In more words {"{#in-more-words .long}"}
                - On which day {"{#on-which-day .date}"}
                :::

                """,
            _ => """
                ## A heading

                Say it in short words.

                """,
        };
    }

    private static string FileName(string title)
    {
        var name = Slug.Of(title);
        name = name.Length <= LongestName ? name : name[..LongestName].TrimEnd('-');
        // A page about what Windows calls a device.
        return name.Length == 0 || FileNames.FaultOfName(name) is null ? name : name + "-page";
    }
}
