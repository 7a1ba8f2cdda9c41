using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Writing;
using Xunit;
using static Toolkit.BrowserTests.Engines.InPage;

namespace Toolkit.BrowserTests.Engines;

/// <summary>The .zip, unpacked on a stick and opened by a double-click, in a second and a third engine.</summary>
public sealed class StickTests(GuideSite site) : IDisposable
{
    private const string Bakery = "Harbor Street Bakery";

    private readonly Stick _stick = new();

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(nameof(Firefox), true)]
    [InlineData(nameof(WebKit), true)]
    public async Task Everything_works_from_an_unpacked_folder(string name, bool shared)
    {
        await _stick.UnpackAsync(site);
        await using var browser = await StartAsync(name);
        await FindAsync(browser);
        await MapAsync(browser);
        await SpanishAsync(browser, shared);
        await AnswersAsync(browser, shared);
        await MeetingAsync(browser);
        await QuietAsync(browser);
        await browser.PressAsync("document.querySelector('.exit[data-part=exit]')");
        await LeftAsync(browser, _stick.AddressOf(""));
        await ComeBackAsync(browser, _stick.AddressOf(Readiness));
        await browser.UntilAsync($"![...{Radios}].some(radio => radio.checked)");
    }

    /// <summary>From the double-click to a page that was looked for.</summary>
    private async Task FindAsync(Engine browser)
    {
        await browser.GoAsync(_stick.AddressOf(WholeToolkit.StartPage));
        await ArrivedAsync(browser, "index.html");
        await VisitAsync(browser, "search.html");
        await browser.PressAsync("document.querySelector('input[name=q]')");
        await browser.TypeAsync("vetting");
        await browser.UntilAsync("document.querySelector('[data-search-results] a') !== null");
        await QuietAsync(browser);
    }

    /// <summary>A row by the line above the table, seen on the board; into a file with a passphrase, and out of it again.</summary>
    private async Task MapAsync(Engine browser)
    {
        const string First = $"{RowsOfMap}[0].querySelector('input').value === ";
        await VisitAsync(browser, Team.Map);
        await BringAsync(browser, $"[data-table=\"{Team.Organizations}\"]", ".quick input");
        await browser.EvaluateAsync("document.querySelectorAll('.quick select').forEach((list, i) => { list.value = ['employers', 'working-together'][i] })");
        await browser.PressAsync("document.querySelector('.quick input')");
        await browser.TypeAsync(Bakery + Enter);
        await browser.UntilAsync($"{First}'{Bakery}'");
        await BringAsync(browser, "[data-part=map]", "[data-part=map] .views");
        await browser.UntilAsync("document.querySelector('[data-part=map]').textContent.includes('You work closely with 1 of 10 sectors')");
        await browser.UntilAsync($"[...document.querySelectorAll('[data-part=map] table a')].some(link => link.textContent.includes('{Bakery}'))");

        await browser.EvaluateAsync(CatchFiles);
        await browser.EvaluateAsync("delete window.made");
        await browser.PressAsync("[...document.querySelectorAll('[data-keeper-save]')].find(e => e.getClientRects().length > 0)");
        await browser.PressAsync(Named("dialog summary", "Lock the file with a passphrase"));
        await browser.PressAsync(Labelled("Passphrase"));
        await browser.TypeAsync(Team.Passphrase);
        await browser.PressAsync(Labelled("The same passphrase again"));
        await browser.TypeAsync(Team.Passphrase + Enter);
        await browser.UntilAsync("window.made !== undefined");
        Assert.DoesNotContain(Bakery, (string?)await browser.EvaluateAsync("window.made.text()"), StringComparison.Ordinal);
        await EraseAsync(browser, $"{First}''");
        await ChooseAsync(browser, "locked.workbook.json");
        await browser.PressAsync(Labelled("Passphrase"));
        await browser.TypeAsync("not these words" + Enter);
        await browser.UntilAsync("document.querySelector('.read__file').textContent.includes('That is not the passphrase')");
        await browser.EvaluateAsync($"{Labelled("Passphrase")}.select()");
        await browser.TypeAsync(Team.Passphrase + Enter);
        await browser.PressAsync(Named(".read__file button", "Open this workbook"));
        await browser.UntilAsync($"{First}'{Bakery}' && {Kept}");
        await QuietAsync(browser);
    }

    /// <summary>The same page in Spanish, by its switch; what scripts say there too.</summary>
    private async Task SpanishAsync(Engine browser, bool shared)
    {
        await browser.PressAsync("document.querySelector('.lang a[hreflang=es]')");
        await ArrivedAsync(browser, "es/" + Team.Map);
        await BringAsync(browser, $"[data-table=\"{Team.Organizations}\"]", ".quick input");
        await browser.UntilAsync($"{RowsOfMap}[0].querySelector('input').value === '{(shared ? Bakery : "")}'");
        await browser.PressAsync("document.querySelector('.quick input')");
        await browser.TypeAsync("Panadería" + Enter);
        await browser.UntilAsync($"document.querySelector('.quick [role=status]').textContent.includes('Panadería está en la tabla') && {Kept}");
        await QuietAsync(browser);
    }

    /// <summary>Answers stay in the tab, go out in both documents and come back; the page with every tool says where they can be kept.</summary>
    private async Task AnswersAsync(Engine browser, bool shared)
    {
        await VisitAsync(browser, Readiness);
        await browser.PressAsync($"{Radios}[0]");
        await browser.UntilAsync(Kept);
        // As people go there, by a link: at an address that a program gave it, Firefox showed none of them.
        await browser.PressAsync("[...document.querySelectorAll('header a[href$=\"workbook.html\"]')].find(link => link.getClientRects().length > 0)");
        await ArrivedAsync(browser, Team.Everything);
        var id = await browser.EvaluateAsync("document.querySelector('.instrument input[name^=\"readiness.\"]').name");
        await browser.PressAsync($"document.querySelector('[name=\"{id}\"]').closest('details.fold').querySelector('summary')");
        await browser.UntilAsync($"document.querySelector('[name=\"{id}\"]').checked === {(shared ? "true" : "false")}");
        await browser.UntilAsync("document.querySelector('main').textContent.includes('This page was opened from a disk')");
        await browser.UntilAsync("![...document.querySelectorAll('input[type=radio]')].some(r => !r.disabled && r.labels[0]?.textContent.includes('On this computer'))");
        await VisitAsync(browser, Readiness);
        await browser.UntilAsync($"{Radios}[0].checked");
        await browser.EvaluateAsync(CatchFiles);
        foreach (var ending in new[] { "docx", "pdf" })
        {
            await OutAndBackAsync(browser, ending, $"![...{Radios}].some(radio => radio.checked)");
            await browser.UntilAsync($"{Radios}[0].checked && {Kept}");
        }
    }

    /// <summary>A meeting on one question, and its record.</summary>
    private static async Task MeetingAsync(Engine browser)
    {
        await browser.PressAsync(Named(".instrument button", "Hold a meeting"));
        await browser.PressAsync(Named("button", "Begin"));
        await browser.PressAsync("document.querySelectorAll('dialog.meeting input[type=radio]')[2]");
        await browser.UntilAsync("document.querySelector('.meet__prog').textContent.includes('1 agreed')");
        await browser.PressAsync(Named("dialog.meeting button", "End the meeting"));
        await browser.PressAsync(Named("dialog button", "End and see the record"));
        await browser.UntilAsync("document.querySelector('.record').textContent.includes('1 agreed')");
        await browser.PressAsync(Named("dialog.meeting button", "Close"));
        await browser.UntilAsync($"document.querySelector('dialog.meeting') === null && {Radios}[2].checked");
    }

    private async Task VisitAsync(Engine browser, string page)
    {
        await browser.VisitAsync(_stick.AddressOf(page));
        await browser.EvaluateAsync("addEventListener('securitypolicyviolation', event => { (window.refused ??= []).push(event.violatedDirective + ' ' + event.blockedURI) })");
    }

    /// <summary>Ends when a press or a redirect led to a page and its parts have started; until then an engine may have no page to look into.</summary>
    private static async Task ArrivedAsync(Engine browser, string page)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await browser.UntilAsync($"document.body.dataset.page === '{page}' && document.documentElement.dataset.ready !== undefined && document.querySelector('[aria-busy=true]') === null");
                return;
            }
            catch (InvalidOperationException) when (tries < 20)
            {
                // The page went while it was asked.
            }
        }
    }

    /// <summary>The page has asked for nothing but files of its folder, and the policy has refused nothing.</summary>
    private async Task QuietAsync(Engine browser)
    {
        var asked = await browser.EvaluateAsync("[...performance.getEntriesByType('resource').map(entry => entry.name), ...window.refused ?? []]");
        var home = _stick.AddressOf("");
        Assert.All(asked!.AsArray(), one => Assert.StartsWith(home, (string?)one, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose() => _stick.Dispose();
}
