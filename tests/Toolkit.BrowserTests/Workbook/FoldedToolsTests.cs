using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>A tool of My workbook starts when it is opened, however that comes about, and what the page says of it waits for no start.</summary>
public sealed class FoldedToolsTests(GuideSite site)
{
    private const string Tool = "readiness";

    private const string Kept = "readiness.paid-work.answer";

    private const string Given = "not-yet";

    private const string Open = "readiness.support-on-offer.answer";

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Nothing_of_a_tool_starts_before_it_is_opened_and_all_that_is_said_of_it_is_right()
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        var team = await AnswerAsync(visit);

        await Assertions.Expect(team.Page.Locator("[data-part=overview] .begun")).ToContainTextAsync("1 of 12 answered");
        await Assertions.Expect(Progress(team)).Not.ToContainTextAsync("answered");
        await Assertions.Expect(team.Option(Kept, Given)).Not.ToBeCheckedAsync();
        Assert.Contains($"\"{Given}\"", await team.FileAsync(), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task It_shows_its_answers_from_the_press_on()
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        var team = await AnswerAsync(visit);
        var summary = team.FoldOf(Tool).Locator("> summary");
        await summary.ScrollIntoViewIfNeededAsync();
        await summary.HoverAsync();
        await team.Page.Mouse.DownAsync();

        // It opens when the press is over.
        await Assertions.Expect(team.Option(Kept, Given)).ToBeCheckedAsync();
        await Assertions.Expect(Progress(team)).ToHaveTextAsync("1 of 12 answered");
        await Assertions.Expect(team.FoldOf(Tool)).Not.ToHaveAttributeAsync("open", "");
        await team.Page.Mouse.UpAsync();
        await team.Option(Open, "starting").CheckSteadyAsync();
        await Assertions.Expect(Progress(team)).ToHaveTextAsync("2 of 12 answered");
        await team.GoAsync("tools/readiness.html");
        await Assertions.Expect(team.Option(Open, "starting")).ToBeCheckedAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task It_shows_its_answers_when_a_key_opens_it()
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        var team = await AnswerAsync(visit);
        // What stands there when the browser is about to open it is what its first picture shows.
        await team.Page.EvaluateAsync("""
            name => { addEventListener('click', () => { window.before = document.querySelector(`[name="${name}"]:checked`)?.value }) }
            """, Kept);
        await team.FoldOf(Tool).Locator("> summary").FocusAsync();
        await team.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(team.Option(Kept, Given)).ToBeVisibleAsync();
        Assert.Equal(Given, await team.Page.EvaluateAsync<string>("() => window.before"));
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_starts_where_the_browser_opens_it_also_when_what_sees_a_press_did_not_come(bool came)
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        if (!came)
        {
            // It never comes, and never fails.
            await visit.Page.RouteAsync("**/assets/folded.*.js", _ => { });
        }

        var team = await AnswerAsync(visit, came);
        // As a search in the page does, and whoever is quicker than its start.
        await team.FoldOf(Tool).EvaluateAsync("""
            fold => {
              fold.open = true
              fold.querySelector('input[name="readiness.support-on-offer.answer"][value="starting"]').click()
            }
            """);

        await Assertions.Expect(team.Option(Kept, Given)).ToBeCheckedAsync();
        await Assertions.Expect(Progress(team)).ToHaveTextAsync("2 of 12 answered");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("Control+f")]
    [InlineData("F3")]
    public async Task The_key_that_searches_in_the_page_finds_what_was_answered_in_tools_that_nobody_opened(string key)
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        var team = await AnswerAsync(visit);
        await team.Page.Keyboard.PressAsync(key);

        await Assertions.Expect(team.Option(Kept, Given)).ToBeCheckedAsync();
        await Assertions.Expect(team.FoldOf(Tool)).Not.ToHaveAttributeAsync("open", "");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_leads_to_a_row_that_comes_with_its_tool(bool fromElsewhere)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        var rows = team.Page.Locator($"[data-table=\"{Team.Organizations}\"] tr[data-row]");
        var before = await rows.CountAsync();
        await team.Page.Locator($"[data-table=\"{Team.Organizations}\"] ~ .btns [data-add-row]").ClickSteadyAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(before + 1);
        var added = await rows.Last.GetAttributeAsync("data-row");
        await team.Cell(added!, "who").FillAsync("City Legal Aid");
        await team.SavedAsync();
        var field = $"{Team.Organizations}.{added}.who";
        if (fromElsewhere)
        {
            await team.GoAsync($"{Team.Everything}#{field}");
        }
        else
        {
            await team.GoAsync(Team.Everything);
            await WaitForFoldedAsync(team);
            await team.Page.EvaluateAsync("field => { location.hash = field }", field);
        }

        await Assertions.Expect(team.Field(field)).ToBeFocusedAsync();
        await Assertions.Expect(team.Field(field)).ToHaveValueAsync("City Legal Aid");
        await Assertions.Expect(team.FoldOf("community-map")).ToHaveAttributeAsync("open", "");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_results_ask_leads_to_the_question_with_its_answer_shown_before_the_page_goes_there()
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        var team = await AnswerAsync(visit);
        await team.BringIntoViewAsync($"[data-part=results][data-instrument={Tool}]", "a[href='#readiness.paid-work']");
        await team.Page.EvaluateAsync("""
            name => { addEventListener('click', () => { window.before = document.querySelector(`[name="${name}"]:checked`)?.value }) }
            """, Kept);
        await team.Page.Locator($"[data-part=results][data-instrument={Tool}] a[href='#readiness.paid-work']").First.ClickSteadyAsync();

        await Assertions.Expect(team.Option(Kept, Given)).ToBeVisibleAsync();
        Assert.Equal(Given, await team.Page.EvaluateAsync<string>("() => window.before"));
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_answered_before_the_script_came_is_kept(bool andClosedAgain)
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        var team = await AnswerAsync(visit);
        var late = new TaskCompletionSource();
        await team.Page.RouteAsync("**/assets/site.*.js", async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await team.Page.GotoAsync(visit.AddressOf(Team.Everything), new() { WaitUntil = WaitUntilState.Commit });
        var summary = team.FoldOf(Tool).Locator("> summary");
        await summary.ClickSteadyAsync();
        await team.Option(Open, "starting").CheckSteadyAsync();
        if (andClosedAgain)
        {
            await summary.ClickSteadyAsync();
        }

        late.SetResult();
        await team.StartedAsync();
        await Assertions.Expect(Progress(team)).ToHaveTextAsync("2 of 12 answered");
        await team.SavedAsync();
        await team.GoAsync("tools/readiness.html");
        await Assertions.Expect(team.Option(Open, "starting")).ToBeCheckedAsync();
        await Assertions.Expect(team.Option(Kept, Given)).ToBeCheckedAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task It_shows_what_another_tab_wrote_while_it_was_folded_and_after()
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        await new Team(visit).KeepOnThisComputerAsync();
        var team = await AnswerAsync(visit);
        var other = await team.InAnotherTabAsync("tools/readiness.html");
        await other.Option(Kept, "in-place").CheckSteadyAsync();
        await other.Option(Open, "starting").CheckSteadyAsync();
        await Assertions.Expect(team.Page.Locator("[data-part=overview]")).ToContainTextAsync("2 of 12 answered");
        await Assertions.Expect(team.Option(Kept, "in-place")).Not.ToBeCheckedAsync();

        await team.OpenToolAsync(Tool);
        await Assertions.Expect(team.Option(Kept, "in-place")).ToBeCheckedAsync();
        await Assertions.Expect(team.Option(Open, "starting")).ToBeCheckedAsync();
        await other.Option(Open, "mostly").CheckSteadyAsync();
        await Assertions.Expect(team.Option(Open, "mostly")).ToBeCheckedAsync();
        visit.AssertQuiet();
    }

    /// <summary>How far the tool is, as its own form says it.</summary>
    private static ILocator Progress(Team team) => team.Page.Locator($"#{Tool} [data-part=progress]");

    /// <summary>One question is answered on the tool's page; then My workbook stands there.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="came">Whether what sees to folded tools comes.</param>
    private static async Task<Team> AnswerAsync(Visit visit, bool came = true)
    {
        var team = new Team(visit);
        await team.GoAsync("tools/readiness.html");
        await team.Option(Kept, Given).CheckSteadyAsync();
        await team.SavedAsync();
        // A script that does not come keeps the page from being loaded, and from nothing else.
        await team.Page.GotoAsync(visit.AddressOf(Team.Everything), new() { WaitUntil = WaitUntilState.Commit });
        await team.StartedAsync();
        if (came)
        {
            await WaitForFoldedAsync(team);
        }

        return team;
    }

    /// <summary>Ends when what sees to folded tools has come.</summary>
    private static Task WaitForFoldedAsync(Team team) => team.Page.WaitForFunctionAsync("() => performance.getEntriesByName('toolkit folded').length > 0");
}
