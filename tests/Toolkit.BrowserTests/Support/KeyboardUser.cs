using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// Somebody who uses the site by keyboard alone: no mouse, no clicks by script. At every stop of the Tab key the control must
/// be in view, not covered by anything that floats (WCAG 2.4.11), and show that it has the focus (2.4.7).
/// </summary>
public sealed class KeyboardUser(Visit visit)
{
    /// <summary>How often the Tab key may come round to the start of the page before a control counts as out of reach.</summary>
    private const int MostRounds = 3;

    /// <summary>How often the page is looked at until it stands still; a tenth of a second lies between.</summary>
    private const int MostLooks = 20;

    /// <summary>
    /// What is wrong with where the focus is; an empty text where all is well.
    /// </summary>
    private static readonly string Complaint = Script.Named("focus-complaint");

    /// <summary>Presses of the Tab key between two looks at where they led.</summary>
    private const int Stride = 10;

    /// <summary>
    /// All that is asked at a stop, in one go: which way the control lies, what is wrong here, whether the walk came round. What
    /// comes into the page when it comes near is met on the way. Radio buttons of one name are one stop. On the way to a control
    /// the same is asked at each stop before the next Tab goes on: where it is reached, lies behind, or something is wrong, the
    /// presses that were on their way lead nowhere.
    /// </summary>
    private static readonly string WhereAmI = Script.Named("where-am-i").Replace("COMPLAINT", Complaint, StringComparison.Ordinal);

    private static readonly string ComplaintInTheNextFrame = $"() => new Promise(done => setTimeout(() => requestAnimationFrame(() => done(({Complaint})())), 100))";

    /// <summary>What a look at the focus tells.</summary>
    private sealed record Stop
    {
        /// <summary>0 where the control is reached, 1 where it lies ahead or is not there yet, -1 where it lies behind.</summary>
        public int Way { get; init; }

        /// <summary>What is wrong with where the focus is; an empty text where all is well.</summary>
        public string Complaint { get; init; } = "";

        /// <summary>Whether the focus left the last control of the page.</summary>
        public bool CameRound { get; init; }

        /// <summary>Whether the control is in the page and shown.</summary>
        public bool IsThere { get; init; }
    }

    private ICDPSession? _keys;

    /// <summary>The tab.</summary>
    public IPage Page => visit.Page;

    /// <summary>Presses keys, one after the other.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Types where the focus is, in place of what stands there.</summary>
    public async Task TypeAsync(string text)
    {
        await PressAsync("Control+a");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes by Tab, or backwards by Shift+Tab, until the focus is on a control; fails when a stop on the way cannot be seen.</summary>
    public async Task TabToAsync(ILocator control)
    {
        var stop = await control.EvaluateAllAsync<Stop>(WhereAmI);
        for (var rounds = 0; rounds < MostRounds && stop.Way != 0; rounds += stop.CameRound ? 1 : 0)
        {
            await TabAsync(stop.Way > 0, stop.IsThere ? Stride : 1);
            stop = await control.EvaluateAllAsync<Stop>(WhereAmI);
            if (stop.Complaint.Length > 0)
            {
                await AssertSeenAsync();
                stop = await control.EvaluateAllAsync<Stop>(WhereAmI);
            }
        }

        if (stop.Way != 0)
        {
            Assert.Fail($"{control} is not reached by the Tab key");
        }
    }

    /// <summary>Presses Tab several times without a word in between: the browser works through them in order.</summary>
    private async Task TabAsync(bool forward, int times)
    {
        _keys ??= await visit.Context.NewCDPSessionAsync(Page);
        var tab = new Dictionary<string, object> { ["type"] = "rawKeyDown", ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9, ["modifiers"] = forward ? 0 : 8 };
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => _keys.SendAsync("Input.dispatchKeyEvent", tab)));
    }

    /// <summary>Fails when what has the focus cannot be seen.</summary>
    public async Task AssertSeenAsync()
    {
        // A page that is just changing under the focus may need some frames until it stands still.
        var complaint = await Page.EvaluateAsync<string>(Complaint);
        for (var look = 0; look < MostLooks && complaint.Length > 0; look++)
        {
            complaint = await Page.EvaluateAsync<string>(ComplaintInTheNextFrame);
        }

        Assert.True(complaint.Length == 0, complaint);
    }

    /// <summary>Presses a button with Enter.</summary>
    /// <param name="name">Start of its name, as it is read out.</param>
    public async Task ButtonAsync(string name, string key = "Enter") => await EnterAsync(Named(AriaRole.Button, name), key);

    /// <summary>Opens the list of partners where it is folded into the line above a tool's questions.</summary>
    public async Task OpenPartnersAsync()
    {
        if (await Page.Locator(".slim__who").CountAsync() > 0)
        {
            await UnfoldAsync(Page.Locator(".slim__who > summary"));
        }
    }

    /// <summary>Opens what leads up to a tool, with the choice where answers live.</summary>
    public async Task OpenIntroAsync()
    {
        if (await Page.Locator(".intro").CountAsync() > 0)
        {
            await UnfoldAsync(Page.Locator(".intro > summary"));
        }
    }

    /// <summary>Goes to where the name of a new partner is typed.</summary>
    public async Task AskForPartnerAsync()
    {
        await OpenPartnersAsync();
        // Where nobody is named yet, the fold asks by itself.
        if (await Page.Locator(".slim__who:not(:has(.who__pick))").CountAsync() > 0)
        {
            await Page.Locator(".slim__who input:focus").WaitForAsync();
        }
        else
        {
            await ButtonAsync("Add a partner");
        }
    }

    /// <summary>Adds a partner, who is chosen then.</summary>
    public async Task AddPartnerAsync(string name)
    {
        await AskForPartnerAsync();
        await TypeAsync(name);
        await PressAsync("Enter");
        await Page.Locator(".who [aria-current]", new() { HasText = name }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Follows a link.</summary>
    public async Task LinkAsync(string name) => await EnterAsync(Named(AriaRole.Link, name), "Enter");

    /// <summary>Goes to a control and presses a key there.</summary>
    public async Task EnterAsync(ILocator control, string key)
    {
        await TabToAsync(control);
        await PressAsync(key);
    }

    /// <summary>Ticks or unticks a box with Space.</summary>
    public async Task TickAsync(ILocator box)
    {
        await TabToAsync(box);
        var before = await box.First.IsCheckedAsync();
        await PressAsync("Space");
        await Assertions.Expect(box.First).ToBeCheckedAsync(new() { Checked = !before });
    }

    /// <summary>Opens something folded, unless it is open.</summary>
    public async Task UnfoldAsync(ILocator summary)
    {
        await TabToAsync(summary);
        if (!await summary.First.EvaluateAsync<bool>("s => s.parentElement.open"))
        {
            await PressAsync("Enter");
        }
    }

    /// <summary>Opens something that is folded where there is little room, and has nothing to press elsewhere.</summary>
    public async Task UnfoldIfFoldedAsync(ILocator summary)
    {
        if (await summary.First.IsVisibleAsync())
        {
            await UnfoldAsync(summary);
        }
    }

    /// <summary>Writes into a field, in place of what stands there.</summary>
    public async Task FillAsync(ILocator field, string text)
    {
        await TabToAsync(field);
        await TypeAsync(text);
        await Assertions.Expect(field.First).ToHaveValueAsync(text);
    }

    /// <summary>Types a day, as an American browser asks for it.</summary>
    public async Task FillDayAsync(ILocator field, DateOnly day)
    {
        await TabToAsync(field);
        await Page.Keyboard.TypeAsync(day.ToString("MMddyyyy", CultureInfo.InvariantCulture));
        await Assertions.Expect(field.First).ToHaveValueAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        // Out of the part for the year, so that the next Tab leaves the field from its end.
        await AssertSeenAsync();
    }

    /// <summary>Chooses a radio button with the arrows, as its group asks for.</summary>
    public async Task RadioAsync(ILocator radio)
    {
        await TabToAsync(radio);
        for (var step = 0; step < 12 && !await IsFocusedAsync(radio); step++)
        {
            await PressAsync("ArrowDown");
        }

        if (!await radio.First.IsCheckedAsync())
        {
            await PressAsync("Space");
        }

        await Assertions.Expect(radio.First).ToBeCheckedAsync();
        await AssertSeenAsync();
    }

    /// <summary>Chooses an option of a list with the arrows.</summary>
    public async Task OptionAsync(ILocator list, string option)
    {
        await TabToAsync(list);
        var steps = await list.First.EvaluateAsync<int>("(list, option) => [...list.options].findIndex(o => o.text === option) - list.selectedIndex", option);
        for (var step = 0; step < Math.Abs(steps); step++)
        {
            await PressAsync(steps > 0 ? "ArrowDown" : "ArrowUp");
        }

        await Assertions.Expect(list.First.Locator("option:checked")).ToHaveTextAsync(option);
    }

    /// <summary>Opens the browser's dialog for files with a key and chooses there.</summary>
    public async Task FilesAsync(ILocator control, params string[] paths)
    {
        // Whoever listens from now on is told of the dialog; asking at the moment of the press can be too late.
        Page.FileChooser += (_, _) => { };
        await TabToAsync(control);
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => PressAsync("Space"));
        await chooser.SetFilesAsync(paths);
    }

    /// <summary>Presses a button that hands over a file; the path of the file.</summary>
    public async Task<string> DownloadAsync(ILocator button, string key = "Enter")
    {
        await TabToAsync(button);
        var download = await Page.RunAndWaitForDownloadAsync(() => PressAsync(key));
        return await download.PathAsync();
    }

    /// <summary>Saves the workbook to a file that no passphrase locks: the button, and Enter where the page asks. Returns the path of the file.</summary>
    public async Task<string> SaveFileAsync(ILocator button)
    {
        await TabToAsync(button);
        var download = await Page.RunAndWaitForDownloadAsync(async () =>
        {
            await PressAsync("Enter");
            await Assertions.Expect(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeFocusedAsync();
            await PressAsync("Enter");
        });
        return await download.PathAsync();
    }

    /// <summary>Fails where the page as it is now breaks WCAG 2.2 AA, scrolls sideways, or has the focus where nobody sees it.</summary>
    public async Task StateAsync(string name, bool dark = false)
    {
        List<string> found = [.. await visit.AxeAsync()];
        if (dark)
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            found.AddRange((await visit.AxeAsync("color-contrast")).Select(f => "dark: " + f));
            await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        var over = await Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
        if (over > 0)
        {
            found.Add($"scrolls {over} pixels sideways");
        }

        Assert.True(found.Count == 0, $"{name}:\n{string.Join('\n', found)}");
        await AssertSeenAsync();
    }

    /// <summary>Whether a control has the focus.</summary>
    public static Task<bool> IsFocusedAsync(ILocator control) => control.First.EvaluateAsync<bool>("c => c === document.activeElement");

    /// <summary>Fails unless the focus is where the person expects it.</summary>
    public static Task AssertFocusedAsync(ILocator control) => Assertions.Expect(control.First).ToBeFocusedAsync();

    /// <summary>Something by its role and the start of its name.</summary>
    public ILocator Named(AriaRole role, string name) =>
        Page.GetByRole(role, new() { NameRegex = new("^" + System.Text.RegularExpressions.Regex.Escape(name)) });
}
