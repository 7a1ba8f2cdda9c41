using Markdig.Syntax;
using Toolkit.Model;
using Toolkit.Reading;
using Block = Toolkit.Model.Block;
using ListBlock = Markdig.Syntax.ListBlock;

namespace Toolkit.Blocks.Assessments;

/// <summary>
/// <c>::: assessment {#id scale=name per=partner}</c> with domains <c>## Heading {#id}</c> and items
/// <c>- Question? {#id .critical .evidence}</c>.
/// </summary>
public sealed class AssessmentSyntax : IBlockSyntax
{
    private static readonly string[] _classes = ["critical", "evidence"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["assessment"];

    /// <inheritdoc/>
    public Block? Read(ContainerSource container, BlockReader reader)
    {
        if (InstrumentSource.Open(container, reader, "scale") is not { } source)
        {
            return null;
        }

        if (Scale(container, reader) is not { } scale)
        {
            return null;
        }

        var domains = new List<Domain>();
        var intro = new List<Markdig.Syntax.Block>();
        var (id, title, text, items, number) = ((string?)null, "", new List<Markdig.Syntax.Block>(), new List<AssessmentItem>(), 0);
        foreach (var block in container.Content)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Close();
                    (title, id) = source.Heading(heading);
                    break;
                case ListBlock list when title.Length == 0:
                    reader.Misplaced(list, "assessment", "Items belong to a domain: write a heading before them, such as: ## Survivor safety {#safety}");
                    title = "…";
                    items.AddRange(list.OfType<ListItemBlock>().Select(Item).OfType<AssessmentItem>());
                    break;
                case ListBlock list:
                    items.AddRange(list.OfType<ListItemBlock>().Select(Item).OfType<AssessmentItem>());
                    break;
                case ParagraphBlock when title.Length == 0:
                    intro.Add(block);
                    break;
                case ParagraphBlock when items.Count == 0:
                    text.Add(block);
                    break;
                default:
                    reader.Misplaced(block, "assessment", "An assessment holds headings, text under them, and items '- Question? {#id}'.");
                    break;
            }
        }

        Close();
        if (domains.Count == 0)
        {
            reader.Log.Error("TK2103", container.Position, "This assessment has no items.", "Write a heading '## Domain {#domain}' and items such as: - Is it in writing? {#in-writing}");
            return null;
        }

        return new Assessment
        {
            Id = source.Id,
            Title = reader.Page.Title,
            Principle = reader.Page.Principle,
            PerPartner = source.PerPartner,
            Words = reader.Words.Common.Field,
            Scale = scale,
            Intro = reader.Blocks(intro),
            Domains = domains,
        };

        void Close()
        {
            if (items.Count > 0)
            {
                domains.Add(new Domain(id ?? "", title, reader.Blocks(text), items));
            }

            (id, title, text, items) = (null, "", [], []);
        }

        AssessmentItem? Item(ListItemBlock written)
        {
            var item = source.Item(written);
            source.CheckClasses(item, _classes);
            source.CheckOneLine(item, "item");
            if (source.Claim(item.Attributes, item.At, item.Label, $"- {item.Label}") is not { } itemId
                || source.Field(item.At, itemId, "answer") is not { } answer
                || source.Field(item.At, itemId, "evidence") is not { } evidence)
            {
                return null;
            }

            number++;
            var words = reader.Words.Common.Field;
            return new AssessmentItem(
                itemId,
                number,
                item.Content,
                item.Attributes.Classes.Contains("critical"),
                new Field(answer, FieldKind.Choice, item.Label, scale.All) { AsRadios = true },
                Beside(FieldId.Of(source.Id, itemId, "help"), FieldKind.Check, words.Help(item.Label), WordingSource.HelpPrefix),
                Beside(FieldId.Of(source.Id, itemId, "note"), FieldKind.LongText, words.Note(item.Label), WordingSource.NotePrefix),
                item.Attributes.Classes.Contains("evidence")
                    ? Beside(evidence, FieldKind.LongText, words.Evidence(item.Label), WordingSource.EvidencePrefix)
                    : null);

            Field Beside(FieldId id, FieldKind kind, string label, string prefix) => new(id, kind, label)
            {
                WordingSource = WordingSource.Of(prefix + item.Label, []),
                Lines = kind == FieldKind.LongText ? 2 : 1,
            };
        }
    }

    private static Scale? Scale(ContainerSource container, BlockReader reader)
    {
        var scales = reader.Settings.Scales;
        if (container.Attributes["scale"] is not { } name)
        {
            reader.Log.Error("TK2106", container.Position, "This assessment names no scale.", $"Write scale=… in its braces. {Suggestion.For("", scales.Keys)}");
            return null;
        }

        if (scales.TryGetValue(name, out var scale))
        {
            return scale;
        }

        reader.Log.Error("TK2107", container.Position, $"There is no scale '{name}'.", Suggestion.For(name, scales.Keys) + " Scales stand in settings.yml.");
        return null;
    }
}
