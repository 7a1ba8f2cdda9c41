using System.Text.Json.Nodes;
using Toolkit.Model;

namespace Toolkit.Writing.Pdf;

/// <summary>Builds the content tree of one document.</summary>
public sealed class PdfTree
{
    /// <summary>The nodes of some blocks.</summary>
    public JsonArray Blocks(IEnumerable<Block> blocks) => throw new NotImplementedException();
}
