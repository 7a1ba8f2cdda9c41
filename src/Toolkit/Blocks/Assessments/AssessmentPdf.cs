using System.Text.Json.Nodes;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks.Assessments;

/// <summary>A assessment in a PDF.</summary>
public sealed class AssessmentPdf : PdfView<Assessment>
{
    /// <inheritdoc/>
    protected override IEnumerable<JsonNode> Tree(Assessment block, PdfTree tree) => throw new NotImplementedException();
}
