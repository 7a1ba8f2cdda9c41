using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.ByKeyboard;

/// <summary>Where answers live, who can open them, and how they go, without a mouse.</summary>
public sealed class KeepingTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Answers_are_kept_on_the_computer_and_locked_and_unlocked(int width)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.OpenIntroAsync();
        await user.UnfoldAsync(team.Page.GetByText("Choose where to keep them"));
        await user.RadioAsync(team.Page.GetByLabel("On this computer"));
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
        await user.StateAsync("chosen beside a form");
        await user.FillAsync(team.Cell("r1", "who"), "City Legal Aid");
        await team.SavedAsync();

        await team.GoAsync(Team.Everything);
        await user.UnfoldAsync(team.Page.GetByText("Lock with a passphrase"));
        var first = team.Page.GetByLabel("Passphrase", new() { Exact = true });
        await user.FillAsync(first, "short");
        await user.ButtonAsync("Set the passphrase");
        await Assertions.Expect(team.Page.Locator(".govuk-error-message", new() { HasText = "Use at least 12 characters" })).ToBeVisibleAsync();
        await KeyboardUser.AssertFocusedAsync(first);
        await user.StateAsync("refused a short passphrase");
        await user.FillAsync(first, Team.Passphrase);
        await user.FillAsync(team.Page.GetByLabel("The same passphrase again"), Team.Passphrase);
        await user.PressAsync("Enter");
        var lockNow = team.Page.GetByRole(AriaRole.Button, new() { Name = "Lock now" });
        await lockNow.WaitForAsync();
        await user.EnterAsync(lockNow, "Enter");
        await Assertions.Expect(team.Status).ToContainTextAsync("Locked with a passphrase");
        await KeyboardUser.AssertFocusedAsync(first);
        // Nothing says that nothing was answered, and nothing empty can be saved.
        await Assertions.Expect(team.Page.Locator("[data-part=overview]")).ToContainTextAsync("Your answers are locked");
        await Assertions.Expect(team.Page.Locator("#keeping").GetByRole(AriaRole.Button, new() { Name = "Save a file" })).ToBeHiddenAsync();
        await user.StateAsync("locked", dark: true);

        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await user.StateAsync("a locked form");
        await user.LinkAsync("Open My workbook");
        await visit.ArrivedAsync(Team.Everything);
        await first.WaitForAsync();
        await user.FillAsync(first, "four other words here");
        await user.PressAsync("Enter");
        await team.Page.GetByText("That is not the passphrase").WaitForAsync();
        await KeyboardUser.AssertFocusedAsync(first);
        await user.StateAsync("a wrong passphrase");
        await user.TypeAsync(Team.Passphrase);
        await user.PressAsync("Enter");
        await KeyboardUser.AssertFocusedAsync(lockNow);
        await user.ButtonAsync("Take the passphrase away");
        await Assertions.Expect(team.Notice).ToContainTextAsync("The passphrase was taken away");
        await user.AssertSeenAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("City Legal Aid");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_whole_workbook_is_saved_with_a_passphrase_from_any_page(int width)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("locked.workbook.json");
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.FillAsync(team.Cell("r1", "who"), "City Legal Aid");
        await user.EnterAsync(team.Page.Locator("[data-keeper-save]"), "Enter");
        var dialog = team.Page.GetByRole(AriaRole.Dialog);
        await user.UnfoldAsync(dialog.GetByText("Lock the file with a passphrase"));
        await user.FillAsync(dialog.GetByLabel("Passphrase", new() { Exact = true }), Team.Passphrase);
        await user.FillAsync(dialog.GetByLabel("The same passphrase again"), "four other words here");
        await user.PressAsync("Enter");
        await Assertions.Expect(dialog.GetByLabel("The same passphrase again")).ToHaveAccessibleDescriptionAsync("The two are not the same.");
        await user.StateAsync("two that are not the same", dark: true);
        await user.FillAsync(dialog.GetByLabel("The same passphrase again"), Team.Passphrase);
        var download = await team.Page.RunAndWaitForDownloadAsync(() => user.PressAsync("Enter"));
        await download.SaveAsAsync(file);
        Assert.DoesNotContain("Legal Aid", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Assertions.Expect(team.Notice).ToContainTextAsync("Only the passphrase opens it.");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await user.AssertSeenAsync();
        visit.AssertQuiet();
    }

    /// <summary>Nobody is asked before there is something to lose, nobody twice, and nobody who chose.</summary>
    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_choice_of_a_place_is_offered_once_after_the_fifth_answer(int width)
    {
        await using var visit = await site.OpenAsync("tools/readiness.html", Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        var items = team.Page.Locator("fieldset.item");
        var offer = team.Page.GetByRole(AriaRole.Region, new() { Name = "Where should your answers be kept?" });
        for (var i = 0; i < 4; i++)
        {
            await user.RadioAsync(items.Nth(i).Locator("input[value=mostly]"));
        }

        await team.SavedAsync();
        await Assertions.Expect(offer).ToHaveCountAsync(0);
        await user.RadioAsync(items.Nth(4).Locator("input[value=mostly]"));
        await Assertions.Expect(offer).ToContainTextAsync("So far they are in this tab only.");
        await KeyboardUser.AssertFocusedAsync(items.Nth(4).Locator("input[value=mostly]"));
        await user.StateAsync("the choice of a place", dark: true);
        await user.RadioAsync(offer.GetByLabel("On this computer"));
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
        await user.ButtonAsync("Go on");
        await Assertions.Expect(offer).ToHaveCountAsync(0);
        await KeyboardUser.AssertFocusedAsync(items.Nth(4));
        await user.RadioAsync(items.Nth(5).Locator("input[value=mostly]"));
        await team.SavedAsync();
        await Assertions.Expect(offer).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_file_is_saved_in_whole_and_in_part_and_opened_after_a_look_at_what_would_change(int width)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.FillAsync(team.Cell("r1", "who"), "City Legal Aid");
        await user.UnfoldAsync(team.MoreOf("r1"));
        await user.FillAsync(team.Cell("r1", "strengths"), "Contracts");
        await team.SavedAsync();
        await team.GoAsync("tools/first-meeting.html");
        await user.TickAsync(team.Field("first-meeting.our-hope"));
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var chosen = new TaskCompletionSource();
        var keeping = team.Page.Locator("#keeping");
        var whole = folder.File("whole.workbook.json");
        File.Copy(await user.SaveFileAsync(keeping.GetByRole(AriaRole.Button, new() { Name = "Save a file" })), whole);

        await user.UnfoldAsync(keeping.GetByText("Save a part"));
        await user.ButtonAsync("Save this part");
        await Assertions.Expect(keeping.GetByText("Choose at least one tool")).ToBeVisibleAsync();
        await user.TickAsync(keeping.GetByLabel("Our community map"));
        await user.StateAsync("a part chosen", dark: true);
        var part = folder.File("part.workbook.json");
        File.Copy(await user.DownloadAsync(keeping.GetByRole(AriaRole.Button, new() { Name = "Save this part" })), part);
        var text = await File.ReadAllTextAsync(part, TestContext.Current.CancellationToken);
        Assert.Contains("City Legal Aid", text, StringComparison.Ordinal);
        Assert.DoesNotContain("first-meeting.our-hope", text, StringComparison.Ordinal);

        await team.GoAsync(Team.Map);
        await user.FillAsync(team.Cell("r1", "who"), "Northside Legal Aid");
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        await RefusesAsync((await File.ReadAllTextAsync(whole, TestContext.Current.CancellationToken))[..^40], "damaged", "damaged.workbook.json");
        await RefusesAsync((await File.ReadAllTextAsync(whole, TestContext.Current.CancellationToken)).Replace("\"version\": 1", "\"version\": 9", StringComparison.Ordinal), "newer version", "newer.workbook.json");
        // At the first press, while the part that reads files is still to come.
        await team.Page.RouteAsync("**/assets/exchange.*.js", async route =>
        {
            await chosen.Task;
            await route.ContinueAsync();
        });
        await team.SavedAsync();
        await team.Page.GotoAsync(visit.AddressOf(Team.Everything), new() { WaitUntil = WaitUntilState.Commit });
        await keeping.GetByRole(AriaRole.Button, new() { Name = "Open a file" }).WaitForAsync();
        await user.FilesAsync(keeping.GetByRole(AriaRole.Button, new() { Name = "Open a file" }), whole);
        chosen.SetResult();
        var differences = team.Page.Locator(".differences tbody tr");
        await Assertions.Expect(differences).ToHaveCountAsync(1);
        await Assertions.Expect(differences).ToContainTextAsync("City Legal Aid");
        await Assertions.Expect(differences).ToContainTextAsync("Northside Legal Aid");
        await user.AssertSeenAsync();
        await user.StateAsync("what would change", dark: true);
        await user.ButtonAsync("Choose all");
        await user.ButtonAsync("Take 1 answer");
        await Assertions.Expect(team.Notice).ToContainTextAsync("1 answer was taken from the file");
        await user.AssertSeenAsync();
        await user.ButtonAsync("Undo");
        await Assertions.Expect(team.Notice).ToContainTextAsync("back as it was");
        await team.SavedAsync();
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Northside Legal Aid");
        visit.AssertQuiet();

        async Task RefusesAsync(string content, string says, string name)
        {
            var path = folder.File(name);
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
            await user.FilesAsync(team.Page.Locator("[data-part=read-back] input[type=file]"), path);
            await Assertions.Expect(team.Page.Locator(".read__file [role=alert]")).ToContainTextAsync(says);
            await user.StateAsync($"refused: {says}");
        }
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_tool_a_partner_and_everything_are_erased_and_each_comes_back(int width)
    {
        await using var visit = await site.OpenAsync("tools/first-meeting.html", Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.AddPartnerAsync("Harbor Street Bakery");
        await user.TickAsync(team.Field("first-meeting.our-hope"));
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var overview = team.Page.Locator("[data-part=overview]");
        await user.UnfoldAsync(team.Page.GetByText("Erase a part"));
        var what = team.Page.GetByLabel("What to erase");
        await EraseAsync("Erase the answers of First meeting with a partner", "1 answer was erased");
        await user.StateAsync("a tool erased");
        await BackAsync("First meeting with a partner: Harbor Street Bakery");
        await EraseAsync("Erase Harbor Street Bakery and all answers about it", "Harbor Street Bakery and 1 answer about it were erased");
        await Assertions.Expect(what.Locator("option", new() { HasText = "Harbor Street Bakery" })).ToHaveCountAsync(0);
        await BackAsync("First meeting with a partner: Harbor Street Bakery");

        await user.EnterAsync(team.Page.Locator("#keeping").GetByRole(AriaRole.Button, new() { Name = "Erase everything" }), "Enter");
        var dialog = team.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Erase 1 answer and 1 partner here?");
        await user.StateAsync("asked before all is erased", dark: true);
        await user.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await KeyboardUser.AssertFocusedAsync(team.Page.Locator("#keeping").GetByRole(AriaRole.Button, new() { Name = "Erase everything" }));
        await user.PressAsync("Enter");
        await user.EnterAsync(dialog.GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }), "Enter");
        await Assertions.Expect(overview).ToContainTextAsync("Nothing is answered here yet");
        await user.AssertSeenAsync();
        await user.StateAsync("all erased");
        await BackAsync("First meeting with a partner: Harbor Street Bakery");
        visit.AssertQuiet();

        async Task EraseAsync(string choice, string says)
        {
            await user.OptionAsync(what, choice);
            await user.ButtonAsync("Erase this");
            await Assertions.Expect(team.Notice).ToContainTextAsync(says);
            await user.AssertSeenAsync();
        }

        async Task BackAsync(string line)
        {
            await user.ButtonAsync("Undo");
            await Assertions.Expect(team.Notice).ToContainTextAsync("back as it was");
            var link = overview.GetByRole(AriaRole.Link, new() { Name = line }).First;
            await link.WaitForAsync();
            await user.TabToAsync(link);
        }
    }
}
