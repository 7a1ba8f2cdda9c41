using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Toolkit.Model;
using Toolkit.Writing.Html;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>What stands around the content: title, running header and footer, words used, credit.</summary>
internal static class DocxFurniture
{
    private const string HeaderId = "rIdHeader";
    private const string FirstHeaderId = "rIdFirstHeader";
    private const string FooterId = "rIdFooter";
    private const string FirstFooterId = "rIdFirstFooter";

    /// <summary>Text that is at least so wide stands on paper that lies on its long side, in twentieths of a point.</summary>
    private const int WidePaper = 12000;

    /// <summary>Which principle a document is about; null for none or several.</summary>
    public static int? Principle(Document document, SiteSettings settings) => document.Kind switch
    {
        DocumentKind.Chapter => settings.Principles.FirstOrDefault(p => p.Page == document.Page)?.Number,
        DocumentKind.Instrument => document.Instruments.Select(i => i.Principle).FirstOrDefault(),
        _ => null,
    };

    /// <summary>The references of a section on this paper; the one that opens the document has a first page of its own.</summary>
    public static IEnumerable<OpenXmlElement> References(DocxPaper paper, bool opens)
    {
        yield return new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = HeaderId + paper.Name };
        if (opens)
        {
            yield return new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = FirstHeaderId };
        }

        yield return new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = FooterId + paper.Name };
        if (opens)
        {
            yield return new W.FooterReference { Type = W.HeaderFooterValues.First, Id = FirstFooterId };
        }
    }

    /// <summary>Adds the parts that the references name.</summary>
    /// <param name="main">Where they go.</param>
    /// <param name="writer">Has written the document.</param>
    public static void Parts(MainDocumentPart main, DocxWriter writer)
    {
        foreach (var paper in writer.Papers)
        {
            main.AddNewPart<HeaderPart>(HeaderId + paper.Name).Header = Header(writer.Document, writer.Settings, paper);
            main.AddNewPart<FooterPart>(FooterId + paper.Name).Footer = Footer(writer, paper);
        }

        main.AddNewPart<HeaderPart>(FirstHeaderId).Header = new W.Header(Wml.Paragraph("Header"));
        main.AddNewPart<FooterPart>(FirstFooterId).Footer = Footer(writer, writer.Papers[0]);
    }

    private static W.Header Header(Document document, SiteSettings settings, DocxPaper paper) => new(Wide(paper, Wml.Paragraph(
        "Header",
        document.Title == settings.SiteTitle
            ? [Wml.In(document.Title, document.TitleLanguage)]
            : [Wml.In(document.Title, document.TitleLanguage), Wml.Tab(), Wml.In(settings.SiteTitle, settings.LanguageOf("SiteTitle"))])));

    private static W.Footer Footer(DocxWriter writer, DocxPaper paper)
    {
        var (settings, words) = (writer.Settings, writer.Words.Documents);
        return new(Wide(paper, Wml.Paragraph(
            "Footer",
            [
                Wml.In(settings.SiteTitle, settings.LanguageOf("SiteTitle")),
                .. settings.GuideVersion.Length > 0 ? [Wml.Run("  \u00b7  " + words.GuideVersion(settings.GuideVersion))] : Array.Empty<OpenXmlElement>(),
                Wml.Tab(),
                .. words.PageNumber.Around(
                    text => new OpenXmlElement[] { Wml.Run(text) }, [.. Wml.Computed("PAGE", "1")], [.. Wml.Computed("NUMPAGES", "1")]).SelectMany(part => part),
            ])));
    }

    private static W.Paragraph Wide(DocxPaper paper, W.Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.Tabs = new(new W.TabStop { Val = W.TabStopValues.Right, Position = paper.TextWidth });
        return paragraph;
    }

    /// <summary>Adds the title, and what stands over and under it.</summary>
    /// <param name="writer">Has written nothing yet.</param>
    /// <param name="slot">Tag of the place in which a template has its title; empty where the document's own stands there.</param>
    public static void Title(DocxWriter writer, string slot = "")
    {
        var document = writer.Document;
        var mark = $"{writer.Numbers.Next()}";
        OpenXmlElement[] title =
        [
            new W.BookmarkStart { Id = mark, Name = DocxLinks.Top },
            slot.Length > 0 ? writer.Controls.Slot(slot, document.Title) : Wml.In(document.Title, document.TitleLanguage),
            new W.BookmarkEnd { Id = mark },
        ];
        Eyebrow(writer, Principle(document, writer.Settings), document.Kind == DocumentKind.Guide ? [] : SiteTitle(writer), ownPage: false);
        writer.Paragraph(document.Kind == DocumentKind.Guide ? "Title" : "Heading1", title);
        if (document.Description.Length > 0)
        {
            writer.Paragraph("Lead", Wml.In(document.Description, document.DescriptionLanguage));
        }
    }

    /// <summary>Adds the heading of a chapter of the whole guide.</summary>
    public static void OpenChapter(DocxWriter writer, string title, string anchor, OpenXmlElement[] content)
    {
        var principle = writer.Settings.Principles.FirstOrDefault(p =>
            p.Title == title || Path.GetFileNameWithoutExtension(p.Page) == anchor)?.Number;
        writer.Accent = DocxColors.Accent(principle);
        Eyebrow(writer, principle, SiteTitle(writer), ownPage: true);
        writer.Heading(2, title, anchor, content);
    }

    /// <summary>Adds what follows the content: words used, and where the document comes from.</summary>
    public static void End(DocxWriter writer)
    {
        var terms = writer.Inlines.Terms.ToList();
        if (terms.Count > 0)
        {
            WordsHeading(writer);
            foreach (var (i, term) in terms.Index())
            {
                var mark = $"{writer.Numbers.Next()}";
                writer.Paragraph(
                    "GlossaryWord",
                    new W.BookmarkStart { Id = mark, Name = DocxInlines.Bookmark(term) },
                    Wml.In(term.Term, term.Language, "Strong"),
                    new W.BookmarkEnd { Id = mark },
                    Wml.Run(writer.Words.Documents.Explained),
                    Wml.In(term.Definition, term.Language));
                if (i < Math.Min(2, terms.Count - 1))
                {
                    // The heading is not left with a word or two.
                    writer.KeepWithNext();
                }
            }
        }

        About(writer);
    }

    private static void WordsHeading(DocxWriter writer)
    {
        if (writer.Document.Kind == DocumentKind.Guide)
        {
            OpenChapter(writer, writer.Words.Common.WordsUsedHere, "", [Wml.Run(writer.Words.Common.WordsUsedHere)]);
            return;
        }

        writer.Accent = DocxColors.Accent(Principle(writer.Document, writer.Settings));
        writer.Heading(2, writer.Words.Common.WordsUsedHere, "");
    }

    private static IReadOnlyList<Inline> SiteTitle(DocxWriter writer) => Foreign.Mark(writer.Settings.SiteTitle, writer.Settings.LanguageOf("SiteTitle"));

    private static void Eyebrow(DocxWriter writer, int? principle, IReadOnlyList<Inline> otherwise, bool ownPage)
    {
        var settings = writer.Settings;
        var words = principle is { } number && settings.Principles.FirstOrDefault(p => p.Number == number) is { } known
            ? Foreign.Around(writer.Words.Documents.PrincipleTitled.With("number", $"{number}").With("all", $"{settings.Principles.Count}"), Foreign.Mark(known.Title, known.Language))
            : otherwise;
        var runs = writer.Inline(words);
        foreach (var run in runs.OfType<W.Run>())
        {
            run.RunProperties ??= new();
            run.RunProperties.Color = new() { Val = writer.Accent.Written };
        }

        var eyebrow = Wml.Paragraph("Eyebrow", runs);
        eyebrow.ParagraphProperties!.PageBreakBefore = ownPage ? new() : null;
        eyebrow.ParagraphProperties.ParagraphBorders = new(
            new W.TopBorder { Val = writer.Accent.Line, Size = writer.Accent.Line == W.BorderValues.Double ? 12u : 36u, Space = 8, Color = writer.Accent.Drawn });
        writer.Add(eyebrow);
    }

    private static void About(DocxWriter writer)
    {
        var (document, settings) = (writer.Document, writer.Settings);
        Action about = () =>
        {
            // Small and flat, so that it rarely needs a sheet of its own.
            writer.Paragraph("Label", Wml.Run(writer.Words.Documents.About));
            if (document.Instruments.Count > 0)
            {
                writer.Paragraph("SmallPrint", [.. BringBack(writer)]);
            }

            if (settings.Credit.Length > 0)
            {
                writer.Paragraph("SmallPrint", Wml.In(settings.Credit, settings.LanguageOf(nameof(SiteSettings.Credit))));
            }
        };
        if (settings.HelpLine is { } help)
        {
            DocxTables.Boxed(
                writer, DocxColors.Wash, DocxColors.Wash, 4, writer.Words.Documents.About, after: "End",
                (HelpShare(writer), () => writer.Paragraph("SmallPrint", [.. Help(writer, help)])), (100 - HelpShare(writer), about));
        }
        else
        {
            DocxTables.Boxed(writer, DocxColors.Wash, DocxColors.Wash, 4, writer.Words.Documents.About, after: "End", (100, about));
        }
    }

    /// <summary>How much of the width the line for help takes, in hundredths: an address is not to be broken.</summary>
    private static double HelpShare(DocxWriter writer) => writer.Width < WidePaper ? 31 : 24;

    private static IEnumerable<OpenXmlElement> BringBack(DocxWriter writer)
    {
        foreach (var run in writer.Inline(Foreign.Around(writer.Words.Documents.BringBack, Foreign.Mark(writer.Document.Title, writer.Document.TitleLanguage))))
        {
            yield return run;
        }

        if (Addresses.Of(writer.Settings, writer.Document.Page) is { } address)
        {
            yield return Wml.Run(" ");
            foreach (var link in writer.Links.External(address, [Wml.Styled(address, "Hyperlink")]))
            {
                yield return link;
            }
        }
    }

    private static IEnumerable<OpenXmlElement> Help(DocxWriter writer, HelpLine help)
    {
        var settings = writer.Settings;
        string[] ways = [help.Phone, help.TextTo.Length > 0 ? writer.Words.Common.TextTo.Fill(help.TextTo) : ""];
        // As people write it on paper: with what stands before it, it is wider than its cell, and was cut in the middle of a word.
        var address = help.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? help.Url["https://".Length..].TrimEnd('/') : help.Url;
        var reached = string.Concat(ways.Where(w => w.Length > 0).Select(w => w + ", "));
        return writer.Words.Documents.HelpLine.Around(
            text => new OpenXmlElement[] { Wml.Run(text) },
            [Wml.In(help.Question, settings.LanguageOf("HelpLine.Question"), "Strong")],
            [Wml.In(help.Name, settings.LanguageOf("HelpLine.Name"))],
            help.Hours.Length > 0 ? [Wml.Run(reached), Wml.In(help.Hours, settings.LanguageOf("HelpLine.Hours"))] : [Wml.Run(reached.TrimEnd(' ', ','))],
            [.. writer.Links.External(help.Url, [Wml.Styled(address, "Hyperlink")])]).SelectMany(part => part);
    }
}
