using System.Globalization;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The table of contents: entries that stand there from the start, each with a field for its page. LibreOffice computes
/// those when it opens the file, Word when fields are renewed (Ctrl+A, F9). They are not wrapped into one field
/// for the whole table: LibreOffice would keep the numbers that were written, and Word would ask a question on opening if
/// it were told to renew them.
/// </summary>
internal sealed class DocxContents
{
    private readonly W.Paragraph _place;
    private readonly List<(string Bookmark, W.Text Number)> _numbers = [];

    private DocxContents(W.Paragraph place) => _place = place;

    /// <summary>Adds its heading, and keeps the place for the entries until all headings are known.</summary>
    public static DocxContents Place(DocxWriter writer)
    {
        writer.Paragraph("TOCHeading", Wml.Run(writer.Words.Documents.Contents));
        var place = Wml.Paragraph("TOC1");
        writer.Add(place);
        return new DocxContents(place);
    }

    /// <summary>Writes the numbers of the pages behind the entries.</summary>
    public void Number(IReadOnlyDictionary<string, int> pages)
    {
        foreach (var (bookmark, number) in _numbers)
        {
            number.Text = pages[bookmark].ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Adds the entries.</summary>
    public void Fill(DocxWriter writer)
    {
        var guide = writer.Document.Kind == DocumentKind.Guide;
        var top = writer.Headings.Where(h => h.Level <= (guide ? 3 : 2)).ToList();
        for (var i = 0; i < top.Count; i++)
        {
            var entry = Wml.Paragraph(guide && top[i].Level == 2 ? "TOC1" : "TOC2");
            var number = Wml.Computed($"PAGEREF {top[i].Bookmark} \\h", "1").ToList();
            _numbers.Add((top[i].Bookmark, number.SelectMany(r => r.Elements<W.Text>()).Single()));
            entry.Append(new W.Hyperlink([.. top[i].Entry, Wml.Tab(), .. number])
            {
                Anchor = top[i].Bookmark,
                History = true,
            });
            _place.InsertBeforeSelf(entry);
        }

        _place.ParagraphProperties!.ParagraphStyleId!.Val = "Gap";
    }
}
