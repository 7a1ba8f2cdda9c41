using System.Text.Json.Nodes;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks.Worksheets;

/// <summary>A worksheet in a PDF.</summary>
internal sealed class WorksheetPdf : PdfView<Worksheet>
{
    /// <inheritdoc/>
    protected override IEnumerable<JsonNode> Tree(Worksheet block, PdfTree tree) =>
        tree.Open(block).Concat(block.Content.SelectMany(part => Part(part, tree)));

    private static IEnumerable<JsonNode> Part(WorksheetPart part, PdfTree tree) => part switch
    {
        WorksheetHeading heading => [tree.Heading(heading.Id, heading.Title, heading.Language)],
        WorksheetProse prose => tree.Nodes([prose.Block]),
        WorksheetField field => [PdfForm.Alone(field.Field, tree, tree.Inlines(field.Hint))],
        WorksheetTable table => [PdfForm.Table(table.Table, tree)],
        _ => throw new InvalidOperationException($"No PDF view for {part.GetType().Name}"),
    };
}
