using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The line under the row after which a table may break for the first time. LibreOffice forgets that line when it reckons what a page
/// holds: where the row fits but for it, all rows that follow are lost, in the window and in print. It reckons with it where the row
/// itself may break. So the row may, where nothing in it can be parted. Under other rows a row without words follows, as low as can be: it stays on
/// the page of the row, the table breaks after it, and the line stands over it, where nothing is forgotten.
/// </summary>
internal static class DocxRowLines
{
    /// <summary>
    /// Lines of a row that people add to, delete and move by its number in the table: no row without words stands among such, as long as theirs
    /// are low. LibreOffice may leave a line of one behind.
    /// </summary>
    private const int MostInAdded = 3;

    /// <summary>How high the row without words is, in twentieths of a point.</summary>
    private const int Low = 20;

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

        var most = rows[last].Ancestors<W.SdtRow>().Any() ? MostInAdded : 1;
        if (rows[last].Elements<W.TableCell>().All(cell => StaysWhole(cell, sizes, most)))
        {
            rows[last].TableRowProperties!.RemoveAllChildren<W.CantSplit>();
            return;
        }

        Close(rows[last], rows[last + 1], line);
    }

    /// <summary>Puts a row without words between two rows, which has the line between them over it.</summary>
    private static void Close(W.TableRow row, W.TableRow next, W.InsideHorizontalBorder line)
    {
        foreach (var paragraph in row.Descendants<W.Paragraph>())
        {
            (paragraph.ParagraphProperties ??= new()).KeepNext = new();
        }

        foreach (var cell in Cells(row))
        {
            // It has the line over it too: copies of it are the rows that people add.
            Borders(cell).TopBorder = Over(line);
            Borders(cell).BottomBorder = None<W.BottomBorder>();
        }

        foreach (var cell in Cells(next))
        {
            Borders(cell).TopBorder = None<W.TopBorder>();
        }

        var closing = DocxTables.Cell((int)row.Elements<W.TableCell>().Sum(Width), [Wml.Paragraph("End")], span: Cells(row).Sum(cell => cell.GridSpan?.Val?.Value ?? 1));
        Borders(closing.TableCellProperties!).TopBorder = Over(line);
        Borders(closing.TableCellProperties!).BottomBorder = None<W.BottomBorder>();
        row.InsertAfterSelf(new W.TableRow(
            new W.TableRowProperties(new W.CantSplit(), new W.TableRowHeight { Val = Low, HeightType = W.HeightRuleValues.Exact }), closing));
    }

    private static W.TopBorder Over(W.InsideHorizontalBorder line) => new() { Val = line.Val, Color = line.Color, Size = line.Size, Space = line.Space };

    private static T None<T>()
        where T : W.BorderType, new() => new() { Val = W.BorderValues.Nil };

    /// <summary>Whether a row stays on the page of the next one, as LibreOffice sees it: it asks the first paragraph.</summary>
    private static bool GoesAlong(W.TableRow row, DocxStyleSizes sizes) =>
        row.Descendants<W.Paragraph>().FirstOrDefault()?.ParagraphProperties is { } properties
        && (properties.KeepNext is not null || sizes[Style(properties)].KeepNext);

    /// <summary>Whether nothing in a cell can be parted, as far as the blank file goes.</summary>
    private static bool StaysWhole(W.TableCell cell, DocxStyleSizes sizes, int most) =>
        cell.Elements<W.Paragraph>().ToList() is [{ ParagraphProperties: { } properties } paragraph]
        && DocxLetters.Lines(paragraph.InnerText, sizes[Style(properties)].Letters, (Width(cell) - Sides) / 20d) <= most;

    private static double Width(W.TableCell cell) => double.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, CultureInfo.InvariantCulture);

    private static string Style(W.ParagraphProperties properties) => properties.ParagraphStyleId?.Val?.Value ?? "Normal";

    private static IEnumerable<W.TableCellProperties> Cells(W.TableRow row) => row.Elements<W.TableCell>().Select(cell => cell.TableCellProperties!);

    private static W.TableCellBorders Borders(W.TableCellProperties cell) => cell.TableCellBorders ??= new();
}
