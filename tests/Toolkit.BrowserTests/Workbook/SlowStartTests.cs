using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>On a slow phone people answer before the script has started, or before a long form is all there.</summary>
public sealed class SlowStartTests(GuideSite site)
{
    /// <summary>
    /// A computer on which each look at the clock takes a millisecond, so that little is done in one go, and what is put off
    /// waits until the test says so.
    /// </summary>
    private static readonly string Slow = Script.Named("slow-computer");

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_partner_that_was_written_down_before_the_script_came_is_the_first_one()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        var question = (await QuestionsAsync(team.Page))[0];
        var late = await HoldScriptAsync(team.Page);
        await team.Page.GotoAsync(visit.AddressOf(Team.Vetting), new() { WaitUntil = WaitUntilState.Commit });
        await team.Page.Locator($"input[name=\"{question}\"]").First.CheckSteadyAsync();
        await team.Page.GetByLabel("Partner", new() { Exact = true }).FillAsync("Harbor Street Bakery");
        late.SetResult();
        await team.StartedAsync();

        await Assertions.Expect(team.Notice).ToContainTextAsync("Kept as “Harbor Street Bakery”");
        await Assertions.Expect(team.Page.Locator(".who__pick")).ToHaveCountAsync(1);
        await Assertions.Expect(team.Page.Locator(".who [aria-current]")).ToContainTextAsync("Harbor Street Bakery");
        await Assertions.Expect(team.Page.Locator($"input[name=\"{question}\"]").First).ToBeCheckedAsync();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Beside_others_a_partner_that_was_written_down_before_the_script_came_is_asked_about()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync("Two Rivers College");
        await team.SavedAsync();
        var late = await HoldScriptAsync(team.Page);
        await team.Page.GotoAsync(visit.AddressOf(Team.Vetting), new() { WaitUntil = WaitUntilState.Commit });
        await team.Page.GetByLabel("Partner", new() { Exact = true }).FillAsync("Harbor Street Bakery");
        late.SetResult();
        await team.StartedAsync();

        var name = team.Page.Locator("[id^=partner-name]").And(team.Page.GetByRole(AriaRole.Textbox));
        await Assertions.Expect(name).ToHaveValueAsync("Harbor Street Bakery");
        await Assertions.Expect(name).ToBeFocusedAsync();
        await team.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(team.Page.Locator(".who__pick")).ToHaveCountAsync(2);
        await Assertions.Expect(team.Page.Locator(".who [aria-current]")).ToContainTextAsync("Harbor Street Bakery");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task All_that_was_answered_before_the_script_came_is_kept_where_the_first_answer_makes_the_first_partner()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        var questions = await QuestionsAsync(team.Page);
        string[] asked = [questions[0], questions[1], questions[^1]];
        var note = await LastNoteAsync(team.Page);
        var late = await HoldScriptAsync(team.Page);
        await team.Page.GotoAsync(visit.AddressOf(Team.Vetting), new() { WaitUntil = WaitUntilState.Commit });
        foreach (var question in asked)
        {
            await team.Page.Locator($"input[name=\"{question}\"]").First.CheckSteadyAsync();
        }

        await team.Field(note).EvaluateAsync("(note, text) => { note.value = text }", "A long careful note");
        late.SetResult();
        await team.StartedAsync();

        await Assertions.Expect(team.Page.Locator(".who__pick")).ToHaveCountAsync(1);
        await ExpectAllAsync();
        await team.ReloadAsync();
        await ExpectAllAsync();
        visit.AssertQuiet();

        async Task ExpectAllAsync()
        {
            foreach (var question in asked)
            {
                await Assertions.Expect(team.Page.Locator($"input[name=\"{question}\"]").First).ToBeCheckedAsync();
            }

            await Assertions.Expect(team.Field(note)).ToHaveValueAsync("A long careful note");
        }
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_written_about_one_partner_before_the_script_came_never_goes_to_another()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.AddPartnerAsync("Two Rivers College");
        await team.SavedAsync();
        var note = await LastNoteAsync(team.Page);
        await team.Page.AddInitScriptAsync(Slow);
        var late = await HoldScriptAsync(team.Page);
        await team.Page.GotoAsync(visit.AddressOf(Team.Vetting), new() { WaitUntil = WaitUntilState.Commit });
        await team.Field(note).EvaluateAsync("(note, text) => { note.value = text }", "About the college");
        late.SetResult();
        await team.StartedAsync();

        // The note does not show its answer yet: it is still what stood there.
        await team.OpenPartnersAsync();
        await team.Page.Locator(".who__pick", new() { HasText = "Harbor" }).ClickSteadyAsync();
        await Assertions.Expect(team.Field(note)).ToHaveValueAsync("");
        await team.Page.EvaluateAsync("() => { carryOn() }");
        await Assertions.Expect(team.Field(note)).ToHaveValueAsync("");
        await team.OpenPartnersAsync();
        await team.Page.Locator(".who__pick", new() { HasText = "Two Rivers" }).ClickSteadyAsync();
        await Assertions.Expect(team.Field(note)).ToHaveValueAsync("About the college");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_typed_before_the_script_came_is_kept_where_the_page_goes_before_all_of_it_is_there()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.SavedAsync();
        var note = await LastNoteAsync(team.Page);
        await team.Page.AddInitScriptAsync($"if (location.hash === '#slow') {Slow}");
        var late = await HoldScriptAsync(team.Page);
        await team.Page.GotoAsync(visit.AddressOf(Team.Map));
        await team.Page.GotoAsync(visit.AddressOf(Team.Vetting) + "#slow", new() { WaitUntil = WaitUntilState.Commit });
        await team.Field(note).EvaluateAsync("(note, text) => { note.value = text }", "Typed in a hurry");
        late.SetResult();
        await team.StartedAsync();

        await team.GoAsync(Team.Map);
        await team.GoAsync(Team.Vetting);
        await Assertions.Expect(team.Field(note)).ToHaveValueAsync("Typed in a hurry");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Rows_that_are_still_being_made_when_one_is_removed_keep_what_is_typed_in_them()
    {
        const int Rows = 60;
        using var folder = new TemporaryFolder();
        var file = folder.File("rows.workbook.json");
        await File.WriteAllTextAsync(file, FileWithRows(Rows), TestContext.Current.CancellationToken);
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.ChooseFilesAsync(file);
        await team.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Open this workbook") }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell($"r{Rows}", "who")).ToHaveValueAsync($"Organization {Rows}");
        await team.SavedAsync();

        await team.Page.AddInitScriptAsync(Slow);
        await team.Page.ReloadAsync();
        await team.StartedAsync();
        await Assertions.Expect(team.Cell($"r{Rows}", "who")).ToHaveCountAsync(0);
        await team.Page.Locator("tr[data-row=r2] [data-act=remove]").ClickSteadyAsync();
        await team.Page.EvaluateAsync("() => { carryOn() }");
        await Assertions.Expect(team.Cell($"r{Rows}", "who")).ToHaveValueAsync($"Organization {Rows}");

        for (var n = 1; n <= Rows; n++)
        {
            if (n != 2)
            {
                await team.Cell(string.Create(CultureInfo.InvariantCulture, $"r{n}"), "who").FillAsync($"Typed {n}");
            }
        }

        var written = JsonDocument.Parse(await team.FileAsync()).RootElement.GetProperty("subjects").GetProperty("agency").GetProperty("answers");
        Assert.All(
            Enumerable.Range(1, Rows).Where(n => n != 2),
            n => Assert.Equal($"Typed {n}", written.GetProperty($"{Team.Organizations}.r{n}.who").GetProperty("value").GetString()));
        visit.AssertQuiet();
    }

    private static string FileWithRows(int rows)
    {
        var answers = Enumerable.Range(1, rows).ToDictionary(
            n => $"{Team.Organizations}.r{n}.who", n => (object)new { value = $"Organization {n}", at = 5, by = "a" });
        var added = Enumerable.Range(7, rows - 6).Select(n => new { key = $"r{n}", place = n, at = 5, by = "a", born = $"5-b{n}" });
        var agency = new { answers, rows = new Dictionary<string, object> { [Team.Organizations] = added } };
        return JsonSerializer.Serialize(new { format = "partnership-toolkit-workbook", version = 1, id = "wrows", guide = "2026-11", partners = Array.Empty<object>(), subjects = new { agency } });
    }

    /// <summary>From now on, the first script comes when the test says so.</summary>
    private static async Task<TaskCompletionSource> HoldScriptAsync(IPage page)
    {
        var late = new TaskCompletionSource();
        await page.RouteAsync("**/assets/site.*.js", async route =>
        {
            if (page.Url.Contains(Team.Vetting, StringComparison.Ordinal))
            {
                await late.Task;
            }

            await route.ContinueAsync();
        });
        return late;
    }

    private static Task<string[]> QuestionsAsync(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...new Set([...document.querySelectorAll('.instrument input[type=radio]')].map(radio => radio.name))]");

    private static Task<string> LastNoteAsync(IPage page) => page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('.instrument textarea')].at(-1).name");
}
