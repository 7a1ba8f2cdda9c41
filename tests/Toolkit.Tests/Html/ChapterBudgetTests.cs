using System.IO.Compression;
using AngleSharp.Html.Parser;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Html;

/// <summary>What a first visit to a chapter of the real guide weighs. Times are measured elsewhere; bytes are held here.</summary>
public sealed class ChapterBudgetTests
{
    private const int KiB = 1024;

    /// <summary>The aim is 10 KiB; a chapter takes more, with the assessment, the checklist and the worksheet of its principle in full, and what is decided in the end.</summary>
    private const int MostHtml = 15 * KiB;

    /// <summary>40 KiB were the aim for one language: the switch, its script and its sheet are another half.</summary>
    private const int MostInAll = 41 * KiB;

    [Fact]
    public async Task A_chapter_is_three_requests_and_under_41_KiB()
    {
        var output = await BuiltGuide.Output;
        foreach (var file in Directory.GetFiles(Path.Combine(output, "guide"), "*.html"))
        {
            var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            var loaded = page.QuerySelectorAll("link[rel=stylesheet], script, img, iframe, link[rel=preload]")
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
                .ToList();
            var html = Gzipped(file);

            Assert.Equal(2, loaded.Count);
            Assert.True(html <= MostHtml, $"{file}: {html} bytes");
            Assert.InRange(html + loaded.Sum(link => Gzipped(Path.Combine(Path.GetDirectoryName(file)!, link))), 1, MostInAll);
        }
    }

    private static int Gzipped(string file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return (int)packed.Length;
    }
}
