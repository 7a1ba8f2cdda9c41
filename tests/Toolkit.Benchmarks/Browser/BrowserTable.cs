using System.Diagnostics;
using Microsoft.Playwright;

namespace Toolkit.Benchmarks.Browser;

/// <summary>
/// How long a page takes to show what was kept, and to answer a key, in Chromium with its CPU throttled, with
/// <see cref="BigWorkbook"/> kept on this computer. Each figure is the middle one of five visits.
/// </summary>
internal static class BrowserTable
{
    private const int Loads = 5;
    private const int Keys = 120;

    /// <summary>Between two keys, in milliseconds: a quick typist.</summary>
    private const int Pace = 90;

    /// <summary>
    /// Notes when the fields in view hold their answers, and when all of them do, counted from the start of the first script;
    /// how long somebody saw the page without answers; and how long it took from the bytes that the browser had kept, which it
    /// hands over when it has drawn the page. Looking at every field in every frame would itself take the time that
    /// is measured: nothing is looked at before the workbook is there, and while the last field is empty, only those at the top
    /// are. A line in the console says that it is done, since asking the page again and again would slow it too.
    /// </summary>
    private const string Watch = """
        (() => {
          // The page itself marks nothing: its first script begins by saying how others provide themselves, and what is kept is one answer.
          let toolkit
          Object.defineProperty(window, 'toolkit', { get: () => toolkit, set (given) {
            toolkit = given
            performance.mark('toolkit start')
          } })
          const { getAll } = IDBObjectStore.prototype
          IDBObjectStore.prototype.getAll = function (...wanted) {
            const request = getAll.apply(this, wanted)
            request.addEventListener('success', () => { performance.mark('toolkit kept') })
            return request
          }
          const start = () => performance.getEntriesByName('toolkit start')[0]?.startTime
          const fields = (within, some) => {
            const answered = new Map()
            for (const control of within.querySelectorAll('input[name], select[name], textarea[name]')) {
              if (some && control.getBoundingClientRect().top > innerHeight) break
              const choice = control.type === 'radio' || control.type === 'checkbox'
              answered.set(control.name, answered.get(control.name) === true || (choice ? control.checked : control.value !== ''))
            }
            return answered
          }
          const whole = (answered, wanted) => answered.size >= wanted && [...answered.values()].every(Boolean)
          window.bench = {}
          const look = () => {
            if (document.documentElement.dataset.ready === undefined) return
            const form = document.querySelector('.instrument')
            if (form !== null && start() !== undefined) {
              const now = performance.now() - start()
              if (window.bench.first === undefined && whole(fields(form, true), 1)) {
                window.bench.first = now
                const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity
                window.bench.restored = now + start() - Math.max(start(), performance.getEntriesByName('toolkit kept')[0].startTime)
                window.bench.without = Math.max(0, now + start() - Math.max(painted, start()))
              }
              const last = document.getElementById(window.lastField)
              if (last !== null && last.value !== '' && whole(fields(form, false), window.wanted)) {
                window.bench.all = now
                clearInterval(watching)
                console.info('all answers are there')
              }
            }
          }
          // Not in every frame: asking for frames would make the browser draw more of them.
          const watching = setInterval(look, 10)
        })()
        """;

    /// <summary>Event Timing: from the key to the next picture, for keys that took longer than a frame.</summary>
    private const string Listen = """
        () => {
          window.slow = new Map()
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) {
              if (entry.interactionId > 0) window.slow.set(entry.interactionId, Math.max(entry.duration, window.slow.get(entry.interactionId) ?? 0))
            }
          }).observe({ type: 'event', durationThreshold: 16 })
        }
        """;

    /// <summary>Prints the table.</summary>
    public static async Task PrintAsync()
    {
        var guide = Directory.CreateTempSubdirectory("toolkit-bench-").FullName;
        try
        {
            BigWorkbook.WriteGuide(Path.Combine(guide, "input"));
            await using var browser = await SlowBrowser.StartAsync(guide, "--no-pdf");
            await using var context = await browser.Running.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
            context.SetDefaultTimeout(180_000);
            await SeedAsync(context, browser);

            Console.WriteLine(FormattableString.Invariant($"Chromium {browser.Running.Version}, CPU throttled {SlowBrowser.Slower} times, {BigWorkbook.Answers} answers about {BigWorkbook.Partners} partners and {BigWorkbook.Rows} rows of {BigWorkbook.Columns.Length} cells kept on this computer."));
            Console.WriteLine("| page | answers in view ms | page seen without ms | from bytes to view ms | all answers ms | key to picture, median ms | 95 of 100 ms | slowest ms | same work, not throttled, ms |");
            Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
            await RowAsync(context, browser.Address, "assessment, 100 questions", BigWorkbook.AssessmentPage, BigWorkbook.AnswersOnPage, $"big-check.q{BigWorkbook.Questions}.note", "big-check.q50.note");
            await RowAsync(context, browser.Address, "table, 1,000 rows", BigWorkbook.TablePage, BigWorkbook.Rows * BigWorkbook.Columns.Length, $"big-map.rows.r{BigWorkbook.Rows}.by-when", "big-map.rows.r500.who");
        }
        finally
        {
            Directory.Delete(guide, recursive: true);
        }
    }

    /// <summary>Opens the workbook file as people do, and keeps it on this computer.</summary>
    private static async Task SeedAsync(IBrowserContext context, SlowBrowser browser)
    {
        var file = Path.Combine(browser.Folder, "big.workbook.json");
        await File.WriteAllTextAsync(file, BigWorkbook.Json());
        var page = await context.NewPageAsync();
        await page.GotoAsync(browser.Address + BigWorkbook.TablePage);
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator(".intro > summary").ClickAsync();
        await page.GetByText("Choose where to keep them").First.ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).CheckAsync();
        await page.Locator("[data-part=read-back]").First.ScrollIntoViewIfNeededAsync();
        await page.Locator("[data-part=read-back] input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take [0-9]+ answers$") }).ClickAsync();
        await page.Locator(".notice:not([hidden])").WaitForAsync();
        await page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.CloseAsync();
    }

    private static async Task RowAsync(IBrowserContext context, Uri address, string name, string path, int wanted, string last, string typedInto)
    {
        List<double> inView = [], without = [], restored = [], all = [], work = [], middle = [], most = [], slowest = [];
        for (var load = 0; load < Loads; load++)
        {
            var page = await context.NewPageAsync();
            work.Add(await SlowBrowser.SameWorkAsync(page));
            await SlowBrowser.ThrottleAsync(page);
            await page.AddInitScriptAsync($"window.wanted = {wanted}; window.lastField = '{last}'");
            await page.AddInitScriptAsync(Watch);
            await page.RunAndWaitForConsoleMessageAsync(async () => await page.GotoAsync(address + path), new() { Predicate = line => line.Text == "all answers are there" });
            inView.Add(await page.EvaluateAsync<double>("() => window.bench.first"));
            restored.Add(await page.EvaluateAsync<double>("() => window.bench.restored"));
            without.Add(await page.EvaluateAsync<double>("() => window.bench.without"));
            all.Add(await page.EvaluateAsync<double>("() => window.bench.all"));
            var keys = await TypeAsync(page, $"[name=\"{typedInto}\"]");
            middle.Add(SlowBrowser.Median(keys));
            most.Add(keys.Order().ElementAt((int)(keys.Count * .95)));
            slowest.Add(keys.Max());
            await page.CloseAsync();
        }

        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {SlowBrowser.Median(inView):0} | {SlowBrowser.Median(without):0} | {SlowBrowser.Median(restored):0} | {SlowBrowser.Median(all):0} | {SlowBrowser.Median(middle):0} | {SlowBrowser.Median(most):0} | {SlowBrowser.Median(slowest):0} | {SlowBrowser.Median(work):0} |"));
    }

    /// <summary>Types in the middle of the page; milliseconds from each key to the next picture, 16 for all below.</summary>
    /// <param name="page">Where.</param>
    /// <param name="field">What finds the field.</param>
    /// <param name="count">How many keys.</param>
    /// <param name="pause">Milliseconds after each of them.</param>
    internal static async Task<List<double>> TypeAsync(IPage page, string field, int count = Keys, Func<int, int>? pause = null)
    {
        // Twice: what comes into view for the first time is laid out then, and moves what is below. A field that is out of view
        // changes no picture, and so has no time to the next one.
        for (var look = 0; look < 2; look++)
        {
            await page.EvaluateAsync("selector => { const field = document.querySelector(selector); field.closest('details')?.setAttribute('open', ''); field.focus(); field.scrollIntoView({ block: 'center' }); return new Promise(done => setTimeout(done, 700)) }", field);
        }

        if (!await page.EvaluateAsync<bool>("() => { const { top, bottom } = document.activeElement.getBoundingClientRect(); return document.activeElement.matches('input, textarea') && top > 0 && bottom < innerHeight }"))
        {
            throw new InvalidOperationException($"The field {field} is out of view.");
        }

        await page.EvaluateAsync(Listen);
        var clock = Stopwatch.StartNew();
        var due = 0;
        for (var key = 0; key < count; key++)
        {
            await page.Keyboard.PressAsync(key % 6 == 5 ? "Space" : "a");
            due += pause?.Invoke(key) ?? Pace;
            var wait = due - clock.ElapsedMilliseconds;
            if (wait > 0)
            {
                await Task.Delay((int)wait);
            }
        }

        await page.WaitForFunctionAsync("() => document.documentElement.dataset.unwritten === undefined");
        var slow = await page.EvaluateAsync<double[]>("() => new Promise(done => setTimeout(() => done([...window.slow.values()]), 500))");
        return [.. slow.Take(count), .. Enumerable.Repeat(16.0, Math.Max(0, count - slow.Length))];
    }
}
