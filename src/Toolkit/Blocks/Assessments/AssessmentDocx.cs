using DocumentFormat.OpenXml;
using Toolkit.Model;
using Toolkit.Writing.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Blocks.Assessments;

/// <summary>
/// An assessment in Word: a table for each domain. Each item has a row with question and answer, and under it one for
/// what people want to write.
/// </summary>
internal sealed class AssessmentDocx : DocxView<Assessment>
{
    /// <inheritdoc/>
    protected override void Write(Assessment block, DocxWriter writer)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        var level = DocxForm.Open(writer, block, writer.Words.Documents.HowToAnswer);
        writer.Blocks(block.Intro);
        foreach (var domain in block.Domains)
        {
            writer.Heading(level, domain.Title, $"{block.Id}:{domain.Id}", domain.Language);
            writer.Blocks(domain.Intro);
            writer.KeepWithNext();
            writer.Add(Domain(domain, writer));
            writer.Paragraph("Gap");
        }

        if (block.Decision is { } decision)
        {
            writer.Heading(level, decision.Title, $"{block.Id}:{decision.Id}", decision.Language);
            writer.Blocks(decision.Intro);
            writer.KeepWithNext();
            var rows = new DocxFormRows(writer);
            foreach (var field in decision.Fields)
            {
                rows.Add(field.Field, field.Hint);
            }

            rows.Close();
        }
    }

    private static W.Table Domain(Domain domain, DocxWriter writer)
    {
        int[] widths = [620, writer.Width - 620 - 2700, 2700];
        var table = DocxTables.Table(widths, DocxTables.Grid(), domain.Title, header: true);
        string[] headings = [writer.Words.Documents.Number, writer.Words.Common.Question, writer.Words.Documents.YourAnswer];
        table.Append(DocxTables.Row(
            headings.Select((text, i) => DocxTables.Cell(widths[i], [Wml.Paragraph("CellHead", Wml.Run(text))], writer.Accent.Wash)),
            header: true));
        foreach (var item in domain.Items)
        {
            table.Append(Asked(item, widths, writer));
            if (item.Evidence is { } evidence)
            {
                table.Append(Written(writer.Words.Common.HowDoYouKnow, evidence, widths, writer, last: false));
            }

            table.Append(Written(writer.Words.Common.NoteForTeam, item.Note, widths, writer));
        }

        return table;
    }

    private static W.TableRow Asked(AssessmentItem item, int[] widths, DocxWriter writer)
    {
        var number = DocxTables.Cell(widths[0], [Number(item, writer)]);
        number.TableCellProperties!.VerticalMerge = new() { Val = W.MergedCellValues.Restart };
        var question = new List<OpenXmlElement> { Kept("Label", writer.Inline(item.Content)) };
        if (item.Critical)
        {
            question.Insert(0, Kept("Hint", [Wml.Run(writer.Words.Common.Important, Small(writer))]));
        }

        if (item.Hint.Count > 0)
        {
            question.Add(Kept("Hint", writer.Inline(item.Hint)));
        }

        question.Add(Kept("Hint", DocxForm.OnPaper(writer, item.Answer.Options)));
        return DocxTables.Row(
        [
            number,
            DocxTables.Cell(widths[1], question),
            DocxTables.Cell(
                widths[2],
                [
                    Kept("Answer", writer.Controls.Control(item.Answer)),
                    Hanging(Kept("Hint", [.. writer.Controls.Control(item.Help), Wml.Tab(), Wml.Run(writer.Words.Common.NeedHelp)])),
                ]),
        ]);
    }

    /// <summary>A row to write in; where it is not the last of its question it stays on the page of the next.</summary>
    private static W.TableRow Written(string label, Field field, int[] widths, DocxWriter writer, bool last = true)
    {
        // Some programs ask the first cell of a row whether the row goes along.
        var number = DocxTables.Cell(widths[0], [last ? Wml.Paragraph("Cell") : Kept("Cell", [])]);
        number.TableCellProperties!.VerticalMerge = new() { Val = W.MergedCellValues.Continue };
        var line = Wml.Paragraph("CellAnswer", [Wml.Styled(label, "Strong"), Wml.Run("  "), .. writer.Controls.Control(field)]);
        line.ParagraphProperties!.KeepNext = last ? null : new();
        return DocxTables.Row([number, DocxTables.Cell(widths[1] + widths[2], [line], span: 2)], height: 560);
    }

    private static W.Paragraph Number(AssessmentItem item, DocxWriter writer) =>
        Kept("ItemNumber", [Wml.Run($"{item.Number}", new W.RunProperties { Color = new() { Val = writer.Accent.Written } })]);

    private static W.RunProperties Small(DocxWriter writer) =>
        new() { RunStyle = new() { Val = "SmallWord" }, Color = new() { Val = writer.Accent.Written } };

    /// <summary>A box to tick with its words beside it, however many lines they take.</summary>
    private static W.Paragraph Hanging(W.Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.Indentation = new() { Left = "300", Hanging = "300" };
        return paragraph;
    }

    /// <summary>A paragraph that stays on the page of the next row.</summary>
    private static W.Paragraph Kept(string style, OpenXmlElement[] content)
    {
        var paragraph = Wml.Paragraph(style, content);
        paragraph.ParagraphProperties!.KeepNext = new();
        return paragraph;
    }
}
