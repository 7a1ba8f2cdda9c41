using Microsoft.Playwright;
using Toolkit.BrowserTests.Files;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.ByKeyboard;

/// <summary>Files that need a decision: a conflict, an older guide, a passphrase. Without a mouse.</summary>
public sealed class FilesTests(GuideSite site)
{
    private const string Expectations = "tools/expectations.html";
    private const string Table = "expectations.give-and-take";

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task What_was_changed_in_both_is_decided_by_the_person(int width)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Expectations, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        // What this test is not about is typed the short way.
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Field($"{Table}.r1.ours").FillAsync("Two hours a week");
        await team.Field($"{Table}.r1.theirs").FillAsync("A contact person");
        var file = await team.DownloadAsync("docx", folder.Path);
        EditedWord.Type(file, ($"{Table}.r1.ours", "Four hours a week"), ($"{Table}.r1.theirs", "Two people"));
        EditedWord.Metadata(file, ("\"guide\":\"[^\"]+\"", "\"guide\":\"2025-03\""));
        await team.Field($"{Table}.r1.ours").FillAsync("Three hours a week");
        await team.SavedAsync();

        await user.FilesAsync(team.Page.Locator("[data-part=read-back] input[type=file]"), file);
        var read = team.Page.Locator(".read__file");
        var conflict = read.Locator(".differences tbody tr", new() { HasText = "Changed in both: please decide" });
        await Assertions.Expect(conflict.Locator("td.answer")).ToHaveTextAsync(["Four hours a week", "Three hours a week"]);
        await Assertions.Expect(conflict).ToContainTextAsync("When the file was made: Two hours a week");
        await Assertions.Expect(conflict.Locator("input")).Not.ToBeCheckedAsync();
        await user.StateAsync("changed in both", dark: true);
        await user.TickAsync(conflict.Locator("input"));
        await user.ButtonAsync("Take 2 answers");
        await Assertions.Expect(team.Field($"{Table}.r1.ours")).ToHaveValueAsync("Four hours a week");
        await user.AssertSeenAsync();
        await user.ButtonAsync("Undo");
        await Assertions.Expect(team.Field($"{Table}.r1.ours")).ToHaveValueAsync("Three hours a week");
        await Assertions.Expect(team.Field($"{Table}.r1.theirs")).ToHaveValueAsync("A contact person");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_workbook_of_an_older_guide_is_taken_and_says_what_was_reworded_and_what_is_gone(int width)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("older.workbook.json");
        await File.WriteAllTextAsync(file, """
            { "format": "partnership-toolkit-workbook", "version": 1, "id": "wolder", "guide": "2020-01", "partners": [],
              "subjects": { "agency": { "rows": {}, "answers": {
                "community-map.organizations.r1.who": { "value": "Harbor Street Bakery", "at": 5, "by": "a", "wording": "00000000" },
                "community-map.organizations.r1.tie": { "value": "old-friends", "at": 5, "by": "a" },
                "dropped-tool.dropped-question": { "value": "Kept words", "at": 5, "by": "a" } } } } }
            """, TestContext.Current.CancellationToken);
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.FilesAsync(team.Page.Locator("[data-part=read-back] input[type=file]"), file);
        await Assertions.Expect(team.Page.GetByText("There are no answers here yet.")).ToBeFocusedAsync();
        await user.StateAsync("a workbook that one press opens");
        await user.ButtonAsync("See what is in it first");
        await team.Page.Locator(".differences").WaitForAsync();
        await user.StateAsync("a file of an older guide");
        await user.ButtonAsync("Take 3 answers");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        await Assertions.Expect(team.Page.Locator(".say", new() { HasText = "“old-friends” is not among the choices any more" })).ToBeVisibleAsync();
        await user.StateAsync("reworded, and an option that is gone", dark: true);
        await user.ButtonAsync("My answer is still right");
        await Assertions.Expect(team.Page.Locator(".say", new() { HasText = "reworded after you answered" })).ToHaveCountAsync(0);
        await KeyboardUser.AssertFocusedAsync(team.Cell("r1", "who"));
        await user.AssertSeenAsync();

        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var overview = team.Page.Locator("[data-part=overview]");
        await overview.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(overview).ToContainTextAsync("Answers whose question is gone");
        await Assertions.Expect(overview).ToContainTextAsync("Kept words");
        await user.StateAsync("answers whose question is gone");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_file_is_locked_with_a_passphrase_and_opened_by_whoever_has_it(int width)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("locked.workbook.json");
        await using (var visit = await site.OpenAsync(Team.Map, Screen.Of(width)))
        {
            var (team, user) = (new Team(visit), new KeyboardUser(visit));
            await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");
            await team.SavedAsync();
            await team.GoAsync(Team.Everything);
            await user.UnfoldAsync(team.Page.GetByText("Save a part", new() { Exact = true }));
            await user.TickAsync(team.Page.Locator("#keeping").GetByLabel("Our community map"));
            await user.UnfoldAsync(team.Page.GetByText("Lock the file with a passphrase"));
            var secret = team.Page.GetByLabel("Passphrase", new() { Exact = true });
            await user.FillAsync(secret, "short");
            await user.ButtonAsync("Save this part");
            await Assertions.Expect(team.Page.GetByText("Use at least 12 characters.")).ToBeVisibleAsync();
            await KeyboardUser.AssertFocusedAsync(secret);
            await Assertions.Expect(secret).ToHaveAccessibleDescriptionAsync("Without the passphrase nobody can open it, and neither can we. Use at least 12 characters.");
            await user.StateAsync("a passphrase for the file");
            await user.FillAsync(secret, Team.Passphrase);
            await user.ButtonAsync("Save this part");
            await Assertions.Expect(team.Page.GetByText("The two are not the same.")).ToBeVisibleAsync();
            await user.FillAsync(team.Page.GetByLabel("The same passphrase again"), Team.Passphrase);
            File.Copy(await user.DownloadAsync(team.Page.GetByRole(AriaRole.Button, new() { Name = "Save this part" })), file);
            Assert.DoesNotContain("Harbor", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            visit.AssertQuiet();
        }

        await using var there = await site.OpenAsync(Team.Everything, Screen.Of(width));
        var (others, other) = (new Team(there), new KeyboardUser(there));
        await other.FilesAsync(others.Page.Locator("[data-part=read-back] input[type=file]"), file);
        var passphrase = others.Page.Locator(".read__file").GetByLabel("Passphrase");
        await other.FillAsync(passphrase, "four other words here");
        await other.PressAsync("Enter");
        await Assertions.Expect(others.Page.Locator(".read__file")).ToContainTextAsync("That is not the passphrase. Nothing was changed.");
        await KeyboardUser.AssertFocusedAsync(passphrase);
        await other.StateAsync("a wrong passphrase for the file", dark: true);
        await other.TypeAsync(Team.Passphrase);
        await other.PressAsync("Enter");
        await Assertions.Expect(others.Page.GetByText("There are no answers here yet.")).ToBeFocusedAsync();
        await other.ButtonAsync("Open this workbook");
        await Assertions.Expect(others.Notice).ToContainTextAsync("1 answer was taken from the file");
        await others.SavedAsync();
        await others.GoAsync(Team.Map);
        await Assertions.Expect(others.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        there.AssertQuiet();
    }
}
