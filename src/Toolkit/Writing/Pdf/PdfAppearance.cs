using System.Text;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// What a field shows in each of its states. Every state has a drawing of its own, since not every program draws one when
/// it is missing; the box around it belongs to the page. Equal drawings are stored once.
/// </summary>
internal sealed class PdfAppearance(PdfFile file, PdfReference font)
{
    /// <summary>The color of what is filled in, as an operator: the ink of the page.</summary>
    public const string Ink = "0.165 0.145 0.192";

    private readonly Dictionary<string, PdfReference> _drawings = [];

    /// <summary>An empty field for text.</summary>
    public PdfDictionary Text(double width, double height) => new() { ["N"] = Drawing("/Tx BMC\nEMC\n", width, height, withFont: true) };

    /// <summary>A box, open and ticked.</summary>
    public PdfDictionary Tick(string on, double width, double height)
    {
        string At(double x, double y) => $"{PdfNumber.Format(width * x)} {PdfNumber.Format(height * y)}";
        return States(on, $"q {Ink} RG 1.8 w 1 J 1 j {At(.22, .52)} m {At(.42, .28)} l {At(.8, .76)} l S Q\n", width, height);
    }

    /// <summary>A circle, open and chosen.</summary>
    public PdfDictionary Dot(string on, double width, double height)
    {
        var (x, y, r) = (width / 2, height / 2, Math.Min(width, height) * .28);

        // A circle of four curves: this is how far their handles reach.
        var k = r * .5523;
        string At(double dx, double dy) => $"{PdfNumber.Format(x + dx)} {PdfNumber.Format(y + dy)}";
        var circle = $"q {Ink} rg {At(r, 0)} m {At(r, k)} {At(k, r)} {At(0, r)} c {At(-k, r)} {At(-r, k)} {At(-r, 0)} c "
            + $"{At(-r, -k)} {At(-k, -r)} {At(0, -r)} c {At(k, -r)} {At(r, -k)} {At(r, 0)} c f Q\n";
        return States(on, circle, width, height);
    }

    private PdfDictionary States(string on, string drawing, double width, double height) => new()
    {
        ["N"] = new PdfDictionary { [on] = Drawing(drawing, width, height), ["Off"] = Drawing("", width, height) },
    };

    private PdfReference Drawing(string content, double width, double height, bool withFont = false)
    {
        var (w, h) = (new PdfNumber(width), new PdfNumber(height));
        var key = $"{w.Text} {h.Text} {content}";
        if (!_drawings.TryGetValue(key, out var drawing))
        {
            var resources = new PdfDictionary();
            if (withFont)
            {
                resources["Font"] = new PdfDictionary { [PdfFieldFont.Name] = font };
            }

            _drawings[key] = drawing = file.Add(new PdfDictionary
            {
                ["Type"] = new PdfName("XObject"),
                ["Subtype"] = new PdfName("Form"),
                ["BBox"] = new PdfArray(new PdfNumber(0), new PdfNumber(0), w, h),
                ["Resources"] = resources,
                Data = Encoding.ASCII.GetBytes(content),
            });
        }

        return drawing;
    }
}
