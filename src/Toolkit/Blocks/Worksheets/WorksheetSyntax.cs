using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Toolkit.Model;
using Toolkit.Reading;
using Block = Toolkit.Model.Block;
using ListBlock = Markdig.Syntax.ListBlock;

namespace Toolkit.Blocks.Worksheets;

/// <summary>
/// <c>::: worksheet {#id per=partner draft="Draft of the agreement"}</c> with headings, prose, fields <c>- Label {#id .long}</c> and tables
/// <c>Table: Caption {#id rows=4}</c>.
/// </summary>
internal sealed class WorksheetSyntax : IBlockSyntax
{
    /// <summary>The words that say a kind.</summary>
    internal static readonly string[] Kinds = [.. Enum.GetValues<FieldKind>().SelectMany(kind => kind.Words())];

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["worksheet"];

    /// <inheritdoc/>
    public Block? Read(ContainerSource container, BlockReader reader)
    {
        if (InstrumentSource.Open(container, reader, "draft") is not { } source)
        {
            return null;
        }

        var draft = CleanText.OneLine(container.Attributes["draft"] ?? "").Trim();
        if (draft.Length == 0 && container.Attributes["draft"] is not null)
        {
            reader.Log.Warning("TK2009", container.Position, "Nothing reads 'draft' on this worksheet: the text has no name.", "Say what it is called, such as draft=\"Draft of the agreement\".");
        }

        var parts = new List<WorksheetPart>();
        (string Words, Attributes Attributes, SourcePosition At)? caption = null;
        foreach (var block in container.Content)
        {
            if (reader.TableCaption(block) is { } words)
            {
                caption = (InlineText.Plain(words.Content), words.Attributes, reader.At(block));
                continue;
            }

            switch (block)
            {
                case HeadingBlock heading:
                    if (source.Heading(heading) is (var title, { } id))
                    {
                        parts.Add(new WorksheetHeading(id, title));
                    }

                    break;
                case ListBlock list:
                    parts.AddRange(list.OfType<ListItemBlock>().Select(i => Field(source.Item(i), source, reader)).OfType<WorksheetField>());
                    break;
                case Table table when caption is { Attributes.Id: not null } named:
                    if (new WorksheetTableSyntax(source, reader).Read(table, named) is { } read)
                    {
                        parts.Add(new WorksheetTable(read));
                    }

                    break;
                case Table table when caption is null:
                    reader.Log.Error("TK2108", reader.At(table), "This table has no line above it that names it.", "Write before it: Table: What the table is about {#table-id rows=4}");
                    break;
                default:
                    parts.AddRange(reader.Blocks([block]).Select(b => new WorksheetProse(b)));
                    break;
            }

            caption = null;
        }

        if (!parts.Any(p => p is WorksheetField or WorksheetTable))
        {
            return source.Empty("nothing to fill in", "Write fields such as: - Who leads on our side? {#lead}");
        }

        return new Worksheet
        {
            Id = source.Id,
            Title = reader.Page.Title,
            Principle = reader.Page.Principle,
            PerPartner = source.PerPartner,
            Words = reader.Words.Common.Field,
            DraftTitle = draft,
            Content = parts,
        };
    }

    private static WorksheetField? Field(ItemSource item, InstrumentSource source, BlockReader reader)
    {
        source.CheckClasses(item.Attributes, item.Label, item.At, [.. Kinds, ColumnMark.Due]);
        if (source.Claim(item.Attributes, item.At, item.Label, $"- {(item.IsTask ? "[ ] " : "")}{item.Label}") is not { } id
            || source.Field(item.At, id) is not { } field)
        {
            return null;
        }

        var kind = item.IsTask ? FieldKind.Check : Kind(item.Attributes);
        var hasOptionsUnder = kind.HasOptions() && item.Attributes["list"] is null;
        source.CheckNested(item, "field", hasOptionsUnder);
        var options = kind.HasOptions() ? Options(item, source, reader) : [];
        var lines = int.TryParse(item.Attributes["lines"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 40
            ? n
            : kind.HasLines() ? 4 : 1;
        return new WorksheetField(
            new Field(field, kind, item.Label, options)
            {
                AsRadios = item.Attributes.Classes.Contains("radios"),
                Lines = lines,
                Marks = Marks(item, kind, reader),
            })
        {
            Hint = item.Hint,
        };
    }

    /// <summary>The kind that the words behind a field say.</summary>
    internal static FieldKind Kind(Attributes attributes) =>
        Enum.GetValues<FieldKind>().Where(kind => kind.Words().Any(attributes.Classes.Contains))
            .FirstOrDefault(attributes["list"] is null ? FieldKind.Text : FieldKind.Choice);

    /// <summary>What a field outside of tables says that it holds: a day may be the one by which something is done.</summary>
    private static IReadOnlyList<string> Marks(ItemSource item, FieldKind kind, BlockReader reader)
    {
        if (!item.Attributes.Classes.Contains(ColumnMark.Due))
        {
            return [];
        }

        RoleSyntax.CheckKind(new ColumnMark(ColumnMark.Due, "the day by which something is done", FieldKind.Date), kind, item.Label, item.At, reader);
        return [ColumnMark.Due];
    }

    private static IReadOnlyList<Option> Options(ItemSource item, InstrumentSource source, BlockReader reader)
    {
        if (item.Attributes["list"] is { } list)
        {
            return source.List(list, item.At);
        }

        var options = new List<Option>();
        foreach (var written in item.Nested.OfType<ListBlock>().SelectMany(l => l).OfType<ListItemBlock>())
        {
            var option = source.Item(written);
            if (reader.RequiredId(option.Attributes, option.At, option.Label, $"  - {option.Label}") is not { } id)
            {
                continue;
            }

            if (options.Any(o => o.Id == id))
            {
                reader.Log.Error("TK2002", option.At, $"The option id '{id}' stands twice under '{item.Label}'.", "Give one of them another id.");
                continue;
            }

            if (option.Nested.Count > 0)
            {
                reader.Misplaced(option.Nested[0], "option", "An option is one line.");
            }

            options.Add(new Option(id, option.Label));
        }

        if (options.Count < 2)
        {
            reader.Log.Error("TK2109", item.At, $"'{item.Label}' is a choice with fewer than two options.", "Name a list, such as {#id .choice list=NAME}, or write the options as items indented under it.");
        }

        return options;
    }
}
