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
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["worksheet"];

    /// <inheritdoc/>
    public bool IsInstrument => true;

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
                if (string.IsNullOrWhiteSpace(caption.Value.Words))
                {
                    reader.Log.Error("TK2108", caption.Value.At, "This line names no table.", "Say what the table is about: Table: What each side gives {#gives}");
                }

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
                    parts.AddRange(list.OfType<ListItemBlock>().Select(i => FieldSyntax.Read(source.Item(i), source, reader, ColumnMark.OfWorksheet)).OfType<FormField>().Select(f => new WorksheetField(f.Field) { Hint = f.Hint }));
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

        FieldSyntax.CheckTwice(parts.OfType<WorksheetField>().Select(f => f.Field), container.Position, reader);
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
}
