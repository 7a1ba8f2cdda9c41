using Toolkit.Model;
using Toolkit.Writing.Docx;

namespace Toolkit.Blocks.Worksheets;

/// <summary>A worksheet in Word: fields that follow each other stand in one table of labels and answers.</summary>
internal sealed class WorksheetDocx : DocxView<Worksheet>
{
    /// <inheritdoc/>
    protected override void Write(Worksheet block, DocxWriter writer)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        if (block.Parts.OfType<TableOfFields>().Any(t => DocxFieldTable.IsWide(t.Table)))
        {
            writer.Landscape(() => Content(block, writer));
        }
        else
        {
            Content(block, writer);
        }
    }

    private static void Content(Worksheet block, DocxWriter writer)
    {
        var level = DocxForm.Open(writer, block, writer.Words.Documents.HowToFill);
        var rows = new DocxFormRows(writer);
        foreach (var (i, part) in block.Content.Index())
        {
            if (part is WorksheetField field)
            {
                rows.Add(field.Field, field.Hint);
                continue;
            }

            rows.Close();
            switch (part)
            {
                case WorksheetHeading heading:
                    writer.Heading(level, heading.Title, $"{block.Id}:{heading.Id}", heading.Language);
                    break;
                case WorksheetProse prose:
                    writer.Blocks([prose.Block]);
                    if (!LeadsToCards(block.Content.Skip(i + 1)))
                    {
                        writer.KeepWithNext();
                    }

                    break;
                case WorksheetTable table:
                    DocxFieldTable.Write(writer, table.Table);
                    break;
                default:
                    throw new InvalidOperationException(part.GetType().Name);
            }
        }

        rows.Close();
    }

    /// <summary>Whether a heading with cards follows, which are so high that what opens the tool fills the page before them.</summary>
    private static bool LeadsToCards(IEnumerable<WorksheetPart> next) =>
        next.FirstOrDefault() is WorksheetHeading && next.OfType<WorksheetTable>().FirstOrDefault() is { } first && DocxFieldTable.IsCards(first.Table);
}
