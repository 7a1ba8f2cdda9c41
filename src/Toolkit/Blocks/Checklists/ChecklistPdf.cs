using System.Text.Json.Nodes;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks.Checklists;

/// <summary>A checklist in a PDF.</summary>
internal sealed class ChecklistPdf : PdfView<Checklist>
{
    /// <inheritdoc/>
    protected override IEnumerable<JsonNode> Tree(Checklist block, PdfTree tree)
    {
        foreach (var node in tree.Open(block).Concat(tree.Nodes(block.Intro)))
        {
            yield return node;
        }

        foreach (var group in block.Groups)
        {
            if (group.Title.Length > 0)
            {
                yield return tree.Heading(group.Id, group.Title, group.Language);
            }

            foreach (var node in tree.Nodes(group.Intro))
            {
                yield return node;
            }

            foreach (var item in group.Items)
            {
                yield return new JsonObject
                {
                    ["t"] = "check",
                    ["id"] = item.Field.Id.Value,
                    ["content"] = tree.Inlines(item.Content),
                    ["hint"] = tree.Inlines(item.Hint),
                };
            }
        }
    }
}
