using Toolkit.Cli;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>What programs leave beside content is not published, and what nobody knows is said.</summary>
public sealed class LeftOversTests : IDisposable
{
    private readonly SiteRun _site = new SiteRun().WithPage("page.md", "Words.").WithPage("guide/one.md", "Words.", "Title: One");

    /// <summary>Files that programs make for themselves.</summary>
    public static TheoryData<string> Programs() =>
    [
        .. new[]
        {
            // Emacs, vi, nano, gedit, Kate
            "page.md~", "#page.md#", ".#page.md", ".page.md.swp", "page.md.swp", "page.md.swo", ".page.md.kate-swp", "4913", "page.md.save", "page.bak~",
            // Word, Excel, LibreOffice
            "~$page.docx", "~$ page.xlsx", "~WRL0001.tmp", "~WRD0003.md", ".~lock.page.odt#", "lu12345abc.tmp", "page.asd", "page.wbk",
            // Version control and patches
            "page.md.orig", "page.md.rej", "page.md.ORIG", "page.md.mine", "page.md.r123", "page_BACKUP_123.md", "page_LOCAL_4.md", ".git/config", ".gitignore",
            // Other editors
            "page.md___jb_tmp___", "page.md___jb_old___", "page.md.sb-1a2b3c4d-XyZ123", ".vscode/settings.json", ".obsidian/app.json",
            // Systems
            "Thumbs.db", "thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "._page.md", "Icon\r", "__MACOSX/._page.md", "lost+found/page.md",
            ".directory", ".fuse_hidden0001", ".nfs0001", "$RECYCLE.BIN/page.md", ".Trash-1000/page.md",
            // Half of a file
            "page.tmp", "page.md.tmp", "page.temp", "page.md.part", "page.pdf.crdownload", "page.md.lock", "page.md.bak", "page.old", "page.md.BACKUP",
        },
    ];

    /// <summary>Second copies of what is there.</summary>
    public static TheoryData<string> Copies() =>
    [
        .. new[]
        {
            "page (Anna's conflicted copy 2026-11-02).md", "page (conflicted copy 2026-11-02 101112).md", "page (Case Conflict).md", "page_conflict-20261102 (Conflict).md",
            "page.sync-conflict-20261102-101112-ABCDEFG.md", "other (conflicted copy).md", "page - Copy.md", "page - Copy (2).md", "other - Copy.md",
            "page (1).md", "page(2).md", "page copy.md", "page copy 3.md", "page (copy).md", "page (another copy).md", "page (3rd copy).md", "Copy of page.md", "PAGE (1).MD",
            "guide (1)/one.md", "guide - Copy/one.md", "guide (conflicted copy)/one.md",
        },
    ];

    [Fact]
    public async Task What_programs_make_for_themselves_is_not_published_and_not_spoken_of()
    {
        await _site.Build();
        var before = _site.Snapshot();
        foreach (var name in Programs().Where(row => !OperatingSystem.IsWindows() || row.Data.IndexOfAny(['\r', '"']) < 0))
        {
            _site.With(name.Data, "---\nTitle: Left over\n---\n\nHer name is Anna.\n");
        }

        await _site.Build();

        Assert.Empty(_site.Problems);
        Assert.Equal(ExitCode.Done, _site.ExitCode);
        Assert.Equal(before, _site.Snapshot());
    }

    [Fact]
    public async Task Second_copies_are_not_published_and_each_is_named()
    {
        await _site.Build();
        var before = _site.Snapshot();
        foreach (var name in Copies())
        {
            _site.With(name.Data, "---\nTitle: Left over\n---\n\nHer name is Anna.\n");
        }

        await _site.Build();

        Assert.Equal(
            Copies().Select(name => $"input/{name.Data.Split('/')[0]}:1:1: warning TK1025: This looks like a copy that a program or a person left here, and is not published.").Order(StringComparer.Ordinal),
            _site.Problems.Order(StringComparer.Ordinal));
        Assert.Equal(before, _site.Snapshot());
    }

    [Theory]
    [InlineData("step (1).md")]
    [InlineData("page 2.md")]
    [InlineData("copy.md")]
    [InlineData("Copy of a letter.md")]
    [InlineData("conflict.md")]
    [InlineData("page-2.md")]
    [InlineData("temp.md")]
    [InlineData("old.md")]
    [InlineData("backup.md")]
    [InlineData("lock.md")]
    [InlineData("~.md")]
    public void A_name_that_only_looks_so_is_content(string name)
    {
        Assert.False(LeftOvers.IsLeftOver(name));
        Assert.False(LeftOvers.IsCopy(name, new HashSet<string> { "page.md", name }));
    }

    [Theory]
    [InlineData("clients.sqlite")]
    [InlineData("letter.pages")]
    [InlineData("macro.docm")]
    [InlineData("drawing.psd")]
    [InlineData("key.pem")]
    [InlineData("backup.zip")]
    [InlineData("notes")]
    [InlineData("page.markdown")]
    [InlineData("settings.yaml")]
    [InlineData("style.css")]
    public async Task A_file_of_an_unknown_kind_is_named_and_published_only_if_a_page_links_to_it(string name)
    {
        await _site.With(name, "Anything.").Build();

        Assert.StartsWith($"input/{name}:1:1: warning TK1026: Nobody can tell what this file is for", Assert.Single(_site.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain(name, _site.Files);

        await _site.WithPage("page.md", $"Take [this file]({name}) with you.").Build();

        Assert.Empty(_site.Problems);
        Assert.Equal("Anything.", _site.Text(name));
    }

    [Theory]
    [InlineData("raw.html")]
    [InlineData("raw.HTM")]
    [InlineData("raw.xhtml")]
    [InlineData("raw.xht")]
    [InlineData("raw.shtml")]
    [InlineData("raw.mhtml")]
    [InlineData("raw.xml")]
    [InlineData("raw.xsl")]
    [InlineData("raw.svgz")]
    [InlineData("raw.js")]
    [InlineData("raw.mjs")]
    [InlineData("raw.wasm")]
    [InlineData("raw.php")]
    public async Task A_page_or_script_of_its_own_is_refused_even_if_a_page_links_to_it(string name)
    {
        await _site.Build();
        var before = _site.Snapshot();

        await _site.With(name, "<script>fetch('https://elsewhere.example/')</script>").WithPage("page.md", $"See [this file]({name}).").Build();

        Assert.StartsWith($"input/{name}:1:1: error TK1027: ", Assert.Single(_site.Problems), StringComparison.Ordinal);
        Assert.Equal(ExitCode.ContentErrors, _site.ExitCode);
        Assert.Equal(before, _site.Snapshot());
    }

    [Theory]
    [InlineData("<!DOCTYPE html><title>A page</title>")]
    [InlineData("  <svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("Hello <ScRiPt>alert(1)</script>")]
    [InlineData("\uFEFF<html>")]
    public async Task A_file_without_a_known_ending_that_a_browser_would_show_as_a_page_is_refused(string content)
    {
        await _site.With("notes", content).WithPage("page.md", "See [the notes](notes).").Build();

        Assert.StartsWith("input/notes:1:1: error TK1027: A browser would take this file for a page", Assert.Single(_site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Settings.yml")]
    [InlineData("settings.YML")]
    [InlineData("glosary.yml")]
    [InlineData("_pages.yml")]
    [InlineData("guide/settings.yml")]
    [InlineData("guide/__directory.yml")]
    public async Task Keys_that_nothing_reads_are_named(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || !name.Equals("settings.yml", StringComparison.OrdinalIgnoreCase), "Here it is the same file.");

        await _site.With(name, "Title: x\n").Build();

        Assert.Equal([$"input/{name}:1:1: warning TK1036: Nothing reads this file."], _site.Problems);
    }

    [Fact]
    public async Task Keys_of_a_folder_and_of_a_page_are_read()
    {
        await _site.With("guide/_directory.yml", "Author: Anna\n").With("guide/_one.yml", "Description: One more.\n").With("_page.yml", "Description: One.\n").Build();

        Assert.Empty(_site.Problems);
    }

    [Fact]
    public async Task Two_pages_of_one_title_are_named()
    {
        await _site.WithPage("left-over.md", "Words.", "Description: An older one.\nTitle: a PAGE").Build();

        Assert.Equal(["input/page.md:2:1: warning TK1032: This page is called 'A page', as left-over.md is."], _site.Problems);
        Assert.Equal(ExitCode.Done, _site.ExitCode);
    }

    public void Dispose() => _site.Dispose();
}
