using System.Text;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Html;

/// <summary>Small files beside the pages: stubs at old addresses, the sitemap.</summary>
internal static class SiteFiles
{
    /// <summary>One page at each old address that leads to the new one, also without script and from disk.</summary>
    public static IEnumerable<OutputFile> Redirects(Site site, PageWords words)
    {
        foreach (var page in site.Pages)
        {
            foreach (var path in page.RedirectFrom)
            {
                var target = string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/'))) + Addresses.Path(page.OutputPath);
                var canonical = Addresses.Of(site.Settings, page.OutputPath) is { } address
                    ? $"<link rel=\"canonical\" href=\"{HtmlText.Escape(address)}\">\n"
                    : "";
                yield return File(path, $"""
                    <!DOCTYPE html>
                    <html lang="{HtmlText.Escape(site.Settings.Language)}">
                    <meta charset="utf-8">
                    <meta http-equiv="Content-Security-Policy" content="{SecurityHeaders.Plain.MetaPolicy}">
                    <meta http-equiv="refresh" content="0; url={HtmlText.Escape(target)}">
                    <meta name="robots" content="noindex">
                    {canonical}<title>{HtmlText.Escape(page.Title)}</title>
                    <h1>{HtmlText.Escape(words.Moved)}</h1>
                    <p><a href="{HtmlText.Escape(target)}">{HtmlText.Escape(page.Title)}</a></p>

                    """);
            }
        }
    }

    /// <summary>The same redirects for Netlify, which then answers with 301; nothing where the settings do not ask for it.</summary>
    public static IEnumerable<OutputFile> NetlifyRedirects(Site site)
    {
        var folders = site.Settings.Languages.Skip(1).Select(l => l.Folder).Prepend("");
        var lines = folders.SelectMany(folder => site.Pages.SelectMany(p => p.RedirectFrom.Select(from => $"/{Addresses.Path(folder + from)} /{Addresses.Path(folder + p.OutputPath)} 301\n")))
            .Concat(site.Settings.Languages.Skip(1).Select(l => $"/{l.Folder}* /{l.Folder}{HtmlWriter.NotFoundPath} 404\n")).ToList();
        if (site.Settings.NetlifyRedirects && lines.Count > 0)
        {
            yield return File("_redirects", string.Concat(lines));
        }
    }

    /// <summary>The sitemap, and the file that points to it; nothing where the host is not known.</summary>
    public static IEnumerable<OutputFile> Sitemap(Site site)
    {
        if (!site.Settings.GenerateSitemap || Addresses.Of(site.Settings, "sitemap.xml") is not { } own)
        {
            yield break;
        }

        var languages = site.Settings.Languages;
        var several = languages.Count > 1;
        var xml = new StringBuilder($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{(several ? " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" : "")}>\n");
        foreach (var page in site.Pages.Where(p => p.IncludeInSitemap && p.OutputPath != "404.html"))
        {
            var changed = page.Updated is { } day ? $"<lastmod>{day:yyyy-MM-dd}</lastmod>" : "";
            // Every page is there in every language, and each of them names all.
            string Address(SiteLanguage language) => HtmlText.Escape(Addresses.Of(site.Settings, (language == languages[0] ? "" : language.Folder) + page.OutputPath)!);
            var alternates = several ? string.Concat(languages.Select(l => $"<xhtml:link rel=\"alternate\" hreflang=\"{l.Code}\" href=\"{Address(l)}\"/>")) : "";
            foreach (var address in several ? languages.Select(Address) : [HtmlText.Escape(Addresses.Of(site.Settings, page.OutputPath)!)])
            {
                xml.Append($"<url><loc>{address}</loc>{changed}{alternates}</url>\n");
            }
        }

        yield return File("sitemap.xml", xml.Append("</urlset>\n").ToString());
        yield return File("robots.txt", $"User-agent: *\nAllow: /\nSitemap: {own}\n");
    }

    /// <summary>
    /// What people open first in the unpacked folder. It goes on by itself only with the script beside it: who opens it inside
    /// of the .zip, where systems unpack that one file alone, is told what to do instead of seeing that a page is missing.
    /// </summary>
    public static IReadOnlyList<OutputFile> StartOfFolder(SiteSettings settings, PageWords words) =>
    [
        File(WholeToolkit.StartPage, $"""
            <!DOCTYPE html>
            <html lang="{HtmlText.Escape(settings.Language)}">
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{SecurityHeaders.Plain.MetaPolicy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{HtmlText.Escape(settings.SiteTitle)}</title>
            <script src="start.js"></script>
            <h1>{HtmlText.Escape(settings.SiteTitle)}</h1>
            <p>{HtmlText.Escape(words.TakeAlong.UnpackFirst)}</p>
            <p><a href="index.html">{HtmlText.Escape(words.TakeAlong.OpenGuide)}</a></p>

            """),
        File("start.js", "location.replace('index.html')\n"),
    ];

    /// <summary>A text file in UTF-8 without byte order mark.</summary>
    public static OutputFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
