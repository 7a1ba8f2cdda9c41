using System.IO.Compression;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.BrowserTests.Journeys;

/// <summary>The .zip, unpacked where people unpack things, and opened by a double-click.</summary>
public sealed class FromStickTests(GuideSite site) : IDisposable
{
    private readonly Stick _stick = new();

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task Everything_works_from_an_unpacked_folder()
    {
        await _stick.UnpackAsync(site);
        await using var visit = await site.OpenAsync(WholeToolkit.StartPage, _stick.Options);
        var page = visit.Page;

        // Reading.
        await visit.ArrivedAsync("index.html");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Search" }).ClickSteadyAsync();
        await visit.ArrivedAsync("search.html");
        // Search.
        await page.Locator("input[name=q]").FillAsync("vetting");
        await page.Locator("[data-search-results] a").First.WaitForAsync();
        // Filling in.
        await visit.GoAsync("tools/expectations.html");
        await Answers.FillAsync(page, "expectations");
        var given = await Answers.HeldAsync(page);
        Assert.NotEmpty(given);
        // Word and PDF out.
        await page.Locator("[data-part=downloads]").ScrollIntoViewIfNeededAsync();
        foreach (var format in new[] { "docx", "pdf" })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"[data-fill={format}]").ClickSteadyAsync());
            await download.SaveAsAsync(_stick.File($"filled.{format}"));
        }

        // What the folder offers is there, and nothing that only the web has.
        await visit.GoAsync("downloads.html");
        await Assertions.Expect(page.Locator("a[href$='.zip']")).ToHaveCountAsync(0);
        Assert.True(File.Exists(Path.Combine(_stick.Folder, "downloads", "whole-guide.pdf")));
        // Exit.
        await page.RouteAsync("https://**", route => route.FulfillAsync(new() { Body = "<title>weather</title>", ContentType = "text/html" }));
        visit.AssertQuiet();
        await page.Locator("[data-part=exit]").First.DispatchEventAsync("click");
        await page.WaitForFunctionAsync("() => document.title === 'weather'");

        // And back, into a browser that knows nothing.
        foreach (var format in new[] { "docx", "pdf" })
        {
            await using var there = await site.OpenAsync("tools/expectations.html", _stick.Options);
            await AnswersTravelTests.ReadBackAsync(there.Page, _stick.File($"filled.{format}"));
            Assert.Equal(given, await Answers.HeldAsync(there.Page));
            there.AssertQuiet();
        }
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_first_page_alone_says_what_to_do()
    {
        // As systems do that show what is in a .zip: they unpack the one file that was opened.
        Directory.CreateDirectory(_stick.Folder);
        using (var zip = await ZipFile.OpenReadAsync(Path.Combine(site.Output, WholeToolkit.Path), TestContext.Current.CancellationToken))
        {
            await zip.GetEntry(WholeToolkit.StartPage)!.ExtractToFileAsync(Path.Combine(_stick.Folder, WholeToolkit.StartPage), TestContext.Current.CancellationToken);
        }

        await using var visit = await site.OpenAsync("about.html", new VisitOptions());
        await visit.Page.GotoAsync(_stick.AddressOf(WholeToolkit.StartPage));

        await Assertions.Expect(visit.Page.GetByText("unpack the whole .zip first")).ToBeVisibleAsync();
        Assert.Empty(await visit.AxeAsync());
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_page_of_downloads_offers_the_zip_first()
    {
        await using var visit = await site.OpenAsync("downloads.html");
        var first = visit.Page.Locator("main a[download]").First;

        await Assertions.Expect(first).ToHaveTextAsync("Get the folder");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => first.ClickSteadyAsync());
        Assert.Equal("partnership-toolkit.zip", download.SuggestedFilename);
        Assert.Empty(await visit.AxeAsync());
        visit.AssertQuiet();
    }

    /// <inheritdoc/>
    public void Dispose() => _stick.Dispose();
}
