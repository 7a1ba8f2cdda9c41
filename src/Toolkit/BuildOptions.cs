using Toolkit.Checking;
using Toolkit.Model;
using Toolkit.Reading.Translations;
using Toolkit.Writing;

namespace Toolkit;

/// <summary>What to build, from where, to where.</summary>
public sealed record BuildOptions
{
    /// <summary>
    /// Folders with content, later ones over earlier ones: the same relative path wins (the theme's <c>input/</c> first,
    /// then the site's own).
    /// </summary>
    public required IReadOnlyList<string> InputFolders { get; init; }

    /// <summary>Where the site is written; replaced whole or not at all.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Where finished documents are kept between runs; safe to delete; empty switches it off.</summary>
    public string CacheFolder { get; init; } = "";

    /// <summary>Settings given on the command line, over those of the site.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Endings of the document formats that are not made, such as <c>pdf</c>; leaving one out must be asked for.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>
    /// Whether documents that are not kept from an earlier run are left to a later one, so that pages are there at once.
    /// Pages offer them already, without their size. Needs a <see cref="CacheFolder"/>.
    /// </summary>
    public bool DocumentsLater { get; init; }

    /// <summary>Whether anything is written; <c>check</c> does not.</summary>
    public bool Write { get; init; } = true;

    /// <summary>Whether every page is parsed once more and looked through as <see cref="PageChecks"/> does; <c>check</c> asks for it.</summary>
    public bool ParsePages { get; init; }
}

/// <summary>How far a run is, for a progress display.</summary>
/// <param name="Phase"><c>Input</c>, <c>Process</c>, <c>PostProcess</c> or <c>Output</c>, as Statiq names them.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all.</param>
/// <param name="What">What is being made, such as a file.</param>
public sealed record BuildProgress(string Phase, int Done, int Total, string What);

/// <summary>What a run did. The builder prints nothing: whoever called it does.</summary>
/// <param name="Files">Paths written, relative to the output folder, in order; empty when there were errors.</param>
/// <param name="Problems">Everything found, errors and warnings, in order of file and line.</param>
public sealed record BuildReport(IReadOnlyList<string> Files, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether anything found forbids writing.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    /// <summary>Whether nothing had changed since the last run, so that nothing was done; then there is no <see cref="Site"/> here.</summary>
    public bool Unchanged { get; init; }

    /// <summary>Whether documents were left to a later run, as <see cref="BuildOptions.DocumentsLater"/> allows.</summary>
    public bool DocumentsLeft { get; init; }

    /// <summary>Every file of the site, whether written or not; empty where there were errors or nothing had changed.</summary>
    public IReadOnlyList<OutputFile> Output { get; init; } = [];

    /// <summary>The site as read, for reports such as reading grades; null where reading failed.</summary>
    public Site? Site { get; init; }

    /// <summary>The site in its other languages, for the same reports.</summary>
    public IReadOnlyList<Site> Editions { get; init; } = [];

    /// <summary>How far each of the site's other languages is; none where it has one alone, or nothing had changed.</summary>
    public IReadOnlyList<TranslationReport> Translations { get; init; } = [];

    /// <summary>Lines of the source around a problem's position, or null.</summary>
    public Func<SourcePosition, string?> SourceLine { get; init; } = _ => null;
}
