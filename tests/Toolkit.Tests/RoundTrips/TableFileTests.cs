using System.Text.Json;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>Tables for spreadsheets: Node writes one with dangerous and awkward cells, Open XML judges it, LibreOffice opens it.</summary>
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

    [Theory]
    // Comma, quote, UTF-8; and against every habit, formulas and numbers are looked for.
    [InlineData("table.csv", "CSV:44,34,76,1,,0,false,true,false,false,false,0,true")]
    [InlineData("table.xlsx", null)]
    public async Task LibreOffice_finds_text_in_every_disguise_and_no_formula(string file, string? from)
    {
        var result = await Programs.Run(Programs.Need("node"), ["tables.mjs", _folder.Path], TimeSpan.FromMinutes(1), Repository.At("theme"));
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        await Programs.Convert([_folder.File(file)], "fods", _folder.File("opened"), from);

        var opened = XDocument.Load(_folder.File("opened/table.fods"), LoadOptions.PreserveWhitespace);
        Assert.Empty(opened.Descendants().Attributes(TableSpace + "formula"));
        Assert.Empty(opened.Descendants(TextSpace + "a"));
        var cells = opened.Descendants(TableSpace + "table").First().Descendants(TableSpace + "table-row").Skip(1).Select(row => row.Elements(TableSpace + "table-cell").First()).ToList();
        var expected = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(_folder.File("cells.json"), TestContext.Current.CancellationToken))!;
        Assert.True(expected.Length > 60);
        foreach (var (text, cell) in expected.Zip(cells))
        {
            Assert.Equal("string", cell.Attribute(OfficeSpace + "value-type")?.Value);
            var shown = string.Join('\n', cell.Elements(TextSpace + "p").Select(Words));
            Assert.Contains(shown, new[] { text, "'" + text });
        }
    }

    private static readonly XNamespace TableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace TextSpace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace OfficeSpace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement space when space.Name == TextSpace + "s" => new string(' ', (int?)space.Attribute(TextSpace + "c") ?? 1),
        XElement element => string.Concat(element.Nodes().Select(Words)),
        _ => "",
    };

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
