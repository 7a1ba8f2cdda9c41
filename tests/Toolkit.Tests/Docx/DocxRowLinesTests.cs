using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Tests.Docx;

/// <summary>The lines under rows where pages end, and the rows that LibreOffice prints there.</summary>
public sealed partial class DocxRowLinesTests
{
    /// <summary>A table stays open at the foot of no page: where a row has no line under it, a row without words follows on its page and has the line over it.</summary>
    [Fact]
    public async Task Tables_of_the_guide_close_where_a_page_ends()
    {
        var files = Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "downloads"), "*.docx", SearchOption.AllDirectories);
        var closed = 0;

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var package = WordprocessingDocument.Open(file, isEditable: false);
            foreach (var row in package.MainDocumentPart!.Document!.Body!.Descendants<W.TableRow>().Where(row => !IsClosing(row) && Lines(row).Any(lines => HasNone(lines.BottomBorder))))
            {
                closed++;
                Assert.All(row.Descendants<W.Paragraph>(), paragraph => Assert.NotNull(paragraph.ParagraphProperties?.KeepNext));
                var closing = Assert.IsType<W.TableRow>(row.NextSibling());
                Assert.True(IsClosing(closing), row.InnerText);
                Assert.Empty(closing.InnerText);
                Assert.Empty(closing.Descendants<W.KeepNext>());
                Assert.Equal(W.BorderValues.Single, Assert.Single(Lines(closing)).TopBorder?.Val?.Value);
            }
        });
        Assert.True(closed > 40, $"{closed}");
    }

    /// <summary>The row in which a table may break keeps its line where it may part, and that is where none of its cells has two lines.</summary>
    [Fact]
    public void Only_rows_of_one_line_may_part()
    {
        var body = new W.Body(
            WordBody.Table(Enumerable.Range(0, 4).Select(_ => new[] { new[] { "One line" }, ["Answer"] }), "Cell"),
            Wml.Paragraph("Gap"),
            WordBody.Table(Enumerable.Range(0, 4).Select(_ => new[] { new[] { $"{LongLine} {LongLine}" }, ["Answer"] }), "Cell"));
        foreach (var table in body.Elements<W.Table>())
        {
            DocxTables.KeepEnds(table);
        }

        DocxRowLines.Move(body, WordBody.Sizes);

        Assert.Equal([true, false, true, true], Rows(0).Select(MayNotPart));
        Assert.Equal([true, true, true, true, true], Rows(1).Select(MayNotPart));
        Assert.Equal([false, false, true, false, false], Rows(1).Select(IsClosing));
        Assert.Equal([true, true, false, true, false], Rows(1).Select(row => row.Descendants<W.KeepNext>().Any()));
        Assert.All(Lines(Rows(1)[3]), lines => Assert.True(HasNone(lines.TopBorder)));

        List<W.TableRow> Rows(int table) => [.. body.Elements<W.Table>().ElementAt(table).Elements<W.TableRow>()];
        static bool MayNotPart(W.TableRow row) => row.TableRowProperties!.GetFirstChild<W.CantSplit>() is not null;
    }

    /// <summary>People and programs count such rows when they add one or move it.</summary>
    [Fact]
    public void Among_rows_that_people_add_no_low_one_gets_another_under_it()
    {
        var table = WordBody.Table(Enumerable.Range(0, 4).Select(_ => new[] { new[] { $"{LongLine} {LongLine}" }, ["Answer"] }), "Cell");
        var rows = table.Elements<W.TableRow>().ToList();
        rows.ForEach(row => row.Remove());
        table.Append(new W.SdtRow(new W.SdtContentRow(rows.Select(row => new W.SdtRow(new W.SdtContentRow(row))))));

        DocxRowLines.Move(new W.Body(table), WordBody.Sizes);

        Assert.Equal(rows, table.Descendants<W.TableRow>());
    }

    /// <summary>Wherever the foot of the page is, by half points, around the row after which the table may break for the first time.</summary>
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 1, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(1, 3, 1)]
    [InlineData(3, 1, 2)]
    public async Task LibreOffice_loses_no_row_and_parts_none(int paragraphs, int lines, int cells)
    {
        const int Tried = 250;
        using var folder = new TemporaryFolder();
        Write(folder.File("rows.docx"), Enumerable.Range(0, Tried).Select(i => 1000 + (i * 10)), paragraphs, lines, cells);
        await Programs.Convert([folder.File("rows.docx")], "pdf", folder.Path);
        var pages = (await Programs.Run(Programs.Need("pdftotext"), ["-layout", folder.File("rows.pdf"), "-"])).Output.Split('\f');

        var rows = pages.SelectMany((page, number) => Row().Matches(page).Select(match => (match.Groups[1].Value, Page: number))).ToLookup(row => row.Value, row => row.Page);
        var expected = Enumerable.Range(0, Tried).SelectMany(table => Enumerable.Range(0, 4).Select(row => $"{table}x{row}")).ToList();
        Assert.All(expected, row =>
        {
            Assert.Equal(paragraphs * lines, rows[row].Count());
            Assert.Single(rows[row].Distinct());
        });
        Assert.Contains(Enumerable.Range(0, Tried), table => rows[$"{table}x1"].First() != rows[$"{table}x2"].First());
    }

    /// <summary>Fills a line of half the paper's width.</summary>
    private const string LongLine = "is said here in words that fill the line";

    /// <summary>Low pages, each with a paragraph of a height of its own and a table that goes on to the next one.</summary>
    private static void Write(string file, IEnumerable<int> heights, int paragraphs, int lines, int cells)
    {
        var body = new W.Body();
        foreach (var (table, height) in heights.Index())
        {
            var filler = Wml.Paragraph("Normal", Wml.Run("Filler"));
            filler.ParagraphProperties!.PageBreakBefore = new();
            filler.ParagraphProperties.SpacingBetweenLines = new() { Before = "0", After = "0", Line = $"{height}", LineRule = W.LineSpacingRuleValues.Exact };
            var frame = WordBody.Table(
                Enumerable.Range(0, 4).Select(row => Enumerable.Repeat(Cell($"Row{table}x{row}."), 1).Concat(Enumerable.Repeat(Enumerable.Repeat("Answer", paragraphs).ToArray(), cells)).ToArray()), "Cell");
            DocxTables.KeepEnds(frame);
            body.Append(filler, frame);
        }

        DocxRowLines.Move(body, WordBody.Sizes);
        body.Append(Wml.Paragraph("Normal"), WordBody.Section(height: 5000, top: 720, bottom: 720));
        WordBody.Save(file, body);

        string[] Cell(string name) =>
            [.. Enumerable.Repeat(string.Join(' ', Enumerable.Range(0, lines).Select(line => line < lines - 1 ? $"{name} {LongLine}" : name)), paragraphs)];
    }

    private static bool IsClosing(W.TableRow row) => row.TableRowProperties?.GetFirstChild<W.TableRowHeight>()?.HeightType?.Value == W.HeightRuleValues.Exact;

    private static IEnumerable<W.TableCellBorders> Lines(W.TableRow row) =>
        row.Elements<W.TableCell>().Select(cell => cell.TableCellProperties?.TableCellBorders).OfType<W.TableCellBorders>();

    private static bool HasNone(W.BorderType? line) => line?.Val?.Value == W.BorderValues.Nil;

    [GeneratedRegex(@"Row(\d+x\d)\.")]
    private static partial Regex Row();
}
