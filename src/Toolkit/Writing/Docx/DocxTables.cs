using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>The frames of tables: what their lines and grounds look like, and what screen readers are told.</summary>
internal static class DocxTables
{
    /// <summary>An empty table as wide as the text.</summary>
    /// <param name="widths">Of the columns, in twentieths of a point.</param>
    /// <param name="borders">Its lines.</param>
    /// <param name="caption">What it is called, for screen readers; empty for none.</param>
    /// <param name="header">Whether its first row holds headings.</param>
    /// <param name="padding">Between the lines and the text, in twentieths of a point.</param>
    public static W.Table Table(
        IReadOnlyList<int> widths, W.TableBorders borders, string caption = "", bool header = false, short padding = 100)
    {
        var properties = new W.TableProperties(
            new W.TableWidth { Width = $"{widths.Sum()}", Type = W.TableWidthUnitValues.Dxa },
            borders,
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(
                new W.TopMargin { Width = $"{(padding / 2) - 20}", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellLeftMargin { Width = padding, Type = W.TableWidthValues.Dxa },
                new W.BottomMargin { Width = $"{(padding / 2) - 20}", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellRightMargin { Width = padding, Type = W.TableWidthValues.Dxa }),
            new W.TableLook { Val = header ? "0020" : "0000", FirstRow = header });
        if (caption.Length > 0)
        {
            properties.Append(new W.TableCaption { Val = Wml.Clean(caption) });
        }

        return new W.Table(properties, new W.TableGrid(widths.Select(w => new W.GridColumn { Width = $"{w}" })));
    }

    /// <summary>A row that does not break across pages.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="header">Whether it is repeated on every page.</param>
    /// <param name="height">At least, in twentieths of a point; 0 for as high as its text.</param>
    public static W.TableRow Row(IEnumerable<W.TableCell> cells, bool header = false, int height = 0)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (height > 0)
        {
            properties.Append(new W.TableRowHeight { Val = (uint)height, HeightType = W.HeightRuleValues.AtLeast });
        }

        if (header)
        {
            properties.Append(new W.TableHeader());
        }

        return new W.TableRow([properties, .. cells]);
    }

    /// <summary>Keeps the first row on the page of the second, and the last on that of the one before it: no page ends or begins with one row alone.</summary>
    public static void KeepEnds(W.Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.Elements<W.TableRow>().Where(row => row.TableRowProperties?.GetFirstChild<W.TableHeader>() is null).ToList();
        foreach (var paragraph in rows.Where((_, i) => i < rows.Count - 1 && (i == 0 || i == rows.Count - 2)).SelectMany(row => row.Descendants<W.Paragraph>()))
        {
            paragraph.ParagraphProperties!.KeepNext = new();
        }
    }

    /// <summary>A cell.</summary>
    /// <param name="width">In twentieths of a point.</param>
    /// <param name="content">Its blocks, the last of which is a paragraph.</param>
    /// <param name="fill">Its ground; empty for paper.</param>
    /// <param name="span">How many columns it takes.</param>
    public static W.TableCell Cell(int width, IEnumerable<OpenXmlElement> content, string fill = "", int span = 1)
    {
        var properties = new W.TableCellProperties(new W.TableCellWidth { Width = $"{width}", Type = W.TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new W.GridSpan { Val = span });
        }

        if (fill.Length > 0)
        {
            properties.Append(Wml.Fill(fill));
        }

        return new W.TableCell([properties, .. content]);
    }

    /// <summary>Lines around every cell, for places to fill in.</summary>
    public static W.TableBorders Grid() => new(
        Wml.Line<W.TopBorder>(DocxColors.Edge, 4),
        Wml.Line<W.LeftBorder>(DocxColors.Edge, 4),
        Wml.Line<W.BottomBorder>(DocxColors.Edge, 4),
        Wml.Line<W.RightBorder>(DocxColors.Edge, 4),
        Wml.Line<W.InsideHorizontalBorder>(DocxColors.Edge, 4),
        Wml.Line<W.InsideVerticalBorder>(DocxColors.Edge, 4));

    /// <summary>Lines over and under each row, for cards: none looks open where a page ends before the next one (<see cref="DocxRowLines"/>).</summary>
    public static W.TableBorders Cards() => new(
        Wml.Line<W.TopBorder>(DocxColors.Edge, 8),
        Wml.Line<W.BottomBorder>(DocxColors.Edge, 8),
        Wml.Line<W.InsideHorizontalBorder>(DocxColors.Edge, 8));

    /// <summary>Lines between the rows, for tables to read.</summary>
    public static W.TableBorders Rows() => new(
        Wml.Line<W.TopBorder>(DocxColors.Ink, 8),
        Wml.Line<W.BottomBorder>(DocxColors.Edge, 4),
        Wml.Line<W.InsideHorizontalBorder>(DocxColors.Rule, 4));

    /// <summary>A line around all of it.</summary>
    public static W.TableBorders Box(string color, uint eighths) => new(
        Wml.Line<W.TopBorder>(color, eighths),
        Wml.Line<W.LeftBorder>(color, eighths),
        Wml.Line<W.BottomBorder>(color, eighths),
        Wml.Line<W.RightBorder>(color, eighths));

    /// <summary>Adds a box as wide as the text around what is written.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="fill">Its ground.</param>
    /// <param name="line">Color of its line.</param>
    /// <param name="eighths">Thickness of its line, in eighths of a point.</param>
    /// <param name="caption">What it is called, for screen readers.</param>
    /// <param name="write">Writes what stands in it.</param>
    /// <param name="after">Style of the empty paragraph that has to follow a table.</param>
    public static void Boxed(DocxWriter writer, string fill, string line, uint eighths, string caption, Action write, string after = "Gap")
    {
        ArgumentNullException.ThrowIfNull(writer);
        Boxed(writer, fill, line, eighths, caption, after, (100, write));
    }

    /// <summary>A box with parts beside each other.</summary>
    /// <param name="parts">How much of the width each takes, and what writes it.</param>
    public static void Boxed(DocxWriter writer, string fill, string line, uint eighths, string caption, string after, params (double Weight, Action Write)[] parts)
    {
        // Parts beside each other have little room.
        var padding = (short)(parts.Length > 1 ? 140 : 200);
        var widths = Share(writer.Width, [.. parts.Select(p => p.Weight)]);
        var box = Table([.. widths], Box(line, eighths), caption, padding: padding);
        box.Append(Row([.. parts.Select((part, i) => writer.Into(Cell(widths[i], [], fill), widths[i] - (2 * padding), part.Write))]));
        writer.Paragraph("Gap");
        writer.Add(box);
        writer.Paragraph(after);
    }

    /// <summary>Shares a width by weights; the parts add up to it.</summary>
    /// <param name="width">What there is to share.</param>
    /// <param name="weights">One per part.</param>
    /// <param name="least">What each part needs at least; given out before the rest is shared. None where not said.</param>
    public static IReadOnlyList<int> Share(int width, IReadOnlyList<double> weights, IReadOnlyList<int>? least = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var needs = least is not null && least.Sum() < width ? least : [.. weights.Select(_ => 0)];
        var rest = width - needs.Sum();
        var parts = weights.Select((w, i) => needs[i] + (int)(rest * w / weights.Sum())).ToArray();
        parts[^1] += width - parts.Sum();
        return parts;
    }
}
