using Microsoft.Playwright;

namespace Toolkit.Benchmarks.Browser;

/// <summary>
/// How long people wait for a file with their answers, and for what differs when one comes back: the largest instruments of
/// the real guide, every field answered, in Chromium with its CPU throttled.
/// </summary>
internal static class DocumentsTable
{
    /// <summary>Visits; each has a first time.</summary>
    private const int Visits = 3;

    /// <summary>Files filled and read in each.</summary>
    private const int Times = 4;

    /// <summary>Rows added to each table that grows; so many do not fit into the PDF.</summary>
    private const int MoreRows = 6;

    /// <summary>Milliseconds in which nobody has found and chosen a file in the dialog yet.</summary>
    private const int Choosing = 1000;

    private static readonly string[] Instruments = ["community-map", "partner-vetting", "supported-employment"];

    /// <summary>From the press of the button to the file that is handed over; from the chosen file to what differs.</summary>
    private const string Watch = """
        (() => {
          const bench = window.bench = {}
          const make = URL.createObjectURL
          URL.createObjectURL = content => {
            bench.handed = performance.now()
            return make.call(URL, content)
          }
          addEventListener('click', event => { if (event.target.closest('[data-fill]') !== null) bench.pressed = performance.now() }, true)
          addEventListener('change', event => {
            if (event.target.type !== 'file') return
            bench.shown = undefined
            bench.chosen = performance.now()
          }, true)
          new MutationObserver(() => {
            if (bench.chosen !== undefined && bench.shown === undefined && document.querySelector('.differences, .read__file form, .read__file [role=alert]') !== null) bench.shown = performance.now()
          }).observe(document, { childList: true, subtree: true })
        })()
        """;

    /// <summary>Answers every field of the page: one text in five each in plain, accented, Chinese and Arabic letters, and long.</summary>
    private const string Answer = """
        rows => {
          for (const add of document.querySelectorAll('[data-add-row]')) for (let i = 0; i < rows; i++) add.click()
          const texts = ['We agree on this.', 'Café, señora, Đặng', '我们一起工作', 'نعمل معا', 'First line\nSecond line, which goes on for a while, as people write when they have the time']
          const radios = new Set()
          let text = 0
          let count = 0
          for (const control of document.querySelectorAll('.instrument [name]')) {
            if (control.type === 'radio') {
              if (radios.has(control.name)) continue
              radios.add(control.name)
            }
            count++
            if (control.type === 'radio' || control.type === 'checkbox') {
              control.click()
              continue
            }
            if (control.type === 'date') control.value = '2026-03-14'
            else if (control instanceof HTMLSelectElement) control.value = control.options[1].value
            else control.value = texts[text++ % texts.length]
            control.dispatchEvent(new Event('input', { bubbles: true }))
          }
          return count
        }
        """;

    private const string ChangeOne = """
        text => {
          const field = document.querySelector('.instrument :is(textarea, input[type=text])')
          field.value = text
          field.dispatchEvent(new Event('input', { bubbles: true }))
        }
        """;

    /// <summary>Builds the guide and prints the table.</summary>
    /// <param name="guide">The folder that holds it.</param>
    public static async Task PrintAsync(string guide)
    {
        await using var browser = await SlowBrowser.StartAsync(guide);
        Console.WriteLine(FormattableString.Invariant($"Chromium {browser.Running.Version}, CPU throttled {SlowBrowser.Slower} times; milliseconds; first time: median of {Visits} visits, warm: of {Visits * (Times - 1)} times."));
        Console.WriteLine("| instrument | fields | file | filled, first time | filled, warm | read, first time | read, warm | same work, not throttled |");
        Console.WriteLine("|---|---:|---|---:|---:|---:|---:|---:|");
        foreach (var instrument in Instruments)
        {
            foreach (var format in new[] { "docx", "pdf" })
            {
                await RowAsync(browser.Running, browser.Address + $"tools/{instrument}.html", instrument, format, Path.Combine(browser.Folder, $"filled.{format}"));
            }
        }
    }

    private static async Task RowAsync(IBrowser browser, string address, string instrument, string format, string file)
    {
        List<List<double>> filled = [], read = [];
        List<double> work = [];
        var fields = 0;
        for (var visit = 0; visit < Visits; visit++)
        {
            fields = await VisitAsync(browser, address, format, file, filled, read, work);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"| {instrument} | {fields} | {format} | {FirstTime(filled):0} | {Warm(filled):0} | {FirstTime(read):0} | {Warm(read):0} | {SlowBrowser.Median(work):0} |"));

        static double FirstTime(List<List<double>> visits) => SlowBrowser.Median([.. visits.Select(times => times[0])]);
        static double Warm(List<List<double>> visits) => SlowBrowser.Median([.. visits.SelectMany(times => times.Skip(1))]);
    }

    /// <summary>Fills the file and reads it back, in browsers that did neither before; how many fields there are.</summary>
    private static async Task<int> VisitAsync(
        IBrowser browser, string address, string format, string file, List<List<double>> allFilled, List<List<double>> allRead, List<double> work)
    {
        await using var first = await browser.NewContextAsync(new() { AcceptDownloads = true });
        var page = await OpenAsync(first, address);
        var fields = await page.EvaluateAsync<int>(Answer, MoreRows);
        await page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        work.Add(await SlowBrowser.SameWorkAsync(page));
        await SlowBrowser.ThrottleAsync(page);
        var button = page.Locator($"[data-fill={format}]");
        await button.ScrollIntoViewIfNeededAsync();
        // Moving towards the button is what loads the scripts and begins to make the file; people cannot press it without.
        await button.HoverAsync();
        List<double> filled = [];
        for (var time = 0; time < Times; time++)
        {
            if (time > 0)
            {
                // An answer was changed: the file is made anew.
                await page.EvaluateAsync(ChangeOne, $"Changed {time} times");
            }

            var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
            await download.SaveAsAsync(file);
            filled.Add(await page.EvaluateAsync<double>("() => bench.handed - bench.pressed"));
        }

        // Another browser, to which every answer is new.
        await using var second = await browser.NewContextAsync();
        var other = await OpenAsync(second, address);
        await SlowBrowser.ThrottleAsync(other);
        var input = other.Locator("[data-part=read-back] input[type=file]");
        await input.WaitForAsync();
        List<double> read = [];
        for (var time = 0; time < Times; time++)
        {
            await other.EvaluateAsync("() => document.querySelector('.read').replaceChildren()");
            await input.HoverAsync();
            await Task.Delay(Choosing);
            await input.SetInputFilesAsync(file);
            await other.WaitForFunctionAsync("() => bench.shown !== undefined");
            read.Add(await other.EvaluateAsync<double>("() => bench.shown - bench.chosen"));
        }

        allFilled.Add(filled);
        allRead.Add(read);
        return fields;
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string address)
    {
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(address);
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("[data-part=downloads]").ScrollIntoViewIfNeededAsync();
        await page.Locator("[data-fill]").First.WaitForAsync();
        return page;
    }
}
