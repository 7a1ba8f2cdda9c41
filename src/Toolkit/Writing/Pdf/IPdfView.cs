using System.Text.Json.Nodes;
using Toolkit.Model;

namespace Toolkit.Writing.Pdf;

/// <summary>How a block looks in the content tree that the Typst template renders.</summary>
public interface IPdfView
{
    /// <summary>The type of block it shows.</summary>
    Type BlockType { get; }

    /// <summary>The nodes of the tree for the block.</summary>
    IEnumerable<JsonNode> Tree(Block block, PdfTree tree);
}

/// <summary>A view of one type of block.</summary>
internal abstract class PdfView<T> : IPdfView
    where T : Block
{
    /// <inheritdoc/>
    public Type BlockType => typeof(T);

    /// <inheritdoc/>
    public IEnumerable<JsonNode> Tree(Block block, PdfTree tree) => Tree((T)block, tree);

    /// <summary>The nodes of the tree for the block.</summary>
    protected abstract IEnumerable<JsonNode> Tree(T block, PdfTree tree);
}
