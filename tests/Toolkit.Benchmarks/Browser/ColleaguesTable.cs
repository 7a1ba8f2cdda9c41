using System.Text.Json;
using Microsoft.Playwright;

namespace Toolkit.Benchmarks.Browser;

/// <summary>
/// How long a team waits for what 200 colleagues sent: files that are opened one after the other, the table of where all stand, and a key, in
/// Chromium with its CPU throttled.
/// </summary>
internal static class ColleaguesTable
{
    /// <summary>As many files as a page opens at once.</summary>
    private const int Files = 200;

    /// <summary>Questions that each of them answers, of those of <see cref="BigWorkbook"/>; every fifth has a note.</summary>
    private const int Answers = 85;

    private const int Visits = 3;

    private static readonly string[] Options = ["not-yet", "starting", "mostly", "in-place"];

    /// <summary>
    /// From the choice of files to the question how each is called; from the press that keeps them, and from a choice of another order, to the
    /// picture of the table; and the longest time for which the page did not answer meanwhile.
    /// </summary>
    private const string Watch = """
        (() => {
          const bench = window.bench = { stall: 0 }
          const done = (what, from) => requestAnimationFrame(() => requestAnimationFrame(() => { bench[what] = performance.now() - from }))
          new PerformanceObserver(list => { for (const { duration } of list.getEntries()) bench.stall = Math.max(bench.stall, duration) }).observe({ type: 'longtask' })
          addEventListener('change', ({ target }) => {
            if (target.id === 'views-files') {
              bench.chosen = performance.now()
              bench.stall = 0
            } else if (target.id === 'standing-order') {
              bench.sorted = undefined
              done('sorted', performance.now())
            }
          }, true)
          addEventListener('click', ({ target }) => { if (target.closest('.review [type=submit]') !== null) bench.pressed = performance.now() }, true)
          new MutationObserver(() => {
            if (bench.chosen !== undefined && bench.read === undefined && document.querySelector('.review [type=submit]') !== null) {
              bench.read = performance.now() - bench.chosen
              bench.stallRead = bench.stall
              bench.stall = 0
            }
            if (bench.pressed !== undefined && bench.kept === undefined && document.querySelector('table.together tbody tr') !== null) {
              bench.kept = -1
              done('kept', bench.pressed)
            }
          }).observe(document, { childList: true, subtree: true })
        })()
        """;

    /// <summary>Prints the table.</summary>
    public static async Task PrintAsync()
    {
        var guide = Directory.CreateTempSubdirectory("toolkit-bench-").FullName;
        try
        {
            BigWorkbook.WriteGuide(Path.Combine(guide, "input"));
            await using var browser = await SlowBrowser.StartAsync(guide, "--no-pdf");
            var files = Enumerable.Range(1, Files).Select(n => Written(browser.Folder, n)).ToArray();
            Console.WriteLine(FormattableString.Invariant($"Chromium {browser.Running.Version}, CPU throttled {SlowBrowser.Slower} times, {Files} workbook files of {Answers} answers; milliseconds, the middle of {Visits} visits."));
            Console.WriteLine("| files opened | longest stall meanwhile | from *keep* to the table | table in another order | key in a reason, 95 of 100 | key on the tool, 95 of 100 | same work, not throttled |");
            Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
            List<double[]> visits = [];
            for (var visit = 0; visit < Visits; visit++)
            {
                visits.Add(await VisitAsync(browser, files));
            }

            Console.WriteLine("| " + string.Join(" | ", Enumerable.Range(0, visits[0].Length).Select(i => FormattableString.Invariant($"{SlowBrowser.Median([.. visits.Select(figures => figures[i])]):0}"))) + " |");
        }
        finally
        {
            Directory.Delete(guide, recursive: true);
        }
    }

    private static async Task<double[]> VisitAsync(SlowBrowser browser, string[] files)
    {
        await using var context = await browser.Running.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(180_000);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(browser.Address + "workbook.html");
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).CheckAsync();
        var together = page.Locator("#workbook-together");
        await together.ScrollIntoViewIfNeededAsync();
        await together.Locator("#views-files").WaitForAsync();
        var work = await SlowBrowser.SameWorkAsync(page);
        await SlowBrowser.ThrottleAsync(page);
        await together.Locator("#views-files").SetInputFilesAsync(files);
        await page.WaitForFunctionAsync("() => bench.read !== undefined");
        await together.Locator(".review [type=submit]").ClickAsync();
        await page.WaitForFunctionAsync("() => bench.kept > 0");
        var order = together.Locator("#standing-order");
        List<double> sorted = [];
        foreach (var choice in new[] { "form", "widest", "form", "widest", "form" })
        {
            await order.SelectOptionAsync(choice);
            await page.WaitForFunctionAsync("() => bench.sorted !== undefined");
            sorted.Add(await page.EvaluateAsync<double>("() => bench.sorted"));
        }

        await together.Locator("table.together summary[id$=-fold]").Nth(40).ClickAsync();
        var reason = await BrowserTable.TypeAsync(page, "table.together textarea[id$=-why]");
        var figures = await page.EvaluateAsync<double[]>("() => [bench.read, bench.stallRead, bench.kept]");

        var tool = await context.NewPageAsync();
        await tool.GotoAsync(browser.Address + BigWorkbook.AssessmentPage);
        await tool.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await SlowBrowser.ThrottleAsync(tool);
        var typed = await BrowserTable.TypeAsync(tool, "[name=\"big-check.q50.note\"]");
        return [.. figures, SlowBrowser.Median(sorted), Most(reason), Most(typed), work];

        static double Most(List<double> keys) => keys.Order().ElementAt((int)(keys.Count * .95));
    }

    /// <summary>What one colleague saved.</summary>
    private static string Written(string folder, int n)
    {
        var answers = new SortedDictionary<string, object>(StringComparer.Ordinal);
        for (var question = 1; question <= Answers; question++)
        {
            // Some questions are alike, on some all differ.
            answers.Add($"big-check.q{question}.answer", new { value = Options[question % 3 == 0 ? 2 : ((n * 7) + (question * 3) + (n * question % 5)) % 4], at = 1, by = "bench" });
            if (question % 5 == 0)
            {
                answers.Add($"big-check.q{question}.note", new { value = $"Colleague {n} on question {question}: ask again when we meet.", at = 1, by = "bench" });
            }
        }

        var file = Path.Combine(folder, $"colleague-{n}.workbook.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            format = "partnership-toolkit-workbook",
            version = 1,
            id = $"wbench{n}",
            guide = "1",
            partners = new[] { new { id = $"pbench{n}", name = "Harbor Street Bakery", at = 1, by = "bench" } },
            subjects = new Dictionary<string, object> { [$"pbench{n}"] = new { answers, rows = new { } } },
        }));
        return file;
    }
}
