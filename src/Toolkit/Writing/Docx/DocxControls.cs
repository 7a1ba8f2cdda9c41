using System.Globalization;
using DocumentFormat.OpenXml;
using Toolkit.Model;
using Toolkit.Words;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;
using W15 = DocumentFormat.OpenXml.Office2013.Word;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The content controls of one document. A control stands within a line, carries the field id as its tag and the label
/// as its name, and a bookmark stands around it: some programs keep only the bookmark.
/// </summary>
public sealed class DocxControls
{
    private readonly Document _document;
    private readonly PlaceholderWords _placeholders;
    private readonly DocxNumbers _numbers;
    private readonly string _datePattern;
    private readonly string _language;
    private readonly FieldNames _names;
    private readonly Dictionary<string, int> _serials = [];
    private readonly HashSet<string> _written = [];

    internal DocxControls(Document document, SiteSettings settings, LanguageWords words, DocxNumbers numbers)
    {
        // As readers write a day; what is kept beside it says it without an order.
        _datePattern = settings.MonthFirst ? "MM/dd/yyyy" : settings.DayFirst ? "dd/MM/yyyy" : "yyyy-MM-dd";
        _language = settings.DocumentLanguage;
        _document = document;
        _placeholders = words.Common.Placeholder;
        _names = new FieldNames(document, words.Documents);
        _numbers = numbers;
        foreach (var (i, id) in document.Serials.Index().Where(s => s.Item.Length > 0))
        {
            _serials.Add(id, i + 1);
        }
    }

    /// <summary>The bookmark of a field: the document's code and the field's serial, so that a file that lost its metadata is still known.</summary>
    public static string Bookmark(Document document, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"tk_{document.Code}_{serial}");

    /// <summary>The control of a field with its bookmark around it, to stand in a paragraph.</summary>
    /// <param name="field">One of the document's fields; each is written once.</param>
    /// <param name="fixedInPlace">Whether Word keeps people from deleting it; not in rows, which may be removed.</param>
    /// <exception cref="InvalidOperationException">The document does not list the field, or it was written before.</exception>
    public OpenXmlElement[] Control(Field field, bool fixedInPlace = true)
    {
        if (!_serials.TryGetValue(field.Id.Value, out var serial) || !_written.Add(field.Id.Value))
        {
            throw new InvalidOperationException($"Document '{_document.Id}' does not list the field '{field.Id}' once");
        }

        var mark = _numbers.Next().ToString(CultureInfo.InvariantCulture);
        return
        [
            new W.BookmarkStart { Id = mark, Name = Bookmark(_document, serial) },
            new W.SdtRun(Properties(field, fixedInPlace), new W.SdtContentRun(Content(field))),
            new W.BookmarkEnd { Id = mark },
        ];
    }

    /// <summary>A section of a table whose rows people add with Word's plus sign.</summary>
    /// <param name="tag">The table's id, <c>instrument.table</c>.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="rows">The rows it starts with.</param>
    public W.SdtRow Repeating(string tag, string label, IEnumerable<W.TableRow> rows) =>
        Repeating(tag, label, rows.Select(row => new OpenXmlElement[] { row }));

    /// <summary>The same, where what is repeated is several rows, or rows with a section of their own in them.</summary>
    public W.SdtRow Repeating(string tag, string label, IEnumerable<OpenXmlElement[]> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var items = new W.SdtContentRow();
        foreach (var unit in units)
        {
            items.Append(new W.SdtRow(
                new W.SdtProperties(Id(), new W15.SdtRepeatedSectionItem()), new W.SdtContentRow(unit)));
        }

        return new W.SdtRow(
            new W.SdtProperties(
                new W.SdtAlias { Val = Wml.Clean(label) },
                new W.Tag { Val = tag },
                Id(),
                new W15.SdtRepeatedSection(new W15.SectionTitle { Val = Wml.Clean(label) })),
            items);
    }

    /// <summary>A section of paragraphs in a template, of which one item is the pattern.</summary>
    /// <param name="tag"><c>row:NAME</c>.</param>
    /// <param name="label">What stands there.</param>
    /// <param name="item">Paragraphs, and sections of their own.</param>
    public W.SdtBlock RepeatingBlock(string tag, string label, IEnumerable<OpenXmlElement> item) => new(
        new W.SdtProperties(
            new W.SdtAlias { Val = Wml.Clean(label) },
            new W.Tag { Val = tag },
            Id(),
            new W15.SdtRepeatedSection(new W15.SectionTitle { Val = Wml.Clean(label) })),
        new W.SdtContentBlock(new W.SdtBlock(
            new W.SdtProperties(Id(), new W15.SdtRepeatedSectionItem()), new W.SdtContentBlock(item))));

    /// <summary>A place in a template that the browser writes into; no field.</summary>
    /// <param name="tag"><c>text:NAME</c>, or <c>cell:NAME</c> within a repeated row.</param>
    /// <param name="label">What stands there.</param>
    /// <param name="style">Character style of what is written; empty for that of the paragraph.</param>
    public W.SdtRun Slot(string tag, string label, string style = "") => new(
        new W.SdtProperties(new W.SdtAlias { Val = Wml.Clean(label) }, new W.Tag { Val = tag }, Id()),
        new W.SdtContentRun(style.Length > 0 ? Wml.Styled("\u2013", style) : Wml.Run("\u2013")));

    /// <summary>Fails where a field of the document was not written.</summary>
    /// <exception cref="InvalidOperationException">Names the first field that is missing.</exception>
    internal void CheckAllWritten()
    {
        if (_serials.Keys.FirstOrDefault(id => !_written.Contains(id)) is { } missing)
        {
            throw new InvalidOperationException($"The field '{missing}' stands nowhere in the Word file of document '{_document.Id}'");
        }
    }

    private W.SdtProperties Properties(Field field, bool fixedInPlace)
    {
        var properties = new W.SdtProperties(new W.SdtAlias { Val = Wml.Clean(_names.Of(field)) }, new W.Tag { Val = field.Id.Value }, Id());
        if (fixedInPlace)
        {
            properties.Append(new W.Lock { Val = W.LockingValues.SdtLocked });
        }

        if (Placeholders.For(field.Kind, _placeholders) is not null)
        {
            properties.Append(
                new W.SdtPlaceholder(new W.DocPartReference { Val = DocxPlaceholderParts.NameFor(field.Kind) }),
                new W.ShowingPlaceholder());
        }

        if (Kind(field) is { } kind)
        {
            properties.Append(kind);
        }

        return properties;
    }

    /// <summary>
    /// Text has no kind: out of a control for plain text LibreOffice throws line breaks, and writes Chinese or Arabic in
    /// it several times.
    /// </summary>
    private OpenXmlElement? Kind(Field field) => field.Kind switch
    {
        FieldKind.Text or FieldKind.LongText => null,
        FieldKind.Choice => new W.SdtContentDropDownList(
            field.Options.Select(o => new W.ListItem { DisplayText = Wml.Clean(o.Label), Value = o.Id })),
        FieldKind.Date => new W.SdtContentDate(
            new W.DateFormat { Val = _datePattern },
            new W.LanguageId { Val = _language },
            new W.SdtDateMappingType { Val = W.DateFormatValues.DateTime },
            new W.Calendar { Val = W.CalendarValues.Gregorian }),
        FieldKind.Check => new W14.SdtContentCheckBox(
            new W14.Checked { Val = W14.OnOffValues.Zero },
            new W14.CheckedState { Val = Code(Placeholders.Done), Font = "MS Gothic" },
            new W14.UncheckedState { Val = Code(Placeholders.Open), Font = "MS Gothic" }),
    };

    private W.Run Content(Field field) => Placeholders.For(field.Kind, _placeholders) is { } words
        ? Wml.Styled(words, "PlaceholderText")
        : Wml.Styled(Placeholders.Open, "Box");

    private static string Code(string box) => ((int)box[0]).ToString("X4", CultureInfo.InvariantCulture);

    private W.SdtId Id() => new() { Val = 100_000 + _numbers.Next() };
}

/// <summary>Numbers that are used once in a document.</summary>
internal sealed class DocxNumbers
{
    private int _last;

    /// <summary>The next one, from 1.</summary>
    public int Next() => ++_last;
}
