using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>Which documents a site has, and what its pages offer of them.</summary>
public sealed class DownloadsTests
{
    [Fact]
    public async Task A_site_of_two_chapters_has_each_and_the_whole()
    {
        using var site = Chapters();
        await site.Build();

        Assert.Equal(["downloads/chapter-one.docx", "downloads/chapter-two.docx", "downloads/index.json", "downloads/whole-guide.docx"],
            site.Files.Where(f => f.StartsWith("downloads/", StringComparison.Ordinal)));
        Assert.Contains("downloads/chapter-one.docx", site.Text("one.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_guide_can_be_left_out()
    {
        using var site = Chapters();
        await site.Build("-s", "WholeGuide=false");

        Assert.Equal(["downloads/chapter-one.docx", "downloads/chapter-two.docx", "downloads/index.json"],
            site.Files.Where(f => f.StartsWith("downloads/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_page_offers_a_format_that_was_left_out()
    {
        using var site = Chapters();
        await site.Build("--no-word");

        Assert.Equal(0, site.ExitCode);
        Assert.DoesNotContain(site.Files, f => f.EndsWith(".docx", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)), f => site.Text(f).Contains(".docx", StringComparison.Ordinal));
    }

    private static SiteRun Chapters() => new SiteRun()
        .With("settings.yml", "SiteTitle: Two chapters\n")
        .WithPage("one.md", "First.", "Title: One\nLayout: chapter")
        .WithPage("two.md", "Second.", "Title: Two\nLayout: chapter");
}
