using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The colors of the documents, as six hexadecimal digits: the light palette of the site. A hue means a principle and
/// nothing else, and never stands alone: each has its own line, and words say which principle it is.
/// </summary>
internal static class DocxColors
{
    /// <summary>Text.</summary>
    public const string Ink = "2A2531";

    /// <summary>Hints and small print.</summary>
    public const string Quiet = "514959";

    /// <summary>Lines around places to fill in: they must be seen on paper.</summary>
    public const string Edge = "6B6273";

    /// <summary>Lines that only part things.</summary>
    public const string Rule = "DCD4D3";

    /// <summary>Ground of labels and panels.</summary>
    public const string Wash = "F4F0EF";

    /// <summary>Ground of what everybody should read.</summary>
    public const string Heed = "FFF3CB";

    /// <summary>Line around it.</summary>
    public const string HeedLine = "B07A10";

    /// <summary>The colors of one principle, or the neutral ones for null.</summary>
    public static DocxAccent Accent(int? principle) => principle switch
    {
        1 => new("3C8A5B", "1D5637", "E9F2EC", W.BorderValues.Single),
        2 => new("24809A", "125066", "E5F0F4", W.BorderValues.Dashed),
        3 => new("B07A10", "664500", "FAF0DA", W.BorderValues.Dotted),
        4 => new("98539A", "672C69", "F5EBF5", W.BorderValues.Double),
        _ => new("27466F", "27466F", Wash, W.BorderValues.Single),
    };
}

/// <summary>The colors and the line of one principle.</summary>
/// <param name="Drawn">For lines; never for text.</param>
/// <param name="Written">For text on paper or on <paramref name="Wash"/>.</param>
/// <param name="Wash">For grounds.</param>
/// <param name="Line">How its line is drawn.</param>
public sealed record DocxAccent(string Drawn, string Written, string Wash, W.BorderValues Line);
