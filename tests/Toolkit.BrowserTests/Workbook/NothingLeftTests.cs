using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Once answers are locked or erased, they stand nowhere on a page that showed them, in sight or not.</summary>
public sealed class NothingLeftTests(GuideSite site)
{
    /// <summary>What nothing else says.</summary>
    private const string Said = "Kestrel";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_the_map_when_another_tab_locks_or_erases(bool locks)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.KeepInMapAsync($"{Said} Street Bakery");
        await team.Cell("r2", "who").FillAsync($"{Said} College");
        await team.Cell("r2", "sector").SelectOptionAsync("schools");
        await team.Cell("r2", "tie").SelectOptionAsync("met-once");
        await team.BringIntoViewAsync("[data-part=map]", ".views");
        var map = team.Page.Locator("[data-part=map]");
        await map.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickSteadyAsync();
        await map.Locator(".target [data-key]").First.WaitForAsync();
        await map.GetByRole(AriaRole.Button, new() { Name = "What it tells you" }).ClickSteadyAsync();
        await team.SavedAsync();

        await AwayAsync(team, await team.InAnotherTabAsync(Team.Everything), locks);
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_rounds_comparison_and_plan_when_another_tab_locks_or_erases(bool locks)
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.KeepOnThisComputerAsync(Team.Vetting);
        await team.AddPartnerAsync($"{Said} Street Bakery");
        await team.Option("partner-vetting.shared-values.answer", "mostly").CheckSteadyAsync();
        await team.AddPartnerAsync($"{Said} College");
        await team.Option("partner-vetting.shared-values.answer", "not-yet").CheckSteadyAsync();
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var rounds = team.Page.Locator("#workbook-rounds");
        await team.BringIntoViewAsync("#workbook-rounds", "button");
        await rounds.GetByRole(AriaRole.Button, new() { Name = "Close this round" }).ClickSteadyAsync();
        var dialog = team.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name of the round").FillAsync($"{Said} in spring");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the round" }).ClickSteadyAsync();
        await rounds.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickSteadyAsync();
        await Assertions.Expect(rounds.Locator(".round-read")).ToContainTextAsync(Said);
        await team.SavedAsync();

        await AwayAsync(team, await team.InAnotherTabAsync(Team.Everything), locks);
    }

    /// <summary>The other tab locks or erases; then nothing is left on the first one.</summary>
    private static async Task AwayAsync(Team team, Team other, bool locks)
    {
        if (locks)
        {
            await other.SetPassphraseAsync();
            await other.LockNowButton.ClickSteadyAsync();
        }
        else
        {
            await other.EraseEverythingAsync();
        }

        var places = Script.Named("still-here");
        foreach (var page in new[] { team.Page, other.Page })
        {
            try
            {
                // Some parts follow after a pause.
                await page.WaitForFunctionAsync($"words => ({places})(words).length === 0", Said);
            }
            catch (TimeoutException)
            {
                Assert.Empty(await page.EvaluateAsync<string[]>(places, Said));
                throw;
            }
        }
    }
}
