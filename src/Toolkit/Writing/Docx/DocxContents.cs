using DocumentFormat.OpenXml;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>The table of contents: a field that Word can renew, with entries that stand there from the start.</summary>
internal sealed class DocxContents
{
    private readonly W.Paragraph place;

    private DocxContents(W.Paragraph place) => this.place = place;

    /// <summary>Adds its heading, and keeps the place for the entries until all headings are known.</summary>
    public static DocxContents Place(DocxWriter writer)
    {
        writer.Paragraph("TOCHeading", Wml.Run(DocxWords.Contents));
        var place = Wml.Paragraph("TOC1");
        writer.Add(place);
        return new DocxContents(place);
    }

    /// <summary>Adds the entries.</summary>
    public void Fill(DocxWriter writer)
    {
        var top = writer.Headings.Where(h => h.Level <= 3).ToList();
        var guide = writer.Document.Kind == DocumentKind.Guide;
        for (var i = 0; i < top.Count; i++)
        {
            var entry = Wml.Paragraph(top[i].Level == 2 ? "TOC1" : "TOC2");
            if (i == 0)
            {
                entry.Append(
                    new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }),
                    new W.Run(new W.FieldCode($" TOC \\o \"{(guide ? "1-2" : "2-3")}\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }),
                    new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }));
            }

            entry.Append(new W.Hyperlink(
                [Wml.Run(top[i].Text), Wml.Tab(), .. Wml.Computed($"PAGEREF {top[i].Bookmark} \\h", "1")])
            {
                Anchor = top[i].Bookmark,
                History = true,
            });
            if (i == top.Count - 1)
            {
                entry.Append(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End }));
            }

            place.InsertBeforeSelf(entry);
        }

        place.Remove();
    }
}
