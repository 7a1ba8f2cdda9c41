using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>
/// A browser that never answers, as some do: the page starts, says so, offers the file, and never writes over what is kept.
/// Late answers too.
/// </summary>
public sealed class SilentTests(GuideSite site)
{
    private const string Before = "Typed before";
    private const string Meanwhile = "Typed meanwhile";
    private const string NoAnswer = "This browser does not answer right now. What it kept before is not touched.";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("open")]
    [InlineData("getAll")]
    [InlineData("importKey")]
    public async Task Where_what_is_kept_does_not_come_the_page_starts_and_says_so_and_leaves_it_alone(string what)
    {
        await using var visit = await site.OpenAsync("about.html");
        var team = await PreparedAsync(visit, what);
        await team.Page.GotoAsync("about:blank");
        await team.Page.GotoAsync(visit.AddressOf(Team.Map) + "#silent");
        await team.Page.PassUntilAsync(Started(team.Page));

        await Assertions.Expect(team.Status).ToContainTextAsync(NoAnswer);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await team.Cell("r1", "who").FillAsync(Meanwhile);
        await PassAsync(team.Page);
        await Assertions.Expect(team.Status).ToContainTextAsync(NoAnswer);
        Assert.Contains(Meanwhile, await team.FileAsync(), StringComparison.Ordinal);
        var second = await team.InAnotherTabAsync(Team.Map);
        await Assertions.Expect(second.Cell("r1", "who")).ToHaveValueAsync(Before);
        // Not even when it comes after all.
        await team.Page.SpeakAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("this tab only");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Meanwhile);
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.SavedAsync();
        await Assertions.Expect(team.Notice).ToContainTextAsync("Choose “On this computer” in My workbook");
        Assert.Equal((true, false), await SaysAsync(second));
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Meanwhile);
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("open")]
    [InlineData("decrypt")]
    public async Task What_comes_late_is_shown_where_nothing_was_typed_meanwhile(string what)
    {
        await using var visit = await site.OpenAsync("about.html");
        var team = await PreparedAsync(visit, what);
        await team.Page.GotoAsync("about:blank");
        await team.Page.GotoAsync(visit.AddressOf(Team.Map) + "#silent");
        await team.Page.PassUntilAsync(Started(team.Page));
        await Assertions.Expect(team.Status).ToContainTextAsync(NoAnswer);

        await team.Page.SpeakAsync();

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Before);
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
        await team.Cell("r2", "who").FillAsync("Typed after");
        await team.SavedAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Typed after");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_next_page_of_a_tab_that_went_on_alone_says_that_there_are_answers_on_this_computer_too()
    {
        await using var visit = await site.OpenAsync("about.html");
        var team = await PreparedAsync(visit, "open");
        await team.Page.GotoAsync("about:blank");
        await team.Page.GotoAsync(visit.AddressOf(Team.Map) + "#silent");
        await team.Page.PassUntilAsync(Started(team.Page));
        await team.Cell("r2", "who").FillAsync(Meanwhile);
        await PassAsync(team.Page);

        await team.GoAsync(Team.Everything);
        await team.Notice.Filter(new() { HasText = "Choose “On this computer” in My workbook" }).WaitForAsync();
        await team.Page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).CheckSteadyAsync();
        await team.Status.Filter(new() { HasText = "this computer" }).WaitForAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Before);
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync(Meanwhile);
        await Assertions.Expect(team.Page.Locator(".notice:not([hidden])")).ToHaveCountAsync(0);
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("put")]
    [InlineData("complete")]
    [InlineData("encrypt")]
    public async Task What_is_not_written_in_time_is_said_and_is_written_when_the_browser_answers(string what)
    {
        await using var visit = await site.OpenAsync("about.html");
        var team = await PreparedAsync(visit);
        await team.Page.SilenceAsync(what);
        // More than one writing could be waiting for another.
        foreach (var letter in "abcdefghij")
        {
            await team.Cell("r2", "who").PressSequentiallyAsync(letter.ToString());
            await team.Page.Context.Clock.RunForAsync(800);
        }

        await team.Page.PassUntilAsync(Says(team, NoAnswer));
        Assert.Contains("abcdefghij", await team.FileAsync(), StringComparison.Ordinal);
        await team.Page.SpeakAsync();
        await team.Page.PassUntilAsync(Says(team, "this computer"));
        await team.SavedAsync();

        var second = await team.InAnotherTabAsync(Team.Map);
        await Assertions.Expect(second.Cell("r1", "who")).ToHaveValueAsync(Before);
        await Assertions.Expect(second.Cell("r2", "who")).ToHaveValueAsync("abcdefghij");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_typed_while_the_browser_did_not_answer_is_on_the_next_page()
    {
        await using var visit = await site.OpenAsync("about.html");
        var team = await PreparedAsync(visit);
        await team.Page.SilenceAsync("get", "getAll", "put", "complete");
        await team.Cell("r2", "who").FillAsync(Meanwhile);
        await team.Page.PassUntilAsync(Says(team, NoAnswer));

        await team.GoAsync(Team.Map);

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Before);
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync(Meanwhile);
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Whoever_moves_erases_or_locks_while_the_browser_does_not_answer_is_told_and_keeps_all()
    {
        await using var visit = await site.OpenAsync("about.html");
        var team = await PreparedAsync(visit);
        await team.SetPassphraseAsync();
        await team.Page.SilenceAsync("put", "complete", "clear");

        await team.AddStepAsync(Meanwhile);
        await team.Page.Locator("[data-keeper-erase]").ClickSteadyAsync();
        await team.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickSteadyAsync();
        await team.Page.PassUntilAsync(team.Notice.Filter(new() { HasText = "did not let us erase your answers" }));
        await team.LockNowButton.ClickSteadyAsync();
        await team.Page.PassUntilAsync(team.Notice.Filter(new() { HasText = "locking would lose it" }));
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Take the passphrase away" }).ClickSteadyAsync();
        await team.Page.PassUntilAsync(team.Notice.Filter(new() { HasText = "could not write that" }));
        await team.Page.GetByRole(AriaRole.Radio, new() { Name = "In this tab only" }).ClickSteadyAsync();
        await team.Page.PassUntilAsync(team.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "keeps no answers" }));
        Assert.Contains(Before, await team.FileAsync(), StringComparison.Ordinal);

        await team.Page.SpeakAsync();
        await team.Page.PassUntilAsync(Says(team, "this computer"));
        await team.SavedAsync();
        await team.LockNowButton.ClickSteadyAsync();
        await team.Status.Filter(new() { HasText = "Locked" }).WaitForAsync();
        await team.Page.SilenceAsync("deriveBits");
        await team.Page.GetByLabel("Passphrase", new() { Exact = true }).FillAsync(Team.Passphrase);
        await team.Page.Keyboard.PressAsync("Enter");
        await team.Page.PassUntilAsync(team.Notice.Filter(new() { HasText = "did not answer, so nothing was changed" }));
        await team.Page.SpeakAsync();
        await team.Page.Keyboard.PressAsync("Enter");
        await team.LockNowButton.WaitForAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Before);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Without_a_key_nothing_is_written_in_the_clear_and_with_it_all_is_kept()
    {
        await using var visit = await site.OpenAsync("about.html");
        await Silence.PrepareAsync(visit, "importKey");
        var team = new Team(visit);
        await team.Page.GotoAsync(visit.AddressOf(Team.Map) + "#silent");
        await team.Page.PassUntilAsync(Started(team.Page));
        await Assertions.Expect(team.Status).ToContainTextAsync(NoAnswer);
        await team.Cell("r1", "who").FillAsync(Meanwhile);
        await PassAsync(team.Page);

        Assert.DoesNotContain(" key", await team.Page.EvaluateAsync<string>("() => Object.keys(sessionStorage).join()"), StringComparison.Ordinal);
        Assert.DoesNotContain("journal", await team.Page.EvaluateAsync<string>("() => Object.keys(sessionStorage).join()"), StringComparison.Ordinal);
        await team.Page.SpeakAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("this tab only");
        await team.SavedAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Meanwhile);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Where_the_browser_does_not_say_what_it_has_a_first_visit_starts_and_keeps_in_the_tab()
    {
        await using var visit = await site.OpenAsync("about.html");
        await Silence.PrepareAsync(visit, "databases");
        var team = new Team(visit);
        await team.Page.GotoAsync(visit.AddressOf(Team.Map) + "#silent");
        await team.Page.PassUntilAsync(Started(team.Page));
        await Assertions.Expect(team.Status).ToContainTextAsync(NoAnswer);
        await team.Cell("r1", "who").FillAsync(Meanwhile);
        await PassAsync(team.Page);
        await team.Page.SpeakAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("this tab only");
        await team.SavedAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Meanwhile);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_file_that_does_not_come_can_be_stopped_and_is_given_up()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("on a stick.docx");
        await File.WriteAllTextAsync(file, "anything", TestContext.Current.CancellationToken);
        await using var visit = await site.OpenAsync("about.html");
        await Silence.PrepareAsync(visit);
        var team = new Team(visit);
        await team.GoAsync(Team.Everything);
        await team.Page.SilenceAsync("arrayBuffer");

        await team.ChooseFilesAsync(file);
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickSteadyAsync();
        await team.Page.Locator(".read__file").GetByText("Reading was stopped").WaitForAsync();
        await team.ChooseFilesAsync(file);
        await team.Page.PassUntilAsync(team.Page.Locator(".read__file").GetByText("took too long to read"));
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_script_that_neither_comes_nor_fails_is_given_up_and_asked_for_again()
    {
        await using var visit = await site.OpenAsync("about.html");
        await Silence.PrepareAsync(visit);
        var team = new Team(visit);
        var late = new TaskCompletionSource();
        await team.Page.RouteAsync("**/assets/storage-settings.*.js", async route =>
        {
            await late.Task;
            await route.ContinueAsync();
        });
        await team.GoAsync(Team.Map);
        await team.OpenIntroAsync();
        await team.Page.GetByText("Choose where to keep them").ClickSteadyAsync();
        await team.Page.PassUntilAsync(team.Page.Locator("[data-part=storage]").GetByText("could not be loaded"));
        late.SetResult();
    }

    /// <summary>Answers are on this computer, and the browser can be silenced.</summary>
    private static async Task<Team> PreparedAsync(Visit visit, params string[] silentAtFirst)
    {
        await Silence.PrepareAsync(visit, silentAtFirst);
        // Where something is kept nowhere, the page asks before it is left.
        visit.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var team = new Team(visit);
        await team.KeepInMapAsync(Before);
        return team;
    }

    private static ILocator Started(IPage page) => page.Locator("html[data-ready]:not(:has([aria-busy=true]))");

    private static ILocator Says(Team team, string words) => team.Status.Filter(new() { HasText = words });

    /// <summary>Long enough for anything to be written, or given up.</summary>
    private static Task PassAsync(IPage page) => page.Context.Clock.RunForAsync(12_000);

    /// <summary>Whether this computer keeps what was typed before, and what was typed meanwhile.</summary>
    private static async Task<(bool Before, bool Meanwhile)> SaysAsync(Team team)
    {
        var kept = await team.KeptAsync();
        return (kept.Contains(Before, StringComparison.Ordinal), kept.Contains(Meanwhile, StringComparison.Ordinal));
    }
}
