using Toolkit.Blocks;
using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Xunit;

namespace Toolkit.Tests.Docx;

/// <summary>The sheets that Word files of this repository's guide take, as LibreOffice lays them out.</summary>
public sealed class GuideSheetsTests
{
    /// <summary>
    /// No page but the last is nearly empty, and none ends with a heading. Credits may stand on a page of their own: how long a Word file is
    /// hangs on the reader's fonts. So do chapters of a text without forms, which end where they end; in Spanish, which says the same in more words, those of the
    /// whole guide too.
    /// </summary>
    [Fact]
    public async Task No_heading_is_left_behind_and_no_page_but_the_last_is_nearly_empty()
    {
        using var folder = new TemporaryFolder();
        var guide = GuideDocumentsTests.LaidOut;
        var files = new List<string>();
        foreach (var document in guide.Documents.Where(d => !d.IsText))
        {
            var file = folder.File(document.Id + ".docx");
            await File.WriteAllBytesAsync(file, DocxFile.Write(document, guide.Settings, GuideDocumentsTests.LaidOutWords, [.. BlockCatalogue.All.Select(kind => kind.Docx)]), TestContext.Current.CancellationToken);
            files.Add(file);
        }

        await Programs.Convert(files, "pdf", folder.Path);
        var found = await Task.WhenAll(files.Select(async file =>
            (await PdfPages.Wasted(await File.ReadAllBytesAsync(Path.ChangeExtension(file, "pdf"), TestContext.Current.CancellationToken)))
                .Where(finding => !finding.EndsWith("holds the credits alone", StringComparison.Ordinal))
                .Where(finding => !(Spanish.All && file.EndsWith("whole-guide.docx", StringComparison.Ordinal) && finding.EndsWith("less than a quarter full", StringComparison.Ordinal)))
                .Select(finding => $"{Path.GetFileNameWithoutExtension(file)}: {finding}")));

        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(f => f));
    }
}
