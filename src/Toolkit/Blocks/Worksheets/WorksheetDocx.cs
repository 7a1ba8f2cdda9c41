using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Worksheets;

/// <summary>A worksheet in Word.</summary>
public sealed class WorksheetDocx : DocxView<Worksheet>
{
    /// <inheritdoc/>
    protected override void Write(Worksheet block, DocxWriter writer) => throw new NotImplementedException();
}
