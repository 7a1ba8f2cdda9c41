using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Answers stay where the team wants them, and go when it wants them gone.</summary>
public sealed class KeepingTests(GuideSite site)
{
    private const string Question = "partner-vetting.background-checks.answer";

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Answers_survive_a_reload_and_are_kept_for_each_partner_apart()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Option(Question, "mostly").CheckSteadyAsync();
        await team.AddPartnerAsync("Two Rivers College");
        await Assertions.Expect(team.Option(Question, "mostly")).Not.ToBeCheckedAsync();
        await team.Option(Question, "not-yet").CheckSteadyAsync();

        await team.ReloadAsync();

        await Assertions.Expect(team.Option(Question, "not-yet")).ToBeCheckedAsync();
        await team.OpenPartnersAsync();
        await team.Page.Locator(".who button", new() { HasText = "Harbor Street Bakery" }).ClickSteadyAsync();
        await Assertions.Expect(team.Option(Question, "mostly")).ToBeCheckedAsync();
        await Assertions.Expect(team.Page.Locator("[data-part=progress]")).ToContainTextAsync("1 of ");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_first_answer_without_a_partner_is_kept_under_one_that_can_be_renamed()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Option(Question, "starting").CheckSteadyAsync();
        await Assertions.Expect(team.Page.Locator(".who [aria-current]")).ToContainTextAsync("First partner");

        await team.ReloadAsync();

        await Assertions.Expect(team.Option(Question, "starting")).ToBeCheckedAsync();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Two_tabs_that_type_and_add_rows_at_once_lose_nothing()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepOnThisComputerAsync(Team.Map);
        var second = (await team.InAnotherTabAsync(Team.Map)).Page;
        await second.Locator("[data-add-row]").First.WaitForAsync();
        var add = $"table[data-table=\"{Team.Organizations}\"] ~ .btns [data-add-row]";

        await Task.WhenAll(
            TypeAsync(team.Page, "community-map.organizations.r1.who", "Typed in the first tab"),
            TypeAsync(second, "community-map.organizations.r2.who", "Typed in the second tab"));
        var before = await team.Page.Locator($"table[data-table=\"{Team.Organizations}\"] tr[data-row]").CountAsync();
        await Task.WhenAll(team.Page.Locator(add).First.ClickSteadyAsync(), second.Locator(add).First.ClickSteadyAsync());

        await Task.WhenAll(team.Page.Keyboard.TypeAsync("New in the first"), second.Keyboard.TypeAsync("New in the second"));

        foreach (var page in new[] { team.Page, second })
        {
            foreach (var text in new[] { "Typed in the first tab", "Typed in the second tab", "New in the first", "New in the second" })
            {
                await page.WaitForFunctionAsync("text => [...document.querySelectorAll('[name$=\".who\"]')].filter(c => c.value === text).length === 1", text);
            }
        }

        await team.ReloadAsync();
        await team.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('[name$=\".who\"]')].filter(c => c.value !== '').length === 4");
        visit.AssertQuiet();

        static async Task TypeAsync(IPage page, string field, string text)
        {
            await page.Locator($"[name=\"{field}\"]").FocusAsync();
            await page.Keyboard.TypeAsync(text, new() { Delay = 5 });
        }
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Two_tabs_that_add_a_row_at_the_same_moment_go_on_writing_each_in_its_own()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var first = new Team(visit);
        await first.KeepOnThisComputerAsync(Team.Map);
        // What the first tab tells comes late, as if both had pressed at once.
        await visit.DeafenAsync();
        var second = await first.InAnotherTabAsync(Team.Map);

        await AddRowAsync(first, "In the first");
        await first.SavedAsync();
        await AddRowAsync(second, "In the sec");
        await WithAsync(second, "In the first");
        await second.Page.Keyboard.TypeAsync("ond");
        await second.SavedAsync();

        foreach (var team in new[] { first, second })
        {
            await team.ReloadAsync();
            await WithAsync(team, "In the first");
            await WithAsync(team, "In the second");
        }

        visit.AssertQuiet();

        static async Task AddRowAsync(Team team, string text)
        {
            await team.Page.Locator("[data-add-row]").First.ClickSteadyAsync();
            await team.Page.Keyboard.TypeAsync(text);
        }

        static Task WithAsync(Team team, string text) => team.Page.WaitForFunctionAsync(
            "text => [...document.querySelectorAll('.instrument input, .instrument textarea')].filter(c => c.value === text).length === 1", text);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Someone_who_writes_in_the_plan_goes_on_where_the_caret_was_when_another_tab_changes_it()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var first = new Team(visit);
        await first.KeepOnThisComputerAsync(Team.Everything);
        await first.AddStepAsync("Ask for a sample contract");
        await first.SavedAsync();
        var second = await first.InAnotherTabAsync(Team.Everything);
        var step = first.Page.Locator("[data-part=plan] textarea").First;
        await step.FocusAsync();
        await first.Page.Keyboard.PressAsync("Home");
        await first.Page.Keyboard.PressAsync("ArrowRight");

        await second.AddStepAsync("Visit the workshop");
        await first.Page.Locator("[data-part=plan] tbody tr").Nth(1).WaitForAsync();
        await first.Page.Keyboard.TypeAsync("!");

        await Assertions.Expect(step).ToHaveValueAsync("A!sk for a sample contract");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_tab_that_could_not_take_in_what_another_wrote_goes_on_keeping_what_is_typed_in_it()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("First");
        var second = await team.InAnotherTabAsync(Team.Everything);
        // The first tab is told to read all anew, and cannot, once.
        await team.Page.EvaluateAsync("""
            () => {
              const getAll = IDBObjectStore.prototype.getAll
              IDBObjectStore.prototype.getAll = function () {
                IDBObjectStore.prototype.getAll = getAll
                document.documentElement.dataset.failed = ''
                throw new DOMException('broken', 'UnknownError')
              }
            }
            """);
        await second.EraseAsync("tool first-meeting");
        await team.Page.Locator("html[data-failed]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await team.Cell("r2", "who").FillAsync("Typed after it failed");
        await team.SavedAsync();
        Assert.Contains("Typed after it failed", await team.KeptAsync(), StringComparison.Ordinal);
        Assert.Contains("First", await team.KeptAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_is_typed_after_erasing_stays_when_erasing_is_undone()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.Cell("r1", "who").FillAsync("Typed before");
        await team.EraseEverythingAsync();
        await team.Cell("r2", "who").FillAsync("Typed after");

        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Typed before");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Rows_are_added_moved_and_removed_by_keyboard_with_a_way_back_and_the_focus_kept()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.Page.Locator("html[data-ready] [data-add-row]").First.WaitForAsync();
        var rows = team.Page.Locator($"table[data-table=\"{Team.Organizations}\"] tbody tr");
        var before = await rows.CountAsync();
        await team.Cell("r1", "who").FillAsync("Lantern Co-op");

        await rows.First.Locator("[data-act=down]").FocusAsync();
        await team.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("r1", await rows.Nth(1).GetAttributeAsync("data-row"));
        Assert.Equal("down", await team.Page.EvaluateAsync<string>("document.activeElement.dataset.act"));

        await rows.Nth(1).Locator("[data-act=remove]").FocusAsync();
        await team.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rows).ToHaveCountAsync(before - 1);
        Assert.Equal("remove", await team.Page.EvaluateAsync<string>("document.activeElement.dataset.act"));

        await team.Page.Keyboard.PressAsync("Control+Alt+z");
        await Assertions.Expect(rows).ToHaveCountAsync(before);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Lantern Co-op");
        Assert.Empty(await visit.AxeAsync());
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Erasing_asks_first_reaches_other_tabs_and_can_be_undone()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("Harbor Street Bakery");
        var there = (await team.InAnotherTabAsync(Team.Map)).Cell("r1", "who");
        await Assertions.Expect(there).ToHaveValueAsync("Harbor Street Bakery");

        await team.EraseEverythingAsync();

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await Assertions.Expect(there).ToHaveValueAsync("");
        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        await Assertions.Expect(there).ToHaveValueAsync("Harbor Street Bakery");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Leaving_quickly_forgets_what_the_tab_keeps_and_coming_back_shows_nothing()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");
        await team.SavedAsync();
        await team.Page.RouteAsync("**/*", route => route.Request.Url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal)
            ? route.ContinueAsync()
            : route.FulfillAsync(new() { Body = "<title>weather</title>", ContentType = "text/html" }));

        await team.Page.Locator("body").FocusAsync();
        for (var press = 0; press < 3; press++)
        {
            await team.Page.Keyboard.PressAsync("Shift");
        }

        await team.Page.WaitForFunctionAsync("() => document.title === 'weather'");
        await visit.GoAsync(Team.Map);
        await team.StartedAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Blocked_storage_is_said_at_once_and_nothing_typed_is_lost_from_the_page()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        await visit.Context.AddInitScriptAsync("""
            for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
              Object.defineProperty(window, name, { get () { throw new DOMException('blocked', 'SecurityError') } })
            """);
        var team = new Team(visit);
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");

        await Assertions.Expect(team.Status).ToContainTextAsync("does not let us keep anything");
        Assert.Contains("Harbor Street Bakery", await team.FileAsync(), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_full_disk_is_said_at_once()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        await visit.Context.AddInitScriptAsync("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }");
        var team = new Team(visit);
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");

        await Assertions.Expect(team.Status).ToContainTextAsync("no more room");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_full_disk_is_said_at_once_on_this_computer_too_and_the_file_holds_everything()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepOnThisComputerAsync(Team.Map);
        // As browsers do it: the transaction is given up, and says why.
        await team.Page.EvaluateAsync("""
            () => {
              const { put } = IDBObjectStore.prototype
              IDBObjectStore.prototype.put = function (...what) { const asked = put.apply(this, what); this.transaction.abort(); return asked }
              Object.defineProperty(IDBTransaction.prototype, 'error', { get: () => new DOMException('full', 'QuotaExceededError') })
            }
            """);
        await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");

        await Assertions.Expect(team.Status).ToContainTextAsync("no more room");
        Assert.Contains("Harbor Street Bakery", await team.FileAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Where_this_computer_keeps_nothing_the_answers_stay_in_the_tab_and_that_is_said()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        await visit.Context.AddInitScriptAsync("indexedDB.open = () => { throw new DOMException('blocked', 'SecurityError') }");
        var team = new Team(visit);
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");
        await team.GoAsync(Team.Everything);
        await team.Page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).ClickSteadyAsync();

        await team.Page.GetByText("This browser keeps no answers on the computer").WaitForAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("this tab only");
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_passphrase_hides_the_answers_until_it_is_typed()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("Harbor Street Bakery");
        await team.SetPassphraseAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        await team.GoAsync(Team.Everything);
        await team.LockNowButton.ClickSteadyAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("Locked with a passphrase");
        Assert.Empty(await visit.AxeAsync());

        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");

        await team.UnlockAsync("four other words here");
        await team.Page.GetByText("That is not the passphrase").WaitForAsync();
        await team.UnlockAsync(Team.Passphrase);
        await team.LockNowButton.WaitForAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Text_that_looks_like_personal_data_gets_a_calm_note()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Cell("r1", "who").FillAsync("Maria, 212-555-0123");
        await team.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(team.Page.Locator(".say", new() { HasText = "looks like a phone number" })).ToBeVisibleAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Maria, 212-555-0123");
        Assert.Empty(await visit.AxeAsync());
    }
}
