using System.IO.Compression;
using System.Text.RegularExpressions;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Pages;

/// <summary>What a page may weigh, in kibibytes after gzip. People read this on old phones.</summary>
public sealed partial class BudgetTests(GuideSite site)
{
    [Fact]
    public void A_first_visit_to_any_page_weighs_less_than_42_kibibytes()
    {
        // Of a tool, which has one script more than others: the one that asks early for what is kept.
        var tool = File.ReadAllText(Path.Combine(site.Output, "tools/partner-vetting.html"));
        var style = Gzipped(Assert.Single(Stylesheet().Matches(tool)).Groups[1].Value);
        Assert.Equal(2, Script().Count(tool));
        var script = Script().Matches(tool).Sum(found => Gzipped(found.Groups[1].Value));
        var heavy = from page in site.AllPages
                        // This one holds every instrument, so that answers can be shared between pages opened from disk.
                    where !page.EndsWith("workbook.html", StringComparison.Ordinal)
                    let size = Gzipped(page) + style + script
                    where size > 42 * 1024
                    select $"{page}: {size} bytes";

        Assert.InRange(style, 1, (12 * 1024) + 768);
        Assert.InRange(script, 1, 14 * 1024);
        Assert.Empty(heavy);
    }

    [Theory]
    // What writes Word and PDF files, and what reads them; then what tables for spreadsheets and reports add to it.
    [InlineData("documents", 19)]
    [InlineData("reader", 19)]
    [InlineData("reports tables", 8)]
    [InlineData("search", 8)]
    [InlineData("draft", 3)]
    // What shows a list that somebody brings, and what reads it and works out what would happen.
    [InlineData("import", 16)]
    [InlineData("lists", 16)]
    public void What_loads_on_use_is_light(string bundles, int kibibytes)
    {
        var sizes = bundles.Split(' ').Select(bundle => Directory.GetFiles(Path.Combine(site.Output, "assets"), $"{bundle}.*.js").Select(file => Gzipped(Path.GetRelativePath(site.Output, file))).Order().ToList()).ToList();

        // One of each language; English is the shorter one, and Spanish takes a little more.
        Assert.All(sizes, of => Assert.Equal(2, of.Count));
        // The packer of .NET makes up to one byte of a hundred more than the gzip that hosts use.
        Assert.InRange(sizes.Sum(of => of[0]), 1, kibibytes * 1024 * 101 / 100);
        Assert.InRange(sizes.Sum(of => of[1]), 1, kibibytes * 1024 * 108 / 100);
    }

    /// <summary>It says nothing to readers, so that all languages share one.</summary>
    [Fact]
    public void What_reads_spreadsheets_is_light() =>
        Assert.InRange(Gzipped(Path.GetRelativePath(site.Output, Assert.Single(Directory.GetFiles(Path.Combine(site.Output, "assets"), "spreadsheets.*.js")))), 1, 6 * 1024);

    private long Gzipped(string path)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Path.Combine(site.Output, path)));
        }

        return memory.Length;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?:\\.\\./)*([^\"]+)\"")]
    private static partial Regex Stylesheet();

    [GeneratedRegex("<script (?:(?:defer|async) )?src=\"(?:\\.\\./)*([^\"]+)\"")]
    private static partial Regex Script();
}
