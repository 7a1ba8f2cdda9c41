using Toolkit.Tests.Support;
using Toolkit.Writing.Pdf;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>A picture within a sentence, from the author's line to the PDF.</summary>
public sealed class PictureTests
{
    [Fact]
    public async Task A_picture_in_a_sentence_is_drawn_in_the_PDF()
    {
        using var site = new SiteRun();
        site.With("images/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><rect width='20' height='20' fill='#e5f0f4'/></svg>")
            .WithPage("guide/one.md", "Look for the mark ![a blue square](../images/mark.svg) on the door.", "Title: One\nLayout: chapter");

        await site.Run("build", "--no-cache");

        Assert.Equal(0, site.ExitCode);
        var pdf = Assert.Single(site.Files, f => f.StartsWith("downloads/", StringComparison.Ordinal) && f.EndsWith("one.pdf", StringComparison.Ordinal));
        var figure = Assert.Single(PdfFile.Read(site.Bytes(pdf)).Objects.Values.OfType<PdfDictionary>(), d => d.Is("S", "Figure"));
        Assert.Equal("a blue square", ((PdfString)figure["Alt"]!).Text);
    }
}
