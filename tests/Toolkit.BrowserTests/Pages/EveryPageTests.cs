using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Pages;

/// <summary>What holds for every page of the guide.</summary>
public sealed class EveryPageTests(GuideSite site)
{
    private const string SidewaysScroll =
        "() => { const e = document.scrollingElement; return e.scrollWidth > e.clientWidth ? e.scrollWidth - e.clientWidth : 0 }";

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

    /// <summary>320 CSS pixels, which is also a window of 1280 at 400 % zoom (1.4.10 Reflow).</summary>
    [Fact(Timeout = GuideSite.LongLimit)]
    public Task Nothing_scrolls_sideways_on_a_narrow_screen() =>
        EveryPage.ShouldAsync(site, new VisitOptions { Width = 320, Height = 256 }, async visit =>
        {
            var over = await visit.Page.EvaluateAsync<int>(SidewaysScroll);
            return over > 0 ? [$"{over} pixels too wide"] : [];
        });

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
}
