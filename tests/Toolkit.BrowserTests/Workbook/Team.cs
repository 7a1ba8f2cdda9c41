using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What a team does with its workbook in one tab, in words of the page.</summary>
public sealed class Team(Visit visit, IPage page)
{
    /// <summary>A team in the first tab of a visit.</summary>
    public Team(Visit visit)
        : this(visit, visit.Page)
    {
    }

    /// <summary>The assessment that is answered once per partner.</summary>
    public const string Vetting = "tools/partner-vetting.html";

    /// <summary>A worksheet with a table that grows.</summary>
    public const string Map = "tools/community-map.html";

    /// <summary>The page with everything.</summary>
    public const string Everything = "workbook.html";

    /// <summary>The table of organizations in the community map.</summary>
    public const string Organizations = "community-map.organizations";

    /// <summary>The tab.</summary>
    public IPage Page => page;

    /// <summary>The line that says where answers are.</summary>
    public ILocator Status => Page.Locator("[data-keeper-status]");

    /// <summary>The place that says what was just done.</summary>
    public ILocator Notice => Page.Locator(".notice:not([hidden])");

    /// <summary>Goes to a page and waits until its parts have started.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(visit.AddressOf(path));
        await StartedAsync();
    }

    /// <summary>Where the views of colleagues stand together, on the page of all tools.</summary>
    public async Task<ILocator> TogetherAsync()
    {
        var together = Page.Locator("#workbook-together");
        await together.ScrollIntoViewIfNeededAsync();
        await together.GetByLabel("Open files of colleagues").WaitForAsync();
        return together;
    }

    /// <summary>The same team in another tab of the same browser, at a page whose parts have started.</summary>
    public async Task<Team> InAnotherTabAsync(string path)
    {
        var other = new Team(visit, await visit.Context.NewPageAsync());
        await other.GoAsync(path);
        return other;
    }

    /// <summary>Loads the page again.</summary>
    public async Task ReloadAsync()
    {
        await SavedAsync();
        await Page.ReloadAsync();
        await StartedAsync();
    }

    /// <summary>Ends when the parts of the page have started.</summary>
    public Task StartedAsync() => Visit.StartedAsync(Page);

    /// <summary>Ends when everything typed is written.</summary>
    public Task SavedAsync() => Page.Locator("html:not([data-unwritten]) [data-keeper-status] .keeper__dot--kept").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Opens the list of partners where it is folded into the line above a tool's questions.</summary>
    public Task OpenPartnersAsync() => UnfoldAsync(".slim__who");

    /// <summary>Opens what leads up to a tool, with the choice where answers live.</summary>
    public Task OpenIntroAsync() => UnfoldAsync(".intro");

    /// <summary>A tool of My workbook with what opens it.</summary>
    public ILocator FoldOf(string instrument) => Page.Locator("details.fold", new() { Has = Page.Locator($"#{instrument}") });

    /// <summary>Opens a tool of My workbook, which starts then.</summary>
    public async Task OpenToolAsync(string instrument)
    {
        if (await FoldOf(instrument).GetAttributeAsync("open") is null)
        {
            await FoldOf(instrument).Locator("> summary").ClickSteadyAsync();
        }

        await Page.Locator($"details.fold[open]:not(:has([aria-busy=true])) #{instrument}").WaitForAsync();
    }

    private async Task UnfoldAsync(string fold)
    {
        var closed = Page.Locator($"{fold}:not([open]) > summary");
        if (await closed.CountAsync() > 0)
        {
            await closed.ClickSteadyAsync();
            await Page.Locator($"{fold}[open]").WaitForAsync();
        }
    }

    /// <summary>Adds a partner by keyboard alone.</summary>
    public async Task AddPartnerAsync(string name)
    {
        await OpenPartnersAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add a partner" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.TypeAsync(name);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator(".who [aria-current]", new() { HasText = name }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Adds a step to the plan on the workbook page.</summary>
    public async Task AddStepAsync(string what)
    {
        await BringIntoViewAsync("[data-part=plan]", "button");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add a step" }).ClickSteadyAsync();
        await Page.Keyboard.TypeAsync(what);
    }

    /// <summary>The radio buttons of one question.</summary>
    public ILocator Option(string field, string option) => Page.Locator($"input[name=\"{field}\"][value=\"{option}\"]");

    /// <summary>The control of a field.</summary>
    public ILocator Field(string id) => Page.Locator($"[name=\"{id}\"]");

    /// <summary>The cell of a row of the community map.</summary>
    public ILocator Cell(string row, string column) => Field($"{Organizations}.{row}.{column}");

    /// <summary>Ends when what helps with many rows stands above the table: what is pressed below it moves no more.</summary>
    public Task TendedAsync() => Page.Locator(".tend .sift").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>What opens the columns that a row of the community map shows on demand.</summary>
    public ILocator MoreOf(string row) => Page.Locator($"[data-table=\"{Organizations}\"] tr[data-row={row}] .rest summary");

    /// <summary>A cell that its row shows on demand, in sight.</summary>
    public async Task<ILocator> OpenCellAsync(string row, string column)
    {
        await MoreOf(row).EvaluateAsync("summary => { summary.parentElement.open = true }");
        return Cell(row, column);
    }

    /// <summary>What opens the lock in these tests.</summary>
    public const string Passphrase = "four plain words here";

    /// <summary>Keeps answers on this computer, and goes to a page.</summary>
    public async Task KeepOnThisComputerAsync(string path)
    {
        await KeepOnThisComputerAsync();
        await GoAsync(path);
    }

    /// <summary>Keeps answers on this computer, and writes into the first row of the community map.</summary>
    public async Task KeepInMapAsync(string who)
    {
        await KeepOnThisComputerAsync(Map);
        await Cell("r1", "who").FillAsync(who);
        await SavedAsync();
    }

    /// <summary>Keeps answers in a file from now on.</summary>
    public async Task KeepInFileAsync()
    {
        await GoAsync(Everything);
        await Page.GetByRole(AriaRole.Radio, new() { Name = "In a file" }).CheckSteadyAsync();
        await Status.Filter(new() { HasText = "a file" }).WaitForAsync();
    }

    /// <summary>Protects what is on this computer with <see cref="Passphrase"/>; it stays open.</summary>
    public async Task SetPassphraseAsync()
    {
        await GoAsync(Everything);
        await LockWithAsync(Passphrase);
        await LockNowButton.WaitForAsync();
    }

    /// <summary>Asks for a lock on the workbook page.</summary>
    public async Task LockWithAsync(string passphrase)
    {
        await Page.GetByText("Lock with a passphrase").ClickSteadyAsync();
        await Page.GetByLabel("Passphrase", new() { Exact = true }).FillAsync(passphrase);
        await Page.GetByLabel("The same passphrase again").FillAsync(passphrase);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Set the passphrase" }).ClickSteadyAsync();
    }

    /// <summary>Types a passphrase where answers are locked.</summary>
    public async Task UnlockAsync(string passphrase)
    {
        await GoAsync(Everything);
        await Page.GetByLabel("Passphrase", new() { Exact = true }).FillAsync(passphrase);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Closes the lock; there while it is open.</summary>
    public ILocator LockNowButton => Page.GetByRole(AriaRole.Button, new() { Name = "Lock now" });

    /// <summary>Erases a part on the workbook page: <c>partner ID</c> or <c>tool ID</c>.</summary>
    public async Task EraseAsync(string what)
    {
        await Page.GetByText("Erase a part", new() { Exact = true }).ClickSteadyAsync();
        await Page.GetByLabel("What to erase").SelectOptionAsync(what);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Erase this" }).ClickSteadyAsync();
        await Notice.Filter(new() { HasText = "erased" }).WaitForAsync();
    }

    /// <summary>Leaves no room in the browser for a whole workbook, once. As browsers do it: the transaction is given up, and says why.</summary>
    public Task LeaveNoRoomOnceAsync() => Page.EvaluateAsync(Script.Named("no-room-once"));

    /// <summary>Leaves no room in the browser for anything.</summary>
    public Task LeaveNoRoomAsync() => Page.EvaluateAsync(Script.Named("no-room"));

    /// <summary>What lies on this computer for the site, opened with the key beside it.</summary>
    public Task<string> KeptAsync() => Page.EvaluateAsync<string>(Script.Named("kept-here"));

    /// <summary>The workbook as it is saved to a file.</summary>
    public async Task<string> FileAsync()
    {
        var download = await SaveFileAsync();
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    /// <summary>Saves the workbook to a file that no passphrase locks, by the bar.</summary>
    public Task<IDownload> SaveFileAsync() => Page.RunAndWaitForDownloadAsync(async () =>
    {
        await Page.Locator("[data-keeper-save]").ClickSteadyAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickSteadyAsync();
    });

    /// <summary>Keeps answers on this computer from now on.</summary>
    public async Task KeepOnThisComputerAsync()
    {
        await GoAsync(Everything);
        await Page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).CheckSteadyAsync();
        await Status.Filter(new() { HasText = "this computer" }).WaitForAsync();
    }

    /// <summary>Downloads the page's document with answers; returns the path of the file.</summary>
    public async Task<string> DownloadAsync(string format, string folder)
    {
        await BringIntoViewAsync("[data-part=downloads]", "[data-fill]");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.Locator($"[data-fill={format}]").ClickSteadyAsync());
        var path = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }

    /// <summary>Hands files to the page as if they were chosen.</summary>
    public async Task ChooseFilesAsync(params string[] paths)
    {
        await BringIntoViewAsync("[data-part=read-back]", "input");
        await Page.Locator("[data-part=read-back] input[type=file]").SetInputFilesAsync(paths);
        await Page.Locator(".read__file").First.WaitForAsync();
    }

    /// <summary>
    /// Scrolls to a part that starts when it is seen. What is out of view has no more than a guess of its height, so that the
    /// page can move once more when it is laid out.
    /// </summary>
    /// <param name="part">The part.</param>
    /// <param name="started">What is in it once it has started.</param>
    public async Task BringIntoViewAsync(string part, string started) => await Page.WaitForFunctionAsync(
        """
        ([part, started]) => {
          const found = document.querySelector(part)
          if (found?.querySelector(started)) return true
          found?.scrollIntoView({ block: 'center' })
          return false
        }
        """,
        new[] { part, started });

    /// <summary>Erases everything, and confirms.</summary>
    public async Task EraseEverythingAsync()
    {
        await Page.Locator("[data-keeper-erase]").ClickSteadyAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickSteadyAsync();
        await Notice.Filter(new() { HasText = "erased" }).WaitForAsync();
    }
}
