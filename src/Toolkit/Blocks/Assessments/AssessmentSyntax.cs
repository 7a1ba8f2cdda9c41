using Markdig.Syntax;
using Toolkit.Model;
using Toolkit.Reading;
using Block = Toolkit.Model.Block;
using ListBlock = Markdig.Syntax.ListBlock;

namespace Toolkit.Blocks.Assessments;

/// <summary>
/// <c>::: assessment {#id scale=name per=partner}</c> with domains <c>## Heading {#id}</c> and items
/// <c>- Question? {#id .critical .evidence step="What to do"}</c>, with hints under them. A last heading <c>## Heading {#id .decision}</c> has
/// fields instead: what is decided then.
/// </summary>
internal sealed class AssessmentSyntax : IBlockSyntax
{
    private static readonly string[] Classes = ["critical", "evidence"];
    private static readonly string[] Keys = ["step"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["assessment"];

    /// <inheritdoc/>
    public bool IsInstrument => true;

    /// <inheritdoc/>
    public Block? Read(ContainerSource container, BlockReader reader)
    {
        if (InstrumentSource.Open(container, reader, "scale") is not { } source || Scale(container, reader) is not { } scale)
        {
            return null;
        }

        var intro = new List<Markdig.Syntax.Block>();
        var groups = new ItemGroups<AssessmentItem, Domain>(source, g => new Domain(g.Id, g.Title, reader.Blocks(g.Text), g.Items));
        DecisionSyntax? decision = null;
        var number = 0;
        foreach (var block in container.Content)
        {
            switch (block)
            {
                case HeadingBlock heading when decision is null && Decides(heading, source, reader):
                    decision = new(source, reader, heading);
                    break;
                case HeadingBlock heading when decision is null:
                    groups.Begin(heading);
                    break;
                case ListBlock or ParagraphBlock when decision is not null:
                    decision.Add(block);
                    break;
                case HeadingBlock:
                    reader.Misplaced(block, "assessment", "What is decided comes last: write other headings before it.");
                    break;
                case ListBlock list:
                    if (groups.Open.Title.Length == 0)
                    {
                        reader.Misplaced(list, "assessment", "Items belong to a domain: write a heading before them, such as: ## Survivor safety {#safety}");
                        groups.Open.Title = "…";
                    }

                    groups.Open.Items.AddRange(list.OfType<ListItemBlock>().Select(Item).OfType<AssessmentItem>());
                    break;
                case ParagraphBlock when groups.Open.Title.Length == 0:
                    intro.Add(block);
                    break;
                case ParagraphBlock when groups.Open.Items.Count == 0:
                    groups.Open.Text.Add(block);
                    break;
                default:
                    reader.Misplaced(block, "assessment", "An assessment holds headings, text under them, and items '- Question? {#id}'.");
                    break;
            }
        }

        var domains = groups.End();
        return domains.Count == 0
            ? source.Empty("no items", "Write a heading '## Domain {#domain}' and items such as: - Is it in writing? {#in-writing}")
            : new Assessment
            {
                Id = source.Id,
                Title = reader.Page.Title,
                Principle = reader.Page.Principle,
                PerPartner = source.PerPartner,
                Words = reader.Words.Common.Field,
                Scale = scale,
                Intro = reader.Blocks(intro),
                Domains = domains,
                Decision = decision?.End(),
            };

        AssessmentItem? Item(ListItemBlock written)
        {
            var item = Question(written, source, scale, reader, number + 1);
            number += item is null ? 0 : 1;
            return item;
        }
    }

    /// <summary>Whether what stands under a heading is decided, not asked.</summary>
    private static bool Decides(HeadingBlock heading, InstrumentSource source, BlockReader reader)
    {
        var (content, attributes) = Attributes.Split(reader.Inlines(heading.Inline));
        source.CheckClasses(attributes, InlineText.Plain(content), reader.At(heading), ["decision"]);
        return attributes.Classes.Contains("decision");
    }

    private static AssessmentItem? Question(ListItemBlock written, InstrumentSource source, Scale scale, BlockReader reader, int number)
    {
        var item = source.Item(written);
        source.CheckClasses(item.Attributes, item.Label, item.At, Classes);
        source.CheckKeys(item.Attributes, item.Label, item.At, Keys);
        source.CheckNested(item, "item");
        if (source.Claim(item.Attributes, item.At, item.Label, $"- {item.Label}") is not { } itemId
            || source.Field(item.At, itemId, "answer") is not { } answer
            || source.Field(item.At, itemId, "evidence") is not { } evidence)
        {
            return null;
        }

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
                : null)
        {
            Hint = item.Hint,
            Step = item.Attributes["step"] ?? "",
        };

        Field Beside(FieldId id, FieldKind kind, string label, string prefix) => BesideQuestion(new(id, kind, label), prefix + item.Label);
    }

    /// <summary>A field that stands beside a question: its wording is that of the question, behind a frozen prefix.</summary>
    private static Field BesideQuestion(Field field, string source) => field with
    {
        WordingSource = WordingSource.Of(source, []),
        Lines = field.Kind.HasLines() ? 2 : 1,
    };

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
