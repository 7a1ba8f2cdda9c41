using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What the browser kept is gone while the page is open: it is said, and nothing is written again before somebody wants it.</summary>
public sealed class GoneTests(GuideSite site)
{
    private const string Before = "Typed before";
    private const string Gone = "This browser no longer keeps your answers. Save a file before you leave.";

    /// <summary>What another page does that deletes the database, and does not wait for ours.</summary>
    private const string Delete = """
        async () => {
          for (const { name } of await indexedDB.databases()) {
            await new Promise((done, failed) => {
              const request = indexedDB.deleteDatabase(name)
              request.onsuccess = done
              request.onerror = request.onblocked = failed
            })
          }
        }
        """;

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("deleted by another page")]
    [InlineData("cleared by the browser")]
    [InlineData("emptied")]
    [InlineData("tab cleared")]
    public async Task What_is_gone_is_said_and_kept_again_only_when_somebody_wants_it(string how)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        var place = how == "tab cleared" ? "this tab only" : "this computer";
        if (how == "tab cleared")
        {
            await team.Cell("r1", "who").FillAsync(Before);
            await team.SavedAsync();
        }
        else
        {
            await team.KeepInMapAsync(Before);
        }

        await TakeAwayAsync(visit, how);
        if (how is "emptied" or "tab cleared")
        {
            // Nobody tells the page: it notices when it writes.
            await team.Cell("r2", "who").FillAsync("Typed after");
        }

        await Assertions.Expect(team.Status).ToContainTextAsync(Gone);
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.Page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var file = await team.FileAsync();
        Assert.Contains(Before, file, StringComparison.Ordinal);
        Assert.Contains("Typed after", file, StringComparison.Ordinal);
        Assert.Equal("", await LeftAsync(team.Page));
        if (how == "tab cleared")
        {
            Assert.Empty(await visit.AxeAsync());
        }

        await Assertions.Expect(team.Status).ToContainTextAsync(Gone);

        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Keep them again" }).ClickSteadyAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync(place);
        await team.Notice.Filter(new() { HasText = "kept again" }).WaitForAsync();
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Button, new() { Name = "Keep them again" })).ToHaveCountAsync(0);
        await team.Cell("r3", "who").FillAsync("And more");
        await team.ReloadAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync(place);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Before);
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
        await Assertions.Expect(team.Cell("r3", "who")).ToHaveValueAsync("And more");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("deleted by another page")]
    [InlineData("tab cleared")]
    public async Task What_is_gone_can_be_let_go(string how)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        if (how == "tab cleared")
        {
            await team.Cell("r1", "who").FillAsync(Before);
            await team.SavedAsync();
        }
        else
        {
            await team.KeepInMapAsync(Before);
        }

        await TakeAwayAsync(visit, how);
        // It is noticed when somebody comes back to the page, too.
        await team.Page.EvaluateAsync("() => { document.dispatchEvent(new Event('visibilitychange', { bubbles: true })) }");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Let them go" }).ClickSteadyAsync();
        await team.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickSteadyAsync();

        await team.Notice.Filter(new() { HasText = "Everything was erased here" }).WaitForAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Button, new() { Name = "Let them go" })).ToHaveCountAsync(0);
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_passphrase_stays_where_locked_answers_are_kept_again()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.KeepInMapAsync(Before);
        await team.SetPassphraseAsync();
        await TakeAwayAsync(visit, "deleted by another page");

        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Keep them again" }).ClickSteadyAsync();
        await team.Notice.Filter(new() { HasText = "kept again" }).WaitForAsync();

        var second = await team.InAnotherTabAsync(Team.Everything);
        await Assertions.Expect(second.Status).ToContainTextAsync("Locked with a passphrase");
        await second.UnlockAsync(Team.Passphrase);
        await second.LockNowButton.WaitForAsync();
        await second.GoAsync(Team.Map);
        await Assertions.Expect(second.Cell("r1", "who")).ToHaveValueAsync(Before);
    }

    /// <summary>What follows typing waits for a pause; what is locked does not.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_overview_goes_at_once_when_answers_are_locked()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.KeepOnThisComputerAsync(Team.Vetting);
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Option("partner-vetting.time-money-effort.answer", "mostly").CheckSteadyAsync();
        await team.SavedAsync();
        await team.SetPassphraseAsync();
        var overview = team.Page.Locator("#workbook-overview");
        await Assertions.Expect(overview).ToContainTextAsync("Harbor Street Bakery");

        // No pause ever ends.
        await team.Page.EvaluateAsync("() => { window.setTimeout = () => 0 }");
        await team.LockNowButton.ClickSteadyAsync();
        await Assertions.Expect(overview).Not.ToContainTextAsync("Harbor Street Bakery");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Erased_on_purpose_in_another_tab_is_not_gone()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.KeepInMapAsync(Before);
        var second = await team.InAnotherTabAsync(Team.Map);

        await second.EraseEverythingAsync();

        await team.Notice.Filter(new() { HasText = "Another tab erased all answers" }).WaitForAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_page_that_finds_nothing_where_answers_were_kept_says_so_and_keeps_what_is_typed()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.KeepInMapAsync(Before);
        await GoToPlainPageAsync(visit, team.Page);
        await team.Page.EvaluateAsync(Delete);

        await team.GoAsync(Team.Map);

        await team.Notice.Filter(new() { HasText = "they are no longer there" }).WaitForAsync();
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.SavedAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
        await Assertions.Expect(team.Notice).ToHaveCountAsync(0);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_database_whose_inside_is_missing_is_made_anew_when_somebody_wants_it()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.KeepInMapAsync(Before);
        await GoToPlainPageAsync(visit, team.Page);
        await team.Page.EvaluateAsync(
            """
            async () => {
              const name = (await indexedDB.databases())[0].name
              await new Promise(done => { indexedDB.deleteDatabase(name).onsuccess = done })
              await new Promise(done => { indexedDB.open(name, 1).onsuccess = event => { event.target.result.close(); done() } })
            }
            """);

        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Status).ToContainTextAsync(Gone);
        await team.Cell("r1", "who").FillAsync("Typed after");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Keep them again" }).ClickSteadyAsync();
        await team.Notice.Filter(new() { HasText = "kept again" }).WaitForAsync();
        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Typed after");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_page_that_meets_a_newer_version_says_so_and_keeps_what_is_typed_apart()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.KeepInMapAsync(Before);
        await team.Page.EvaluateAsync(
            """
            async () => {
              const name = (await indexedDB.databases())[0].name
              await new Promise(done => { indexedDB.open(name, 3).onsuccess = event => { event.target.result.close(); done() } })
            }
            """);

        await Assertions.Expect(team.Status).ToContainTextAsync("This workbook was last used with a newer version of this page. Reload to go on; what you typed here is kept.");
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.Page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.True(await team.Page.EvaluateAsync<bool>("() => Object.keys(localStorage).some(name => name.includes(' journal '))"));

        // One that begins now has no key, so that it can keep nothing.
        var other = await team.InAnotherTabAsync(Team.Map);
        await Assertions.Expect(other.Status).ToContainTextAsync("What you type here is not kept: save a file, then reload.");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_database_that_the_browser_closed_and_still_has_is_opened_again()
    {
        await using var visit = await site.OpenAsync("about.html");
        await visit.Context.AddInitScriptAsync(
            """
            const { open } = IDBFactory.prototype
            IDBFactory.prototype.open = function (...given) {
              const request = open.apply(this, given)
              request.addEventListener('success', () => { window.opened = request.result })
              return request
            }
            """);
        var team = new Team(visit);
        await team.KeepInMapAsync(Before);

        // What is typed just then comes too early, and is written after all.
        await team.Page.EvaluateAsync("() => { opened.close() }");
        await team.Cell("r2", "who").FillAsync("Typed after");
        await Assertions.Expect(team.Status).ToContainTextAsync(Gone);
        await team.Page.EvaluateAsync("() => { opened.dispatchEvent(new Event('close')) }");

        await team.SavedAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
        await Assertions.Expect(team.Notice).ToHaveCountAsync(0);
        Assert.Contains("Typed after", await team.KeptAsync(), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    /// <summary>A page of the same site that has none of our scripts.</summary>
    private static async Task GoToPlainPageAsync(Visit visit, IPage page)
    {
        await visit.Context.RouteAsync("**/plain", route => route.FulfillAsync(new() { Body = "<title>plain</title>", ContentType = "text/html" }));
        await page.GotoAsync(visit.AddressOf("plain"));
    }

    private static async Task TakeAwayAsync(Visit visit, string how)
    {
        switch (how)
        {
            case "deleted by another page":
                var other = await visit.Context.NewPageAsync();
                await GoToPlainPageAsync(visit, other);
                await other.EvaluateAsync(Delete);
                await other.CloseAsync();
                break;
            case "cleared by the browser":
                var browser = await visit.Context.NewCDPSessionAsync(visit.Page);
                await browser.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = new Uri(visit.AddressOf("")).GetLeftPart(UriPartial.Authority), ["storageTypes"] = "all" });
                break;
            case "emptied":
                await visit.Page.EvaluateAsync(
                    """
                    async () => {
                      const request = indexedDB.open((await indexedDB.databases())[0].name)
                      await new Promise(done => { request.onsuccess = done })
                      const transaction = request.result.transaction('workbook', 'readwrite')
                      transaction.objectStore('workbook').clear()
                      await new Promise(done => { transaction.oncomplete = done })
                      request.result.close()
                    }
                    """);
                break;
            default:
                await visit.Page.EvaluateAsync("() => { sessionStorage.clear() }");
                break;
        }
    }

    /// <summary>What the browser keeps of answers now: names of what lies in its stores. A journal that nobody has the key of does not count.</summary>
    private static Task<string> LeftAsync(IPage page) => page.EvaluateAsync<string>(Script.Named("left-here"));
}
