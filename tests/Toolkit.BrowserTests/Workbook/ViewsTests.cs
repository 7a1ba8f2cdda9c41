using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Results, comparison, plan and overview.</summary>
public sealed class ViewsTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Two_partners_are_scored_compared_and_planned_for(int width)
    {
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = width, Height = 800 });
        var team = new Team(visit);
        await team.StartedAsync();
        // A word that is wider than a phone.
        foreach (var (name, option) in new[] { ("harborstreetcommunitybakery.example.org", "in-place"), ("Two Rivers College", "not-yet") })
        {
            await team.AddPartnerAsync(name);
            await team.Page.EvaluateAsync("option => document.querySelectorAll(`.instrument input[type=radio][value=\"${option}\"]`).forEach(r => r.click())", option);
        }

        await team.Option("partner-vetting.verdict", "ask-more").CheckSteadyAsync();
        await team.Field("partner-vetting.decided").FillAsync("2026-05-04");
        await team.Field("partner-vetting.decided-by").FillAsync("Program director");
        await team.Page.Locator("input[name$='.help']").First.CheckSteadyAsync();
        var results = team.Page.Locator("[data-part=results]");
        await results.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(results.Locator("tbody tr").Last).ToContainTextAsync("0.0 of 3");
        await Assertions.Expect(results).ToContainTextAsync("no validated measure");
        await visit.AssertWellAsync();

        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var overview = team.Page.Locator("[data-part=overview]");
        await overview.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(overview).ToContainTextAsync("Two Rivers College");
        await Assertions.Expect(overview).ToContainTextAsync("Help wanted");
        await Assertions.Expect(overview).ToContainTextAsync(new Regex("All together: 36 of [0-9]{3} answered, 1 marked for help\\."));
        await Assertions.Expect(overview.Locator("li", new() { HasText = "Vetting programs and partners" })).ToContainTextAsync(new Regex("36 of [0-9]+ answered, 1 marked for help, for 2 partners"));

        var compare = team.Page.Locator("[data-part=compare]");
        await compare.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(compare.Locator("tbody tr").First.Locator("td")).ToHaveTextAsync(["Not decided yet", "Ask moreMay 4, 2026, Program director"]);
        await Assertions.Expect(compare.Locator("tbody tr").Nth(1)).ToContainTextAsync("Look at this first");
        await Assertions.Expect(compare.Locator("tbody tr").Nth(1)).ToContainTextAsync("They differ");
        await Assertions.Expect(compare).ToContainTextAsync("average of the answers given, from 0");
        await Assertions.Expect(compare).ToContainTextAsync("no validated measure");
        await team.Page.EvaluateAsync("() => { window.print = () => { window.printed = document.querySelector('.print-this').textContent; dispatchEvent(new Event('afterprint')) } }");
        // At its heading, and behind the table.
        var prints = compare.GetByRole(AriaRole.Button, new() { Name = "Print", Exact = true });
        await Assertions.Expect(prints).ToHaveCountAsync(2);
        Assert.True(await compare.EvaluateAsync<bool>("section => section.querySelector(':scope > h2').nextElementSibling.querySelector('#compare-print-first') !== null"));
        await prints.First.ClickSteadyAsync();
        Assert.Matches("Printed on [A-Z][a-z]+ [0-9]+, 20", await team.Page.EvaluateAsync<string>("() => window.printed"));

        var plan = team.Page.Locator("[data-part=plan]");
        await plan.ScrollIntoViewIfNeededAsync();
        await plan.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add to the plan") }).First.FocusAsync();
        await team.Page.Keyboard.PressAsync("Enter");
        await team.Page.Keyboard.TypeAsync("Call them");
        await plan.Locator("input[type=date]").FillAsync("2026-12-01");
        await team.SavedAsync();
        var calendar = await team.Page.RunAndWaitForDownloadAsync(() => plan.GetByRole(AriaRole.Button, new() { NameRegex = new("calendar") }).ClickSteadyAsync());
        Assert.Contains("DTSTART;VALUE=DATE:20261201", await File.ReadAllTextAsync(await calendar.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await visit.AssertWellAsync();

        await team.ReloadAsync();
        await plan.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(plan.GetByLabel("First step")).ToHaveValueAsync("Call them");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_step_of_the_plan_stands_in_the_worksheet_too()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.StartedAsync();
        var plan = team.Page.Locator("[data-part=plan]");
        await plan.ScrollIntoViewIfNeededAsync();
        await plan.GetByRole(AriaRole.Button, new() { Name = "Add a step of your own" }).ClickSteadyAsync();
        await team.Page.Keyboard.TypeAsync("Visit the bakery");
        // Who hears one label alone hears which step it is of.
        await Assertions.Expect(plan.GetByLabel("First step: Visit the bakery")).ToBeVisibleAsync();
        await plan.GetByLabel("First step").FillAsync("Call Maria, SSN 219-09-9999");
        await plan.GetByLabel("By when").FillAsync("2026-01-02");
        await Assertions.Expect(plan.Locator(".say:visible")).ToHaveTextAsync([new Regex("^That looks like a Social Security number")]);
        Assert.Empty(await visit.AxeAsync());
        var calendar = await team.Page.RunAndWaitForDownloadAsync(() => plan.GetByRole(AriaRole.Button, new() { NameRegex = new("^Save the days") }).ClickSteadyAsync());
        await Assertions.Expect(team.Notice).ToContainTextAsync(calendar.SuggestedFilename);
        await plan.GetByLabel("First step").FillAsync("Call the manager");
        await plan.GetByLabel("First step").BlurAsync();
        await Assertions.Expect(plan.Locator(".say:visible")).ToHaveCountAsync(0);
        await team.SavedAsync();
        await team.ReloadAsync();
        await plan.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(plan.GetByText("Its day is past")).ToBeVisibleAsync();

        await team.GoAsync("tools/action-plan.html");
        await Assertions.Expect(team.Field("action-plan.steps.r1.what")).ToHaveValueAsync("Visit the bakery");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_parts_of_the_workbook_are_listed_before_they_come_and_the_plan_and_whom_is_put_away_after()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.OpenPartnersAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Hide from the list" }).ClickSteadyAsync();
        await team.GoAsync("tools/action-plan.html");
        foreach (var (row, day, state) in new[] { ("r1", "2020-01-01", "not-started"), ("r2", "2020-01-01", "done"), ("r3", "2999-01-01", "") })
        {
            await team.Field($"action-plan.steps.{row}.what").FillAsync("Visit " + row);
            await team.Field($"action-plan.steps.{row}.by").FillAsync(day);
            await team.Field($"action-plan.steps.{row}.status").SelectOptionAsync(state);
        }

        await team.SavedAsync();
        var scripts = new TaskCompletionSource();
        await team.Page.RouteAsync(new Regex("/assets/(views|exchange)\\."), async route =>
        {
            await scripts.Task;
            await route.ContinueAsync();
        });
        // The page does not end loading before they come.
        await team.Page.GotoAsync(visit.AddressOf(Team.Everything), new() { WaitUntil = WaitUntilState.Commit });
        await team.Page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        const string Without = "() => [...document.querySelectorAll('nav .jumps a')].filter(a => a.offsetParent === null || document.querySelector(a.hash)?.closest('section').querySelector('h2')?.checkVisibility() !== true).map(a => a.textContent)";
        await Assertions.Expect(team.Page.Locator("nav .jumps a")).ToHaveTextAsync(["How far you are", "What is due", "Bring answers back", "Results", "Partners side by side", "Where we stand together", "Meetings", "Then and now", "Action plan", "Every tool on this page"]);
        Assert.Empty(await team.Page.EvaluateAsync<string[]>(Without));
        scripts.SetResult();
        var overview = team.Page.Locator("[data-part=overview]");
        await Assertions.Expect(overview).ToContainTextAsync("3 steps in your plan, 1 past its day.");
        await Assertions.Expect(overview).ToContainTextAsync("Hidden from the list: Harbor Street Bakery.");
        await Assertions.Expect(overview.GetByRole(AriaRole.Heading, new() { Name = "How far you are" })).ToHaveCountAsync(1);
        visit.AssertQuiet();
    }
}
