using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Cli.Serving;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Journeys;

/// <summary>The guide kept in the browser: only when asked for, whole or not at all, gone when it is removed.</summary>
public sealed class KeptOnDeviceTests(GuideSite site)
{
    private const string What = """
        async () => ({
          caches: (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(request => request.url)))).flat(),
          workers: (await navigator.serviceWorker.getRegistrations()).length
        })
        """;

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task Without_a_network_every_page_search_form_and_download_answers()
    {
        await using var host = await Host.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        var page = visit.Page;
        // Nothing before somebody asks.
        Assert.Equal((0, 0), await CountAsync(page));
        await KeepAsync(page);
        Assert.Empty(await visit.AxeAsync());
        var (kept, workers) = await CountAsync(page);
        Assert.Equal(1, workers);
        visit.TakeComplaints();

        await host.GoneAsync();
        foreach (var path in site.Pages.Where(p => p != "404.html"))
        {
            await page.GotoAsync(host.Address + path);
            await Visit.StartedAsync(page);
            await Assertions.Expect(page.Locator("main .say").First).ToContainTextAsync("This page could not be fetched just now");
        }

        // Search.
        await page.GotoAsync(host.Address + "search.html");
        await page.Locator("input[name=q]").FillAsync("vetting");
        await page.Locator("[data-search-results] a").First.WaitForAsync();
        // Filling in, and a Word file with it.
        await page.GotoAsync(host.Address + "tools/expectations.html");
        await Visit.StartedAsync(page);
        await Answers.FillAsync(page, "expectations");
        await page.Locator("[data-part=downloads]").ScrollIntoViewIfNeededAsync();
        await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-fill=docx]").ClickAsync());
        await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-fill=pdf]").ClickAsync());
        // Each download.
        var missing = await page.EvaluateAsync<string[]>(
            """
            async root => {
              const list = await (await (await caches.open((await caches.keys()).find(name => / kept [0-9a-f]+$/.test(name)))).match(root + 'kept.json')).json()
              const answers = await Promise.all(list.files.map(async ([address]) => [address, (await fetch(root + address).catch(() => ({ ok: false }))).ok]))
              return answers.filter(([, ok]) => !ok).map(([address]) => address)
            }
            """,
            host.Address);
        Assert.Empty(missing);
        // Answers, pages and downloads went by, and nothing of them was put in.
        Assert.Equal((kept, 1), await CountAsync(page));
        Assert.All(await UrlsAsync(page), url => Assert.StartsWith(host.Address, url, StringComparison.Ordinal));
        Assert.DoesNotContain(visit.TakeComplaints(), complaint => complaint.Contains("Policy", StringComparison.OrdinalIgnoreCase) || (complaint.Contains("asked for", StringComparison.Ordinal) && !complaint.Contains($"asked for {host.Address}", StringComparison.Ordinal)));
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_new_version_waits_until_somebody_asks_for_it()
    {
        await using var host = await Host.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        await KeepAsync(visit.Page);
        var before = await UrlsAsync(visit.Page);
        host.Change("about.html", "What this site is", "What it is by now");

        // On the web it is the new one at once; what is kept stays.
        await visit.Page.GotoAsync(host.Address + "about.html");
        await visit.Page.GetByText("What it is by now").First.WaitForAsync();
        await visit.Page.GotoAsync(host.Address + "downloads.html");
        await BringIntoViewAsync(visit.Page);
        var part = visit.Page.Locator("[data-part=device]");
        await part.GetByText("The guide has changed since then").WaitForAsync();
        Assert.Equal(before.Order(StringComparer.Ordinal), (await UrlsAsync(visit.Page)).Order(StringComparer.Ordinal));
        Assert.Empty(await visit.AxeAsync());

        await part.GetByRole(AriaRole.Button, new() { Name = "Get the new version" }).ClickAsync();
        await part.GetByText("The guide has changed since then").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await part.GetByText("The guide is kept on this device").WaitForAsync();
        await host.GoneAsync();
        await visit.Page.GotoAsync(host.Address + "about.html");
        await visit.Page.GetByText("What it is by now").First.WaitForAsync();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_page_that_a_host_has_changed_is_not_kept()
    {
        await using var host = await Host.StartAsync(site);
        host.Change("about.html", "What this site is", "What they want", andTheList: false);
        await using var visit = await host.OpenAsync("downloads.html");
        await BringIntoViewAsync(visit.Page);
        var part = visit.Page.Locator("[data-part=device]");

        await part.GetByRole(AriaRole.Button, new() { Name = "Keep it on this device" }).ClickAsync();

        await part.GetByText("Some pages are not as they were made").WaitForAsync();
        await part.GetByRole(AriaRole.Button, new() { Name = "Keep it on this device" }).WaitForAsync();
        Assert.Equal((0, 0), await CountAsync(visit.Page));
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("remove", true)]
    [InlineData("erase", true)]
    [InlineData("exit", false)]
    public async Task It_is_gone_when_it_is_removed_or_everything_is_erased_and_not_by_leaving(string deed, bool isGone)
    {
        await using var host = await Host.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        var page = visit.Page;
        await KeepAsync(page);
        switch (deed)
        {
            case "remove":
                await page.GetByRole(AriaRole.Button, new() { Name = "Remove it from this device" }).ClickAsync();
                await page.GetByText("It was removed from this device").WaitForAsync();
                await Assertions.Expect(page.Locator("[data-part=device] h3")).ToBeFocusedAsync();
                break;
            case "erase":
                await page.Locator("[data-keeper-erase]").ClickAsync();
                var dialog = page.GetByRole(AriaRole.Dialog);
                await dialog.GetByText("The guide that is kept on this device is removed, too.").WaitForAsync();
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickAsync();
                await page.GetByText("Everything was erased here").WaitForAsync();
                break;
            default:
                await page.RouteAsync("https://**", route => route.FulfillAsync(new() { Body = "<title>weather</title>", ContentType = "text/html" }));
                await page.Locator("[data-part=exit]").First.DispatchEventAsync("click");
                await page.WaitForFunctionAsync("() => document.title === 'weather'");
                break;
        }

        await page.GotoAsync(host.Address + "leaving.html");
        if (isGone)
        {
            await page.WaitForFunctionAsync("async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0");
        }
        else
        {
            Assert.Equal(1, (await CountAsync(page)).Workers);
            Assert.NotEmpty(await UrlsAsync(page));
        }
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_site_that_takes_it_back_frees_the_devices_that_come_by()
    {
        await using var host = await Host.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        await KeepAsync(visit.Page);
        host.Write("sw.js", await File.ReadAllBytesAsync(Repository.At("theme/dist/sw-gone.js"), TestContext.Current.CancellationToken));

        await visit.Page.GotoAsync(host.Address + "about.html");

        await visit.Page.WaitForFunctionAsync("async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_stopped_leaves_nothing()
    {
        await using var host = await Host.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        var page = visit.Page;
        // One file never comes.
        await page.RouteAsync("**/downloads/whole-guide.pdf", _ => { });
        await BringIntoViewAsync(page);
        var part = page.Locator("[data-part=device]");
        await part.GetByRole(AriaRole.Button, new() { Name = "Keep it on this device" }).ClickAsync();
        await part.GetByText("50%").Or(part.GetByText("60%")).Or(part.GetByText("70%")).Or(part.GetByText("80%")).Or(part.GetByText("90%")).First.WaitForAsync();
        Assert.Empty(await visit.AxeAsync());

        await part.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await part.GetByText("Stopped. Nothing was kept.").WaitForAsync();
        Assert.Equal((0, 0), await CountAsync(page));
    }

    private static async Task KeepAsync(IPage page)
    {
        await BringIntoViewAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it on this device" }).ClickAsync();
        await page.GetByText("The guide is kept on this device").WaitForAsync();
        await page.EvaluateAsync("() => navigator.serviceWorker.ready");
    }

    private static Task BringIntoViewAsync(IPage page) => page.Locator("[data-part=device]").ScrollIntoViewIfNeededAsync();

    private static async Task<(int Files, int Workers)> CountAsync(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>(What);
        return (found.GetProperty("caches").GetArrayLength(), found.GetProperty("workers").GetInt32());
    }

    private static async Task<string[]> UrlsAsync(IPage page) =>
        [.. (await page.EvaluateAsync<JsonElement>(What)).GetProperty("caches").EnumerateArray().Select(url => url.GetString()!)];

    /// <summary>A host of the test's own, which can change and be gone.</summary>
    private sealed class Host : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly GuideSite _site;
        private SiteServer? _server;

        private Host(GuideSite site) => _site = site;

        public string Address { get; private set; } = "";

        public static async Task<Host> StartAsync(GuideSite site)
        {
            var host = new Host(site);
            foreach (var file in Directory.GetFiles(site.Output, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".zip", StringComparison.Ordinal)))
            {
                var copy = Path.Combine(host._folder.Path, Path.GetRelativePath(site.Output, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            host._server = await SiteServer.StartAsync(host._folder.Path, 0, null, TestContext.Current.CancellationToken);
            host.Address = host._server.Address.AbsoluteUri;
            return host;
        }

        public async Task<Visit> OpenAsync(string page)
        {
            var visit = await _site.OpenAsync("about.html", new VisitOptions());
            await visit.Page.GotoAsync(Address + page);
            await Visit.StartedAsync(visit.Page);
            return visit;
        }

        /// <summary>Ends the server: from now on there is no network.</summary>
        public async Task GoneAsync()
        {
            await _server!.DisposeAsync();
            _server = null;
        }

        public void Write(string path, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder.Path, path), bytes);

        /// <summary>Publishes a page with other words, as a build would with its list, or as a host would that meddles.</summary>
        public void Change(string path, string words, string others, bool andTheList = true)
        {
            var text = File.ReadAllText(Path.Combine(_folder.Path, path));
            Assert.Contains(words, text, StringComparison.Ordinal);
            var bytes = Encoding.UTF8.GetBytes(text.Replace(words, others, StringComparison.Ordinal));
            Write(path, bytes);
            if (andTheList)
            {
                var list = JsonNode.Parse(File.ReadAllBytes(Path.Combine(_folder.Path, "kept.json")))!;
                list["version"] = "0123456789abcdef";
                var entry = list["files"]!.AsArray().First(f => (string)f![0]! == path)!;
                (entry[1], entry[2]) = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
                Write("kept.json", Encoding.UTF8.GetBytes(list.ToJsonString()));
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
            {
                await _server.DisposeAsync();
            }

            _folder.Dispose();
        }
    }
}
