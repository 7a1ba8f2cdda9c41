using DocumentFormat.OpenXml.Packaging;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Tests.Docx;

/// <summary>What stays together in every Word file of the guide, so that nobody finds half of it on the next page.</summary>
public sealed class DocxTogetherTests
{
    /// <summary>Some programs look at the first cell of a row alone, which is the empty one under the number.</summary>
    [Fact]
    public async Task A_question_and_what_is_written_about_it_stay_on_one_page()
    {
        var rows = 0;
        await Each((_, body) =>
        {
            foreach (var (row, next) in body.Descendants<W.Table>().Select(t => t.Elements<W.TableRow>().ToList()).SelectMany(r => r.Zip(r.Skip(1))))
            {
                if (next.GetFirstChild<W.TableCell>()!.TableCellProperties!.VerticalMerge is { Val.Value: var merge } && merge == W.MergedCellValues.Continue)
                {
                    rows++;
                    Assert.All(row.Descendants<W.Paragraph>(), Kept);
                }
            }
        });
        Assert.True(rows > 100);
    }

    [Fact]
    public async Task A_short_table_to_read_stays_on_one_page()
    {
        var tables = 0;
        await Each((_, body) =>
        {
            foreach (var table in body.Elements<W.Table>().Where(t => !t.Descendants<W.SdtElement>().Any()))
            {
                var rows = table.Elements<W.TableRow>().ToList();
                if (rows[0].TableRowProperties!.GetFirstChild<W.TableHeader>() is not null && rows.Count <= 7)
                {
                    tables++;
                    Assert.All(rows.SkipLast(1).SelectMany(row => row.Descendants<W.Paragraph>()), Kept);
                }
            }
        });
        Assert.True(tables > 4);
    }

    /// <summary>Where a heading says what a tool is called, the tool does not say it again.</summary>
    [Fact]
    public async Task No_title_stands_twice() => await Each((file, body) =>
    {
        var texts = body.ChildElements.Select(e => e is W.Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: { } style } && style.StartsWith("Heading", StringComparison.Ordinal) ? e.InnerText : "").ToList();
        Assert.All(texts.Zip(texts.Skip(1)), pair => Assert.False(pair.First.Length > 0 && pair.First == pair.Second, $"{file}: {pair.First}"));
    });

    [Fact]
    public async Task Addresses_beside_the_credits_are_not_broken() => await Each((file, body) =>
    {
        var credits = body.Elements<W.Table>().Last();
        var properties = credits.GetFirstChild<W.TableProperties>()!.TableCellMarginDefault!;
        var sides = properties.TableCellLeftMargin!.Width!.Value + properties.TableCellRightMargin!.Width!.Value;
        Assert.All(credits.Descendants<W.TableCell>(), cell =>
        {
            var width = (int.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture) - sides) / 20d;
            Assert.All(cell.InnerText.Split(' '), word => Assert.True(DocxLetters.Width(word, 8.5) <= width, $"{file}: {word} in {width} points"));
        });
    });

    /// <summary>As near as every other one: the room under a list belongs under its last line.</summary>
    [Fact]
    public async Task What_explains_the_last_item_of_a_list_is_near_to_it()
    {
        var explained = 0;
        await Each((file, body) =>
        {
            foreach (var (item, next) in body.Elements<W.Paragraph>().Zip(body.Elements<W.Paragraph>().Skip(1)))
            {
                if (item.ParagraphProperties?.NumberingProperties is not null && next.ParagraphProperties is { ParagraphStyleId.Val.Value: "ListParagraph", NumberingProperties: null })
                {
                    explained++;
                    Assert.True(item.ParagraphProperties.SpacingBetweenLines?.After is not { Value: "130" }, $"{file}: {item.InnerText}");
                }
            }
        });
        Assert.True(explained > 20);
    }

    /// <summary>
    /// What leads to a tool goes along with it: with the heading over it alone it would leave a sheet half empty. Where the section itself is called
    /// as the tool, which is then found at its first line, what stands before belongs to the tool before.
    /// </summary>
    [Fact]
    public async Task What_leads_to_a_tool_goes_along_with_it()
    {
        var tools = 0;
        await Each((_, body) =>
        {
            foreach (var heading in body.Elements<W.Paragraph>().Where(p => Style(p) == "HowTo" && !p.Elements<W.BookmarkStart>().Any()).Select(p => p.PreviousSibling()))
            {
                if (Style(heading).StartsWith("Heading", StringComparison.Ordinal) && heading!.PreviousSibling() is W.Paragraph lead && Style(lead) == "Normal")
                {
                    tools++;
                    Kept(lead);
                }
            }
        });
        Assert.True(tools > 20, $"{tools}");
    }

    /// <summary>What opens the map may fill the page before its cards, which begin with a heading.</summary>
    [Fact]
    public async Task What_opens_a_map_fills_the_page_before_its_cards()
    {
        var maps = 0;
        await Each((_, body) =>
        {
            foreach (var cards in body.Elements<W.Table>().Where(table => table.Descendants<W.Paragraph>().Any(p => Style(p) == "CardLabel")))
            {
                var before = cards.ElementsBefore().Last(e => Style(e).StartsWith("Heading", StringComparison.Ordinal)).PreviousSibling();
                if (Style(before) == "Normal")
                {
                    maps++;
                    Assert.Null(((W.Paragraph)before!).ParagraphProperties!.KeepNext);
                }
            }
        });
        Assert.True(maps > 1, $"{maps}");
    }

    /// <summary>What can be chosen does not stick to the label under it.</summary>
    [Fact]
    public async Task Options_on_cards_have_room_under_them()
    {
        var options = 0;
        await Each((file, body) =>
        {
            foreach (var label in body.Descendants<W.Paragraph>().Where(p => Style(p) == "CardLabel" && Style(p.PreviousSibling()) is not ("" or "CardAnswer")))
            {
                options++;
                Assert.Equal("CardOptions", Style(label.PreviousSibling()));
            }
        });
        Assert.True(options > 10, $"{options}");
    }

    /// <summary>Dates, numbers and names of a few letters in tables to read.</summary>
    [Fact]
    public async Task Columns_of_a_few_short_words_say_each_on_a_line()
    {
        var columns = 0;
        await Each((file, body) =>
        {
            foreach (var rows in body.Elements<W.Table>().Where(t => !t.Descendants<W.SdtElement>().Any()).Select(t => t.Elements<W.TableRow>().Where(row => row.InnerText.Length > 0).ToList()))
            {
                var cells = rows.Skip(1).SelectMany(row => row.Elements<W.TableCell>().Index()).ToLookup(cell => cell.Index, cell => cell.Item);
                foreach (var column in rows[0].TableRowProperties?.GetFirstChild<W.TableHeader>() is null ? [] : cells.Where(column => column.All(cell => cell.InnerText.Length <= 16)))
                {
                    columns++;
                    Assert.All(column, cell => Assert.True(DocxLetters.Width(cell.InnerText, 10) <= (Width(cell) / 20d) - 10, $"{file}: {cell.InnerText}"));
                }
            }
        });
        Assert.True(columns > 20, $"{columns}");

        static int Width(W.TableCell cell) => int.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Every chapter of the whole guide begins a page, also the words that are explained last.</summary>
    [Fact]
    public async Task Every_chapter_begins_a_page() => await Each((file, body) =>
        Assert.All(body.Elements<W.Paragraph>().Where(p => Style(p) == "Eyebrow").Skip(1), chapter => Assert.NotNull(chapter.ParagraphProperties!.PageBreakBefore)));

    /// <summary>A box to tick is higher than words.</summary>
    [Fact]
    public async Task Boxes_in_tables_stand_on_the_line_of_the_words_beside_them()
    {
        var boxes = 0;
        await Each((_, body) =>
        {
            foreach (var paragraph in body.Descendants<W.Paragraph>().Where(p => Style(p) is "CellAnswer" or "WideAnswer" && p.Descendants<DocumentFormat.OpenXml.Office2010.Word.SdtContentCheckBox>().Any()))
            {
                boxes++;
                Assert.Equal("0", paragraph.ParagraphProperties!.SpacingBetweenLines?.Before?.Value);
            }
        });
        Assert.True(boxes > 20, $"{boxes}");
    }

    private static async Task Each(Action<string, W.Body> look)
    {
        var files = Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "downloads"), "*.docx", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var package = WordprocessingDocument.Open(file, isEditable: false);
            look(Path.GetFileName(file), package.MainDocumentPart!.Document!.Body!);
        }
    }

    private static string Style(DocumentFormat.OpenXml.OpenXmlElement? element) => (element as W.Paragraph)?.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private static void Kept(W.Paragraph paragraph) => Assert.NotNull(paragraph.ParagraphProperties?.KeepNext);
}
