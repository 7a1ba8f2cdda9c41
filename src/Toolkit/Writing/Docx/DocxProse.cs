using DocumentFormat.OpenXml;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>Paragraphs, lists, tables to read and quotations.</summary>
internal sealed class DocxProse(DocxWriter writer, DocxLists lists)
{
    /// <summary>A table with no more rows, and no more in them than half a page takes, stays on one page.</summary>
    private const int MostRows = 6;

    private const int MostLetters = 1400;

    /// <summary>Letters that stand on one line of a column: a date, a number, a few short words.</summary>
    private const int MostOnALine = 16;

    /// <summary>Beside the text of a column, with a little that programs differ by, in twentieths of a point.</summary>
    private const int Sides = 230;

    private bool _quoted;

    /// <summary>Whether the block comes right after a chapter's heading: a line in italics is then what the chapter is about.</summary>
    private bool _opensChapter;

    /// <summary>Adds a block of prose.</summary>
    public void Write(Block block)
    {
        var opened = _opensChapter;
        _opensChapter = false;
        switch (block)
        {
            case Heading heading:
                WriteHeading(heading);
                break;
            case Paragraph paragraph:
                if (opened && paragraph.Content is [Emphasis { Content: var lead }])
                {
                    writer.Paragraph("Lead", writer.Inline(lead));
                    break;
                }

                Add(writer.Inline(paragraph.Content));
                break;
            case ListBlock list:
                List(list);
                break;
            case TableBlock table:
                Table(table);
                break;
            case QuoteBlock quote:
                var before = _quoted;
                _quoted = true;
                writer.Blocks(quote.Content);
                _quoted = before;
                break;
            case CodeBlock code:
                CodeLines(code);
                break;
            case ThematicBreak:
                writer.Paragraph("Break");
                break;
            default:
                throw new InvalidOperationException($"No Word view for {block.GetType().Name} at {block.Source}");
        }
    }

    /// <summary>A chapter of the whole guide opens on a page of its own and takes the colors of its principle.</summary>
    private void WriteHeading(Heading heading)
    {
        var text = InlineText.Plain(heading.Content);
        if (writer.Document.Kind == DocumentKind.Guide && heading.Level == 2)
        {
            DocxFurniture.OpenChapter(writer, text, heading.Id, writer.Inline(heading.Content));
            _opensChapter = true;
            return;
        }

        writer.Heading(heading.Level, text, heading.Id, writer.Inline(heading.Content));
    }

    private void Add(OpenXmlElement[] content)
    {
        var paragraph = Wml.Paragraph(_quoted ? "Quote" : writer.Depth > 0 ? "ListParagraph" : "Normal", content);
        if (writer.Depth > 0)
        {
            paragraph.ParagraphProperties!.Indentation = new() { Left = $"{DocxLists.Indent(writer.Depth - 1)}" };
        }

        writer.Add(paragraph);
    }

    private void List(ListBlock list)
    {
        var level = writer.Depth;
        var number = lists.List(list, level);
        writer.KeepLeadIn();
        writer.Depth++;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var blocks = list.Items[i];
            var first = blocks.Count > 0 ? blocks[0] as Paragraph : null;
            var item = Wml.Paragraph("ListParagraph", first is null ? [] : writer.Inline(first.Content));
            item.ParagraphProperties!.NumberingProperties = DocxLists.Item(number, level);
            // What explains an item stays near to it.
            var (last, explained) = (i == list.Items.Count - 1 && level == 0, list.Tight && first is not null && blocks.Count > 1);
            if (!explained && (!list.Tight || last))
            {
                item.ParagraphProperties.SpacingBetweenLines = new() { After = "130" };
            }

            if ((i == 0 && level == 0 && list.Items.Count > 1) || (first is not null && blocks.Count > 1))
            {
                // What leads to a list is not left with one line of it, nor an item without what explains it.
                item.ParagraphProperties.KeepNext = new();
            }

            writer.Add(item);
            writer.Blocks(first is null ? blocks : blocks.Skip(1));
            if (explained && last)
            {
                writer.SpaceLast(after: "130");
            }
        }

        writer.Depth--;
    }

    private void Table(TableBlock table)
    {
        writer.KeepLeadIn(titled: table.Caption.Count > 0);
        if (table.Caption.Count > 0)
        {
            writer.Paragraph("Caption", writer.Inline(table.Caption));
        }

        var widths = DocxTables.Share(
            writer.Width,
            [.. table.Header.Select((head, i) => Weight(head, table.Rows.Select(r => r[i])))],
            [.. table.Header.Select((head, i) => Least(head, table.Rows.Select(r => r[i])))]);
        var frame = DocxTables.Table(widths, DocxTables.Rows(), InlineText.Plain(table.Caption), header: true);
        frame.Append(DocxTables.Row(
            table.Header.Select((cell, i) => Cell(cell, widths[i], table.Alignments[i], "CellHead")), header: true));
        foreach (var row in table.Rows)
        {
            frame.Append(DocxTables.Row(row.Select((cell, i) => Cell(cell, widths[i], table.Alignments[i], "Cell"))));
        }

        if (table.Rows.Count <= MostRows && frame.InnerText.Length <= MostLetters)
        {
            foreach (var paragraph in frame.Elements<W.TableRow>().SkipLast(1).SelectMany(row => row.Descendants<W.Paragraph>()))
            {
                paragraph.ParagraphProperties!.KeepNext = new();
            }
        }

        DocxTables.KeepEnds(frame);
        writer.Add(frame);
        writer.Paragraph("Gap");
    }

    /// <summary>A column with much text gets more room, though not in proportion: short columns must not break words.</summary>
    private static double Weight(IReadOnlyList<Inline> head, IEnumerable<IReadOnlyList<Inline>> cells)
    {
        var texts = cells.Select(InlineText.Plain).Append(InlineText.Plain(head)).ToList();
        var longestWord = texts.SelectMany(t => t.Split(' ')).Max(w => w.Length);
        return Math.Max(longestWord + 2, 2.2 * Math.Sqrt(texts.Max(t => t.Length)));
    }

    /// <summary>What a column of a few short words needs to say each of them on a line; nothing where it has longer texts.</summary>
    private int Least(IReadOnlyList<Inline> head, IEnumerable<IReadOnlyList<Inline>> cells)
    {
        var texts = cells.Select(InlineText.Plain).ToList();
        if (texts.Count == 0 || texts.Max(text => text.Length) > MostOnALine)
        {
            return 0;
        }

        var widest = Math.Max(texts.Max(text => Wide(text, "Cell")), InlineText.Plain(head).Split(' ').Max(word => Wide(word, "CellHead")));
        return (int)Math.Ceiling(widest * 20) + Sides;

        double Wide(string text, string style) => DocxLetters.Width(text, writer.Sizes[style].Letters);
    }

    private W.TableCell Cell(IReadOnlyList<Inline> content, int width, Alignment alignment, string style)
    {
        var paragraph = Wml.Paragraph(style, writer.Inline(content));
        if (alignment != Alignment.Start)
        {
            paragraph.ParagraphProperties!.Justification = new()
            {
                Val = alignment == Alignment.Center ? W.JustificationValues.Center : W.JustificationValues.Right,
            };
        }

        return DocxTables.Cell(width, [paragraph]);
    }

    private void CodeLines(CodeBlock code)
    {
        foreach (var line in code.Text.TrimEnd('\n').Split('\n'))
        {
            writer.Paragraph("Typed", Wml.Run(line.Replace("\t", "    ", StringComparison.Ordinal)));
        }

        writer.Paragraph("Gap");
    }
}
