using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>A team meets on one tool, question by question, and has a record of it.</summary>
public sealed class MeetingTests(GuideSite site)
{
    /// <summary>An assessment of the agency with twelve questions.</summary>
    internal const string Readiness = "tools/readiness.html";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Twelve_questions_two_of_them_parked_resumed_and_the_next_meeting_begins_with_these(int width)
    {
        await using var visit = await site.OpenAsync(Readiness, new VisitOptions { Width = width, Height = 720 });
        var (team, page) = (new Team(visit), visit.Page);
        await team.StartedAsync();
        var meeting = await BegunAsync(page, "Program director\nCase manager");
        await AssertWellAsync(visit);
        for (var number = 1; number <= 12; number++)
        {
            await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync($"Question {number} of 12");
            if (number is 3 or 8)
            {
                await meeting.GetByRole(AriaRole.Button, new() { Name = "Park it" }).ClickSteadyAsync();
                await meeting.GetByLabel("Why it is parked").FillAsync("We ask the board first.");
            }
            else
            {
                await meeting.GetByLabel("Mostly").CheckSteadyAsync();
            }

            if (number == 2)
            {
                await meeting.GetByLabel("Why this answer").FillAsync("The board agreed in the fall.");
                await meeting.GetByLabel("How many see it differently").SelectOptionAsync("2");
                await meeting.GetByLabel("Next step").FillAsync("Ask the board again");
                await meeting.GetByLabel("Role", new() { Exact = true }).FillAsync("Program director");
                await meeting.GetByLabel("By", new() { Exact = true }).FillAsync("2027-01-15");
                await AssertWellAsync(visit);
            }

            if (number == 6)
            {
                // The next day, or another page: it goes on where it stopped.
                await team.ReloadAsync();
                await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync("Question 6 of 12");
                await Assertions.Expect(meeting.GetByLabel("Mostly")).ToBeCheckedAsync();
                await meeting.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickSteadyAsync();
                await Assertions.Expect(meeting).ToHaveCountAsync(0);
                await Assertions.Expect(page).ToHaveURLAsync(visit.AddressOf(Readiness));
                await page.GetByRole(AriaRole.Link, new() { Name = "Go on with the meeting" }).ClickSteadyAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Go on with the meeting" }).ClickSteadyAsync();
            }

            await meeting.Locator("#meet-do-next").ClickSteadyAsync();
        }

        await meeting.GetByLabel("When do you look again?").FillAsync("2027-03-01");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "End and see the record" }).ClickSteadyAsync();
        var record = meeting.Locator(".record");
        await Assertions.Expect(record).ToContainTextAsync("12 of 12 questions: 10 agreed, 2 parked");
        await Assertions.Expect(record).ToContainTextAsync("Program director, Case manager");
        await Assertions.Expect(record).ToContainTextAsync("On Mar 1, 2027.");
        await Assertions.Expect(record.Locator(".record__agreed tbody tr")).ToHaveCountAsync(10);
        await Assertions.Expect(record.Locator(".record__agreed tbody tr").Nth(1)).ToContainTextAsync("The board agreed in the fall.");
        await Assertions.Expect(record.Locator(".record__agreed tbody tr").Nth(1)).ToContainTextAsync("2 people");
        await Assertions.Expect(record.Locator(".record__steps tbody tr")).ToHaveTextAsync("Ask the board againProgram directorJan 15, 2027");
        await Assertions.Expect(record.Locator(".record__left li").First).ToContainTextAsync("We ask the board first.");
        await AssertWellAsync(visit);
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickSteadyAsync();
        await Assertions.Expect(meeting).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".instrument input[value=mostly]:checked")).ToHaveCountAsync(10);

        await BegunAsync(page, null);
        await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync("Question 3 of 12");
        await meeting.Locator("#meet-do-next").ClickSteadyAsync();
        await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync("Question 8 of 12");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task By_keys_alone_and_views_are_shown_at_a_press_and_letters_at_another()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { Width = 1280, Height = 720 });
        var (team, page, keys) = (new Team(visit), visit.Page, visit.Page.Keyboard);
        await team.StartedAsync();
        var together = page.Locator("#workbook-together");
        await together.ScrollIntoViewIfNeededAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync([View(folder, "one", "not-yet"), View(folder, "two", "in-place")]);
        await together.GetByLabel("Role or letter").First.FillAsync("Case manager");
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep them beside ours" }).ClickSteadyAsync();
        // Above the questions, and below them.
        await Assertions.Expect(together.GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" })).ToHaveCountAsync(2);
        await together.GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" }).First.FocusAsync();
        await keys.PressAsync("Enter");
        await page.GetByLabel("Who is here, one role on each line").WaitForAsync();
        await keys.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("1 that colleagues answered")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByLabel("All 18")).ToBeCheckedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        var meeting = page.Locator("dialog.meeting");
        await Assertions.Expect(meeting.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(meeting.Locator(".mdot, .mchip")).ToHaveCountAsync(0);
        await Assertions.Expect(meeting.Locator(".meet__say")).Not.ToContainTextAsync("Not yet");

        await keys.PressAsync("s");
        await Assertions.Expect(meeting.Locator(".meet__say")).ToHaveTextAsync("Far apart. 1 says Not yet and 1 says In place.");
        await Assertions.Expect(meeting.Locator(".mdot")).ToHaveCountAsync(2);
        await Assertions.Expect(meeting.Locator(".mchip")).ToHaveCountAsync(0);
        await Assertions.Expect(meeting.Locator(".mscale")).Not.ToContainTextAsync("Case manager");
        await Assertions.Expect(meeting.Locator(".meet__foot")).Not.ToContainTextAsync("Case manager");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Show who" }).FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(meeting.Locator(".mchip")).ToHaveCountAsync(2);
        await Assertions.Expect(meeting.Locator(".meet__foot")).ToContainTextAsync("A Case manager");
        // What all read is large, and nothing scrolls.
        await keys.PressAsync("2");
        await Assertions.Expect(meeting.GetByRole(AriaRole.Radio).Nth(1)).ToBeCheckedAsync();
        Assert.Equal(0, await meeting.EvaluateAsync<int>("dialog => dialog.scrollHeight - dialog.clientHeight"));
        Assert.InRange(await meeting.Locator("h1").EvaluateAsync<double>("title => parseFloat(getComputedStyle(title).fontSize)"), 39, 41);
        Assert.InRange(await meeting.Locator(".mopt__word").First.EvaluateAsync<double>("word => parseFloat(getComputedStyle(word).fontSize)"), 25.5, 27);

        // What the letters stand for is read by the room too.
        Assert.InRange(await meeting.Locator(".meet__letters").EvaluateAsync<double>("letters => parseFloat(getComputedStyle(letters).fontSize)"), 25.5, 27);

        // In a text they are letters.
        await meeting.GetByLabel("Why this answer").FocusAsync();
        await keys.TypeAsync("no pins 4");
        await Assertions.Expect(meeting.GetByLabel("Why this answer")).ToHaveValueAsync("no pins 4");
        await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync("Question 1 of 18");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Turn keys off" }).FocusAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("n");
        await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync("Question 1 of 18");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Turn keys on" }).FocusAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("n");
        await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync("Question 2 of 18");
        await keys.PressAsync("p");
        await Assertions.Expect(meeting.Locator(".meet__prog")).ToContainTextAsync("1 agreed · 1 parked · 16 open");
        await keys.PressAsync("ArrowLeft");
        await Assertions.Expect(meeting.Locator(".mbar__n")).ToHaveTextAsync("Question 1 of 18");
        await AssertWellAsync(visit);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_exit_asks_once_and_Shift_three_times_leaves_at_once()
    {
        await using var visit = await site.OpenAsync(Readiness);
        var page = visit.Page;
        await page.RouteAsync("https://**", route => route.FulfillAsync(new() { Body = "<title>weather</title>", ContentType = "text/html" }));
        await visit.StartedAsync();
        var meeting = await BegunAsync(page, "Case manager");
        var exit = meeting.GetByRole(AriaRole.Button, new() { Name = "Exit this page" });
        await exit.ClickSteadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay here" }).ClickSteadyAsync();
        await Assertions.Expect(meeting.Locator("h1")).ToBeVisibleAsync();
        await exit.ClickSteadyAsync();
        await page.Locator("dialog.over").GetByRole(AriaRole.Link, new() { Name = "Exit this page" }).ClickSteadyAsync();
        await visit.LeftAsync();

        await page.GotoAsync(visit.AddressOf(Readiness));
        await visit.StartedAsync();
        await BegunAsync(page, "Case manager");
        for (var press = 0; press < 3; press++)
        {
            await page.Keyboard.PressAsync("Shift");
        }

        await visit.LeftAsync();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task From_disk_it_is_begun_resumed_listed_removed_and_brought_back()
    {
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { FromDisk = true });
        var (team, page) = (new Team(visit), visit.Page);
        await team.StartedAsync();
        var section = page.Locator("#workbook-meetings");
        await section.ScrollIntoViewIfNeededAsync();
        await section.GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" }).ClickSteadyAsync();
        await page.GetByLabel("Tool", new() { Exact = true }).SelectOptionAsync("ending-well");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickSteadyAsync();
        var meeting = page.Locator("dialog.meeting");
        await meeting.GetByLabel("Yes").CheckSteadyAsync();
        await meeting.GetByLabel("Why this answer").FillAsync("We wrote it down.");
        await team.ReloadAsync();
        await Assertions.Expect(meeting.GetByLabel("Why this answer")).ToHaveValueAsync("We wrote it down.");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickSteadyAsync();
        await Assertions.Expect(meeting).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#workbook-overview")).ToContainTextAsync("A meeting is still open");
        await section.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(section.Locator("li").First).ToContainTextAsync("still going on, 1 agreed, 11 not looked at");
        await section.GetByRole(AriaRole.Button, new() { Name = "Read the record" }).ClickSteadyAsync();
        await Assertions.Expect(section.Locator(".record")).ToContainTextAsync("We wrote it down.");
        await section.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickSteadyAsync();
        await Assertions.Expect(section).ToContainTextAsync("No meeting was held yet.");
        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(section.Locator("li").First).ToContainTextAsync("1 agreed");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_another_tab_erases_is_shown_no_longer()
    {
        await using var visit = await site.OpenAsync(Readiness);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.KeepOnThisComputerAsync(Readiness);
        var meeting = await BegunAsync(visit.Page, "Case manager");
        await meeting.GetByLabel("Mostly").CheckSteadyAsync();
        await team.SavedAsync();
        var other = await team.InAnotherTabAsync(Team.Everything);
        var section = other.Page.Locator("#workbook-meetings");
        await section.ScrollIntoViewIfNeededAsync();
        await section.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickSteadyAsync();
        await Assertions.Expect(section).ToContainTextAsync("No meeting was held yet.");
        await Assertions.Expect(meeting).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_two_tabs_write_as_the_reason_of_one_answer_is_there_both()
    {
        await using var visit = await site.OpenAsync(Readiness);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.KeepOnThisComputerAsync(Readiness);
        var meeting = await BegunAsync(visit.Page, "Case manager");
        await meeting.GetByLabel("Mostly").CheckSteadyAsync();
        var why = meeting.GetByLabel("Why this answer");
        await why.FocusAsync();
        await visit.Page.Keyboard.TypeAsync("The board knows");
        await team.SavedAsync();

        var other = await team.InAnotherTabAsync(Readiness);
        var note = other.Page.Locator(".instrument textarea[name$='.note']").First;
        await Assertions.Expect(note).ToHaveValueAsync("The board knows");
        await note.FillAsync("The staff was told in May");
        await other.SavedAsync();
        await visit.Page.BringToFrontAsync();
        await visit.Page.Keyboard.TypeAsync(" it.");
        await team.SavedAsync();
        await Assertions.Expect(why).ToHaveValueAsync("The board knows it.");

        await other.ReloadAsync();
        // Who left the field last is in it, the other one beside it.
        await Assertions.Expect(note).ToHaveValueAsync("The staff was told in May");
        await Assertions.Expect(other.Page.Locator(".instrument")).ToContainTextAsync("“The board knows it.”");
        visit.AssertQuiet();
    }

    internal static async Task EraseAsync(Team team, string partner)
    {
        var what = team.Page.GetByLabel("What to erase");
        if (!await what.IsVisibleAsync())
        {
            await team.Page.GetByText("Erase a part", new() { Exact = true }).ClickSteadyAsync();
        }

        await what.SelectOptionAsync(new SelectOptionValue { Label = $"Erase {partner} and all answers about it" });
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Erase this" }).ClickSteadyAsync();
        await team.Notice.Filter(new() { HasText = partner }).WaitForAsync();
    }

    internal static async Task<ILocator> BegunAsync(IPage page, string? roles)
    {
        await page.Locator(".instrument").GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" }).ClickSteadyAsync();
        if (roles is not null)
        {
            await page.GetByLabel("Who is here, one role on each line").FillAsync(roles);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickSteadyAsync();
        var meeting = page.Locator("dialog.meeting");
        await meeting.Locator("h1").WaitForAsync();
        return meeting;
    }

    internal static string View(TemporaryFolder folder, string name, string said, string note = "")
    {
        var file = folder.File($"{name}.workbook.json");
        File.WriteAllText(file, $$"""
            {"format": "partnership-toolkit-workbook", "version": 1, "id": "w{{name}}", "guide": "2026-11",
             "partners": [{"id": "p{{name}}", "name": "Harbor Street Bakery", "at": 5, "by": "a"}],
             "subjects": {"p{{name}}": {"answers": {"partner-vetting.time-money-effort.answer": {"value": "{{said}}", "at": 5, "by": "a"}, "partner-vetting.time-money-effort.note": {"value": "{{note}}", "at": 5, "by": "a"} }, "rows": {} } } }
            """);
        return file;
    }

    internal static async Task AssertWellAsync(Visit visit)
    {
        await visit.Page.Locator("dialog.meeting").EvaluateAsync("dialog => { dialog.scrollTo(0, 0) }");
        var findings = string.Join('\n', await visit.AxeAsync());
        Assert.True(findings.Length == 0, findings);
        Assert.Equal(0, await visit.Page.Locator("dialog.meeting").EvaluateAsync<int>("dialog => dialog.scrollWidth - dialog.clientWidth"));
    }

    /// <summary>A page in the objects of a PDF.</summary>
}
