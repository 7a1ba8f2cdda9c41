using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Docx;

/// <summary>The sheets that Word files of this repository's guide take in each of its languages, as LibreOffice lays them out.</summary>
public sealed class GuideSheetsTests
{
    /// <summary>No page but the last is nearly empty, none ends with a heading, and no last one holds the credits alone.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("es")]
    public async Task No_sheet_is_wasted(string language)
    {
        using var folder = new TemporaryFolder();
        var files = Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "downloads", language), "*.docx").Order(StringComparer.Ordinal).ToList();

        await Programs.Convert(files, "pdf", folder.Path);
        var found = await Task.WhenAll(files.Select(async file =>
            (await PdfPages.Wasted(await File.ReadAllBytesAsync(folder.File(Path.GetFileNameWithoutExtension(file) + ".pdf"), TestContext.Current.CancellationToken)))
                .Select(finding => $"{Path.GetFileNameWithoutExtension(file)}: {finding}")));

        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(f => f));
    }
}
