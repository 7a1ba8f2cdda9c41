using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Xunit;
using static Toolkit.BrowserTests.Engines.InPage;

namespace Toolkit.BrowserTests.Engines;

/// <summary>The journeys that matter, in short, in a second and a third engine.</summary>
public sealed class EngineTests(GuideSite site)
{
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
        await LeftAsync(browser, site.Address.AbsoluteUri);
        await ComeBackAsync(browser, At(Readiness));
        await browser.UntilAsync(Status("Locked"));
        await browser.UntilAsync($"![...{Radios}].some(radio => radio.checked)");
    }

    /// <summary>Of the other tests here: what moves away in the moment of a press is pressed where it went, and nothing else is.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [MemberData(nameof(Engines))]
    public async Task A_press_reaches_what_moves_away(string name)
    {
        await using var browser = await StartAsync(name);
        await browser.VisitAsync(At("about.html"));
        await browser.EvaluateAsync(
            """
            (() => {
              const [button, other] = ['Press', 'Other'].map(text => Object.assign(document.createElement('button'), { textContent: text, onclick: () => { window[text] = (window[text] ?? 0) + 1 } }))
              for (const one of [button, other]) one.style.cssText = 'display: block; position: fixed; inset: 60px auto auto 60px; width: 120px; height: 40px; z-index: 99'
              other.style.zIndex = 98
              document.querySelector('main').append(other, button)
              addEventListener('pointermove', () => { button.style.insetInlineStart = '300px' }, { once: true })
            })()
            """);
        await browser.PressAsync(Named("main button", "Press"));
        Assert.Equal("[1,0]", (await browser.EvaluateAsync("[window.Press ?? 0, window.Other ?? 0]"))!.ToJsonString());
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
            await OutAndBackAsync(browser, ending, $"![...{Radios}].some(radio => radio.checked)");
            await browser.UntilAsync($"{Radios}[0].checked && {Kept}");
        }
    }

    private string At(string page) => new Uri(site.Address, page).AbsoluteUri;
}
