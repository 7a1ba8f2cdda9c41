using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Callouts;

/// <summary>A callout in Word.</summary>
public sealed class CalloutDocx : DocxView<Callout>
{
    /// <inheritdoc/>
    protected override void Write(Callout block, DocxWriter writer) => throw new NotImplementedException();
}
