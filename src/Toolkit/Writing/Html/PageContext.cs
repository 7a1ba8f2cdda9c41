using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Html;

/// <summary>One page while it is written: its content, and links as they look from it.</summary>
public sealed class PageContext
{
    private readonly Lazy<PageContent> _content;

    /// <summary>A page of a site.</summary>
    /// <param name="shared">What all pages share.</param>
    /// <param name="page">The page.</param>
    /// <param name="root">What leads to the site's root; null for the relative path that follows from the page's own.</param>
    public PageContext(SiteContext shared, Page page, string? root = null)
    {
        Shared = shared;
        Page = page;
        Root = root ?? string.Concat(Enumerable.Repeat("../", page.OutputPath.Count(c => c == '/')));
        _content = new(() => new PageContent(page));
    }

    /// <summary>What all pages share.</summary>
    public SiteContext Shared { get; }

    /// <summary>The site.</summary>
    public Site Site => Shared.Site;

    /// <summary>Its settings.</summary>
    public SiteSettings Settings => Site.Settings;

    /// <summary>What is added to the authors' words, in the language of the page.</summary>
    public LanguageWords Words => Shared.Words;

    /// <summary>The page.</summary>
    public Page Page { get; }

    /// <summary>Relative path to the site's root: empty, or ending in <c>/</c>.</summary>
    public string Root { get; }

    /// <summary>What its blocks hold: headings, words, glossary terms.</summary>
    public PageContent Content => _content.Value;

    /// <summary>The document that holds this page; null if there is none.</summary>
    public Document? Document => Shared.DocumentOf(Page);

    /// <summary>Whether a path leads to this page.</summary>
    public bool Is(Page other) => other.OutputPath == Page.OutputPath;

    /// <summary>Output path of the same page in another language of the site.</summary>
    public string InLanguage(SiteLanguage language) =>
        (language.Code == Settings.Languages[0].Code ? "" : language.Folder) + Shared.PlaceOf(Page);

    /// <summary>A link to another page.</summary>
    public string To(Page page, string anchor = "") => To(page.OutputPath, anchor);

    /// <summary>A link to a path of the output, as it looks from this page.</summary>
    public string To(string outputPath, string anchor = "") => (outputPath == Page.OutputPath && anchor.Length > 0, anchor) switch
    {
        (true, _) => Addresses.Place(anchor),
        _ => Root + Addresses.Path(outputPath) + Addresses.Place(anchor),
    };

    /// <summary>A link to a file with a hashed name.</summary>
    public string Asset(string name) => Root + Shared.Assets.Path(name);

    /// <summary>The page's whole address where the host is known; null where it is not.</summary>
    public string? Canonical => Addresses.Of(Settings, Page.OutputPath);
}
