using System.CommandLine;
using Toolkit.Cli.Reporting;

namespace Toolkit.Cli.Commands;

/// <summary>
/// The options that every command about a site shares. <c>-r</c>, <c>-i</c>, <c>-o</c>, <c>-s</c> and <c>-l</c> are called as in Statiq, long
/// and short; the others are the toolkit's own.
/// </summary>
internal sealed class SiteOptions
{
    private readonly Option<string> _root = new("--root", "-r") { Description = "Folder of the site; this folder if not said", HelpName = "folder" };
    private readonly Option<string> _input = new("--input", "-i") { Description = "Folder with the content (input)", HelpName = "folder" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Folder to write (output)", HelpName = "folder" };
    private readonly Option<string[]> _settings = new("--setting", "-s") { Description = "A setting over those of the site; may be repeated", HelpName = "key=value" };
    private readonly Option<bool> _noPdf = new("--no-pdf") { Description = "Leave the PDFs out" };
    private readonly Option<bool> _noWord = new("--no-word") { Description = "Leave the Word files out" };
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Make every document anew" };
    private readonly Option<bool> _warningsAsErrors = new("--warnings-as-errors") { Description = "End with code 5 if there are warnings" };
    private readonly Option<LogLevel> _log = new("--log-level", "-l") { Description = "How much is said", DefaultValueFactory = _ => LogLevel.Information };

    /// <summary>Adds the options to a command.</summary>
    public SiteOptions(Command command)
    {
        _settings.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"'{token.Value}' is not key=value, such as SiteTitle=\"Our guide\".");
            }
        });
        foreach (var option in new Option[] { _root, _input, _output, _settings, _noPdf, _noWord, _noCache, _warningsAsErrors, _log })
        {
            command.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    public SiteRequest Read(ParseResult parsed) => new(
        SiteFolders.Find(parsed.GetValue(_root), parsed.GetValue(_input), parsed.GetValue(_output), !parsed.GetValue(_noCache)),
        (parsed.GetValue(_settings) ?? []).Select(s => s.Split('=', 2)).GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.Last()[1]),
        [.. new[] { (_noPdf, "pdf"), (_noWord, "docx") }.Where(o => parsed.GetValue(o.Item1)).Select(o => o.Item2)],
        parsed.GetValue(_warningsAsErrors),
        parsed.GetValue(_log));
}

/// <summary>What a command about a site was asked to do.</summary>
/// <param name="Folders">Where it lies.</param>
/// <param name="Settings">Settings of the command line.</param>
/// <param name="LeftOut">Document formats that are not made.</param>
/// <param name="WarningsAsErrors">Whether warnings end with a code of their own.</param>
/// <param name="Log">How much is said.</param>
internal sealed record SiteRequest(
    SiteFolders Folders, IReadOnlyDictionary<string, string> Settings, IReadOnlyList<string> LeftOut, bool WarningsAsErrors, LogLevel Log)
{
    /// <summary>The same as the builder wants it.</summary>
    public BuildOptions Options() => new()
    {
        InputFolders = Folders.Inputs,
        OutputFolder = Folders.Output,
        CacheFolder = Folders.Cache,
        Settings = Settings,
        LeftOut = LeftOut,
    };
}
