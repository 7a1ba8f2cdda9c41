using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Toolkit.Blocks;
using Toolkit.Blocks.Figures;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Xunit;

namespace Toolkit.Tests.Docx;

public sealed class DocxFileTests
{
    private static readonly XNamespace W = DocxOutline.W;
    private static readonly IReadOnlyList<IDocxView> Views = [.. BlockCatalogue.All.Select(kind => kind.Docx)];

    public static TheoryData<string> Samples => [.. SampleDocuments.All.Select(d => d.Id)];

    public static byte[] Write(Document document, SiteSettings? settings = null) =>
        DocxFile.Write(document, settings ?? SampleDocuments.Settings, TestWords.English, Views);

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_outline_is_the_approved_one(string id) => Approved.Text(id + ".txt", DocxOutline.Of(Write(Sample(id))));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_version_of_Word_finds_it_valid(string id)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Write(Sample(id))), false);
        FileFormatVersions[] versions =
        [
            FileFormatVersions.Office2010, FileFormatVersions.Office2013, FileFormatVersions.Office2016,
            FileFormatVersions.Office2019, FileFormatVersions.Office2021, FileFormatVersions.Microsoft365,
        ];
        foreach (var version in versions)
        {
            var errors = new OpenXmlValidator(version).Validate(package, TestContext.Current.CancellationToken);
            Assert.Empty(errors.Select(e => $"{version}: {e.Description} at {e.Part?.Uri} {e.Path?.XPath}"));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_same_document_gives_the_same_bytes(string id) => Assert.Equal(Write(Sample(id)), Write(Sample(id)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_field_stands_once_under_its_id_with_its_serial_around_it(string id)
    {
        var document = Sample(id);
        var body = DocxOutline.Parts(Write(document))["word/document.xml"].Root!;
        var runs = body.Descendants(W + "p").Elements(W + "sdt").ToList();
        Assert.Equal(
            document.Fields.Select((field, i) => (field.Id.Value, $"tk_{document.Code}_{i + 1}")).Order(),
            runs.Select(sdt => (Tag(sdt), Around(sdt))).Order());
    }

    [Fact]
    public void Names_in_a_file_are_used_once()
    {
        var body = DocxOutline.Parts(Write(SampleDocuments.Guide))["word/document.xml"].Root!;
        Unique(body.Descendants(W + "bookmarkStart").Select(b => (string)b.Attribute(W + "name")!));
        Unique(body.Descendants(W + "bookmarkStart").Select(b => (string)b.Attribute(W + "id")!));
        Unique(body.Descendants(W + "sdtPr").Select(p => (string)p.Element(W + "id")!.Attribute(W + "val")!));
        Assert.All(body.Descendants(W + "bookmarkStart"), b => Assert.Matches("^[A-Za-z_][A-Za-z0-9_]{0,39}$", (string)b.Attribute(W + "name")!));
    }

    [Fact]
    public void Links_within_the_file_lead_to_a_bookmark()
    {
        var body = DocxOutline.Parts(Write(SampleDocuments.Guide))["word/document.xml"].Root!;
        var bookmarks = body.Descendants(W + "bookmarkStart").Select(b => (string?)b.Attribute(W + "name")).ToHashSet();
        var anchors = body.Descendants(W + "hyperlink").Select(h => (string?)h.Attribute(W + "anchor")).OfType<string>().ToList();
        Assert.NotEmpty(anchors);
        Assert.All(anchors, anchor => Assert.Contains(anchor, bookmarks));
    }

    [Fact]
    public void A_link_to_another_page_is_its_words_alone_until_the_host_is_known()
    {
        Assert.Contains(", the worksheet and ", DocxOutline.Of(Write(SampleDocuments.Chapter)), StringComparison.Ordinal);
        var published = SampleDocuments.Settings with { Host = "toolkit.example.org", LinkRoot = "/kit" };
        Assert.Contains(
            "[worksheet](https://toolkit.example.org/kit/tools/expectations.html)",
            DocxOutline.Of(Write(SampleDocuments.Chapter, published)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_can_grow_is_a_repeating_section_of_the_2012_namespace()
    {
        using var zip = new ZipArchive(new MemoryStream(Write(SampleDocuments.Alone(SampleDocuments.Expectations))));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = reader.ReadToEnd();
        Assert.Contains("xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"", xml, StringComparison.Ordinal);
        Assert.Contains("mc:Ignorable=\"w14 w15\"", xml, StringComparison.Ordinal);
        Assert.Contains("<w15:repeatingSection><w15:sectionTitle w:val=\"What each side puts in\" /></w15:repeatingSection>", xml, StringComparison.Ordinal);
        Assert.Equal(3, xml.Split("<w15:repeatingSectionItem").Length - 1);
    }

    [Fact]
    public void Rows_that_may_be_removed_hold_no_locked_field()
    {
        var body = DocxOutline.Parts(Write(SampleDocuments.Alone(SampleDocuments.Expectations)))["word/document.xml"].Root!;
        var locked = body.Descendants(W + "sdtPr").Where(p => p.Element(W + "lock") is not null).ToList();
        Assert.DoesNotContain(locked, p => p.Ancestors(W + "sdtContent").Any());
        Assert.NotEmpty(locked);
    }

    [Fact]
    public void The_metadata_names_document_guide_and_every_field()
    {
        var custom = DocxOutline.Parts(Write(SampleDocuments.Chapter))["docProps/custom.xml"].Root!;
        var property = Assert.Single(custom.Elements());
        Assert.Equal("PartnershipToolkit", (string?)property.Attribute("name"));
        using var metadata = JsonDocument.Parse(property.Value);
        Assert.Equal("vetting", metadata.RootElement.GetProperty("document").GetString());
        Assert.Equal("2026-11", metadata.RootElement.GetProperty("guide").GetString());
        Assert.Equal(
            SampleDocuments.Chapter.Fields.Select(f => f.Id.Value),
            metadata.RootElement.GetProperty("serials").EnumerateArray().Select(s => s.GetString()!));
    }

    [Fact]
    public void Entries_are_sorted_and_of_one_date()
    {
        using var zip = new ZipArchive(new MemoryStream(Write(SampleDocuments.Chapter)));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries.Skip(1).Select(e => e.FullName).Order(StringComparer.Ordinal), zip.Entries.Skip(1).Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void Paper_and_language_follow_the_settings()
    {
        var outline = DocxOutline.Of(Write(SampleDocuments.Chapter, SampleDocuments.Settings with { Paper = "A4", Language = "es" }));
        Assert.Contains("=== section of 11906 x 16838", outline, StringComparison.Ordinal);
        Assert.Contains("language: es, of the text es", outline, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_left_out()
    {
        var document = SampleDocuments.Chapter with { Instruments = [], Blocks = [new Paragraph([new Text("bell\u0007 and \ufffe \U0001F33F leaf")])] };
        Assert.Contains("Normal: bell and  \U0001F33F leaf", DocxOutline.Of(Write(document)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_stands_nowhere_is_said()
    {
        var forgotten = SampleDocuments.Chapter with { Blocks = [] };
        var error = Assert.Throws<InvalidOperationException>(() => Write(forgotten));
        Assert.Contains("partner-vetting.partner", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_stands_no_wider_than_the_text_and_says_what_it_shows()
    {
        using var folder = new TemporaryFolder();
        var png = folder.File("map.png");
        File.WriteAllBytes(png, Png(2000, 1000));
        var figure = new Figure("images/map.png", png, "A map of a small town", [new Text("Our town")]);
        var bytes = Write(SampleDocuments.Chapter with { Instruments = [], Blocks = [figure, figure] });
        var body = DocxOutline.Parts(bytes)["word/document.xml"].Root!;
        var extents = body.Descendants().Where(e => e.Name.LocalName == "extent").ToList();
        Assert.Equal(2, extents.Count);
        Assert.Equal("6121400", (string?)extents[0].Attribute("cx"));
        Assert.Equal("3060700", (string?)extents[0].Attribute("cy"));
        Assert.Contains("(picture: A map of a small town)", DocxOutline.Of(bytes), StringComparison.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Single(zip.Entries, e => e.FullName.EndsWith(".png", StringComparison.Ordinal));
        using var package = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2010).Validate(package, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Contents_say_pages_in_order_from_the_page_after_them()
    {
        var body = DocxOutline.Parts(Write(SampleDocuments.Guide))["word/document.xml"].Root!;
        var entries = body.Descendants(W + "p")
            .Where(p => ((string?)p.Descendants(W + "pStyle").First().Attribute(W + "val"))!.StartsWith("TOC", StringComparison.Ordinal))
            .Where(p => p.Element(W + "hyperlink") is not null)
            .Select(p => (Style: (string)p.Descendants(W + "pStyle").First().Attribute(W + "val")!, Page: int.Parse(p.Descendants(W + "t").Last().Value, CultureInfo.InvariantCulture)))
            .ToList();
        Assert.Equal(2, entries[0].Page);
        Assert.Equal(entries.Select(e => e.Page).Order(), entries.Select(e => e.Page));
        var chapters = entries.Where(e => e.Style == "TOC1").Select(e => e.Page).ToList();
        Assert.Equal(chapters.Distinct(), chapters);
    }

    [Fact]
    public async Task LibreOffice_shows_every_document_and_its_fields()
    {
        using var folder = new TemporaryFolder();
        var pdftotext = Programs.Need("pdftotext");
        var files = SampleDocuments.All.Select(d => (Document: d, File: folder.File(d.Id + ".docx"))).ToList();
        foreach (var (document, file) in files)
        {
            await File.WriteAllBytesAsync(file, Write(document), TestContext.Current.CancellationToken);
        }

        await Programs.Convert([.. files.Select(f => f.File)], "pdf", folder.Path);
        foreach (var (document, file) in files)
        {
            var text = (await Programs.Run(pdftotext, ["-layout", Path.ChangeExtension(file, "pdf"), "-"])).Output;
            Assert.Contains(document.Title, text, StringComparison.Ordinal);
            Assert.Contains("An adaptation for tests, by nobody in particular.", text, StringComparison.Ordinal);
            Assert.Equal(document.Fields.Count(f => f.Kind == FieldKind.Check), text.Split(Placeholders.Open).Length - 1);
            Assert.Contains("Page 1 of ", text, StringComparison.Ordinal);
        }
    }

    /// <summary>The head of a picture: all that is read of it.</summary>
    private static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    private static Document Sample(string id) => SampleDocuments.All.Single(d => d.Id == id);

    private static string Tag(XElement sdt) => (string)sdt.Element(W + "sdtPr")!.Element(W + "tag")!.Attribute(W + "val")!;

    private static string Around(XElement sdt)
    {
        var start = Assert.IsType<XElement>(sdt.PreviousNode);
        var end = Assert.IsType<XElement>(sdt.NextNode);
        Assert.Equal((W + "bookmarkStart", W + "bookmarkEnd"), (start.Name, end.Name));
        Assert.Equal((string?)start.Attribute(W + "id"), (string?)end.Attribute(W + "id"));
        return (string)start.Attribute(W + "name")!;
    }

    private static void Unique(IEnumerable<string> names)
    {
        var list = names.ToList();
        Assert.Equal(list.Distinct().Order(), list.Order());
    }
}
