using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>A partner writes its own half of a tool: nobody sees it until ours is there, and one press shows both.</summary>
public sealed class HalvesTests(GuideSite site)
{
    private const string Expectations = "tools/expectations.html";
    private const string Partner = "Harbor Street Bakery";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Both_halves_of_what_each_side_expects_are_shown_together(int width)
    {
        using var folder = new TemporaryFolder();
        var theirs = await TheirsAsync(folder);
        await using var visit = await site.OpenAsync(Expectations, new VisitOptions { Width = width, Height = 800 });
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync(Partner);
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var together = await team.TogetherAsync();
        await together.GetByLabel("As the partner’s own half").CheckSteadyAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(theirs);
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep it closed" }).ClickSteadyAsync();
        await Assertions.Expect(together).ToContainTextAsync("stays closed until yours is answered too");
        await Assertions.Expect(together).Not.ToContainTextAsync("Trained staff");
        await Assertions.Expect(together.GetByRole(AriaRole.Button, new() { Name = "Show both halves" })).ToHaveCountAsync(0);
        await Assertions.Expect(team.Page.Locator("#workbook-overview")).ToContainTextAsync("1 partner’s half waits to be shown.");
        await visit.AssertWellAsync();

        await together.GetByRole(AriaRole.Link, new() { Name = "Answer our half" }).ClickSteadyAsync();
        await team.StartedAsync();
        await team.Field("expectations.our-hope").FillAsync("Jobs that last");
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        together = await team.TogetherAsync();
        await Assertions.Expect(together).Not.ToContainTextAsync("Trained staff");
        await visit.AssertWellAsync();
        await together.GetByRole(AriaRole.Button, new() { Name = "Show both halves" }).FocusAsync();
        await team.Page.Keyboard.PressAsync("Enter");
        var rows = together.Locator("table.sides > tbody > tr");
        await Assertions.Expect(rows.Filter(new() { HasText = "What do we hope" }).Locator("td")).ToHaveTextAsync(["Jobs that last", "No answer"]);
        await Assertions.Expect(rows.Filter(new() { HasText = "What does the partner hope" }).Locator("td")).ToHaveTextAsync(["No answer", "Trained staff"]);
        await Assertions.Expect(rows.Filter(new() { HasText = "What each side puts in" }).Locator("td").Last).ToContainTextAsync("A mentor");
        await Assertions.Expect(together.Locator("h3:focus")).ToContainTextAsync(Partner);
        await Assertions.Expect(together.Locator(".halves")).ToHaveCountAsync(0);
        await visit.AssertWellAsync();

        // What was shown stays shown, and changes no more.
        await team.ReloadAsync();
        await Assertions.Expect((await team.TogetherAsync()).Locator("table.sides")).ToContainTextAsync("Trained staff");
        visit.AssertQuiet();
    }

    private async Task<string> TheirsAsync(TemporaryFolder folder)
    {
        await using var visit = await site.OpenAsync(Expectations);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync(Partner);
        await team.Field("expectations.their-hope").FillAsync("Trained staff");
        await team.Field("expectations.give-and-take.r1.what").FillAsync("A mentor");
        await team.SavedAsync();
        return await team.DownloadAsync("docx", folder.Path);
    }
}
