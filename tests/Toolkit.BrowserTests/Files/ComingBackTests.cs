using System.Text;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>Files that come back: recognized, compared item by item, taken or left, and never trusted.</summary>
public sealed class ComingBackTests(GuideSite site)
{
    private const string Expectations = "tools/expectations.html";
    private const string Table = "expectations.give-and-take";

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task Several_files_are_dropped_at_once_and_each_says_what_it_is(int width, bool dark)
    {
        using var folder = new TemporaryFolder();
        var files = await FilesOfATeamAsync(folder);
        await File.WriteAllTextAsync(folder.File("letter.txt"), "Dear all", TestContext.Current.CancellationToken);
        File.Copy(files[0], folder.File("no ending"));

        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { Width = width, Dark = dark });
        var team = new Team(visit);
        await DropAsync(team, [.. files, folder.File("letter.txt"), folder.File("no ending")]);

        var read = team.Page.Locator(".read__file");
        await Assertions.Expect(read).ToHaveCountAsync(5);
        await Assertions.Expect(read.Nth(0)).ToContainTextAsync("Word file: What each side expects. Made from the guide of");
        await Assertions.Expect(read.Nth(0)).ToContainTextAsync("The file says “Harbor Street Bakery”");
        await Assertions.Expect(read.Nth(1)).ToContainTextAsync("PDF: Where do we stand?");
        await Assertions.Expect(read.Nth(1).Locator(".differences tbody tr")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(read.Nth(2)).ToContainTextAsync("Workbook file");
        await Assertions.Expect(read.Nth(3)).ToContainTextAsync("This is no Word file (.docx), PDF or workbook file of this site. Nothing was changed.");
        await Assertions.Expect(read.Nth(4)).ToContainTextAsync("Word file: What each side expects");
        Assert.Empty(await visit.AxeAsync());
        Assert.Equal(0, await team.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"));

        // Nothing is taken before somebody says so; then the partner is asked for and known.
        await read.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickSteadyAsync();
        await Assertions.Expect(read.Nth(0)).ToContainTextAsync("About Harbor Street Bakery.");
        await read.Nth(0).GetByRole(AriaRole.Button, new() { NameRegex = new("^Take [0-9]+ answers?$") }).ClickSteadyAsync();
        await team.Notice.WaitForAsync();
        await team.SavedAsync();
        await team.GoAsync(Expectations);
        await Assertions.Expect(team.Field($"{Table}.r1.ours")).ToHaveValueAsync("Two hours a week");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task Conflicts_strange_answers_reworded_and_missing_questions_are_shown_and_left_to_the_person()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Expectations);
        var team = await AgreedAsync(visit);
        foreach (var (cell, text) in new[] { ("r1.what", "Time"), ("r1.theirs", "A contact person"), ("r2.what", "Money"), ("r2.by", "2026-03-14"), ("r3.what", "Space"), ("r3.ours", "A room") })
        {
            await team.Field($"{Table}.{cell}").FillAsync(text);
        }

        var file = await team.DownloadAsync("docx", folder.Path);
        EditedWord.Type(file, ($"{Table}.r1.ours", "Four hours a week"), ($"{Table}.r1.theirs", "Two people"), ($"{Table}.r2.by", "some day soon"), ($"{Table}.r3.ours", "A room and a key"));
        EditedWord.Delete(file, $"{Table}.r2.what");
        EditedWord.Metadata(file, ("\"guide\":\"[^\"]+\"", "\"guide\":\"2025-03\""), ("(\"expectations\\.give-and-take\\.theirs\":\")[0-9a-f]{8}", "${1}00000000"));
        await team.Field($"{Table}.r1.ours").FillAsync("Three hours a week");
        await team.Field($"{Table}.r3.what").FillAsync("Space, changed here");

        await team.ChooseFilesAsync(file);
        var read = team.Page.Locator(".read__file");
        await Assertions.Expect(read).ToContainTextAsync("this is the guide of");
        await Assertions.Expect(read).ToContainTextAsync("About Harbor Street Bakery.");
        await RowAsync("row 1: We give", ["Four hours a week", "Three hours a week"], "Changed in both: please decide", taken: false);
        await Assertions.Expect(Row("row 1: We give")).ToContainTextAsync("When the file was made: Two hours a week");
        await RowAsync("row 1: The partner gives", ["Two people", "A contact person"], "Changed in the file", taken: true);
        await Assertions.Expect(Row("row 1: The partner gives")).ToContainTextAsync("The question was reworded since.");
        await RowAsync("row 3: What", ["Space", "Space, changed here"], "Changed here since", taken: false);
        await Assertions.Expect(read.GetByText("When the file was made")).ToHaveCountAsync(1);
        await Assertions.Expect(read).ToContainTextAsync("“some day soon” is not a day that we can read, so it was not taken");
        await RowAsync("row 2: What", ["empty", "Money"], "Emptied in the file", taken: false);
        Assert.Empty(await visit.AxeAsync());

        // None.
        await read.GetByRole(AriaRole.Button, new() { Name = "Choose none" }).ClickSteadyAsync();
        await read.GetByRole(AriaRole.Button, new() { Name = "Take none" }).ClickSteadyAsync();
        await Assertions.Expect(read).ToContainTextAsync("Nothing was changed.");
        await Assertions.Expect(team.Field($"{Table}.r1.theirs")).ToHaveValueAsync("A contact person");

        // Some, and back.
        await team.ChooseFilesAsync(file);
        await Row("row 1: We give").Locator("input").CheckSteadyAsync();
        await Row("row 1: The partner gives").Locator("input").UncheckSteadyAsync();
        await read.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take [0-9]+ answers?$") }).ClickSteadyAsync();
        await Assertions.Expect(team.Field($"{Table}.r1.ours")).ToHaveValueAsync("Four hours a week");
        await Assertions.Expect(team.Field($"{Table}.r1.theirs")).ToHaveValueAsync("A contact person");
        await Assertions.Expect(team.Field($"{Table}.r3.ours")).ToHaveValueAsync("A room and a key");
        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(team.Field($"{Table}.r1.ours")).ToHaveValueAsync("Three hours a week");
        await Assertions.Expect(team.Field($"{Table}.r3.ours")).ToHaveValueAsync("A room");

        // All.
        await team.ChooseFilesAsync(file);
        await read.GetByRole(AriaRole.Button, new() { Name = "Choose all" }).ClickSteadyAsync();
        await read.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take [0-9]+ answers$") }).ClickSteadyAsync();
        await Assertions.Expect(team.Field($"{Table}.r1.theirs")).ToHaveValueAsync("Two people");
        await Assertions.Expect(team.Field($"{Table}.r3.what")).ToHaveValueAsync("Space");
        await Assertions.Expect(team.Field($"{Table}.r2.what")).ToHaveValueAsync("");
        await Assertions.Expect(team.Field($"{Table}.r2.by")).ToHaveValueAsync("2026-03-14");
        visit.AssertQuiet();

        ILocator Row(string label) => read.Locator(".differences tbody tr", new() { HasText = label });

        async Task RowAsync(string label, string[] cells, string kind, bool taken)
        {
            await Assertions.Expect(Row(label).Locator("td.answer")).ToHaveTextAsync(cells);
            await Assertions.Expect(Row(label).Locator(".tag")).ToHaveTextAsync(kind);
            await Assertions.Expect(Row(label).Locator("input")).ToBeCheckedAsync(new() { Checked = taken });
        }
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task Of_very_many_differences_the_first_are_shown_at_once_and_all_are_taken()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await Answers.FillAsync(team.Page, "community-map");
        var given = await Answers.HeldAsync(team.Page);
        var file = await team.DownloadAsync("docx", folder.Path);
        await team.EraseEverythingAsync();

        // Somebody who takes everything in the very moment in which the first answers are shown.
        await team.Page.EvaluateAsync(
            """
            () => {
              new MutationObserver((_, watch) => {
                const rows = document.querySelectorAll('.differences tbody tr').length
                if (rows === 0) return
                watch.disconnect()
                window.shown = rows
                const press = name => [...document.querySelectorAll('.read button')].find(button => button.textContent.startsWith(name)).click()
                press('Choose all')
                press('Take ')
              }).observe(document, { childList: true, subtree: true })
            }
            """);
        await team.ChooseFilesAsync(file);
        await Assertions.Expect(team.Page.Locator(".read__file")).ToContainTextAsync($"{given.Count} answers were taken from the file.");
        Assert.InRange(await team.Page.EvaluateAsync<int>("shown"), 1, given.Count - 1);
        Assert.Equal(given, await Answers.HeldAsync(team.Page));

        // Who waits sees them all.
        await team.EraseEverythingAsync();
        await team.ChooseFilesAsync(file);
        await Assertions.Expect(team.Page.Locator(".differences tbody input:checked")).ToHaveCountAsync(given.Count);
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Button, new() { Name = $"Take {given.Count} answers" })).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task Reading_a_huge_file_leaves_the_page_alive_and_can_be_stopped()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Expectations);
        var team = await AgreedAsync(visit);
        var file = await team.DownloadAsync("docx", folder.Path);
        EditedWord.Lengthen(file, 200_000);
        await team.Page.EvaluateAsync(
            """
            () => {
              window.beats = 0
              document.querySelector('[data-part=read-back] input[type=file]').addEventListener('change', () => {
                window.beat = setInterval(() => { window.beats++ }, 10)
              })
            }
            """);

        await team.Page.Locator("[data-part=read-back] input[type=file]").SetInputFilesAsync(file);
        await team.Page.GetByText("Reading expectations").WaitForAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickSteadyAsync();

        await Assertions.Expect(team.Page.Locator(".read__file [role=alert]")).ToHaveTextAsync("Reading was stopped. Nothing was changed.");
        // A page that freezes hears neither this nor the press.
        Assert.InRange(await team.Page.EvaluateAsync<int>("() => { clearInterval(window.beat); return window.beats }"), 5, int.MaxValue);
        await Assertions.Expect(team.Field($"{Table}.r1.ours")).ToHaveValueAsync("Two hours a week");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Locked_flattened_old_empty_and_damaged_files_are_refused_each_in_its_own_words()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Expectations);
        var team = await AgreedAsync(visit);
        var pdf = await team.DownloadAsync("pdf", folder.Path);
        var docx = await team.DownloadAsync("docx", folder.Path);
        await Programs.Run(Programs.Need("qpdf"), ["--encrypt", "one", "two", "256", "--", pdf, folder.File("locked.pdf")]);
        await Programs.Run(Programs.Need("pdftk"), [pdf, "output", folder.File("flat.pdf"), "flatten"]);
        byte[] old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[504]];
        await WriteAsync("locked.docx", [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")]);
        await WriteAsync("old.doc", old);
        await WriteAsync("empty.docx", []);
        await WriteAsync("saved.doc", [.. "{\\rtf1 Two hours}"u8]);
        await WriteAsync("photo.png", [0x89, .. "PNG"u8]);
        using (var zip = System.IO.Compression.ZipFile.Open(folder.File("zipped.zip"), System.IO.Compression.ZipArchiveMode.Create))
        {
            System.IO.Compression.ZipFileExtensions.CreateEntryFromFile(zip, docx, "expectations.docx");
        }

        using (var odt = System.IO.Compression.ZipFile.Open(folder.File("plan.odt"), System.IO.Compression.ZipArchiveMode.Create))
        {
            odt.CreateEntry("content.xml");
        }

        await Programs.Run(Programs.Need("pdftocairo"), ["-pdf", pdf, folder.File("printed.pdf")]);
        await WriteAsync("half.docx", (await File.ReadAllBytesAsync(docx, TestContext.Current.CancellationToken))[..4000]);

        foreach (var (file, says) in new[]
        {
            ("locked.pdf", "locked with a password"), ("locked.docx", "locked with a password"), ("old.doc", "old Word file (.doc)"),
            ("empty.docx", "This file is empty"), ("half.docx", "damaged"), ("flat.pdf", "The file has no fields any more"),
            ("saved.doc", "This is no Word file (.docx), PDF or workbook file"), ("photo.png", "This is a picture"), ("zipped.zip", "This is a zip folder"),
            ("plan.odt", "This is an OpenDocument file"), ("printed.pdf", "the program that saved or printed it took out what this page reads"),
        })
        {
            await team.ChooseFilesAsync(folder.File(file));
            await Assertions.Expect(team.Page.Locator(".read__file [role=alert]")).ToContainTextAsync(says);
            await Assertions.Expect(team.Page.Locator(".read__file [role=alert]")).ToContainTextAsync("Nothing was changed.");
            await Assertions.Expect(team.Field($"{Table}.r1.ours")).ToHaveValueAsync("Two hours a week");
        }

        visit.AssertQuiet();

        Task WriteAsync(string name, byte[] bytes) => File.WriteAllBytesAsync(folder.File(name), bytes, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_PDF_with_too_few_rows_says_so_and_the_Word_file_has_them_all()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.StartedAsync();
        for (var row = 1; row <= 9; row++)
        {
            if (await team.Cell($"r{row}", "who").CountAsync() == 0)
            {
                await team.Page.Locator("[data-add-row]").First.ClickSteadyAsync();
            }

            await team.Cell($"r{row}", "who").FillAsync($"Organization {row}");
        }

        await team.SavedAsync();
        await team.DownloadAsync("pdf", folder.Path);
        await Assertions.Expect(team.Page.Locator("[data-part=downloads]")).ToContainTextAsync("The PDF has no row left for 3 of your rows. They stand on pages at the end, to read.");
        var word = await team.DownloadAsync("docx", folder.Path);
        await team.EraseEverythingAsync();

        await team.ChooseFilesAsync(word);
        await team.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take 9 answers$") }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r9", "who")).ToHaveValueAsync("Organization 9");
    }

    /// <summary>A team that has agreed on one thing with a partner, on the page that it is written on.</summary>
    private static async Task<Team> AgreedAsync(Visit visit)
    {
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Field($"{Table}.r1.ours").FillAsync("Two hours a week");
        return team;
    }

    /// <summary>A Word file, a PDF and a workbook file of one team.</summary>
    private async Task<string[]> FilesOfATeamAsync(TemporaryFolder folder)
    {
        await using var visit = await site.OpenAsync(Expectations);
        var team = await AgreedAsync(visit);
        var word = await team.DownloadAsync("docx", folder.Path);
        await team.SavedAsync();
        await team.GoAsync("tools/readiness.html");
        await team.Page.EvaluateAsync("() => document.querySelectorAll('.instrument input[type=radio][value=mostly]').forEach(r => r.click())");
        var pdf = await team.DownloadAsync("pdf", folder.Path);
        var download = await team.SaveFileAsync();
        var workbook = folder.File("team.workbook.json");
        await download.SaveAsAsync(workbook);
        return [word, pdf, workbook];
    }

    /// <summary>Drops files on the part that takes them, as the mouse does.</summary>
    private static async Task DropAsync(Team team, IReadOnlyList<string> files)
    {
        var part = team.Page.Locator("[data-part=read-back]").First;
        await part.ScrollIntoViewIfNeededAsync();
        await part.Locator("input[type=file]").WaitForAsync();
        var contents = files.Select(f => new { name = Path.GetFileName(f), bytes = Convert.ToBase64String(File.ReadAllBytes(f)) }).ToArray();
        var data = await team.Page.EvaluateHandleAsync(
            """
            files => {
              const data = new DataTransfer()
              for (const { name, bytes } of files) data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name))
              return data
            }
            """,
            contents);
        await part.DispatchEventAsync("dragover", new { dataTransfer = data });
        await Assertions.Expect(part).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("drop"));
        await part.DispatchEventAsync("drop", new { dataTransfer = data });
    }
}
