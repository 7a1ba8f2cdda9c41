using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Toolkit.Model;
using Inline = Toolkit.Model.Inline;

namespace Toolkit.Reading.Translations;

/// <summary>Gathers what the texts of one instrument say in another language.</summary>
/// <param name="reader">Reads text of the translation.</param>
/// <param name="body">Markdown of the translation.</param>
/// <param name="log">Takes the problems.</param>
internal sealed class InstrumentReading(BlockReader reader, string body, ProblemLog log)
{
    private readonly Dictionary<string, string> _headings = [];
    private readonly Dictionary<string, ItemWords> _items = [];
    private readonly Dictionary<string, TableWords> _tables = [];
    private readonly Dictionary<string, IReadOnlyList<Model.Block>> _texts = [];
    private string? _draft;

    /// <summary>Takes a text that is known in the source.</summary>
    public void Add(PageUnit unit)
    {
        switch (unit.Kind)
        {
            case UnitKind.Lead:
                _draft = unit.Draft is { } draft ? CleanText.OneLine(draft).Trim() : null;
                Text(InstrumentPlace.Start, unit);
                break;
            case UnitKind.Group:
                var (content, attributes) = Attributes.Split(reader.Inlines(unit.Heading!.Inline));
                CheckBraces(attributes, unit, []);
                if (InlineText.Plain(content).Trim() is { Length: > 0 } heading)
                {
                    _headings[unit.Id] = heading;
                }

                Text(InstrumentPlace.Under(unit.Id), unit);
                break;
            case UnitKind.Behind:
                Text(InstrumentPlace.Behind(unit.Id), unit);
                break;
            case UnitKind.Item:
                _items[unit.Id] = Item(unit);
                break;
            case UnitKind.Table:
                _tables[unit.Id] = Table(unit);
                break;
            default:
                throw new InvalidOperationException(unit.Kind.ToString());
        }
    }

    /// <summary>All of it.</summary>
    /// <param name="instrument">What was gathered; null where nothing of it is translated.</param>
    /// <param name="language">What is known of the language.</param>
    /// <param name="title">What people call the instrument.</param>
    public static InstrumentWords Words(InstrumentReading? instrument, LanguageReading language, string title) =>
        instrument?.Words(language, title) ?? new InstrumentReading(null!, "", null!).Words(language, title);

    private InstrumentWords Words(LanguageReading language, string title) => new()
    {
        SourceLanguage = language.Source.Code,
        Title = title,
        Words = language.Words.Common.Field,
        Scales = language.Settings.Scales,
        Lists = language.Settings.Lists,
        Untranslated = language.Untranslated,
        Draft = _draft,
        Headings = _headings,
        Items = _items,
        Tables = _tables,
        Texts = _texts,
    };

    private void Text(string place, PageUnit unit)
    {
        if (unit.Prose.Count > 0)
        {
            _texts[place] = reader.Blocks(unit.Prose);
        }
    }

    private ItemWords Item(PageUnit unit)
    {
        var (content, attributes) = Line(unit.Item!);
        CheckBraces(attributes, unit, ["step"]);
        var hint = unit.Item!.Skip(1).OfType<ParagraphBlock>().SelectMany((p, i) => i == 0 ? reader.Inlines(p.Inline) : [new Text(" "), .. reader.Inlines(p.Inline)]);
        var options = new Dictionary<string, string>();
        foreach (var option in UnitShape.OptionsOf(unit.Item!))
        {
            var (words, of) = Line(option);
            if (InlineText.Plain(words).Trim() is { Length: > 0 } label)
            {
                options[of.Id ?? ""] = label;
            }
        }

        return new ItemWords(content, [.. hint], CleanText.OneLine(attributes["step"] ?? "").Trim()) { Options = options };
    }

    private TableWords Table(PageUnit unit)
    {
        var (caption, attributes) = reader.TableCaption(unit.Caption!)!.Value;
        CheckBraces(attributes, unit, []);
        var rows = unit.Table!.OfType<TableRow>().Select(r => r.OfType<TableCell>().Select(Cell).ToList()).ToList();
        var named = UnitShape.HasNamedRows(unit.Table!, body);
        return new TableWords(
            InlineText.Plain(caption).Trim(),
            named ? rows[0][0].Words : "",
            Said(rows.Take(1).SelectMany(r => r.Skip(named ? 1 : 0))),
            named ? Said(rows.Skip(1).SelectMany(r => r.Take(1))) : new Dictionary<string, string>());
    }

    private static Dictionary<string, string> Said(IEnumerable<(string Words, Attributes Attributes)> cells) =>
        cells.Where(c => c.Attributes.Id is not null && c.Words.Length > 0).GroupBy(c => c.Attributes.Id!).ToDictionary(g => g.Key, g => g.First().Words);

    private (string Words, Attributes Attributes) Cell(TableCell cell)
    {
        var (content, attributes) = Attributes.Split(reader.Cell(cell));
        return (InlineText.Plain(content).Trim(), attributes);
    }

    private (IReadOnlyList<Inline> Content, Attributes Attributes) Line(ListItemBlock item)
    {
        var (content, attributes) = Attributes.Split(reader.Inlines((item.FirstOrDefault() as ParagraphBlock)?.Inline));
        // What stands before it is a box to tick.
        return (content is [Text first, ..] && first.Value.TrimStart() is var trimmed && trimmed.Length < first.Value.Length
            ? trimmed.Length == 0 ? [.. content.Skip(1)] : [new Text(trimmed), .. content.Skip(1)]
            : content, attributes);
    }

    private void CheckBraces(Attributes attributes, PageUnit unit, IReadOnlyList<string> texts)
    {
        var unread = attributes.Classes.Select(c => "." + c).Concat(attributes.Values.Keys.Except(texts)).ToList();
        if (unread.Count > 0 || attributes.Malformed is not null)
        {
            log.Warning("TK6019", reader.At(unit.Heading ?? (MarkdownObject?)unit.Item ?? unit.Caption!),
                $"Nothing reads '{string.Join(' ', unread.Append(attributes.Malformed).OfType<string>())}' on '{unit.Key}' in a translation: what it is, the source says.",
                $"Write: {{#{unit.Id}{string.Concat(texts.Where(t => attributes[t] is not null).Select(t => $" {t}=\"…\""))}}}");
        }
    }
}
