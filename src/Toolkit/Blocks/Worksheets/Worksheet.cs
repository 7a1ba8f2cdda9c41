using Toolkit.Model;

namespace Toolkit.Blocks.Worksheets;

/// <summary>Free fields, choices, dates and tables to fill in, with text between them.</summary>
public sealed record Worksheet : Instrument
{
    /// <inheritdoc/>
    public override string Kind => "worksheet";

    /// <summary>Everything in it, in order.</summary>
    public required IReadOnlyList<WorksheetPart> Content { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<Inline>> Texts => Content.OfType<WorksheetField>().SelectMany(f => Hints.With(f.Hint));

    /// <inheritdoc/>
    public override IReadOnlyList<(string Id, string Title, string Language)> Sections => [.. Content.OfType<WorksheetHeading>().Select(h => (h.Id, h.Title, h.Language))];

    /// <inheritdoc/>
    public override string? MapUnder => Content.TakeWhile(part => part is not WorksheetTable { Table.IsMap: true }).OfType<WorksheetHeading>().LastOrDefault()?.Id;

    /// <inheritdoc/>
    public override IEnumerable<Block> Children => Content.OfType<WorksheetProse>().Select(p => p.Block);

    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with
    {
        Content = [.. Content.SelectMany(part => part switch
        {
            WorksheetProse prose => blocks([prose.Block]).Select(b => (WorksheetPart)new WorksheetProse(b)),
            WorksheetField field => [field with { Hint = text(field.Hint) }],
            _ => [part],
        })],
    };

    /// <summary>What the text is called that its answers become; empty where it stays a form.</summary>
    public string DraftTitle { get; init; } = "";

    /// <inheritdoc/>
    public override RunningText? Draft => DraftTitle.Length == 0 ? null : new(DraftTitle, [.. Content.Index()
        .Where(part => part.Item is WorksheetHeading)
        .Select(part => new TextSection(((WorksheetHeading)part.Item).Title, Content.Take(part.Index).Count(before => before is WorksheetField or WorksheetTable)))]);

    /// <inheritdoc/>
    public override Instrument Say(InstrumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (parts, prose, place) = (new List<WorksheetPart>(), new List<Block>(), InstrumentPlace.Start);
        foreach (var part in Content)
        {
            if (part is WorksheetProse text)
            {
                prose.Add(text.Block);
                continue;
            }

            Close();
            (var said, place) = Said(part, words);
            parts.Add(said);
        }

        Close();
        return this with
        {
            Title = words.Title,
            Words = words.Words,
            WordsInSource = Words,
            DraftTitle = DraftTitle.Length == 0 ? "" : words.Draft ?? DraftTitle,
            Content = parts,
        };

        void Close()
        {
            parts.AddRange(words.Text(place, prose).Select(b => new WorksheetProse(b)));
            prose = [];
        }
    }

    /// <summary>A part in another language, and the place of the prose that follows it.</summary>
    private static (WorksheetPart Part, string Place) Said(WorksheetPart part, InstrumentWords words)
    {
        switch (part)
        {
            case WorksheetHeading heading:
                var (title, language) = words.Heading(heading.Id, heading.Title);
                return (heading with { Title = title, Language = language }, InstrumentPlace.Under(heading.Id));
            case WorksheetField field:
                var said = new FormField(field.Field, field.Hint).Say(words);
                return (field with { Field = said.Field, Hint = said.Hint }, InstrumentPlace.Behind(field.Field.Id.Segments[1]));
            case WorksheetTable table:
                return (table with { Table = words.Table(table.Table) }, InstrumentPlace.Behind(table.Table.Id));
            default:
                throw new InvalidOperationException(part.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public override Instrument Introduced(IReadOnlyList<Block> introduction) => this with { Content = [.. introduction.Select(block => new WorksheetProse(block)), .. Content] };

    /// <inheritdoc/>
    public override IReadOnlyList<Block> ToRead(int level, ReadingWords words)
    {
        var (blocks, fields) = (new List<Block>(), new List<WorksheetField>());
        foreach (var part in Content)
        {
            if (part is WorksheetField field)
            {
                fields.Add(field);
                continue;
            }

            Close();
            blocks.AddRange(part switch
            {
                WorksheetHeading heading => [HeadingToRead(level, heading.Id, heading.Title, heading.Language)],
                WorksheetProse prose => [prose.Block],
                WorksheetTable { Table: var table } => ToRead(table, words),
                _ => throw new InvalidOperationException(part.GetType().Name),
            });
        }

        Close();
        return blocks;

        void Close()
        {
            if (fields.Count > 0)
            {
                blocks.AddRange(FieldsToRead(fields.Select(f => (f.Field, f.Hint))));
                fields.Clear();
            }
        }
    }

    /// <summary>Of a table what it is about: what can be chosen in it, its rows, where they have names, and what is asked in each.</summary>
    private static IEnumerable<Block> ToRead(FieldTable table, ReadingWords words)
    {
        yield return new Paragraph([new Strong(Foreign.Mark(table.Label, table.Language))]);
        foreach (var column in table.Columns.Where(c => c.Options.Count > 0))
        {
            yield return new Paragraph([new Strong(Foreign.Mark(column.Label, column.Language)), new Text(words.Explained), .. Foreign.Listed(column.Options, "; ")]);
        }

        if (table.FixedRows.Count > 0)
        {
            yield return new TableBlock(
                [],
                [Foreign.Mark(table.RowHeading, table.RowHeadingLanguage), .. table.Columns.Select(c => Foreign.Mark(c.Label, c.Language))],
                [.. Enumerable.Repeat(Alignment.Start, table.Columns.Count + 1)],
                [.. table.FixedRows.Select(r => (IReadOnlyList<IReadOnlyList<Inline>>)[Foreign.Mark(r.Label, r.Language), .. table.Columns.Select(_ => Array.Empty<Inline>())])]);
        }
        else
        {
            yield return new Paragraph(Foreign.Around(words.TableOf, Foreign.Listed(table.Columns.Select(c => new Option(c.Id, c.Label) { Language = c.Language }), "; ")));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<InstrumentPart> Parts => [.. Content.SelectMany(part => part switch
    {
        WorksheetField f => new InstrumentPart[] { new SingleField(f.Field, f.Field.Id.Segments[1]) },
        WorksheetTable t => [new TableOfFields(t.Table)],
        _ => [],
    })];
}

/// <summary>A part of a worksheet.</summary>
public abstract record WorksheetPart;

/// <summary>A heading within the worksheet.</summary>
/// <param name="Id">One segment; anchor.</param>
/// <param name="Title">Plain text.</param>
public sealed record WorksheetHeading(string Id, string Title) : WorksheetPart
{
    /// <summary>The language of its title where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}

/// <summary>Text between fields.</summary>
/// <param name="Block">Prose.</param>
public sealed record WorksheetProse(Block Block) : WorksheetPart;

/// <summary>One field with its label.</summary>
/// <param name="Field">The field: <c>instrument.field</c>.</param>
public sealed record WorksheetField(Field Field) : WorksheetPart
{
    /// <summary>What helps with the answer, under the label; may be empty. No part of its wording.</summary>
    public IReadOnlyList<Inline> Hint { get; init; } = [];
}

/// <summary>A table to fill in.</summary>
/// <param name="Table">The table.</param>
public sealed record WorksheetTable(FieldTable Table) : WorksheetPart;
