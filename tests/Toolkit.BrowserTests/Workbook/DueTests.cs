using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Days of all tools and partners that come together in the workbook, and what a row shows on demand.</summary>
public sealed class DueTests(GuideSite site)
{
    private const string Months = "tools/first-months.html";
    private const string Series = "first-months.series";

    private static string Day(int fromToday) => DateTime.Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task What_is_due_comes_together_leads_to_its_field_and_goes_when_it_is_done(int width, bool dark)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Months, Screen.Of(width) with { Dark = dark });
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Field($"{Series}.two-weeks.day").FillAsync(Day(-3));
        await team.Field($"{Series}.six-weeks.day").FillAsync(Day(25));
        await team.SavedAsync();
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync("Two Rivers College");
        await (await team.OpenCellAsync("r1", "agreement-review")).FillAsync(Day(0));
        await team.SavedAsync();

        await team.GoAsync(Team.Everything);
        var due = team.Page.Locator("#workbook-due");
        await Assertions.Expect(due.Locator("li")).ToHaveCountAsync(3);
        await Assertions.Expect(due.Locator("h3 + ul").First.Locator("li")).ToHaveCountAsync(2);
        await Assertions.Expect(due.GetByRole(AriaRole.Heading, new() { Name = "Time to look again" })).ToBeVisibleAsync();
        await Assertions.Expect(due.Locator("li").First).ToContainTextAsync(new Regex("After 2 weeks.*Harbor Street Bakery"));
        await Assertions.Expect(due.Locator("li").Nth(1)).ToContainTextAsync("Two Rivers College: Look at the agreement again");
        await Assertions.Expect(due.Locator("li").Nth(2)).ToContainTextAsync("After 6 weeks");
        Assert.DoesNotContain("overdue", await due.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await visit.AxeAsync());

        var days = await CalendarAsync(due, folder);
        Assert.Equal(3, Regex.Count(days, "^BEGIN:VEVENT", RegexOptions.Multiline));
        Assert.Matches("UID:first-months\\.series\\.two-weeks\\.day-[\\w.-]+@partnership-toolkit", Regex.Replace(days, "\r\n ", ""));

        // To the field, in a row's fold too.
        await due.GetByRole(AriaRole.Link, new() { Name = "Two Rivers College" }).ClickSteadyAsync();
        await team.StartedAsync();
        await Assertions.Expect(team.Cell("r1", "agreement-review")).ToBeFocusedAsync();
        await team.GoAsync(Team.Everything);
        await due.GetByRole(AriaRole.Link, new() { Name = "After 2 weeks" }).ClickSteadyAsync();
        await team.StartedAsync();
        await Assertions.Expect(team.Field($"{Series}.two-weeks.day")).ToBeFocusedAsync();
        await team.Field($"{Series}.two-weeks.done").CheckSteadyAsync();
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        await Assertions.Expect(due.Locator("li")).ToHaveCountAsync(2);
        Assert.DoesNotContain("After 2 weeks", await CalendarAsync(due, folder), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task A_row_shows_what_its_author_marked_and_the_rest_on_demand(int width, bool dark)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width) with { Dark = dark });
        var team = new Team(visit);
        await team.StartedAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToBeVisibleAsync();
        await Assertions.Expect(team.Cell("r1", "strengths")).ToBeHiddenAsync();
        var more = team.Page.Locator("tr[data-row=r1] .rest summary");
        await Assertions.Expect(more).ToHaveTextAsync("More: row 1");
        await more.FocusAsync();
        await team.Page.Keyboard.PressAsync("Enter");
        await team.Cell("r1", "strengths").FillAsync("Bread");
        await Assertions.Expect(more).ToContainTextAsync(new Regex("1 of [0-9]+ filled in"));
        Assert.Empty(await visit.AxeAsync());
        await team.SavedAsync();

        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r1", "strengths")).ToBeHiddenAsync();
        await Assertions.Expect(more).ToContainTextAsync(new Regex("1 of [0-9]+ filled in"));
        Assert.Empty(await visit.AxeAsync());
        // All of it is on paper, and the page is as it was then.
        await team.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await Assertions.Expect(team.Page.Locator(".rest > details:not([open])")).ToHaveCountAsync(0);
        await Assertions.Expect(team.Page.Locator($"[name=\"{Team.Organizations}.r1.strengths\"] + .on-paper")).ToHaveTextAsync("Bread");
        await team.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        await Assertions.Expect(team.Cell("r1", "strengths")).ToBeHiddenAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Without_script_a_row_opens_too()
    {
        await using var visit = await site.OpenAsync(Team.Map, new VisitOptions { Script = false });
        var cell = visit.Page.Locator($"[name=\"{Team.Organizations}.r1.strengths\"]");
        await Assertions.Expect(cell).ToBeHiddenAsync();
        await visit.Page.Locator("tr[data-row=r1] .rest summary").ClickSteadyAsync();
        await Assertions.Expect(cell).ToBeVisibleAsync();
    }

    private static async Task<string> CalendarAsync(ILocator due, TemporaryFolder folder)
    {
        var download = await due.Page.RunAndWaitForDownloadAsync(() => due.GetByRole(AriaRole.Button, new() { Name = "calendar file" }).ClickSteadyAsync());
        Assert.StartsWith("what-is-due", download.SuggestedFilename, StringComparison.Ordinal);
        var path = folder.File(download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }
}
