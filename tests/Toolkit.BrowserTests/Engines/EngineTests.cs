using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Xunit;

namespace Toolkit.BrowserTests.Engines;

/// <summary>The journeys that matter, in short, in a second and a third engine.</summary>
public sealed class EngineTests(GuideSite site)
{
    private const string Readiness = "tools/readiness.html";
    private const string Enter = "\uE007";
    private const string Kept = "document.querySelector('html:not([data-unwritten]) [data-keeper-status] .keeper__dot--kept') !== null";
    private const string Radios = "document.querySelectorAll('form.instrument input[type=radio]')";

    /// <summary>What the page hands to the browser to save stays in the page.</summary>
    private const string CatchFiles = """
        (() => {
          const make = URL.createObjectURL
          URL.createObjectURL = blob => { window.made = blob; return make(blob) }
          HTMLAnchorElement.prototype.click = function () { this.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })) }
          addEventListener('click', event => { if (event.target.download) event.preventDefault() }, true)
          return true
        })()
        """;

    public static TheoryData<string> Engines { get; } = [nameof(Firefox), nameof(WebKit)];

    [Theory(Timeout = GuideSite.Limit)]
    [MemberData(nameof(Engines))]
    public async Task Answers_stay_are_kept_locked_and_opened_again(string name)
    {
        await using var browser = await StartAsync(name);
        await browser.VisitAsync(At(Readiness));
        await browser.PressAsync($"{Radios}[0]");
        await browser.UntilAsync(Kept);
        await browser.VisitAsync(At(Readiness));
        await browser.UntilAsync($"{Radios}[0].checked");

        await browser.VisitAsync(At(Team.Everything));
        await browser.PressAsync("[...document.querySelectorAll('input[type=radio]')].find(r => r.labels[0]?.textContent.includes('On this computer'))");
        await browser.UntilAsync(Status("this computer"));
        await browser.PressAsync(Named("summary", "Lock with a passphrase"));
        await browser.PressAsync(Labelled("Passphrase"));
        await browser.TypeAsync(Team.Passphrase);
        await browser.PressAsync(Labelled("The same passphrase again"));
        await browser.TypeAsync(Team.Passphrase);
        await browser.PressAsync(Named("button", "Set the passphrase"));
        await browser.PressAsync(Named("button", "Lock now"));
        await browser.UntilAsync(Status("Locked"));

        await browser.VisitAsync(At(Team.Everything));
        await browser.PressAsync(Labelled("Passphrase"));
        await browser.TypeAsync("not these words" + Enter);
        await browser.UntilAsync("document.querySelector('main').innerText.includes('That is not the passphrase')");
        await browser.EvaluateAsync($"{Labelled("Passphrase")}.select()");
        await browser.TypeAsync(Team.Passphrase + Enter);
        await browser.UntilAsync(Status("this computer"));
        await browser.VisitAsync(At(Readiness));
        await browser.UntilAsync($"{Radios}[0].checked");

        await browser.PressAsync("document.querySelector('.exit[data-part=exit]')");
        await LeftAsync(browser);
        await ComeBackAsync(browser, At(Readiness));
        await browser.UntilAsync(Status("Locked"));
        await browser.UntilAsync($"![...{Radios}].some(radio => radio.checked)");
    }

    [Theory(Timeout = GuideSite.Limit)]
    [MemberData(nameof(Engines))]
    public async Task Rows_grow_and_documents_go_out_and_come_back(string name)
    {
        await using var browser = await StartAsync(name);
        await browser.VisitAsync(At(Team.Map));
        var rows = (int)(await browser.EvaluateAsync(RowsOfMap + ".length"))!;
        await browser.PressAsync(Named("button", "Add a row"));
        await browser.UntilAsync($"{RowsOfMap}.length === {rows + 1}");
        await browser.PressAsync($"{RowsOfMap}[{rows}].querySelector('input')");
        await browser.TypeAsync("Harbor Street Bakery");
        await browser.UntilAsync(Kept);
        await browser.VisitAsync(At(Team.Map));
        await browser.UntilAsync($"{RowsOfMap}[{rows}].querySelector('input').value === 'Harbor Street Bakery'");

        await browser.VisitAsync(At(Readiness));
        await browser.PressAsync($"{Radios}[0]");
        await browser.EvaluateAsync(CatchFiles);
        foreach (var ending in new[] { "docx", "pdf" })
        {
            await browser.UntilAsync("(document.querySelector('[data-part=downloads]').scrollIntoView(), document.querySelector('[data-fill]') !== null)");
            await browser.EvaluateAsync("delete window.made");
            await browser.PressAsync($"document.querySelector('[data-fill={ending}]')");
            await browser.UntilAsync("window.made !== undefined");
            await browser.PressAsync("[...document.querySelectorAll('[data-keeper-erase]')].find(e => e.getClientRects().length > 0)");
            await browser.PressAsync(Named("dialog button", "Erase"));
            await browser.UntilAsync($"![...{Radios}].some(radio => radio.checked)");

            await browser.UntilAsync("(document.querySelector('[data-part=read-back]').scrollIntoView(), document.querySelector('[data-part=read-back] input[type=file]') !== null)");
            await browser.EvaluateAsync($$"""
                (() => {
                  const files = new DataTransfer()
                  files.items.add(new File([window.made], 'readiness.{{ending}}'))
                  const input = document.querySelector('[data-part=read-back] input[type=file]')
                  input.files = files.files
                  input.dispatchEvent(new Event('change', { bubbles: true }))
                })()
                """);
            await browser.PressAsync("[...document.querySelectorAll('.read__file button')].findLast(button => button.textContent.startsWith('Take 1 answer'))");
            await browser.UntilAsync($"{Radios}[0].checked && {Kept}");
        }
    }

    private const string RowsOfMap = "document.querySelectorAll('[data-table=\"" + Team.Organizations + "\"] tbody tr')";

    private static Task<Engine> StartAsync(string name) => name == nameof(Firefox) ? Firefox.StartAsync() : WebKit.StartAsync();

    private static string Status(string words) => $"document.querySelector('[data-keeper-status]').textContent.includes('{words}')";

    private static string Named(string element, string words) => $"[...document.querySelectorAll('{element}')].find(e => e.textContent.trim().startsWith('{words}') && e.getClientRects().length > 0)";

    private static string Labelled(string words) => $"[...document.querySelectorAll('input')].find(e => e.labels?.[0]?.textContent.trim() === '{words}' && e.getClientRects().length > 0)";

    /// <summary>Visits a page. Where the exit leads nothing listens, and an engine may still be at that when it is asked to go elsewhere.</summary>
    private static async Task ComeBackAsync(Engine browser, string address)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await browser.VisitAsync(address);
                return;
            }
            catch (InvalidOperationException) when (tries < 20)
            {
                // It is asked again.
            }
        }
    }

    /// <summary>The page is no page of the site any more. What stands there instead, an engine may refuse to look into.</summary>
    private async Task LeftAsync(Engine browser)
    {
        var start = DateTime.UtcNow;
        while (DateTime.UtcNow - start < TimeSpan.FromMilliseconds(Visit.Patience))
        {
            try
            {
                // Where there is no network, what covers the page stays.
                if ((bool)(await browser.EvaluateAsync($"document.querySelector('.exit-cover') !== null || !location.href.startsWith('{site.Address.AbsoluteUri}')"))!)
                {
                    return;
                }
            }
            catch (InvalidOperationException)
            {
                return;
            }
        }

        Assert.Fail("The page was not left.");
    }

    private string At(string page) => new Uri(site.Address, page).AbsoluteUri;
}
