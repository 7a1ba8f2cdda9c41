using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Rounds are closed, read, compared, named anew, removed and brought back.</summary>
public sealed class RoundsTests(GuideSite site)
{
    private const string Money = "partner-vetting.time-money-effort.answer";

    private const string Values = "partner-vetting.shared-values.answer";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task A_director_comes_back_after_six_months(int width, bool fromDisk)
    {
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = width, Height = 800, FromDisk = fromDisk });
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Option(Money, "not-yet").CheckSteadyAsync();
        await team.Option(Values, "mostly").CheckSteadyAsync();
        var results = team.Page.Locator("[data-part=results]");
        await results.ScrollIntoViewIfNeededAsync();
        await results.GetByRole(AriaRole.Button, new() { Name = "Close this round" }).ClickSteadyAsync();
        var dialog = team.Page.GetByRole(AriaRole.Dialog, new() { Name = "Close this round" });
        await Assertions.Expect(dialog).ToContainTextAsync("It closes for your agency and 1 partner.");
        await visit.AssertWellAsync();
        await dialog.GetByLabel("Name of the round").FillAsync("");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the round" }).ClickSteadyAsync();
        await Assertions.Expect(dialog.GetByLabel("Name of the round")).ToBeFocusedAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("Give the round a name");
        await dialog.GetByLabel("Name of the round").FillAsync("First look");
        await dialog.GetByLabel("Date").FillAsync("2026-05-12");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the round" }).ClickSteadyAsync();
        await Assertions.Expect(team.Notice).ToContainTextAsync("Round closed: First look.");
        await Assertions.Expect(team.Option(Money, "not-yet")).ToBeCheckedAsync();

        await team.Option(Money, "in-place").CheckSteadyAsync();
        await team.SavedAsync();
        if (!fromDisk)
        {
            // From disk, pages share no answers; there the workbook page is what people begin with.
            await results.GetByRole(AriaRole.Link, new() { Name = "See what has changed" }).ClickSteadyAsync();
            await team.StartedAsync();
            var rounds = await ShownAsync(team);
            await Assertions.Expect(rounds.Locator(".shift")).ToContainTextAsync("1 moved up, 0 moved down, 1 is the same");
            await Assertions.Expect(rounds.Locator(".shift-rows tbody tr").First).ToContainTextAsync("Moved up");
            await visit.AssertWellAsync();
            await rounds.GetByLabel("Only what changed").CheckSteadyAsync();
            await Assertions.Expect(rounds.Locator(".shift-rows tbody tr")).ToHaveCountAsync(1);
            await rounds.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickSteadyAsync();
            await Assertions.Expect(rounds.Locator(".round-read")).ToContainTextAsync("Mostly");
            await visit.AssertWellAsync();
        }

        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_round_is_closed_on_the_workbook_page_named_anew_removed_and_brought_back_and_the_next_one_begins_blank()
    {
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = 1280, Height = 800 });
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Option(Money, "mostly").CheckSteadyAsync();
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var rounds = await ShownAsync(team);
        await Assertions.Expect(rounds).ToContainTextAsync("No round is closed yet.");
        await rounds.GetByRole(AriaRole.Button, new() { Name = "Close this round" }).ClickSteadyAsync();
        var dialog = team.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name of the round").FillAsync("Spring");
        await dialog.GetByLabel("Blank").CheckSteadyAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the round" }).ClickSteadyAsync();
        await Assertions.Expect(rounds.Locator(".shift")).ToContainTextAsync("1 question is open now.");
        await Assertions.Expect(team.Page.Locator("#workbook-overview")).ToContainTextAsync("Last round: Spring,");

        await rounds.GetByRole(AriaRole.Button, new() { Name = "Change name or date" }).ClickSteadyAsync();
        await dialog.GetByLabel("Name of the round").FillAsync("Early spring");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickSteadyAsync();
        await Assertions.Expect(rounds.Locator(".line strong")).ToHaveTextAsync("Early spring");
        var word = await team.Page.RunAndWaitForDownloadAsync(() => rounds.Locator("[data-report=docx]").ClickSteadyAsync());
        Assert.EndsWith(".docx", word.SuggestedFilename, StringComparison.Ordinal);
        Assert.StartsWith("partner-vetting then and now", word.SuggestedFilename, StringComparison.Ordinal);
        var table = await team.Page.RunAndWaitForDownloadAsync(() => rounds.Locator("[data-report=csv]").ClickSteadyAsync());
        Assert.Contains("Mostly,,Open now", await File.ReadAllTextAsync(await table.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await rounds.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickSteadyAsync();
        await Assertions.Expect(rounds).ToContainTextAsync("There is no answer to an assessment or a checklist yet.");
        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(rounds.Locator(".line strong")).ToHaveTextAsync("Early spring");
        await team.ReloadAsync();
        await Assertions.Expect((await ShownAsync(team)).Locator(".line strong")).ToHaveTextAsync("Early spring");
        await visit.AssertWellAsync();
        visit.AssertQuiet();
    }

    private static async Task<ILocator> ShownAsync(Team team)
    {
        var rounds = team.Page.Locator("#workbook-rounds");
        await rounds.ScrollIntoViewIfNeededAsync();
        await rounds.GetByRole(AriaRole.Heading, new() { Name = "Rounds", Exact = true }).WaitForAsync();
        return rounds;
    }
}
