using Toolkit.Words;

namespace Toolkit.Model;

/// <summary>
/// Something that people answer: a checklist, an assessment, a worksheet. The kinds live in <c>Blocks/</c>; readers of
/// answers need only what stands here.
/// </summary>
public abstract record Instrument : Block
{
    /// <summary>Written by the author; the first segment of every field id in it.</summary>
    public required string Id { get; init; }

    /// <summary>The word used in data for the kind: <c>checklist</c>, <c>assessment</c> or <c>worksheet</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What people call it, in plain text: the title of the tool page that holds it.</summary>
    public required string Title { get; init; }

    /// <summary>The language of its title where that is not the page's; else empty.</summary>
    public string TitleLanguage { get; init; } = "";

    /// <summary>Its title as running text, marked where it is in another language than the page.</summary>
    public IReadOnlyList<Inline> Titled => Foreign.Mark(Title, TitleLanguage);

    /// <summary>Which of the four principles it belongs to, 1 to 4; null for none.</summary>
    public int? Principle { get; init; }

    /// <summary>Whether it is answered once per partner.</summary>
    public bool PerPartner { get; init; }

    /// <summary>What those of its fields are called that the author writes no label for.</summary>
    public required FieldWords Words { get; init; }

    /// <summary>The same in the guide's first language, where the instrument is said in another one; null where this is it.</summary>
    public FieldWords? WordsInSource { get; init; }

    /// <summary>The same instrument in another language: what it says is replaced, and nothing else.</summary>
    public abstract Instrument Say(InstrumentWords words);

    /// <summary>Items in groups, as progress, scores and search see them; empty for worksheets.</summary>
    public virtual IReadOnlyList<ItemGroup> ItemGroups => [];

    /// <summary>Headings within it, as its view anchors them behind the instrument's id, in order, each with its language where that is not the page's.</summary>
    public virtual IReadOnlyList<(string Id, string Title, string Language)> Sections =>
        [.. ItemGroups.Where(g => g.Title.Length > 0).Select(g => (g.Id, g.Title, g.Language))];

    /// <summary>The scale that its items are answered on; null where there is none.</summary>
    public virtual Scale? AnswerScale => null;

    /// <summary>The same instrument with more text before what it asks: what its own page says first, where it stands in a bigger document.</summary>
    public abstract Instrument Introduced(IReadOnlyList<Block> introduction);

    /// <summary>What it asks, to be read and not filled in: for documents without forms.</summary>
    /// <param name="level">Of the headings in it, 2 to 6.</param>
    /// <param name="words">What is added to the author's words.</param>
    public abstract IReadOnlyList<Block> ToRead(int level, ReadingWords words);

    /// <summary>A heading within it, under the anchor that links to it name.</summary>
    internal Heading HeadingToRead(int level, string id, string title, string language) => new(level, $"{Id}:{id}", Foreign.Mark(title, language));

    /// <summary>Something that it asks, with the hint under it.</summary>
    internal static IReadOnlyList<Block> ItemToRead(IReadOnlyList<Inline> content, IReadOnlyList<Inline> hint, string important = "")
    {
        var asked = new Paragraph(important.Length == 0 ? content : [.. content, new Text(" "), new Strong([new Text(important)])]);
        return hint.Count == 0 ? [asked] : [asked, new Paragraph([new Emphasis(hint)])];
    }

    /// <summary>Fields that follow each other, each with what can be chosen; those to tick are lists of their own.</summary>
    internal static IEnumerable<ListBlock> FieldsToRead(IEnumerable<(Field Field, IReadOnlyList<Inline> Hint)> fields)
    {
        var items = new List<IReadOnlyList<Block>>();
        var toTick = false;
        foreach (var (field, hint) in fields)
        {
            if (items.Count > 0 && toTick != field.Kind.IsTicked())
            {
                yield return new ListBlock(false, 1, true, items) { ToTick = toTick };
                items = [];
            }

            toTick = field.Kind.IsTicked();
            items.Add(ItemToRead(
                [
                    .. Foreign.Mark(field.Label, field.Language),
                    .. field.Options.Count == 0 ? (IReadOnlyList<Inline>)[] : [new Text(" ("), .. Foreign.Listed(field.Options, "; "), new Text(")")],
                ],
                hint));
        }

        if (items.Count > 0)
        {
            yield return new ListBlock(false, 1, true, items) { ToTick = toTick };
        }
    }

    /// <summary>The running text that its answers can become; null where it stays a form.</summary>
    public virtual RunningText? Draft => null;

    /// <summary>Whether days in it come up when they are due; those of a plan stand in the plan.</summary>
    public bool HasDueDays => Parts.Any(part => part switch
    {
        SingleField single => single.Field.Marks.Contains(ColumnMark.Due),
        TableOfFields { Table: var table } => table.Role != TableRole.Plan && table.Columns.Any(column =>
            column.Marks.Contains(ColumnMark.Due) || (table.Role == TableRole.Map && column.Marks.Contains(ColumnMark.Review))),
        _ => false,
    });

    /// <summary>Whether a map stands in it that can be drawn.</summary>
    public bool HasMap => Parts.OfType<TableOfFields>().Any(part => part.Table.IsMap);

    /// <summary>Id of the heading under which its map stands; null where none stands above it.</summary>
    public virtual string? MapUnder => null;

    /// <summary>
    /// Its parts in the order in which they stand: single fields and tables. The partner field is not among them.
    /// </summary>
    public abstract IReadOnlyList<InstrumentPart> Parts { get; }

    /// <summary>The field that opens a document about one partner; null where the instrument is not per partner.</summary>
    public Field? PartnerField => PerPartner
        ? new Field(FieldId.Of(Id, "partner"), FieldKind.Text, Words.Partner)
        {
            IsPartner = true,
            WordingSource = WordingSource.Of((WordsInSource ?? Words).Partner, []),
        }
        : null;

    /// <summary>Every field of a blank form in reading order: the partner field, single fields, cells of the blank rows.</summary>
    public IEnumerable<Field> BlankFields =>
        (PartnerField is { } partner ? new[] { partner } : []).Concat(Parts.SelectMany(part => part switch
        {
            SingleField single => [single.Field],
            TableOfFields table => table.Table.Cells(table.Table.BlankKeys),
            _ => throw new InvalidOperationException(part.GetType().Name),
        }));
}

/// <summary>What is added to the author's words where an instrument is to be read.</summary>
/// <param name="Important">Stands behind what comes first.</param>
/// <param name="ChooseOne">Leads to the answers that can be given.</param>
/// <param name="TableOf">Stands for a table that grows, with what is asked in its columns.</param>
/// <param name="Explained">Between the name of a column and what can be chosen in it.</param>
public sealed record ReadingWords(string Important, Phrase ChooseOne, Phrase TableOf, string Explained);

/// <summary>What the answers become when they are read as a text: an agreement, for example.</summary>
/// <param name="Title">What it is called, in plain text.</param>
/// <param name="Sections">In order; parts before the first one stand before its heading.</param>
public sealed record RunningText(string Title, IReadOnlyList<TextSection> Sections);

/// <summary>What stands under one heading of a <see cref="RunningText"/>.</summary>
/// <param name="Title">The heading, in plain text.</param>
/// <param name="From">Which of the instrument's <see cref="Instrument.Parts"/> is the first, counted from 0; the next section's is the end.</param>
public sealed record TextSection(string Title, int From);

/// <summary>A group of items.</summary>
/// <param name="Id">One segment; empty where there is no heading.</param>
/// <param name="Title">Plain text; may be empty.</param>
/// <param name="Items">In order.</param>
public sealed record ItemGroup(string Id, string Title, IReadOnlyList<ItemSummary> Items)
{
    /// <summary>The language of its title where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}

/// <summary>One item, in short.</summary>
/// <param name="Id">One segment.</param>
/// <param name="Label">The question, in plain text.</param>
/// <param name="Critical">Whether it comes first among gaps.</param>
public sealed record ItemSummary(string Id, string Label, bool Critical)
{
    /// <summary>What is to be done about it, as a step of the plan begins; empty where its author says nothing.</summary>
    public string Step { get; init; } = "";
}

/// <summary>A part of an instrument as the order of its fields sees it.</summary>
public abstract record InstrumentPart;

/// <summary>One field, and the item it belongs to.</summary>
/// <param name="Field">The field.</param>
/// <param name="Item">The item's segment (a single worksheet field is its own item).</param>
internal sealed record SingleField(Field Field, string Item) : InstrumentPart;

/// <summary>A table of fields.</summary>
/// <param name="Table">The table.</param>
public sealed record TableOfFields(FieldTable Table) : InstrumentPart;
