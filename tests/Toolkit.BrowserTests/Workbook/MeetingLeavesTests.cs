using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Files;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;
using static Toolkit.BrowserTests.Workbook.MeetingTests;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What a meeting leaves: its record on one page, and nothing for whoever comes after.</summary>
public sealed partial class MeetingLeavesTests(GuideSite site)
{
    /// <summary>Thirteen questions agreed on with their reasons, four steps, two questions parked and three left open.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_Word_record_of_a_meeting_of_real_size_fits_a_page()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = 1280, Height = 720 });
        var (team, page, keys) = (new Team(visit), visit.Page, visit.Page.Keyboard);
        await team.StartedAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        var meeting = await BegunAsync(page, "Program director\nCase manager\nBoard member\nEmployment lead\nHousing lead");
        string[] reasons = ["Checked for staff, not yet for drivers.", "There is a poster, but no named person yet.", "Above the local living wage, save for trainees.", "Named person, written steps, seen on a visit."];
        string[] steps = ["Ask how drivers are checked", "Ask who hears about harassment, and get it in writing", "Call their new director", "Visit the bakery on a working day"];
        for (var number = 1; number <= 18; number++)
        {
            await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync($"Question {number} of 18");
            if (number <= 13)
            {
                await keys.PressAsync($"{1 + (number % 4)}");
                await meeting.GetByLabel("Why this answer").FillAsync(reasons[number % 4]);
                await meeting.GetByLabel("How many see it differently").SelectOptionAsync($"{number % 3}");
            }

            if (number <= 4)
            {
                await meeting.GetByLabel("Next step").FillAsync(steps[number - 1]);
                await meeting.GetByLabel("Role", new() { Exact = true }).FillAsync("Case manager");
                await meeting.GetByLabel("By", new() { Exact = true }).FillAsync("2026-12-11");
            }

            if (number is 14 or 15)
            {
                await keys.PressAsync("p");
                await meeting.GetByLabel("Why it is parked").FillAsync("Wait for their new director.");
            }

            await meeting.Locator("#meet-do-next").ClickSteadyAsync();
        }

        await meeting.GetByLabel("When do you look again?").FillAsync("2027-03-01");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "End and see the record" }).ClickSteadyAsync();
        var word = meeting.Locator("[data-report=docx]");
        var download = await page.RunAndWaitForDownloadAsync(() => word.ClickSteadyAsync());
        var record = folder.File("record.docx");
        await download.SaveAsAsync(record);
        var rows = OfficeFiles.WordRows(record);
        Assert.Equal(13, rows.Count(row => row.Count == 4 && reasons.Contains(row[2])));
        await Programs.Convert([record], "pdf", folder.Path);
        Assert.Single(APage().Matches(await File.ReadAllTextAsync(folder.File("record.pdf"), Encoding.Latin1, TestContext.Current.CancellationToken)));
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_question_that_begins_a_meeting_forgets_a_partner_whom_another_tab_erases()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var (team, page) = (new Team(visit), visit.Page);
        await team.StartedAsync();
        await team.KeepOnThisComputerAsync(Team.Vetting);
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.AddPartnerAsync("Lantern Co-op");
        await team.SavedAsync();
        var other = await team.InAnotherTabAsync(Team.Everything);
        await page.BringToFrontAsync();
        await page.Locator(".instrument").GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" }).ClickSteadyAsync();
        var question = page.Locator("dialog.over");
        await Assertions.Expect(question).ToContainTextAsync("Lantern Co-op");
        await Assertions.Expect(question).ToContainTextAsync("Harbor Street Bakery");
        await question.GetByLabel("Who is here, one role on each line").FillAsync("Case manager");

        // Another one: the question goes on, with what was written.
        await EraseAsync(other, "Harbor Street Bakery");
        await Assertions.Expect(question).Not.ToContainTextAsync("Harbor Street Bakery");
        await Assertions.Expect(question.GetByLabel("Who is here, one role on each line")).ToHaveValueAsync("Case manager");
        // The one that was asked about: there is nothing to meet on.
        await EraseAsync(other, "Lantern Co-op");
        await Assertions.Expect(question).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Notes_of_views_come_at_the_press_that_shows_these()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { Width = 1280, Height = 720 });
        var (team, page) = (new Team(visit), visit.Page);
        await team.StartedAsync();
        var together = page.Locator("#workbook-together");
        await together.ScrollIntoViewIfNeededAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync([View(folder, "one", "not-yet", "Not for drivers"), View(folder, "two", "in-place")]);
        await together.GetByLabel("Role or letter").First.FillAsync("Case manager");
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep them beside ours" }).ClickSteadyAsync();
        await together.GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" }).First.ClickSteadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickSteadyAsync();
        var meeting = page.Locator("dialog.meeting");
        await meeting.Locator("h1").WaitForAsync();
        await Assertions.Expect(meeting).Not.ToContainTextAsync("Not for drivers");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(meeting.Locator(".mnotes li")).ToHaveTextAsync(["Not for drivers"]);
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Show who" }).ClickSteadyAsync();
        await Assertions.Expect(meeting.Locator(".mnotes li")).ToHaveTextAsync(["Case manager: Not for drivers"]);
        await AssertWellAsync(visit);
        visit.AssertQuiet();
    }

    /// <summary>As after an exit from any page: the page that was left is not among those to which the browser goes back or on.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_goes_back_after_the_exit_does_not_see_the_tool(bool byShift)
    {
        await using var visit = await site.OpenAsync("index.html");
        var page = visit.Page;
        await page.RouteAsync("https://**", route => route.FulfillAsync(new() { Body = "<title>weather</title>", ContentType = "text/html" }));
        await visit.GoAsync(Readiness);
        var before = await page.EvaluateAsync<int>("() => history.length");
        var meeting = await BegunAsync(page, "Case manager");
        if (byShift)
        {
            for (var press = 0; press < 3; press++)
            {
                await page.Keyboard.PressAsync("Shift");
            }
        }
        else
        {
            await meeting.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickSteadyAsync();
            await page.Locator("dialog.over").GetByRole(AriaRole.Link, new() { Name = "Exit this page" }).ClickSteadyAsync();
        }

        await visit.LeftAsync();
        Assert.Equal(before, await page.EvaluateAsync<int>("() => history.length"));
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(visit.AddressOf("index.html"));
    }

    /// <summary>A slip: the page before is shown, and the meeting goes on where it stopped.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task Whoever_goes_back_out_of_a_meeting_and_on_again_is_in_it()
    {
        await using var visit = await site.OpenAsync("index.html");
        var page = visit.Page;
        await visit.GoAsync(Readiness);
        var meeting = await BegunAsync(page, "Case manager");
        await meeting.GetByLabel("Mostly").CheckSteadyAsync();
        await meeting.Locator("#meet-do-next").ClickSteadyAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(visit.AddressOf("index.html"));
        await page.GoForwardAsync();
        await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync("Question 2 of 12");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickSteadyAsync();
        await Assertions.Expect(meeting).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveURLAsync(visit.AddressOf(Readiness));
        visit.AssertQuiet();
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex APage();
}
