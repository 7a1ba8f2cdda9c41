using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>Whom a file that comes back is about: nothing goes to a partner that nobody named.</summary>
public sealed class WhomTests(GuideSite site)
{
    private const string Expectations = "tools/expectations.html";
    private const string Hope = "expectations.our-hope";

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task A_chapter_that_names_two_partners_goes_to_both(int width, bool dark)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync("guide/vetting.html", Screen.Of(width) with { Dark = dark });
        var team = new Team(visit);
        await team.StartedAsync();
        var file = await team.DownloadAsync("docx", folder.Path);
        EditedWord.Type(
            file, ("expectations.partner", "Acme"), ("partner-vetting.partner", "Beta"), (Hope, "Steady work"), ("partner-vetting.background-checks.note", "Asked in May"));

        await team.ChooseFilesAsync(file);
        var read = team.Page.Locator(".read__file");
        await Assertions.Expect(read.Locator("fieldset")).ToHaveCountAsync(2);
        await Assertions.Expect(read).Not.ToContainTextAsync("names no partner");
        await Assertions.Expect(read.Locator("fieldset").Nth(0)).ToContainTextAsync("The file says “Acme”.");
        await Assertions.Expect(read.Locator("fieldset").Nth(1)).ToContainTextAsync("The file says “Beta”.");
        await Assertions.Expect(read.Locator("fieldset").Nth(0)).ToBeFocusedAsync();
        Assert.Empty(await visit.AxeAsync());
        Assert.Equal(0, await team.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"));
        await CompareAsync(read);
        await Assertions.Expect(read).ToContainTextAsync("About Acme and Beta.");
        await Assertions.Expect(RowOf(read, "Steady work")).ToContainTextAsync("Acme");
        await Assertions.Expect(RowOf(read, "Asked in May")).ToContainTextAsync("Beta");
        Assert.Empty(await visit.AxeAsync());
        await TakeAsync(read);
        // Each of the three instruments on the page has its own choice of both.
        await Assertions.Expect(team.Page.Locator(".who__pick")).ToHaveCountAsync(6);
        await PickAsync(team, "Beta");
        await Assertions.Expect(team.Field("partner-vetting.background-checks.note")).ToHaveValueAsync("Asked in May");
        await Assertions.Expect(team.Field(Hope)).ToHaveValueAsync("");
        await PickAsync(team, "Acme");
        await Assertions.Expect(team.Field(Hope)).ToHaveValueAsync("Steady work");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task A_name_that_was_typed_over_another_means_a_new_partner(int width, bool dark)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Expectations, Screen.Of(width) with { Dark = dark });
        var team = new Team(visit);
        await team.AddPartnerAsync("Beta");
        await team.AddPartnerAsync("Acme");
        await team.Field(Hope).FillAsync("Written about Acme");
        var file = await team.DownloadAsync("docx", folder.Path);
        EditedWord.Type(file, ("expectations.partner", "Gamma"), ("expectations.their-hope", "Written about Gamma"));

        await team.ChooseFilesAsync(file);
        var read = team.Page.Locator(".read__file");
        var name = read.GetByLabel("Name of the new partner");
        await Assertions.Expect(read.GetByRole(AriaRole.Radio, new() { Name = "A new partner" })).ToBeCheckedAsync();
        await Assertions.Expect(name).ToHaveValueAsync("Gamma");

        // Without a name there is nothing to compare with.
        await name.FillAsync("");
        await CompareAsync(read);
        await Assertions.Expect(read.Locator(".govuk-error-message")).ToHaveTextAsync("Type the name of the new partner.");
        await Assertions.Expect(name).ToBeFocusedAsync();
        Assert.Empty(await visit.AxeAsync());

        // Who writes a name means it, whatever was chosen before; coming by with the Tab key chooses nothing.
        await read.GetByRole(AriaRole.Radio, new() { Name = "Acme" }).CheckSteadyAsync();
        await name.FocusAsync();
        await Assertions.Expect(read.GetByRole(AriaRole.Radio, new() { Name = "Acme" })).ToBeCheckedAsync();
        await name.PressSequentiallyAsync("Gamma Works");
        await CompareAsync(read);
        await Assertions.Expect(read).ToContainTextAsync("About Gamma Works.");

        // What stands in the file about Acme is not chosen for another.
        await Assertions.Expect(read).ToContainTextAsync("The file was made about Acme.");
        await Assertions.Expect(RowOf(read, "Written about Acme").Locator("input")).Not.ToBeCheckedAsync();
        await Assertions.Expect(RowOf(read, "Written about Gamma").Locator("input")).ToBeCheckedAsync();
        await Assertions.Expect(RowOf(read, "Written about Gamma").Locator("input")).ToHaveAccessibleNameAsync("Take Gamma Works: What does the partner hope it will change?: Written about Gamma");
        Assert.Empty(await visit.AxeAsync());

        // Whoever chose wrongly chooses anew.
        await read.GetByRole(AriaRole.Button, new() { Name = "Choose another partner" }).ClickSteadyAsync();
        await Assertions.Expect(name).ToHaveValueAsync("Gamma Works");
        await read.GetByRole(AriaRole.Radio, new() { Name = "Beta" }).CheckSteadyAsync();
        await CompareAsync(read);
        await Assertions.Expect(read).ToContainTextAsync("About Beta.");
        await TakeAsync(read);
        await Assertions.Expect(team.Page.Locator(".who [aria-current]")).ToContainTextAsync("Beta");
        await Assertions.Expect(team.Field("expectations.their-hope")).ToHaveValueAsync("Written about Gamma");
        await Assertions.Expect(team.Field(Hope)).ToHaveValueAsync("");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_file_that_names_nobody_goes_to_nobody_until_somebody_is_chosen()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Expectations);
        var team = new Team(visit);
        await team.AddPartnerAsync("Acme");
        await team.Field(Hope).FillAsync("Steady work");
        var file = await team.DownloadAsync("docx", folder.Path);
        EditedWord.Metadata(file, (",?\"partner\":\\{[^}]*\\}", ""));
        EditedWord.Type(file, ("expectations.partner", ""));

        await team.ChooseFilesAsync(file);
        var read = team.Page.Locator(".read__file");
        await Assertions.Expect(read).ToContainTextAsync("The file names no partner.");
        await Assertions.Expect(read.Locator("input[type=radio]:checked")).ToHaveCountAsync(0);
        await CompareAsync(read);
        await Assertions.Expect(read.Locator(".govuk-error-message")).ToHaveTextAsync("Choose a partner, or type the name of a new one.");
        await Assertions.Expect(read.GetByRole(AriaRole.Radio, new() { Name = "Acme" })).ToBeFocusedAsync();
        Assert.Empty(await visit.AxeAsync());
        visit.AssertQuiet();
    }

    /// <summary>Neither team has named its partner: what both call alike by default is not the same one.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_first_partners_of_two_teams_are_two()
    {
        using var folder = new TemporaryFolder();
        string file;
        await using (var other = await site.OpenAsync(Expectations))
        {
            var others = new Team(other);
            await others.Field(Hope).FillAsync("Steady work");
            file = await others.DownloadAsync("docx", folder.Path);
        }

        await using var visit = await site.OpenAsync(Expectations);
        var team = new Team(visit);
        await team.Field(Hope).FillAsync("A training place");
        await team.ChooseFilesAsync(file);
        var read = team.Page.Locator(".read__file");
        await CompareAsync(read);
        await TakeAsync(read);

        await Assertions.Expect(team.Page.Locator(".who__pick")).ToContainTextAsync(["First partner", "First partner (from a file)"]);
        await PickAsync(team, "(from a file)");
        await Assertions.Expect(team.Field(Hope)).ToHaveValueAsync("Steady work");
        await PickAsync(team, "First partner");
        await Assertions.Expect(team.Field(Hope)).ToHaveValueAsync("A training place");
        visit.AssertQuiet();
    }

    private static Task CompareAsync(ILocator read) => read.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickSteadyAsync();

    private static Task TakeAsync(ILocator read) => read.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take [0-9]+ answers?$") }).ClickSteadyAsync();

    private static ILocator RowOf(ILocator read, string text) => read.Locator(".differences tbody tr", new() { HasText = text });

    private static async Task PickAsync(Team team, string partner)
    {
        await team.OpenPartnersAsync();
        await team.Page.Locator(".who__pick", new() { HasText = partner }).First.ClickSteadyAsync();
    }
}
