using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>What the browser makes of a blank Word file must be as valid as the blank one.</summary>
[Collection(FilledGuideCollection.Name)]
public sealed class FilledDocxTests(FilledGuide guide)
{
    private static readonly FileFormatVersions[] Versions =
    [
        FileFormatVersions.Office2010, FileFormatVersions.Office2013, FileFormatVersions.Office2016,
        FileFormatVersions.Office2019, FileFormatVersions.Office2021, FileFormatVersions.Microsoft365,
    ];

    [Fact]
    public void Every_version_of_Word_finds_filled_files_valid()
    {
        foreach (var file in guide.Files(12, ".docx"))
        {
            using var document = WordprocessingDocument.Open(file, isEditable: false);
            foreach (var version in Versions)
            {
                var errors = new OpenXmlValidator(version).Validate(document, TestContext.Current.CancellationToken);
                Assert.Empty(errors.Select(e => $"{Path.GetFileName(file)}, {version}: {e.Description} at {e.Part?.Uri} {e.Path?.XPath}"));
            }
        }
    }
}
