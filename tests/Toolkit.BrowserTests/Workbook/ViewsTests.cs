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
        foreach (var (name, option) in new[] { ("Harbor Street Bakery", "in-place"), ("Two Rivers College", "not-yet") })
        {
            await team.AddPartnerAsync(name);
            await team.Page.EvaluateAsync("option => document.querySelectorAll(`form.instrument input[type=radio][value=\"${option}\"]`).forEach(r => r.click())", option);
        }

        await team.Page.Locator("input[name$='.help']").First.CheckAsync();
        var results = team.Page.Locator("[data-part=results]");
        await results.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(results.Locator("tbody tr").Last).ToContainTextAsync("0.0 of 3");
        await Assertions.Expect(results).ToContainTextAsync("no validated measure");
        await AssertWellAsync(visit);

        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var overview = team.Page.Locator("[data-part=overview]");
        await overview.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(overview).ToContainTextAsync("Two Rivers College");
        await Assertions.Expect(overview).ToContainTextAsync("Help wanted");

        var compare = team.Page.Locator("[data-part=compare]");
        await compare.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(compare.Locator("tbody tr").First).ToContainTextAsync("Look at this first");
        await Assertions.Expect(compare.Locator("tbody tr").First).ToContainTextAsync("They differ");

        var plan = team.Page.Locator("[data-part=plan]");
        await plan.ScrollIntoViewIfNeededAsync();
        await plan.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add to the plan") }).First.FocusAsync();
        await team.Page.Keyboard.PressAsync("Enter");
        await team.Page.Keyboard.TypeAsync("Call them");
        await plan.Locator("input[type=date]").FillAsync("2026-12-01");
        await team.SavedAsync();
        var calendar = await team.Page.RunAndWaitForDownloadAsync(() => plan.GetByRole(AriaRole.Button, new() { NameRegex = new("calendar") }).ClickAsync());
        Assert.Contains("DTSTART;VALUE=DATE:20261201", await File.ReadAllTextAsync(await calendar.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await AssertWellAsync(visit);

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
        await plan.GetByRole(AriaRole.Button, new() { Name = "Add a step of your own" }).ClickAsync();
        await team.Page.Keyboard.TypeAsync("Visit the bakery");
        // Who hears one label alone hears which step it is of.
        await Assertions.Expect(plan.GetByLabel("First step: Visit the bakery")).ToBeVisibleAsync();
        await plan.GetByLabel("First step").FillAsync("Call Maria, SSN 219-09-9999");
        await plan.GetByLabel("By when").FillAsync("2026-01-02");
        await Assertions.Expect(plan.Locator(".say:visible")).ToHaveTextAsync([new Regex("^That looks like a Social Security number")]);
        Assert.Empty(await visit.AxeAsync());
        var calendar = await team.Page.RunAndWaitForDownloadAsync(() => plan.GetByRole(AriaRole.Button, new() { NameRegex = new("^Save the days") }).ClickAsync());
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

    private static async Task AssertWellAsync(Visit visit)
    {
        // Axe measures what is under the bar at the top as if nobody could scroll it out.
        await visit.Page.EvaluateAsync("() => { scrollTo(0, 0) }");
        var findings = string.Join('\n', await visit.AxeAsync());
        Assert.True(findings.Length == 0, findings);
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"));
    }
}
