using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.ByKeyboard;

/// <summary>What few people ever see: a browser that keeps nothing, a full one, answers that cannot be opened. Without a mouse.</summary>
public sealed class TroubleTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Where_nothing_can_be_kept_the_bar_says_so_and_offers_the_file_and_leaving_warns(int width)
    {
        await using var visit = await site.OpenAsync("about.html", Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await visit.Context.AddInitScriptAsync("""
            for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
              Object.defineProperty(window, name, { get () { throw new DOMException('blocked', 'SecurityError') } })
            """);
        await team.GoAsync(Team.Map);
        await user.FillAsync(team.Cell("r1", "who"), "City Legal Aid");
        await Assertions.Expect(team.Status).ToContainTextAsync("does not let us keep anything. Save a file before you leave.");
        await user.StateAsync("nothing can be kept", dark: true);
        Assert.Contains("City Legal Aid", await File.ReadAllTextAsync(await user.SaveFileAsync(team.Page.Locator("[data-keeper-save]")), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // The next page of the guide would know nothing of it.
        await user.TabToAsync(user.Named(AriaRole.Link, "My workbook"));
        await AssertWarnsAsync(team.Page, () => user.PressAsync("Enter"));
        Assert.EndsWith(Team.Map, team.Page.Url, StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_browser_that_keeps_nothing_on_the_computer_and_one_without_room_say_so(int width)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        // As in the private windows of some browsers.
        await team.Page.EvaluateAsync("() => { IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError') } }");
        await user.OpenIntroAsync();
        await user.UnfoldAsync(team.Page.GetByText("Choose where to keep them"));
        var computer = team.Page.GetByLabel("On this computer");
        await user.TabToAsync(team.Page.GetByLabel("In this tab only"));
        await user.PressAsync("ArrowDown");
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This browser keeps no answers on the computer. Save a file instead.");
        await Assertions.Expect(team.Status).ToContainTextAsync("this tab only");
        await Assertions.Expect(team.Page.GetByLabel("In this tab only")).ToBeCheckedAsync();
        await user.StateAsync("refused by the browser");

        await team.GoAsync(Team.Map);
        await user.OpenIntroAsync();
        await user.UnfoldAsync(team.Page.GetByText("Choose where to keep them"));
        await user.RadioAsync(computer);
        await Assertions.Expect(team.Status).ToContainTextAsync("this computer");
        await user.FillAsync(team.Cell("r1", "who"), "Kept before");
        await team.SavedAsync();
        await team.LeaveNoRoomAsync();
        await user.FillAsync(team.Cell("r2", "who"), "No room for this");
        await Assertions.Expect(team.Status).ToContainTextAsync("no more room in this browser. Save a file before you leave.");
        await user.StateAsync("no more room", dark: true);
        var file = await File.ReadAllTextAsync(await user.SaveFileAsync(team.Page.Locator("[data-keeper-save]")), TestContext.Current.CancellationToken);
        Assert.Contains("Kept before", file, StringComparison.Ordinal);
        Assert.Contains("No room for this", file, StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task What_is_in_no_file_yet_is_counted_and_only_leaving_the_guide_warns(int width)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.OpenIntroAsync();
        await user.UnfoldAsync(team.Page.GetByText("Choose where to keep them"));
        await user.RadioAsync(team.Page.GetByLabel("In a file that I keep"));
        await user.FillAsync(team.Cell("r1", "who"), "A");
        await Assertions.Expect(team.Status).ToContainTextAsync("1 change not in your file yet");
        await user.StateAsync("not in the file yet", dark: true);

        // Another page of the guide has it too.
        await user.LinkAsync("My workbook");
        await visit.ArrivedAsync(Team.Everything);
        await Assertions.Expect(team.Status).ToContainTextAsync("1 change not in your file yet");
        await AssertWarnsAsync(team.Page, () => team.Page.EvaluateAsync("() => { setTimeout(() => { location.href = 'https://example.org/' }) }"));
        await user.SaveFileAsync(team.Page.Locator("#keeping").GetByRole(AriaRole.Button, new() { Name = "Save a file" }));
        await Assertions.Expect(team.Status).Not.ToContainTextAsync("not in your file");
        await Assertions.Expect(team.Notice).ToContainTextAsync("Whoever has it can read it");
        await user.AssertSeenAsync();

        // Whoever has to go at once is not held up.
        await team.GoAsync(Team.Map);
        await user.FillAsync(team.Cell("r1", "who"), "B");
        await Assertions.Expect(team.Status).ToContainTextAsync("1 change not in your file yet");
        await visit.Context.RouteAsync(url => !url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal), route =>
            route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Weather</title>" }));
        var warned = false;
        team.Page.Dialog += (_, dialog) =>
        {
            warned = true;
            _ = dialog.AcceptAsync();
        };
        await user.PressAsync("Shift", "Shift", "Shift");
        await visit.LeftAsync();
        Assert.False(warned);
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Answers_that_cannot_be_opened_are_not_touched_until_somebody_erases_them(int width)
    {
        await using var visit = await site.OpenAsync(Team.Everything, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await team.KeepOnThisComputerAsync(Team.Map);
        await user.FillAsync(team.Cell("r1", "who"), "Kept before");
        await team.SavedAsync();
        const string Bytes = """
            async change => {
              const result = request => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error) })
              const database = await result(indexedDB.open((await indexedDB.databases()).find(d => d.name.startsWith('toolkit ')).name))
              const store = database.transaction('workbook', 'readwrite').objectStore('workbook')
              const whole = await result(store.get('whole'))
              if (change) await result(store.put(whole.map(byte => byte ^ 1), 'whole'))
              database.close()
              return whole.join()
            }
            """;
        await team.Page.EvaluateAsync<string>(Bytes, true);
        var before = await team.Page.EvaluateAsync<string>(Bytes, false);

        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Status).ToContainTextAsync("Answers are kept here that this page cannot open. They are not touched.");
        await user.FillAsync(team.Cell("r2", "who"), "Typed now");
        await user.StateAsync("answers that cannot be opened", dark: true);
        Assert.Contains("Typed now", await File.ReadAllTextAsync(await user.SaveFileAsync(team.Page.Locator("[data-keeper-save]")), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(before, await team.Page.EvaluateAsync<string>(Bytes, false));

        await team.GoAsync(Team.Everything);
        await user.EnterAsync(team.Page.Locator("#keeping").GetByRole(AriaRole.Button, new() { Name = "Erase everything" }), "Enter");
        await user.EnterAsync(team.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }), "Enter");
        await Assertions.Expect(team.Status).Not.ToContainTextAsync("cannot open");
        await team.GoAsync(Team.Map);
        await user.FillAsync(team.Cell("r1", "who"), "Begun anew");
        await team.ReloadAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Begun anew");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Where_the_browser_refuses_to_erase_to_lock_or_to_unlock_it_is_said_and_all_stays(int width)
    {
        await using var visit = await site.OpenAsync(Team.Everything, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await team.KeepInMapAsync("City Legal Aid");
        await team.GoAsync(Team.Everything);
        await user.UnfoldAsync(team.Page.GetByText("Erase a part"));
        await user.OptionAsync(team.Page.GetByLabel("What to erase"), "Erase the answers of Our community map");
        await team.LeaveNoRoomOnceAsync();
        await user.ButtonAsync("Erase this");
        await Assertions.Expect(team.Notice).ToContainTextAsync("did not let us erase that");
        await user.StateAsync("not erased", dark: true);

        await user.UnfoldAsync(team.Page.GetByText("Lock with a passphrase"));
        await user.FillAsync(team.Page.GetByLabel("Passphrase", new() { Exact = true }), Team.Passphrase);
        await user.FillAsync(team.Page.GetByLabel("The same passphrase again"), Team.Passphrase);
        await team.LeaveNoRoomOnceAsync();
        await user.PressAsync("Enter");
        await Assertions.Expect(team.Notice).ToContainTextAsync("could not write that");
        await user.StateAsync("no passphrase set");
        await user.TabToAsync(team.Page.GetByLabel("The same passphrase again"));
        await user.PressAsync("Enter");
        await team.LockNowButton.WaitForAsync();

        await team.LeaveNoRoomOnceAsync();
        await user.ButtonAsync("Take the passphrase away");
        await Assertions.Expect(team.Notice).ToContainTextAsync("could not write that");
        await user.StateAsync("the passphrase stays");
        await team.GoAsync(Team.Map);
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("City Legal Aid");

        await team.GoAsync(Team.Everything);
        await team.LeaveNoRoomAsync();
        await user.ButtonAsync("Add a step of your own");
        await user.TypeAsync("No room for this");
        await user.EnterAsync(team.LockNowButton, "Enter");
        await Assertions.Expect(team.Notice).ToContainTextAsync("locking would lose it. Save a file first");
        await user.StateAsync("not locked", dark: true);
        Assert.Contains("No room for this", await File.ReadAllTextAsync(await user.SaveFileAsync(team.Page.Locator("[data-keeper-save]")), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Answers_that_contradict_those_on_the_computer_wait_for_somebody_to_choose_one_by_one(int width)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        var other = await team.InAnotherTabAsync(Team.Map);
        await user.FillAsync(team.Cell("r1", "who"), "Two Rivers College");
        await other.KeepInMapAsync("Harbor Street Bakery");

        await team.Page.BringToFrontAsync();
        await user.OpenIntroAsync();
        await user.UnfoldAsync(team.Page.GetByText("Choose where to keep them"));
        await user.TabToAsync(team.Page.GetByLabel("In this tab only"));
        await user.PressAsync("ArrowDown");
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Other answers are on this computer already");
        await Assertions.Expect(team.Page.GetByLabel("In this tab only")).ToBeCheckedAsync();
        await user.StateAsync("other answers are there", dark: true);

        // As the page says.
        await team.GoAsync(Team.Everything);
        var file = folder.File("mine.workbook.json");
        File.Copy(await user.SaveFileAsync(team.Page.Locator("#keeping").GetByRole(AriaRole.Button, new() { Name = "Save a file" })), file);
        var anew = await team.InAnotherTabAsync(Team.Everything);
        await anew.ChooseFilesAsync(file);
        var differences = anew.Page.Locator(".differences tbody tr");
        await Assertions.Expect(differences).ToHaveCountAsync(1);
        await Assertions.Expect(differences).ToContainTextAsync("Two Rivers College");
        await Assertions.Expect(differences).ToContainTextAsync("Harbor Street Bakery");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task What_another_tab_did_with_all_answers_is_said(int width)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await team.KeepInMapAsync("City Legal Aid");
        var other = await team.InAnotherTabAsync(Team.Map);
        await other.GoAsync(Team.Everything);
        await other.Page.Locator("#keeping").GetByRole(AriaRole.Button, new() { Name = "Erase everything" }).ClickSteadyAsync();
        await other.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickSteadyAsync();

        await Assertions.Expect(team.Notice).ToContainTextAsync("Another tab erased all answers.");
        await Assertions.Expect(team.Status).ToContainTextAsync("nothing to save yet");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await team.Page.BringToFrontAsync();
        await user.StateAsync("erased by another tab", dark: true);
        await user.ButtonAsync("Close");

        await user.FillAsync(team.Cell("r1", "who"), "Begun anew");
        await team.SavedAsync();
        await other.GoAsync(Team.Everything);
        await other.Page.GetByRole(AriaRole.Radio, new() { Name = "In this tab only" }).CheckSteadyAsync();
        await Assertions.Expect(team.Notice).ToContainTextAsync("Another tab took all answers off this computer.");
        await Assertions.Expect(team.Status).ToContainTextAsync("this tab only");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("");
        await team.Page.BringToFrontAsync();
        await user.StateAsync("taken off by another tab");
        visit.AssertQuiet();
    }

    /// <summary>Fails where the browser does not ask whether to leave; the person stays.</summary>
    private static async Task AssertWarnsAsync(IPage page, Func<Task> leave)
    {
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stay(object? sender, IDialog dialog)
        {
            _ = dialog.DismissAsync();
            asked.TrySetResult(dialog.Type);
        }

        page.Dialog += Stay;
        await leave();
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience), TestContext.Current.CancellationToken));
        page.Dialog -= Stay;
    }
}
