using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Checklists;

/// <summary>A checklist in Word: a box to tick before each thing to do.</summary>
internal sealed class ChecklistDocx : DocxView<Checklist>
{
    /// <inheritdoc/>
    protected override void Write(Checklist block, DocxWriter writer)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        var level = DocxForm.Open(writer, block, writer.Words.Documents.HowToTick);
        writer.Blocks(block.Intro);
        foreach (var group in block.Groups)
        {
            if (group.Title.Length > 0)
            {
                writer.Heading(level, group.Title, $"{block.Id}:{group.Id}", group.Language);
            }

            if (group.Intro.Count > 0)
            {
                writer.Blocks(group.Intro);
                writer.KeepWithNext();
            }

            foreach (var (i, item) in group.Items.Index())
            {
                writer.Paragraph("Tick", [.. writer.Controls.Control(item.Field), Wml.Tab(), .. writer.Inline(item.Content)]);
                if (item.Hint.Count > 0)
                {
                    writer.KeepWithNext();
                    writer.Paragraph("TickHint", writer.Inline(item.Hint));
                }

                if (i == 0 && group.Items.Count > 1)
                {
                    // A heading is not left with one thing to do.
                    writer.KeepWithNext();
                }
            }
        }
    }
}
