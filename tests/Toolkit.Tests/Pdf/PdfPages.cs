using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>How the pages of a document are filled. Lengths in points, measured from the top of the page.</summary>
internal static partial class PdfPages
{
    /// <summary>Nearer to an edge stand only the lines at the head and at the foot of every page.</summary>
    private const double Edge = 46;

    /// <summary>How the credits of the guide begin, in each of its languages.</summary>
    private static readonly string[] Credits = ["Need help yourself?", "About this document", "\u00bfNecesita ayuda?", "Acerca de este documento"];

    /// <summary>The tallest heading with the distance that follows it.</summary>
    private const double HeadingHeight = 32;

    /// <summary>
    /// What is wrong with the pages: one that is not full enough and not the last, a last one that holds the credits
    /// alone, a heading with nothing under it, a tool's partner without the tool.
    /// </summary>
    /// <param name="bytes">Of the PDF.</param>
    /// <param name="least">How full every page but the last has to be.</param>
    public static async Task<IReadOnlyList<string>> Wasted(byte[] bytes, double least)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("made.pdf"), bytes);
        await Programs.Run(Programs.Need("pdftotext"), ["-bbox-layout", "-enc", "UTF-8", folder.File("made.pdf"), folder.File("made.html")]);
        var texts = PageText().Matches(await File.ReadAllTextAsync(folder.File("made.html")));
        var file = PdfFile.Read(bytes);
        var pages = file.Pages();
        var headings = Headings(file);
        var findings = new List<string>();
        for (var i = 0; i < pages.Count; i++)
        {
            var height = Number(texts[i].Groups["height"]);
            var lines = Lines(texts[i].Groups["lines"].Value).Where(l => l.Top > Edge && l.Top < height - Edge - 4).ToList();
            var widgets = Widgets(file, file.Dictionary(pages[i]), height);
            var lowest = lines.Concat(widgets).Max(p => p.Bottom);
            if (i < pages.Count - 1 && lowest - Edge < (height - (2 * Edge)) * least)
            {
                findings.Add($"page {i + 1} is filled to {(lowest - Edge) / (height - (2 * Edge)):P0} alone");
            }

            if (i > 0 && i == pages.Count - 1 && widgets.Count == 0 && Credits.Any(start => lines[0].Text.StartsWith(start, StringComparison.Ordinal)))
            {
                findings.Add($"page {i + 1} holds the credits alone");
            }

            findings.AddRange(headings.Where(h => h.Page.Number == pages[i].Number && height - h.At + HeadingHeight > lowest)
                .Select(h => $"page {i + 1} ends with the heading \"{h.Title}\""));
            if (i < pages.Count - 1 && widgets.Find(w => w.Bottom == widgets.Max(o => o.Bottom)) is { Text: "partner" } last && lines.TrueForAll(l => l.Bottom < last.Bottom))
            {
                findings.Add($"page {i + 1} ends with the field for a partner");
            }
        }

        return findings;
    }

    /// <summary>How far the title is from what stands over it on the first page.</summary>
    public static async Task<double> Opening(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("made.pdf"), bytes);
        await Programs.Run(Programs.Need("pdftotext"), ["-l", "1", "-bbox-layout", "-enc", "UTF-8", folder.File("made.pdf"), folder.File("made.html")]);
        var lines = Lines(PageText().Match(await File.ReadAllTextAsync(folder.File("made.html"))).Groups["lines"].Value);
        return lines[1].Top - lines[0].Bottom;
    }

    /// <summary>The lines of every page, without those at its head and at its foot, with where each of their words stands.</summary>
    public static async Task<IReadOnlyList<TextLine>> Text(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("made.pdf"), bytes);
        await Programs.Run(Programs.Need("pdftotext"), ["-bbox-layout", "-enc", "UTF-8", folder.File("made.pdf"), folder.File("made.html")]);
        return
        [
            .. PageText().Matches(await File.ReadAllTextAsync(folder.File("made.html"))).SelectMany((page, number) => Line().Matches(page.Groups["lines"].Value)
                .Where(l => Number(l.Groups["top"]) > Edge - 10 && Number(l.Groups["top"]) < Number(page.Groups["height"]) - Edge - 4)
                .Select(l => new TextLine(number, Number(l.Groups["top"]), [.. PlacedWord().Matches(l.Value).Select(w => (Number(w.Groups["left"]), Number(w.Groups["top"]), WebUtility.HtmlDecode(w.Groups["text"].Value)))]))
                .OrderBy(l => l.Top)),
        ];
    }

    /// <summary>Where the fields of a row stand: top and bottom, by page.</summary>
    public static IEnumerable<(int Page, double Top, double Bottom)> Boxes(byte[] bytes, string start)
    {
        var file = PdfFile.Read(bytes);
        return file.Pages().SelectMany((page, number) => file.List(file.Dictionary(page)["Annots"]).Select(file.Dictionary)
            .Where(a => a.Is("Subtype", "Widget") && FullName(file, a).StartsWith(start, StringComparison.Ordinal))
            .Select(a => file.List(a["Rect"]).OfType<PdfNumber>().Select(n => Math.Round(n.Value, 1)).ToList())
            .Select(corners => (number, corners[3], corners[1])));
    }

    /// <summary>The tables of three rows or more whose first or last row is parted from the one beside it, with the page of the lone row.</summary>
    public static IEnumerable<string> RowsAlone(byte[] bytes)
    {
        var file = PdfFile.Read(bytes);
        var pages = file.Pages().Select(page => page.Number).ToList();
        foreach (var body in file.Objects.Values.OfType<PdfDictionary>().Where(o => o.Is("S", "TBody")))
        {
            var rows = file.List(body["K"]).Select(row => pages.IndexOf(PageOf(file, row) ?? -1) + 1).ToList();
            foreach (var (alone, other) in rows.Count < 3 ? [] : new[] { (rows[0], rows[1]), (rows[^1], rows[^2]) })
            {
                if (alone != other)
                {
                    yield return $"a row is alone on page {alone}";
                }
            }
        }
    }

    /// <summary>The page on which the first piece of an element stands.</summary>
    private static int? PageOf(PdfFile file, PdfObject? kid)
    {
        if (file.Resolve(kid) is not PdfDictionary element)
        {
            return null;
        }

        return file.List(element["K"]).Select(inner => PageOf(file, inner)).FirstOrDefault(page => page is not null) ?? (element["Pg"] as PdfReference)?.Number;
    }

    private static string FullName(PdfFile file, PdfDictionary field) => string.Join('.', Up(file, field).Reverse());

    private static IEnumerable<string> Up(PdfFile file, PdfDictionary? field)
    {
        for (; field is not null; field = field["Parent"] is null ? null : file.Dictionary(field["Parent"]))
        {
            if (field["T"] is PdfString name)
            {
                yield return name.Text;
            }
        }
    }

    private static List<Piece> Lines(string page) => [.. Line().Matches(page)
        .Select(m => new Piece(Number(m.Groups["top"]), Number(m.Groups["bottom"]), string.Join(' ', Word().Matches(m.Value).Select(w => w.Groups[1].Value))))];

    /// <summary>The fields of a page, each with the last part of its name.</summary>
    private static List<Piece> Widgets(PdfFile file, PdfDictionary page, double height) => [.. file.List(page["Annots"]).Select(file.Dictionary)
        .Where(a => a.Is("Subtype", "Widget"))
        .Select(a => (Corners: file.List(a["Rect"]).OfType<PdfNumber>().ToList(), Name: (a["T"] as PdfString)?.Text ?? ""))
        .Select(a => new Piece(height - a.Corners[3].Value, height - a.Corners[1].Value, a.Name))];

    /// <summary>Where the bookmarks lead: at which height of which page, from its foot.</summary>
    private static List<(string Title, PdfReference Page, double At)> Headings(PdfFile file)
    {
        var found = new List<(string, PdfReference, double)>();
        Walk((file.Resolve(file.Catalog["Outlines"]) as PdfDictionary)?["First"]);
        return found;

        void Walk(PdfObject? item)
        {
            for (var at = file.Resolve(item) as PdfDictionary; at is not null; at = file.Resolve(at["Next"]) as PdfDictionary)
            {
                var place = file.List(at["Dest"] is PdfString or PdfName ? null : at["Dest"]);
                found.Add((((PdfString)at["Title"]!).Text, (PdfReference)place[0], ((PdfNumber)place[3]).Value));
                Walk(at["First"]);
            }
        }
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<page width="[\d.]+" height="(?<height>[\d.]+)">(?<lines>.*?)</page>""", RegexOptions.Singleline)]
    private static partial Regex PageText();

    [GeneratedRegex("""<line xMin="[\d.]+" yMin="(?<top>[\d.]+)" xMax="[\d.]+" yMax="(?<bottom>[\d.]+)">.*?</line>""", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex("<word [^>]*>([^<]*)</word>")]
    private static partial Regex Word();

    [GeneratedRegex("""<word xMin="(?<left>[\d.]+)" yMin="(?<top>[\d.]+)"[^>]*>(?<text>[^<]*)</word>""")]
    private static partial Regex PlacedWord();

    private sealed record Piece(double Top, double Bottom, string Text);
}

/// <summary>A line of text on a page, which counts from 0.</summary>
internal sealed record TextLine(int Page, double Top, IReadOnlyList<(double Left, double Top, string Text)> Words)
{
    /// <summary>All of it.</summary>
    public string Said => string.Join(' ', Words.Select(w => w.Text));
}
