using System.Text.Json;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What was typed is there again, however soon after the last key the page went.</summary>
public sealed class LeavingTests(GuideSite site)
{
    private const string Typed = "Typed in the last moment";

    /// <summary>Types into a field and does something else in the same task of the page: no time is left in between.</summary>
    private static readonly string TypeAnd = Script.Named("type-and");

    private static readonly string Field = $"{Team.Organizations}.r1.who";

    public enum Keeping
    {
        Tab,
        File,
        Computer,
        Locked,
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(Keeping.Tab, "link")]
    [InlineData(Keeping.Tab, "reload")]
    [InlineData(Keeping.File, "address")]
    [InlineData(Keeping.Computer, "link")]
    [InlineData(Keeping.Computer, "address")]
    [InlineData(Keeping.Computer, "reload")]
    [InlineData(Keeping.Locked, "link")]
    [InlineData(Keeping.Locked, "reload")]
    public async Task The_last_key_counts_when_the_page_goes_at_once(Keeping keeping, string how)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = await KeepAsync(visit, keeping);
        if (keeping == Keeping.File)
        {
            team.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        }

        await LeaveAsync(team.Page, how);
        await team.GoAsync(Team.Map);

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Typed);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(Keeping.Computer, false)]
    [InlineData(Keeping.Computer, true)]
    [InlineData(Keeping.Locked, false)]
    [InlineData(Keeping.Locked, true)]
    public async Task The_last_key_counts_when_the_tab_is_closed_or_its_process_dies(Keeping keeping, bool killed)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = await KeepAsync(visit, keeping);
        await team.Page.EvaluateAsync(TypeAnd, new object[] { Field, Typed, "" });
        if (killed)
        {
            await KillAsync(visit);
        }
        else
        {
            await team.Page.CloseAsync();
        }

        var after = await team.InAnotherTabAsync(Team.Everything);
        if (keeping == Keeping.Locked)
        {
            await after.UnlockAsync(Team.Passphrase);
            await after.LockNowButton.WaitForAsync();
        }

        await after.GoAsync(Team.Map);
        await Assertions.Expect(after.Field(Field)).ToHaveValueAsync(Typed);
    }

    /// <summary>More than the bytes that are made ahead for the journal: it is written otherwise at once.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_change_too_large_for_the_journal_counts_when_the_process_dies_and_so_does_a_key_pressed_meanwhile()
    {
        const int Rows = 1000;
        using var folder = new TemporaryFolder();
        var file = folder.File("big.workbook.json");
        await File.WriteAllTextAsync(file, BigFile(Rows), TestContext.Current.CancellationToken);
        await using var visit = await site.OpenAsync(Team.Map);
        var team = await KeepAsync(visit, Keeping.Computer);
        await team.GoAsync(Team.Everything);
        await team.ChooseFilesAsync(file);
        await team.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take [0-9]+ answers$") }).WaitForAsync();
        // A tool's fold is closed, and its fields are there all the same.
        await team.Page.EvaluateAsync(
            """
            ([field, text]) => {
              [...document.querySelectorAll('.read__file button')].find(b => b.textContent.startsWith('Take ')).click()
              const control = document.querySelector(`[name="${field}"]`)
              control.value = text
              control.dispatchEvent(new Event('input', { bubbles: true }))
            }
            """,
            new[] { "action-plan.steps.r1.what", Typed });
        await team.Page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await KillAsync(visit);

        var after = await team.InAnotherTabAsync(Team.Everything);
        await after.OpenToolAsync("action-plan");
        await after.OpenToolAsync("community-map");
        // Rows are made bit by bit, and a browser hurries with that only in a page that somebody sees: here it is asked for each of its pictures.
        await after.Page.WaitForFunctionAsync("key => document.querySelector(`tr[data-row=${key}]`) !== null", $"r{Rows}");
        await Assertions.Expect(after.Field("action-plan.steps.r1.what")).ToHaveValueAsync(Typed);
        await Assertions.Expect(after.Cell($"r{Rows}", "who")).ToHaveValueAsync($"Organization {Rows}");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_typed_before_the_script_came_is_kept_too()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Cell("r1", "who").FillAsync("Kept before.");
        await team.SavedAsync();
        var late = new TaskCompletionSource();
        await team.Page.RouteAsync("**/assets/site.*.js", async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await team.Page.GotoAsync(visit.AddressOf(Team.Map), new() { WaitUntil = WaitUntilState.Commit });
        await team.Cell("r1", "who").PressSequentiallyAsync("Typed early");
        await team.Cell("r2", "who").PressSequentiallyAsync("Typed early too");
        late.SetResult();
        await team.StartedAsync();

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Kept before. Typed early");
        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Kept before. Typed early");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed early too");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Leaving_quickly_in_the_moment_of_a_key_leaves_nothing_in_the_tab()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = await KeepAsync(visit, Keeping.Tab);
        await team.Page.RouteAsync("https://**", route => route.FulfillAsync(new() { Body = "<title>weather</title>", ContentType = "text/html" }));
        await LeaveAsync(team.Page, "exit");

        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        Assert.Equal(0, await team.Page.EvaluateAsync<int>("() => Object.keys(sessionStorage).filter(name => /journal|workbook|key/.test(name)).length"));
    }

    /// <summary>Ends the process of the tab.</summary>
    private static async Task KillAsync(Visit visit)
    {
        var crashed = new TaskCompletionSource();
        visit.Page.Crash += (_, _) => crashed.TrySetResult();
        var renderer = await visit.Context.NewCDPSessionAsync(visit.Page);
        // Never answered: there is nobody left to answer.
        _ = renderer.SendAsync("Page.crash").ContinueWith(sent => sent.Exception, TaskScheduler.Default);
        await crashed.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience), TestContext.Current.CancellationToken);
    }

    /// <summary>A workbook file in which the community map has many rows.</summary>
    private static string BigFile(int rows)
    {
        var answers = new Dictionary<string, object>();
        for (var n = 1; n <= rows; n++)
        {
            answers.Add($"{Team.Organizations}.r{n}.who", new { value = $"Organization {n}", at = 5, by = "a" });
            answers.Add($"{Team.Organizations}.r{n}.strengths", new { value = $"Training, a van that can be borrowed, and quiet room number {n}.", at = 5, by = "a" });
        }

        var added = Enumerable.Range(7, rows - 6).Select(n => new { key = $"r{n}", place = n, at = 5, by = "a", born = $"5-b{n}" });
        var agency = new { answers, rows = new Dictionary<string, object> { [Team.Organizations] = added } };
        return JsonSerializer.Serialize(new { format = "partnership-toolkit-workbook", version = 1, id = "wbig", guide = "2026-11", partners = Array.Empty<object>(), subjects = new { agency } });
    }

    private static async Task LeaveAsync(IPage page, string how)
    {
        await page.EvaluateAsync("() => { window.same = true }");
        await page.EvaluateAsync(TypeAnd, new object[] { Field, Typed, how });
        await page.WaitForFunctionAsync("() => window.same === undefined");
    }

    private static async Task<Team> KeepAsync(Visit visit, Keeping keeping)
    {
        var team = new Team(visit);
        await team.StartedAsync();
        switch (keeping)
        {
            case Keeping.File:
                await team.KeepInFileAsync();
                break;
            case Keeping.Computer:
                await team.KeepOnThisComputerAsync();
                break;
            case Keeping.Locked:
                await team.KeepOnThisComputerAsync();
                await team.SetPassphraseAsync();
                break;
        }

        await team.GoAsync(Team.Map);
        await team.Cell("r2", "who").FillAsync("Typed before");
        await team.Page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return team;
    }
}
