using System.Text.Json;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
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
        await using var host = await KeptHost.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        var page = visit.Page;
        // Nothing before somebody asks.
        Assert.Equal((0, 0), await CountAsync(page));
        await KeptHost.KeepAsync(page);
        Assert.Empty(await visit.AxeAsync());
        var (kept, workers) = await CountAsync(page);
        Assert.Equal(1, workers);
        visit.AssertQuiet();

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
        await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-fill=docx]").ClickSteadyAsync());
        await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-fill=pdf]").ClickSteadyAsync());
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
        await visit.AssertQuietWithoutNetworkAsync();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_new_version_waits_until_somebody_asks_for_it()
    {
        await using var host = await KeptHost.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        await KeptHost.KeepAsync(visit.Page);
        var before = await UrlsAsync(visit.Page);
        host.Change("about.html", "What this site is", "What it is by now");

        // On the web it is the new one at once; what is kept stays.
        await visit.Page.GotoAsync(host.Address + "about.html");
        await visit.Page.GetByText("What it is by now").First.WaitForAsync();
        await visit.Page.GotoAsync(host.Address + "downloads.html");
        await KeptHost.BringIntoViewAsync(visit.Page);
        var part = visit.Page.Locator("[data-part=device]");
        await part.GetByText("The guide has changed since then").WaitForAsync();
        Assert.Equal(before.Order(StringComparer.Ordinal), (await UrlsAsync(visit.Page)).Order(StringComparer.Ordinal));
        Assert.Empty(await visit.AxeAsync());

        await part.GetByRole(AriaRole.Button, new() { Name = "Get the new version" }).ClickSteadyAsync();
        await part.GetByText("The guide has changed since then").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await part.GetByText("The guide is kept on this device").WaitForAsync();
        await host.GoneAsync();
        await visit.Page.GotoAsync(host.Address + "about.html");
        await visit.Page.GetByText("What it is by now").First.WaitForAsync();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_page_that_a_host_has_changed_is_not_kept()
    {
        await using var host = await KeptHost.StartAsync(site);
        host.Change("about.html", "What this site is", "What they want", andTheList: false);
        await using var visit = await host.OpenAsync("downloads.html");
        await KeptHost.BringIntoViewAsync(visit.Page);
        var part = visit.Page.Locator("[data-part=device]");

        await part.GetByRole(AriaRole.Button, new() { Name = "Keep it on this device" }).ClickSteadyAsync();

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
        await using var host = await KeptHost.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        var page = visit.Page;
        await KeptHost.KeepAsync(page);
        switch (deed)
        {
            case "remove":
                await page.GetByRole(AriaRole.Button, new() { Name = "Remove it from this device" }).ClickSteadyAsync();
                await page.GetByText("It was removed from this device").WaitForAsync();
                await Assertions.Expect(page.Locator("[data-part=device] h3")).ToBeFocusedAsync();
                break;
            case "erase":
                await page.Locator("[data-keeper-erase]").ClickSteadyAsync();
                var dialog = page.GetByRole(AriaRole.Dialog);
                await dialog.GetByText("The guide that is kept on this device is removed, too.").WaitForAsync();
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickSteadyAsync();
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
            await UntilGoneAsync(page);
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
        await using var host = await KeptHost.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        await KeptHost.KeepAsync(visit.Page);
        host.Write("sw.js", await File.ReadAllBytesAsync(Repository.At("theme/dist/sw-gone.js"), TestContext.Current.CancellationToken));

        await visit.Page.GotoAsync(host.Address + "about.html");

        await UntilGoneAsync(visit.Page);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_stopped_leaves_nothing()
    {
        await using var host = await KeptHost.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        var page = visit.Page;
        // One file never comes.
        await page.RouteAsync("**/downloads/whole-guide.pdf", _ => { });
        await KeptHost.BringIntoViewAsync(page);
        var part = page.Locator("[data-part=device]");
        await part.GetByRole(AriaRole.Button, new() { Name = "Keep it on this device" }).ClickSteadyAsync();
        await part.GetByText("50%").Or(part.GetByText("60%")).Or(part.GetByText("70%")).Or(part.GetByText("80%")).Or(part.GetByText("90%")).First.WaitForAsync();
        Assert.Empty(await visit.AxeAsync());

        await part.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickSteadyAsync();

        await part.GetByText("Stopped. Nothing was kept.").WaitForAsync();
        Assert.Equal((0, 0), await CountAsync(page));
    }

    private static async Task<(int Files, int Workers)> CountAsync(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>(What);
        return (found.GetProperty("caches").GetArrayLength(), found.GetProperty("workers").GetInt32());
    }

    /// <summary>Ends when nothing is kept, and no worker is there.</summary>
    private static async Task UntilGoneAsync(IPage page)
    {
        using var late = new CancellationTokenSource(Visit.Patience);
        while (await CountAsync(page) != (0, 0))
        {
            late.Token.ThrowIfCancellationRequested();
            await page.EvaluateAsync("() => new Promise(done => { requestAnimationFrame(done) })");
        }
    }

    private static async Task<string[]> UrlsAsync(IPage page) =>
        [.. (await page.EvaluateAsync<JsonElement>(What)).GetProperty("caches").EnumerateArray().Select(url => url.GetString()!)];
}
