using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Callouts;

/// <summary>A callout in Word: a box with its kind in words over its title.</summary>
internal sealed class CalloutDocx : DocxView<Callout>
{
    /// <inheritdoc/>
    protected override void Write(Callout block, DocxWriter writer)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        var words = writer.Words.Common.Callout;
        var (kind, fill, line, eighths) = block.Kind switch
        {
            CalloutKind.Warning => (words.Warning, DocxColors.Heed, DocxColors.HeedLine, 12u),
            CalloutKind.Example => (words.Example, "FFFFFF", DocxColors.Edge, 4u),
            _ => (words.Note, DocxColors.Wash, DocxColors.Rule, 4u),
        };
        DocxTables.Boxed(writer, fill, line, eighths, block.Title, () =>
        {
            writer.Paragraph("CalloutKind", Wml.Run(kind));
            writer.Paragraph("CalloutTitle", Wml.In(block.Title, block.Language));
            writer.Blocks(block.Content);
        });
    }
}
