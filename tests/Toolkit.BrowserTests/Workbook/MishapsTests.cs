using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What goes wrong at the worst moment: a disk that is full while a key changes, tabs that act at once.</summary>
public sealed class MishapsTests(GuideSite site)
{
    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_field_takes_no_more_than_comes_back_from_its_file_and_says_so()
    {
        const int Longest = 100_000;
        await using var visit = await site.OpenAsync("tools/expectations.html");
        var field = visit.Page.Locator(".instrument textarea").First;
        await field.FocusAsync();
        await visit.Page.Keyboard.InsertTextAsync(new string('x', Longest + 1));
        await visit.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(visit.Page.Locator(".instrument .say", new() { HasText = "This field is full" })).ToBeVisibleAsync();
        Assert.Equal(Longest, (await field.InputValueAsync()).Length);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("erase")]
    [InlineData("lock")]
    [InlineData("unlock")]
    public async Task A_key_that_could_not_be_changed_stays_and_all_answers_can_be_read(string change)
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("Typed before");
        await team.GoAsync(Team.Everything);
        if (change == "unlock")
        {
            await team.SetPassphraseAsync();
        }

        await team.LeaveNoRoomOnceAsync();
        switch (change)
        {
            case "erase":
                await team.Page.GetByText("Erase a part", new() { Exact = true }).ClickSteadyAsync();
                await team.Page.GetByLabel("What to erase").SelectOptionAsync("tool community-map");
                await team.Page.GetByRole(AriaRole.Button, new() { Name = "Erase this" }).ClickSteadyAsync();
                await team.Notice.Filter(new() { HasText = "did not let us erase" }).WaitForAsync();
                break;
            case "lock":
                await team.LockWithAsync(Team.Passphrase);
                await team.Notice.Filter(new() { HasText = "could not write that" }).WaitForAsync();
                break;
            default:
                await team.Page.GetByRole(AriaRole.Button, new() { Name = "Take the passphrase away" }).ClickSteadyAsync();
                await team.Notice.Filter(new() { HasText = "could not write that" }).WaitForAsync();
                break;
        }

        await team.GoAsync(Team.Map);
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.ReloadAsync();

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Typed before");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
        if (change == "unlock")
        {
            await team.GoAsync(Team.Everything);
            await team.LockNowButton.ClickSteadyAsync();
            await team.UnlockAsync(Team.Passphrase);
            await team.LockNowButton.WaitForAsync();
        }
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task After_all_was_erased_a_passphrase_that_could_not_be_set_locks_nothing()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("Erased");
        await team.EraseEverythingAsync();
        // A page that finds nothing but the empty place where it was.
        await team.GoAsync(Team.Everything);
        await Assertions.Expect(team.Status).ToContainTextAsync("nothing to save yet");
        await team.LeaveNoRoomOnceAsync();
        await team.LockWithAsync(Team.Passphrase);
        await team.Notice.Filter(new() { HasText = "could not write that" }).WaitForAsync();

        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync("Typed after");
        await team.ReloadAsync();

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Typed after");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Everything_is_said_to_be_erased_only_where_it_is()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("Typed before");
        await team.Page.EvaluateAsync("() => { IDBObjectStore.prototype.clear = () => { throw new DOMException('broken', 'UnknownError') } }");

        await team.Page.Locator("[data-keeper-erase]").ClickSteadyAsync();
        await team.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickSteadyAsync();

        await team.Notice.Filter(new() { HasText = "did not let us erase" }).WaitForAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Typed before");
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Typed before");
        await team.EraseEverythingAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Answers_that_contradict_those_on_this_computer_are_not_mixed_with_them()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var first = new Team(visit);
        var second = await first.InAnotherTabAsync(Team.Map);
        await first.Cell("r1", "who").FillAsync("Harbor Street Bakery");
        await second.Cell("r1", "who").FillAsync("Two Rivers College");
        await second.SavedAsync();
        await first.KeepOnThisComputerAsync();
        await second.GoAsync(Team.Everything);
        await second.Page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).ClickSteadyAsync();

        await second.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Other answers are on this computer already" }).WaitForAsync();

        Assert.DoesNotContain("Two Rivers College", await first.KeptAsync(), StringComparison.Ordinal);
        await second.GoAsync(Team.Map);
        await Assertions.Expect(second.Status).ToContainTextAsync("this tab only");
        await Assertions.Expect(second.Cell("r1", "who")).ToHaveValueAsync("Two Rivers College");
        await second.Cell("r2", "who").FillAsync("Typed after");
        await second.ReloadAsync();
        await Assertions.Expect(second.Cell("r2", "who")).ToHaveValueAsync("Typed after");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Answers_that_contradict_nothing_join_those_on_this_computer()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var first = new Team(visit);
        var second = await first.InAnotherTabAsync(Team.Map);
        await first.Cell("r1", "who").FillAsync("Harbor Street Bakery");
        await second.Cell("r2", "who").FillAsync("Two Rivers College");
        await second.SavedAsync();

        await first.KeepOnThisComputerAsync();
        await second.KeepOnThisComputerAsync(Team.Map);

        await Assertions.Expect(second.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        await Assertions.Expect(second.Cell("r2", "who")).ToHaveValueAsync("Two Rivers College");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_typed_just_before_another_tab_locks_is_kept()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepOnThisComputerAsync();
        await team.SetPassphraseAsync();
        // The other tab has the key too, as a tab that was opened from this one has.
        var second = await team.InAnotherTabAsync(Team.Everything);
        await second.UnlockAsync(Team.Passphrase);
        await second.LockNowButton.WaitForAsync();
        await second.GoAsync(Team.Map);

        await second.Cell("r1", "who").FocusAsync();
        await second.Page.Keyboard.TypeAsync("Typed just before");
        await team.LockNowButton.ClickSteadyAsync();

        await Assertions.Expect(second.Cell("r1", "who")).ToHaveValueAsync("");
        await team.UnlockAsync(Team.Passphrase);
        await team.LockNowButton.WaitForAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Typed just before");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_way_back_from_erasing_closes_with_the_lock()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("Harbor Street Bakery");
        await team.SetPassphraseAsync();
        await team.OpenToolAsync("community-map");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        await team.EraseAsync("tool community-map");

        await team.LockNowButton.ClickSteadyAsync();
        await Assertions.Expect(team.Notice).ToHaveCountAsync(0);
        await team.Page.Keyboard.PressAsync("Control+Alt+z");

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Answers_move_into_the_tab_with_what_another_one_has_just_written()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("In the first tab");
        await team.GoAsync(Team.Everything);
        // This one hears nothing of the other.
        await visit.DeafenAsync();
        var second = await team.InAnotherTabAsync(Team.Map);
        await second.Cell("r2", "who").FillAsync("In the second tab");
        await second.SavedAsync();

        await team.Page.GetByRole(AriaRole.Radio, new() { Name = "In this tab only" }).CheckSteadyAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("this tab only");
        await second.Cell("r3", "who").FillAsync("Typed after");
        await second.SavedAsync();

        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("In the first tab");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("In the second tab");
        // The other one has not brought it back to the computer.
        var third = await team.InAnotherTabAsync(Team.Map);
        await Assertions.Expect(third.Status).ToContainTextAsync("this tab only");
        await Assertions.Expect(third.Cell("r3", "who")).ToHaveValueAsync("");
        await Assertions.Expect(second.Cell("r3", "who")).ToHaveValueAsync("Typed after");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Two_tabs_that_add_a_step_to_the_plan_at_once_keep_both()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        // Neither hears of the other before it has added its own.
        await visit.DeafenAsync();
        var first = new Team(visit);
        await first.KeepOnThisComputerAsync();
        var second = await first.InAnotherTabAsync(Team.Everything);
        await first.AddStepAsync("Ask what a shift pays");
        await first.SavedAsync();
        await second.AddStepAsync("Thank the college");
        await second.SavedAsync();

        foreach (var team in new[] { first, second })
        {
            await team.GoAsync("tools/action-plan.html");
            await Assertions.Expect(team.Field("action-plan.steps.r1.what")).ToHaveValueAsync("Ask what a shift pays");
            await Assertions.Expect(team.Field("action-plan.steps.r2.what")).ToHaveValueAsync("Thank the college");
        }
    }
}
