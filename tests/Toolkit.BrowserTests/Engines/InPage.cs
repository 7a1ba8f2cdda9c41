using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Xunit;

namespace Toolkit.BrowserTests.Engines;

/// <summary>Where things are on a page, as scripts that find them, and what journeys in every engine do alike.</summary>
internal static class InPage
{
    internal const string Readiness = "tools/readiness.html";
    internal const string Enter = "\uE007";
    internal const string Kept = "document.querySelector('html:not([data-unwritten]) [data-keeper-status] .keeper__dot--kept') !== null";
    internal const string Radios = "document.querySelectorAll('.instrument input[type=radio]')";
    internal const string RowsOfMap = "document.querySelectorAll('[data-table=\"" + Team.Organizations + "\"] tbody tr')";

    /// <summary>What the page hands to the browser to save stays in the page.</summary>
    internal const string CatchFiles = """
        (() => {
          const make = URL.createObjectURL
          URL.createObjectURL = blob => { window.made = blob; return make(blob) }
          HTMLAnchorElement.prototype.click = function () { this.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })) }
          addEventListener('click', event => { if (event.target.download) event.preventDefault() }, true)
          return true
        })()
        """;

    /// <summary>Starts a browser by the name of its class.</summary>
    internal static Task<Engine> StartAsync(string name) => name == nameof(Firefox) ? Firefox.StartAsync() : WebKit.StartAsync();

    /// <summary>Whether the line that says where answers are says this.</summary>
    internal static string Status(string words) => $"document.querySelector('[data-keeper-status]').textContent.includes('{words}')";

    /// <summary>The first element in sight whose text begins with these words.</summary>
    internal static string Named(string element, string words) => $"[...document.querySelectorAll('{element}')].find(e => e.textContent.trim().startsWith('{words}') && e.getClientRects().length > 0)";

    /// <summary>The first field in sight that has this label.</summary>
    internal static string Labelled(string words) => $"[...document.querySelectorAll('input')].find(e => e.labels?.[0]?.textContent.trim() === '{words}' && e.getClientRects().length > 0)";

    /// <summary>Ends when what starts as it comes into view has come.</summary>
    internal static Task BringAsync(Engine browser, string part, string started) =>
        browser.UntilAsync($"(document.querySelector('{part}').scrollIntoView(), document.querySelector('{started}') !== null)");

    /// <summary>Erases everything, and confirms.</summary>
    internal static async Task EraseAsync(Engine browser, string gone)
    {
        await browser.PressAsync("[...document.querySelectorAll('[data-keeper-erase]')].find(e => e.getClientRects().length > 0)");
        await browser.PressAsync(Named("dialog button", "Erase"));
        await browser.UntilAsync(gone);
    }

    /// <summary>Gives the page what it has saved, as if somebody had chosen that file.</summary>
    internal static async Task ChooseAsync(Engine browser, string name)
    {
        await BringAsync(browser, "[data-part=read-back]", "[data-part=read-back] input[type=file]");
        await browser.EvaluateAsync($$"""
            (() => {
              const files = new DataTransfer()
              files.items.add(new File([window.made], '{{name}}'))
              const input = document.querySelector('[data-part=read-back] input[type=file]')
              input.files = files.files
              input.dispatchEvent(new Event('change', { bubbles: true }))
            })()
            """);
    }

    /// <summary>Saves the one answer of a page in its document, erases it, and takes it from there. Needs <see cref="CatchFiles"/>.</summary>
    /// <param name="browser">Where.</param>
    /// <param name="ending">Which of the documents.</param>
    /// <param name="gone">A script that says whether the answer is gone.</param>
    internal static async Task OutAndBackAsync(Engine browser, string ending, string gone)
    {
        await BringAsync(browser, "[data-part=downloads]", "[data-fill]");
        await browser.EvaluateAsync("delete window.made");
        await browser.PressAsync($"document.querySelector('[data-fill={ending}]')");
        await browser.UntilAsync("window.made !== undefined");
        await EraseAsync(browser, gone);
        await ChooseAsync(browser, $"filled.{ending}");
        await browser.PressAsync("[...document.querySelectorAll('.read__file button')].findLast(button => button.textContent.startsWith('Take 1 answer'))");
    }

    /// <summary>Visits a page. Where the exit leads nothing listens, and an engine may still be at that when it is asked to go elsewhere.</summary>
    internal static async Task ComeBackAsync(Engine browser, string address)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await browser.VisitAsync(address);
                return;
            }
            catch (Exception e) when (e is InvalidOperationException or TimeoutException && tries < 20)
            {
                // It is asked again.
            }
        }
    }

    /// <summary>The page is no page of the site any more. What stands there instead, an engine may refuse to look into.</summary>
    /// <param name="browser">Where.</param>
    /// <param name="home">What addresses of the site begin with.</param>
    internal static async Task LeftAsync(Engine browser, string home)
    {
        var start = DateTime.UtcNow;
        while (DateTime.UtcNow - start < TimeSpan.FromMilliseconds(Visit.Patience))
        {
            try
            {
                // Where there is no network, what covers the page stays.
                if ((bool)(await browser.EvaluateAsync($"document.querySelector('.exit-cover') !== null || !location.href.startsWith('{home}')", TimeSpan.FromSeconds(10)))!)
                {
                    return;
                }
            }
            catch (InvalidOperationException)
            {
                return;
            }
            catch (TimeoutException)
            {
                // The page went while it was asked: the next answer comes from what stands there now.
            }
        }

        Assert.Fail("The page was not left.");
    }
}
