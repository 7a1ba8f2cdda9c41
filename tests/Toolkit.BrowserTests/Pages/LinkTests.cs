using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Pages;

/// <summary>Every link, anchor and file of the built site.</summary>
public sealed class LinkTests(GuideSite site)
{
    private static readonly Uri Root = new("http://localhost/");

    [Fact]
    public void Every_link_and_anchor_leads_somewhere()
    {
        var documents = site.AllPages.ToDictionary(page => page, Read);
        var broken = new List<string>();
        foreach (var (page, document) in documents)
        {
            foreach (var (address, what) in Addresses(document))
            {
                var target = new Uri(new Uri(Root, page), address);
                if (target.Authority != Root.Authority || !target.Scheme.StartsWith("http", StringComparison.Ordinal))
                {
                    continue;
                }

                var path = Uri.UnescapeDataString(target.AbsolutePath[1..]);
                var anchor = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
                if (!File.Exists(Path.Combine(site.Output, path)))
                {
                    broken.Add($"{page}: {what} {address}: no such file");
                }
                else if (anchor.Length > 0 && documents.TryGetValue(path, out var other) && other.GetElementById(anchor) is null)
                {
                    broken.Add($"{page}: {what} {address}: no such place on the page");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Every_file_answers_with_its_type_and_the_headers()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var wrong = new ConcurrentBag<string>();
        var files = Directory.GetFiles(site.Output, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(site.Output, f).Replace('\\', '/'));
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (file, stop) =>
        {
            using var answer = await client.GetAsync(new Uri(file, UriKind.Relative), stop);
            if (answer.StatusCode != HttpStatusCode.OK || (await answer.Content.ReadAsByteArrayAsync(stop)).Length == 0)
            {
                wrong.Add($"{file}: {answer.StatusCode}");
            }

            if (!answer.Headers.TryGetValues("Content-Security-Policy", out var policy) || !policy.Single().Contains("default-src 'none'", StringComparison.Ordinal))
            {
                wrong.Add($"{file}: no policy");
            }

            // The mark by which a build knows its own folder has no type, and needs none.
            if (Path.HasExtension(file) && file != ".toolkit-output" && answer.Content.Headers.ContentType?.MediaType == "application/octet-stream")
            {
                wrong.Add($"{file}: no type");
            }
        });

        Assert.Empty(wrong);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_missing_address_shows_the_page_for_it()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        using var answer = await client.GetAsync(new Uri("guide/nowhere.html", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("data-page=\"404.html\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_stand_once_on_a_page()
    {
        var twice = from page in site.AllPages
                    from same in Read(page).QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1)
                    select $"{page}: {same.Key}";

        Assert.Empty(twice);
    }

    [Fact]
    public void Links_out_of_the_site_say_nothing_of_where_people_come_from()
    {
        var telling = from page in site.AllPages
                      from link in Read(page).QuerySelectorAll("a[href^=http]")
                      where link.GetAttribute("rel")?.Split(' ').Contains("noreferrer") != true
                      select $"{page}: {link.GetAttribute("href")}";

        Assert.Empty(telling);
    }

    [Fact]
    public void Every_field_has_a_label()
    {
        var wrong = from page in site.AllPages
                    let document = Read(page)
                    from control in document.QuerySelectorAll(".instrument input, .instrument textarea, .instrument select")
                    where (control.Closest("label") ?? (control.Id is { } id ? document.QuerySelector($"label[for=\"{id}\"]") : null)) is null
                    select $"{page}: {control.OuterHtml}";

        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Address, string What)> Addresses(IDocument document) =>
        document.QuerySelectorAll("[href]").Select(e => (e.GetAttribute("href")!, e.LocalName))
            .Concat(document.QuerySelectorAll("[src]").Select(e => (e.GetAttribute("src")!, e.LocalName)));

    private IDocument Read(string page) => new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(site.Output, page)));
}
