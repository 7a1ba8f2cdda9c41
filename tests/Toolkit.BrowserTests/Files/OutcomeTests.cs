using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>What came of files: said once, whole, and taken back file by file.</summary>
public sealed class OutcomeTests(GuideSite site)
{
    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task A_workbook_changes_nothing_by_itself_and_its_partners_are_taken_or_left()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("team.workbook.json");
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync("Acme");
        await File.WriteAllTextAsync(file, await team.FileAsync(), TestContext.Current.CancellationToken);
        await team.GoAsync(Team.Everything);
        await team.EraseEverythingAsync();
        await team.OpenToolAsync("partner-vetting");

        await team.ChooseFilesAsync(file);
        var read = team.Page.Locator(".read__file");
        await Assertions.Expect(read).ToContainTextAsync("There are no answers here yet.");
        Assert.Empty(await visit.AxeAsync());
        await read.GetByRole(AriaRole.Button, new() { Name = "See what is in it first" }).ClickSteadyAsync();
        await Assertions.Expect(read.GetByRole(AriaRole.Paragraph).Filter(new() { HasText = "1 thing differs. Choose what to take." })).ToBeFocusedAsync();
        await Assertions.Expect(read.Locator(".differences tbody tr")).ToContainTextAsync(["A partner that is not here"]);
        await Assertions.Expect(team.Page.Locator(".who__pick")).ToHaveCountAsync(0);
        Assert.Empty(await visit.AxeAsync());
        await read.GetByRole(AriaRole.Button, new() { Name = "Change nothing" }).ClickSteadyAsync();
        await Assertions.Expect(team.Page.Locator(".who__pick")).ToHaveCountAsync(0);

        await team.ChooseFilesAsync(file);
        await read.GetByRole(AriaRole.Button, new() { Name = "Open this workbook" }).ClickSteadyAsync();
        await Assertions.Expect(read).ToContainTextAsync("1 thing was taken from the file.");
        await Assertions.Expect(team.Page.Locator(".who__pick").First).ToContainTextAsync("Acme");
        await team.ChooseFilesAsync(file);
        await Assertions.Expect(read).ToContainTextAsync("Nothing in this file differs from what is here.");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task Each_of_several_files_is_taken_back_by_itself(int width, bool dark)
    {
        using var folder = new TemporaryFolder();
        string[] files = [await MapFileAsync(folder, "Ann", "r1", "Bakery"), await MapFileAsync(folder, "Ben", "r2", "Library"), await MapFileAsync(folder, "Cleo", "r3", "College")];
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width) with { Dark = dark });
        var team = new Team(visit);
        await team.ChooseFilesAsync(files);
        var read = team.Page.Locator(".read__file");

        // Of several, none takes the focus, and one place says what came of all.
        await Assertions.Expect(team.Page.Locator("[data-part=read-back] [role=status]")).ToHaveTextAsync(
            new Regex(@"^(community-map[^:]*\.docx: 1 thing differs\. ?){3}$"));
        await Assertions.Expect(team.Page.Locator(".read__file :focus")).ToHaveCountAsync(0);
        for (var i = 0; i < 3; i++)
        {
            await read.Nth(i).GetByRole(AriaRole.Button, new() { Name = "Take 1 answer" }).ClickSteadyAsync();
            await Assertions.Expect(read.Nth(i)).ToContainTextAsync("1 answer was taken from the file.");
        }

        Assert.Empty(await visit.AxeAsync());
        await read.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(read.Nth(0)).ToContainTextAsync("It is back as it was.");
        await Assertions.Expect(read.Nth(0).GetByText("It is back as it was.")).ToBeFocusedAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Library");
        await Assertions.Expect(team.Cell("r3", "who")).ToHaveValueAsync("College");

        // The notice takes back the last one, and the file says so.
        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(read.Nth(2)).ToContainTextAsync("It is back as it was.");
        await Assertions.Expect(read.Nth(2).GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToHaveCountAsync(0);
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Library");

        // One file alone takes the focus, so that it is read.
        await team.ChooseFilesAsync(files[1]);
        await Assertions.Expect(read.GetByText("Nothing in this file differs from what is here.")).ToBeFocusedAsync();
        await Assertions.Expect(team.Page.Locator("[data-part=read-back] [role=status]").Last).ToHaveTextAsync("");
        visit.AssertQuiet();
    }

    /// <summary>A colleague who sends the same sheet twice, and a workbook of somebody's own that is later in all it says.</summary>
    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task What_was_taken_from_one_file_is_not_offered_again_by_another()
    {
        using var folder = new TemporaryFolder();
        var word = await MapFileAsync(folder, "Ann", "r1", "Bakery");
        var copy = folder.File("sent again.docx");
        File.Copy(word, copy);
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        var older = folder.File("older.workbook.json");
        var later = folder.File("later.workbook.json");
        await team.Cell("r2", "who").FillAsync("Library");
        await File.WriteAllTextAsync(older, await team.FileAsync(), TestContext.Current.CancellationToken);
        await team.Cell("r2", "who").FillAsync("Public Library");
        await File.WriteAllTextAsync(later, await team.FileAsync(), TestContext.Current.CancellationToken);
        await team.EraseEverythingAsync();

        await team.ChooseFilesAsync(older);
        var read = team.Page.Locator(".read__file");
        await read.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open this workbook") }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Library");

        await team.ChooseFilesAsync(word, copy, later, older);
        await Assertions.Expect(read.Nth(3)).ToContainTextAsync("Nothing in this file differs from what is here.");
        await Assertions.Expect(read.Nth(2)).ToContainTextAsync("1 thing differs, and it is later in the file.");
        await read.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Take 1 answer" }).ClickSteadyAsync();
        await Assertions.Expect(read.Nth(1)).ToContainTextAsync("Nothing in this file differs from what is here.");
        await read.Nth(2).GetByRole(AriaRole.Button, new() { NameRegex = new("^Open this workbook") }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Public Library");
        await Assertions.Expect(read.Nth(3)).ToContainTextAsync("1 answer differs. Choose what to take.");
        await Assertions.Expect(read.Nth(3).Locator("tbody input")).Not.ToBeCheckedAsync();

        // Taking it back makes the others differ again.
        await read.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(read.Nth(1)).ToContainTextAsync("1 answer differs. Choose what to take.");
        Assert.Empty(await visit.AxeAsync());
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task A_file_that_comes_while_another_is_read_waits_for_it()
    {
        using var folder = new TemporaryFolder();
        var first = await MapFileAsync(folder, "Ann", "r1", "Bakery");
        var second = await MapFileAsync(folder, "Ben", "r2", "Library");
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.Page.Locator("[data-part=read-back]").ScrollIntoViewIfNeededAsync();
        await team.Page.Locator("[data-part=read-back] input[type=file]").WaitForAsync();
        // One after the other, before anything of the first can be read.
        await team.Page.EvaluateAsync(
            """
            files => {
              for (const bytes of files) {
                const dataTransfer = new DataTransfer()
                dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'community-map.docx'))
                document.querySelector('[data-part=read-back]').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
              }
            }
            """,
            new[] { first, second }.Select(file => Convert.ToBase64String(File.ReadAllBytes(file))).ToArray());

        var read = team.Page.Locator(".read__file");
        await Assertions.Expect(read).ToHaveCountAsync(2);
        await Assertions.Expect(read.Nth(0).Locator(".differences")).ToContainTextAsync("Bakery");
        await Assertions.Expect(read.Nth(1).Locator(".differences")).ToContainTextAsync("Library");
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true })).ToBeHiddenAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task All_that_could_not_be_read_can_be_seen()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(320));
        var team = new Team(visit);
        var file = await team.DownloadAsync("docx", folder.Path);
        var cells = Enumerable.Range(1, 6).SelectMany(row => new[] { "by-when", "last-checked", "tie", "level", "sector" }, (row, column) => ($"{Team.Organizations}.r{row}.{column}", $"strange {row} {column}")).ToArray();
        EditedWord.Type(file, cells);

        await team.ChooseFilesAsync(file);
        var read = team.Page.Locator(".read__file");
        await Assertions.Expect(read.Locator("li")).ToHaveCountAsync(30);
        await Assertions.Expect(read.Locator("li").Last).ToBeHiddenAsync();
        await read.GetByText("and 10 more").ClickSteadyAsync();
        await Assertions.Expect(read.Locator("li").Last).ToBeVisibleAsync();
        Assert.Empty(await visit.AxeAsync());
        visit.AssertQuiet();
    }

    private async Task<string> MapFileAsync(TemporaryFolder folder, string whose, string row, string who)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.Cell(row, "who").FillAsync(who);
        return await team.DownloadAsync("docx", Directory.CreateDirectory(folder.File(whose)).FullName);
    }
}
