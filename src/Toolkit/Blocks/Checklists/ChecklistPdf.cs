using System.Text.Json.Nodes;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks.Checklists;

/// <summary>A checklist in a PDF.</summary>
public sealed class ChecklistPdf : PdfView<Checklist>
{
    /// <inheritdoc/>
    protected override IEnumerable<JsonNode> Tree(Checklist block, PdfTree tree) => throw new NotImplementedException();
}
