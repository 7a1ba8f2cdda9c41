using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Assessments;

/// <summary>A assessment in Word.</summary>
public sealed class AssessmentDocx : DocxView<Assessment>
{
    /// <inheritdoc/>
    protected override void Write(Assessment block, DocxWriter writer) => throw new NotImplementedException();
}
