using DocumentFormat.OpenXml.Packaging;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Tests.Docx;

/// <summary>How documents end, and how parts of them are set more closely.</summary>
public sealed class DocxEndingTests
{
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
        var before = DocxPages.Parts(body, WordBody.Sizes, new W.Footnotes());

        DocxSettling.Settle(body, WordBody.Sizes, new W.Footnotes());

        Assert.Equal(2, Assert.Single(before).Pages);
        Assert.Equal(1, Assert.Single(DocxPages.Parts(body, WordBody.Sizes, new W.Footnotes())).Pages);
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
        var part = Assert.Single(DocxPages.Parts(body, WordBody.Sizes, new W.Footnotes()));
        Assert.Equal((pages, leavesShortRest), (part.Pages, part.Pages > 1 && part.Used < part.Height * 0.45));
        var before = body.OuterXml;

        DocxSettling.Settle(body, WordBody.Sizes, new W.Footnotes());

        Assert.Equal(before, body.OuterXml);
    }

    /// <summary>Of questions the last two go along whole: one alone over the credits leaves a sheet nearly empty.</summary>
    [Fact]
    public void Two_questions_go_along()
    {
        var table = WordBody.Table(Enumerable.Range(0, 6).Select(i => new[] { new[] { $"{i}" }, ["Asked or written"] }), "Cell");
        foreach (var (i, row) in table.Elements<W.TableRow>().Index())
        {
            row.GetFirstChild<W.TableCell>()!.TableCellProperties!.VerticalMerge = new() { Val = i % 2 == 0 ? W.MergedCellValues.Restart : W.MergedCellValues.Continue };
        }

        var body = new W.Body(table, Wml.Paragraph("Gap"), DocxTables.Table([WordBody.Width], DocxTables.Grid()), Wml.Paragraph("End"));

        DocxEnding.KeepTogether(body);

        Assert.Equal([false, false, true, true, true, true], table.Elements<W.TableRow>().Select(row => row.Descendants<W.KeepNext>().Any()));
    }

    /// <summary>Lines of answers, and the options over the next label of a card.</summary>
    [Fact]
    public void Cards_keep_their_room()
    {
        var cards = new[] { "CardLabel", "CardAnswer", "CardOptions" }.Select(style => Wml.Paragraph(style, Wml.Run("Words"))).ToList();

        cards.ForEach(new DocxCloser(WordBody.Sizes, 0.5, 0.9, 0.8).Set);

        Assert.Equal([true, false, false], cards.Select(paragraph => paragraph.ParagraphProperties!.SpacingBetweenLines is not null));
        Assert.True(WordBody.Sizes["CardOptions"].After >= WordBody.Sizes["CardAnswer"].After);
    }

    /// <summary>Of three lines none stays behind: each page would have to get two.</summary>
    [Fact]
    public void Three_lines_are_reckoned_to_stand_on_one_page()
    {
        Assert.Equal(2, PageAfter(lines: 3));
        Assert.Equal(1, PageAfter(lines: 4));

        static int PageAfter(int lines)
        {
            var body = new W.Body(Enumerable.Range(0, 29).Select(i => Wml.Paragraph("Normal", Wml.Run($"Line {i}"))));
            var heading = Wml.Paragraph("Heading2", new W.BookmarkStart { Id = "1", Name = "_Toc1" }, Wml.Run("Heading"), new W.BookmarkEnd { Id = "1" });
            body.Append(heading, Wml.Paragraph("Normal", [.. Enumerable.Range(0, lines).SelectMany(i => i == 0 ? new DocumentFormat.OpenXml.OpenXmlElement[] { Wml.Run("Text") } : [Wml.Break(), Wml.Run("Text")])]), WordBody.Section());
            return DocxPages.Estimate(body, WordBody.Sizes, new W.Footnotes())["_Toc1"];
        }
    }

    /// <summary>A row of a fixed height takes no more.</summary>
    [Fact]
    public void Fixed_rows_are_reckoned_as_high_as_they_are()
    {
        var (with, without) = (Body(10, rowHeight: 900, rows: 2), Body(10, rowHeight: 900, rows: 2));
        with.Elements<W.Table>().Single().Append(new W.TableRow(
            new W.TableRowProperties(new W.TableRowHeight { Val = 20, HeightType = W.HeightRuleValues.Exact }), DocxTables.Cell(WordBody.Width, [Wml.Paragraph("Cell")])));

        Assert.Equal(1, Used(with) - Used(without), 3);

        static double Used(W.Body body) => DocxPages.Parts(body, WordBody.Sizes, new W.Footnotes())[0].Used;
    }

    /// <summary>Paragraphs of one line, rows to write in, and the end of a section of Letter paper.</summary>
    private static W.Body Body(int paragraphs, int rowHeight, int rows = 1)
    {
        var body = new W.Body(Enumerable.Range(0, paragraphs).Select(i => Wml.Paragraph("Normal", Wml.Run($"Line {i}"))));
        body.Append(WordBody.Table(Enumerable.Repeat(new[] { new[] { "Write here" } }, rows), "Answer", rowHeight), Wml.Paragraph("Gap"), WordBody.Section());
        return body;
    }
}
