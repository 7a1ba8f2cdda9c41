using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>What is here may change while the list of what differs stands: by another file, another tab, or by hand.</summary>
public sealed partial class TakingTests(GuideSite site)
{
    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_changed_while_the_list_stood_is_not_taken_over_but_shown_again()
    {
        using var folder = new TemporaryFolder();
        var ann = await MapFileAsync(folder, "Ann", ("r1", "who", "Harbor Street Bakery"), ("r1", "next-step", "Call Ann"));
        var ben = await MapFileAsync(
            folder, "Ben", ("r1", "who", "Harbor Street Bakery"), ("r1", "next-step", "Call Ben"), ("r2", "who", "Lantern Co-op"), ("r2", "next-step", "Visit"), ("r2", "gain", "Rooms"), ("r3", "who", "Library"));
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.ChooseFilesAsync(ann, ben);
        var lists = team.Page.Locator(".read__file");
        await Assertions.Expect(lists.Locator(".differences")).ToHaveCountAsync(2);

        await TakeAsync(lists.Nth(0));
        await Assertions.Expect(team.Cell("r1", "next-step")).ToHaveValueAsync("Call Ann");
        // The other file is compared anew with what this one brought.
        await Assertions.Expect(lists.Nth(1).Locator("[role=row]", new() { HasText = "Call Ann" }).Locator("input")).Not.ToBeCheckedAsync();
        await team.Cell("r2", "who").FillAsync("Lantern Co-op");
        await (await team.OpenCellAsync("r2", "next-step")).FillAsync("By hand");
        await team.Cell("r2", "gain").FillAsync("By hand too");
        await TakeAsync(lists.Nth(1));

        await Assertions.Expect(lists.Nth(1)).ToContainTextAsync("2 answers were changed here while this list stood");
        await Assertions.Expect(lists.Nth(1).Locator("[role=row]:has(input:checked)")).ToHaveCountAsync(0);
        await Assertions.Expect(team.Cell("r1", "next-step")).ToHaveValueAsync("Call Ann");
        await Assertions.Expect(team.Cell("r2", "next-step")).ToHaveValueAsync("By hand");
        await Assertions.Expect(team.Cell("r3", "who")).ToHaveValueAsync("Library");
        Assert.Empty(await visit.AxeAsync());

        // Whoever has looked again decides; and what is written on then stays when the rest is undone.
        await lists.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Choose all" }).ClickSteadyAsync();
        await TakeAsync(lists.Nth(1));
        await Assertions.Expect(team.Cell("r1", "next-step")).ToHaveValueAsync("Call Ann");
        await Assertions.Expect(team.Cell("r2", "next-step")).ToHaveValueAsync("Visit");
        await Assertions.Expect(team.Cell("r2", "gain")).ToHaveValueAsync("Rooms");
        await team.Cell("r2", "gain").FillAsync("Rooms on Monday");
        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(team.Notice).ToContainTextAsync("Some answers were changed since; they stay.");
        await Assertions.Expect(team.Cell("r2", "gain")).ToHaveValueAsync("Rooms on Monday");
        await Assertions.Expect(team.Cell("r2", "next-step")).ToHaveValueAsync("By hand");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Rows_of_two_people_stay_two_rows()
    {
        using var folder = new TemporaryFolder();
        var hers = await MapFileAsync(folder, "Ann", ("r1", "who", "Credit union"), ("r1", "gain", "Small loans"));
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.Cell("r1", "who").FillAsync("Bakery");

        await team.ChooseFilesAsync(hers);
        await TakeAsync(team.Page.Locator(".read__file"));
        await Assertions.Expect(team.Page.Locator("[name$='.gain']").Last).ToHaveValueAsync("Small loans");
        await Assertions.Expect(team.Page.Locator("[name$='.who']").Last).ToHaveValueAsync("Credit union");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Bakery");
        await Assertions.Expect(team.Cell("r1", "gain")).ToHaveValueAsync("");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_partner_that_two_files_bring_along_becomes_one()
    {
        using var folder = new TemporaryFolder();
        var first = await VettingFileAsync(folder, "Lantern Co-op", 0);
        var second = await VettingFileAsync(folder, "lantern co-op", 1);
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.ChooseFilesAsync(first, second);
        var lists = team.Page.Locator(".read__file");
        foreach (var i in new[] { 0, 1 })
        {
            await lists.Nth(i).GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickSteadyAsync();
            await lists.Nth(i).Locator(".differences").WaitForAsync();
        }

        foreach (var i in new[] { 0, 1 })
        {
            await TakeAsync(lists.Nth(i));
            await Assertions.Expect(lists.Nth(i)).ToContainTextAsync("taken from the file");
        }

        await Assertions.Expect(team.Page.Locator(".who__pick")).ToHaveTextAsync([LanternWithTwo()]);
        visit.AssertQuiet();
    }

    private static Task TakeAsync(ILocator list) => list.GetByRole(AriaRole.Button, new() { NameRegex = TakeSome() }).ClickSteadyAsync();

    private async Task<string> MapFileAsync(TemporaryFolder folder, string whose, params (string Row, string Column, string Text)[] cells)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        foreach (var (row, column, text) in cells)
        {
            await (await team.OpenCellAsync(row, column)).FillAsync(text);
        }

        return await DownloadAsync(team, folder, whose);
    }

    private async Task<string> VettingFileAsync(TemporaryFolder folder, string partner, int question)
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync(partner);
        await team.Page.Locator(".instrument fieldset").Nth(question).Locator("input[type=radio]").First.CheckSteadyAsync();
        return await DownloadAsync(team, folder, $"about-{question}");
    }

    private static async Task<string> DownloadAsync(Team team, TemporaryFolder folder, string name)
    {
        var own = Directory.CreateDirectory(folder.File(name));
        return await team.DownloadAsync("docx", own.FullName);
    }

    [GeneratedRegex("^Take [0-9]+ answers?$")]
    private static partial Regex TakeSome();

    [GeneratedRegex("^Lantern Co-op *2 of")]
    private static partial Regex LanternWithTwo();
}
