using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What the browser prints: answers whole, and room to write where there is none.</summary>
public sealed partial class PaperTests(GuideSite site)
{
    private const string Expectations = "tools/expectations.html";

    /// <summary>In points.</summary>
    private const double LetterHeight = 792;

    /// <summary>Longer than any field of the page shows; its last word is looked for.</summary>
    private static readonly string Long = string.Concat(Enumerable.Repeat("We talked this through. ", 30));

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answers_are_printed_whole_from_a_tool_a_chapter_and_the_workbook(bool withTheLateScript)
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Option("partner-vetting.fair-pay.answer", "mostly").CheckSteadyAsync();
        var note = team.Field("partner-vetting.fair-pay.note");
        await team.Page.Locator("details", new() { Has = note }).Locator("summary").ClickSteadyAsync();
        await note.FillAsync(Long + "Lastofnote");
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync(Long + "Lastofname");
        await (await team.OpenCellAsync("r1", "strengths")).FillAsync(Long + "Lastofstrengths");
        await team.Cell("r1", "level").SelectOptionAsync("organization");
        await team.GoAsync("tools/action-plan.html");
        await team.Field("action-plan.steps.r1.what").FillAsync(Long + "Lastofstep");
        await team.Field("action-plan.steps.r1.by").FillAsync("2026-12-01");
        await team.SavedAsync();
        if (!withTheLateScript)
        {
            // Printing does not wait for what is loaded on use.
            await team.Page.RouteAsync("**/assets/fields.*.js", route => route.AbortAsync());
        }

        // Results are not in view; the browser has had a while.
        var form = await PrintedAsync(Team.Vetting, async () =>
        {
            await team.Page.WaitForFunctionAsync("() => ['views', 'guide'].every(name => performance.getEntriesByType('resource').some(entry => entry.name.includes(`/assets/${name}.`)))");
            await team.Page.EvaluateAsync("() => new Promise(done => requestIdleCallback(() => { done() }))");
        });
        Assert.Contains("Lastofnote", form, StringComparison.Ordinal);
        Assert.Contains("Where you stand: Harbor Street Bakery", form, StringComparison.Ordinal);
        Assert.Contains("Lastofnote", await PrintedAsync("guide/vetting.html"), StringComparison.Ordinal);
        var map = await PrintedAsync(Team.Map);
        Assert.Contains("Lastofname", map, StringComparison.Ordinal);
        Assert.Contains("Lastofstrengths", map, StringComparison.Ordinal);
        // A choice is set out as well: its field may be narrower than its words.
        await team.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await Assertions.Expect(team.Page.Locator($"select[name=\"{Team.Organizations}.r1.level\"] + .on-paper")).ToHaveTextAsync("The whole organization");
        await Assertions.Expect(team.Page.Locator($"select[name=\"{Team.Organizations}.r1.tie\"] + .on-paper")).ToHaveCountAsync(0);
        await team.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        var everything = await PrintedAsync(Team.Everything, () => LoadedAsync(team));
        Assert.Equal(1, Regex.Count(everything, "Lastofstep"));
        Assert.Contains("12/1/2026", everything, StringComparison.Ordinal);
        Assert.Contains("Lastofstrengths", everything, StringComparison.Ordinal);
        // A blank row is for paper that is filled in by hand.
        Assert.Equal(withTheLateScript ? 1 : 2, Math.Min(2, Regex.Count(map, "^[ \\f]*Row [0-9]", RegexOptions.Multiline)));

        async Task<string> PrintedAsync(string page, Func<Task>? first = null)
        {
            await team.GoAsync(page);
            if (first is not null)
            {
                await first();
            }

            var text = await TextAsync(visit);
            // The page is as it was.
            Assert.Equal(0, await team.Page.Locator(".on-paper, tr.not-on-paper").CountAsync());
            return text;
        }
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task My_workbook_is_printed_whole_though_nobody_scrolled(bool byItsButton)
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        foreach (var (partner, note) in new[] { ("Harbor Street Bakery", "Lastofbakery"), ("Two Rivers College", "Lastofcollege") })
        {
            await team.AddPartnerAsync(partner);
            await team.Option("partner-vetting.fair-pay.answer", "not-yet").CheckSteadyAsync();
            var evidence = team.Field("partner-vetting.fair-pay.evidence");
            await team.Page.Locator("details", new() { Has = evidence }).EvaluateAsync("details => { details.open = true }");
            await evidence.FillAsync(Long + note);
        }

        await team.GoAsync("tools/action-plan.html");
        await team.Field("action-plan.steps.r1.what").FillAsync(Long + "Lastofstep");
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        if (byItsButton)
        {
            await team.Page.EvaluateAsync("() => { window.print = () => { window.printed = document.querySelector('#workbook-plan .plan') !== null } }");
            await team.Page.GetByRole(AriaRole.Button, new() { Name = "Print my workbook" }).ClickSteadyAsync();
            await team.Page.WaitForFunctionAsync("() => window.printed === true");
        }
        else
        {
            await LoadedAsync(team);
        }

        var text = await TextAsync(visit);
        foreach (var part in new[] { "How far you are", "Results: Is this partner a good fit\\?", "Partners side by side", "Action plan", "All answers", "Lastofbakery", "Lastofcollege", "Lastofstep" })
        {
            Assert.Matches(part, text);
        }

        Assert.Equal(1, Regex.Count(text, "Lastofstep"));
        Assert.Equal(2, Regex.Count(text, "Results: Is this partner a good fit\\? (Harbor Street Bakery|Two Rivers College)"));
        Assert.Equal(1, await team.Page.Locator(".results:visible").CountAsync());
        Assert.DoesNotContain("being loaded", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Every tool on this page", text, StringComparison.Ordinal);
        Assert.Equal(0, await team.Page.Locator(".all-answers").CountAsync());
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("views")]
    [InlineData("paper")]
    public async Task What_was_not_loaded_in_time_is_said_on_paper(string script)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.Cell("r1", "who").FillAsync("City Legal Aid");
        await team.SavedAsync();
        // It never comes, and never fails.
        await team.Page.RouteAsync($"**/assets/{script}.*.js", _ => { });
        // Nor does the page end loading.
        await team.Page.GotoAsync(visit.AddressOf(Team.Everything), new() { WaitUntil = WaitUntilState.Commit });
        await team.Page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (script == "paper")
        {
            await team.Page.Locator("[data-part=overview] > :not(.until) > h2").WaitForAsync();
        }

        Assert.Equal(1, Regex.Count(await TextAsync(visit), "Your answers were still being loaded"));
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_tool_of_the_workbook_that_was_opened_is_printed_with_its_answers_where_what_sets_all_of_them_out_did_not_come()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.Cell("r1", "who").FillAsync(Long + "Lastofname");
        await team.SavedAsync();
        await team.Page.RouteAsync("**/assets/views.*.js", _ => { });
        await team.Page.GotoAsync(visit.AddressOf(Team.Everything), new() { WaitUntil = WaitUntilState.Commit });
        await team.Page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await team.FoldOf("community-map").Locator("> summary").ClickSteadyAsync();
        await team.Page.Locator("#community-map .picks").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await team.Page.Locator("details.fold:not(:has([aria-busy=true])) #community-map").WaitForAsync();

        Assert.Contains("Lastofname", await TextAsync(visit), StringComparison.Ordinal);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_a_long_form_has_not_shown_yet_is_printed_too()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync("Harbor Street Bakery");
        var last = team.Field(await team.Page.Locator("form textarea[name$='.note']").Last.GetAttributeAsync("name") ?? "");
        await team.Page.Locator("details", new() { Has = last }).Locator("summary").ClickSteadyAsync();
        await last.FillAsync(Long + "Lastofall");
        await team.SavedAsync();
        // A browser so slow that one answer is all it shows in one go, and that does nothing in between.
        await team.Page.AddInitScriptAsync("let now = 0; performance.now = () => now += 1000; const later = window.setTimeout; window.setTimeout = (run, wait, ...more) => wait === 0 ? 0 : later(run, wait, ...more)");
        await team.GoAsync(Team.Vetting);
        Assert.Equal("", await last.InputValueAsync());

        Assert.Contains("Lastofall", await TextAsync(visit), StringComparison.Ordinal);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Without_script_a_day_leaves_room_to_write_and_a_chosen_one_is_printed()
    {
        await using var visit = await site.OpenAsync(Expectations, new VisitOptions { Script = false });

        var found = 0;
        foreach (var page in (await TextAsync(visit, "-bbox")).Split("<page"))
        {
            var words = Words().Matches(page).Select(m => (Left: Number(m, "left"), Top: Number(m, "top"), Bottom: Number(m, "bottom"), Text: m.Groups["text"].Value)).ToList();
            foreach (var hint in words.Where(w => w.Text == "mm"))
            {
                found++;
                // As small as a footnote, under a line to write on; above it there is as much room as a hand needs, seven millimeters.
                Assert.InRange(hint.Bottom - hint.Top, 1, 7);
                var label = words.Where(w => Math.Abs(w.Left - hint.Left) < 4 && w.Bottom < hint.Top).Max(w => w.Bottom);
                Assert.InRange(hint.Top - label, 20, 60);
            }
        }

        Assert.True(found > 1, "no empty day was found on the paper");
        var day = visit.Page.Locator("form input[type=date]").First;
        await day.FillAsync("2026-12-01");
        Assert.Matches("12 ?/ ?01 ?/ ?2026", await TextAsync(visit));

        static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>Where a page is pulled apart, half a sheet stays empty before what did not fit on it.</summary>
    [Fact(Timeout = GuideSite.LongLimit)]
    public Task No_sheet_but_the_last_is_left_half_empty() => EveryPage.ShouldAsync(site, new VisitOptions { Script = false }, async visit =>
    {
        var sheets = (await TextAsync(visit, "-bbox")).Split("<page").Skip(1).ToList();
        return sheets.SkipLast(1).Index()
            .Where(sheet => Words().Matches(sheet.Item).Select(m => double.Parse(m.Groups["bottom"].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() < LetterHeight / 2)
            .Select(sheet => $"sheet {sheet.Index + 1} of {sheets.Count} is left half empty");
    });

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_blank_form_asks_on_paper_whom_it_is_about_and_says_nothing_of_what_was_not_loaded()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(visit.Page.Locator(".ask__top label", new() { HasText = "Partner" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("One moment.").First).ToBeAttachedAsync();
        await Assertions.Expect(visit.Page.GetByText("One moment.").Filter(new() { Visible = true })).ToHaveCountAsync(0);
    }

    /// <summary>Ends when all that the workbook prints is loaded; nothing of it needs to be in view.</summary>
    private static async Task LoadedAsync(Team team)
    {
        await team.Page.Locator("[data-part=overview] > :not(.until) > h2").WaitForAsync();
        await team.Page.WaitForFunctionAsync("() => performance.getEntriesByName('toolkit paper').length > 0");
    }

    /// <summary>The words of the page as it is printed.</summary>
    private static async Task<string> TextAsync(Visit visit, string how = "-layout")
    {
        var reader = Programs.Need("pdftotext");
        using var folder = new TemporaryFolder();
        var pdf = folder.File("page.pdf");
        await visit.Page.PdfAsync(new() { Path = pdf, Format = "Letter" });
        var read = await Programs.Run(reader, [how, pdf, "-"]);
        Assert.True(read.ExitCode == 0, read.Errors);
        return read.Output;
    }

    [GeneratedRegex("<word xMin=\"(?<left>[0-9.]+)\" yMin=\"(?<top>[0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"(?<bottom>[0-9.]+)\">(?<text>[^<]*)</word>")]
    private static partial Regex Words();
}
