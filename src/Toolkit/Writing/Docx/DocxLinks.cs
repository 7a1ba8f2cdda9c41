using DocumentFormat.OpenXml;
using Toolkit.Model;
using Toolkit.Writing.Html;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>Where links lead: to a place in the same document, to the published site, or nowhere.</summary>
internal sealed class DocxLinks
{
    /// <summary>The bookmark of the title.</summary>
    public const string Top = "top";

    private readonly Document _document;
    private readonly SiteSettings _settings;
    private readonly HashSet<string> _anchors = [];
    private readonly SortedDictionary<string, string> _relationships = new(StringComparer.Ordinal);

    public DocxLinks(Document document, SiteSettings settings)
    {
        _document = document;
        _settings = settings;
        Gather(document.Blocks);
    }

    /// <summary>Relationship ids and the addresses they stand for.</summary>
    public IEnumerable<(string Id, Uri Address)> Relationships => _relationships.Select(r => (r.Value, new Uri(r.Key)));

    /// <summary>The bookmark of an anchor; Word allows 40 letters, digits and underscores.</summary>
    public static string Bookmark(string anchor) => "at_" + Field.Hash(anchor);

    /// <summary>A link out of the document; its words alone where the address is none.</summary>
    public IEnumerable<OpenXmlElement> External(string url, IEnumerable<OpenXmlElement> words)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return words;
        }

        if (!_relationships.TryGetValue(address.AbsoluteUri, out var id))
        {
            id = $"rIdL{_relationships.Count + 1}";
            _relationships.Add(address.AbsoluteUri, id);
        }

        return [new W.Hyperlink(words) { Id = id, History = true }];
    }

    /// <summary>A link within the site.</summary>
    public IEnumerable<OpenXmlElement> Internal(InternalLink link, IEnumerable<OpenXmlElement> words, IEnumerable<OpenXmlElement> plain)
    {
        if (Here(link) is { } bookmark)
        {
            return [new W.Hyperlink(words) { Anchor = bookmark, History = true }];
        }

        return Addresses.Of(_settings, link.Page, link.Anchor) is { } published ? External(published, words) : plain;
    }

    /// <summary>Whether the target of a link is to be had on the site alone.</summary>
    public bool IsOnSiteAlone(InternalLink link) => _document.IsOnSiteAlone(link);

    private string? Here(InternalLink link)
    {
        var stem = Path.GetFileNameWithoutExtension(link.Page);
        var here = link.Page == _document.Page;
        return link.Anchor switch
        {
            "" when here => Top,
            "" when link.Page.EndsWith(".html", StringComparison.Ordinal) && _anchors.Contains(stem) => Bookmark(stem),
            { Length: > 0 } anchor when (here || _document.Kind == DocumentKind.Guide) && _anchors.Contains(anchor) => Bookmark(anchor),
            _ => null,
        };
    }

    private void Gather(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading:
                    _anchors.Add(heading.Id);
                    break;
                case Instrument instrument:
                    _anchors.Add(instrument.Id);
                    break;
            }

            Gather(block.Children);
        }
    }
}
