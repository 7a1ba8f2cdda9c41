using System.Globalization;

namespace Toolkit.Theme.Drawing;

/// <summary>
/// Draws a principle's strand along a path: its hue, and over it its weave (1 solid, 2 measured, 3 linked, 4 hollow), so
/// that nobody has to tell it by its color.
/// </summary>
internal static class Strand
{
    private const double Width = 12;

    /// <summary>The strand along a path.</summary>
    /// <param name="principle">1 to 4.</param>
    /// <param name="path">SVG path data.</param>
    /// <param name="length">Length of the path, so that the weave comes out in whole pieces; 0 if that does not matter.</param>
    /// <param name="over">Whether it crosses over another, which then is cut a little on both sides.</param>
    /// <param name="round">Whether its ends are round.</param>
    public static string Along(int principle, string path, double length = 0, bool over = false, bool round = false)
    {
        var cut = over ? $"<path class=\"gap\" d=\"{path}\" stroke-width=\"{Width + 9}\"/>" : "";
        var cap = round ? " stroke-linecap=\"round\"" : "";
        return $"{cut}<path class=\"th{principle}\" d=\"{path}\" stroke-width=\"{Width}\"{cap}/>{Weave(principle, path, length)}";
    }

    private static string Weave(int principle, string path, double length) => principle switch
    {
        2 => $"<path class=\"gap\" d=\"{path}\"{Pieces(length, 16)} stroke-width=\"14\" stroke-dasharray=\"3 13\" stroke-dashoffset=\"3\"/>",
        3 => $"<path class=\"gap\" d=\"{path}\"{Pieces(length, 12)} stroke-width=\"4.4\" stroke-linecap=\"round\" stroke-dasharray=\"0 12\" stroke-dashoffset=\"-6\"/>",
        4 => $"<path class=\"gap\" d=\"{path}\" stroke-width=\"4\"/>",
        _ => "",
    };

    private static string Pieces(double length, int piece) => length <= 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" pathLength=\"{Math.Max(1, Math.Round(length / piece)) * piece:0}\"");
}
