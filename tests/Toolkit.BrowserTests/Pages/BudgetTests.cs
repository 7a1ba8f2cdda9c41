using System.IO.Compression;
using System.Text.RegularExpressions;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Pages;

/// <summary>What a page may weigh, in kibibytes after gzip. People read this on old phones.</summary>
public sealed partial class BudgetTests(GuideSite site)
{
    [Fact]
    public void A_chapter_is_light()
    {
        var heavy = from page in site.Pages
                    where page.StartsWith("guide/", StringComparison.Ordinal)
                    let size = Gzipped(page)
                    where size > 10 * 1024
                    select $"{page}: {size} bytes";

        Assert.Empty(heavy);
    }

    [Fact]
    public void The_stylesheet_and_the_first_script_are_light()
    {
        var home = File.ReadAllText(Path.Combine(site.Output, "index.html"));
        var style = Assert.Single(Stylesheet().Matches(home)).Groups[1].Value;
        var script = Assert.Single(Script().Matches(home)).Groups[1].Value;

        Assert.InRange(Gzipped(style), 1, 12 * 1024);
        Assert.InRange(Gzipped(script), 1, 14 * 1024);
    }

    [Theory]
    [InlineData("documents", 20)]
    [InlineData("search", 8)]
    public void What_loads_on_use_is_light(string bundle, int kibibytes)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(site.Output, "assets"), $"{bundle}.*.js"));

        Assert.InRange(Gzipped(Path.GetRelativePath(site.Output, file)), 1, kibibytes * 1024);
    }

    private long Gzipped(string path)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Path.Combine(site.Output, path)));
        }

        return memory.Length;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Stylesheet();

    [GeneratedRegex("<script defer src=\"([^\"]+)\"")]
    private static partial Regex Script();
}
