using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The end of a document: where its credits find no room any more, what comes last goes with them, so that they never have a sheet to
/// themselves, whatever the fonts are and however long the answers. No more goes along than that: what is kept together leaves the page
/// before it empty.
/// </summary>
internal static class DocxEnding
{
    /// <summary>Paragraphs that go along.</summary>
    private const int MostParagraphs = 3;

    /// <summary>Rows that go along, or questions with the rows to write about them; those above them fill the page before.</summary>
    private const int MostRows = 2;

    /// <summary>Keeps what stands before the credits on their page.</summary>
    /// <param name="body">Ends with an empty paragraph, the credits and what has to follow a table.</param>
    public static void KeepTogether(W.Body body)
    {
        var elements = body.ChildElements;
        var at = elements.Count - 3;
        if (at < 1 || elements[at + 1] is not W.Table)
        {
            return;
        }

        for (; at >= 0 && IsEmpty(elements[at]); at--)
        {
            Keep((W.Paragraph)elements[at]);
        }

        for (var left = MostParagraphs; at > 0 && left > 0 && elements[at] is W.Paragraph paragraph; at--, left--)
        {
            Keep(paragraph);
            if (LeadsOn(paragraph))
            {
                return;
            }
        }

        if (elements[at] is W.Table table && table.Elements<W.SdtRow>().FirstOrDefault() is null && elements[at + 1] is W.Paragraph gap && IsEmpty(gap))
        {
            var rows = table.Elements<W.TableRow>().ToList();
            var first = rows.Index().Where(row => Begins(row.Item)).TakeLast(MostRows).Select(row => row.Index).FirstOrDefault();
            foreach (var paragraph in rows.Skip(first).SelectMany(row => row.Descendants<W.Paragraph>()))
            {
                Keep(paragraph);
            }
        }
    }

    /// <summary>Whether a row begins something: those under a question go on with its number.</summary>
    private static bool Begins(W.TableRow row) => row.GetFirstChild<W.TableCell>()?.TableCellProperties?.VerticalMerge?.Val?.Value != W.MergedCellValues.Continue;

    private static bool IsEmpty(OpenXmlElement element) => element is W.Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: "Gap" };

    /// <summary>Whether a paragraph is a heading, which opens a page as well as it stands on one.</summary>
    private static bool LeadsOn(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style && DocxStyles.LeadsOn(style);

    private static void Keep(W.Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties is { } properties)
        {
            properties.KeepNext = new();
        }
    }
}
