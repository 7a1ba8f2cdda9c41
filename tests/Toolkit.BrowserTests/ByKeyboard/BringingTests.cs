using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.ByKeyboard;

/// <summary>A list of somebody else comes into a table: looked through, mended, taken, taken back. Without a mouse.</summary>
public sealed class BringingTests(GuideSite site)
{
    private const int Rows = 300;

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320, false)]
    [InlineData(1280, true)]
    public async Task Three_hundred_rows_with_twenty_faults_are_mended_taken_and_taken_back(int width, bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("contacts.csv");
        await File.WriteAllTextAsync(file, List(), Encoding.UTF8, TestContext.Current.CancellationToken);
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width) with { FromDisk = fromDisk });
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await team.Cell("r1", "who").FillAsync("Fernhill Garden Center");
        await team.Cell("r2", "who").FillAsync("Cedar Court Housing");
        await user.ButtonAsync("Bring your list");
        await KeyboardUser.AssertFocusedAsync(team.Page.GetByLabel("Paste rows here"));
        await user.StateAsync("asked for rows", dark: true);
        await user.FilesAsync(team.Page.Locator(".bring input[type=file]"), file);

        var sum = team.Page.Locator(".bring__sum");
        await Assertions.Expect(sum).ToHaveTextAsync("300 rows. 292 will be added and 8 are left out.");
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Heading, new() { Name = "Look through your rows" })).ToBeFocusedAsync();
        // What is lost stands above the button that takes the rows, and belongs to it.
        var losses = team.Page.Locator(".bring__losses").First;
        await Assertions.Expect(losses).ToContainTextAsync("5 rows: “Sector” is left empty. “Retail” is not among the choices.");
        await Assertions.Expect(losses).ToContainTextAsync("5 rows: “Last checked” is left empty. “soon” is not a day that we can read.");
        await Assertions.Expect(losses).ToContainTextAsync("1 column of your rows goes nowhere: “Phone”.");
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Button, new() { Name = "Put these 292 rows in the table" }).First).ToHaveAccessibleDescriptionAsync(new Regex("“Retail” is not among the choices"));
        await user.StateAsync("losses said", dark: true);
        await user.EnterAsync(losses.GetByRole(AriaRole.Button, new() { Name = "Match these words" }), "Enter");
        await KeyboardUser.AssertFocusedAsync(team.Page.GetByLabel("Sector: Retail"));
        await user.EnterAsync(losses.GetByRole(AriaRole.Button, new() { Name = "See these rows" }), "Enter");
        await KeyboardUser.AssertFocusedAsync(team.Page.GetByLabel("Show", new() { Exact = true }));
        await Assertions.Expect(team.Page.GetByLabel("Show", new() { Exact = true })).ToHaveValueAsync("look");
        await Assertions.Expect(team.Page.Locator(".bring__preview > tbody > tr")).ToHaveCountAsync(20);
        Assert.Empty(await team.Page.GetByText("555-01").AllAsync());
        await user.StateAsync("rows to look at", dark: true);

        // A word for all rows that say it, a day, a name, and who is the same.
        await user.EnterAsync(team.Page.GetByRole(AriaRole.Button, new() { Name = "Read it as “Employers”" }), "Enter");
        await KeyboardUser.AssertFocusedAsync(team.Page.GetByLabel("Sector: Retail"));
        await Assertions.Expect(losses).Not.ToContainTextAsync("Retail");
        await Assertions.Expect(team.Page.Locator(".bring__preview > tbody > tr")).ToHaveCountAsync(15);
        await user.FillDayAsync(team.Page.GetByLabel("The day for “Last checked”").First, new DateOnly(2026, 11, 2));
        await user.FillAsync(team.Page.GetByLabel("Its name").First, "Harbor Street Bakery");
        await user.ButtonAsync("They are the same");
        await Assertions.Expect(sum).ToHaveTextAsync("300 rows. 292 will be added, 1 will change, and 7 are left out.");
        await user.AssertSeenAsync();
        await user.ButtonAsync("Put these 293 rows in the table");
        await Assertions.Expect(sum).ToHaveTextAsync("292 rows are in your table now. 1 row was changed.");
        await Assertions.Expect(sum).ToBeFocusedAsync();
        await Assertions.Expect(team.Page.Locator($"[data-table='{Team.Organizations}'] tr[data-row]")).ToHaveCountAsync(294);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Fernhill Garden Center");
        await Assertions.Expect(team.Cell("r1", "sector")).ToHaveValueAsync("housing");
        await user.StateAsync("taken");
        await user.EnterAsync(team.Page.Locator(".bring").GetByRole(AriaRole.Button, new() { Name = "Undo" }), "Enter");
        await Assertions.Expect(sum).ToHaveTextAsync("It is back as it was.");
        await Assertions.Expect(team.Page.Locator($"[data-table='{Team.Organizations}'] tr[data-row]")).ToHaveCountAsync(6);
        await Assertions.Expect(team.Cell("r1", "sector")).ToHaveValueAsync("");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Fernhill Garden Center");
        await user.ButtonAsync("Done");
        await KeyboardUser.AssertFocusedAsync(user.Named(AriaRole.Button, "Bring your list"));
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Our_own_spreadsheet_comes_back_whole_into_an_empty_browser()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("organizations.xlsx");
        await using (var visit = await site.OpenAsync(Team.Map))
        {
            var team = new Team(visit);
            await team.Cell("r1", "who").FillAsync("=1+1");
            await team.Cell("r1", "tie").SelectOptionAsync("met-once");
            await (await team.OpenCellAsync("r3", "strengths")).FillAsync("rides\n\"beds\", meals");
            await (await team.OpenCellAsync("r3", "last-checked")).FillAsync("2026-03-04");
            await team.BringIntoViewAsync("[data-part=downloads]", "[data-report]");
            var download = await team.Page.RunAndWaitForDownloadAsync(() => team.Page.Locator("[data-report=xlsx]", new() { HasText = "Organizations we know" }).ClickSteadyAsync());
            await download.SaveAsAsync(file);
            visit.AssertQuiet();
        }

        await using var later = await site.OpenAsync(Team.Map);
        var empty = new Team(later);
        await empty.TendedAsync();
        await empty.Page.Locator("[data-bring]").ClickSteadyAsync();
        await empty.Page.Locator(".bring input[type=file]").SetInputFilesAsync(file);
        await empty.Page.GetByRole(AriaRole.Button, new() { Name = "Put these 2 rows in the table" }).ClickSteadyAsync();
        await Assertions.Expect(empty.Cell("r1", "who")).ToHaveValueAsync("=1+1");
        await Assertions.Expect(empty.Cell("r1", "tie")).ToHaveValueAsync("met-once");
        await Assertions.Expect(empty.Cell("r2", "strengths")).ToHaveValueAsync("rides\n\"beds\", meals");
        await Assertions.Expect(empty.Cell("r2", "last-checked")).ToHaveValueAsync("2026-03-04");
        later.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_map_goes_to_Kumu_and_comes_back()
    {
        using var folder = new TemporaryFolder();
        string[] files = [folder.File("elements.csv"), folder.File("connections.csv")];
        await using (var visit = await site.OpenAsync(Team.Map))
        {
            var team = new Team(visit);
            await team.Cell("r1", "who").FillAsync("Fernhill Garden Center");
            await team.Cell("r1", "sector").SelectOptionAsync("employers");
            await team.Cell("r1", "tie").SelectOptionAsync("met-once");
            await (await team.OpenCellAsync("r1", "introduction")).FillAsync("Board treasurer");
            await team.BringIntoViewAsync("[data-part=downloads]", "[data-kumu]");
            foreach (var (list, file) in new[] { "elements", "connections" }.Zip(files))
            {
                var download = await team.Page.RunAndWaitForDownloadAsync(() => team.Page.Locator($"[data-kumu={list}]").ClickSteadyAsync());
                await download.SaveAsAsync(file);
            }

            Assert.Equal(["Us,Fernhill Garden Center,Met once", "Board treasurer,Fernhill Garden Center,can introduce us"], File.ReadAllLines(files[1]).Skip(1));
            visit.AssertQuiet();
        }

        await using var later = await site.OpenAsync(Team.Map);
        var empty = new Team(later);
        await empty.TendedAsync();
        await empty.Page.Locator("[data-bring]").ClickSteadyAsync();
        await empty.Page.Locator(".bring input[type=file]").SetInputFilesAsync(files);
        await empty.Page.GetByRole(AriaRole.Button, new() { Name = "Put this 1 row in the table" }).ClickSteadyAsync();
        await Assertions.Expect(empty.Cell("r1", "sector")).ToHaveValueAsync("employers");
        await Assertions.Expect(empty.Cell("r1", "tie")).ToHaveValueAsync("met-once");
        await Assertions.Expect(empty.Cell("r1", "introduction")).ToHaveValueAsync("Board treasurer");
        later.AssertQuiet();
    }

    /// <summary>What Windows writes in its own letters: only a browser reads all of them.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_file_of_Windows_is_read_in_its_letters_and_a_paste_into_any_field_is_looked_through()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.TendedAsync();
        await team.Page.Locator("[data-bring]").ClickSteadyAsync();
        byte[] bytes = [.. "Name;Sector\r\nCaf"u8, 0xE9, .. " "u8, 0x93, .. "One"u8, 0x94, .. ";Housing\r\n"u8];
        await team.Page.Locator(".bring input[type=file]").SetInputFilesAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = bytes });
        await Assertions.Expect(team.Page.Locator(".bring__preview > tbody th")).ToContainTextAsync("Café “One”");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Close without" }).ClickSteadyAsync();

        await team.Cell("r1", "who").FillAsync("Dover");
        await team.Cell("r2", "who").FillAsync("Harbor");
        await team.Cell("r1", "sector").EvaluateAsync(
            """
            field => {
              const clipboardData = new DataTransfer()
              clipboardData.setData('text/plain', 'Housing\tMet once\nEmployers\tKnow of them\n')
              field.focus()
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
            }
            """);
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Put these 2 rows in the table" }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r2", "sector")).ToHaveValueAsync("employers");
        await Assertions.Expect(team.Cell("r1", "tie")).ToHaveValueAsync("met-once");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Harbor");
        visit.AssertQuiet();
    }

    /// <summary>A list as a program for contacts writes it: 5 sectors that are none, 5 days that are none, 4 rows without a name, 4 names twice, 2 that are here.</summary>
    private static string List()
    {
        string[] sounds = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "xu", "ya", "ze"];
        string Name(int i)
        {
            // Names that have nothing to do with one another, and are the same in each run.
            var next = (uint)i * 2654435761;
            return string.Concat(Enumerable.Range(0, 8).Select(n => (n == 5 ? " " : "") + sounds[(next = (next * 1664525) + 1013904223) / 65536 % (uint)sounds.Length]));
        }

        var text = new StringBuilder("Name,Field,Status,Last contact,Phone\n");
        for (var i = 1; i <= Rows; i++)
        {
            var name = i switch { 100 => "Fernhill Garden Centre", 200 => "Cedar Cuort Housing", >= 210 and < 214 => "", >= 220 and < 224 => Name(i - 200), _ => Name(i) };
            var sector = i is >= 50 and < 55 ? "Retail" : "Housing";
            var day = i is >= 60 and < 65 ? "soon" : "10/28/2026";
            text.Append(CultureInfo.InvariantCulture, $"{name},{sector},Met once,{day},(415) 555-0{i:D3}\n");
        }

        return text.ToString();
    }
}
