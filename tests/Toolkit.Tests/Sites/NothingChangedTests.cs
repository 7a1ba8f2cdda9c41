using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>A run that would make what lies there already does nothing, and says the same of it.</summary>
public sealed class NothingChangedTests : IDisposable
{
    // The empty link is worth a warning, which must not be forgotten.
    private readonly SiteRun _site = new SiteRun()
        .With("settings.yml", "SiteTitle: Small\n")
        .WithPage("index.md", "Go [here](other.md).", "Title: Home\nLayout: home")
        .WithPage("other.md", "Other.", "Title: Other");

    [Fact]
    public async Task The_second_run_writes_nothing_and_warns_again()
    {
        await Build();
        var (problems, files) = (_site.Problems, _site.Snapshot());
        var written = Written();
        await Build();

        Assert.Contains("Nothing has changed", _site.Console, StringComparison.Ordinal);
        Assert.Contains("Go [here](other.md).", _site.Console, StringComparison.Ordinal);
        Assert.Single(problems);
        Assert.Equal(problems, _site.Problems);
        Assert.Equal(files, _site.Snapshot());
        Assert.Equal(written, Written());
    }

    [Fact]
    public async Task A_changed_page_is_written()
    {
        await Build();
        _site.WithPage("other.md", "Something else.", "Title: Other");
        await Build();

        Assert.DoesNotContain("Nothing has changed", _site.Console, StringComparison.Ordinal);
        Assert.Contains("Something else.", _site.Text("other.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_of_the_command_line_counts_as_a_change()
    {
        await Build();
        await Build("-s", "SiteTitle=Renamed");

        Assert.Contains("Renamed", _site.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_that_somebody_touched_is_made_again()
    {
        await Build();
        var page = Path.Combine(_site.Output, "other.html");
        var before = _site.Text("other.html");
        File.WriteAllText(page, "");
        await Build();

        Assert.Equal(before, _site.Text("other.html"));

        File.WriteAllText(Path.Combine(_site.Output, "stray.txt"), "left behind");
        await Build();

        Assert.DoesNotContain("stray.txt", _site.Files);
    }

    public void Dispose() => _site.Dispose();

    private Task<SiteRun> Build(params string[] options) => _site.Run(["build", "--no-pdf", .. options]);

    private DateTime Written() => File.GetLastWriteTimeUtc(Path.Combine(_site.Output, "index.html"));
}
