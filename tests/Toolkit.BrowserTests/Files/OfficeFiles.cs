using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.BrowserTests.Files;

/// <summary>Opens the files that the page made, as the programs do that they are for.</summary>
public static class OfficeFiles
{
    private static readonly FileFormatVersions[] Versions =
        [FileFormatVersions.Office2010, FileFormatVersions.Office2013, FileFormatVersions.Office2016, FileFormatVersions.Office2019, FileFormatVersions.Microsoft365];

    /// <summary>The rows of every table of a Word file, cells as text; the file must be valid.</summary>
    public static List<List<string>> WordRows(string path)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: false);
        AssertValid(document);
        return [.. document.MainDocumentPart!.Document.Body!.Descendants<W.TableRow>().Select(row => row.Descendants<W.TableCell>().Select(CellText).ToList())];
    }

    /// <summary>The paragraphs of a Word file outside of tables, with their line breaks; the file must be valid and hold no controls in them.</summary>
    public static List<string> WordParagraphs(string path)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: false);
        AssertValid(document);
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.Empty(body.Descendants<W.SdtElement>());
        return [.. body.Elements<W.Paragraph>().Select(paragraph => string.Concat(paragraph.Descendants().Select(part => part switch
        {
            W.Text text => text.Text,
            W.Break => "\n",
            _ => "",
        })))];
    }

    /// <summary>All text of a Word file, which must be valid.</summary>
    public static string WordText(string path)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: false);
        AssertValid(document);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    /// <summary>The sheets of a workbook by name, cells as text; the file must be valid.</summary>
    public static Dictionary<string, List<List<string>>> Sheets(string path)
    {
        using var workbook = SpreadsheetDocument.Open(path, isEditable: false);
        AssertValid(workbook);
        var book = workbook.WorkbookPart!;
        return book.Workbook.Descendants<Sheet>().ToDictionary(
            sheet => sheet.Name!.Value!,
            sheet => ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Row>().Select(Cells).ToList());
    }

    private static List<string> Cells(Row row)
    {
        List<string> cells = [];
        foreach (var cell in row.Elements<Cell>())
        {
            // Empty cells are left out of the file.
            var column = cell.CellReference!.Value!.TakeWhile(char.IsLetter).Aggregate(0, (at, letter) => (at * 26) + letter - 'A' + 1);
            while (cells.Count < column - 1)
            {
                cells.Add("");
            }

            Assert.Null(cell.CellFormula);
            cells.Add(cell.InnerText);
        }

        return cells;
    }

    private static string CellText(W.TableCell cell) =>
        string.Join('\n', cell.Descendants<W.Paragraph>().Select(p => string.Concat(p.Descendants().Select(e => e is W.Text t ? t.Text : e is W.Break ? "\n" : ""))));

    private static void AssertValid(OpenXmlPackage package)
    {
        foreach (var version in Versions)
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(package, TestContext.Current.CancellationToken).Select(e => $"{version}: {e.Description} at {e.Part?.Uri} {e.Path?.XPath}"));
        }
    }
}
