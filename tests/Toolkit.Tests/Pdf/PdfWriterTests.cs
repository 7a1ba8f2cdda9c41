using System.Text;
using System.Text.Json;
using Toolkit.Blocks.Figures;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Toolkit.Writing.Pdf;
using Xunit;

namespace Toolkit.Tests.Pdf;

public sealed class PdfWriterTests(PdfEngineFixture engine)
{
    public static TheoryData<string> Samples => [.. Documents.Keys];

    private static Dictionary<string, Document> Documents { get; } = new Document[]
    {
        PdfSamples.Chapter,
        PdfSamples.Guide,
        PdfSamples.OfInstrument(PdfSamples.Assessment),
        PdfSamples.OfInstrument(PdfSamples.Worksheet),
        PdfSamples.OfInstrument(PdfSamples.Checklist),
    }.ToDictionary(d => d.Id);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_document_conforms_to_pdf_ua(string sample) =>
        Assert.Empty(PdfUaChecker.Check(await engine.Make(Documents[sample])));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_field_stands_in_it_once_and_nothing_else(string sample)
    {
        var document = Documents[sample];

        var file = PdfFile.Read(await engine.Make(document));

        Assert.Equal(document.Fields.Select(f => f.Id.Value).Order(), PdfOutline.Terminal(file).Select(f => f.Name).Order());
        Assert.Null(file.Dictionary(file.Catalog["AcroForm"])["NeedAppearances"]);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Its_outline_is_the_approved_one(string sample) =>
        Approved.Text(sample + ".txt", PdfOutline.Of(await engine.Make(Documents[sample])));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Qpdf_finds_nothing_wrong(string sample)
    {
        var qpdf = Programs.Need("qpdf");
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("made.pdf"), await engine.Make(Documents[sample]), TestContext.Current.CancellationToken);

        var result = await Programs.Run(qpdf, ["--check", folder.File("made.pdf")]);

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
    }

    [Fact]
    public async Task The_same_document_gives_the_same_bytes()
    {
        await using var other = PdfEngineFixture.New(PdfEngineFixture.Options);

        var again = await other.WriteAsync(PdfSamples.Chapter, PdfSamples.Settings, TestWords.English, TestContext.Current.CancellationToken);

        Assert.Equal(await engine.Make(PdfSamples.Chapter), again);
    }

    [Fact]
    public async Task The_characters_that_went_in_can_be_copied_out()
    {
        var program = Programs.Need("pdftotext");
        const string Text = "Sự linh hoạt — ¿qué tal? “Grüße” №7 · naïve œuvre, ½ of 30 °C; fi ffl مرحبا بكم";
        using var folder = new TemporaryFolder();
        var document = PdfSamples.Chapter with { Blocks = [PdfSamples.Paragraph(Text)], Instruments = [] };
        await File.WriteAllBytesAsync(folder.File("made.pdf"), await engine.Make(document), TestContext.Current.CancellationToken);

        await Programs.Run(program, ["-enc", "UTF-8", folder.File("made.pdf"), folder.File("made.txt")]);

        var read = await File.ReadAllTextAsync(folder.File("made.txt"), TestContext.Current.CancellationToken);
        Assert.Equal(Letters(Text), Letters(Text).Where(c => read.Contains(c, StringComparison.Ordinal)));
        Assert.Contains("Sự linh hoạt — ¿qué tal? “Grüße”", read.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_it_is_and_holds_no_values()
    {
        var file = PdfFile.Read(await engine.Make(PdfSamples.Chapter));

        var said = ((PdfString)file.Dictionary(file.Trailer["Info"])[DocumentMetadata.Key]!).Text;
        using var json = JsonDocument.Parse(said);
        Assert.Equal("looking", json.RootElement.GetProperty("document").GetString());
        Assert.Equal(["first-meeting", "partner-look"], json.RootElement.GetProperty("instruments").EnumerateArray().Select(i => i.GetString()!));
        Assert.Equal(PdfSamples.Chapter.Fields.Count, json.RootElement.GetProperty("serials").GetArrayLength());
        Assert.Empty(json.RootElement.GetProperty("values").EnumerateObject());
        Assert.False(json.RootElement.TryGetProperty("partner", out _));
    }

    [Fact]
    public async Task Links_within_the_document_lead_there_and_others_only_where_the_host_is_known()
    {
        var published = PdfSamples.Settings with { Host = "toolkit.example.org", LinkRoot = "/x" };

        var unknown = Addresses(await engine.Make(PdfSamples.Chapter));
        var known = Addresses(await engine.Writer.WriteAsync(PdfSamples.Chapter, published, TestWords.English, TestContext.Current.CancellationToken));

        Assert.Equal(["https://example.org/pay", "https://example.org/plan", "https://help.example.org"], unknown);
        Assert.Equal(["https://toolkit.example.org/x/about.html", "https://example.org/pay", "https://example.org/plan", "https://help.example.org"], known);
    }

    [Fact]
    public async Task Paper_follows_the_settings()
    {
        var a4 = PdfSamples.Settings with { Paper = "A4" };

        var outline = PdfOutline.Of(await engine.Writer.WriteAsync(PdfSamples.Chapter, a4, TestWords.English, TestContext.Current.CancellationToken));

        Assert.Contains("of 595.2756 × 841.8898", outline, StringComparison.Ordinal);
        Assert.Contains("of 612 × 792", PdfOutline.Of(await engine.Make(PdfSamples.Chapter)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_come_with_their_words_and_a_caption()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.File("map.svg"),
            "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='80'><rect width='200' height='80' fill='#e5f0f4'/><text x='20' y='45' font-family='sans-serif'>Map</text></svg>",
            TestContext.Current.CancellationToken);
        var document = PdfSamples.Chapter with
        {
            Id = "pictures",
            Blocks =
            [
                new Figure("images/map.svg", folder.File("map.svg"), "A map of three sectors", [new Text("Where help is")]),
                new Paragraph([new Text("A mark: "), new Image("images/map.svg", "a small map") { SourceFile = folder.File("map.svg") }, new Text(".")]),
                new Paragraph([new Text("Words alone: "), new Image("images/gone.svg", "a lost picture")]),
            ],
            Instruments = [],
        };

        var bytes = await engine.Make(document);

        Assert.Empty(PdfUaChecker.Check(bytes));
        var alternatives = PdfFile.Read(bytes).Objects.Values.OfType<PdfDictionary>().Where(d => d.Is("S", "Figure")).Select(d => ((PdfString)d["Alt"]!).Text);
        Assert.Equal(["A map of three sectors", "a small map"], alternatives.Order());
    }

    [Fact]
    public async Task A_character_that_no_font_has_fails_naming_the_document()
    {
        var document = PdfSamples.Chapter with { Id = "chinese", Blocks = [PdfSamples.Paragraph("你好")], Instruments = [] };

        var problem = await Assert.ThrowsAsync<PdfException>(() => engine.Make(document));

        Assert.StartsWith("chinese.pdf (\"Looking closely\") could not be made:", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_hangs_is_replaced_once_then_the_document_is_named()
    {
        using var folder = new TemporaryFolder();
        var starts = folder.File("starts.txt");
        var options = Stub(folder, $$"""
            import fs from 'node:fs'
            fs.appendFileSync({{JsonSerializer.Serialize(starts)}}, 'x')
            console.log('{"ready":true}')
            process.stdin.resume()
            """) with { Limit = TimeSpan.FromMilliseconds(300) };
        await using var writer = PdfEngineFixture.New(options);

        var problem = await Assert.ThrowsAsync<PdfException>(
            () => writer.WriteAsync(PdfSamples.Chapter, PdfSamples.Settings, TestWords.English, TestContext.Current.CancellationToken));

        Assert.Contains("looking.pdf", problem.Message, StringComparison.Ordinal);
        Assert.Contains("longer than 0.3 seconds", problem.Message, StringComparison.Ordinal);
        Assert.Equal("xx", await File.ReadAllTextAsync(starts, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_process_that_dies_is_reported_with_its_last_words()
    {
        using var folder = new TemporaryFolder();
        var options = Stub(folder, "console.error('no room left'); process.exit(3)");
        await using var writer = PdfEngineFixture.New(options);

        var problem = await Assert.ThrowsAsync<PdfException>(
            () => writer.WriteAsync(PdfSamples.Chapter, PdfSamples.Settings, TestWords.English, TestContext.Current.CancellationToken));

        Assert.Contains("no room left", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_documents_at_once_come_out_each_as_itself()
    {
        var documents = Enumerable.Range(0, 12).Select(i => PdfSamples.Chapter with { Id = $"c{i}", Title = $"Chapter {i}" }).ToList();

        var made = await Task.WhenAll(documents.Select(d => engine.Make(d)));

        Assert.Equal(documents.Select(d => d.Title), made.Select(bytes => PdfOutline.Of(bytes).Split('\n')[0]["title: ".Length..]));
    }

    /// <summary>An engine folder with a worker of the test's own.</summary>
    private static PdfEngineOptions Stub(TemporaryFolder folder, string worker)
    {
        File.WriteAllText(folder.File("pdf-worker.mjs"), worker);
        File.WriteAllText(folder.File("package-lock.json"), "{}");
        Directory.CreateDirectory(folder.File("node_modules"));
        File.WriteAllText(
            Path.Combine(folder.File("node_modules"), ".installed-for"),
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("{}"u8)));
        return PdfEngineFixture.Options with { TypstFolder = folder.Path };
    }

    private static List<string> Addresses(byte[] bytes)
    {
        var file = PdfFile.Read(bytes);
        return [.. file.Pages().SelectMany(p => file.List(file.Dictionary(p)["Annots"])).Select(file.Dictionary)
            .Select(a => (file.Resolve(a["A"]) as PdfDictionary)?["URI"]).OfType<PdfString>().Select(s => s.Text).Distinct()];
    }

    private static IEnumerable<string> Letters(string text) =>
        text.Normalize(NormalizationForm.FormC).EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r)).Select(r => r.ToString()).Distinct();
}
