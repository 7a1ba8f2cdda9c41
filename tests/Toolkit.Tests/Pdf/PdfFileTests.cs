using System.Text;
using Toolkit.Writing.Pdf;
using Xunit;

namespace Toolkit.Tests.Pdf;

public sealed class PdfFileTests
{
    [Theory]
    [InlineData("(a\\(b\\)c\\\\d)", "a(b)c\\d")]
    [InlineData("(a(b)c)", "a(b)c")]
    [InlineData("(\\101\\7x)", "A\u0007x")]
    [InlineData("(one\\\ntwo)", "onetwo")]
    [InlineData("<48 65 6C6C6F>", "Hello")]
    [InlineData("<4>", "@")]
    [InlineData("<FEFF00E9>", "é")]
    public void Strings_are_read_as_the_format_says(string written, string text) =>
        Assert.Equal(text, Assert.IsType<PdfString>(Parse(written)).Text);

    [Theory]
    [InlineData("/Name#20x", "Name x")]
    [InlineData("/A;Name_With-Others", "A;Name_With-Others")]
    public void Names_are_read_as_the_format_says(string written, string name) =>
        Assert.Equal(name, Assert.IsType<PdfName>(Parse(written)).Value);

    [Fact]
    public void A_number_is_told_from_a_reference()
    {
        var array = Assert.IsType<PdfArray>(Parse("[1 0 R 2 0 3 -.5 true null]"));

        Assert.Equal(
            new PdfObject[] { new PdfReference(1), new PdfNumber("2"), new PdfNumber("0"), new PdfNumber("3"), new PdfNumber("-.5"), new PdfBoolean(true), new PdfNull() },
            array.Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("(no end")]
    [InlineData("<41")]
    [InlineData("[1 2")]
    [InlineData("<</A 1")]
    [InlineData("<<1 2>>")]
    [InlineData(">>")]
    public void What_is_broken_is_refused(string written) => Assert.Throws<FormatException>(() => Parse(written));

    [Fact]
    public void Endless_nesting_is_refused() => Assert.Throws<FormatException>(() => Parse(new string('[', 5000)));

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7 and then nothing of use")]
    [InlineData("%PDF-1.7\nstartxref\n99999\n%%EOF")]
    public void A_damaged_file_is_refused(string text) => Assert.Throws<FormatException>(() => PdfFile.Read(Encoding.ASCII.GetBytes(text)));

    private static PdfObject Parse(string text) => new PdfParser(Encoding.Latin1.GetBytes(text)).Next();
}
