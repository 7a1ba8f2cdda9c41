using DocumentFormat.OpenXml.Packaging;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Tests.Docx;

/// <summary>How documents end, and how parts of them are set more closely.</summary>
public sealed class DocxEndingTests
{
    private static readonly DocxStyleSizes Sizes = DocxStyleSizes.Of(
        DocxStyles.Xml("en", DocxColors.Accent(null), new DocxPaper(12240, 15840, Landscape: false)));

    /// <summary>Where answers push the credits onto a page of their own, what comes before them goes along.</summary>
    [Fact]
    public async Task What_comes_last_stays_with_the_credits_in_every_word_file()
    {
        var files = Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "downloads"), "*.docx", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var package = WordprocessingDocument.Open(file, isEditable: false);
            var elements = package.MainDocumentPart!.Document!.Body!.ChildElements;
            var credits = elements.Count - 3;
            Assert.IsType<W.Table>(elements[credits]);
            var before = elements.Take(credits).Reverse().ToList();
            var words = before.FindIndex(e => e.InnerText.Length > 0);
            Assert.All(before.Take(words).OfType<W.Paragraph>(), Kept);
            var last = before[words] is W.Table table ? table.Elements<W.TableRow>().Last() : before[words];
            Assert.All(last.Descendants<W.Paragraph>().Prepend(last as W.Paragraph).OfType<W.Paragraph>(), Kept);
        });

        static void Kept(W.Paragraph paragraph) => Assert.NotNull(paragraph.ParagraphProperties?.KeepNext);
    }

    /// <summary>What is kept together leaves the page before it empty: of a form its last two rows go along, and nothing that stands before a heading.</summary>
    [Fact]
    public void No_more_than_that_goes_along()
    {
        var body = Body(1, rowHeight: 900, rows: 5);
        body.LastChild!.Remove();
        var heading = Wml.Paragraph("Heading2", Wml.Run("Words used here"));
        var credits = DocxTables.Table([9640], DocxTables.Grid());
        body.Append(credits, Wml.Paragraph("End"));

        DocxEnding.KeepTogether(body);

        Assert.Equal([false, false, false, true, true], body.Elements<W.Table>().First().Elements<W.TableRow>().Select(IsKept));

        body.InsertBefore(heading, credits);
        foreach (var kept in body.Descendants<W.KeepNext>().ToList())
        {
            kept.Remove();
        }

        DocxEnding.KeepTogether(body);

        Assert.True(IsKept(heading));
        Assert.All(body.Elements<W.Table>().First().Elements<W.TableRow>(), row => Assert.False(IsKept(row)));

        static bool IsKept(DocumentFormat.OpenXml.OpenXmlElement element) => element.Descendants<W.KeepNext>().Any();
    }

    [Fact]
    public void A_short_rest_is_pulled_back_and_boxes_keep_room_for_a_hand()
    {
        var body = Body(32, rowHeight: 900);
        var before = DocxPages.Parts(body, Sizes, new W.Footnotes());

        DocxSettling.Settle(body, Sizes, new W.Footnotes());

        Assert.Equal(2, Assert.Single(before).Pages);
        Assert.Equal(1, Assert.Single(DocxPages.Parts(body, Sizes, new W.Footnotes())).Pages);
        Assert.All(body.Descendants<W.TableRowHeight>(), height => Assert.InRange(height.Val!.Value, 520u, 899u));
    }

    /// <summary>What has one page, a rest that is long, and a short one that cannot come back: rows that a hand needs give nothing away.</summary>
    [Theory]
    [InlineData(24, 900, 1, 1, false)]
    [InlineData(48, 900, 1, 2, false)]
    [InlineData(1, 520, 32, 2, true)]
    public void What_fits_or_is_too_long_stays_as_it_was(int paragraphs, int rowHeight, int rows, int pages, bool leavesShortRest)
    {
        var body = Body(paragraphs, rowHeight, rows);
        var part = Assert.Single(DocxPages.Parts(body, Sizes, new W.Footnotes()));
        Assert.Equal((pages, leavesShortRest), (part.Pages, part.Pages > 1 && part.Used < part.Height * 0.45));
        var before = body.OuterXml;

        DocxSettling.Settle(body, Sizes, new W.Footnotes());

        Assert.Equal(before, body.OuterXml);
    }

    /// <summary>Paragraphs of one line, rows to write in, and the end of a section of Letter paper.</summary>
    private static W.Body Body(int paragraphs, int rowHeight, int rows = 1)
    {
        var body = new W.Body();
        body.Append(Enumerable.Range(0, paragraphs).Select(i => Wml.Paragraph("Normal", Wml.Run($"Line {i}"))));
        var table = DocxTables.Table([9640], DocxTables.Grid());
        table.Append(Enumerable.Range(0, rows).Select(_ => DocxTables.Row([DocxTables.Cell(9640, [Wml.Paragraph("Answer", Wml.Run("Write here"))])], height: rowHeight)));
        body.Append(table, Wml.Paragraph("Gap"));
        body.Append(new W.SectionProperties(
            new W.PageSize { Width = 12240, Height = 15840 }, new W.PageMargin { Top = 1160, Bottom = 1080, Left = 1300, Right = 1300, Header = 620, Footer = 560, Gutter = 0 }));
        return body;
    }
}
