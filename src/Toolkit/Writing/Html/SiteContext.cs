using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Html;

/// <summary>What all pages share while they are written: the site, and quick answers to questions about it.</summary>
public sealed class SiteContext
{
    private readonly Dictionary<string, Page> _pages;
    private readonly ILookup<string, Download> _downloads;
    private readonly Dictionary<string, (Page? Previous, Page? Next)> _neighbors = [];
    private readonly Dictionary<string, Document> _documents;
    private readonly Dictionary<string, Page> _layouts;
    private readonly Dictionary<string, Page> _names;
    private readonly InstrumentPages _instruments;

    /// <summary>Prepares the answers.</summary>
    public SiteContext(Site site, LanguageWords words, IThemeViews views, HashedAssets assets, string manifest, IReadOnlyList<Download> downloads)
    {
        Site = site;
        Words = words;
        Views = views;
        Assets = assets;
        Manifest = manifest;
        _pages = site.Pages.ToDictionary(p => p.OutputPath);
        _layouts = FirstOf(site.Pages, p => p.Layout);
        _names = FirstOf(site.Pages, p => p.Xref);
        _instruments = new InstrumentPages(site.Pages);
        _downloads = downloads.ToLookup(d => d.Document);
        Formats = [.. downloads.Select(d => d.WrittenAs).Distinct()];
        _documents = site.Documents.Where(d => d.Kind != DocumentKind.Guide && !d.IsText)
            .GroupBy(d => d.Page).ToDictionary(g => g.Key, g => g.First());
        MainNavigation = [.. site.Pages.Where(p => p.ShowInNavigation).OrderBy(p => p.Order)];
        Link(site.Pages.Where(p => p.Kind == PageKind.Chapter));
        Link(site.Pages.Where(p => p.Kind == PageKind.Tool));
    }

    /// <summary>The site.</summary>
    public Site Site { get; }

    /// <summary>What is added to the authors' words, in the language of the site.</summary>
    public LanguageWords Words { get; }

    /// <summary>The theme's components.</summary>
    public IThemeViews Views { get; }

    /// <summary>Files with hashed names.</summary>
    public HashedAssets Assets { get; }

    /// <summary>Path of the list of scripts that are loaded on use.</summary>
    public string Manifest { get; }

    /// <summary>Pages that ask for a place in the main navigation. None does unless it says so: each stands on every page.</summary>
    public IReadOnlyList<Page> MainNavigation { get; }

    /// <summary>The page at a path in the output; null if there is none.</summary>
    public Page? At(string outputPath) => _pages.GetValueOrDefault(outputPath);

    /// <summary>Output path of the home page.</summary>
    public string HomePath => Site.Settings.Folder + "index.html";

    /// <summary>The path of a page among those of its language.</summary>
    public string PlaceOf(Page page) => page.OutputPath[Site.Settings.Folder.Length..];

    /// <summary>The first page with a layout; null if there is none.</summary>
    public Page? WithLayout(string layout) => _layouts.GetValueOrDefault(layout);

    /// <summary>The page of a name for <c>xref:</c>; null if there is none.</summary>
    public Page? Named(string xref) => _names.GetValueOrDefault(xref);

    /// <summary>The tool page that holds an instrument; null if it has none.</summary>
    public Page? ToolOf(Instrument instrument) => _instruments[instrument.Id] is { Kind: PageKind.Tool } page ? page : null;

    /// <summary>The chapters or tools before and after a page.</summary>
    public (Page? Previous, Page? Next) Neighbors(Page page) => _neighbors.GetValueOrDefault(page.OutputPath);

    /// <summary>The document that holds a page; null if there is none.</summary>
    public Document? DocumentOf(Page page) => _documents.GetValueOrDefault(page.OutputPath);

    /// <summary>The same document as text alone; null where it was not written.</summary>
    public Document? TextOf(Document document) =>
        Site.Documents.FirstOrDefault(d => d.IsText && d.Page == document.Page && d.Kind == document.Kind && FilesOf(d.Id).Count > 0);

    /// <summary>What documents were written as this time, in the order in which files are offered.</summary>
    public IReadOnlyList<IDocumentFormat> Formats { get; }

    /// <summary>All of the site in one file; null where pages do not offer it.</summary>
    public WholeToolkit? Whole { get; internal set; }

    /// <summary>Whether pages offer to keep the guide on a device.</summary>
    public bool KeepsOnDevice { get; internal set; }

    /// <summary>The files of a document, in the order of <see cref="Formats"/>.</summary>
    public IReadOnlyList<Download> FilesOf(string document) => [.. _downloads[document]];

    /// <summary>The site in its other languages, and what was written in them.</summary>
    public IReadOnlyList<(Site Site, IReadOnlyList<Download> Downloads)> Others { get; init; } = [];

    /// <summary>The files of a document in the other languages, in the order of languages and <see cref="Formats"/>.</summary>
    public IEnumerable<(SiteLanguage Language, IReadOnlyList<Download> Files)> FilesInOthers(string document) =>
        Others.Select(o => (o.Site.Settings.Languages.First(l => l.Code == o.Site.Settings.Language), (IReadOnlyList<Download>)[.. o.Downloads.Where(d => d.Document == document)]))
            .Where(o => o.Item2.Count > 0);

    /// <summary>The pages above a page, from the home page down.</summary>
    public IReadOnlyList<Page> Trail(Page page)
    {
        var trail = new List<Page>();
        for (var folder = Parent(PlaceOf(page)); folder is not null; folder = Parent(folder + "index.html"))
        {
            if (At(Site.Settings.Folder + folder + "index.html") is { } index && index != page)
            {
                trail.Insert(0, index);
            }
        }

        var list = page.Kind == PageKind.Tool ? WithLayout("tools") : null;
        if (list is not null && !trail.Contains(list))
        {
            trail.Add(list);
        }

        return trail;
    }

    /// <summary>Folder of a path, with its final slash; of an index page, the folder above; null above the root.</summary>
    private static string? Parent(string path)
    {
        if (path == "index.html")
        {
            return null;
        }

        var own = path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"/index.html".Length] : path;
        return own[..(own.LastIndexOf('/') + 1)];
    }

    private static Dictionary<string, Page> FirstOf(IEnumerable<Page> pages, Func<Page, string> key) =>
        pages.GroupBy(key).ToDictionary(g => g.Key, g => g.First());

    private void Link(IEnumerable<Page> sequence)
    {
        var list = sequence.ToList();
        for (var i = 0; i < list.Count; i++)
        {
            _neighbors[list[i].OutputPath] = (i > 0 ? list[i - 1] : null, i + 1 < list.Count ? list[i + 1] : null);
        }
    }
}
