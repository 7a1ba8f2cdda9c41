using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>Tables for spreadsheets: Node writes one with dangerous and awkward cells, Open XML judges it.</summary>
public sealed class TableFileTests : IDisposable
{
    private static readonly string[] Awkward = ["=1+1", "-2", "@SUM(A1)", "One, \"two\"", "Línea\nnueva", "支援", "_x000A_"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Every_version_of_Excel_finds_a_workbook_valid()
    {
        var result = await Programs.Run(Programs.Need("node"), ["tables.mjs", _folder.Path, .. Awkward], TimeSpan.FromMinutes(1), Repository.At("theme"));
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        using var workbook = SpreadsheetDocument.Open(_folder.File("table.xlsx"), isEditable: false);
        foreach (var version in new[] { FileFormatVersions.Office2010, FileFormatVersions.Office2016, FileFormatVersions.Microsoft365 })
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(workbook, TestContext.Current.CancellationToken).Select(e => $"{version}: {e.Description} at {e.Part?.Uri} {e.Path?.XPath}"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
