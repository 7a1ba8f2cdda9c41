using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Xunit;

namespace Toolkit.BrowserTests.ByKeyboard;

/// <summary>Instruments are filled in, left and taken up again, without a mouse.</summary>
public sealed class FillingTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task An_assessment_is_answered_with_notes_and_calls_for_help_and_taken_up_again(int width)
    {
        await using var visit = await site.OpenAsync(Team.Vetting, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.StateAsync("nothing answered");

        await user.AskForPartnerAsync();
        await user.StateAsync("asked for a name");
        await user.TypeAsync("Harbor Street Bakery");
        await user.PressAsync("Enter");
        await user.RadioAsync(team.Option("partner-vetting.time-money-effort.answer", "mostly"));
        await user.RadioAsync(team.Option("partner-vetting.shared-goals.answer", "does-not-apply"));
        await user.TickAsync(team.Field("partner-vetting.shared-values.help"));
        await user.RadioAsync(team.Option("partner-vetting.fair-pay.answer", "not-yet"));
        var item = team.Page.Locator("[data-item=fair-pay]");
        await user.UnfoldAsync(item.GetByText("How do you know?").First);
        await user.FillAsync(team.Field("partner-vetting.fair-pay.evidence"), "We saw a pay slip.");
        await user.UnfoldAsync(item.GetByText("Add a note").First);
        await user.FillAsync(team.Field("partner-vetting.fair-pay.note"), "Ask again, 212-555-0123");
        await user.PressAsync("Tab");
        await Assertions.Expect(item.Locator(".say")).ToContainTextAsync("looks like a phone number");
        await Assertions.Expect(team.Page.Locator("[data-part=progress]")).ToHaveTextAsync("3 of 18 answered, 1 marked for help");
        await user.StateAsync("some answered", dark: true);

        await user.EnterAsync(team.Page.Locator("[data-item=shared-goals]").GetByRole(AriaRole.Button, new() { Name = "Clear this answer" }), "Space");
        await Assertions.Expect(team.Option("partner-vetting.shared-goals.answer", "does-not-apply")).Not.ToBeCheckedAsync();
        await user.AssertSeenAsync();
        await user.ButtonAsync("Undo");
        await Assertions.Expect(team.Option("partner-vetting.shared-goals.answer", "does-not-apply")).ToBeCheckedAsync();
        await user.AssertSeenAsync();
        await user.StateAsync("taken back");

        await team.ReloadAsync();
        await Assertions.Expect(team.Option("partner-vetting.time-money-effort.answer", "mostly")).ToBeCheckedAsync();
        await Assertions.Expect(team.Option("partner-vetting.shared-goals.answer", "does-not-apply")).ToBeCheckedAsync();
        await Assertions.Expect(team.Field("partner-vetting.shared-values.help")).ToBeCheckedAsync();
        // What was written is in sight again, not folded away.
        await Assertions.Expect(team.Field("partner-vetting.fair-pay.evidence")).ToBeVisibleAsync();
        await Assertions.Expect(team.Field("partner-vetting.fair-pay.evidence")).ToHaveValueAsync("We saw a pay slip.");
        await Assertions.Expect(team.Field("partner-vetting.fair-pay.note")).ToHaveValueAsync("Ask again, 212-555-0123");
        await user.RadioAsync(team.Option("partner-vetting.flexible.answer", "in-place"));
        await Assertions.Expect(team.Page.Locator("[data-part=progress]")).ToHaveTextAsync("4 of 18 answered, 1 marked for help");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_checklist_is_ticked_and_taken_up_again(int width)
    {
        await using var visit = await site.OpenAsync("tools/first-meeting.html", Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.TickAsync(team.Field("first-meeting.our-hope"));
        await user.TickAsync(team.Field("first-meeting.their-hope"));
        await user.TickAsync(team.Field("first-meeting.our-hope"));
        await Assertions.Expect(team.Page.Locator("[data-part=progress]")).ToHaveTextAsync("1 of 13 done");
        await user.StateAsync("one point done");

        await team.ReloadAsync();
        await Assertions.Expect(team.Field("first-meeting.their-hope")).ToBeCheckedAsync();
        await Assertions.Expect(team.Field("first-meeting.our-hope")).Not.ToBeCheckedAsync();
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_worksheet_with_rows_is_filled_in_and_what_was_removed_comes_back(int width)
    {
        await using var visit = await site.OpenAsync("tools/expectations.html", Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        const string Table = "expectations.give-and-take";
        var rows = team.Page.Locator($"table[data-table=\"{Table}\"] tbody tr");
        await user.FillAsync(team.Field("expectations.our-hope"), "Steady work.");
        await user.RadioAsync(team.Page.Locator("input[name='expectations.values']").Nth(1));
        await user.FillAsync(team.Field($"{Table}.r1.what"), "Time");
        await user.TickAsync(team.Field($"{Table}.r1.agreed"));
        await user.FillDayAsync(team.Field($"{Table}.r1.by"), new DateOnly(2026, 12, 1));
        await user.ButtonAsync("Add a row");
        await Assertions.Expect(rows).ToHaveCountAsync(5);
        await KeyboardUser.AssertFocusedAsync(team.Field($"{Table}.r5.what"));
        await user.TypeAsync("A quiet room");
        await user.StateAsync("a row added");

        await user.ButtonAsync("Move up row 5");
        await Assertions.Expect(rows.Nth(3)).ToHaveAttributeAsync("data-row", "r5");
        await user.AssertSeenAsync();
        await user.ButtonAsync("Remove row 5", "Space");
        await Assertions.Expect(rows).ToHaveCountAsync(4);
        await user.AssertSeenAsync();
        await user.StateAsync("a row removed");
        await user.ButtonAsync("Undo");
        await Assertions.Expect(team.Field($"{Table}.r5.what")).ToHaveValueAsync("A quiet room");

        await user.OptionAsync(team.Field("expectations.kind"), "A trial first, then we decide");
        await user.FillDayAsync(team.Field("expectations.next-meeting"), new DateOnly(2027, 1, 15));
        await user.TickAsync(team.Field("expectations.both-agree"));
        await team.ReloadAsync();
        await Assertions.Expect(rows.Nth(3)).ToHaveAttributeAsync("data-row", "r5");
        await Assertions.Expect(team.Field($"{Table}.r1.by")).ToHaveValueAsync("2026-12-01");
        await Assertions.Expect(team.Field("expectations.kind")).ToHaveValueAsync("trial-first");
        await Assertions.Expect(team.Field("expectations.both-agree")).ToBeCheckedAsync();
        visit.AssertQuiet();
    }
}
