using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;

namespace Toolkit.Writing.Docx;

/// <summary>How much room a paragraph style takes, in points.</summary>
/// <param name="Size">Of the letters.</param>
/// <param name="Before">Over the paragraph.</param>
/// <param name="After">Under it.</param>
/// <param name="Line">Height of a line.</param>
/// <param name="Left">Indent of the text.</param>
/// <param name="Bold">Whether the letters are bold, and so wider.</param>
/// <param name="KeepNext">Whether it stays on the page of what follows.</param>
/// <param name="Leading">The height of a line as the style says it, in parts of 240; 0 where it is exact.</param>
/// <param name="Frame">What its lines over and under it take, with their distance.</param>
internal sealed record DocxStyleSize(double Size, double Before, double After, double Line, double Left, bool Bold, bool KeepNext, double Leading, double Frame)
{
    /// <summary>The height of a line set solid where a box to tick stands in it, as high as the fonts have it that draw such a box.</summary>
    private const double Box = 12 * 1.164;

    /// <summary>Height of a line at another leading.</summary>
    /// <param name="leading">In parts of 240.</param>
    /// <param name="box">Whether a box to tick stands in it.</param>
    public double LineAt(double leading, bool box = false) => Leading == 0 ? Line : Math.Max(Line / Leading, box ? Box / 240 : 0) * leading;

    /// <summary>The size by which the width of its letters is reckoned.</summary>
    public double Letters => Bold ? Size * 1.07 : Size;
}

/// <summary>The sizes of all styles, read from the part that writes them.</summary>
internal sealed class DocxStyleSizes
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Height of a line set solid, in parts of the letters' size.</summary>
    private const double SansLine = 1.15;

    private const double SerifLine = 1.31;

    private static readonly string[] Sides = ["top", "bottom"];

    private readonly Dictionary<string, DocxStyleSize> _styles;

    // A site has few kinds of styles, each for many documents.
    private static readonly ConcurrentDictionary<string, DocxStyleSizes> Known = new();

    private DocxStyleSizes(string stylesXml) => _styles = XDocument.Parse(stylesXml).Root!.Elements(W + "style")
        .Where(s => (string?)s.Attribute(W + "type") == "paragraph")
        .ToDictionary(s => (string)s.Attribute(W + "styleId")!, Read);

    /// <summary>The sizes of the styles in a part.</summary>
    public static DocxStyleSizes Of(string stylesXml) => Known.GetOrAdd(stylesXml, xml => new DocxStyleSizes(xml));

    /// <summary>The sizes of a style.</summary>
    public DocxStyleSize this[string style] => _styles[style];

    /// <summary>How high a paragraph of plain text is, in points.</summary>
    /// <param name="style">Its style.</param>
    /// <param name="text">What it says.</param>
    /// <param name="width">Of the line, in points.</param>
    public double Height(string style, string text, double width)
    {
        var size = this[style];
        return size.Before + size.Frame + (DocxLetters.Lines(text, size.Letters, width) * size.Line) + size.After;
    }

    private static DocxStyleSize Read(XElement style)
    {
        var (paragraph, run) = (style.Element(W + "pPr"), style.Element(W + "rPr"));
        var spacing = paragraph?.Element(W + "spacing");
        var size = Number(run?.Element(W + "sz"), "val", 21) / 2;
        var serif = ((string?)run?.Element(W + "rFonts")?.Attribute(W + "ascii"))?.StartsWith("Palatino", StringComparison.Ordinal) ?? false;
        var line = Number(spacing, "line", 288);
        var exact = (string?)spacing?.Attribute(W + "lineRule") == "exact";
        return new DocxStyleSize(
            size,
            Number(spacing, "before", 0) / 20,
            Number(spacing, "after", 130) / 20,
            exact ? line / 20 : size * (serif ? SerifLine : SansLine) * line / 240,
            Number(paragraph?.Element(W + "ind"), "left", 0) / 20,
            run?.Element(W + "b") is not null,
            paragraph?.Element(W + "keepNext") is not null,
            exact ? 0 : line,
            Sides.Select(side => paragraph?.Element(W + "pBdr")?.Element(W + side)).Sum(side => Number(side, "space", 0) + (Number(side, "sz", 0) / 8)));
    }

    private static double Number(XElement? element, string attribute, double otherwise) =>
        double.TryParse((string?)element?.Attribute(W + attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

/// <summary>How wide text is in Arial, and into how many lines it falls.</summary>
internal static class DocxLetters
{
    private const int Other = 556;

    /// <summary>Thousandths of the size, by letter; letters that are not listed are as wide as a digit.</summary>
    private static readonly Dictionary<char, int> Widths = new (int Width, string Letters)[]
    {
        (191, "'"), (222, "ijl"), (260, "|"), (278, " !,./:;I[\\]ft\u00a0"), (333, "()-`r"), (389, "*"), (500, "Jcksvxyz"), (584, "+<=>~"),
        (611, "FTZ"), (667, "&ABEKPSVXY"), (722, "CDHNRUw"), (778, "GOQ"), (833, "Mm"), (889, "%"), (944, "W"), (1000, "\u2610\u2612\u2026\u2014"), (1015, "@"),
    }.SelectMany(group => group.Letters.Select(letter => (letter, group.Width))).ToDictionary(pair => pair.letter, pair => pair.Width);

    /// <summary>The number of lines, at least one.</summary>
    /// <param name="text">With <c>\n</c> for forced breaks.</param>
    /// <param name="size">Of the letters, in points.</param>
    /// <param name="width">Of the line, in points.</param>
    public static int Lines(string text, double size, double width) => text.Split('\n').Sum(part =>
    {
        var (lines, used, space) = (1, 0d, Widths[' '] * size / 1000);
        foreach (var word in part.Split(' '))
        {
            var wide = Width(word, size);
            if (used > 0 && used + space + wide > width)
            {
                lines++;
                used = 0;
            }

            used += (used > 0 ? space : 0) + wide;
        }

        return lines;
    });

    /// <summary>How wide some letters are on one line, in points.</summary>
    public static double Width(string text, double size) => text.Sum(letter => Widths.GetValueOrDefault(letter, Other)) * size / 1000;
}
