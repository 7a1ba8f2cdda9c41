using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>
/// The machine rules of PDF/UA-1 that our files can break, as findings that start with the number of the rule in
/// ISO 14289-1, such as <c>7.18.1</c>. Reads files with classic cross-reference tables and appended revisions: blank ones,
/// and those that the browser filled in.
/// </summary>
public static partial class PdfUaChecker
{
    /// <summary>Everything that is wrong with a file; nothing where it conforms.</summary>
    public static IReadOnlyList<string> Check(byte[] bytes)
    {
        PdfFile file;
        try
        {
            file = PdfFile.Read(bytes);
        }
        catch (FormatException e)
        {
            return [$"6.1 The file cannot be read: {e.Message}"];
        }

        return Check(file);
    }

    /// <summary>As above, for objects that were read already.</summary>
    public static IReadOnlyList<string> Check(PdfFile file)
    {
        var findings = new List<string>();
        try
        {
            Catalog(file, findings);
            Metadata(file, findings);
            if (file.Resolve(file.Catalog["StructTreeRoot"]) is PdfDictionary)
            {
                var structure = PdfUaStructure.Read(file, findings);
                structure.Check();
                new PdfUaContent(file, structure, findings).Check();
                new PdfUaAnnotations(file, structure, findings).Check();
            }
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or NullReferenceException or KeyNotFoundException)
        {
            findings.Add($"6.1 The objects make no sense: {e.Message}");
        }

        return [.. findings.Distinct()];
    }

    private static void Catalog(PdfFile file, List<string> findings)
    {
        var catalog = file.Catalog;
        if (file.Version is not ("1.4" or "1.5" or "1.6" or "1.7"))
        {
            findings.Add($"6.1 The header says version {file.Version}.");
        }

        var mark = file.Resolve(catalog["MarkInfo"]) as PdfDictionary;
        if (mark?["Marked"] is not PdfBoolean { Value: true })
        {
            findings.Add("6.2 The catalog does not say that the file is marked.");
        }

        if (mark?["Suspects"] is PdfBoolean { Value: true })
        {
            findings.Add("7.1 The marking is said to be doubtful.");
        }

        if (catalog["Lang"] is not PdfString language || !Language().IsMatch(language.Text))
        {
            findings.Add("7.2 The catalog has no valid language.");
        }

        if ((file.Resolve(catalog["ViewerPreferences"]) as PdfDictionary)?["DisplayDocTitle"] is not PdfBoolean { Value: true })
        {
            findings.Add("7.1 Viewers are not told to show the title.");
        }

        if (file.Resolve(catalog["StructTreeRoot"]) is not PdfDictionary)
        {
            findings.Add("7.1 There is no structure.");
        }

        if (catalog["OCProperties"] is not null)
        {
            findings.Add("7.10 There is optional content.");
        }

        if (file.Trailer["Encrypt"] is not null)
        {
            findings.Add("7.16 The file is encrypted.");
        }

        if ((file.Resolve(catalog["Names"]) as PdfDictionary)?["EmbeddedFiles"] is not null)
        {
            findings.Add("7.11 There are embedded files.");
        }

        if ((file.Resolve(catalog["AcroForm"]) as PdfDictionary)?["XFA"] is not null)
        {
            findings.Add("7.15 There is an XFA form.");
        }
    }

    private static void Metadata(PdfFile file, List<string> findings)
    {
        if (file.Resolve(file.Catalog["Metadata"]) is not PdfDictionary stream || !stream.Is("Type", "Metadata") || !stream.Is("Subtype", "XML"))
        {
            findings.Add("7.1 There is no metadata stream.");
            return;
        }

        XDocument xmp;
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(PdfFile.Inflate(stream)),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            xmp = XDocument.Load(reader);
        }
        catch (XmlException)
        {
            findings.Add("7.1 The metadata are no XML.");
            return;
        }

        XNamespace ua = "http://www.aiim.org/pdfua/ns/id/";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        var part = xmp.Descendants(ua + "part").Select(e => (XObject)e)
            .Concat(xmp.Descendants().SelectMany(e => e.Attributes(ua + "part")))
            .FirstOrDefault();
        var value = part switch { XElement e => e.Value, XAttribute a => a.Value, _ => "" };
        if (value != "1")
        {
            findings.Add("5 The metadata do not claim PDF/UA-1.");
        }
        else if (((part as XElement) ?? part!.Parent!).GetPrefixOfNamespace(ua) != "pdfuaid")
        {
            findings.Add("5 The claim of PDF/UA-1 has another prefix than pdfuaid.");
        }

        var title = xmp.Descendants(dc + "title").FirstOrDefault();
        var text = title?.Element(rdf + "Alt")?.Elements(rdf + "li").FirstOrDefault(li => (string?)li.Attribute(XNamespace.Xml + "lang") == "x-default");
        if (text is null || title!.GetPrefixOfNamespace(dc) != "dc" || string.IsNullOrWhiteSpace(text.Value))
        {
            findings.Add("7.1 The metadata have no title.");
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Language();
}
