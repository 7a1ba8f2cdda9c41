using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Footnote = Markdig.Extensions.Footnotes.Footnote;
using ListBlock = Markdig.Syntax.ListBlock;
using MdBlock = Markdig.Syntax.Block;

namespace Toolkit.Reading.Translations;

/// <summary>What a text of a page is that is translated by itself.</summary>
internal enum UnitKind
{
    /// <summary>A heading of the page and what follows it; or what stands before the first one, or behind an instrument.</summary>
    Section,

    /// <summary>What an instrument is called as a text, and its prose before all else.</summary>
    Lead,

    /// <summary>A heading of an instrument and the prose under it.</summary>
    Group,

    /// <summary>An item or field: its line, its hint, its options.</summary>
    Item,

    /// <summary>The prose behind an item or table.</summary>
    Behind,

    /// <summary>A table to fill in: its caption, columns and rows.</summary>
    Table,

    /// <summary>A note of the page.</summary>
    Note,
}

/// <summary>One text of a page, of the source or of a translation, as it was written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its name within the page; null where an id is missing by which it would be known.</param>
internal sealed record PageUnit(UnitKind Kind, string? Key)
{
    /// <summary>The instrument that it stands in; empty for none.</summary>
    public string Instrument { get; init; } = "";

    /// <summary>Its own id within the instrument, or the label of a note.</summary>
    public string Id { get; init; } = "";

    /// <summary>Where it begins, in the page's Markdown.</summary>
    public int Start { get; init; }

    /// <summary>Its heading.</summary>
    public HeadingBlock? Heading { get; init; }

    /// <summary>Its prose, without the heading.</summary>
    public List<MdBlock> Prose { get; } = [];

    /// <summary>The container of an instrument.</summary>
    public CustomContainer? Container { get; init; }

    /// <summary>The item.</summary>
    public ListItemBlock? Item { get; init; }

    /// <summary>The line above a table.</summary>
    public ParagraphBlock? Caption { get; init; }

    /// <summary>The table.</summary>
    public Table? Table { get; init; }

    /// <summary>The note.</summary>
    public Footnote? Note { get; init; }

    /// <summary>The text as its author wrote it.</summary>
    /// <param name="body">The page's Markdown.</param>
    public string Written(string body) => Kind == UnitKind.Lead
        ? string.Join("\n\n", new[] { Draft is { } draft ? $"{{draft=\"{draft}\"}}" : "" }.Concat(Prose.Select(b => Slice(b, body))).Where(t => t.Length > 0))
        : (Note is null ? "" : $"[^{Id}]: ") + string.Join("\n\n", Pieces.Select(b => Slice(b, body)));

    /// <summary>Whether it holds room for words and none yet.</summary>
    /// <param name="body">The page's Markdown.</param>
    public bool IsEmpty(string body) => Prose.Count == 0 && Kind switch
    {
        UnitKind.Section or UnitKind.Group => HasRoomForHeading(body),
        UnitKind.Item => Item!.Skip(1).All(b => b is ListBlock) && UnitShape.OptionsOf(Item!).Prepend(Item!).All(i => SaysNothing(i, body)),
        UnitKind.Table => Attributes.Split(Slice(Caption!, body)["Table:".Length..]).Text.Trim().Length == 0
            && Table!.OfType<TableRow>().SelectMany(r => r.OfType<TableCell>()).All(c => UnitShape.Split(c, body).Words.Length == 0),
        UnitKind.Note => Note!.Count == 0,
        UnitKind.Lead or UnitKind.Behind => false,
        _ => throw new InvalidOperationException(Kind.ToString()),
    };

    /// <summary>Whether room is left in it for words, beside those that are there: what stands in it of the source is not translated yet.</summary>
    /// <param name="body">The page's Markdown.</param>
    public bool HasRoom(string body) => Kind switch
    {
        UnitKind.Section or UnitKind.Group => HasRoomForHeading(body),
        UnitKind.Item => UnitShape.OptionsOf(Item!).Prepend(Item!).Any(i => SaysNothing(i, body)) || UnitShape.AttributesOf(Item!, body)["step"] is "",
        UnitKind.Table => Attributes.Split(Slice(Caption!, body)["Table:".Length..]).Text.Trim().Length == 0 || UnitShape.HasRoom(Table!, body),
        UnitKind.Lead => AttributesOf(Container!)["draft"] is "",
        UnitKind.Behind or UnitKind.Note => false,
        _ => throw new InvalidOperationException(Kind.ToString()),
    };

    /// <summary>Whether its heading waits for words.</summary>
    /// <param name="body">The page's Markdown.</param>
    public bool HasRoomForHeading(string body) => Heading is not null && Attributes.Split(Slice(Heading, body).TrimStart('#')).Text.Trim().Length == 0;

    /// <summary>What of it is Markdown, to look into.</summary>
    public IEnumerable<MdBlock> Pieces => new MdBlock?[] { Heading, Item, Caption, Table, Note }.OfType<MdBlock>().Concat(Prose);

    /// <summary>What it is called in a message.</summary>
    public string Called => CalledBy(Key ?? "");

    /// <summary>What a text of this name is called in a message.</summary>
    public static string CalledBy(string name) => name.Length > 0 ? $"'{name}'" : "the text before the first heading";

    /// <summary>What the text of an instrument's answers is called; null where it is none.</summary>
    public string? Draft => Container is null ? null : AttributesOf(Container)["draft"] is { Length: > 0 } draft ? draft : null;

    /// <summary>What stands in the braces behind a container's name.</summary>
    public static Attributes AttributesOf(CustomContainer container) => Words(container).Attributes;

    /// <summary>The words behind a container's name, and what stands in braces behind them.</summary>
    public static (string Words, Attributes Attributes) Words(CustomContainer container) =>
        Attributes.Split(container.Info is ['{', ..] ? $"{container.Info} {container.Arguments}" : container.Arguments ?? "");

    /// <summary>The characters of a block.</summary>
    public static string Slice(MdBlock block, string body) => body[Math.Clamp(block.Span.Start, 0, body.Length)..Math.Clamp(End(block) + 1, 0, body.Length)];

    private static bool SaysNothing(ListItemBlock item, string body) =>
        item.FirstOrDefault() is not ParagraphBlock line || Attributes.Split(Slice(line, body).Replace("[ ]", "", StringComparison.Ordinal)).Text.Trim().Length == 0;

    // A container's own span may end before what stands in it.
    private static int End(MdBlock block) => block is ContainerBlock { Count: > 0 } container ? Math.Max(block.Span.End, End(container.LastChild!)) : block.Span.End;
}

/// <summary>What belongs to an item or a table besides its words, to hold a translation against its source.</summary>
/// <param name="Parts">Ids of options, columns or rows, each with what it is.</param>
/// <param name="Texts">Names of the texts that it has besides its first, such as a hint.</param>
internal sealed record UnitShape(IReadOnlyList<(string What, string Id)> Parts, IReadOnlyList<string> Texts)
{
    /// <summary>The shape of a unit.</summary>
    public static UnitShape Of(PageUnit unit, string body) => unit.Kind switch
    {
        UnitKind.Item => OfItem(unit.Item!, body),
        UnitKind.Table => OfTable(unit.Table!, body),
        UnitKind.Lead => new([], [.. unit.Draft is null ? Array.Empty<string>() : ["name of its text (draft=…)"], .. unit.Prose.Count == 0 ? Array.Empty<string>() : ["text"]]),
        UnitKind.Group => new([], unit.Prose.Count == 0 ? [] : ["text"]),
        UnitKind.Section or UnitKind.Behind or UnitKind.Note => new([], []),
        _ => throw new InvalidOperationException(unit.Kind.ToString()),
    };

    /// <summary>The list items of the options that stand under an item.</summary>
    public static IEnumerable<ListItemBlock> OptionsOf(ListItemBlock item) => item.OfType<ListBlock>().SelectMany(l => l).OfType<ListItemBlock>();

    /// <summary>What stands in the braces behind the first line of an item.</summary>
    public static Attributes AttributesOf(ListItemBlock item, string body) =>
        item.FirstOrDefault() is ParagraphBlock line ? Attributes.Split(PageUnit.Slice(line, body)).Attributes : Attributes.None;

    /// <summary>Whether the first column of a table names its rows.</summary>
    public static bool HasNamedRows(Table table, string body) => table.OfType<TableRow>().ToList() is [var header, ..] rows
        && header.OfType<TableCell>().FirstOrDefault() is { } first && Split(first, body) is (_, { Id: null })
        && rows.Skip(1).SelectMany(r => r.OfType<TableCell>().Take(1)).Any(c => Split(c, body) is { Words.Length: > 0 } or { Attributes.Id: not null });

    /// <summary>Whether a column, a row, or the heading of rows waits for words.</summary>
    public static bool HasRoom(Table table, string body)
    {
        var rows = table.OfType<TableRow>().Select(r => r.OfType<TableCell>().Select(c => Split(c, body)).ToList()).ToList();
        return rows.SelectMany(r => r).Any(c => c is { Words.Length: 0, Attributes.Id: not null }) || (HasNamedRows(table, body) && rows[0][0].Words.Length == 0);
    }

    /// <summary>The words of a table's cell and what stands in braces behind them.</summary>
    public static (string Words, Attributes Attributes) Split(TableCell cell, string body) =>
        Attributes.Split(string.Join(' ', cell.Select(b => PageUnit.Slice(b, body))).Trim());

    private static UnitShape OfItem(ListItemBlock item, string body) => new(
        [.. OptionsOf(item).Select(o => ("option", AttributesOf(o, body).Id ?? ""))],
        [
            .. item.Skip(1).Any(b => b is ParagraphBlock) ? ["hint"] : Array.Empty<string>(),
            .. AttributesOf(item, body)["step"] is { Length: > 0 } ? ["step=…"] : Array.Empty<string>(),
        ]);

    private static UnitShape OfTable(Table table, string body)
    {
        var rows = table.OfType<TableRow>().ToList();
        var named = HasNamedRows(table, body);
        return new(
            [
                .. rows.Take(1).SelectMany(r => r.OfType<TableCell>()).Skip(named ? 1 : 0).Select(c => ("column", Split(c, body).Attributes.Id ?? "")),
                .. named ? rows.Skip(1).SelectMany(r => r.OfType<TableCell>().Take(1)).Select(c => ("row", Split(c, body).Attributes.Id ?? "")) : [],
            ],
            named ? ["heading of its rows"] : []);
    }
}
