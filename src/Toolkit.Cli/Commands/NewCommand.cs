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

    private static readonly string[] Kinds = ["page", "chapter", "checklist", "assessment", "worksheet"];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("new", "Start a page, a chapter or a tool from a small example.");
        var kind = new Argument<string>("kind") { Description = string.Join(", ", Kinds) };
        kind.AcceptOnlyFromAmong(Kinds);
        var title = new Argument<string>("title") { Description = "Its title, in quotation marks" };
        var root = new Option<string>("--root", "-r") { Description = "Folder of the site; this folder if not said", HelpName = "folder" };
        command.Add(kind);
        command.Add(title);
        command.Add(root);
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(kind)!, parsed.GetValue(title)!, SiteFolders.Find(parsed.GetValue(root), null, null, cache: false), terminal, cancellation));
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
