using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>Results, comparison, plan, everything and tables, taken along as files by the buttons that the page shows.</summary>
public sealed class ReportFilesTests(GuideSite site)
{
    /// <summary>Texts that spreadsheets run as formulas, that formats break, and that other scripts write.</summary>
    private static readonly string[] Awkward =
    [
        "=HYPERLINK(\"http://example.invalid\",\"x\")", "+1 (206) 555", "-2+3", "@SUM(A1)", "He said \"yes\", then no; so", "شراكة مع المدرسة", "支援就業服務", "Đối tác mới 🙂",
    ];

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_team_takes_its_results_comparison_plan_and_everything_along(bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { FromDisk = fromDisk });
        var team = new Team(visit);
        await AnswerAsync(team);

        var results = team.Page.Locator("[data-part=results][data-instrument=partner-vetting]");
        var rows = OfficeFiles.WordRows(await TakeAsync(results, "docx", folder));
        Assert.Contains(rows, r => r is ["About", "Two Rivers College"]);
        Assert.Contains(rows, r => r is [_, "Not yet", "Look at this first"]);
        Assert.Contains(rows, r => r is [_, "ملاحظة\nsecond line"]);

        var compare = team.Page.Locator("[data-part=compare]");
        rows = OfficeFiles.WordRows(await TakeAsync(compare, "docx", folder));
        Assert.Equal(2, rows.Count(r => r is [_, "Harbor Street Bakery", "Two Rivers College"]));
        Assert.Contains(rows, r => r is [var question, "In place", "Not yet\nHelp wanted\nملاحظة\nsecond line"] && question.EndsWith("They differ", StringComparison.Ordinal));
        var sheet = Assert.Single(OfficeFiles.Sheets(await TakeAsync(compare, "xlsx", folder))).Value;
        Assert.Equal([
            "Area", "Question", "Mark", "Harbor Street Bakery", "Harbor Street Bakery, How do you know?", "Harbor Street Bakery, Note",
            "Two Rivers College", "Two Rivers College, How do you know?", "Two Rivers College, Note",
        ], sheet[0]);

        var plan = team.Page.Locator("[data-part=plan]");
        rows = OfficeFiles.WordRows(await TakeAsync(plan, "docx", folder));
        Assert.Contains(rows, r => r is ["Visit the bakery", "Call them", _, "Dec 1, 2026", "Not started", _]);
        Assert.Equal("2026-12-01", Csv.Read(await TakeAsync(plan, "csv", folder))[1][3]);

        var overview = team.Page.Locator("[data-part=overview]");
        rows = OfficeFiles.WordRows(await TakeAsync(overview, "docx", folder));
        Assert.Contains(rows, r => r.Count == 1 && r[0].Contains("Harbor Street Bakery", StringComparison.Ordinal));
        Assert.Contains(rows, r => r is [_, "Not yet", "Help wanted\nملاحظة\nsecond line"]);
        Assert.Contains(rows, r => r.Contains("Visit the bakery"));
        var sheets = OfficeFiles.Sheets(await TakeAsync(overview, "xlsx", folder));
        Assert.Contains(sheets["All answers"], r => r is [_, "Two Rivers College", _, "Not yet", "Help wanted\nملاحظة\nsecond line"]);
        Assert.Contains(sheets["Action plan"], r => r.Contains("Visit the bakery"));
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_table_becomes_a_spreadsheet_cell_by_cell_and_no_cell_a_formula(bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map, new VisitOptions { FromDisk = fromDisk });
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Cell("r1", "who").FillAsync("\"Quoted\" & <marked>");
        await (await team.OpenCellAsync("r1", "strengths")).FillAsync("First line\nsecond, line\n\n=after a gap");
        for (var i = 0; i < Awkward.Length; i++)
        {
            while (await team.Cell($"r{i + 2}", "who").CountAsync() == 0)
            {
                await team.Page.Locator("[data-add-row]").First.ClickSteadyAsync();
            }

            await team.Cell($"r{i + 2}", "who").FillAsync(Awkward[i]);
        }

        await team.SavedAsync();
        var downloads = team.Page.Locator("[data-part=downloads]");
        var label = await team.Page.Locator($"table[data-table=\"{Team.Organizations}\"] caption").InnerTextAsync();
        var sheet = Assert.Single(OfficeFiles.Sheets(await TakeAsync(downloads, "xlsx", folder, label))).Value;
        var csv = Csv.Read(await TakeAsync(downloads, "csv", folder, label));

        var who = sheet[0].IndexOf("Organization");
        Assert.Equal(["\"Quoted\" & <marked>", .. Awkward], sheet.Skip(1).Select(r => r[who]));
        Assert.Contains("First line\nsecond, line\n\n=after a gap", sheet[1]);
        string[] disarmed = ["\"Quoted\" & <marked>", .. Awkward.Take(4).Select(t => "'" + t), .. Awkward.Skip(4)];
        Assert.Equal(disarmed, csv.Skip(1).Select(r => r[who]));
        Assert.DoesNotContain(csv.SelectMany(r => r), cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal));

        // LibreOffice's eyes: the same cells, shown as text and not reckoned.
        await Programs.Convert([Directory.GetFiles(folder.Path, "*.xlsx").Single()], "csv:Text - txt - csv (StarCalc):44,34,76", folder.File("calc"));
        var calc = Csv.Read(Directory.GetFiles(folder.File("calc"), "*.csv").Single());
        Assert.Equal(sheet.Select(r => Padded(r, sheet[0].Count)), calc.Select(r => Padded(r, sheet[0].Count)));
        visit.AssertQuiet();
    }

    private static List<string> Padded(List<string> row, int width) => [.. row, .. Enumerable.Repeat("", width - row.Count)];

    /// <summary>Two partners with answers far apart, a note in two scripts, and a step of the plan.</summary>
    private static async Task AnswerAsync(Team team)
    {
        await team.GoAsync(Team.Vetting);
        foreach (var (name, option) in new[] { ("Harbor Street Bakery", "in-place"), ("Two Rivers College", "not-yet") })
        {
            await team.AddPartnerAsync(name);
            await team.Page.EvaluateAsync("option => document.querySelectorAll(`.instrument input[type=radio][value=\"${option}\"]`).forEach(r => r.click())", option);
        }

        await team.Page.Locator("input[name$='.help']").First.CheckSteadyAsync();
        await team.Page.Locator("details:has(textarea[name$='.note']) summary").First.ClickSteadyAsync();
        await team.Page.Locator("textarea[name$='.note']").First.FillAsync("ملاحظة\nsecond line");
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var plan = team.Page.Locator("[data-part=plan]");
        await plan.ScrollIntoViewIfNeededAsync();
        await plan.GetByRole(AriaRole.Button, new() { Name = "Add a step of your own" }).ClickSteadyAsync();
        await team.Page.Keyboard.TypeAsync("Visit the bakery");
        await plan.GetByLabel("First step").FillAsync("Call them");
        await plan.Locator("input[type=date]").FillAsync("2026-12-01");
        await team.SavedAsync();
    }

    private static async Task<string> TakeAsync(ILocator part, string format, TemporaryFolder folder, string about = "")
    {
        await part.ScrollIntoViewIfNeededAsync();
        var button = part.Locator($"[data-report={format}]", new() { HasText = about }).First;
        await Assertions.Expect(part.GetByText("outside our protection").First).ToBeVisibleAsync();
        var download = await part.Page.RunAndWaitForDownloadAsync(() => button.ClickSteadyAsync(), new() { Timeout = 60_000 });
        Assert.EndsWith("." + format, download.SuggestedFilename, StringComparison.Ordinal);
        var path = folder.File(download.SuggestedFilename);
        await download.SaveAsAsync(path);
        await Assertions.Expect(part.GetByText("was handed to the browser")).ToBeVisibleAsync();
        return path;
    }
}
