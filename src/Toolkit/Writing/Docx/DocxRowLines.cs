using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The line under the row after which a table may break for the first time. LibreOffice forgets that line when it reckons what a page
/// holds: where the row fits but for it, all rows that follow are lost, in the window and in print. So there the line belongs to
/// the row that follows, over which it stands in the same place.
/// </summary>
internal static class DocxRowLines
{
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
        && (properties.KeepNext is not null || sizes[properties.ParagraphStyleId?.Val?.Value ?? "Normal"].KeepNext);

    private static IEnumerable<W.TableCellProperties> Cells(W.TableRow row) => row.Elements<W.TableCell>().Select(cell => cell.TableCellProperties!);

    private static W.TableCellBorders Borders(W.TableCellProperties cell) => cell.TableCellBorders ??= new();
}
