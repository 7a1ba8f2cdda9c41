using Toolkit.Model;

namespace Toolkit.Writing.Docx;

/// <summary>How a block looks in Word.</summary>
public interface IDocxView
{
    /// <summary>The type of block it shows.</summary>
    Type BlockType { get; }

    /// <summary>Adds the block at the end of the body.</summary>
    void Write(Block block, DocxWriter writer);
}

/// <summary>A view of one type of block.</summary>
internal abstract class DocxView<T> : IDocxView
    where T : Block
{
    /// <inheritdoc/>
    public Type BlockType => typeof(T);

    /// <inheritdoc/>
    public void Write(Block block, DocxWriter writer) => Write((T)block, writer);

    /// <summary>Adds the block at the end of the body.</summary>
    protected abstract void Write(T block, DocxWriter writer);
}
