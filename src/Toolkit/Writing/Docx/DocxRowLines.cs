using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The line under the row after which a table may break for the first time. LibreOffice forgets that line when it reckons what a page
/// holds: where the row fits but for it, all rows that follow are lost, in the window and in print. It reckons with it where the row
/// itself may break. So the row may, where nothing in it can be parted, and the line closes the table where a page ends. In other rows the
/// line belongs to the row that follows, over which it stands in the same place.
/// </summary>
internal static class DocxRowLines
{
    /// <summary>A paragraph of no more lines is not parted: each page would have to get two of them.</summary>
    private const int MostLines = 3;

    /// <summary>The widest distances of text from both lines beside it, in twentieths of a point.</summary>
    private const double Sides = 200;

    /// <summary>Moves the line in every table of a body.</summary>
    public static void Move(W.Body body, DocxStyleSizes sizes)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(sizes);
        foreach (var table in body.Elements<W.Table>())
        {
            Move(table, sizes);
        }
    }

    private static void Move(W.Table table, DocxStyleSizes sizes)
    {
        var line = table.GetFirstChild<W.TableProperties>()?.TableBorders?.InsideHorizontalBorder;
        var rows = table.Descendants<W.TableRow>().ToList();
        var last = rows.FindIndex(row => !GoesAlong(row, sizes));
        if (line is null || last < 0 || last == rows.Count - 1)
        {
            return;
        }

        if (rows[last].Elements<W.TableCell>().All(cell => StaysWhole(cell, sizes)))
        {
            rows[last].TableRowProperties!.RemoveAllChildren<W.CantSplit>();
            return;
        }

        foreach (var cell in Cells(rows[last]))
        {
            Borders(cell).BottomBorder = new() { Val = W.BorderValues.Nil };
        }

        // The first of the two has it too: copies of it are the rows that people add.
        foreach (var cell in Cells(rows[last]).Concat(Cells(rows[last + 1])))
        {
            Borders(cell).TopBorder = new() { Val = line.Val, Color = line.Color, Size = line.Size, Space = line.Space };
        }
    }

    /// <summary>Whether a row stays on the page of the next one, as LibreOffice sees it: it asks the first paragraph.</summary>
    private static bool GoesAlong(W.TableRow row, DocxStyleSizes sizes) =>
        row.Descendants<W.Paragraph>().FirstOrDefault()?.ParagraphProperties is { } properties
        && (properties.KeepNext is not null || sizes[Style(properties)].KeepNext);

    private static bool StaysWhole(W.TableCell cell, DocxStyleSizes sizes) =>
        cell.Elements<W.Paragraph>().ToList() is [{ ParagraphProperties: { } properties } paragraph]
        && DocxLetters.Lines(paragraph.InnerText, sizes[Style(properties)].Letters, (Width(cell) - Sides) / 20d) <= MostLines;

    private static double Width(W.TableCell cell) => double.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, CultureInfo.InvariantCulture);

    private static string Style(W.ParagraphProperties properties) => properties.ParagraphStyleId?.Val?.Value ?? "Normal";

    private static IEnumerable<W.TableCellProperties> Cells(W.TableRow row) => row.Elements<W.TableCell>().Select(cell => cell.TableCellProperties!);

    private static W.TableCellBorders Borders(W.TableCellProperties cell) => cell.TableCellBorders ??= new();
}
