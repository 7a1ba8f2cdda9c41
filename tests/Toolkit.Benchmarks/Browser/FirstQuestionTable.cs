using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Toolkit.Benchmarks.Browser;

/// <summary>
/// From an address to the first question on a slow phone: a page of ours, the same questions on the least page that keeps answers,
/// and in SurveyJS's form library. A page is opened in a browser that has none of it yet; the visits take turns, and each
/// figure is the middle one.
/// </summary>
internal static class FirstQuestionTable
{
    private const int Visits = 7;

    /// <summary>Further questions that are clicked.</summary>
    private const int Clicks = 12;

    /// <summary>Our page, whose questions the others ask too.</summary>
    private const string OurPage = "tools/readiness.html";

    /// <summary>
    /// Notes when the first question is on the screen, and where it is: the first frame that begins with a choice that has room, and the
    /// task after it. Stops looking then.
    /// </summary>
    private const string Watch = """
        (() => {
          const bench = window.bench = { blocked: 0, slow: new Map() }
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) bench.blocked += Math.max(0, entry.duration - 50)
          }).observe({ type: 'longtask', buffered: true })
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) {
              if (entry.name === 'pointerup' || entry.name === 'click') bench.slow.set(entry.interactionId, Math.max(entry.duration, bench.slow.get(entry.interactionId) ?? 0))
            }
          }).observe({ type: 'event', durationThreshold: 16 })
          const look = () => {
            const choice = document.querySelector('input[type=radio]')
            const place = choice?.parentElement.getBoundingClientRect()
            if (place === undefined || place.height === 0) {
              requestAnimationFrame(look)
              return
            }
            const done = new MessageChannel()
            done.port1.onmessage = () => {
              bench.painted = Math.max(performance.now(), performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
              bench.top = place.top + scrollY
              bench.requests = 1 + performance.getEntriesByType('resource').filter(entry => entry.startTime < bench.painted).length
              console.info('painted')
            }
            done.port2.postMessage(null)
          }
          requestAnimationFrame(look)
        })()
        """;

    private const string Questions = """
        () => JSON.stringify([...new Set([...document.querySelectorAll('.instrument input[type=radio]')].map(choice => choice.name))].map(name => {
          const choices = [...document.querySelectorAll(`.instrument input[type=radio][name="${name}"]`)]
          const question = choices[0].closest('fieldset')?.querySelector('legend')?.innerText ?? choices[0].closest('[role=radiogroup]')?.innerText.split('\n')[0] ?? name
          return { Name: name, Text: question.trim(), Options: choices.map(choice => choice.closest('label')?.innerText.trim() || choice.value) }
        }))
        """;

    /// <summary>Prints the table.</summary>
    public static async Task PrintAsync()
    {
        await using var browser = await SlowBrowser.StartAsync(Programs.Repository, "--no-pdf", "--no-word");
        var folder = Path.Combine(browser.Folder, "site");
        var questions = await AskedAsync(browser);
        PeerPages.Write(questions, folder);
        await using var line = await SlowLine.StartAsync(folder);
        (string Name, string Path)[] pages = [("this toolkit", OurPage), ("a bare page", "bare.html"), ("SurveyJS", "survey.html")];
        var visits = pages.Select(_ => new List<Visit>()).ToArray();
        for (var turn = 0; turn < Visits; turn++)
        {
            for (var page = 0; page < pages.Length; page++)
            {
                visits[page].Add(await VisitAsync(browser.Running, new Uri(line.Address, pages[page].Path), questions));
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"Chromium {browser.Running.Version}, CPU throttled {SlowBrowser.Slower} times, {SlowLine.Latency} ms and 1.6 Mbit/s to the server, {questions.Count} questions, 390 x 844."));
        Console.WriteLine("| page | first question painted ms | times the bare page | its place px | requests until then | a click at that moment kept ms | click to picture, median ms | times the bare page | blocked ms | kB in all | requests in all |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var bare = visits[1];
        for (var page = 0; page < pages.Length; page++)
        {
            Row(pages[page].Name, visits[page], bare);
        }
    }

    private sealed record Visit(double Painted, double Top, double Requests, double Kept, double Click, double Blocked, double Kilobytes, double All);

    private static void Row(string name, List<Visit> visits, List<Visit> bare)
    {
        double Middle(List<Visit> of, Func<Visit, double> what) => SlowBrowser.Median([.. of.Select(what)]);
        string Ratio(Func<Visit, double> what) => (Middle(visits, what) / Middle(bare, what)).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {Middle(visits, v => v.Painted):0} | {Ratio(v => v.Painted)} | {Middle(visits, v => v.Top):0} | {Middle(visits, v => v.Requests):0} | {Middle(visits, v => v.Kept):0} | {Middle(visits, v => v.Click):0} | {Ratio(v => v.Click)} | {Middle(visits, v => v.Blocked):0} | {Middle(visits, v => v.Kilobytes):0} | {Middle(visits, v => v.All):0} |"));
    }

    private static async Task<List<PeerPages.Asked>> AskedAsync(SlowBrowser browser)
    {
        var page = await browser.Running.NewPageAsync();
        await page.GotoAsync(browser.Address + OurPage);
        var asked = JsonSerializer.Deserialize<List<PeerPages.Asked>>(await page.EvaluateAsync<string>(Questions))!;
        await page.CloseAsync();
        return asked;
    }

    private static async Task<Visit> VisitAsync(IBrowser browser, Uri address, List<PeerPages.Asked> questions)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        await SlowBrowser.ThrottleAsync(page);
        await SlowLine.SlowAsync(page);
        await page.AddInitScriptAsync(Watch);
        await page.RunAndWaitForConsoleMessageAsync(
            async () => await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Commit }),
            new() { Predicate = line => line.Text == "painted" });
        var kept = await FirstClickAsync(page);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("() => window.bench.slow.clear()");
        for (var question = 1; question <= Clicks && question < questions.Count; question++)
        {
            var choice = page.Locator("input[type=radio]").Nth((question * questions[question].Options.Length) + 1);
            await choice.ScrollIntoViewIfNeededAsync();
            await choice.ClickAsync(new() { Force = true });
        }

        var figures = await page.EvaluateAsync<double[]>("""
            () => new Promise(done => setTimeout(() => {
              const { painted, top, requests, blocked, slow } = window.bench
              const times = [...slow.values()].sort((a, b) => a - b)
              const loaded = performance.getEntriesByType('resource')
              const bytes = [performance.getEntriesByType('navigation')[0], ...loaded].reduce((sum, entry) => sum + entry.transferSize, 0)
              done([painted, top, requests, times[times.length >> 1] ?? 16, blocked, bytes / 1000, loaded.length + 1])
            }, 500))
            """);
        return new Visit(figures[0], figures[1], figures[2], kept, figures[3], figures[4], figures[5], figures[6]);
    }

    /// <summary>Clicks the first choice as soon as it is painted; milliseconds from the start of the page until something is kept, endless where a click is lost.</summary>
    private static async Task<double> FirstClickAsync(IPage page)
    {
        await page.Locator("input[type=radio]").First.ClickAsync(new() { Force = true });
        return await page.EvaluateAsync<double>("""
            () => new Promise(done => {
              const until = performance.now() + 20_000
              const looking = setInterval(() => {
                const kept = JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage })
                const now = performance.now()
                if (kept.length <= 4 && now < until) return
                clearInterval(looking)
                done(kept.length > 4 ? now : Infinity)
              }, 10)
            })
            """);
    }
}
