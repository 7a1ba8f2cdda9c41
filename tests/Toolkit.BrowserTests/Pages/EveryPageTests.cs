using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Pages;

/// <summary>What holds for every page of the guide.</summary>
public sealed class EveryPageTests(GuideSite site)
{
    /// <summary>Sideways scroll, and text that its own box cuts off.</summary>
    private static readonly string LostRoom = Script.Named("lost-room");

    /// <summary>The words that can be seen in the content. The lists beside and above it stand in for one another; some parts come only when they come near.</summary>
    private static readonly string WordsInSight = Script.Named("words-in-sight");

    /// <summary>One control of each kind that a form may have.</summary>
    private static readonly string[] KindsOfControl = ["input[type=text]", "textarea", "input[type=checkbox]", "input[type=radio]", "select", "input[type=date]"];

    [Fact(Timeout = GuideSite.LongLimit)]
    public Task The_browser_complains_of_nothing() =>
        EveryPage.ShouldAsync(site, new VisitOptions(), visit => Task.FromResult<IEnumerable<string>>(visit.TakeComplaints()));

    [Fact(Timeout = GuideSite.LongLimit)]
    public Task Axe_finds_nothing_against_WCAG_2_2_AA_in_light_and_dark() =>
        EveryPage.ShouldAsync(site, new VisitOptions(), async visit =>
        {
            var light = await visit.AxeAsync();
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            var dark = await visit.AxeAsync("color-contrast");
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            return light.Concat(dark.Select(finding => $"dark: {finding}"));
        });

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Axe_sees_what_is_wrong()
    {
        await using var visit = await site.OpenAsync("about.html");
        await visit.Page.EvaluateAsync("() => { document.querySelector('main').append(document.createElement('button')) }");

        Assert.Contains("button-name", Assert.Single(await visit.AxeAsync()), StringComparison.Ordinal);
    }

    /// <summary>
    /// 320 CSS pixels, which is also a window of 1280 at 400 % zoom (1.4.10 Reflow), and text alone at 200 % (1.4.4 Resize text).
    /// </summary>
    [Fact(Timeout = GuideSite.LongLimit)]
    public Task Nothing_is_lost_on_a_narrow_screen_zoomed_in_or_with_large_text() =>
        EveryPage.ShouldAsync(site, new VisitOptions { Width = 320, Height = 256 }, async visit =>
        {
            var findings = (await visit.Page.EvaluateAsync<string[]>(LostRoom)).Select(f => "at 320 pixels: " + f).ToList();
            // Parts that come late come in both: the narrow screen is asked last.
            await visit.Page.SetViewportSizeAsync(1280, 900);
            var wide = await visit.Page.EvaluateAsync<string[]>(WordsInSight);
            await visit.Page.SetViewportSizeAsync(320, 256);
            var narrow = await visit.Page.EvaluateAsync<string[]>(WordsInSight);
            // A part that was waited for may be there by now.
            findings.AddRange(wide.Except(narrow).Where(words => words is not ("One moment." or "Un momento.")).Select(words => $"only on wide screens: {words}"));
            await visit.Page.SetViewportSizeAsync(1280, 900);
            await visit.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%' }");
            findings.AddRange((await visit.Page.EvaluateAsync<string[]>(LostRoom)).Select(f => "with text at 200 %: " + f));
            await visit.Page.SetViewportSizeAsync(320, 256);
            return findings;
        });

    /// <summary>A long word in a title is not broken where there is room beside it.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task Titles_of_downloads_have_the_width_of_their_card()
    {
        await using var visit = await site.OpenAsync("es/downloads.html", Screen.Of(320));

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.downloads tbody th')].filter(th => th.offsetWidth < .8 * th.parentElement.clientWidth).map(th => th.textContent)"));
    }

    /// <summary>Where each row of a table is printed as a card, its name stands over it, and not in the narrow place for a number.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task Names_of_rows_have_room_on_paper()
    {
        await using var visit = await site.OpenAsync("es/guide/support.html", new VisitOptions { Width = 720 });
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var names = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.fill--wide tbody th:not(.row-number)')].map(th => `${th.offsetWidth < .8 * th.parentElement.clientWidth ? 'narrow' : 'wide'} ${th.offsetHeight < 40 ? 'flat' : 'high'}`)");

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal("wide flat", name));
    }

    /// <summary>Every stop of the Tab key in the order of the page, in sight, with a ring; none left out, and a way round (2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11).</summary>
    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public Task The_Tab_key_leads_through_every_control_in_order_and_in_sight(int width) =>
        EveryPage.ShouldAsync(site, Screen.Of(width), visit => TabOrder.FindingsAsync(visit, inRows: width < 768));

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_walk_sees_what_is_wrong()
    {
        await using var visit = await site.OpenAsync("about.html", Screen.Of(320));
        await visit.Page.EvaluateAsync(
            """
            () => {
              const add = (parent, kind, words = '', style = {}) => {
                const e = parent.appendChild(document.createElement(kind))
                e.textContent = words
                for (const [name, value] of Object.entries(style)) e.style.setProperty(name, value, 'important')
                return e
              }
              const main = document.querySelector('main')
              const upsideDown = add(main, 'div', '', { display: 'flex', 'flex-direction': 'column-reverse' })
              add(upsideDown, 'button', 'Below')
              add(upsideDown, 'button', 'Above')
              const covered = add(main, 'div', '', { position: 'relative' })
              add(covered, 'button', 'Covered')
              add(covered, 'div', '', { position: 'absolute', inset: '0', background: 'white' })
              add(main, 'button', 'Ringless', { outline: 'none', 'box-shadow': 'none' })
              add(add(main, 'div'), 'button', 'Left out').addEventListener('focus', event => { event.target.nextSibling.focus() })
              add(main.lastChild, 'button', 'Grabbing')
            }
            """);

        Assert.Equal(
            [
                "<button> “Above” stands above <button> “Below”, which comes first",
                "<button> “Covered” has the focus and is covered or out of view",
                "<button> “Left out” is not reached",
                "<button> “Ringless” does not show that it has the focus",
            ],
            (await TabOrder.FindingsAsync(visit, inRows: true)).Order(StringComparer.Ordinal));
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public Task Every_page_reads_without_script() =>
        EveryPage.ShouldAsync(site, new VisitOptions { Script = false }, async visit =>
        {
            var findings = new List<string>();
            if (await visit.Page.Locator("main h1").CountAsync() != 1)
            {
                findings.Add("has not one h1 inside main");
            }

            if (await visit.Page.Locator("[data-needs-script]:visible").CountAsync() is > 0 and var shown)
            {
                findings.Add($"shows {shown} parts that need script");
            }

            foreach (var kind in KindsOfControl)
            {
                var control = visit.Page.Locator($".instrument {kind}:visible").First;
                if (await visit.Page.Locator($".instrument {kind}:visible").CountAsync() > 0 && !await FilledAsync(control, kind))
                {
                    findings.Add($"cannot be filled in without script: {kind}");
                }
            }

            return findings;
        });

    [Fact(Timeout = GuideSite.LongLimit)]
    public Task The_first_tab_stop_skips_to_the_content() =>
        EveryPage.ShouldAsync(site, new VisitOptions(), async visit =>
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var target = await visit.Page.EvaluateAsync<string?>("() => document.activeElement.getAttribute('href')");
            if (target is not ['#', ..])
            {
                return [$"the first stop leads to {target}"];
            }

            await visit.Page.Keyboard.PressAsync("Enter");
            var arrived = await visit.Page.EvaluateAsync<bool>("id => location.hash === id && document.querySelector(id)?.matches('main, main *') === true", target);
            return arrived ? [] : [$"{target} does not lead into main"];
        });

    /// <summary>Fills in a control of a page without script; whether it holds what was given.</summary>
    private static async Task<bool> FilledAsync(ILocator control, string kind)
    {
        switch (kind)
        {
            case "input[type=checkbox]" or "input[type=radio]":
                await control.CheckSteadyAsync();
                return await control.IsCheckedAsync();
            case "select":
                await control.SelectOptionAsync(new SelectOptionValue { Index = 1 });
                return await control.InputValueAsync() != "";
            default:
                var text = kind == "input[type=date]" ? "2026-12-01" : "We agree.";
                await control.FillAsync(text);
                return await control.InputValueAsync() == text;
        }
    }
}
