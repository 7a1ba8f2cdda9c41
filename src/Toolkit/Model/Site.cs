namespace Toolkit.Model;

/// <summary>One principle of the guide, 1 to 4. Its hue and weave belong to the theme.</summary>
/// <param name="Number">1 to 4.</param>
/// <param name="Title">Such as "Supported employment".</param>
/// <param name="Page">Output path of its chapter.</param>
public sealed record Principle(int Number, string Title, string Page)
{
    /// <summary>The language of its title where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}

/// <summary>Where a reader in need finds help, from settings: agencies change it for their place.</summary>
/// <param name="Question">"Need help yourself?".</param>
/// <param name="Name">Who answers.</param>
/// <param name="Phone">As people read it.</param>
/// <param name="TextTo">Number to text; may be empty.</param>
/// <param name="Hours">Such as "24 hours".</param>
/// <param name="Url">Its site.</param>
public sealed record HelpLine(string Question, string Name, string Phone, string TextTo, string Hours, string Url);

/// <summary>
/// The settings of a site, from <c>input/settings.yml</c>. <c>SiteTitle</c>, <c>Host</c>, <c>LinkRoot</c>, <c>GenerateSearchIndex</c>,
/// <c>GenerateSitemap</c> and <c>NetlifyRedirects</c> are keys of Statiq too; the two for links are names of its analyzers.
/// </summary>
public sealed record SiteSettings
{
    /// <summary>The site's name.</summary>
    public string SiteTitle { get; init; } = "";

    /// <summary>One sentence about the site, for its metadata; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>BCP 47 tag of the content's language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The languages of the site, the source first; empty where it has one alone.</summary>
    public IReadOnlyList<SiteLanguage> Languages { get; init; } = [];

    /// <summary>The folder of its pages in the output, with a slash at its end; empty for the source, which stands at the top.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Which of its texts stand in the language of the source, by key, such as <c>Credit</c>.</summary>
    public IReadOnlySet<string> Untranslated { get; init; } = new HashSet<string>();

    /// <summary>The language of one of its texts where that is not its own; else empty.</summary>
    /// <param name="key">Such as <c>HelpLine.Name</c>.</param>
    public string LanguageOf(string key) => Untranslated.Contains(key) ? Languages[0].Code : "";

    /// <summary>Where the lines of <see cref="Language"/> begin, as HTML says it.</summary>
    public string Direction => new SiteLanguage(Language, "").Direction;

    /// <summary>
    /// The language that documents name. English without a country, and Spanish beside it, is that of the United States, so that programs choose its
    /// spelling; a site says no more than its author does.
    /// </summary>
    public string DocumentLanguage => Language.Equals("en", StringComparison.OrdinalIgnoreCase) ? "en-US" : IsSpanishOfTheUnitedStates ? "es-US" : Language;

    /// <summary>Whether readers write the month of a day before the day. <c>theme/scripts/documents/dates.ts</c> has the same rule.</summary>
    public bool MonthFirst => DocumentLanguage.Equals("en-US", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether readers write the day of the month first, with slashes, as they do in the Spanish of a site that is English too.</summary>
    public bool DayFirst => IsSpanishOfTheUnitedStates;

    private bool IsSpanishOfTheUnitedStates => Language.Equals("es", StringComparison.OrdinalIgnoreCase) && Languages.Count > 0 && Languages[0].Code.Equals("en", StringComparison.OrdinalIgnoreCase);

    /// <summary>Host name under which the site is published; empty if not known, then no canonical address, sitemap or Open Graph is written.</summary>
    public string Host { get; init; } = "";

    /// <summary>Path under the host, such as <c>/toolkit</c>; empty for the root.</summary>
    public string LinkRoot { get; init; } = "";

    /// <summary>Version of the guide's content, such as <c>2026-11</c>; printed in documents and kept in their metadata.</summary>
    public string GuideVersion { get; init; } = "";

    /// <summary>Paper of the PDF and Word files: <c>Letter</c> or <c>A4</c>.</summary>
    public string Paper { get; init; } = "Letter";

    /// <summary>Where <i>Exit this page</i> goes.</summary>
    public string ExitUrl { get; init; } = "https://www.weather.gov/";

    /// <summary>Credit line for the footer of every page and document, in plain text.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Help for a reader who needs it now; null leaves the line out.</summary>
    public HelpLine? HelpLine { get; init; }

    /// <summary>The principles in order.</summary>
    public IReadOnlyList<Principle> Principles { get; init; } = [];

    /// <summary>Scales of assessments by name.</summary>
    public IReadOnlyDictionary<string, Scale> Scales { get; init; } = new Dictionary<string, Scale>();

    /// <summary>Lists of options by name, for choices.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Option>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<Option>>();

    /// <summary>Whether a search index is written.</summary>
    public bool GenerateSearchIndex { get; init; } = true;

    /// <summary>Whether redirects are also written as Netlify's <c>_redirects</c>, which answers with a real 301.</summary>
    public bool NetlifyRedirects { get; init; }

    /// <summary>How much a broken link within the site weighs; null leaves links unchecked.</summary>
    public Severity? ValidateRelativeLinks { get; init; } = Severity.Error;

    /// <summary>How much an outgoing link that cannot be an address weighs; null leaves them unchecked.</summary>
    public Severity? ValidateAbsoluteLinks { get; init; } = Severity.Error;

    /// <summary>Whether a sitemap is written, where <see cref="Host"/> is known.</summary>
    public bool GenerateSitemap { get; init; } = true;

    /// <summary>Whether all chapters are also written as one document; a guide of hundreds of chapters may not want it.</summary>
    public bool WholeGuide { get; init; } = true;

    /// <summary>Whether chapters and the whole guide are there as text without forms too.</summary>
    public bool TextEditions { get; init; }

    /// <summary>Whether all pages and files are also written as one .zip, where a page lists the downloads.</summary>
    public bool WholeToolkit { get; init; } = true;

    /// <summary>Whether readers can keep the guide in their browser, where a page lists the downloads.</summary>
    public bool KeepOnDevice { get; init; } = true;
}

/// <summary>The answer options of an assessment.</summary>
/// <param name="Id">Its name in settings.</param>
/// <param name="Options">From least to most; each has a value.</param>
/// <param name="NotApplicable">The option that takes an item out of the count; null if there is none.</param>
public sealed record Scale(string Id, IReadOnlyList<Option> Options, Option? NotApplicable)
{
    /// <summary>The options as a field shows them, "does not apply" last.</summary>
    public IReadOnlyList<Option> All => NotApplicable is null ? Options : [.. Options, NotApplicable];
}

/// <summary>What a page is for; layouts and downloads follow it.</summary>
public enum PageKind
{
    /// <summary>A plain page: about, privacy, home.</summary>
    Plain,

    /// <summary>A chapter: reads on its own, can be downloaded.</summary>
    Chapter,

    /// <summary>The page of one instrument, which is downloaded alone.</summary>
    Tool,
}

/// <summary>One page of the site.</summary>
public sealed record Page
{
    /// <summary>Path of the source relative to the input folder, with <c>/</c>.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Path in the output, such as <c>guide/vetting.html</c>.</summary>
    public required string OutputPath { get; init; }

    /// <summary>Its name for <c>xref:</c>.</summary>
    public required string Xref { get; init; }

    /// <summary>Whether an author gave it this name; else it is the file's, or the folder's.</summary>
    public bool HasOwnXref { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences under the title, in lists and in search; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The language of <see cref="Title"/> where that is not the page's; else empty.</summary>
    public string TitleLanguage { get; init; } = "";

    /// <summary>The language of <see cref="Description"/> where that is not the page's; else empty.</summary>
    public string DescriptionLanguage { get; init; } = "";

    /// <summary>How many of its texts stand in the language of the source, since nobody has translated them.</summary>
    public int Untranslated { get; init; }

    /// <summary>How many of its texts were translated from other words than the source has now.</summary>
    public int Stale { get; init; }

    /// <summary>What it is for.</summary>
    public PageKind Kind { get; init; }

    /// <summary>Layout by name: <c>page</c>, <c>home</c>, <c>chapter</c>, <c>tool</c>, <c>tools</c>, <c>workbook</c>, <c>downloads</c>, <c>glossary</c>, <c>search</c>, <c>exit</c>.</summary>
    public string Layout { get; init; } = "page";

    /// <summary>Position among its neighbors.</summary>
    public int Order { get; init; }

    /// <summary>Which principle it is about, 1 to 4; null for none.</summary>
    public int? Principle { get; init; }

    /// <summary>The day it was last changed, from front matter; null if not said.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>Short name for navigation; the title if not said.</summary>
    public string NavigationTitle { get; init; } = "";

    /// <summary>Short name in the trail above a page; the navigation's name if not said.</summary>
    public string BreadcrumbTitle { get; init; } = "";

    /// <summary>Who wrote it; may be empty.</summary>
    public string Author { get; init; } = "";

    /// <summary>Words it can be found by; may be empty.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Path of a picture that stands for it where it is shared; empty for none.</summary>
    public string Image { get; init; } = "";

    /// <summary>Address where a change to it can be suggested; empty for none.</summary>
    public string EditLink { get; init; } = "";

    /// <summary>Whether its title is for screen readers alone, because the content shows one.</summary>
    public bool NoTitle { get; init; }

    /// <summary>Whether the list of its sections is left out.</summary>
    public bool NoSidebar { get; init; }

    /// <summary>Deepest level of heading in the list of its sections, 2 to 6.</summary>
    public int GatherHeadingsLevel { get; init; } = 2;

    /// <summary>Whether it stands in the main navigation.</summary>
    public bool ShowInNavigation { get; init; }

    /// <summary>Whether it stands in the sitemap and in search.</summary>
    public bool IncludeInSitemap { get; init; } = true;

    /// <summary>Output paths of the pages that lead here from old addresses, such as <c>old/page.html</c>.</summary>
    public IReadOnlyList<string> RedirectFrom { get; init; } = [];

    /// <summary>The content.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Its notes in the order of their numbers.</summary>
    public IReadOnlyList<Footnote> Footnotes { get; init; } = [];

    /// <summary>Front matter as written, for keys that only a layout reads.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>A file that is copied as it is.</summary>
/// <param name="OutputPath">Path in the output.</param>
/// <param name="SourceFile">Full path on disk.</param>
/// <param name="Sha256">Hash of its content, in lower-case hexadecimal digits.</param>
/// <param name="Read">Its content, the same each time; an <see cref="IOException"/> where the file has become another meanwhile.</param>
public sealed record StaticFile(string OutputPath, string SourceFile, string Sha256, Func<byte[]> Read);

/// <summary>The whole guide, read and resolved: all that the writers see.</summary>
public sealed record Site
{
    /// <summary>The settings.</summary>
    public required SiteSettings Settings { get; init; }

    /// <summary>Pages in reading order.</summary>
    public required IReadOnlyList<Page> Pages { get; init; }

    /// <summary>Files to copy.</summary>
    public IReadOnlyList<StaticFile> Files { get; init; } = [];

    /// <summary>The glossary in alphabetical order.</summary>
    public IReadOnlyList<GlossaryEntry> Glossary { get; init; } = [];

    /// <summary>Each instrument once, in the order of the tool pages.</summary>
    public IReadOnlyList<Instrument> Instruments { get; init; } = [];

    /// <summary>The documents to write, see <see cref="Document"/>.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];
}
