using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Figures;

/// <summary>A figure in Word.</summary>
public sealed class FigureDocx : DocxView<Figure>
{
    /// <inheritdoc/>
    protected override void Write(Figure block, DocxWriter writer) => throw new NotImplementedException();
}
