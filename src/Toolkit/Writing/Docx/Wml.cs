using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>Small parts of WordprocessingML that everything is put together from.</summary>
internal static partial class Wml
{
    /// <summary>Stands for the hyphens of a number until they are elements: no text holds this sign.</summary>
    private const char NoBreak = '\uffff';

    /// <summary>A run of text. Characters that XML cannot hold are left out; tabs and line breaks are spaces.</summary>
    public static W.Run Run(string text, W.RunProperties? properties = null)
    {
        var run = new W.Run();
        if (properties is not null)
        {
            run.RunProperties = (W.RunProperties)properties.CloneNode(true);
        }

        foreach (var (i, part) in Number().Replace(Clean(text), number => number.Value.Replace('-', NoBreak)).Split(NoBreak).Index())
        {
            run.Append(i == 0 ? [] : [new W.NoBreakHyphen()]);
            run.Append(new W.Text(part) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>A run in a language.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="language">Its tag; empty for that of the document.</param>
    /// <param name="style">A character style; empty for none.</param>
    public static W.Run In(string text, string language, string style = "")
    {
        var run = style.Length > 0 ? Styled(text, style) : Run(text);
        if (language.Length > 0)
        {
            run.RunProperties ??= new();
            run.RunProperties.Languages = new() { Val = language };
        }

        return run;
    }

    /// <summary>A run in a character style.</summary>
    public static W.Run Styled(string text, string style) => Run(text, Style(style));

    /// <summary>The properties of a character style.</summary>
    public static W.RunProperties Style(string style) => new() { RunStyle = new W.RunStyle { Val = style } };

    /// <summary>A tab.</summary>
    public static W.Run Tab() => new(new W.TabChar());

    /// <summary>A line break.</summary>
    public static W.Run Break() => new(new W.Break());

    /// <summary>A paragraph in a style.</summary>
    public static W.Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new W.Paragraph { ParagraphProperties = new() { ParagraphStyleId = new() { Val = style } } };
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>A field that Word computes, with the text that stands there until it does.</summary>
    public static IEnumerable<W.Run> Computed(string instruction, string shown) =>
    [
        new(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }),
        new(new W.FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }),
        Run(shown),
        new(new W.FieldChar { FieldCharType = W.FieldCharValues.End }),
    ];

    /// <summary>A background without pattern.</summary>
    public static W.Shading Fill(string color) => new() { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = color };

    /// <summary>A line of a border.</summary>
    /// <param name="color">Six hexadecimal digits.</param>
    /// <param name="eighths">Eighths of a point.</param>
    public static T Line<T>(string color, uint eighths)
        where T : W.BorderType, new() =>
        new() { Val = W.BorderValues.Single, Color = color, Size = eighths, Space = 0 };

    /// <summary>The text without characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        var clean = text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
        return clean.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? clean
            : string.Concat(clean.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
    }

    /// <summary>A number that a hyphen parts at least twice, such as one to call; it stays on one line.</summary>
    [GeneratedRegex(@"(?<![\w-])\d[\dA-Z]*(-[\dA-Z]+){2,}(?![\w-])")]
    private static partial Regex Number();
}
