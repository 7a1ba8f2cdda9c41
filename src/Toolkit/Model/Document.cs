namespace Toolkit.Model;

/// <summary>What a document holds.</summary>
public enum DocumentKind
{
    /// <summary>One chapter, with the instruments in it.</summary>
    Chapter,

    /// <summary>One instrument alone.</summary>
    Instrument,

    /// <summary>The whole guide, each instrument once.</summary>
    Guide,
}

/// <summary>A document to write in every format: blocks, and what makes it findable again.</summary>
public sealed record Document
{
    /// <summary>File name without ending, such as <c>partner-vetting</c>; unique, permanent.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Six characters of <c>[a-z0-9]</c>, made from the id alone: Word bookmarks are <c>tk_{code}_{serial}</c>.
    /// </summary>
    public string Code => Field.Hash("document " + Id)[..6];

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The language of its title where that is not the document's; else empty.</summary>
    public string TitleLanguage { get; init; } = "";

    /// <summary>The language of the line under it where that is not the document's; else empty.</summary>
    public string DescriptionLanguage { get; init; } = "";

    /// <summary>A line under the title; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it holds.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The page it belongs to: output path.</summary>
    public required string Page { get; init; }

    /// <summary>
    /// The content under the title, heading levels from 2. In a guide each chapter opens with a level-2 heading and its
    /// own headings are one deeper.
    /// </summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The instruments that stand in it in full, in order.</summary>
    public required IReadOnlyList<Instrument> Instruments { get; init; }

    /// <summary>Whether it is the text alone, to be read and quoted: what another document asks stands in it as lists.</summary>
    public bool IsText { get; init; }

    /// <summary>
    /// Output paths of the pages that have a document, each in its own or within this one. A link to any other page leads to what stands
    /// on the site alone. Empty where nothing is known about it.
    /// </summary>
    public IReadOnlySet<string> OnPaper { get; init; } = new HashSet<string>();

    /// <summary>Whether the target of a link is to be had on the site alone.</summary>
    internal bool IsOnSiteAlone(InternalLink link) => OnPaper.Count > 0 && link.Page != Page && !OnPaper.Contains(link.Page);

    /// <summary>Whether it opens with a table of contents.</summary>
    public bool Contents { get; init; }

    /// <summary>Every field of the blank document in reading order.</summary>
    public IReadOnlyList<Field> Fields => [.. Instruments.SelectMany(i => i.BlankFields)];

    /// <summary>Ids of the fields whose serials were published, in the order of these; some may be gone from the document.</summary>
    public IReadOnlyList<string> Published { get; init; } = [];

    /// <summary>
    /// Field ids by serial, counted from 1: what was published first, then what is new, in reading order. Empty where a field is
    /// gone: its number belongs to no other one.
    /// </summary>
    public IReadOnlyList<string> Serials
    {
        get
        {
            var ids = Fields.Select(f => f.Id.Value).ToList();
            var here = ids.ToHashSet();
            var known = Published.ToHashSet();
            return [.. Published.Select(id => here.Contains(id) ? id : ""), .. ids.Where(id => !known.Contains(id))];
        }
    }
}

/// <summary>What a blank document knows about itself, as JSON in a Word custom property and a key of the PDF's Info, both named <see cref="Key"/>.</summary>
internal static class DocumentMetadata
{
    /// <summary>Name of the custom property and of the Info key.</summary>
    public const string Key = "PartnershipToolkit";

    /// <summary>Version of the format.</summary>
    public const int Format = 1;
}
