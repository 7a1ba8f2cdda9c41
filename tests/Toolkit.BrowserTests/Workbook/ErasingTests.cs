using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What is erased in part leaves no trace, comes back from no other tab, and comes back when it is undone.</summary>
public sealed class ErasingTests(GuideSite site)
{
    private const string Question = "partner-vetting.background-checks.answer";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_partner_or_a_tool_is_erased_without_a_trace(bool partner)
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepOnThisComputerAsync(Team.Vetting);
        await team.AddPartnerAsync("Two Rivers College");
        await team.Option(Question, "starting").CheckSteadyAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Option(Question, "not-yet").CheckSteadyAsync();
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        // A step of the plan remembers whose answer it came from.
        await team.Page.Locator("[data-part=plan]").ScrollIntoViewIfNeededAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add to the plan ?: Have people who would be in close contact") }).First.ClickSteadyAsync();
        await team.SavedAsync();
        await team.GoAsync(Team.Vetting);
        var id = (await team.Page.Locator(".who [aria-current]").GetAttributeAsync("data-partner"))!;
        var trace = partner ? id : "partner-vetting";
        Assert.Contains($"{id}/{Question[..Question.LastIndexOf('.')]}", await team.KeptAsync(), StringComparison.Ordinal);
        var second = await team.InAnotherTabAsync(Team.Vetting);
        await Assertions.Expect(second.Page.Locator(".who")).ToContainTextAsync("Harbor Street Bakery");

        await team.GoAsync(Team.Everything);
        await team.EraseAsync(partner ? $"partner {id}" : "tool partner-vetting");

        // The other tab goes on typing, and brings nothing back.
        await second.GoAsync(Team.Map);
        await second.Cell("r1", "who").FillAsync("Typed in the other tab");
        await second.SavedAsync();
        await team.OpenToolAsync("community-map");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Typed in the other tab");
        var kept = await team.KeptAsync();
        Assert.DoesNotContain(trace, kept, StringComparison.Ordinal);
        Assert.Contains("Two Rivers College", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(trace, await team.FileAsync(), StringComparison.Ordinal);
    }

    /// <summary>A notice waits where nobody sees it; what it could bring back does not.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_erased_cannot_be_brought_back_from_a_tab_that_was_left_open_out_of_sight(bool everything)
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");
        await team.SavedAsync();
        await visit.Page.Clock.InstallAsync();
        await team.GoAsync(Team.Everything);
        if (everything)
        {
            await team.EraseEverythingAsync();
        }
        else
        {
            await team.EraseAsync("tool community-map");
        }

        var undo = team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" });
        await Assertions.Expect(undo).ToBeVisibleAsync();
        await team.Page.EvaluateAsync("() => { Object.defineProperty(document, 'hidden', { value: true }) }");
        await visit.Page.Clock.RunForAsync(30_000);
        await Assertions.Expect(undo).ToBeVisibleAsync();
        await visit.Page.Clock.RunForAsync(31_000);

        await Assertions.Expect(undo).ToHaveCountAsync(0);
        await team.Page.Keyboard.PressAsync("Control+Alt+z");
        Assert.DoesNotContain("Harbor Street Bakery", await team.FileAsync(), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_partner_that_was_erased_comes_back_to_its_place_in_every_tab_and_after_a_reload()
    {
        string[] names = ["Two Rivers College", "Harbor Street Bakery", "City Legal Aid"];
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepOnThisComputerAsync(Team.Vetting);
        foreach (var name in names)
        {
            await team.AddPartnerAsync(name);
        }

        await team.SavedAsync();
        var second = await team.InAnotherTabAsync(Team.Vetting);
        var partners = second.Page.Locator(".who button");
        await Assertions.Expect(partners).ToContainTextAsync(names);
        var id = (await partners.First.GetAttributeAsync("data-partner"))!;
        await team.GoAsync(Team.Everything);
        await team.EraseAsync($"partner {id}");
        await Assertions.Expect(partners).ToContainTextAsync(names[1..]);
        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();

        await Assertions.Expect(partners).ToContainTextAsync(names);
        await second.ReloadAsync();
        await Assertions.Expect(partners).ToContainTextAsync(names);
        await team.SavedAsync();
        await team.GoAsync(Team.Vetting);
        await Assertions.Expect(team.Page.Locator(".who button")).ToContainTextAsync(names);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Erasing_a_part_can_be_undone_and_an_open_tab_follows()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await team.KeepInMapAsync("Harbor Street Bakery");
        var there = (await team.InAnotherTabAsync(Team.Map)).Cell("r1", "who");
        await Assertions.Expect(there).ToHaveValueAsync("Harbor Street Bakery");

        await team.GoAsync(Team.Everything);
        await team.EraseAsync("tool community-map");
        await Assertions.Expect(there).ToHaveValueAsync("");
        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();

        await Assertions.Expect(there).ToHaveValueAsync("Harbor Street Bakery");
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        visit.AssertQuiet();
    }
}
