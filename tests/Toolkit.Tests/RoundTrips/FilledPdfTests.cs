using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>What the browser makes of a blank PDF must be as accessible as the blank one.</summary>
[Collection(FilledGuideCollection.Name)]
public sealed class FilledPdfTests(FilledGuide guide)
{
    [Fact]
    public void Filled_PDFs_keep_the_rules_of_PDF_UA() =>
        Assert.Empty(guide.Files(12, ".pdf").SelectMany(file => PdfUaChecker.Check(File.ReadAllBytes(file)).Select(finding => $"{Path.GetFileName(file)}: {finding}")));

    /// <summary>That is where somebody looks for them; they stand on added pages.</summary>
    [Theory]
    [InlineData("community-map")]
    [InlineData("action-plan")]
    [InlineData("whole-guide")]
    public async Task Below_a_table_a_filled_PDF_says_how_many_rows_have_no_room_there(string document)
    {
        var file = guide.Files(12, ".pdf").Single(f => Path.GetFileNameWithoutExtension(f) == document);
        var text = await Programs.Run(Programs.Need("pdftotext"), ["-layout", file, "-"]);
        var pages = text.Output.Split('\f').ToList();

        var said = pages.FindIndex(page => page.Contains("6 more rows of this table stand at the end of this file.", StringComparison.Ordinal));

        Assert.True(said >= 0, "nothing is said");
        Assert.Contains("Row 6", pages[said], StringComparison.Ordinal);
        Assert.True(pages.FindIndex(page => page.Contains("Answers that did not fit", StringComparison.Ordinal)) > said);
    }
}
