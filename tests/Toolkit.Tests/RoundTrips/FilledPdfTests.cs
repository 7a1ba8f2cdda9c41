using Toolkit.Tests.Pdf;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>What the browser makes of a blank PDF must be as accessible as the blank one.</summary>
[Collection(FilledGuideCollection.Name)]
public sealed class FilledPdfTests(FilledGuide guide)
{
    [Fact]
    public void Filled_PDFs_keep_the_rules_of_PDF_UA() =>
        Assert.Empty(guide.Files(12, ".pdf").SelectMany(file => PdfUaChecker.Check(File.ReadAllBytes(file)).Select(finding => $"{Path.GetFileName(file)}: {finding}")));
}
