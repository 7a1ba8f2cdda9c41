using System.Security.Cryptography;
using System.Text;
using Toolkit.Words;

namespace Toolkit.Model;

/// <summary>One option of a choice. The id is what is stored; the label is what people read.</summary>
/// <param name="Id">Written by the author; one segment of <see cref="FieldId"/>'s grammar.</param>
/// <param name="Label">Plain text.</param>
/// <param name="Value">The score it counts for, where it is a step of a scale; null otherwise and for "does not apply".</param>
public sealed record Option(string Id, string Label, int? Value = null)
{
    /// <summary>The language of its label where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}

/// <summary>
/// One answerable part of an instrument. Answers are text in every format: see <see cref="FieldKind"/> for how each kind
/// is written. An empty text is no answer.
/// </summary>
/// <param name="Id">Its permanent name.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Label">What it asks, complete and in plain text, as a screen reader, a Word control or a PDF field says it.</param>
/// <param name="Options">The options of a choice, in order; empty for the other kinds.</param>
public sealed record Field(FieldId Id, FieldKind Kind, string Label, IReadOnlyList<Option> Options)
{
    /// <summary>A field without options.</summary>
    public Field(FieldId id, FieldKind kind, string label)
        : this(id, kind, label, [])
    {
    }

    /// <summary>
    /// The field that says which partner a document is about (<c>instrument.partner</c>). It stands only in documents; in
    /// the browser the partner is chosen beside the form.
    /// </summary>
    public bool IsPartner { get; init; }

    /// <summary>The list of the settings that its options are; empty where they stand under it, or there are none.</summary>
    public string ListName { get; init; } = "";

    /// <summary>The language of its label where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether the options are shown side by side as radio buttons instead of a list that drops down.</summary>
    public bool AsRadios { get; init; }

    /// <summary>What its author says that it holds; a day may be <see cref="ColumnMark.Due"/>.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>How many lines of writing room it gets on paper and on the page; 1 for short text.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>
    /// The text of which <see cref="Wording"/> is made. It is that of the guide's first language and stays so where
    /// <see cref="Label"/> and <see cref="Options"/> are put into another one; see <see cref="Model.WordingSource"/>.
    /// </summary>
    public string WordingSource { get; init; } = Model.WordingSource.Of(Label, Options);

    /// <summary>
    /// Eight hexadecimal digits that change when the question or its options are reworded, so that an answer given to
    /// another wording can be marked: the beginning of the SHA-256 of <see cref="WordingSource"/>.
    /// </summary>
    public string Wording => Hash(WordingSource);

    /// <summary>The first eight hexadecimal digits of the SHA-256 of a text, in lower case.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}

/// <summary>A table in which people add rows. Its fields are <c>instrument.table.row.column</c>.</summary>
/// <param name="Id">The table's own segment.</param>
/// <param name="Instrument">The instrument's segment.</param>
/// <param name="Label">The caption, in plain text.</param>
/// <param name="Columns">In order.</param>
/// <param name="FixedRows">Rows that the author names; they come first and cannot be removed. Empty for a free table.</param>
/// <param name="BlankRows">How many free rows a blank page or document starts with (keys r1 … rN); 0 with fixed rows only.</param>
public sealed record FieldTable(
    string Instrument,
    string Id,
    string Label,
    IReadOnlyList<FieldColumn> Columns,
    IReadOnlyList<FixedRow> FixedRows,
    int BlankRows)
{
    /// <summary>What the labels of its cells are made of.</summary>
    public required FieldWords Words { get; init; }

    /// <summary>Heading over the names of the fixed rows, in plain text; empty where there are none.</summary>
    public string RowHeading { get; init; } = "";

    /// <summary>The language of that heading where it is not the page's; else empty.</summary>
    public string RowHeadingLanguage { get; init; } = "";

    /// <summary>The language of its caption where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>The same table in the guide's first language, of which the wordings of its cells are made; null where this is it.</summary>
    public FieldTable? InSource { get; init; }

    /// <summary>What the table is for, where its author says so.</summary>
    public TableRole? Role { get; init; }

    /// <summary>Whether it is a map that can be drawn: it says what parts it, and how close somebody is.</summary>
    public bool IsMap => Role == TableRole.Map && new[] { ColumnMark.Category, ColumnMark.Closeness }.All(mark => Columns.Any(column => column.Marks.Contains(mark)));

    /// <summary>Where the author wrote its caption.</summary>
    public SourcePosition Source { get; init; }

    /// <summary>Whether people may add rows: a table has fixed rows or free rows, never both.</summary>
    public bool CanGrow => FixedRows.Count == 0;

    /// <summary>Keys of the rows that a blank form shows: the author's, or r1 … rN.</summary>
    public IReadOnlyList<string> BlankKeys => CanGrow
        ? [.. Enumerable.Range(1, BlankRows).Select(RowKey)]
        : [.. FixedRows.Select(r => r.Key)];

    /// <summary>Key of the n-th free row, counted from 1. Keys are permanent and never used again.</summary>
    public static string RowKey(int number) => $"r{number}";

    /// <summary>The field of one cell.</summary>
    public Field Cell(string rowKey, FieldColumn column)
    {
        var named = FixedRows.FirstOrDefault(r => r.Key == rowKey);
        var row = named?.Label ?? (rowKey.StartsWith('r') ? Words.Row(rowKey[1..]) : rowKey);
        var cell = new Field(FieldId.Of(Instrument, Id, rowKey, column.Id), column.Kind, Words.Cell(Label, row, column.Label), column.Options)
        {
            Lines = column.Kind.HasLines() ? 2 : 1,
            // Where its author's words are in one language, that of the words between them does not count.
            Language = Language == column.Language && (named is null || named.Language == Language) ? Language : "",
        };
        return InSource is null ? cell : cell with { WordingSource = InSource.Cell(rowKey, InSource.Columns.First(c => c.Id == column.Id)).WordingSource };
    }

    /// <summary>The fields of the rows with these keys, row by row.</summary>
    public IEnumerable<Field> Cells(IEnumerable<string> rowKeys) =>
        from key in rowKeys from column in Columns select Cell(key, column);
}

/// <summary>A column of a <see cref="FieldTable"/>.</summary>
/// <param name="Id">One segment.</param>
/// <param name="Kind">What its cells take.</param>
/// <param name="Label">Its heading, in plain text.</param>
/// <param name="Options">For a choice.</param>
public sealed record FieldColumn(string Id, FieldKind Kind, string Label, IReadOnlyList<Option> Options)
{
    /// <summary>What its author says that it holds: names of <see cref="ColumnMark"/>s, in the order in which they were written.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The list of the settings that its options are; empty where there are none.</summary>
    public string ListName { get; init; } = "";

    /// <summary>The language of its heading where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>As <see cref="Field.WordingSource"/>, for the column.</summary>
    public string WordingSource { get; init; } = Model.WordingSource.Of(Label, Options);

    /// <summary>As <see cref="Field.Wording"/>, for the column.</summary>
    public string Wording => Field.Hash(WordingSource);
}

/// <summary>A row that the author names, such as "Case management".</summary>
/// <param name="Key">One segment; permanent.</param>
/// <param name="Label">Plain text.</param>
public sealed record FixedRow(string Key, string Label)
{
    /// <summary>The language of its label where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}
