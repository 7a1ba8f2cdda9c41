using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Nothing jumps about while what is loaded on use comes into the page: layout shift as browsers measure it.</summary>
public sealed class StandingStillTests(GuideSite site)
{
    /// <summary>What browsers call good.</summary>
    private const double Most = 0.1;

    private static readonly string Measure = Script.Named("measure-shifts");

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_workbook_full_of_answers_stands_still(int width)
    {
        await using var visit = await site.OpenAsync(Team.Everything, Screen.Of(width));
        var team = new Team(visit);
        await FillAsync(team);
        await team.Page.AddInitScriptAsync(Measure);
        await team.GoAsync(Team.Everything);
        await team.Page.Locator("#keeping .btns").First.WaitForAsync();
        string[] parts =
        [
            "[data-part=overview] > :not(.until) > h2", "[data-part=results] tbody >> nth=0", "#workbook-compare table",
            "#workbook-together > :not(.until)", "#workbook-meetings > :not(.until)", "#workbook-rounds > :not(.until)", "#workbook-plan .plan",
        ];
        foreach (var part in parts)
        {
            var place = team.Page.Locator(part.Split(' ')[0]).First;
            // As people come to it: the start of it comes in at the foot of the window.
            await place.EvaluateAsync("e => { e.scrollIntoView({ block: 'end' }) }");
            await team.Page.Locator(part).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await place.ScrollIntoViewIfNeededAsync();
        }

        var shifts = await ShiftsAsync(team.Page);
        Assert.True(double.Parse(shifts[0], System.Globalization.CultureInfo.InvariantCulture) < Most, string.Join('\n', shifts));
        visit.AssertQuiet();
    }

    /// <summary>A first picture stands long before the script on a slow phone: what comes with the script has its room by then.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(Team.Vetting, 412)]
    [InlineData("es/" + Team.Vetting, 390)]
    [InlineData(Team.Vetting, 320)]
    [InlineData("es/" + Team.Vetting, 320)]
    [InlineData(Team.Map, 390)]
    [InlineData("es/" + Team.Map, 390)]
    [InlineData(Team.Map, 1280)]
    [InlineData("tools/before-start.html", 412)]
    [InlineData("tools/readiness.html", 1280)]
    public async Task The_first_questions_stay_where_they_are_as_the_script_comes(string tool, int width)
    {
        await using var visit = await site.OpenAsync("about.html", Screen.Of(width));
        await GoWithLateScriptAsync(visit, tool, ".instrument input");
        var last = tool.EndsWith(Team.Map, StringComparison.Ordinal) ? ".tend .sift" : ".slim .picks i";
        await visit.Page.Locator(last).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await AssertStoodStillAsync(visit);
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("search.html", 412)]
    [InlineData("es/search.html", 1280)]
    [InlineData("index.html", 412)]
    [InlineData("guide/support.html", 412)]
    [InlineData(Team.Everything, 412)]
    [InlineData("downloads.html", 412)]
    public async Task A_page_stays_where_it_is_as_the_script_comes(string page, int width)
    {
        await using var visit = await site.OpenAsync("about.html", Screen.Of(width));
        await GoWithLateScriptAsync(visit, page, "main h1");
        await AssertStoodStillAsync(visit);
    }

    /// <summary>Parts above it grow once they come near: what somebody asked for stays where they see it.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_link_within_the_page_leads_to_its_part_and_stays_there(bool fromOutside)
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var team = new Team(visit);
        await FillAsync(team);
        await team.GoAsync(fromOutside ? "about.html" : Team.Everything);
        if (fromOutside)
        {
            await team.GoAsync(Team.Everything + "#workbook-plan");
        }
        else
        {
            await team.Page.EvaluateAsync("() => { document.querySelector('main a[href=\"#workbook-plan\"]').click() }");
        }

        await team.Page.Locator("#workbook-plan .plan").First.WaitForAsync();
        // What is above it comes only now, as on a slow line.
        await team.Page.EvaluateAsync("() => { const room = document.createElement('div'); room.style.height = '900px'; document.querySelector('main').prepend(room); document.documentElement.style.overflowAnchor = 'none' }");

        await team.Page.WaitForFunctionAsync("() => { const { top } = document.querySelector('#workbook-plan').getBoundingClientRect(); return top >= 0 && top < 160 }");
        visit.AssertQuiet();
    }

    /// <summary>The first answer makes the first partner, whose name and buttons come into the page above it.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("guide/vetting.html", 1280)]
    [InlineData(Team.Vetting, 320)]
    public async Task The_first_answer_leaves_its_question_where_it_is(string page, int width)
    {
        await using var visit = await site.OpenAsync(page, Screen.Of(width));
        var team = new Team(visit);
        var answer = team.Page.Locator(".instrument input[type=radio]").First;
        await answer.EvaluateAsync("e => { e.scrollIntoView({ block: 'center' }) }");
        await answer.HoverAsync();
        const string Place = "e => e.getBoundingClientRect().top";
        await answer.FocusAsync();
        var before = await answer.EvaluateAsync<double>(Place);
        await answer.EvaluateAsync("e => { e.click() }");
        await team.Page.Locator(".who__pick").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await team.SavedAsync();

        Assert.InRange(await answer.EvaluateAsync<double>(Place), before - 4, before + 4);
    }

    /// <summary>
    /// The Tab key can be faster than a page that comes together: what it reached stays in sight, in the content and in the foot,
    /// also where what comes near takes long to load, and where the browser itself keeps nothing in its place.
    /// </summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("main a[href]")]
    [InlineData(".foot a[href]")]
    public async Task What_the_Tab_key_reached_is_not_pushed_out_of_view(string stops)
    {
        await using var visit = await site.OpenAsync("about.html");
        var mayCome = new TaskCompletionSource();
        await visit.Page.RouteAsync(new Regex(@"/exchange\.[0-9a-f]+\.js$"), async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });
        await visit.GoAsync("tools/relationships.html");
        await visit.Page.EvaluateAsync(
            """
            stops => {
              document.documentElement.style.overflowAnchor = 'none'
              const stop = window.stop = [...document.querySelectorAll(stops)].at(-1)
              stop.focus()
              stop.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }))
            }
            """,
            stops);
        await visit.Page.Locator("[aria-busy=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        mayCome.SetResult();
        await visit.StartedAsync();
        await visit.Page.EvaluateAsync("() => { const room = document.createElement('div'); room.style.height = '3000px'; document.querySelector('main').prepend(room) }");

        await visit.Page.WaitForFunctionAsync("() => { const { top, bottom } = window.stop.getBoundingClientRect(); return window.stop === document.activeElement && top >= 0 && bottom <= innerHeight }");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_moves_is_seen()
    {
        await using var visit = await site.OpenAsync("about.html");
        await visit.Page.EvaluateAsync(Measure);
        var moved = visit.Page.WaitForFunctionAsync("() => window.shift > 0.1");
        await visit.Page.EvaluateAsync("() => { const room = document.createElement('div'); room.style.height = '300px'; document.querySelector('main').before(room) }");
        await moved;
    }

    /// <summary>Two partners with every question answered, a plan, and a map.</summary>
    /// <summary>Goes to a page whose script comes only after its first picture, and ends when it has started.</summary>
    private static async Task GoWithLateScriptAsync(Visit visit, string page, string first)
    {
        var late = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/assets/site.*.js", async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await visit.Page.AddInitScriptAsync(Measure);
        await visit.Page.GotoAsync(visit.AddressOf(page), new() { WaitUntil = WaitUntilState.Commit });
        await visit.Page.Locator(first).First.WaitForAsync();
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        late.SetResult();
        await visit.StartedAsync();
    }

    private static async Task AssertStoodStillAsync(Visit visit)
    {
        var shifts = await ShiftsAsync(visit.Page);
        Assert.True(double.Parse(shifts[0], System.Globalization.CultureInfo.InvariantCulture) < Most, string.Join('\n', shifts));
        visit.AssertQuiet();
    }

    private static async Task FillAsync(Team team)
    {
        await team.GoAsync(Team.Vetting);
        foreach (var (name, option) in new[] { ("Harbor Street Bakery", "starting"), ("Two Rivers College", "not-yet") })
        {
            await team.AddPartnerAsync(name);
            await team.Page.EvaluateAsync("option => document.querySelectorAll(`.instrument input[type=radio][value=\"${option}\"], .instrument input[name$='.help']`).forEach(c => c.click())", option);
        }

        await team.GoAsync("tools/readiness.html");
        await team.Page.EvaluateAsync("() => document.querySelectorAll('.instrument input[type=radio][value=mostly]').forEach(c => c.click())");
        await team.GoAsync("tools/action-plan.html");
        await team.Field("action-plan.steps.r1.what").FillAsync("Ask the bakery about checks");
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync("City Legal Aid");
        await team.SavedAsync();
    }

    /// <summary>How much moved until now, and what.</summary>
    private static Task<string[]> ShiftsAsync(IPage page) => page.EvaluateAsync<string[]>(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => { window.count(window.shiftsSeen.takeRecords()); done([window.shift.toFixed(4), ...window.shifts]) })))");
}
