using System.Text;
using System.Text.Json;

namespace Toolkit.Writing.Pdf;

/// <summary>The fonts of PDFs, as listed in <c>theme/pdf/fonts.json</c>, and what they can show.</summary>
internal sealed class PdfFonts
{
    private readonly List<TrueTypeFont> _fonts;

    private PdfFonts(List<TrueTypeFont> fonts) => _fonts = fonts;

    /// <summary>The fonts in the folder <c>theme/pdf</c>. They must be installed, see <see cref="PdfEngine"/>.</summary>
    public static PdfFonts Load(string folder) =>
        new([.. Files(folder).Where(file => file.EndsWith("400Regular.ttf", StringComparison.Ordinal)).Select(TrueTypeFont.Read)]);

    /// <summary>Full paths of the font files; the first is the one for running text and form fields.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
    [
        .. JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder, "fonts.json")))!
            .Select(font => Path.Combine(folder, "node_modules", Path.Combine(font.Split('/')))),
    ];

    /// <summary>The characters of a text that no font has, each once, in order. Where there are any, the PDF is not made.</summary>
    public IReadOnlyList<Rune> Uncovered(string text) =>
        [.. PdfText.CleanLines(text).EnumerateRunes().Distinct().Where(rune => rune.Value != '\n' && !IsDrawnByItself(rune) && !_fonts.Exists(font => font.Has(rune.Value)))];

    /// <summary>Marks that steer how text is set, and show nothing.</summary>
    private static bool IsDrawnByItself(Rune rune) => rune.Value is 0x00AD or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069);
}
