using Toolkit.Model;
using Toolkit.Writing.Html;

namespace Toolkit.Writing.Pdf;

/// <summary>Where a link within the site leads from a document: to a place in it, to the published page, or nowhere.</summary>
internal sealed class PdfLinks
{
    private readonly Document _document;
    private readonly SiteSettings _settings;
    private readonly HashSet<string> _anchors;
    private readonly Dictionary<string, string> _tools;

    private PdfLinks(Document document, SiteSettings settings, HashSet<string> anchors)
    {
        _document = document;
        _settings = settings;
        _anchors = anchors;
        _tools = Tools(document.Blocks).Where(tool => anchors.Contains(tool.Anchor)).ToDictionary(tool => tool.Id, tool => tool.Anchor);
    }

    /// <summary>The links of a document. An id that stands in it twice is no place to lead to.</summary>
    public static PdfLinks Of(Document document, SiteSettings settings) => new(
        document,
        settings,
        [.. Ids(document.Blocks).Where(id => id.Length > 0).GroupBy(id => id).Where(g => g.Count() == 1).Select(g => g.Key)]);

    /// <summary>Label of a place in the document; null where no link can lead there.</summary>
    public string? Label(string page, string anchor) =>
        page == _document.Page && _anchors.Contains(anchor) ? Place(anchor) : null;

    /// <summary>Label of the place that a link leads to, which may be a tool that stands in the document; null where it leads out of it.</summary>
    public string? Target(InternalLink link) =>
        Label(link.Page, link.Anchor)
        ?? (link.Anchor.Length == 0 && link.Page != _document.Page && _tools.TryGetValue(Path.GetFileNameWithoutExtension(link.Page), out var anchor) ? Place(anchor) : null);

    /// <summary>Address of the published page; null where the site does not know its host.</summary>
    public string? Published(string page, string anchor) => Addresses.Of(_settings, page, anchor);

    /// <summary>Whether the target of a link is to be had on the site alone.</summary>
    public bool IsOnSiteAlone(InternalLink link) => _document.IsOnSiteAlone(link);

    private static string Place(string anchor) => "at-" + anchor;

    /// <summary>Where each tool begins: at its own title, or at the heading over it that says the same.</summary>
    private static IEnumerable<(string Id, string Anchor)> Tools(IReadOnlyList<Block> blocks) => blocks.Index()
        .Where(at => at.Item is Instrument)
        .Select(at => (Tool: (Instrument)at.Item, Before: at.Index > 0 ? blocks[at.Index - 1] as Heading : null))
        .Select(at => (at.Tool.Id, at.Before is { } heading && InlineText.Plain(heading.Content) == at.Tool.Title ? heading.Id : at.Tool.Id));

    private static IEnumerable<string> Ids(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Heading heading => [heading.Id],
        Instrument instrument => [instrument.Id, .. Ids(instrument.Children)],
        _ => Ids(block.Children),
    });
}
