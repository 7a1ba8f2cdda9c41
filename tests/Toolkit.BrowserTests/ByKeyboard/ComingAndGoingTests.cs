using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.ByKeyboard;

/// <summary>Finding, reading, taking a document along, bringing it back, and leaving at once, without a mouse.</summary>
public sealed class ComingAndGoingTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_page_is_searched_for_and_a_word_is_opened_in_place(int width)
    {
        await using var visit = await site.OpenAsync("index.html", Screen.Of(width));
        var user = new KeyboardUser(visit);
        await user.PressAsync("Tab");
        await KeyboardUser.AssertFocusedAsync(user.Named(AriaRole.Link, "Skip to main content"));
        await user.AssertSeenAsync();
        await user.LinkAsync("Search");
        await visit.ArrivedAsync("search.html");
        await user.FillAsync(user.Page.GetByLabel("Search the guide and the tools"), "vettng partnrs");
        await user.Page.Locator(".hits li").First.WaitForAsync();
        await user.StateAsync("pages found", dark: true);
        await user.PressAsync("Enter");
        await KeyboardUser.AssertFocusedAsync(user.Page.Locator(".hits a"));
        await user.FillAsync(user.Page.GetByLabel("Search the guide and the tools"), "zzzzqqq");
        await Assertions.Expect(user.Page.GetByText("Nothing found for")).ToBeVisibleAsync();
        await user.StateAsync("nothing found");
        await user.FillAsync(user.Page.GetByLabel("Search the guide and the tools"), "vetting programs");
        var found = user.Page.Locator(".hits").GetByRole(AriaRole.Link, new() { Name = "Vetting programs and partners" });
        await found.First.WaitForAsync();
        await user.EnterAsync(found, "Enter");
        await visit.ArrivedAsync("guide/vetting.html");

        var term = user.Page.Locator("a.term").First;
        await user.TabToAsync(term);
        // What explains words comes with the first key.
        await Assertions.Expect(term).ToHaveAttributeAsync("aria-expanded", "false");
        await user.EnterAsync(term, "Enter");
        await Assertions.Expect(term).ToHaveAttributeAsync("aria-expanded", "true");
        await user.StateAsync("a word explained", dark: true);
        await user.PressAsync("Tab");
        await KeyboardUser.AssertFocusedAsync(user.Page.Locator(".term-note button"));
        await user.PressAsync("Escape");
        await Assertions.Expect(user.Page.Locator(".term-note")).ToHaveCountAsync(0);
        await KeyboardUser.AssertFocusedAsync(term);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Who_types_faster_than_the_search_answers_keeps_the_focus_and_sees_it(int width)
    {
        await using var visit = await site.OpenAsync("search.html", Screen.Of(width));
        var user = new KeyboardUser(visit);
        var found = user.Page.Locator("[data-search-results] [role=status]");
        await user.TabToAsync(user.Page.GetByLabel("Search the guide and the tools"));
        await user.Page.Keyboard.TypeAsync("partner");
        await user.PressAsync("Tab", "Tab", "Tab");
        await Assertions.Expect(found).ToContainTextAsync("found for “partner”");
        await user.AssertSeenAsync();
        Assert.False(await NowhereAsync());

        await user.TabToAsync(user.Page.GetByLabel("Search the guide and the tools"));
        await user.PressAsync("End");
        await user.Page.Keyboard.TypeAsync(" vetting");
        await user.TabToAsync(user.Page.Locator(".hits a").First);
        await Assertions.Expect(found).ToContainTextAsync("found for “partner vetting”");
        await user.AssertSeenAsync();
        Assert.False(await NowhereAsync());
        visit.AssertQuiet();

        Task<bool> NowhereAsync() => user.Page.EvaluateAsync<bool>("() => document.activeElement === document.body");
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_document_is_taken_along_and_its_answers_are_brought_back(int width)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync("tools/first-meeting.html", Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.AddPartnerAsync("Harbor Street Bakery");
        await user.TickAsync(team.Field("first-meeting.our-hope"));
        await user.TickAsync(team.Field("first-meeting.their-hope"));
        await team.SavedAsync();
        var file = folder.File("filled.docx");
        File.Copy(await user.DownloadAsync(team.Page.Locator("[data-fill=docx]")), file);
        await user.StateAsync("taken along");
        await user.EnterAsync(team.Field("first-meeting.our-hope"), "Space");
        await team.SavedAsync();

        await user.FilesAsync(team.Page.Locator("[data-part=read-back] input[type=file]"), file);
        await team.Page.Locator(".differences").WaitForAsync();
        await user.StateAsync("what differs", dark: true);
        await user.ButtonAsync("Choose none");
        await user.TickAsync(team.Page.Locator(".differences input[type=checkbox]"));
        await user.ButtonAsync("Take 1 answer", "Space");
        await Assertions.Expect(team.Field("first-meeting.our-hope")).ToBeCheckedAsync();
        await user.AssertSeenAsync();
        await user.StateAsync("brought back");
        await user.ButtonAsync("Undo");
        await Assertions.Expect(team.Field("first-meeting.our-hope")).Not.ToBeCheckedAsync();
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_exit_is_the_first_button_and_leaves_nothing_behind(int width)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.FillAsync(team.Cell("r1", "who"), "Canary words");
        await team.SavedAsync();
        // The test reaches no other site: this one stands for it.
        await visit.Context.RouteAsync(url => !url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal), route =>
            route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Weather</title>" }));
        await user.EnterAsync(team.Page.Locator(".keeper a[data-part=exit]"), "Enter");
        await visit.LeftAsync();
        await visit.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");

        await team.Page.ReloadAsync();
        await visit.StartedAsync();
        await user.PressAsync("Tab", "Tab");
        await KeyboardUser.AssertFocusedAsync(user.Named(AriaRole.Link, "Exit this page quickly"));
        await user.AssertSeenAsync();
        await user.PressAsync("Enter");
        await visit.LeftAsync();
    }
}
