using System.Text;
using Toolkit.Cli;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>Files as they come from all kinds of editors and disks.</summary>
public sealed class RoughInputTests
{
    [Fact]
    public async Task A_byte_order_mark_is_not_text()
    {
        using var site = new SiteRun();
        site.With("page.md", [0xEF, 0xBB, 0xBF, .. "---\nTitle: A page\n---\n\nWords.\n"u8]);

        await site.Build();

        Assert.Equal(ExitCode.Done, site.ExitCode);
        Assert.Equal("<p>Words.</p>\n", site.Content("page.html"));
    }

    [Fact]
    public async Task Line_ends_of_Windows_give_the_same_bytes()
    {
        const string body = "## A heading\n\nWords and\nmore words.\n\n- One\n- Two\n";
        using var site = new SiteRun();
        await site.WithPage("page.md", body).Build();
        var unix = site.Snapshot();

        site.With("page.md", $"---\nTitle: A page\n---\n\n{body}\n".Replace("\n", "\r\n", StringComparison.Ordinal));
        await site.Build();

        Assert.Equal(ExitCode.Done, site.ExitCode);
        Assert.Equal(unix, site.Snapshot());
    }

    [Fact]
    public async Task An_empty_file_is_a_page_without_a_title()
    {
        using var site = new SiteRun();

        await site.With("page.md", "").Build();

        Assert.Equal(ExitCode.Done, site.ExitCode);
        Assert.StartsWith("input/page.md:1:1: warning TK1012: This page has no title.", site.Said, StringComparison.Ordinal);
        Assert.Contains("page.html", site.Files);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_chapter_of_five_megabytes_is_simply_read()
    {
        using var site = new SiteRun();
        var body = new StringBuilder();
        for (var section = 1; body.Length < 5_000_000; section++)
        {
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"## Section {section}\n\n");
            body.Insert(body.Length, "Ask what the work pays, and how often it is paid. ", 40).Append("\n\n");
        }

        await site.WithPage("page.md", body.ToString()).Build();

        Assert.True(site.ExitCode == ExitCode.Done, site.Console[..Math.Min(2000, site.Console.Length)]);
        Assert.True(site.Bytes("page.html").Length > 5_000_000);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_named_by_line_and_column()
    {
        using var site = new SiteRun();
        await site.Build();
        var before = site.Snapshot();

        await site.With("page.md", [.. "---\nTitle: A page\n---\n\nCaf"u8, 0xE9, .. " and bar.\n"u8]).Build();

        Assert.Equal(
            """
            input/page.md:5:4: error TK1001: This file is not written in UTF-8: the byte E9 cannot be read as text.
              Save the file with the encoding UTF-8. In most editors: Save As, Encoding, UTF-8.

            1 error. Nothing was written: output is as it was.
            """,
            site.Said);
        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
        Assert.Equal(before, site.Snapshot());
    }

    [Fact]
    public async Task Two_pages_for_one_file_are_an_error()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Here A.md and a.md are one file already.");
        using var site = new SiteRun();

        await site.Build();
        var before = site.Snapshot();

        await site.WithPage("a.md", "Words.").WithPage("A.md", "Words.").Build();

        Assert.Equal(["input/a.md:1:1: error TK1020: A.md and a.md would both be written to 'A.html'."], site.Problems);
        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
        Assert.Equal(before, site.Snapshot());
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_said_in_one_line()
    {
        using var site = new SiteRun();
        await site.Build();
        var before = site.Snapshot();
        await File.WriteAllTextAsync(Path.Combine(site.Root, "taken"), "a file, not a folder", TestContext.Current.CancellationToken);

        await site.Build("-o", "taken/output");

        Assert.Matches(@"^error: .*taken", site.Said);
        Assert.DoesNotContain("   at ", site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failure, site.ExitCode);
        Assert.Equal(before, site.Snapshot());
        Assert.Equal("a file, not a folder", await File.ReadAllTextAsync(Path.Combine(site.Root, "taken"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes()
    {
        using var site = new SiteRun();
        site.WithPage("tools/list.md", "::: checklist {#first-meeting}\n- [ ] Agree on time. {#agree-time}\n:::", "Title: First meeting\nLayout: tool");
        await site.Build();
        var first = site.Snapshot();

        await site.Build();

        Assert.Equal(first, site.Snapshot());
        Assert.Contains("downloads/", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_an_earlier_run_are_gone_when_their_page_is()
    {
        using var site = new SiteRun();
        await site.WithPage("page.md", "Words.").Build();
        Assert.Contains("page.html", site.Files);

        await site.Without("page.md").Build();

        Assert.DoesNotContain("page.html", site.Files);
    }

    [Fact]
    public async Task Warnings_end_with_5_where_they_are_asked_to()
    {
        using var site = new SiteRun();

        await site.With("page.md", "Words.\n").Build("--warnings-as-errors");

        Assert.Equal(ExitCode.Warnings, site.ExitCode);
    }

    [Fact]
    public async Task Check_finds_the_same_and_writes_nothing()
    {
        using var site = new SiteRun();
        site.WithPage("page.md", "See [this](nowhere.md).");

        await site.Run("check", "--no-pdf", "--no-cache");

        Assert.Equal(["input/page.md:5:5: error TK3003: The link goes to 'nowhere.md', and there is no such page or file."], site.Problems);
        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
        Assert.Empty(site.Files);
    }

    [Fact]
    public async Task A_setting_of_the_command_line_wins()
    {
        using var site = new SiteRun();

        await site.Build("-s", "SiteTitle=Ours now");

        Assert.Contains("Ours now", site.Text("index.html"), StringComparison.Ordinal);
    }
}
