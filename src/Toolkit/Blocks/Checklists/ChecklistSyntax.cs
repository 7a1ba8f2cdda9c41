using Markdig.Syntax;
using Toolkit.Model;
using Toolkit.Reading;
using Block = Toolkit.Model.Block;
using ListBlock = Markdig.Syntax.ListBlock;

namespace Toolkit.Blocks.Checklists;

/// <summary><c>::: checklist {#id}</c> with items <c>- [ ] Text {#id}</c> and hints under them, in groups under <c>## Heading {#id}</c>.</summary>
internal sealed class ChecklistSyntax : IBlockSyntax
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["checklist"];

    /// <inheritdoc/>
    public bool IsInstrument => true;

    /// <inheritdoc/>
    public Block? Read(ContainerSource container, BlockReader reader)
    {
        if (InstrumentSource.Open(container, reader) is not { } source)
        {
            return null;
        }

        var intro = new List<Markdig.Syntax.Block>();
        var written = new ItemGroups<ChecklistItem, ChecklistGroup>(source, g => new ChecklistGroup(g.Id, g.Title, reader.Blocks(g.Text), g.Items));
        foreach (var block in container.Content)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    written.Begin(heading);
                    break;
                case ListBlock list:
                    written.Open.Items.AddRange(list.OfType<ListItemBlock>().Select(i => Item(source.Item(i), source, reader)).OfType<ChecklistItem>());
                    break;
                case ParagraphBlock when written.AtStart:
                    intro.Add(block);
                    break;
                case ParagraphBlock when written.Open is { Title.Length: > 0, Items.Count: 0 }:
                    written.Open.Text.Add(block);
                    break;
                default:
                    reader.Misplaced(block, "checklist", "A checklist holds headings, text under them, and items '- [ ] Text {#id}'.");
                    break;
            }
        }

        var groups = written.End();
        return groups.Count == 0
            ? source.Empty("no items", "Write items such as: - [ ] Agree how much time each side gives. {#agree-time}")
            : new Checklist
            {
                Id = source.Id,
                Title = reader.Page.Title,
                Principle = reader.Page.Principle,
                PerPartner = source.PerPartner,
                Words = reader.Words.Common.Field,
                Intro = reader.Blocks(intro),
                Groups = groups,
            };
    }

    private static ChecklistItem? Item(ItemSource item, InstrumentSource source, BlockReader reader)
    {
        source.CheckNested(item, "checklist item");
        if (!item.IsTask)
        {
            reader.Log.Error("TK2105", item.At, $"'{item.Label}' has no box to tick.", $"Write: - [ ] {item.Label}{(item.Attributes.Id is { } known ? $" {{#{known}}}" : "")}");
        }

        return source.Claim(item.Attributes, item.At, item.Label, $"- [ ] {item.Label}") is { } id && source.Field(item.At, id) is { } field
            ? new ChecklistItem(id, item.Content, new Field(field, FieldKind.Check, item.Label)) { Hint = item.Hint }
            : null;
    }
}
