using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>A sheet of paper. All measures are twentieths of a point.</summary>
/// <param name="Width">Of the sheet as it is read.</param>
/// <param name="Height">Of the sheet as it is read.</param>
/// <param name="Landscape">Whether it lies on its long side.</param>
/// <param name="Dense">Whether it has to hold much: what is on it is set small, and goes near its edges.</param>
internal sealed record DocxPaper(int Width, int Height, bool Landscape, bool Dense = false)
{
    /// <summary>Room at the left and right of the text; wide tables need what they can get.</summary>
    public int Side => Landscape || Dense ? 900 : 1300;

    /// <summary>Between the lines of a table and its text.</summary>
    public short Padding => Dense ? (short)60 : (short)100;

    /// <summary>A word for it in relationship ids.</summary>
    public string Name => Landscape ? "Landscape" : "Portrait";

    /// <summary>How wide the text is.</summary>
    public int TextWidth => Width - (2 * Side);

    /// <summary>The paper that the settings name.</summary>
    public static DocxPaper Of(SiteSettings settings, bool landscape)
    {
        var (small, large) = settings.Paper.Equals("A4", StringComparison.OrdinalIgnoreCase) ? (11906, 16838) : (12240, 15840);
        return landscape ? new(large, small, true) : new(small, large, false);
    }

    /// <summary>The properties of a section on this paper.</summary>
    /// <param name="opens">Whether the section opens the document.</param>
    public W.SectionProperties Section(bool opens)
    {
        var section = new W.SectionProperties(DocxFurniture.References(this, opens));
        if (!opens)
        {
            section.Append(new W.SectionType { Val = W.SectionMarkValues.NextPage });
        }

        var size = new W.PageSize { Width = (uint)Width, Height = (uint)Height };
        if (Landscape)
        {
            size.Orient = W.PageOrientationValues.Landscape;
        }

        section.Append(
            size,
            new W.PageMargin { Top = Dense ? 720 : 1160, Bottom = Dense ? 820 : 1080, Left = (uint)Side, Right = (uint)Side, Header = 620, Footer = 560, Gutter = 0 });
        if (opens)
        {
            section.Append(new W.TitlePage());
        }

        return section;
    }
}
