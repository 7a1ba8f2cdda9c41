using System.Text.Json.Nodes;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks.Assessments;

/// <summary>An assessment in a PDF.</summary>
internal sealed class AssessmentPdf : PdfView<Assessment>
{
    /// <inheritdoc/>
    protected override IEnumerable<JsonNode> Tree(Assessment block, PdfTree tree)
    {
        foreach (var node in tree.Open(block).Concat(tree.Nodes(block.Intro)))
        {
            yield return node;
        }

        foreach (var domain in block.Domains)
        {
            yield return tree.Heading(domain.Id, domain.Title, domain.Language);
            foreach (var node in tree.Nodes(domain.Intro))
            {
                yield return node;
            }

            foreach (var item in domain.Items)
            {
                yield return Question(item, block, tree);
            }
        }

        if (block.Decision is { } decision)
        {
            yield return tree.Heading(decision.Id, decision.Title, decision.Language);
            foreach (var node in tree.Nodes(decision.Intro).Concat(decision.Fields.Select(f => PdfForm.Alone(f.Field, tree, tree.Inlines(f.Hint)))))
            {
                yield return node;
            }
        }
    }

    private static JsonObject Question(AssessmentItem item, Assessment assessment, PdfTree tree)
    {
        var notApplicable = assessment.Scale.NotApplicable;
        return new JsonObject
        {
            ["t"] = "question",
            ["number"] = item.Number,
            ["content"] = tree.Inlines(item.Content),
            ["hint"] = tree.Inlines(item.Hint),
            ["critical"] = item.Critical,
            ["scale"] = PdfForm.Options(item.Answer, assessment.Scale.Options, tree),
            ["apart"] = notApplicable is null ? new JsonArray() : PdfForm.Options(item.Answer, [notApplicable], tree),
            ["help"] = PdfForm.Part(item.Help, tree.Words.Common.NeedHelp),
            ["evidence"] = item.Evidence is null ? null : PdfForm.Part(item.Evidence, tree.Words.Common.HowDoYouKnow),
            ["note"] = PdfForm.Part(item.Note, tree.Words.Common.NoteForTeam),
        };
    }
}
