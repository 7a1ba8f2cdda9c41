using System.IO.Compression;
using System.Text;
using Toolkit.Cli;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>What files carry beside what they show: names, places, another content than they say.</summary>
public sealed class CarriedAlongTests : IDisposable
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private readonly SiteRun _site = new();

    /// <summary>A picture with EXIF in the ways of its kind: name, bytes, whether it tells a place.</summary>
    public static TheoryData<string, bool, bool> Exifs() => new()
    {
        { "a.jpg", true, true }, { "a.jpg", false, true }, { "a.jpeg", true, false },
        { "a.png", true, true }, { "a.png", false, false },
        { "a.webp", true, true }, { "a.webp", false, false },
    };

    [Theory]
    [MemberData(nameof(Exifs))]
    public async Task A_picture_that_says_where_it_was_taken_is_named(string name, bool little, bool withPlace)
    {
        await _site.With(name, WithExif(Path.GetExtension(name), Exif(little, withPlace))).Build();

        string[] said = withPlace ? [$"input/{name}:1:1: warning TK1033: This picture says where it was taken."] : [];
        Assert.Equal(said, _site.Problems);
        Assert.Contains(name, _site.Files);
    }

    [Fact]
    public async Task A_place_in_XMP_is_found_too()
    {
        await _site.With("a.png", [.. Png, .. "<x:xmpmeta><rdf:Description exif:GPSLatitude='40,26.767N'/></x:xmpmeta>"u8]).Build();

        Assert.StartsWith("input/a.png:1:1: warning TK1033", Assert.Single(_site.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Exif_that_is_broken_ends_nothing()
    {
        var whole = WithExif(".jpg", Exif(little: true, withPlace: true));
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var broken = whole[..random.Next(whole.Length)];
            for (var n = 0; n < 3 && broken.Length > 0; n++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            _ = PictureFile.TellsPlace(broken);
            _ = PictureFile.EndingOf(broken);
        }
    }

    [Theory]
    [InlineData("docx", "docProps/core.xml", "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Form</dc:title><dc:creator>Anna</dc:creator></cp:coreProperties>", true)]
    [InlineData("xlsx", "docProps/core.xml", "<cp:coreProperties xmlns:cp='c'><cp:lastModifiedBy>Anna</cp:lastModifiedBy></cp:coreProperties>", true)]
    [InlineData("odt", "meta.xml", "<m xmlns:meta='m'><meta:initial-creator>Anna</meta:initial-creator></m>", true)]
    [InlineData("docx", "docProps/core.xml", "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Form</dc:title><dc:creator> </dc:creator><cp:lastModifiedBy/></cp:coreProperties>", false)]
    [InlineData("docx", "docProps/core.xml", "<!DOCTYPE x [<!ENTITY e 'Anna'>]><x><creator>&e;</creator></x>", false)]
    [InlineData("docx", "word/document.xml", "<creator>Anna</creator>", false)]
    public async Task A_document_that_names_its_author_is_named(string ending, string part, string xml, bool names)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            await writer.WriteAsync(xml);
        }

        await _site.With($"form.{ending}", package.ToArray()).Build();

        string[] said = names ? [$"input/form.{ending}:1:1: warning TK1034: This file names the person who wrote it."] : [];
        Assert.Equal(said, _site.Problems);
        Assert.DoesNotContain("Anna", _site.Console, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj<</Author (Anna)/Title (x)>>endobj", true)]
    [InlineData("%PDF-1.7\n1 0 obj<</Author<FEFF0041>>>endobj", true)]
    [InlineData("%PDF-1.7\n<dc:creator><rdf:Seq><rdf:li>Anna</rdf:li></rdf:Seq></dc:creator>", true)]
    [InlineData("%PDF-1.7\n1 0 obj<</Author ()/Title (x)>>endobj", false)]
    [InlineData("%PDF-1.7\n1 0 obj<</Title (x)>>endobj", false)]
    public async Task A_PDF_that_names_its_author_is_named(string pdf, bool names)
    {
        await _site.With("form.pdf", Encoding.Latin1.GetBytes(pdf)).Build();

        Assert.Equal(names ? 1 : 0, _site.Problems.Count(p => p.StartsWith("input/form.pdf:1:1: warning TK1034", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a.png", "Not a picture.", "ends in .png, and it holds no picture")]
    [InlineData("a.jpg", "", "ends in .jpg, and it holds no picture")]
    [InlineData("a.webp", "GIF89a…", "ends in .webp, and it holds a picture of the kind .gif")]
    [InlineData("a.JPG", "GIF89a…", "ends in .JPG, and it holds a picture of the kind .gif")]
    public async Task A_picture_that_is_not_what_its_name_says_is_named(string name, string content, string said)
    {
        await _site.With(name, content).Build();

        Assert.Contains(said, Assert.Single(_site.Problems), StringComparison.Ordinal);
        Assert.StartsWith($"input/{name}:1:1: warning TK1035", _site.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SVG_with_a_script_stops_the_build_at_its_line()
    {
        await _site.Build();
        var before = _site.Snapshot();

        await _site.With("mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n  <script>alert(1)</script>\n</svg>\n").Build();

        Assert.Equal(["input/mark.svg:2:4: error TK1028: This SVG holds <script>, which has no place in a picture."], _site.Problems);
        Assert.Contains("  2 |   <script>alert(1)</script>", _site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.ContentErrors, _site.ExitCode);
        Assert.Equal(before, _site.Snapshot());
    }

    [Fact]
    public async Task A_run_that_does_nothing_says_it_again_without_showing_bytes()
    {
        _site.With("a.png", [.. Png, .. "GPSLatitude"u8]).With("b.svg", "<svg xmlns='http://www.w3.org/2000/svg'><metadata><creator>x</creator></metadata></svg>").With("unknown.xyz", "Words.");
        await _site.Run("build", "--no-pdf");
        var said = _site.Problems;
        await _site.Run("build", "--no-pdf");

        Assert.Contains("Nothing has changed", _site.Console, StringComparison.Ordinal);
        Assert.Equal(3, said.Count);
        Assert.Equal(said, _site.Problems);
        Assert.DoesNotContain("PNG", _site.Console, StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    /// <summary>A list with one entry, which leads to a list with a latitude, or to one with only a version.</summary>
    private static byte[] Exif(bool little, bool withPlace)
    {
        byte[] Two(int n) => little ? [(byte)n, (byte)(n >> 8)] : [(byte)(n >> 8), (byte)n];
        byte[] Four(int n) => little ? [(byte)n, (byte)(n >> 8), 0, 0] : [0, 0, (byte)(n >> 8), (byte)n];
        return
        [
            .. little ? "II*\0"u8 : "MM\0*"u8, .. Four(8),
            .. Two(1), .. Two(0x8825), .. Two(4), .. Four(1), .. Four(26), .. Four(0),
            .. Two(1), .. Two(withPlace ? 2 : 0), .. Two(5), .. Four(3), .. Four(44), .. Four(0),
        ];
    }

    private static byte[] WithExif(string ending, byte[] exif) => ending switch
    {
        ".png" => [.. Png[..33], 0, 0, 0, (byte)exif.Length, .. "eXIf"u8, .. exif, 0, 0, 0, 0, .. Png[33..]],
        ".webp" => [.. "RIFF\0\0\0\0WEBPVP8 \0\0\0\0EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif],
        _ => [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 8), .. "Exif\0\0"u8, .. exif, 0xFF, 0xD9],
    };
}
