using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Figures;

/// <summary>A figure in Word.</summary>
internal sealed class FigureDocx : DocxView<Figure>
{
    /// <inheritdoc/>
    protected override void Write(Figure block, DocxWriter writer)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Picture(block.SourceFile, block.Alt);
        writer.Paragraph(block.Caption.Count > 0 ? "FigureCaption" : "Gap", writer.Inline(block.Caption));
    }
}
