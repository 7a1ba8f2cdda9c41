using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Toolkit.Theme.Drawing;

/// <summary>Four strands woven into one: as a band, and as the loom of the home page, where they part again.</summary>
internal static class Plait
{
    /// <summary>Where the ends of a band start and how far they reach, so that they look cut by hand.</summary>
    private static readonly int[] Starts = [14, 22, 8, 18], Reaches = [16, 6, 20, 10], Tops = [14, 24, 8, 28];

    private static readonly (int, int)[] OuterPairs = [(0, 1), (2, 3)], InnerPair = [(1, 2)];

    private const string Attributes = "fill=\"none\" aria-hidden=\"true\" focusable=\"false\"";

    /// <summary>
    /// The band of the home page, where there is no room for the loom. The smaller one that closes every page is
    /// <c>styles/plait.svg</c>, so that it is loaded once.
    /// </summary>
    public static MarkupString Home { get; } = new(Band("plait band", 16));

    /// <summary>
    /// A plait that opens into four strands; each runs to the column of its principle. The columns fit a grid of four
    /// with gaps of 2.74 %, 1168 units wide.
    /// </summary>
    public static MarkupString Loom { get; } = new(DrawLoom());

    private static string Band(string cssClass, int layers)
    {
        double[] tracks = [14, 44, 74, 104];
        const double Start = 30, Step = 34;
        var end = Start + (layers * Step);
        var order = new[] { 1, 2, 3, 4 };
        var svg = new StringBuilder();
        for (var i = 0; i < 4; i++)
        {
            svg.Append(Strand.Along(order[i], $"M{Starts[i]} {N(tracks[i])}H{N(Start)}", round: true));
        }

        svg.Append(Weave(tracks, Start, Step, layers, order, horizontal: true));
        for (var i = 0; i < 4; i++)
        {
            svg.Append(Strand.Along(order[i], $"M{N(end)} {N(tracks[i])}H{N(end + Reaches[i])}", round: true));
        }

        return $"<svg class=\"{cssClass}\" viewBox=\"0 0 {N(end + 28)} 118\" {Attributes}>{svg}</svg>";
    }

    private static string DrawLoom()
    {
        double[] tracks = [966, 1012, 1058, 1104];
        double[] columns = [6, 306, 606, 906];
        const double Radius = 26, Height = 540;
        var order = new[] { 1, 2, 3, 4 };
        var svg = new StringBuilder();
        for (var i = 0; i < 4; i++)
        {
            svg.Append(Strand.Along(order[i], $"M{N(tracks[i])} {Tops[i]}V40", round: true));
        }

        svg.Append(Weave(tracks, 40, 41, 8, order, horizontal: false));
        for (var i = 0; i < 4; i++)
        {
            var (x, c, y) = (tracks[i], columns[i], 418d + (i * 26));
            svg.Append(Strand.Along(order[i],
                $"M{N(x)} 368V{N(y - Radius)}Q{N(x)} {N(y)} {N(x - Radius)} {N(y)}H{N(c + Radius)}Q{N(c)} {N(y)} {N(c)} {N(y + Radius)}V{N(Height)}"));
        }

        return $"<svg class=\"loom\" viewBox=\"0 0 1168 {N(Height)}\" {Attributes}>{svg}</svg>";
    }

    /// <summary>
    /// Layer by layer two pairs change places, then the inner one. <paramref name="order"/> says which strand is on which
    /// track and holds the new order afterwards; eight layers bring all back to where they were.
    /// </summary>
    private static string Weave(double[] tracks, double start, double step, int layers, int[] order, bool horizontal)
    {
        string At(double track, double along) => horizontal ? $"{N(along)} {N(track)}" : $"{N(track)} {N(along)}";
        var svg = new StringBuilder();
        for (var layer = 0; layer < layers; layer++)
        {
            var (y0, y1) = (start + (layer * step), start + ((layer + 1) * step));
            var middle = (y0 + y1) / 2;

            // The ends reach a little over, so that no hairline shows between layers.
            string Cross(int from, int to) =>
                $"M{At(tracks[from], y0 - .7)}L{At(tracks[from], y0)}C{At(tracks[from], middle)} {At(tracks[to], middle)} {At(tracks[to], y1)}L{At(tracks[to], y1 + .7)}";
            var even = layer % 2 == 0;
            if (!even)
            {
                foreach (var i in new[] { 0, 3 })
                {
                    svg.Append(Strand.Along(order[i], $"M{At(tracks[i], y0 - .7)}L{At(tracks[i], y1 + .7)}", step));
                }
            }

            foreach (var (a, b) in even ? OuterPairs : InnerPair)
            {
                var (under, over) = even ? ((b, a), (a, b)) : ((a, b), (b, a));
                var length = Math.Sqrt(Math.Pow(tracks[b] - tracks[a], 2) + (step * step)) * 1.06;
                svg.Append(Strand.Along(order[under.Item1], Cross(under.Item1, under.Item2), length));
                svg.Append(Strand.Along(order[over.Item1], Cross(over.Item1, over.Item2), length, over: true));
                (order[a], order[b]) = (order[b], order[a]);
            }
        }

        return svg.ToString();
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
