using System.Text.Json.Nodes;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks.Worksheets;

/// <summary>A worksheet in a PDF.</summary>
public sealed class WorksheetPdf : PdfView<Worksheet>
{
    /// <inheritdoc/>
    protected override IEnumerable<JsonNode> Tree(Worksheet block, PdfTree tree) => throw new NotImplementedException();
}
