using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Toolkit.Benchmarks.Browser;

/// <summary>
/// How long a key takes in the real guide's map of many organizations, and how long the marks of its picture take to come, in
/// Chromium with its CPU throttled. Keys come in bursts with pauses, so that the map follows between them.
/// </summary>
internal static partial class MapTable
{
    private const int Keys = 120;

    /// <summary>Between two keys of a burst, and after one, in milliseconds: the map follows a fifth of a second after the last.</summary>
    private static readonly (int Within, int After) Pace = (90, 350);

    private const int Burst = 4;

    private const string Page = "tools/community-map.html";

    private const string Table = "community-map.organizations";

    private static readonly string[] Views = ["Board", "Picture", "What it tells you"];

    /// <summary>From the press of the view's button to the first frame in which its marks stand.</summary>
    private const string Marks = """
        () => new Promise(done => {
          const button = [...document.querySelectorAll('[data-part=map] .views__tab')].find(tab => tab.textContent.startsWith('Picture'))
          const start = performance.now()
          let marks
          const look = () => {
            marks ??= document.querySelector('[data-part=map] .target [data-key]') === null ? undefined : performance.now() - start
            if (marks === undefined || performance.now() - start < 3000) requestAnimationFrame(look)
            else done(marks)
          }
          button.click()
          look()
        })
        """;

    /// <summary>Prints the table.</summary>
    /// <param name="guide">The folder that holds the real guide.</param>
    public static async Task PrintAsync(string guide)
    {
        await using var browser = await SlowBrowser.StartAsync(guide, "--no-pdf");
        Console.WriteLine(FormattableString.Invariant($"Chromium {browser.Running.Version}, CPU throttled {SlowBrowser.Slower} times; {Keys} keys in bursts of {Burst}; milliseconds."));
        Console.WriteLine("| organizations | window | view below | marks there | key to picture, median | 95 of 100 | slowest | same work, not throttled |");
        Console.WriteLine("|---:|---:|---|---:|---:|---:|---:|---:|");
        foreach (var (rows, width) in new[] { (38, 1280), (300, 1280), (300, 390), (1000, 1280) })
        {
            await using var context = await browser.Running.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
            context.SetDefaultTimeout(120_000);
            var page = await OpenedAsync(context, browser, rows);
            var work = await SlowBrowser.SameWorkAsync(page);
            await SlowBrowser.ThrottleAsync(page);
            var marks = await page.EvaluateAsync<double>(Marks);
            foreach (var view in Views)
            {
                await page.Locator("[data-part=map] .views__tab", new() { HasText = view }).ClickAsync();
                var keys = await BrowserTable.TypeAsync(page, $"[name=\"{Table}.r{Math.Min(rows, 150)}.who\"]", Keys, key => key % Burst == Burst - 1 ? Pace.After : Pace.Within);
                Console.WriteLine(FormattableString.Invariant(
                    $"| {rows} | {width} | {view} | {(view == "Picture" ? marks.ToString("0", CultureInfo.InvariantCulture) : "")} | {SlowBrowser.Median(keys):0} | {keys.Order().ElementAt((int)(keys.Count * .95)):0} | {keys.Max():0} | {work:0} |"));
            }
        }
    }

    /// <summary>The page with a workbook file opened in it, as people do it.</summary>
    private static async Task<IPage> OpenedAsync(IBrowserContext context, SlowBrowser browser, int rows)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(browser.Address + Page);
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var file = Path.Combine(browser.Folder, "map.workbook.json");
        await File.WriteAllTextAsync(file, Workbook(await page.ContentAsync(), rows));
        await page.Locator("[data-part=read-back]").First.ScrollIntoViewIfNeededAsync();
        await page.Locator("[data-part=read-back] input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open this workbook") }).ClickAsync();
        await page.Locator(".notice:not([hidden])").WaitForAsync();
        await page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("[data-part=map]").ScrollIntoViewIfNeededAsync();
        await page.Locator("[data-part=map] .views").WaitForAsync();
        return page;
    }

    /// <summary>A workbook with so many organizations, the same each time.</summary>
    /// <param name="html">The page, for the ids of its choices.</param>
    /// <param name="rows">How many.</param>
    private static string Workbook(string html, int rows)
    {
        var (sectors, ties, levels) = (Choices(html, "sector"), Choices(html, "tie"), Choices(html, "level"));
        var state = 7u;
        T Pick<T>(T[] of) => of[(int)((state = unchecked((1664525 * state) + 1013904223)) / 4294967296.0 * of.Length)];
        var cells = new SortedDictionary<string, object>(StringComparer.Ordinal);
        for (var n = 1; n <= rows; n++)
        {
            void Answer(string column, string value) => cells.Add($"{Table}.r{n}.{column}", new { value, at = 1, by = "bench" });
            Answer("who", $"Organization number {n}");
            Answer("sector", Pick(sectors));
            Answer("tie", Pick(ties));
            Answer("level", Pick(levels));
            Answer("strengths", $"Strength {n}: training, and a van that can be borrowed.");
            if (n % 3 == 0)
            {
                Answer("introduction", "board treasurer");
            }

            if (n % 4 == 0)
            {
                Answer("last-checked", "2025-01-10");
            }
        }

        var added = Enumerable.Range(7, Math.Max(0, rows - 6)).Select(n => new { key = $"r{n}", place = n, at = 1, by = "bench", born = $"1-b{n}" });
        return JsonSerializer.Serialize(new
        {
            format = "partnership-toolkit-workbook",
            version = 1,
            id = "wbench",
            guide = "1",
            partners = Array.Empty<object>(),
            subjects = new { agency = new { answers = cells, rows = new Dictionary<string, object> { [Table] = added } } },
        });
    }

    private static string[] Choices(string html, string column)
    {
        var list = Regex.Match(html, $"""<select[^>]*name="{Regex.Escape($"{Table}.r1.{column}")}".*?</select>""", RegexOptions.Singleline).Value;
        return [.. Values().Matches(list).Select(match => match.Groups[1].Value).Where(value => value.Length > 0)];
    }

    [GeneratedRegex("""<option[^>]*value="([^"]+)""", RegexOptions.Singleline)]
    private static partial Regex Values();
}
