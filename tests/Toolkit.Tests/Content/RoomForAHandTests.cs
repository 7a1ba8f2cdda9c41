using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Toolkit.Writing.Pdf;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>On blank paper every box that is written in by hand is high enough: 0.35 inch. What is ticked or circled needs less.</summary>
public sealed class RoomForAHandTests
{
    /// <summary>0.35 inch, in points.</summary>
    private const double Least = 25.2;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    [Fact]
    public async Task Every_box_of_every_pdf_has_room_for_a_hand()
    {
        var (boxes, low) = (0, new List<string>());
        foreach (var path in await Documents(".pdf"))
        {
            var file = PdfFile.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            foreach (var box in file.Objects.Values.OfType<PdfDictionary>().Where(o => o.Is("Subtype", "Widget") && !IsButton(file, o)))
            {
                var corners = file.List(box["Rect"]).OfType<PdfNumber>().Select(n => n.Value).ToList();
                boxes++;
                if (Math.Round(corners[3] - corners[1], 2) < Least)
                {
                    low.Add($"{Name(path)}: {((PdfString)box["TU"]!).Text} is {corners[3] - corners[1]:0.0} high");
                }
            }
        }

        Assert.InRange(boxes, 1000, int.MaxValue);
        Assert.Empty(low);
    }

    /// <summary>Programs set what is chosen on one line, and cut it where the box ends.</summary>
    [Fact]
    public async Task Every_choice_of_every_pdf_fits_its_box()
    {
        var font = PdfFieldFont.Load(Repository.At("theme/pdf"));
        var (boxes, cut) = (0, new List<string>());
        foreach (var path in await Documents(".pdf"))
        {
            var file = PdfFile.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            foreach (var box in file.Objects.Values.OfType<PdfDictionary>().Where(o => o["FT"] is PdfName { Value: "Ch" }))
            {
                boxes++;
                var corners = file.List(box["Rect"]).OfType<PdfNumber>().Select(n => n.Value).ToList();
                var size = double.Parse(((PdfString)box["DA"]!).Text.Split(' ')[1], CultureInfo.InvariantCulture);
                var longest = file.List(box["Opt"]).Select(option => ((PdfString)file.List(option)[1]).Text).MaxBy(font.Width)!;
                if (size < 7 || (font.Width(longest) * size) + 4 > corners[2] - corners[0])
                {
                    cut.Add($"{Name(path)}: {longest} in {((PdfString)box["TU"]!).Text}");
                }
            }
        }

        Assert.InRange(boxes, 100, int.MaxValue);
        Assert.Empty(cut);
    }

    [Fact]
    public async Task Every_box_of_every_word_file_has_room_for_a_hand()
    {
        var (boxes, low) = (0, new List<string>());
        foreach (var path in await Documents(".docx"))
        {
            using var package = WordprocessingDocument.Open(path, isEditable: false);
            var styles = Read(package.MainDocumentPart!.StyleDefinitionsPart!);
            foreach (var control in Read(package.MainDocumentPart).Descendants(W + "sdt").Where(IsBox))
            {
                boxes++;
                if (Room(control, styles) < Least)
                {
                    low.Add($"{Name(path)}: {Text(control.Element(W + "sdtPr")!, "tag")} is {Room(control, styles):0.0} high");
                }
            }
        }

        Assert.InRange(boxes, 1000, int.MaxValue);
        Assert.Empty(low);

        static XElement Read(OpenXmlPart part)
        {
            using var stream = part.GetStream();
            return XDocument.Load(stream).Root!;
        }
    }

    private static async Task<List<string>> Documents(string ending) =>
        [.. Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "downloads"), "*" + ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string Name(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";

    private static bool IsButton(PdfFile file, PdfDictionary widget) => (widget["FT"] ?? file.Dictionary(widget["Parent"])["FT"]) is PdfName { Value: "Btn" };

    /// <summary>A control that stands within a line; not what is ticked, nor a choice whose options stand beside it, to be circled.</summary>
    private static bool IsBox(XElement control) =>
        control.Parent!.Name == W + "p"
        && control.Element(W + "sdtPr")!.Element(W14 + "checkbox") is null
        && !(control.Element(W + "sdtPr")!.Element(W + "dropDownList") is not null && Text(control.Ancestors(W + "tr").First(), "trHeight").Length == 0);

    /// <summary>On the line of a card, over that line. Else in the row, where no label stands over it in the same cell.</summary>
    private static double Room(XElement control, XElement styles)
    {
        var paragraph = control.Parent!;
        if (Text(paragraph, "pStyle") == "CardAnswer")
        {
            var style = styles.Elements(W + "style").Single(s => (string?)s.Attribute(W + "styleId") == "CardAnswer");
            var letters = double.Parse(Text(style, "sz"), CultureInfo.InvariantCulture) / 2 * 1.15;
            var line = double.Parse((string)style.Descendants(W + "bottom").Single().Attribute(W + "space")!, CultureInfo.InvariantCulture);
            var spacing = paragraph.Descendants(W + "spacing").FirstOrDefault() ?? style.Descendants(W + "spacing").Single();
            return letters + line + (double.Parse((string)spacing.Attribute(W + "before")!, CultureInfo.InvariantCulture) / 20);
        }

        var cell = control.Ancestors(W + "tc").First();
        var width = double.Parse((string)cell.Descendants(W + "tcW").Single().Attribute(W + "w")!, CultureInfo.InvariantCulture) / 20;
        var sizes = DocxStyleSizes.Of(styles.ToString());
        var over = paragraph.ElementsBeforeSelf(W + "p").Sum(p => sizes.Height(Text(p, "pStyle"), string.Concat(p.Descendants(W + "t").Select(t => t.Value)), width - 10));
        return (double.TryParse(Text(cell.Parent!, "trHeight"), CultureInfo.InvariantCulture, out var height) ? height / 20 : 0) - over;
    }

    private static string Text(XElement element, string name) => (string?)element.Descendants(W + name).FirstOrDefault()?.Attribute(W + "val") ?? "";
}
