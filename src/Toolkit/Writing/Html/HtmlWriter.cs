using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Html;

/// <summary>Writes the site as pages, with all that pages load.</summary>
public static class HtmlWriter
{
    /// <summary>Path of the page for addresses that lead nowhere.</summary>
    public const string NotFoundPath = "404.html";

    /// <summary>Paths that are the site's own in every site, whether it writes them this time or not.</summary>
    public static IReadOnlyList<string> OwnPaths { get; } = [NotFoundPath, HostHeaders.File, "_redirects", "sitemap.xml", "robots.txt", ServiceWorker.Script, ServiceWorker.ListPath];

    /// <summary>What the search of a site looks through; null where the site has none. It needs no document, so it can be made while these are.</summary>
    public static string? SearchOf(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.Settings.GenerateSearchIndex ? SearchData.Json(site) : null;
    }

    /// <summary>
    /// Makes every page and every file that pages load, in a fixed order: same input, same bytes. Files to copy and the
    /// downloads themselves are not among them.
    /// </summary>
    public static async Task<WrittenPages> WriteAsync(
        Site site,
        LanguageWords words,
        IThemeViews views,
        ThemeAssets assets,
        IReadOnlyList<Download> downloads,
        IReadOnlyList<(string Name, byte[] Content)> templates,
        string? search,
        CancellationToken cancellation,
        IReadOnlyList<(Site Site, IReadOnlyList<Download> Downloads)>? others = null)
    {
        var hashed = new HashedAssets();
        hashed.Add(assets, site.Settings.Language, site.Settings.Languages.Count > 1);
        hashed.Provide("guide", GuideData.Json(site, downloads));
        if (others is { Count: > 0 })
        {
            hashed.Provide("labels", LabelData.Json(site.Settings.Languages[0].Code, others.Select(o => o.Site)));
        }

        if (search is not null)
        {
            hashed.Provide("search-data", search);
        }

        foreach (var file in downloads.Where(d => d.WrittenAs.BrowserNeedsBytes && !d.IsText))
        {
            if (file.IsLater)
            {
                hashed.Promise($"{file.Format}/{file.Document}", file.Sha256);
            }
            else
            {
                hashed.Provide($"{file.Format}/{file.Document}", file.Read, file.Sha256);
            }
        }

        foreach (var (name, content) in templates)
        {
            hashed.Provide(name, () => content, Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        var manifest = hashed.Manifest();
        var shared = new SiteContext(site, words, views, hashed, manifest, downloads) { Others = others ?? [] };
        var contexts = site.Pages.Select(p => Context(shared, p)).ToList();
        if (shared.At(site.Settings.Folder + NotFoundPath) is null)
        {
            contexts.Add(Context(shared, NotFound(words.Pages, site.Settings)));
        }

        var isSource = site.Settings.Folder.Length == 0;
        return new WrittenPages(
            contexts,
            await RenderAsync(contexts, cancellation),
        [
            .. hashed.Files,
            .. SiteFiles.Redirects(site, words.Pages),
            .. !isSource ? Array.Empty<OutputFile>() :
            [
                .. SiteFiles.NetlifyRedirects(site),
                .. SiteFiles.Sitemap(site),
                SiteFiles.File(HostHeaders.File, HostHeaders.Netlify(hashed.Headers)),
                ServiceWorker.Of(assets, WrittenPages.KeepsOnDevice(site)),
            ],
        ]);
    }

    /// <summary>
    /// A host shows the page for missing addresses at any depth, so its links start at the site's root instead of being
    /// relative.
    /// </summary>
    private static PageContext Context(SiteContext shared, Page page) =>
        new(shared, page, shared.PlaceOf(page) == NotFoundPath ? Addresses.LinkRoot(shared.Site.Settings) + "/" : null);

    private static Page NotFound(PageWords words, SiteSettings settings) => new()
    {
        SourcePath = "",
        OutputPath = settings.Folder + NotFoundPath,
        Xref = "404",
        Title = words.NotFoundTitle,
        Description = words.NotFoundDescription,
        IncludeInSitemap = false,
    };

    /// <summary>A renderer serves one page at a time, so each worker has one of its own.</summary>
    internal static async Task<OutputFile[]> RenderAsync(IReadOnlyList<PageContext> pages, CancellationToken cancellation)
    {
        var files = new OutputFile[pages.Count];
        var workers = Math.Max(1, Math.Min(Environment.ProcessorCount, pages.Count));
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(
            async () =>
            {
                await using var services = new ServiceCollection()
                    .AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All))
                    .BuildServiceProvider();
                await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
                for (var i = Interlocked.Increment(ref next); i < pages.Count; i = Interlocked.Increment(ref next))
                {
                    cancellation.ThrowIfCancellationRequested();
                    files[i] = await RenderAsync(renderer, pages[i]);
                }
            },
            cancellation)));
        return files;
    }

    private static Task<OutputFile> RenderAsync(HtmlRenderer renderer, PageContext page) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PageLayout.Page)] = page });
        var root = await renderer.RenderComponentAsync(page.Shared.Views.Layout(page.Page.Layout), parameters);
        using var text = new StringWriter();
        root.WriteHtmlTo(text);
        return new OutputFile(page.Page.OutputPath, Encoding.UTF8.GetBytes(text.ToString()));
    });
}
