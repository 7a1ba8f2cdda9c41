using System.Text.Json.Nodes;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks.Callouts;

/// <summary>A callout in a PDF.</summary>
internal sealed class CalloutPdf : PdfView<Callout>
{
    /// <inheritdoc/>
    protected override IEnumerable<JsonNode> Tree(Callout block, PdfTree tree) =>
    [
        new JsonObject
        {
            ["t"] = "callout",
            ["kind"] = block.Kind.ToString().ToLowerInvariant(),
            ["title"] = tree.Said(block.Title, block.Language),
            ["content"] = tree.Blocks(block.Content),
        },
    ];
}
