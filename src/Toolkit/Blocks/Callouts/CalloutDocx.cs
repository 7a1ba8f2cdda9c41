using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Callouts;

/// <summary>A callout in Word: a box with its kind in words over its title.</summary>
public sealed class CalloutDocx : DocxView<Callout>
{
    /// <inheritdoc/>
    protected override void Write(Callout block, DocxWriter writer)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        var (kind, fill, line, eighths) = block.Kind switch
        {
            CalloutKind.Warning => (DocxWords.PleaseRead, DocxColors.Heed, DocxColors.HeedLine, 12u),
            CalloutKind.Example => (DocxWords.Example, "FFFFFF", DocxColors.Edge, 4u),
            _ => (DocxWords.GoodToKnow, DocxColors.Wash, DocxColors.Rule, 4u),
        };
        var cell = writer.Into(DocxTables.Cell(writer.Width, [], fill), writer.Width - 300, () =>
        {
            writer.Paragraph("CalloutKind", Wml.Run(kind));
            writer.Paragraph("CalloutTitle", Wml.Run(block.Title));
            writer.Blocks(block.Content);
        });
        var box = DocxTables.Table([writer.Width], DocxTables.Box(line, eighths), block.Title);
        box.Append(DocxTables.Row([cell]));
        writer.Paragraph("Gap");
        writer.Add(box);
        writer.Paragraph("Gap");
    }
}
