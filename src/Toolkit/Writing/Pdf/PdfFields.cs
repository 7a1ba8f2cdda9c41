using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// Turns the field links of a PDF from Typst into form fields. Structure, title, language and tab order are right already;
/// touched are only the links' annotations and their structure elements.
/// </summary>
internal sealed class PdfFields
{
    private const string LinkStart = "https://field.invalid/";

    /// <summary>What follows it where the place is drawn at which a filled file says that rows of a table stand elsewhere.</summary>
    private const string RowsStart = "rows:";

    /// <summary>
    /// Where that place is, in the node of the table's name: page, corners, and the element of the structure that is empty until then
    /// (<c>theme/scripts/documents/pdf-rows.ts</c>).
    /// </summary>
    private const string RowsKey = "PartnershipToolkitRows";

    /// <summary>Cells of a table that are this high, in points, let their line of text go on below.</summary>
    private const double TwoLines = 30;

    /// <summary>The smallest letters that can be read, and what programs leave free beside a text in its box; both in points.</summary>
    private const double LeastSize = 7;

    private const double Beside = 5;

    /// <summary>What a ticked box is worth, in the file and in an answer.</summary>
    private const string Ticked = "yes";

    private readonly PdfFile _file;
    private readonly Dictionary<string, Field> _fields;
    private readonly Dictionary<int, (PdfDictionary Element, PdfReference Reference)> _owners = [];
    private readonly HashSet<string> _found = [];
    private readonly PdfFieldNames _names;
    private readonly FieldNames _called;
    private readonly PdfAppearance _appearance;

    private readonly DocumentWords _words;
    private readonly string _dateFormat;
    private readonly PdfFieldFont _letters;

    private PdfFields(PdfFile file, Document document, SiteSettings settings, DocumentWords words, PdfFieldFont letters, PdfReference font)
    {
        _file = file;
        _letters = letters;
        _words = words;
        _dateFormat = PdfForm.DateFormat(settings, words);
        _called = new FieldNames(document, words);
        _fields = document.Fields.ToDictionary(f => f.Id.Value);
        _names = new PdfFieldNames(file);
        _appearance = new PdfAppearance(file, font);
        FindOwners((PdfReference)file.Catalog["StructTreeRoot"]!, 0);
    }

    /// <summary>What follows the start of a field link for one option of radio buttons.</summary>
    public static string OptionLink(Field field, Option option) => $"{field.Id}#{option.Id}";

    /// <summary>The file with fields and with what the document says about itself.</summary>
    /// <exception cref="FormatException">The file does not hold every field of the document exactly once.</exception>
    public static byte[] Add(byte[] pdf, Document document, SiteSettings settings, DocumentWords words, PdfFieldFont font)
    {
        var file = PdfFile.Read(pdf);
        // Some readers take a plain "false" there for a mistake; leaving it out says the same.
        file.Dictionary(file.Catalog["MarkInfo"])["Suspects"] = null;
        file.Trailer["Info"] ??= file.Add(new PdfDictionary());
        file.Dictionary(file.Trailer["Info"])[DocumentMetadata.Key] = PdfString.Of(DocumentMetadataJson.For(document, settings));
        if (document.Fields.Count > 0)
        {
            var fontReference = font.AddTo(file);
            new PdfFields(file, document, settings, words, font, fontReference).AddForm(fontReference);
        }

        PdfRowHeaders.Add(file);
        return PdfFileWriter.Write(file);
    }

    private void AddForm(PdfReference font)
    {
        foreach (var page in _file.Pages())
        {
            var annotations = _file.List(_file.Dictionary(page)["Annots"]).OfType<PdfReference>().ToList();
            foreach (var annotation in annotations)
            {
                var dictionary = _file.Dictionary(annotation);
                if (Target(dictionary) is not { } target)
                {
                    continue;
                }

                if (target.StartsWith(RowsStart, StringComparison.Ordinal))
                {
                    KeepPlace(annotation, dictionary, page, target[RowsStart.Length..]);
                }
                else
                {
                    MakeField(annotation, dictionary, page, target);
                }
            }
        }

        if (_fields.Values.Select(Missing).FirstOrDefault(link => link is not null) is { } missing)
        {
            throw new FormatException($"The field '{missing}' was not drawn.");
        }

        _file.Catalog["AcroForm"] = _file.Add(new PdfDictionary
        {
            ["Fields"] = new PdfArray(_names.Top),
            ["DA"] = PdfString.Of(TextStyle(10)),
            ["DR"] = new PdfDictionary { ["Font"] = new PdfDictionary { [PdfFieldFont.Name] = font } },
        });
    }

    /// <summary>The link of a field, or one of its radio buttons, that was not drawn; null where all is there.</summary>
    private string? Missing(Field field)
    {
        var id = field.Id.Value;
        return _found.Contains(id) ? null
            : field.Options.Any(o => _found.Contains(OptionLink(field, o)))
                ? field.Options.Select(o => OptionLink(field, o)).FirstOrDefault(link => !_found.Contains(link))
                : id;
    }

    private static string TextStyle(double size) => $"/{PdfFieldFont.Name} {PdfNumber.Format(size)} Tf {PdfAppearance.Ink} rg";

    private string? Target(PdfDictionary annotation) =>
        (_file.Resolve(annotation["A"]) as PdfDictionary)?["URI"] is PdfString uri && uri.Text.StartsWith(LinkStart, StringComparison.Ordinal)
            ? uri.Text[LinkStart.Length..]
            : null;

    /// <summary>Takes the link away and remembers where it was.</summary>
    private void KeepPlace(PdfReference reference, PdfDictionary link, PdfReference page, string table)
    {
        var (element, place) = _owners[reference.Number];
        element["S"] = new PdfName("Span");
        element["K"] = null;
        element["Alt"] = null;
        _file.Dictionary(page)["Annots"] = new PdfArray([.. _file.List(_file.Dictionary(page)["Annots"]).Where(a => !a.Equals(reference))]);
        _names.Node(table)[RowsKey] = new PdfArray([page, .. _file.List(link["Rect"]), place]);
    }

    private void FindOwners(PdfReference reference, int depth)
    {
        var element = _file.Dictionary(reference);
        if (depth > 200)
        {
            throw new FormatException("The structure of the PDF is too deep.");
        }

        foreach (var kid in _file.List(element["K"]))
        {
            if (kid is PdfReference inner && _file.Resolve(inner) is PdfDictionary dictionary && !dictionary.Is("Type", "OBJR"))
            {
                FindOwners(inner, depth + 1);
            }
            else if (_file.Resolve(kid) is PdfDictionary held && held["Obj"] is PdfReference target)
            {
                _owners[target.Number] = (element, reference);
            }
        }
    }

    private void MakeField(PdfReference reference, PdfDictionary widget, PdfReference page, string target)
    {
        var parts = target.Split('#');
        if (!_fields.TryGetValue(parts[0], out var field) || (parts.Length > 1 && field.Options.All(o => OptionLink(field, o) != target)))
        {
            throw new FormatException($"'{target}' was drawn and is no field of the document.");
        }

        if (!_found.Add(target))
        {
            throw new FormatException($"The field '{target}' was drawn twice: its box has no room on one page.");
        }

        var option = parts.Length == 1 ? null : field.Options.Single(o => o.Id == parts[1]);
        var label = option is null ? Label(field) : _words.OptionOf(_called.Of(field), option.Label);
        var language = _called.LanguageOf(field);
        Retype(_owners[reference.Number].Element, label, option is null || option.Language == language ? language : "");
        foreach (var key in new[] { "A", "Border", "BS", "C", "Contents", "H" })
        {
            widget[key] = null;
        }

        widget["Subtype"] = new PdfName("Widget");
        widget["F"] = new PdfNumber(4);
        widget["P"] = page;
        widget["TU"] = PdfString.Of(label);
        if (option is null)
        {
            _names.Add(field.Id, reference, widget);
            Unite(widget, field);
        }
        else
        {
            Radio(reference, widget, field, option);
        }
    }

    /// <summary>What a screen reader says: the question, how a date is written, and where the document asks it twice, for which tool.</summary>
    private string Label(Field field) =>
        PdfForm.HowToWrite(field.Kind, _dateFormat) is { Length: > 0 } how ? _words.Dated(_called.Of(field), how)
        : _called.Of(field);

    private static void Retype(PdfDictionary element, string label, string language)
    {
        if (!element.Is("S", "Link") || element["K"] is PdfArray { Items.Count: not 1 })
        {
            throw new FormatException("A field's structure element is not a link that holds the field alone.");
        }

        element["S"] = new PdfName("Form");
        element["Alt"] = PdfString.Of(label);
        if (language.Length > 0)
        {
            element["Lang"] = PdfString.Of(language);
        }
    }

    /// <summary>A field with one box is one object with it.</summary>
    private void Unite(PdfDictionary widget, Field field)
    {
        var (width, height) = Size(widget);
        var isCell = field.Id.Segments.Count == 4;
        Action make = field.Kind switch
        {
            FieldKind.Check => Tick,
            FieldKind.Choice => DropDown,
            FieldKind.Text => () => Text(severalLines: isCell && height >= TwoLines),
            FieldKind.LongText => () => Text(severalLines: true),
            FieldKind.Date => () => Text(severalLines: false),
        };
        make();

        void Tick()
        {
            widget["FT"] = new PdfName("Btn");
            widget["V"] = widget["AS"] = new PdfName("Off");
            widget["MK"] = new PdfDictionary { ["CA"] = PdfString.Of("4") };
            widget["AP"] = _appearance.Tick(Ticked, width, height);
        }

        void DropDown()
        {
            widget["FT"] = new PdfName("Ch");
            widget["Ff"] = new PdfNumber(1 << 17);
            // The empty one first: what was chosen can be taken back.
            var none = new PdfArray(PdfString.Of(""), PdfString.Of(""));
            widget["Opt"] = new PdfArray([none, .. field.Options.Select(o => new PdfArray(PdfString.Of(o.Id), PdfString.Of(o.Label)))]);
            Letters();
        }

        void Text(bool severalLines)
        {
            widget["FT"] = new PdfName("Tx");
            widget["Ff"] = new PdfNumber(severalLines ? 1 << 12 : 0);
            Letters();
        }

        void Letters()
        {
            widget["DA"] = PdfString.Of(TextStyle(Fitting(field, isCell ? 9 : 10, width)));
            widget["AP"] = _appearance.Text(width, height);
        }
    }

    /// <summary>The size at which the longest of a field's options fits its box; a program sets what is chosen on one line, and cuts it there.</summary>
    private double Fitting(Field field, double usual, double width)
    {
        var longest = field.Options.Select(option => _letters.Width(option.Label)).DefaultIfEmpty().Max();
        return longest * usual <= width - Beside ? usual : Math.Max(LeastSize, Math.Floor((width - Beside) / longest * 10) / 10);
    }

    private void Radio(PdfReference reference, PdfDictionary widget, Field field, Option option)
    {
        var (width, height) = Size(widget);
        var group = _names.Group(field.Id, () => new PdfDictionary
        {
            ["FT"] = new PdfName("Btn"),
            ["Ff"] = new PdfNumber(1 << 15),
            ["V"] = new PdfName("Off"),
            ["TU"] = PdfString.Of(_called.Of(field)),
        });
        _names.AddKid(group, reference, widget);
        widget["AS"] = new PdfName("Off");
        widget["MK"] = new PdfDictionary { ["CA"] = PdfString.Of("l") };
        widget["AP"] = _appearance.Dot(option.Id, width, height);
    }

    private (double Width, double Height) Size(PdfDictionary widget)
    {
        var corners = _file.List(widget["Rect"]).OfType<PdfNumber>().Select(n => n.Value).ToArray();
        return (Math.Abs(corners[2] - corners[0]), Math.Abs(corners[3] - corners[1]));
    }
}
