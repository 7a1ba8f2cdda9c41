using DocumentFormat.OpenXml;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>What all instruments share in Word: how they open, and rows with a label and a place to answer.</summary>
internal static class DocxForm
{
    /// <summary>Least height of a place that is written in by hand, in twentieths of a point: 0.35 inch and the lines around it.</summary>
    public const int HandHeight = 520;

    /// <summary>Each line of a long answer.</summary>
    private const int LineHeight = 400;

    /// <summary>Characters of options that stand on one line; more get a line each.</summary>
    private const int LongestLine = 50;

    /// <summary>
    /// Opens an instrument: its title as a heading, unless the document is about it alone or the heading before says the
    /// same; how to answer; the partner.
    /// </summary>
    /// <returns>The level of headings inside it.</returns>
    public static int Open(DocxWriter writer, Instrument instrument, string howTo)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(instrument);
        if (instrument.Principle is { } principle)
        {
            writer.Accent = DocxColors.Accent(principle);
        }

        var alone = writer.Document.Kind == DocumentKind.Instrument;
        var isSaid = alone || writer.HasJustSaid(instrument.Title);
        var level = alone ? Math.Max(2, writer.Level) : writer.Level + 1;
        if (!isSaid)
        {
            // What leads to it goes along with it: it may follow a heading, which would be left behind on a sheet half empty.
            writer.KeepLeadIn();
            writer.Heading(level, instrument.Title, instrument.Id, instrument.TitleLanguage);
            level++;
        }

        var mark = $"{writer.Numbers.Next()}";
        OpenXmlElement[] hint = isSaid
            ? [new W.BookmarkStart { Id = mark, Name = DocxLinks.Bookmark(instrument.Id) }, Wml.Run(howTo), new W.BookmarkEnd { Id = mark }]
            : [Wml.Run(howTo)];
        writer.Paragraph("HowTo", hint);
        if (instrument.PartnerField is { } partner)
        {
            var rows = new DocxFormRows(writer);
            rows.Add(partner, []);
            rows.Close();
        }

        return level;
    }

    /// <summary>How high a row is in which a label stands over so many lines to write on.</summary>
    /// <param name="label">Height of the label and what explains it, in points.</param>
    /// <param name="lines">As the author asks for.</param>
    public static int HeightUnder(double label, int lines) =>
        Math.Max(LineHeight * (Math.Max(2, lines) + 1), (int)Math.Ceiling(label * 20) + HandHeight);

    /// <summary>The options of a choice in small print, so that they can be read and circled on paper.</summary>
    public static W.Paragraph Options(DocxWriter writer, IReadOnlyList<Option> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Sum(o => o.Label.Length) <= LongestLine)
        {
            return OptionsOnALine(writer, options);
        }

        var lines = options.SelectMany(o => new[] { Wml.Break(), Wml.In(o.Label, o.Language) }).Skip(1);
        return Wml.Paragraph("Hint", [.. lines]);
    }

    /// <summary>Options that do not break within a line, with a point between them.</summary>
    public static OpenXmlElement[] OnPaper(DocxWriter writer, IEnumerable<Option> options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.Inline(Foreign.Listed(options.Select(o => o with { Label = o.Label.Replace(' ', '\u00a0') }), "  \u00b7  "));
    }

    /// <summary>The same, one after the other however many there are.</summary>
    public static W.Paragraph OptionsOnALine(DocxWriter writer, IEnumerable<Option> options, string style = "Hint") => Wml.Paragraph(style, OnPaper(writer, options));
}

/// <summary>A table of labels and places to answer, one field a row. Fields that follow each other share one.</summary>
internal sealed class DocxFormRows
{
    private readonly DocxWriter _writer;
    private readonly IReadOnlyList<int> _widths;
    private W.Table? _table;

    public DocxFormRows(DocxWriter writer)
    {
        _writer = writer;
        _widths = DocxTables.Share(writer.Width, [38, 62]);
    }

    /// <summary>Adds a field.</summary>
    public void Add(Field field, IReadOnlyList<Inline> hint)
    {
        _table ??= DocxTables.Table(_widths, DocxTables.Grid());
        _table.Append(field.Kind switch
        {
            FieldKind.Check => Tick(field, hint),
            FieldKind.LongText => Long(field, hint),
            FieldKind.Text or FieldKind.Date or FieldKind.Choice => Short(field, hint),
        });
    }

    /// <summary>Ends the table, if one was begun.</summary>
    public void Close()
    {
        if (_table is not null)
        {
            DocxTables.KeepEnds(_table);
            _writer.Add(_table);
            _writer.Paragraph("Gap");
            _table = null;
        }
    }

    private W.TableRow Short(Field field, IReadOnlyList<Inline> hint)
    {
        List<OpenXmlElement> answer = [Wml.Paragraph("Answer", _writer.Controls.Control(field))];
        if (field.Kind.HasOptions())
        {
            answer.Add(DocxForm.Options(_writer, field.Options));
        }

        return DocxTables.Row(
            [DocxTables.Cell(_widths[0], Label(field, hint), DocxColors.Wash), DocxTables.Cell(_widths[1], answer)],
            height: DocxForm.HandHeight);
    }

    private W.TableRow Long(Field field, IReadOnlyList<Inline> hint)
    {
        var width = (_widths.Sum() - (2 * _writer.Padding)) / 20d;
        var label = _writer.Sizes.Height("Label", field.Label, width) + (hint.Count > 0 ? _writer.Sizes.Height("Hint", InlineText.Plain(hint), width) : 0);
        return DocxTables.Row(
            [DocxTables.Cell(_widths.Sum(), [.. Label(field, hint), Wml.Paragraph("Answer", _writer.Controls.Control(field))], span: 2)],
            height: DocxForm.HeightUnder(label, field.Lines));
    }

    private W.TableRow Tick(Field field, IReadOnlyList<Inline> hint)
    {
        var tick = Wml.Paragraph("Tick", [.. _writer.Controls.Control(field), Wml.Tab(), Wml.In(field.Label, field.Language)]);
        tick.ParagraphProperties!.SpacingBetweenLines = new() { Before = "60", After = "60" };
        return DocxTables.Row([DocxTables.Cell(_widths.Sum(), hint.Count > 0 ? [tick, Wml.Paragraph("TickHint", _writer.Inline(hint))] : [tick], span: 2)]);
    }

    private IEnumerable<OpenXmlElement> Label(Field field, IReadOnlyList<Inline> hint)
    {
        yield return Wml.Paragraph("Label", Wml.In(field.Label, field.Language));
        if (hint.Count > 0)
        {
            yield return Wml.Paragraph("Hint", _writer.Inline(hint));
        }
    }
}
