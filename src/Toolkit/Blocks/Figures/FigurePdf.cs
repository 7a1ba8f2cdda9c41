using System.Text.Json.Nodes;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks.Figures;

/// <summary>A figure in a PDF.</summary>
internal sealed class FigurePdf : PdfView<Figure>
{
    /// <inheritdoc/>
    protected override IEnumerable<JsonNode> Tree(Figure block, PdfTree tree) =>
    [
        new JsonObject
        {
            ["t"] = "figure",
            ["source"] = tree.AddFile(block.SourceFile),
            ["alt"] = PdfText.Clean(block.Alt),
            ["caption"] = tree.Inlines(block.Caption),
        },
    ];
}
