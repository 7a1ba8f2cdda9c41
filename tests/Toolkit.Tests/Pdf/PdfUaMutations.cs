using System.Text;
using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>Single changes to a file that conforms, each with the rule that it breaks; see <see cref="PdfUaCheckerTests"/>.</summary>
internal static class PdfUaMutations
{
    /// <summary>Changes that a validator of PDF/UA-1 refuses, by name: the rule, and the change.</summary>
    public static Dictionary<string, (string Rule, Action<PdfFile> Change)> Broken { get; } = new()
    {
        ["label and alternative text gone"] = ("7.18.1", f => Widget(f, "Tx", (w, e) => { w["TU"] = null; e["Alt"] = null; })),
        ["a radio button has words on its parent only"] = ("7.18.1", f => Widget(f, null, (w, e) => { w["TU"] = null; e["Alt"] = null; })),
        ["tab order gone"] = ("7.18.3", f => FirstPage(f)["Tabs"] = null),
        ["form element is a link again"] = ("7.18.4", f => Widget(f, "Tx", (_, e) => e["S"] = new PdfName("Link"))),
        ["StructParent gone"] = ("7.18.4", f => Widget(f, "Tx", (w, _) => w["StructParent"] = null)),
        ["entry of the parent tree gone"] = ("7.18.4", f => Widget(f, "Tx", (w, _) => RemoveParent(f, ((PdfNumber)w["StructParent"]!).Text))),
        ["form element holds its field twice"] = ("7.18.4", f => Widget(f, "Tx", (_, e) => ((PdfArray)e["K"]!).Items.Add(((PdfArray)e["K"]!).Items[0]))),
        ["form element holds nothing"] = ("7.18.4", f => Widget(f, "Tx", (_, e) => e["K"] = null)),
        ["language gone"] = ("7.2", f => f.Catalog["Lang"] = null),
        ["language with an underscore"] = ("7.2", f => f.Catalog["Lang"] = PdfString.Of("en_GB")),
        ["language empty"] = ("7.2", f => f.Catalog["Lang"] = PdfString.Of("")),
        ["title not shown"] = ("7.1", f => f.Dictionary(f.Catalog["ViewerPreferences"])["DisplayDocTitle"] = new PdfBoolean(false)),
        ["not marked"] = ("6.2", f => f.Dictionary(f.Catalog["MarkInfo"])["Marked"] = new PdfBoolean(false)),
        ["suspects"] = ("7.1", f => f.Dictionary(f.Catalog["MarkInfo"])["Suspects"] = new PdfBoolean(true)),
        ["title missing"] = ("7.1", f => Xmp(f, x => Cut(x, "<dc:title>", "</dc:title>"))),
        ["title as plain text"] = ("7.1", f => Xmp(f, x => Cut(x, "<dc:title>", "</dc:title>").Replace("<dc:format>", "<dc:title>Looking</dc:title><dc:format>", StringComparison.Ordinal))),
        ["title with another prefix"] = ("7.1", f => Xmp(f, x => x.Replace("dc:", "dublin:", StringComparison.Ordinal).Replace("xmlns:dc=", "xmlns:dublin=", StringComparison.Ordinal))),
        ["claim missing"] = ("5", f => Xmp(f, x => Cut(x, "<pdfuaid:part>", "</pdfuaid:part>"))),
        ["claim with another prefix"] = ("5", f => Xmp(f, x => x.Replace("pdfuaid", "ua", StringComparison.Ordinal))),
        ["first heading is H2"] = ("7.4.2", f => Element(f, "H1", e => e["S"] = new PdfName("H2"))),
        ["a level is skipped"] = ("7.4.2", f => Element(f, "H3", e => e["S"] = new PdfName("H4"))),
        ["H among H1 to H6"] = ("7.4.4", f => Element(f, "H3", e => e["S"] = new PdfName("H"))),
        ["role map gone"] = ("7.1", f => { Element(f, "P", e => e["S"] = new PdfName("Absatz")); Root(f)["RoleMap"] = null; }
        ),
        ["role map gives P another meaning"] = ("7.1", f => Root(f)["RoleMap"] = new PdfDictionary { ["P"] = new PdfName("Div") }),
        ["role map goes in a circle"] = ("7.1", f =>
        {
            Element(f, "P", e => e["S"] = new PdfName("Eins"));
            Root(f)["RoleMap"] = new PdfDictionary { ["Eins"] = new PdfName("Zwei"), ["Zwei"] = new PdfName("Eins") };
        }
        ),
        ["parent of an element gone"] = ("7.1", f => Element(f, "P", e => e["P"] = null)),
        ["scope and headers gone"] = ("7.5", f => { NoAttribute(f, "TH", "Scope"); NoAttribute(f, "TD", "Headers"); }
        ),
        ["description of a link gone"] = ("7.18.5", f => Annotation(f, "Link", a => a["Contents"] = null)),
        ["link element is a span"] = ("7.18.5", f => Element(f, "Link", e => e["S"] = new PdfName("Span"))),
        ["page has no place in the parent tree"] = ("7.1", f => FirstPage(f)["StructParents"] = null),
        ["page is one artifact"] = ("7.1", f => Content(f, c => $"/Artifact BMC\n{c}\nEMC\n")),
        ["artifact inside something tagged"] = ("7.1", f => Content(f, c => After(c, "BT\n", "/Artifact BMC 0 0 m 1 1 l S EMC\n"))),
        ["untagged rectangle"] = ("7.1", f => Content(f, c => c + "\n0 0 5 5 re f\n")),
        ["untagged space"] = ("7.1", f => Content(f, c => c + "\nBT /f0 10 Tf <0003> Tj ET\n")),
        ["list item holds a paragraph"] = ("7.2", f => Element(f, "LBody", e => e["S"] = new PdfName("P"))),
        ["cell of a table missing"] = ("7.2", f => Element(f, "TR", e => ((PdfArray)e["K"]!).Items.RemoveAt(0), skip: 1)),
        ["alternative text missing"] = ("7.3", f => Element(f, "BlockQuote", e => e["S"] = new PdfName("Figure"))),
        ["alternative text empty"] = ("7.3", f => Element(f, "BlockQuote", e => { e["S"] = new PdfName("Figure"); e["Alt"] = PdfString.Of(""); })),
        ["note without an ID"] = ("7.9", f => Element(f, "Note", e => e["ID"] = null)),
        ["font of an appearance not embedded"] = ("7.21.4.1", f => Appearance(f, new PdfDictionary
        {
            ["Type"] = new PdfName("Font"),
            ["Subtype"] = new PdfName("Type1"),
            ["BaseFont"] = new PdfName("Helvetica"),
        })),
        ["missing letter shown"] = ("7.21.8", f => Content(f, c => After(c, "BT\n", "/f0 10 Tf <0000> Tj\n"))),
        ["optional content"] = ("7.10", f => f.Catalog["OCProperties"] = new PdfDictionary { ["D"] = new PdfDictionary() }),
    };

    /// <summary>Changes that a validator accepts.</summary>
    public static Dictionary<string, Action<PdfFile>> Harmless { get; } = new()
    {
        ["only the alternative text is left"] = f => Widget(f, "Tx", (w, _) => w["TU"] = null),
        ["only the label is left"] = f => Widget(f, "Tx", (_, e) => e["Alt"] = null),
        ["only scopes are left"] = f => NoAttribute(f, "TD", "Headers"),
        ["only headers are left"] = f => NoAttribute(f, "TH", "Scope"),
        ["tree of IDs gone"] = f => Root(f)["IDTree"] = null,
        ["a second H1"] = f => Element(f, "H2", e => e["S"] = new PdfName("H1")),
        ["list item without a label"] = f => Element(f, "LI", e => LabelIntoBody(f, e)),
        ["bookmarks gone"] = f => f.Catalog["Outlines"] = null,
        ["title gone from Info"] = f => f.Dictionary(f.Trailer["Info"])["Title"] = null,
    };

    private static PdfDictionary Root(PdfFile file) => file.Dictionary(file.Catalog["StructTreeRoot"]);

    private static PdfDictionary FirstPage(PdfFile file) => file.Dictionary(file.Pages()[0]);

    private static IEnumerable<PdfDictionary> Elements(PdfFile file, string type) =>
        file.Objects.Values.OfType<PdfDictionary>().Where(d => d.Is("S", type) && d["P"] is not null);

    private static void Element(PdfFile file, string type, Action<PdfDictionary> change, int skip = 0) =>
        change(Elements(file, type).Skip(skip).First());

    private static void Annotation(PdfFile file, string subtype, Action<PdfDictionary> change) =>
        change(file.Objects.Values.OfType<PdfDictionary>().First(d => d.Is("Subtype", subtype) && d["Rect"] is not null));

    /// <summary>Changes the first widget with this type of field; null takes one whose type stands on its parent.</summary>
    private static void Widget(PdfFile file, string? type, Action<PdfDictionary, PdfDictionary> change)
    {
        var (number, widget) = file.Objects.First(o => o.Value is PdfDictionary d && d.Is("Subtype", "Widget")
            && (type is null ? d["FT"] is null : d.Is("FT", type)));
        var owner = Elements(file, "Form").Single(e => file.List(e["K"]).Select(file.Resolve).OfType<PdfDictionary>().Any(k => k["Obj"] is PdfReference r && r.Number == number));
        change((PdfDictionary)widget, owner);
    }

    private static void RemoveParent(PdfFile file, string key)
    {
        var numbers = ((PdfArray)file.Resolve(file.Dictionary(Root(file)["ParentTree"])["Nums"])!).Items;
        var at = Enumerable.Range(0, numbers.Count / 2).First(i => numbers[2 * i] is PdfNumber n && n.Text == key);
        numbers.RemoveRange(2 * at, 2);
    }

    private static void LabelIntoBody(PdfFile file, PdfDictionary item)
    {
        var kids = ((PdfArray)item["K"]!).Items;
        var label = file.Dictionary(kids[0]);
        label["S"] = new PdfName("Span");
        label["P"] = kids[1];
        ((PdfArray)file.Dictionary(kids[1])["K"]!).Items.Insert(0, kids[0]);
        kids.RemoveAt(0);
    }

    private static void NoAttribute(PdfFile file, string type, string name)
    {
        foreach (var attribute in Elements(file, type).SelectMany(e => file.List(e["A"])).Select(file.Resolve).OfType<PdfDictionary>())
        {
            attribute[name] = null;
        }
    }

    private static void Content(PdfFile file, Func<string, string> change)
    {
        var stream = file.Dictionary(FirstPage(file)["Contents"]);
        stream.Data = Encoding.Latin1.GetBytes(change(Encoding.Latin1.GetString(PdfFile.Inflate(stream))));
        stream["Filter"] = null;
    }

    private static void Xmp(PdfFile file, Func<string, string> change)
    {
        var stream = file.Dictionary(file.Catalog["Metadata"]);
        stream.Data = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(PdfFile.Inflate(stream))));
        stream["Filter"] = null;
    }

    private static void Appearance(PdfFile file, PdfDictionary font) => Widget(file, "Tx", (widget, _) =>
    {
        var drawing = file.Dictionary(file.Dictionary(widget["AP"])["N"]);
        drawing["Resources"] = new PdfDictionary { ["Font"] = new PdfDictionary { ["F"] = font } };
        drawing.Data = "/Tx BMC BT /F 10 Tf (Yes) Tj ET EMC"u8.ToArray();
    });

    private static string Cut(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = text.IndexOf(to, StringComparison.Ordinal) + to.Length;
        return text[..start] + text[end..];
    }

    private static string After(string text, string what, string added)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal) + what.Length;
        return text[..at] + added + text[at..];
    }
}
