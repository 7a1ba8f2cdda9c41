using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Toolkit.Model;
using Toolkit.Reading;
using Inline = Toolkit.Model.Inline;
using ListBlock = Markdig.Syntax.ListBlock;

namespace Toolkit.Blocks;

/// <summary>What the syntaxes of all instruments share: ids that are unique, headings and list items taken apart.</summary>
internal sealed class InstrumentSource
{
    private static readonly string[] Reserved = ["partner"];
    private readonly Dictionary<string, SourcePosition> _items = new(StringComparer.Ordinal);
    private readonly ContainerSource _container;
    private readonly BlockReader _reader;

    private InstrumentSource(ContainerSource container, BlockReader reader, string id) =>
        (_container, _reader, Id) = (container, reader, id);

    /// <summary>The instrument's id.</summary>
    public string Id { get; }

    /// <summary>Whether it is answered once per partner.</summary>
    public bool PerPartner { get; private init; }

    /// <summary>Opens an instrument; null, with an error, if it has no id.</summary>
    public static InstrumentSource? Open(ContainerSource container, BlockReader reader, params string[] keys)
    {
        var line = $"::: {container.Name}";
        if (reader.RequiredId(container.Attributes, container.Position, reader.Page.Title, line) is not { } id)
        {
            return null;
        }

        foreach (var key in container.Attributes.Values.Keys.Where(k => k != "per" && !keys.Contains(k)))
        {
            reader.Log.Warning("TK2009", container.Position, $"Nothing reads '{key}' on this {container.Name}.", Suggestion.For(key, ["per", .. keys]));
        }

        foreach (var word in container.Attributes.Classes)
        {
            reader.Log.Warning("TK2009", container.Position, $"Nothing reads '.{word}' on this {container.Name}.", Suggestion.For(word, ["per", .. keys]));
        }

        var per = container.Attributes["per"];
        if (per is not (null or "partner"))
        {
            reader.Log.Error("TK2102", container.Position, $"This {container.Name} is answered per '{per}'.", "Write per=partner, or leave it out: then it is answered once, for the agency.");
        }

        return new InstrumentSource(container, reader, id) { PerPartner = per == "partner" };
    }

    /// <summary>Takes an id within the instrument; null, with an error, if it is missing, malformed or taken.</summary>
    public string? Claim(Attributes attributes, SourcePosition at, string label, string line)
    {
        if (_reader.RequiredId(attributes, at, label, line) is not { } id)
        {
            return null;
        }

        if (Reserved.Contains(id))
        {
            _reader.Log.Error("TK2004", at, $"The id '{id}' is taken: documents use '{Id}.{id}' for the partner's name.", $"Choose another, such as {{#{id}-name}}.");
            return null;
        }

        if (_items.TryGetValue(id, out var first))
        {
            _reader.Log.Error("TK2002", at, $"The id '{id}' stands twice in this {_container.Name}, first on line {first.Line}.", "Give one of them another id; the one that was published first keeps its own, or answers are lost.");
            return null;
        }

        _items[id] = at;
        return id;
    }

    /// <summary>Takes a heading apart: its words, and its id, which is null, with an error, if it is missing, malformed or taken.</summary>
    public (string Title, string? Id) Heading(HeadingBlock written)
    {
        var (content, attributes) = Attributes.Split(_reader.Inlines(written.Inline));
        var title = InlineText.Plain(content);
        return (title, Claim(attributes, _reader.At(written), title, $"{new string('#', written.Level)} {title}"));
    }

    /// <summary>An instrument in which nobody could answer anything: an error, and no block.</summary>
    public Model.Block? Empty(string what, string advice)
    {
        _reader.Log.Error("TK2103", _container.Position, $"This {_container.Name} has {what}.", advice);
        return null;
    }

    /// <summary>Warns of words behind an item, a column or a table that nothing reads.</summary>
    public void CheckClasses(Attributes attributes, string label, SourcePosition at, IReadOnlyList<string> known)
    {
        foreach (var word in attributes.Classes.Except(known))
        {
            _reader.Log.Warning("TK2009", at, $"Nothing reads '.{word}' on '{label}'.", Suggestion.For(word, known));
        }
    }

    /// <summary>Warns of keys behind a column or a table that nothing reads.</summary>
    public void CheckKeys(Attributes attributes, string label, SourcePosition at, IReadOnlyList<string> known)
    {
        foreach (var key in attributes.Values.Keys.Except(known))
        {
            _reader.Log.Warning("TK2009", at, $"Nothing reads '{key}' on '{label}'.", Suggestion.For(key, known));
        }
    }

    /// <summary>An error where something else is indented under an item than the paragraphs of its hint, or the options of a choice.</summary>
    public void CheckNested(ItemSource item, string what, bool options = false)
    {
        if (item.Nested.FirstOrDefault(b => !(b is ParagraphBlock || (options && b is ListBlock))) is { } other)
        {
            _reader.Misplaced(other, what, "What is indented under it is its hint: text, in a paragraph.");
        }
    }

    /// <summary>Makes a field id; null, with an error, if it would be too long in all.</summary>
    public FieldId? Field(SourcePosition at, params string[] segments)
    {
        var text = string.Join('.', [Id, .. segments]);
        if (FieldId.TryParse(text, out var id))
        {
            return id;
        }

        _reader.Log.Error("TK2003", at, $"The id '{text}' is {text.Length} characters long; at most {FieldId.Longest} fit.", "Shorten one of its parts.");
        return null;
    }

    /// <summary>Takes a list item apart: its line, its attributes, what is nested under it.</summary>
    public ItemSource Item(ListItemBlock written)
    {
        var line = written.FirstOrDefault() as ParagraphBlock;
        var (content, attributes) = Attributes.Split(_reader.Inlines(line?.Inline));
        content = TrimStart(content);
        var task = line?.Inline?.FirstChild is TaskList;
        List<Markdig.Syntax.Block> nested = [.. written.Skip(1)];
        var hint = nested.OfType<ParagraphBlock>().SelectMany((p, i) => i == 0 ? _reader.Inlines(p.Inline) : [new Text(" "), .. _reader.Inlines(p.Inline)]);
        return new ItemSource(content, InlineText.Plain(content).Trim(), attributes, task, [.. hint], nested, _reader.At(written));
    }

    /// <summary>The list of options that an item or a column names; empty, with an error, where there is none.</summary>
    public IReadOnlyList<Option> List(string name, SourcePosition at)
    {
        if (_reader.Settings.Lists.TryGetValue(name, out var options))
        {
            return options;
        }

        _reader.Log.Error("TK2104", at, $"There is no list '{name}'.", Suggestion.For(name, _reader.Settings.Lists.Keys));
        return [];
    }

    /// <summary>Cells of a table's row: words and attributes.</summary>
    public IEnumerable<(string Words, Attributes Attributes, SourcePosition At)> Cells(TableRow row) => row.OfType<TableCell>().Select(cell =>
    {
        var (content, attributes) = Attributes.Split(_reader.Cell(cell));
        return (InlineText.Plain(content).Trim(), attributes, _reader.At(cell));
    });

    private static IReadOnlyList<Inline> TrimStart(IReadOnlyList<Inline> content) => content switch
    {
        [Text first, ..] when first.Value.TrimStart() is var trimmed && trimmed.Length < first.Value.Length =>
            trimmed.Length == 0 ? [.. content.Skip(1)] : [new Text(trimmed), .. content.Skip(1)],
        _ => content,
    };
}

/// <summary>One item of an instrument as written.</summary>
/// <param name="Content">Its words.</param>
/// <param name="Label">Its words, plain.</param>
/// <param name="Attributes">What stands in braces behind them.</param>
/// <param name="IsTask">Whether it starts with a box to tick.</param>
/// <param name="Hint">The paragraphs indented under it, as one text.</param>
/// <param name="Nested">What is indented under it.</param>
/// <param name="At">Where it stands.</param>
internal sealed record ItemSource(
    IReadOnlyList<Inline> Content, string Label, Attributes Attributes, bool IsTask, IReadOnlyList<Inline> Hint,
    IReadOnlyList<Markdig.Syntax.Block> Nested, SourcePosition At);
