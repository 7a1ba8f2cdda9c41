using System.Globalization;
using System.Text;
using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>What a PDF holds, as text that people can review: title, bookmarks, headings, form fields.</summary>
internal static class PdfOutline
{
    public static string Of(byte[] bytes)
    {
        var file = PdfFile.Read(bytes);
        var text = new StringBuilder();
        var info = file.Dictionary(file.Trailer["Info"]);
        text.Append(CultureInfo.InvariantCulture, $"title: {(info["Title"] as PdfString)?.Text}\n");
        text.Append(CultureInfo.InvariantCulture, $"language: {(file.Catalog["Lang"] as PdfString)?.Text}\n");
        var first = file.Dictionary(file.Pages()[0]);
        text.Append(CultureInfo.InvariantCulture, $"pages: {file.Pages().Count} of {string.Join(" × ", file.List(first["MediaBox"]).OfType<PdfNumber>().Skip(2).Select(n => n.Text))}\n");
        text.Append("\nbookmarks\n");
        Bookmarks(file, (file.Resolve(file.Catalog["Outlines"]) as PdfDictionary)?["First"], 1, text);
        text.Append("\nfields\n");
        Fields(file, text);
        return text.ToString();
    }

    /// <summary>Fields by full name, in the order of the form.</summary>
    public static IEnumerable<(string Name, PdfDictionary Field)> Terminal(PdfFile file)
    {
        var form = file.Resolve(file.Catalog["AcroForm"]) as PdfDictionary;
        return form is null ? [] : file.List(form["Fields"]).SelectMany(f => Walk("", file.Dictionary(f)));

        IEnumerable<(string, PdfDictionary)> Walk(string prefix, PdfDictionary field)
        {
            var name = prefix + ((PdfString)field["T"]!).Text;
            return field["FT"] is not null
                ? [(name, field)]
                : file.List(field["Kids"]).SelectMany(kid => Walk(name + ".", file.Dictionary(kid)));
        }
    }

    /// <summary>Full names, kinds and options of the fields, without their words.</summary>
    public static string Ids(byte[] bytes)
    {
        var file = PdfFile.Read(bytes);
        return string.Concat(Terminal(file).Select(f =>
        {
            IEnumerable<string> options =
            [
                .. file.List(f.Field["Opt"]).OfType<PdfArray>().Select(o => ((PdfString)o.Items[0]).Text),
                .. file.List(f.Field["Kids"]).Select(kid => On(file, file.Dictionary(kid))),
            ];
            return $"  {f.Name} {Kind(file, f.Field)} {string.Join(" | ", options)}".TrimEnd() + "\n";
        }));
    }

    private static void Bookmarks(PdfFile file, PdfObject? item, int depth, StringBuilder text)
    {
        for (var node = file.Resolve(item) as PdfDictionary; node is not null; node = file.Resolve(node["Next"]) as PdfDictionary)
        {
            text.Append(' ', 2 * depth).Append(CultureInfo.InvariantCulture, $"{(node["Title"] as PdfString)?.Text}\n");
            Bookmarks(file, node["First"], depth + 1, text);
        }
    }

    private static void Fields(PdfFile file, StringBuilder text)
    {
        foreach (var (name, field) in Terminal(file))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {name}\n    {Kind(file, field)} \"{(field["TU"] as PdfString)?.Text}\"\n");
            foreach (var option in file.List(field["Opt"]).OfType<PdfArray>())
            {
                text.Append(CultureInfo.InvariantCulture, $"    - {((PdfString)option.Items[0]).Text}: {((PdfString)option.Items[1]).Text}\n");
            }

            foreach (var kid in file.List(field["Kids"]).Select(file.Dictionary))
            {
                text.Append(CultureInfo.InvariantCulture, $"    - {On(file, kid)}: {(kid["TU"] as PdfString)?.Text}\n");
            }
        }
    }

    private static string Kind(PdfFile file, PdfDictionary field)
    {
        var flags = field["Ff"] is PdfNumber number ? (int)number.Value : 0;
        return ((PdfName)field["FT"]!).Value switch
        {
            "Tx" => (flags & (1 << 12)) != 0 ? "lines" : "line",
            "Ch" => (flags & (1 << 17)) != 0 ? "dropdown" : "list",
            "Btn" => (flags & (1 << 15)) != 0 ? "radio" : $"tick {On(file, field)}",
            var other => other,
        };
    }

    /// <summary>Name of the state in which a button is on.</summary>
    private static string On(PdfFile file, PdfDictionary widget) =>
        file.Dictionary(file.Dictionary(widget["AP"])["N"]).Keys.Single(k => k != "Off");
}
