using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Html;

/// <summary>What holds for every page that is written, whatever stands on it.</summary>
public sealed class WrittenPagesTests
{
    private static readonly HtmlParser Parser = new();

    [Fact]
    public async Task No_style_attribute_no_inline_script_no_handler() => await EachPage((_, page) =>
    {
        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.True(s.HasAttribute("src") && s.TextContent.Length == 0));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
    });

    [Fact]
    public async Task Each_page_carries_the_policy_before_it_loads_anything() => await EachPage((_, page) =>
    {
        var head = page.Head!.Children.ToList();
        var policy = head.FindIndex(e => e.GetAttribute("http-equiv") == "Content-Security-Policy");
        // Nothing but the sheet of a tool is let in, and there alone.
        var sheet = page.QuerySelector("style")?.TextContent;
        Assert.Equal(SecurityHeaders.With(sheet).MetaPolicy, head[policy].GetAttribute("content"));
        Assert.InRange(policy, 0, head.FindIndex(e => e.LocalName is "link" or "script" or "style") - 1);
    });

    [Fact]
    public async Task The_first_question_waits_for_no_stylesheet_and_the_whole_one_follows()
    {
        var written = 0;
        await EachPage((path, page) =>
        {
            var isTool = page.Body!.ClassList.Contains("layout-tool");
            written += isTool ? 1 : 0;
            Assert.Equal(isTool ? [SampleSite.FirstSheet.ReplaceLineEndings("\n")] : [], page.QuerySelectorAll("style").Select(s => s.TextContent));
            var whole = Assert.Single(page.QuerySelectorAll("link[rel=stylesheet]"));
            Assert.Equal(isTool ? page.Body : page.Head, whole.ParentElement);
            Assert.Equal(!isTool, whole.NextElementSibling is not null);
            // What stands before the questions stops nothing either.
            Assert.All(page.QuerySelectorAll("script[src]"), script => Assert.True(script.HasAttribute("defer") || script.HasAttribute("async"), path));
        });
        Assert.True(written > 0);
    }

    [Fact]
    public async Task Links_within_the_site_are_relative_and_lead_somewhere()
    {
        var files = await SampleSite.Write(SampleSite.Site());
        var pages = files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => Parser.ParseDocument(Encoding.UTF8.GetString(f.Value)));
        var problems = new List<string>();
        foreach (var (path, page) in pages.Where(p => p.Key != HtmlWriter.NotFoundPath))
        {
            var links = page.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")!).Concat(page.QuerySelectorAll("[src]").Select(e => e.GetAttribute("src")!));
            foreach (var link in links.Where(l => !l.Contains(':', StringComparison.Ordinal)))
            {
                var target = new Uri(new Uri("http://x/" + path), link);
                var file = target.AbsolutePath.TrimStart('/');
                if (link.StartsWith('/'))
                {
                    problems.Add($"{path}: {link} is not relative");
                }
                else if (!files.ContainsKey(file) && !file.StartsWith("downloads/", StringComparison.Ordinal))
                {
                    problems.Add($"{path}: {link} leads nowhere");
                }
                else if (target.Fragment.Length > 1 && pages[file].GetElementById(Uri.UnescapeDataString(target.Fragment[1..])) is null)
                {
                    problems.Add($"{path}: {link} has no such place");
                }
            }
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task Outgoing_links_do_not_say_where_they_come_from() => await EachPage((_, page) =>
        Assert.All(page.QuerySelectorAll("a[href^=http]"), a => Assert.Contains("noreferrer", a.GetAttribute("rel") ?? "", StringComparison.Ordinal)));

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere() => await EachPage((_, page) =>
        Assert.DoesNotContain(page.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=icon]"), e => (e.GetAttribute("src") ?? e.GetAttribute("href"))!.Contains("//", StringComparison.Ordinal)));

    [Fact]
    public async Task Ids_are_unique_and_every_control_has_a_name_for_people() => await EachPage((path, page) =>
    {
        var twice = page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{path} {g.Key}");
        Assert.Empty(twice);
        Assert.All(page.QuerySelectorAll("main input, main select, main textarea"), control => Assert.True(Named(page, control), $"{path}: {control.OuterHtml}"));
    });

    [Fact]
    public async Task A_page_below_the_root_knows_the_way_to_it()
    {
        var page = await Open("guide/weaving.html");

        Assert.Equal("../", page.DocumentElement.GetAttribute("data-root"));
        Assert.Equal("guide/weaving.html", page.Body!.GetAttribute("data-page"));
        Assert.StartsWith("assets/manifest.", page.QuerySelector("script")!.GetAttribute("data-manifest"), StringComparison.Ordinal);
        Assert.Equal("../assets/", page.QuerySelector("script")!.GetAttribute("src")![..10]);
    }

    [Fact]
    public async Task Quick_exit_and_help_stand_on_every_page() => await EachPage((_, page) =>
    {
        Assert.Equal(2, page.QuerySelectorAll("a[data-part=exit]").Length);
        Assert.Contains("Need help yourself?", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#main", page.QuerySelector("a")!.GetAttribute("href"));
    });

    [Fact]
    public async Task The_same_site_gives_the_same_bytes()
    {
        var first = await SampleSite.Write(SampleSite.Site());
        var second = await SampleSite.Write(SampleSite.Site());

        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first, file => Assert.Equal(file.Value, second[file.Key]));
    }

    [Fact]
    public async Task Addresses_are_written_only_where_the_host_is_known()
    {
        var unknown = await SampleSite.Write(SampleSite.Site());
        var known = await SampleSite.Write(SampleSite.Site(s => s with { Host = "guide.example", LinkRoot = "/toolkit/" }));

        Assert.DoesNotContain("sitemap.xml", unknown.Keys);
        Assert.Null(Parser.ParseDocument(Encoding.UTF8.GetString(unknown["guide/weaving.html"])).QuerySelector("link[rel=canonical], meta[property]"));
        Assert.Contains("<loc>https://guide.example/toolkit/guide/weaving.html</loc><lastmod>2026-11-21</lastmod>", Encoding.UTF8.GetString(known["sitemap.xml"]), StringComparison.Ordinal);
        Assert.Contains("<loc>https://guide.example/toolkit/</loc>", Encoding.UTF8.GetString(known["sitemap.xml"]), StringComparison.Ordinal);
        var page = Parser.ParseDocument(Encoding.UTF8.GetString(known["guide/weaving.html"]));
        Assert.Equal("https://guide.example/toolkit/guide/weaving.html", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_old_address_leads_to_the_new_one_without_script()
    {
        var stub = await Open("old/weaving.html");

        Assert.Equal("0; url=../guide/weaving.html", stub.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Equal("../guide/weaving.html", stub.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_missing_page_is_shown_at_any_depth()
    {
        var files = await SampleSite.Write(SampleSite.Site(s => s with { LinkRoot = "toolkit" }));
        var page = Parser.ParseDocument(Encoding.UTF8.GetString(files[HtmlWriter.NotFoundPath]));

        Assert.StartsWith("/toolkit/assets/", page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/toolkit/index.html", page.QuerySelector("a.brand")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_does_not_grow_with_the_guide()
    {
        var site = SampleSite.Site();
        var chapter = site.Pages[1];
        var large = site with { Pages = [.. site.Pages, .. Enumerable.Range(0, 50).Select(n => chapter with { OutputPath = $"guide/more-{n}.html", RedirectFrom = [] })] };
        var page = Parser.ParseDocument(Encoding.UTF8.GetString((await SampleSite.Write(large))["guide/more-7.html"]));

        Assert.Equal(2, page.QuerySelectorAll("header.top nav a").Length);
        Assert.InRange(page.QuerySelectorAll("a[href]").Length, 1, 45);
    }

    private static bool Named(IHtmlDocument page, IElement control) =>
        control.Closest("label") is not null
        || control.HasAttribute("aria-label")
        || (control.GetAttribute("aria-labelledby") is { } ids && ids.Split(' ').All(id => page.GetElementById(id) is { TextContent.Length: > 0 }))
        || page.QuerySelector($"label[for='{control.Id}']") is not null;

    private static async Task<IHtmlDocument> Open(string path) =>
        Parser.ParseDocument(Encoding.UTF8.GetString((await SampleSite.Write(SampleSite.Site()))[path]));

    private static async Task EachPage(Action<string, IHtmlDocument> check)
    {
        var files = await SampleSite.Write(SampleSite.Site());
        foreach (var (path, bytes) in files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal) && !f.Key.StartsWith("old/", StringComparison.Ordinal)))
        {
            check(path, Parser.ParseDocument(Encoding.UTF8.GetString(bytes)));
        }
    }
}
