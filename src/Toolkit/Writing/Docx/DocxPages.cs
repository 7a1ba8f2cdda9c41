using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// On which page each bookmark will stand: an estimate from the widths of letters and the heights of styles. Only the
/// program that shows a file knows for sure, and Word corrects the numbers when the contents are renewed; but nobody
/// should have to renew them to find a chapter.
/// </summary>
internal sealed class DocxPages
{
    /// <summary>A paragraph of no more lines does not break: each page would have to get two of them.</summary>
    private const int Unbroken = 3;

    /// <summary>How many lines of a paragraph are reckoned not to break.</summary>
    private readonly int _mostWhole;

    private readonly DocxStyleSizes _styles;
    private readonly Func<int, double, double> _noteHeight;
    private readonly Queue<W.SectionProperties> _sections;
    private readonly Dictionary<string, int> _found = [];
    private readonly List<DocxPart> _parts = [];
    private readonly List<Piece> _together = [];
    private double _width;
    private double _height;
    private double _used;
    private double _afterLast;
    private bool _noteOnPage;
    private int _page = 1;
    private int _partStart;
    private int _partPage = 1;

    private DocxPages(W.Body body, DocxStyleSizes styles, Func<int, double, double> noteHeight, int mostWhole)
    {
        _mostWhole = mostWhole;
        _styles = styles;
        _noteHeight = noteHeight;
        _sections = new(body.Descendants<W.SectionProperties>());
        NextSection();
        foreach (var (i, element) in body.Elements().Index())
        {
            if (i > 0 && element is W.Paragraph { ParagraphProperties.PageBreakBefore: not null })
            {
                EndPart(i);
            }

            Put(element);
            if (element is W.Paragraph { ParagraphProperties.SectionProperties: not null })
            {
                EndPart(i + 1);
                NextSection();
            }
        }

        EndPart(body.ChildElements.Count);
    }

    /// <summary>Page numbers by name of bookmark, from 1.</summary>
    public static IReadOnlyDictionary<string, int> Estimate(W.Body body, DocxStyleSizes styles, W.Footnotes notes) => Of(body, styles, notes, Unbroken)._found;

    /// <summary>The parts that begin a page each, in order. Here a few lines that go to the next page do not count: what is set more closely has to spare for them.</summary>
    public static IReadOnlyList<DocxPart> Parts(W.Body body, DocxStyleSizes styles, W.Footnotes notes) => Of(body, styles, notes, mostWhole: 0)._parts;

    private static DocxPages Of(W.Body body, DocxStyleSizes styles, W.Footnotes notes, int mostWhole)
    {
        var texts = notes.Elements<W.Footnote>().Where(n => n.Id!.Value > 0).ToDictionary(n => (int)n.Id!.Value, n => n.InnerText);
        var style = styles["FootnoteText"];
        return new DocxPages(body, styles, (id, width) => (DocxLetters.Lines(texts[id], style.Size, width) * style.Line) + style.After, mostWhole);
    }

    /// <summary>Ends a part; what follows it begins a page.</summary>
    /// <param name="end">The place of the first element that is not of it.</param>
    private void EndPart(int end)
    {
        PutTogether();
        _parts.Add(new DocxPart(_partStart, end, _page - _partPage + 1, _used, _height, _width));
        (_partStart, _partPage) = (end, _page + 1);
        NewPage();
    }

    private void Put(OpenXmlElement element)
    {
        switch (element)
        {
            case W.Paragraph paragraph:
                var content = Content.Of(paragraph);
                var measured = Measure(paragraph, content, _width);
                var shared = Math.Min(_afterLast, measured.Before);
                _afterLast = measured.After;
                Put(new Piece(measured.Height - shared, measured.Keep, content.Bookmarks, content.Notes) { Whole = measured.Keep || measured.Lines <= _mostWhole });
                break;
            case W.Table table:
                var rows = table.Descendants<W.TableRow>().ToList();
                var header = rows.Count > 0 && rows[0].TableRowProperties?.GetFirstChild<W.TableHeader>() is not null ? Height(rows[0], table) : 0;
                _afterLast = 0;
                foreach (var row in rows)
                {
                    var inRow = Content.Of(row);
                    Put(new Piece(Height(row, table), row.Descendants<W.Paragraph>().All(Keeps), inRow.Bookmarks, inRow.Notes)
                    {
                        Whole = true,
                        RepeatedHeader = header,
                    });
                }

                break;
        }
    }

    private void Put(Piece piece)
    {
        _together.Add(piece);
        if (!piece.KeepNext)
        {
            PutTogether();
        }
    }

    /// <summary>Places what must stay together; a new page begins where it no longer fits.</summary>
    private void PutTogether()
    {
        if (_together.Count == 0)
        {
            return;
        }

        // Of a longer paragraph at the end, two lines are enough to stay on the page.
        var needed = _together.SkipLast(1).Sum(p => p.Height) + Math.Min(_together[^1].Height, _together[^1].Whole ? double.MaxValue : 30);
        if (_used > 0 && _used + needed + _together.Sum(p => Room(p.Notes)) > _height)
        {
            NewPage();
            _used = _together[0].RepeatedHeader;
        }

        foreach (var piece in _together)
        {
            foreach (var bookmark in piece.Bookmarks)
            {
                _found[bookmark] = _page;
            }

            _used += piece.Height + Room(piece.Notes);
            _noteOnPage |= piece.Notes.Count > 0;
            while (_used > _height && !piece.Whole)
            {
                var rest = _used - _height;
                NewPage();
                _used = rest;
            }
        }

        _together.Clear();
    }

    private double Room(IReadOnlyCollection<int> notes) =>
        notes.Count == 0 ? 0 : notes.Sum(id => _noteHeight(id, _width)) + (_noteOnPage ? 0 : 14);

    private void NewPage()
    {
        _page++;
        _used = 0;
        _noteOnPage = false;
    }

    private void NextSection()
    {
        if (!_sections.TryDequeue(out var section))
        {
            return;
        }

        var (size, margin) = (section.GetFirstChild<W.PageSize>()!, section.GetFirstChild<W.PageMargin>()!);
        _width = (size.Width!.Value - margin.Left!.Value - margin.Right!.Value) / 20d;
        _height = (size.Height!.Value - margin.Top!.Value - margin.Bottom!.Value) / 20d;
    }

    private DocxStyleSize Style(W.Paragraph paragraph) => _styles[paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal"];

    private bool Keeps(W.Paragraph paragraph) => Style(paragraph).KeepNext || paragraph.ParagraphProperties?.KeepNext is not null;

    private (double Height, double Before, double After, bool Keep, int Lines) Measure(W.Paragraph paragraph, Content content, double available)
    {
        var properties = paragraph.ParagraphProperties;
        var style = Style(paragraph);
        var left = Points(properties?.Indentation?.Left?.Value) ?? style.Left;
        if (properties?.NumberingProperties?.NumberingLevelReference?.Val is { } level)
        {
            left = DocxLists.Indent(level.Value) / 20d;
        }

        var lines = DocxLetters.Lines(content.Text, style.Letters, available - left);
        var before = Points(properties?.SpacingBetweenLines?.Before?.Value) ?? style.Before;
        var after = Points(properties?.SpacingBetweenLines?.After?.Value) ?? style.After;
        var leading = properties?.SpacingBetweenLines?.Line?.Value is { } own ? double.Parse(own, CultureInfo.InvariantCulture) : style.Leading;
        return (before + style.Frame + ((lines - 1) * style.LineAt(leading)) + style.LineAt(leading, box: content.Text.StartsWith(Placeholders.Open)) + after + content.Pictures, before, after, Keeps(paragraph), lines);
    }

    /// <summary>Of the spaces after one paragraph and before the next, the larger one counts.</summary>
    private double Height(IEnumerable<W.Paragraph> paragraphs, double available)
    {
        var (sum, after) = (0d, 0d);
        foreach (var measured in paragraphs.Select(p => Measure(p, Content.Of(p), available)))
        {
            sum += measured.Height - Math.Min(after, measured.Before);
            after = measured.After;
        }

        return sum;
    }

    private double Height(W.TableRow row, W.Table table)
    {
        if (row.TableRowProperties?.GetFirstChild<W.TableRowHeight>() is { HeightType.Value: var rule, Val.Value: var exact } && rule == W.HeightRuleValues.Exact)
        {
            return exact / 20d;
        }

        var margins = table.GetFirstChild<W.TableProperties>()!.TableCellMarginDefault!;
        var sides = (margins.TableCellLeftMargin!.Width!.Value + margins.TableCellRightMargin!.Width!.Value) / 20d;
        var overUnder = (Points(margins.TopMargin!.Width!.Value) + Points(margins.BottomMargin!.Width!.Value))!.Value;
        var text = row.Descendants<W.TableCell>().Max(cell =>
            Height(cell.Elements<W.Paragraph>(), Points(cell.TableCellProperties!.TableCellWidth!.Width!.Value)!.Value - sides)
            + cell.Elements<W.Table>().Sum(inner => inner.Descendants<W.TableRow>().Sum(r => Height(r, inner))));
        var least = row.TableRowProperties?.GetFirstChild<W.TableRowHeight>()?.Val?.Value / 20d ?? 0;
        return Math.Max(text + overUnder, least) + 0.5;
    }

    private static double? Points(string? twentieths) =>
        twentieths is null ? null : double.Parse(twentieths, CultureInfo.InvariantCulture) / 20;

    /// <summary>What a paragraph or a row holds that matters here, gathered in one walk.</summary>
    private sealed class Content
    {
        private readonly StringBuilder _text = new();

        /// <summary>Its words, with <c>\n</c> for forced breaks.</summary>
        public string Text => _text.ToString();

        public List<string> Bookmarks { get; } = [];

        public List<int> Notes { get; } = [];

        /// <summary>Height of its pictures, in points.</summary>
        public double Pictures { get; private set; }

        public static Content Of(OpenXmlElement element)
        {
            var content = new Content();
            content.Walk(element);
            return content;
        }

        private void Walk(OpenXmlElement element)
        {
            for (var child = element.FirstChild; child is not null; child = child.NextSibling())
            {
                switch (child)
                {
                    case W.Text words:
                        _text.Append(words.Text);
                        break;
                    case W.Break:
                        _text.Append('\n');
                        break;
                    case W.TabChar:
                        _text.Append("    ");
                        break;
                    case W.BookmarkStart { Name.Value: { } name } when name.StartsWith("_Toc", StringComparison.Ordinal):
                        Bookmarks.Add(name);
                        break;
                    case W.FootnoteReference reference:
                        Notes.Add((int)reference.Id!.Value);
                        break;
                    case DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent extent:
                        Pictures += extent.Cy!.Value / 12700d;
                        break;
                    default:
                        Walk(child);
                        break;
                }
            }
        }
    }

    /// <summary>A paragraph or a row.</summary>
    private sealed record Piece(double Height, bool KeepNext, IReadOnlyList<string> Bookmarks, IReadOnlyList<int> Notes)
    {
        /// <summary>Whether it may not break across pages.</summary>
        public bool Whole { get; init; }

        /// <summary>Height of the heading that is repeated over it on a new page.</summary>
        public double RepeatedHeader { get; init; }
    }
}

/// <summary>A part of a document that begins a page.</summary>
/// <param name="Start">Its first element's place in the body.</param>
/// <param name="End">The place after its last one.</param>
/// <param name="Pages">How many pages it takes.</param>
/// <param name="Used">How much of the last one, in points.</param>
/// <param name="Height">Of a page, in points.</param>
/// <param name="Width">Of its text, in points.</param>
internal sealed record DocxPart(int Start, int End, int Pages, double Used, double Height, double Width);
