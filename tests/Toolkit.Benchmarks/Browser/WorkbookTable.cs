using Microsoft.Playwright;

namespace Toolkit.Benchmarks.Browser;

/// <summary>
/// <em>My workbook</em> of the real guide on a slow phone, which holds every tool: with nothing kept, and with every field of every tool answered,
/// about two partners. Each figure is the middle one of seven visits.
/// </summary>
internal static class WorkbookTable
{
    private const int Visits = 7;

    private const string Path = "workbook.html";

    /// <summary>The tool that is opened: its questions are asked about each partner, and most of them have notes.</summary>
    private const string Tool = "partner-vetting";

    /// <summary>How long a page is watched, in milliseconds: on this line all that comes with it has come and stands by then.</summary>
    private const int Watched = 8000;

    /// <summary>Tasks that keep a press waiting, what moves, and how long a press on a fold takes to its picture.</summary>
    private const string Watch = """
        (() => {
          const bench = window.bench = { tasks: [], moved: 0, press: 0 }
          const see = (type, act, more) => { new PerformanceObserver(list => { for (const entry of list.getEntries()) act(entry) }).observe({ type, buffered: true, ...more }) }
          see('longtask', entry => { bench.tasks.push(entry) })
          see('layout-shift', entry => { if (!entry.hadRecentInput) bench.moved += entry.value })
          see('event', entry => { if (entry.name === 'click' || entry.name === 'pointerup') bench.press = Math.max(bench.press, entry.duration) }, { durationThreshold: 16 })
        })()
        """;

    /// <summary>A workbook in which all that the page asks is answered.</summary>
    private const string Answered = """
        () => {
          const subjects = Object.fromEntries(['agency', 'p1', 'p2'].map(id => [id, { answers: {}, rows: {} }]))
          for (const form of document.querySelectorAll('.instrument')) {
            for (const id of form.dataset.per === 'partner' ? ['p1', 'p2'] : ['agency']) {
              for (const control of form.querySelectorAll('input[name], select[name], textarea[name]')) {
                const value = control.matches('[type=radio], [type=checkbox]') ? control.value : control.matches('select') ? control.options[1].value : control.type === 'date' ? '2026-11-03' : 'Something that somebody wrote'
                subjects[id].answers[control.name] ??= { value, at: 1, by: 'bench' }
              }
            }
          }
          const partners = ['Harbor Street Bakery', 'Two Rivers College'].map((name, n) => ({ id: `p${n + 1}`, name, at: 1, by: 'bench' }))
          return JSON.stringify({ format: 'partnership-toolkit-workbook', version: 1, id: 'wbench', guide: document.documentElement.dataset.guide, partners, subjects })
        }
        """;

    /// <summary>Prints the table.</summary>
    public static async Task PrintAsync()
    {
        await using var browser = await SlowBrowser.StartAsync(Programs.Repository, true, "--no-pdf", "--no-word");
        await using var line = await SlowLine.StartAsync(System.IO.Path.Combine(browser.Folder, "site"));
        Console.WriteLine(FormattableString.Invariant(
            $"Chromium {browser.Running.Version}, CPU throttled {SlowBrowser.Slower} times, {SlowLine.Latency} ms and 1.6 Mbit/s to the server, 390 x 844."));
        Console.WriteLine("| My workbook | first picture ms | blocked ms | longest task ms | moved | press on a tool to picture ms | same work, not throttled, ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, isAnswered) in new[] { ("nothing kept", false), ("every field answered", true) })
        {
            await using var context = await browser.Running.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
            context.SetDefaultTimeout(120_000);
            if (isAnswered)
            {
                await AnswerAsync(context, browser.Folder, line.Address);
            }

            List<double[]> visits = [];
            for (var visit = 0; visit < Visits; visit++)
            {
                visits.Add(await VisitAsync(context, line.Address));
            }

            double Middle(int figure) => SlowBrowser.Median([.. visits.Select(visit => visit[figure])]);
            Console.WriteLine(FormattableString.Invariant(
                $"| {name} | {Middle(0):0} | {Middle(1):0} | {Middle(2):0} | {Middle(3):0.000} | {Middle(4):0} | {Middle(5):0} |"));
        }
    }

    /// <summary>Opens the workbook file as people do, and keeps it on this computer.</summary>
    private static async Task AnswerAsync(IBrowserContext context, string folder, Uri address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + Path);
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var file = System.IO.Path.Combine(folder, "answered.workbook.json");
        await File.WriteAllTextAsync(file, await page.EvaluateAsync<string>(Answered));
        await page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).CheckAsync();
        await page.Locator("[data-part=read-back]").ScrollIntoViewIfNeededAsync();
        await page.Locator("[data-part=read-back] input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Open this workbook|Take [0-9,]+ answers$)") }).First.ClickAsync();
        await page.Locator(".notice:not([hidden])").WaitForAsync();
        await page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.CloseAsync();
    }

    private static async Task<double[]> VisitAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        var work = await SlowBrowser.SameWorkAsync(page);
        await SlowBrowser.ThrottleAsync(page);
        await SlowLine.SlowAsync(page);
        await (await context.NewCDPSessionAsync(page)).SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(address + Path, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForTimeoutAsync(Watched);
        var figures = await page.EvaluateAsync<double[]>("""
            () => {
              const { tasks, moved } = window.bench
              const painted = performance.getEntriesByName('first-contentful-paint')[0].startTime
              const after = tasks.filter(task => task.startTime + task.duration > painted).map(task => task.duration)
              return [painted, after.reduce((sum, task) => sum + task - 50, 0), Math.max(0, ...after), moved]
            }
            """);
        await page.Locator($"details:has(> * > #{Tool}) > summary").ClickAsync();
        await page.WaitForTimeoutAsync(1000);
        var press = await page.EvaluateAsync<double>("() => window.bench.press");
        await page.CloseAsync();
        return [.. figures, press, work];
    }
}
