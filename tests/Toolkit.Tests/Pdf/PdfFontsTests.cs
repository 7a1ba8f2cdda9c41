using Toolkit.Writing.Pdf;
using Xunit;

namespace Toolkit.Tests.Pdf;

/// <summary>The fixture makes sure that the fonts are installed.</summary>
public sealed class PdfFontsTests(PdfEngineFixture engine)
{
    private readonly PdfFonts _fonts = Load(engine);

    [Theory]
    [InlineData("Plain English, “quoted” – and dashed… ½ © № • · → ")]
    [InlineData("Español: ¿Qué tal, señor Núñez?")]
    [InlineData("Tiếng Việt: Sự linh hoạt của chương trình")]
    [InlineData("العربية: مرحبا بكم")]
    [InlineData("line\r\nline\ttab\u00ADsoft\u200Fmark")]
    public void It_knows_the_letters_that_the_fonts_have(string text) => Assert.Empty(_fonts.Uncovered(text));

    [Fact]
    public void It_names_each_letter_that_no_font_has_once() =>
        Assert.Equal(["你", "好", "😀"], _fonts.Uncovered("Say 你好, 你好 😀").Select(r => r.ToString()));

    [Fact]
    public void A_part_of_a_font_keeps_its_letters_and_their_widths()
    {
        var whole = TrueTypeFont.Read(PdfFonts.Files(PdfEngineFixture.Folder)[0]);

        var part = TrueTypeFont.Read(whole.Subset("Aé€".Select(c => (int)c)));

        Assert.All("Aé€", c => Assert.True(part.Has(c)));
        Assert.All("Aé€", c => Assert.Equal(whole.Width(c), part.Width(c)));
        Assert.True(whole.Subset("A".Select(c => (int)c)).Length < whole.Subset(Enumerable.Range(32, 200)).Length);
    }

    private static PdfFonts Load(PdfEngineFixture engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        PdfEngine.EnsureInstalled(PdfEngineFixture.Folder, Console.WriteLine);
        return PdfFonts.Load(PdfEngineFixture.Folder);
    }
}
