namespace Toolkit.Writing.Pdf;

/// <summary>
/// The font of answers: the letters of WinAnsi (English and most of Western Europe) of the text font, embedded, so that
/// every program that fills a file shows it alike.
/// </summary>
internal sealed class PdfFieldFont
{
    /// <summary>Name in the resources of the form and of appearances.</summary>
    public const string Name = "Answer";

    private const int First = 32;
    private const int Last = 255;
    private static readonly Lazy<HashSet<int>> Letters = new(() => [.. Characters().OfType<int>()]);
    private readonly int _length;
    private readonly byte[] _deflated;
    private readonly TrueTypeFont _font;

    private PdfFieldFont(TrueTypeFont font)
    {
        _font = font;
        var program = font.Subset(Characters().Select(c => c ?? ' '));
        _length = program.Length;

        // Every document takes the same bytes: packing them once is half of the work on a file.
        _deflated = PdfFile.Deflate(program).Data!;
    }

    /// <summary>The font in the folder <c>theme/pdf</c>.</summary>
    public static PdfFieldFont Load(string folder) => new(TrueTypeFont.Read(PdfFonts.Files(folder)[0]));

    /// <summary>How wide a line is, in points, at a size of one point; a letter that is not in the font is as wide as a digit.</summary>
    public double Width(string text) =>
        text.Sum(letter => _font.Width(Letters.Value.Contains(letter) ? letter : '0')) / (double)_font.UnitsPerEm;

    /// <summary>Adds the font to a file.</summary>
    public PdfReference AddTo(PdfFile file)
    {
        var stream = new PdfDictionary
        {
            ["Filter"] = new PdfName("FlateDecode"),
            ["Length1"] = new PdfNumber(_length),
            Data = _deflated,
        };
        var name = new PdfName("TKANSW+PublicSans-Regular");
        var descriptor = file.Add(new PdfDictionary
        {
            ["Type"] = new PdfName("FontDescriptor"),
            ["FontName"] = name,
            ["Flags"] = new PdfNumber(32),
            ["FontBBox"] = new PdfArray(_font.Box.Select(v => Thousandths(v))),
            ["ItalicAngle"] = new PdfNumber(0),
            ["Ascent"] = Thousandths(_font.Ascent),
            ["Descent"] = Thousandths(_font.Descent),
            ["CapHeight"] = Thousandths(_font.CapHeight),
            ["StemV"] = new PdfNumber(80),
            ["FontFile2"] = file.Add(stream),
        });
        return file.Add(new PdfDictionary
        {
            ["Type"] = new PdfName("Font"),
            ["Subtype"] = new PdfName("TrueType"),
            ["BaseFont"] = name,
            ["Encoding"] = new PdfName("WinAnsiEncoding"),
            ["FirstChar"] = new PdfNumber(First),
            ["LastChar"] = new PdfNumber(Last),
            ["Widths"] = new PdfArray(Characters().Select(c => Thousandths(c is null ? 0 : _font.Width(c.Value)))),
            ["FontDescriptor"] = descriptor,
        });
    }

    /// <summary>The characters of the codes 32 to 255; null for the codes that have none.</summary>
    private static IEnumerable<int?> Characters()
    {
        // Codes 128 to 159 of Windows-1252; all others are their own character.
        const string Upper = "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
            + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";
        for (var code = First; code <= Last; code++)
        {
            var c = code switch
            {
                >= 128 and < 160 => Upper[code - 128],
                160 => ' ',
                173 => '-',
                _ => (char)code,
            };
            yield return c is '\0' or '\u007F' ? null : c;
        }
    }

    private PdfNumber Thousandths(int units) => new(Math.Round(units * 1000.0 / _font.UnitsPerEm, 2));
}
