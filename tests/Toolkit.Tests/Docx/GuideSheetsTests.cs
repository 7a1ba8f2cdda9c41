using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Docx;

/// <summary>The sheets that Word files of this repository's guide take in each of its languages, as LibreOffice lays them out.</summary>
public sealed partial class GuideSheetsTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<(string Docx, string Pdf)>>>> Converted = new();

    /// <summary>No page but the last is nearly empty, or half empty where no chapter begins on the next one; none ends with a heading, and no last one holds the credits alone.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("es")]
    public async Task No_sheet_is_wasted(string language)
    {
        var found = await Task.WhenAll((await Sheets(language)).Select(async file =>
            (await PdfPages.Wasted(await File.ReadAllBytesAsync(file.Pdf, TestContext.Current.CancellationToken), Least(Name(file.Docx)))).Select(finding => $"{Name(file.Docx)}: {finding}")));

        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(f => f));
    }

    /// <summary>No row and no paragraph is lost where pages break: each word is printed as often as the file holds it.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("es")]
    public async Task Every_word_is_printed(string language)
    {
        var found = await Task.WhenAll((await Sheets(language)).Select(async file =>
        {
            var printed = Words((await Programs.Run(Programs.Need("pdftotext"), ["-layout", "-enc", "UTF-8", file.Pdf, "-"])).Output).CountBy(word => word).ToDictionary();
            return Words(TextOf(file.Docx)).CountBy(word => word).Where(word => printed.GetValueOrDefault(word.Key) < word.Value)
                .Select(word => $"{Name(file.Docx)}: {word.Key} stands there {word.Value} times, and {printed.GetValueOrDefault(word.Key)} times on paper");
        }));

        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(f => f));
    }

    private static Task<IReadOnlyList<(string Docx, string Pdf)>> Sheets(string language) => Converted.GetOrAdd(language, l => new(() => Convert(l))).Value;

    private static async Task<IReadOnlyList<(string Docx, string Pdf)>> Convert(string language)
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var files = Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "downloads", language), "*.docx").Order(StringComparer.Ordinal).ToList();
        await Programs.Convert(files, "pdf", folder.Path);
        return [.. files.Select(file => (file, folder.File(Name(file) + ".pdf")))];
    }

    /// <summary>How full every page has to be: in the whole guide chapters end where they do.</summary>
    private static double Least(string name) => name.StartsWith("whole-guide", StringComparison.Ordinal) ? 0.25 : 0.5;

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path);

    /// <summary>What the paragraphs say, without what stands in empty controls: programs print that or leave it out.</summary>
    private static string TextOf(string docx)
    {
        using var package = WordprocessingDocument.Open(docx, isEditable: false);
        using var stream = package.MainDocumentPart!.GetStream();
        var body = XDocument.Load(stream).Root!;
        return string.Join('\n', body.Descendants(W + "p").Select(paragraph => string.Concat(paragraph.Descendants()
            .Where(e => !e.Ancestors(W + "sdt").Any(sdt => sdt.Element(W + "sdtPr")!.Element(W + "showingPlcHdr") is not null))
            .Select(e => e.Name == W + "t" ? e.Value : e.Name == W + "br" || e.Name == W + "tab" ? " " : e.Name == W + "noBreakHyphen" ? "-" : ""))));
    }

    /// <summary>Words of letters alone, without addresses, which break anywhere.</summary>
    private static IEnumerable<string> Words(string text) => Word().Matches(Address().Replace(text, " ")).Select(match => match.Value);

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\S*(\p{L}\.\p{L}|\S/\S|\S@\S)\S*")]
    private static partial Regex Address();
}
