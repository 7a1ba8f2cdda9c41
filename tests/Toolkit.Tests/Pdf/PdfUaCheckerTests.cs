using System.Text;
using Toolkit.Writing.Pdf;
using Xunit;

namespace Toolkit.Tests.Pdf;

/// <summary>Proves that the checker notices what it is there for. The verdicts are those of a validator of PDF/UA-1.</summary>
public sealed class PdfUaCheckerTests(PdfEngineFixture engine)
{
    public static TheoryData<string> Broken => [.. PdfUaMutations.Broken.Keys];

    public static TheoryData<string> Harmless => [.. PdfUaMutations.Harmless.Keys];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task It_finds_a_single_change(string change)
    {
        var (rule, mutate) = PdfUaMutations.Broken[change];
        var file = PdfFile.Read(await engine.Make(PdfSamples.Chapter));

        mutate(file);

        var findings = PdfUaChecker.Check(PdfFileWriter.Write(file));
        Assert.Contains(findings, finding => finding.StartsWith(rule + " ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task It_lets_pass_what_conforms(string change)
    {
        var file = PdfFile.Read(await engine.Make(PdfSamples.Chapter));
        var before = PdfFileWriter.Write(file);

        PdfUaMutations.Harmless[change](file);

        var after = PdfFileWriter.Write(file);
        Assert.NotEqual(before, after);
        Assert.Empty(PdfUaChecker.Check(after));
    }

    [Fact]
    public async Task It_refuses_a_version_that_the_standard_does_not_know()
    {
        var bytes = (byte[])(await engine.Make(PdfSamples.Chapter)).Clone();
        Encoding.ASCII.GetBytes("%PDF-2.0").CopyTo(bytes, 0);

        Assert.Contains(PdfUaChecker.Check(bytes), finding => finding.StartsWith("6.1 ", StringComparison.Ordinal));
    }

    [Fact]
    public void It_refuses_what_is_no_pdf() => Assert.NotEmpty(PdfUaChecker.Check("Dear reader, this is a letter."u8.ToArray()));

    [Fact]
    public async Task It_reads_what_was_appended()
    {
        var blank = await engine.Make(PdfSamples.Chapter);

        var filled = Append(blank, file => file.Catalog["Lang"] = null);

        Assert.Contains(PdfUaChecker.Check(filled), finding => finding.StartsWith("7.2 ", StringComparison.Ordinal));
    }

    /// <summary>Appends the catalog, changed, as an update of the file.</summary>
    private static byte[] Append(byte[] bytes, Action<PdfFile> change)
    {
        var file = PdfFile.Read(bytes);
        var number = ((PdfReference)file.Trailer["Root"]!).Number;
        change(file);
        var catalog = new StringBuilder();
        foreach (var key in file.Catalog.Keys.Where(k => file.Catalog[k] is PdfReference or PdfName))
        {
            catalog.Append($"/{key} {(file.Catalog[key] is PdfReference r ? $"{r.Number} 0 R" : "/" + ((PdfName)file.Catalog[key]!).Value)} ");
        }

        var text = Encoding.Latin1.GetString(bytes);
        var previous = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 9)..].Trim().Split('\n')[0];
        var start = bytes.Length;
        var body = $"{number} 0 obj\n<<{catalog}>>\nendobj\n";
        var update = $"{body}xref\n{number} 1\n{start:0000000000} 00000 n \ntrailer\n<</Size {file.Objects.Keys.Last() + 1} /Root {number} 0 R /Prev {previous}>>\nstartxref\n{start + body.Length}\n%%EOF\n";
        return [.. bytes, .. Encoding.Latin1.GetBytes(update)];
    }
}
