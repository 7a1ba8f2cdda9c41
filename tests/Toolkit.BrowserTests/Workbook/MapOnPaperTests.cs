using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>The community map of many organizations on one page across, in each language: words differ in length.</summary>
public sealed class MapOnPaperTests(GuideSite site)
{
    private static readonly string[] Names = ["Harbor Street Family Center", "Two Rivers College", "Copper Kettle Bakery", "Quiet Room Law Clinic", "Oak Textile Co-op", "Lantern Credit Union"];

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("", 38)]
    [InlineData("es/", 38)]
    [InlineData("", 60)]
    [InlineData("es/", 60)]
    public async Task The_picture_and_all_that_explains_it_stand_on_one_page_in_letters_of_nine_points(string language, int rows)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(language + Team.Map);
        var team = new Team(visit);
        await team.StartedAsync();
        var file = folder.File("map.workbook.json");
        await File.WriteAllTextAsync(file, await WorkbookAsync(team, rows), TestContext.Current.CancellationToken);
        await team.ChooseFilesAsync(file);
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Open this workbook|Abrir este cuaderno)") }).ClickSteadyAsync();
        await team.SavedAsync();
        await team.BringIntoViewAsync("[data-part=map]", ".views");
        var map = visit.Page.Locator("[data-part=map]");
        await map.Locator(".views__tab").Nth(1).ClickSteadyAsync();
        await map.Locator(".target [data-key]").First.WaitForAsync();

        await visit.Page.EvaluateAsync("() => { window.print = () => {} }");
        await map.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Print on one page|Imprimir en una página)") }).ClickSteadyAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        // Units of the picture are points, and its letters have nine of them at least.
        Assert.InRange(await visit.Page.EvaluateAsync<double>("() => { const svg = document.querySelector('.print-this svg.target'); return svg.getBoundingClientRect().width / svg.viewBox.baseVal.width }"), 96 / 72.0 - .01, 2);
        Assert.InRange(await visit.Page.EvaluateAsync<double>("() => Math.min(...[...document.querySelectorAll('.print-this :is(p, li, dt, dd)')].map(one => parseFloat(getComputedStyle(one).fontSize)))"), 9 * 96 / 72.0 - .01, 20);
        // Who leads to those that are only known of, and how many stand in each ring, is said beside the picture.
        await Assertions.Expect(visit.Page.Locator(".print-this p.small").Last).ToContainTextAsync(new Regex("board treasurer \\((to|a) "));
        var totals = await visit.Page.Locator(rows > 40 ? ".print-this .key div" : ".print-this .target").First.TextContentAsync() ?? "";
        Assert.Equal(4, Regex.Count(totals, $": {rows / 4}|: {(rows / 4) + 1}"));
        var pdf = System.Text.Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(Regex.Matches(pdf, @"/Type\s*/Page\b"));
        visit.AssertQuiet();
    }

    /// <summary>A file with so many organizations, in all sectors and rings, some of which somebody could introduce.</summary>
    private static async Task<string> WorkbookAsync(Team team, int rows)
    {
        var (sectors, ties) = (await OptionsAsync("sector"), await OptionsAsync("tie"));
        var answers = new SortedDictionary<string, object>(StringComparer.Ordinal);
        for (var n = 1; n <= rows; n++)
        {
            void Answer(string column, string value) => answers.Add($"{Team.Organizations}.r{n}.{column}", new { value, at = 5, by = "a" });
            Answer("who", $"{Names[n % Names.Length]} {n}");
            Answer("sector", sectors[n * 7 / 3 % sectors.Length]);
            Answer("tie", ties[n % ties.Length]);
            if (n % 5 == 0)
            {
                Answer("introduction", "board treasurer");
            }
        }

        var added = Enumerable.Range(7, rows - 6).Select(n => new { key = $"r{n}", place = n, at = 5, by = "a", born = $"5-b{n}" });
        var agency = new { answers, rows = new Dictionary<string, object> { [Team.Organizations] = added } };
        return JsonSerializer.Serialize(new { format = "partnership-toolkit-workbook", version = 1, id = "wpaper", guide = "2026-11", partners = Array.Empty<object>(), subjects = new { agency } });

        async Task<string[]> OptionsAsync(string column) =>
            await team.Cell("r1", column).Locator("option").EvaluateAllAsync<string[]>("all => all.map(one => one.value).filter(value => value !== '')");
    }
}
