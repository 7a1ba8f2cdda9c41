using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What a room sees of a meeting on a projected page.</summary>
public sealed class MeetingRoomTests(GuideSite site)
{
    [Fact(Timeout = GuideSite.Limit)]
    public async Task Five_roles_with_two_notes_are_all_in_sight_on_a_projected_page()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { Width = 1280, Height = 720 });
        var (team, page, keys) = (new Team(visit), visit.Page, visit.Page.Keyboard);
        await team.StartedAsync();
        var together = await team.TogetherAsync();
        (string Role, string Says, string Note)[] views =
        [
            ("Program director", "not-yet", "We were only shown the day shift; ask about nights and weekends."),
            ("Case manager", "starting", "They pay on time, two former clients told us so in the spring, and the contract says so too."),
            ("Housing coordinator", "mostly", ""), ("Board treasurer", "in-place", ""), ("Volunteer coordinator", "in-place", "")
        ];
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(views.Select((view, place) => MeetingTests.View(folder, $"view{place}", view.Says, view.Note)));
        for (var place = 0; place < views.Length; place++)
        {
            await together.GetByLabel("Role or letter").Nth(place).FillAsync(views[place].Role);
        }

        await together.GetByRole(AriaRole.Button, new() { Name = "Keep them beside ours" }).ClickSteadyAsync();
        await together.GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" }).First.ClickSteadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickSteadyAsync();
        var meeting = page.Locator("dialog.meeting");
        await keys.PressAsync("s");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Show who" }).ClickSteadyAsync();
        await Assertions.Expect(meeting.Locator(".mchip")).ToHaveCountAsync(5);
        await Assertions.Expect(meeting.Locator(".mnotes li")).ToHaveCountAsync(2);
        await AssertAllInSightAsync(meeting);
        // Seen by few, and heard by whoever cannot see the letters.
        await Assertions.Expect(meeting.Locator(".meet__say")).ToHaveTextAsync("Far apart. 1 says Not yet, 1 says Starting, 1 says Mostly, and 2 say In place.");
        await keys.PressAsync("2");
        await Assertions.Expect(meeting.GetByRole(AriaRole.Radio).Nth(1)).ToBeCheckedAsync();
        await AssertAllInSightAsync(meeting);
        Assert.InRange(await meeting.Locator(".mnotes li").First.EvaluateAsync<double>("note => parseFloat(getComputedStyle(note).fontSize)"), 25.5, 27);
        Assert.InRange(await meeting.Locator("h1").EvaluateAsync<double>("title => parseFloat(getComputedStyle(title).fontSize)"), 33, 41);
        await MeetingTests.AssertWellAsync(visit);
        visit.AssertQuiet();
    }

    private static async Task AssertAllInSightAsync(ILocator meeting) =>
        Assert.Equal(0, await meeting.EvaluateAsync<int>("dialog => dialog.scrollHeight - dialog.clientHeight"));
}
