using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Checklists;

/// <summary>A checklist in Word.</summary>
public sealed class ChecklistDocx : DocxView<Checklist>
{
    /// <inheritdoc/>
    protected override void Write(Checklist block, DocxWriter writer) => throw new NotImplementedException();
}
