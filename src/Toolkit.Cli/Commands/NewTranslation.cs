using System.Text;
using Toolkit.Cli.Reporting;

namespace Toolkit.Cli.Commands;

/// <summary><c>toolkit new translation es guide/vetting.md</c>: a file to fill in, with the words of the source as comments.</summary>
internal static class NewTranslation
{
    /// <summary>Writes the file.</summary>
    /// <param name="language">Tag of one of the site's other languages.</param>
    /// <param name="path">Of the source's file, relative to the input folder or to the folder of the site.</param>
    /// <param name="folders">Of the site.</param>
    /// <param name="terminal">Where to report.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<int> RunAsync(string language, string path, SiteFolders folders, Terminal terminal, CancellationToken cancellation)
    {
        await using var builder = Composition.Builder(folders.Theme, line => terminal.Line(line));
        var options = new BuildOptions { InputFolders = folders.Inputs, OutputFolder = folders.Output, Write = false, DocumentsLater = true };
        var report = await builder.BuildAsync(options, cancellation: cancellation);
        if (report.HasErrors)
        {
            ProblemPrinter.Print(terminal, folders, report, LogLevel.Error);
            return ExitCode.ContentErrors;
        }

        if (report.Translations.FirstOrDefault(t => t.Language.Code.Equals(language, StringComparison.OrdinalIgnoreCase)) is not { } translation)
        {
            throw new CommandLineException(report.Translations.Count == 0
                ? $"The site has one language. Name them in settings.yml, that of the content first: Languages: [{report.Site?.Settings.Language ?? "en"}, {language}]"
                : $"'{language}' is none of the site's other languages, which are: {string.Join(", ", report.Translations.Select(t => t.Language.Code))}. They stand in settings.yml under 'Languages'.");
        }

        var wanted = Path.GetRelativePath(folders.Input, Path.GetFullPath(path, folders.Input)).Replace('\\', '/');
        var fromRoot = Path.GetRelativePath(folders.Input, Path.GetFullPath(path, folders.Root)).Replace('\\', '/');
        if (translation.Files.FirstOrDefault(f => f.Source == wanted) is not { } file && (file = translation.Files.FirstOrDefault(f => f.Source == fromRoot)) is null)
        {
            throw new CommandLineException($"There is nothing to translate in '{path}'. There is: {string.Join(", ", translation.Files.Select(f => f.Source))}");
        }

        var full = Path.Combine(folders.Input, file.Path);
        var shown = Path.GetRelativePath(folders.Root, full).Replace('\\', '/');
        if (File.Exists(full))
        {
            throw new CommandLineException($"There is already a file {shown}. What it lacks says: toolkit check --translations");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllTextAsync(full, file.Blank(), new UTF8Encoding(false), cancellation);
        terminal.Line($"Wrote {shown} with {file.Texts.Count} {(file.Texts.Count == 1 ? "text" : "texts")} to translate. Write below each line 'source', and leave empty what is for later.", Tone.Good);
        return ExitCode.Done;
    }
}
