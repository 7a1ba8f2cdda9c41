using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>A page that comes back from the browser's own memory (Back, without loading) shows what became of the answers meanwhile.</summary>
public sealed class MemoryTests(GuideSite site) : IAsyncLifetime
{
    private const string Before = "Typed before";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // Playwright turns that memory off, unless told otherwise.
        _browser = await Chromium.LaunchAsync(_playwright, whole: true, "--disable-back-forward-cache");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser!.DisposeAsync();
        _playwright!.Dispose();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_changed_in_the_tab_meanwhile_is_shown()
    {
        await using var visit = await site.OpenAsync(_browser!, Team.Map);
        var team = await TypedAndLeftAsync(visit);
        await team.Page.Locator("details.fold", new() { HasText = "Our community map" }).Locator("summary").First.ClickSteadyAsync();
        await team.Cell("r1", "who").FillAsync("Changed meanwhile");
        await team.SavedAsync();

        await BackAsync(team.Page);

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Changed meanwhile");
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Changed meanwhile");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Answers_that_were_moved_to_this_computer_meanwhile_are_shown_and_kept_there()
    {
        await using var visit = await site.OpenAsync(_browser!, Team.Map);
        var team = await TypedAndLeftAsync(visit);
        await team.Page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).CheckSteadyAsync();
        await team.Status.Filter(new() { HasText = "this computer" }).WaitForAsync();

        await BackAsync(team.Page);

        await AssertKeptHereAsync(team);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_page_that_hears_late_where_answers_were_moved_goes_there_when_it_does()
    {
        await using var visit = await site.OpenAsync(_browser!, Team.Map);
        var team = await TypedAndLeftAsync(visit);
        // The browser's small stores as a page of another process may still see them for a moment.
        await team.Page.EvaluateAsync("() => { window.name = JSON.stringify({ ...sessionStorage }) }");
        await team.Page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).CheckSteadyAsync();
        await team.Status.Filter(new() { HasText = "this computer" }).WaitForAsync();
        await team.SavedAsync();
        var place = await team.Page.EvaluateAsync<string>(
            "() => { const place = Object.keys(localStorage).find(key => key.endsWith(' place')); localStorage.removeItem(place); Object.assign(sessionStorage, JSON.parse(window.name)); return place }");

        await BackAsync(team.Page);
        await Assertions.Expect(team.Status).ToContainTextAsync("in this tab only");
        await team.Page.EvaluateAsync("() => { sessionStorage.clear() }");
        var other = await visit.Context.NewPageAsync();
        await other.GotoAsync(visit.AddressOf("leaving.html"));
        await other.EvaluateAsync("place => { localStorage.setItem(place, 'computer') }", place);

        await AssertKeptHereAsync(team);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_erased_meanwhile_is_gone_and_stays_gone(bool onThisComputer)
    {
        await using var visit = await site.OpenAsync(_browser!, Team.Everything);
        await visit.DeafenAsync();
        var team = new Team(visit);
        if (onThisComputer)
        {
            await team.KeepOnThisComputerAsync();
        }

        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync(Before);
        await LeaveAsync(visit, Team.Everything);
        await team.EraseEverythingAsync();

        await BackAsync(team.Page);

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        Assert.DoesNotContain(Before, await team.FileAsync(), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Nobody_who_goes_back_can_bring_back_what_was_erased()
    {
        await using var visit = await site.OpenAsync(_browser!, Team.Map);
        var team = new Team(visit);
        await team.Cell("r1", "who").FillAsync(Before);
        await team.EraseEverythingAsync();
        await Assertions.Expect(team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        await LeaveAsync(visit, Team.Everything, saved: false);

        await BackAsync(team.Page);

        await Assertions.Expect(team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToHaveCountAsync(0);
        await team.Page.Keyboard.PressAsync("Control+Alt+z");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        Assert.DoesNotContain(Before, await team.FileAsync(), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_locked_meanwhile_is_not_shown()
    {
        await using var visit = await site.OpenAsync(_browser!, Team.Everything);
        await visit.DeafenAsync();
        var team = new Team(visit);
        await team.KeepOnThisComputerAsync();
        await team.SetPassphraseAsync();
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync(Before);
        await LeaveAsync(visit, Team.Everything);
        await team.LockNowButton.ClickSteadyAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("Locked with a passphrase");

        await BackAsync(team.Page);

        await Assertions.Expect(team.Status).ToContainTextAsync("Locked with a passphrase");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await Assertions.Expect(team.Page.Locator("[data-say=locked]")).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_page_that_comes_back_while_the_browser_does_not_answer_is_seen_and_says_so()
    {
        await using var visit = await site.OpenAsync(_browser!, "about.html");
        await visit.DeafenAsync();
        await Silence.PrepareAsync(visit);
        var team = new Team(visit);
        await team.KeepInMapAsync(Before);
        await team.Page.EvaluateAsync("() => { addEventListener('pagehide', () => { silence('open') }) }");
        await LeaveAsync(visit, "about.html");

        await BackAsync(team.Page);
        await team.Page.PassUntilAsync(team.Page.Locator("body:not([style*=opacity])"));

        await Assertions.Expect(team.Status).ToContainTextAsync("does not answer right now");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await team.Page.SpeakAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Before);
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
        visit.AssertQuiet();
    }

    /// <summary>Types into the map and goes on to the page with everything.</summary>
    private static async Task<Team> TypedAndLeftAsync(Visit visit)
    {
        var team = new Team(visit);
        await team.Cell("r1", "who").FillAsync(Before);
        await LeaveAsync(visit, Team.Everything);
        return team;
    }

    /// <summary>The map shows what was typed before, on this computer, and what is typed now is kept there.</summary>
    private static async Task AssertKeptHereAsync(Team team)
    {
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Before);
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.SavedAsync();
        Assert.Contains("Typed after", await team.KeptAsync(), StringComparison.Ordinal);
    }

    /// <summary>Goes on to another page; the page that is left goes into the browser's memory, unless it is still writing.</summary>
    private static async Task LeaveAsync(Visit visit, string page, bool saved = true)
    {
        if (saved)
        {
            await new Team(visit).SavedAsync();
        }

        await visit.Page.EvaluateAsync("() => addEventListener('pageshow', event => { window.restored = event.persisted })");
        await visit.GoAsync(page);
    }

    /// <summary>Goes back; fails where the page was loaded anew.</summary>
    private static async Task BackAsync(IPage page)
    {
        // A page out of memory is not loaded: waiting for that, as GoBackAsync does, would never end.
        await page.EvaluateAsync("() => { setTimeout(() => { history.back() }) }");
        await page.WaitForFunctionAsync("page => document.body?.dataset.page === page && document.documentElement.dataset.ready !== undefined", Team.Map);
        var why = await page.EvaluateAsync<string>("() => window.restored === true ? '' : JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons)");
        Assert.True(why.Length == 0, $"the page was loaded anew, which proves nothing: {why}");
    }
}
