using DocumentFormat.OpenXml;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>A table to fill in: rows that people may add are a repeating section, rows that the author names are plain.</summary>
internal static class DocxFieldTable
{
    /// <summary>With more columns than this the paper is laid on its long side.</summary>
    private const int MostUpright = 6;

    /// <summary>Options with more letters stand above the table once, and not in each of its rows.</summary>
    private const int MostInRow = 60;

    /// <summary>Cells of a card, side by side.</summary>
    private const int CardCells = 3;

    private const short NarrowPadding = 60;
    private const short WidePadding = 100;

    /// <summary>Whether it needs paper that lies on its long side.</summary>
    public static bool IsWide(FieldTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Columns.Count + (table.CanGrow ? 0 : 1) > MostUpright && !IsCards(table);
    }

    /// <summary>
    /// Whether each row is a card, its answers below each other in a few cells: there are more columns than fit, and the author says
    /// which come first.
    /// </summary>
    public static bool IsCards(FieldTable table) =>
        table.CanGrow && table.Columns.Count > MostUpright && table.Columns.Any(c => c.Marks.Contains(ColumnMark.Main));

    /// <summary>Adds the table with its caption, and what helps to fill it in.</summary>
    public static void Write(DocxWriter writer, FieldTable table)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(table);
        if (IsCards(table))
        {
            Cards(writer, table);
            return;
        }

        var widths = Widths(writer.Width, table);
        var frame = DocxTables.Table(widths, DocxTables.Grid(), table.Label, header: true, padding: IsWide(table) ? NarrowPadding : WidePadding);
        frame.Append(Header(table, widths, writer.Words.Common.Row));
        if (table.CanGrow)
        {
            frame.Append(writer.Controls.Repeating(
                $"{table.Instrument}.{table.Id}", table.Label, table.BlankKeys.Select(key => Row(writer, table, widths, key))));
        }
        else
        {
            frame.Append(table.FixedRows.Select(row => Row(writer, table, widths, row.Key, row)));
            DocxTables.KeepEnds(frame);
        }

        Caption(writer, table);
        Options(writer, table.Columns.Where(c => c.Options.Count > 0));
        writer.Add(frame);
        if (table.CanGrow)
        {
            writer.Paragraph("After", Wml.Run(writer.Words.Documents.AddRows));
        }

        writer.Paragraph("Gap");
    }

    /// <summary>What can be chosen in some columns, above the table.</summary>
    private static void Options(DocxWriter writer, IEnumerable<FieldColumn> columns)
    {
        foreach (var column in columns)
        {
            var options = DocxForm.OptionsOnALine(writer, column.Options);
            options.ParagraphProperties!.KeepNext = new();
            options.InsertAfter(Wml.In(column.Label + ":  ", column.Language, "Strong"), options.ParagraphProperties);
            writer.Add(options);
        }
    }

    /// <summary>
    /// One row of the table for each row, so that Word repeats the whole card and every program keeps it together. What names a row
    /// stands first; labels and answers stand below each other.
    /// </summary>
    private static void Cards(DocxWriter writer, FieldTable table)
    {
        var widths = DocxTables.Share(writer.Width, [.. Enumerable.Repeat(1.0, CardCells)]);
        var frame = DocxTables.Table(widths, DocxTables.Cards(), table.Label, padding: WidePadding);
        var columns = Spread([.. table.Columns.OrderBy(c => c.Marks.Contains(ColumnMark.Main) ? 0 : 1)]);
        frame.Append(writer.Controls.Repeating(
            $"{table.Instrument}.{table.Id}",
            table.Label,
            table.BlankKeys.Select(key => DocxTables.Row(columns.Select((cell, i) => DocxTables.Cell(
                widths[i], cell.SelectMany(column => Labelled(writer, table, key, column)), i == 0 ? DocxColors.Wash : ""))))));
        Caption(writer, table);
        Options(writer, table.Columns.Where(c => c.Options.Count > 0 && !IsInRow(c)));
        writer.Add(frame);
        writer.Paragraph("After", Wml.Run(writer.Words.Documents.AddRows));
        writer.Paragraph("Gap");
    }

    /// <summary>What the table is called, unless the heading over it just said so.</summary>
    private static void Caption(DocxWriter writer, FieldTable table)
    {
        if (!writer.HasJustSaid(table.Label))
        {
            writer.Paragraph("Caption", Wml.In(table.Label, table.Language));
        }
    }

    private static IEnumerable<OpenXmlElement> Labelled(DocxWriter writer, FieldTable table, string key, FieldColumn column)
    {
        yield return Wml.Paragraph("CardLabel", Wml.In(column.Label, column.Language));
        var control = writer.Controls.Control(table.Cell(key, column), fixedInPlace: false);
        if (IsInRow(column))
        {
            yield return Wml.Paragraph("CellAnswer", control);
            yield return DocxForm.OptionsOnALine(writer, column.Options, "CardOptions");
        }
        else
        {
            yield return Wml.Paragraph("CardAnswer", control);
        }
    }

    /// <summary>Whether what can be chosen stands in each row, to be circled by hand.</summary>
    private static bool IsInRow(FieldColumn column) => column.Options.Count > 0 && column.Options.Sum(o => o.Label.Length) <= MostInRow;

    /// <summary>Columns in order, parted into cells of about the same height.</summary>
    private static List<List<FieldColumn>> Spread(IReadOnlyList<FieldColumn> columns)
    {
        static double Height(FieldColumn column) => IsInRow(column) ? 1.9 : 1;
        var cells = new List<List<FieldColumn>> { new() };
        var left = columns.Sum(Height);
        var (height, most) = (0.0, left / CardCells);
        foreach (var column in columns)
        {
            if (height >= most && cells.Count < CardCells)
            {
                cells.Add([]);
                most = left / (CardCells + 1 - cells.Count);
                height = 0;
            }

            cells[^1].Add(column);
            height += Height(column);
            left -= Height(column);
        }

        return cells;
    }

    private static W.TableRow Header(FieldTable table, IReadOnlyList<int> widths, string row)
    {
        (string Text, string Language)[] headings = table.CanGrow ? [] : [table.RowHeading.Length > 0 ? (table.RowHeading, table.RowHeadingLanguage) : (row, "")];
        return DocxTables.Row(
            headings.Concat(table.Columns.Select(c => (Text: c.Label, c.Language))).Select((heading, i) =>
                DocxTables.Cell(widths[i], [Wml.Paragraph(IsWide(table) ? "WideHead" : "CellHead", Wml.In(heading.Text, heading.Language))], DocxColors.Wash)),
            header: true);
    }

    private static W.TableRow Row(DocxWriter writer, FieldTable table, IReadOnlyList<int> widths, string key, FixedRow? label = null)
    {
        var cells = table.Columns.Select((column, i) => DocxTables.Cell(
            widths[label is null ? i : i + 1],
            [Answer(column, IsWide(table) ? "WideAnswer" : "CellAnswer", writer.Controls.Control(table.Cell(key, column), fixedInPlace: label is not null))]));
        var named = label is null
            ? cells
            : cells.Prepend(DocxTables.Cell(widths[0], [Wml.Paragraph("Cell", Wml.In(label.Label, label.Language, "Strong"))], DocxColors.Wash));
        return DocxTables.Row(named, height: table.Columns.Any(c => c.Kind.HasLines()) ? 700 : DocxForm.HandHeight);
    }

    /// <summary>A box to tick is higher than the words beside it: without room over it, it stands on their line.</summary>
    private static W.Paragraph Answer(FieldColumn column, string style, OpenXmlElement[] control)
    {
        var answer = Wml.Paragraph(style, control);
        answer.ParagraphProperties!.SpacingBetweenLines = column.Kind.IsTicked() ? new() { Before = "0" } : null;
        return answer;
    }

    /// <summary>No heading breaks within a word; what is left goes where people write most.</summary>
    private static IReadOnlyList<int> Widths(int width, FieldTable table)
    {
        var headings = table.Columns.Select(c => c.Label);
        var needs = table.Columns.Select(c => Need(c.Kind));
        if (!table.CanGrow)
        {
            headings = headings.Prepend(table.RowHeading);
            // Two lines are enough for most names of rows.
            needs = needs.Prepend(Math.Clamp((table.FixedRows.Max(row => row.Label.Length) / 2) + 1, 13, 17));
        }

        var (letter, padding) = IsWide(table) ? (100, NarrowPadding) : (116, WidePadding);
        var least = headings.Zip(needs, (heading, need) => (Math.Max(LongestWord(heading), (int)need) * letter) + (2 * padding));
        return DocxTables.Share(width, [.. needs], IsWide(table) ? [.. headings.Select(h => (LongestWord(h) * letter) + (2 * padding))] : [.. least]);
    }

    /// <summary>Roughly how many characters an answer wants on a line.</summary>
    private static double Need(FieldKind kind) => kind switch
    {
        FieldKind.Check => 5,
        FieldKind.Date => 10,
        FieldKind.Choice => 11,
        FieldKind.LongText => 18,
        FieldKind.Text => 12,
    };

    private static int LongestWord(string label) => label.Split(' ').Max(w => w.Length);
}
