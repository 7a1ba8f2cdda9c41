using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Toolkit.Writing.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Tests.Docx;

/// <summary>Small bodies of Word files, with the styles of ours.</summary>
internal static class WordBody
{
    /// <summary>How wide the text is, in twentieths of a point.</summary>
    public const int Width = 9640;

    private static readonly string Styles = DocxStyles.Xml("en", DocxColors.Accent(null), new DocxPaper(12240, 15840, Landscape: false));

    /// <summary>Of its styles.</summary>
    public static DocxStyleSizes Sizes { get; } = DocxStyleSizes.Of(Styles);

    /// <summary>A table with lines around every cell.</summary>
    /// <param name="rows">What the paragraphs of each cell of each row say.</param>
    /// <param name="style">Of the paragraphs.</param>
    /// <param name="height">Of each row at least, in twentieths of a point.</param>
    public static W.Table Table(IEnumerable<string[][]> rows, string style, int height = 0)
    {
        var all = rows.ToList();
        var width = Width / all[0].Length;
        var table = DocxTables.Table([.. all[0].Select(_ => width)], DocxTables.Grid());
        table.Append(all.Select(row => DocxTables.Row(
            row.Select(cell => DocxTables.Cell(width, cell.Select(text => Wml.Paragraph(style, Wml.Run(text))))), height: height)));
        return table;
    }

    /// <summary>The end of a section on paper as wide as Letter.</summary>
    /// <param name="height">Of the paper.</param>
    /// <param name="top">Over the text.</param>
    /// <param name="bottom">Under it.</param>
    public static W.SectionProperties Section(uint height = 15840, int top = 1160, int bottom = 1080) => new(
        new W.PageSize { Width = 12240, Height = height },
        new W.PageMargin { Top = top, Bottom = bottom, Left = 1300, Right = 1300, Header = 300, Footer = 300, Gutter = 0 });

    /// <summary>Writes a file that holds a body.</summary>
    public static void Save(string file, W.Body body)
    {
        using var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document);
        var main = package.AddMainDocumentPart();
        main.Document = new(body);
        using var styles = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Styles));
        main.AddNewPart<StyleDefinitionsPart>().FeedData(styles);
        main.AddNewPart<DocumentSettingsPart>().Settings = new(new W.Compatibility(new W.CompatibilitySetting
        {
            Name = W.CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));
    }
}
