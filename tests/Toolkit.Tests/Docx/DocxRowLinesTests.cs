using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Tests.Docx;

/// <summary>The lines under rows where pages end, and the rows that LibreOffice prints there.</summary>
public sealed partial class DocxRowLinesTests
{
    private static readonly DocxStyleSizes Sizes = DocxStyleSizes.Of(
        DocxStyles.Xml("en", DocxColors.Accent(null), new DocxPaper(12240, 15840, Landscape: false)));

    /// <summary>A table stays open at the foot of no page, but for rows that could break within: boxes with their labels over them, and cards, which have no lines beside them.</summary>
    [Fact]
    public async Task Tables_of_the_guide_close_where_a_page_ends()
    {
        var files = Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "downloads"), "*.docx", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var package = WordprocessingDocument.Open(file, isEditable: false);
            var open = package.MainDocumentPart!.Document!.Body!.Descendants<W.TableCellBorders>()
                .Where(borders => borders.BottomBorder?.Val?.Value == W.BorderValues.Nil)
                .Select(borders => borders.Ancestors<W.TableRow>().First())
                .Distinct()
                .Where(row => row.Elements<W.TableCell>().All(cell => cell.Elements<W.Paragraph>().Count() == 1));
            Assert.Empty(open.Select(row => row.InnerText));
        });
    }

    /// <summary>Wherever the foot of the page is, by half points, around the row after which the table may break for the first time.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task LibreOffice_loses_no_row_and_parts_none(int paragraphs)
    {
        const int Tried = 250;
        using var folder = new TemporaryFolder();
        Write(folder.File("rows.docx"), Enumerable.Range(0, Tried).Select(i => 1000 + (i * 10)), paragraphs);
        await Programs.Convert([folder.File("rows.docx")], "pdf", folder.Path);
        var pages = (await Programs.Run(Programs.Need("pdftotext"), ["-layout", folder.File("rows.pdf"), "-"])).Output.Split('\f');

        var rows = pages.SelectMany((page, number) => Row().Matches(page).Select(match => (match.Groups[1].Value, Page: number))).ToLookup(row => row.Value, row => row.Page);
        var expected = Enumerable.Range(0, Tried).SelectMany(table => Enumerable.Range(0, 4).Select(row => $"{table}x{row}")).ToList();
        Assert.All(expected, row =>
        {
            Assert.Equal(paragraphs, rows[row].Count());
            Assert.Single(rows[row].Distinct());
        });
        Assert.Contains(Enumerable.Range(0, Tried), table => rows[$"{table}x1"].First() != rows[$"{table}x2"].First());
    }

    /// <summary>Low pages, each with a paragraph of a height of its own and a table that goes on to the next one.</summary>
    private static void Write(string file, IEnumerable<int> heights, int paragraphs)
    {
        var body = new W.Body();
        foreach (var (table, height) in heights.Index())
        {
            var filler = Wml.Paragraph("Normal", Wml.Run("Filler"));
            filler.ParagraphProperties!.PageBreakBefore = new();
            filler.ParagraphProperties.SpacingBetweenLines = new() { Before = "0", After = "0", Line = $"{height}", LineRule = W.LineSpacingRuleValues.Exact };
            var frame = DocxTables.Table([4820, 4820], DocxTables.Grid());
            frame.Append(Enumerable.Range(0, 4).Select(row => DocxTables.Row(
                [Cell(Enumerable.Repeat($"Row{table}x{row}.", paragraphs)), Cell([.. Enumerable.Repeat("Answer", paragraphs)])])));
            DocxTables.KeepEnds(frame);
            body.Append(filler, frame);
        }

        DocxRowLines.Move(body, Sizes);
        body.Append(Wml.Paragraph("Normal"), new W.SectionProperties(
            new W.PageSize { Width = 12240, Height = 5000 }, new W.PageMargin { Top = 720, Bottom = 720, Left = 1300, Right = 1300, Header = 300, Footer = 300, Gutter = 0 }));
        using var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document);
        var main = package.AddMainDocumentPart();
        main.Document = new(body);
        using var styles = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(DocxStyles.Xml("en", DocxColors.Accent(null), new DocxPaper(12240, 15840, Landscape: false))));
        main.AddNewPart<StyleDefinitionsPart>().FeedData(styles);
        var settings = main.AddNewPart<DocumentSettingsPart>();
        settings.Settings = new(new W.Compatibility(new W.CompatibilitySetting
        {
            Name = W.CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

        static W.TableCell Cell(IEnumerable<string> texts) => DocxTables.Cell(4820, texts.Select(text => Wml.Paragraph("Cell", Wml.Run(text))));
    }

    [GeneratedRegex(@"Row(\d+x\d)\.")]
    private static partial Regex Row();
}
