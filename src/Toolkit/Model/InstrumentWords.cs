using Toolkit.Words;

namespace Toolkit.Model;

/// <summary>
/// What an instrument says in another language, by id. Structure, ids, kinds and the texts of wordings stay those of the source; what is
/// not said here is said in the words of the source, and marked with its language.
/// </summary>
public sealed class InstrumentWords
{
    /// <summary>Tag of the source's language.</summary>
    public required string SourceLanguage { get; init; }

    /// <summary>What people call the instrument.</summary>
    public required string Title { get; init; }

    /// <summary>What those of its fields are called that the author writes no label for.</summary>
    public required FieldWords Words { get; init; }

    /// <summary>Every scale of the site by id, in this language.</summary>
    public required IReadOnlyDictionary<string, Scale> Scales { get; init; }

    /// <summary>Every list of the site by name, in this language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Option>> Lists { get; init; }

    /// <summary>How blocks of the source stand in a page of this language.</summary>
    public required Func<IReadOnlyList<Block>, IReadOnlyList<Block>> Untranslated { get; init; }

    /// <summary>What the text is called that its answers become; null where that is not said.</summary>
    public string? Draft { get; init; }

    /// <summary>Headings by id.</summary>
    public IReadOnlyDictionary<string, string> Headings { get; init; } = new Dictionary<string, string>();

    /// <summary>Items and fields by id.</summary>
    public IReadOnlyDictionary<string, ItemWords> Items { get; init; } = new Dictionary<string, ItemWords>();

    /// <summary>Tables to fill in by id.</summary>
    public IReadOnlyDictionary<string, TableWords> Tables { get; init; } = new Dictionary<string, TableWords>();

    /// <summary>Prose by its place, by the names of <c>InstrumentPlace</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Block>> Texts { get; init; } = new Dictionary<string, IReadOnlyList<Block>>();

    /// <summary>A heading with the language that it is in; empty for that of the page.</summary>
    public (string Title, string Language) Heading(string id, string source) =>
        source.Length == 0 ? ("", "") : Headings.TryGetValue(id, out var said) ? (said, "") : (source, SourceLanguage);

    /// <summary>The prose at a place; where there was none in the source, there is none.</summary>
    public IReadOnlyList<Block> Text(string place, IReadOnlyList<Block> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Count == 0 ? source : Texts.TryGetValue(place, out var said) ? said : Untranslated(source);
    }

    /// <summary>An item or field: what it says, in this language or in that of the source.</summary>
    public ItemWords Item(string id, IReadOnlyList<Inline> content, IReadOnlyList<Inline> hint, string step = "") =>
        Items.TryGetValue(id, out var said)
            // A translation of before lacks what is new, which may be a caution; one that is not done yet lacks what is to come.
            ? said with
            {
                Content = said.Label.Length > 0 ? said.Content : Foreign(content),
                Language = said.Label.Length > 0 ? "" : SourceLanguage,
                Hint = said.Hint.Count > 0 ? said.Hint : Foreign(hint),
                Step = said.Step.Length > 0 ? said.Step : step,
            }
            : new ItemWords(Foreign(content), Foreign(hint), step) { Language = SourceLanguage };

    /// <summary>A field outside of tables with the words of its item. Its wording stays that of the source.</summary>
    public Field Field(Field source, ItemWords said)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(said);
        return source with { Label = said.Label, Language = said.Language, Options = Options(source.Options, source.ListName, said.Options) };
    }

    /// <summary>A table with its caption, columns and rows.</summary>
    public FieldTable Table(FieldTable source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var said = Tables.GetValueOrDefault(source.Id);
        return source with
        {
            Label = said is { Caption.Length: > 0 } ? said.Caption : source.Label,
            Language = said is { Caption.Length: > 0 } ? "" : SourceLanguage,
            RowHeading = said is { RowHeading.Length: > 0 } ? said.RowHeading : source.RowHeading,
            RowHeadingLanguage = said is { RowHeading.Length: > 0 } || source.RowHeading.Length == 0 ? "" : SourceLanguage,
            Words = Words,
            InSource = source,
            Columns = [.. source.Columns.Select(c => Said(said?.Columns, c.Id) is { } label
                ? c with { Label = label, Options = Options(c.Options, c.ListName, null) }
                : c with { Language = SourceLanguage, Options = Options(c.Options, c.ListName, null) })],
            FixedRows = [.. source.FixedRows.Select(r => Said(said?.Rows, r.Key) is { } label ? r with { Label = label } : r with { Language = SourceLanguage })],
        };
    }

    private IReadOnlyList<Option> Options(IReadOnlyList<Option> source, string list, IReadOnlyDictionary<string, string>? said) =>
        source.Count == 0 ? source
        : Lists.TryGetValue(list, out var options) ? options
        : [.. source.Select(o => Said(said, o.Id) is { } label ? o with { Label = label } : o with { Language = SourceLanguage })];

    private static string? Said(IReadOnlyDictionary<string, string>? said, string id) => said?.GetValueOrDefault(id);

    private IReadOnlyList<Inline> Foreign(IReadOnlyList<Inline> content) => content.Count == 0 ? content : [new Foreign(SourceLanguage, content)];
}

/// <summary>What an item or field says.</summary>
/// <param name="Content">The question.</param>
/// <param name="Hint">What helps with it; may be empty.</param>
/// <param name="Step">What is to be done about it; may be empty.</param>
public sealed record ItemWords(IReadOnlyList<Inline> Content, IReadOnlyList<Inline> Hint, string Step)
{
    /// <summary>The question in plain text.</summary>
    public string Label => InlineText.Plain(Content).Trim();

    /// <summary>Labels of the options that stand under it, by id.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The language that it is in; empty for that of the page.</summary>
    public string Language { get; init; } = "";
}

/// <summary>What a table to fill in says.</summary>
/// <param name="Caption">In plain text.</param>
/// <param name="RowHeading">Over the names of its rows; empty where it has none.</param>
/// <param name="Columns">Headings by id.</param>
/// <param name="Rows">Names by key.</param>
public sealed record TableWords(string Caption, string RowHeading, IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, string> Rows);

/// <summary>Places of prose in an instrument: how they are called where texts are told apart by id.</summary>
internal static class InstrumentPlace
{
    /// <summary>Before the first heading, item or table.</summary>
    public const string Start = "";

    /// <summary>Under a heading.</summary>
    public static string Under(string heading) => ":" + heading;

    /// <summary>Behind an item, a field or a table.</summary>
    public static string Behind(string item) => $".{item}+";
}
