using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Toolkit.Tests.Docx;

/// <summary>
/// What a Word file says, as lines of text to approve: paragraphs with their style, lists, tables, notes, fields. Reads
/// the XML itself, not through the library that wrote it.
/// </summary>
public sealed class DocxOutline
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    internal static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private readonly StringBuilder _lines = new();
    private readonly Dictionary<string, string> _addresses;
    private readonly Dictionary<(string List, int Level), int> _counts = [];

    private DocxOutline(IReadOnlyDictionary<string, XDocument> parts)
    {
        _addresses = parts.TryGetValue("word/_rels/document.xml.rels", out var rels)
            ? rels.Root!.Elements().ToDictionary(e => (string)e.Attribute("Id")!, e => (string)e.Attribute("Target")!)
            : [];
        var core = parts["docProps/core.xml"].Root!;
        Line(0, $"title: {core.Element(Dc + "title")?.Value}");
        Line(0, $"language: {core.Element(Dc + "language")?.Value}, of the text {Language(parts["word/styles.xml"])}");
        Line(0, $"properties: {string.Join(", ", parts["docProps/custom.xml"].Root!.Elements().Select(p => (string?)p.Attribute("name")))}");
        Blocks(parts["word/document.xml"].Root!.Element(W + "body")!, 0);
        foreach (var note in parts["word/footnotes.xml"].Root!.Elements(W + "footnote").Where(n => n.Attribute(W + "type") is null))
        {
            Line(0, $"[^{(string)note.Attribute(W + "id")!}]: {string.Concat(note.Elements(W + "p").Select(Words)).Trim()}");
        }

        foreach (var (name, part) in parts.Where(p => p.Key.StartsWith("word/header", StringComparison.Ordinal) || p.Key.StartsWith("word/footer", StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Line(0, $"{Path.GetFileNameWithoutExtension(name)}: {string.Concat(part.Root!.Elements(W + "p").Select(Words))}");
        }
    }

    /// <summary>The outline of a file.</summary>
    public static string Of(byte[] docx) => new DocxOutline(Parts(docx))._lines.ToString();

    /// <summary>The XML parts of a file by name.</summary>
    public static IReadOnlyDictionary<string, XDocument> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip.Entries
            .Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) || e.FullName.EndsWith(".rels", StringComparison.Ordinal))
            .ToDictionary(e => e.FullName, e =>
            {
                using var stream = e.Open();
                return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
            });
    }

    private static string? Language(XDocument styles) =>
        (string?)styles.Descendants(W + "rPrDefault").Descendants(W + "lang").First().Attribute(W + "val");

    private static string? Value(XElement? parent, string name) => (string?)parent?.Element(W + name)?.Attribute(W + "val");

    private void Line(int depth, string text) => _lines.Append(' ', depth * 2).Append(text.TrimEnd()).Append('\n');

    private void Blocks(XElement parent, int depth)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == W + "p")
            {
                Paragraph(element, depth);
            }
            else if (element.Name == W + "tbl")
            {
                Table(element, depth);
            }
            else if (element.Name == W + "sectPr")
            {
                Section(element, depth);
            }
        }
    }

    private void Section(XElement section, int depth)
    {
        var size = section.Element(W + "pgSz")!;
        Line(depth, $"=== section of {(string?)size.Attribute(W + "w")} x {(string?)size.Attribute(W + "h")}");
    }

    private void Paragraph(XElement paragraph, int depth)
    {
        var properties = paragraph.Element(W + "pPr");
        var style = Value(properties, "pStyle") ?? "?";
        var newPage = properties?.Element(W + "pageBreakBefore") is null ? "" : "(new page) ";
        var text = Words(paragraph);
        if (style != "Gap" || text.Length > 0)
        {
            Line(depth, $"{newPage}{style}: {Number(properties)}{text}");
        }

        foreach (var control in paragraph.Descendants(W + "sdt"))
        {
            Line(depth + 1, "field " + Field(control));
        }

        if (properties?.Element(W + "sectPr") is { } section)
        {
            Section(section, depth);
        }
    }

    private string Number(XElement? properties)
    {
        if (properties?.Element(W + "numPr") is not { } numbering)
        {
            return "";
        }

        var (list, level) = (Value(numbering, "numId")!, int.Parse(Value(numbering, "ilvl")!, CultureInfo.InvariantCulture));
        if (list == "1")
        {
            return new string(' ', level * 2) + "- ";
        }

        _counts[(list, level)] = _counts.GetValueOrDefault((list, level)) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{new string(' ', level * 2)}{_counts[(list, level)]}. (list {list}) ");
    }

    private void Table(XElement table, int depth)
    {
        var properties = table.Element(W + "tblPr");
        Line(depth, $"table \"{Value(properties, "tblCaption")}\"");
        foreach (var element in table.Elements())
        {
            if (element.Name == W + "tr")
            {
                Row(element, depth + 1);
            }
            else if (element.Name == W + "sdt")
            {
                Repeating(element, depth + 1);
            }
        }
    }

    private void Repeating(XElement section, int depth)
    {
        var properties = section.Element(W + "sdtPr")!;
        var kind = properties.Element(W15 + "repeatingSection") is null ? "unknown" : "repeating";
        Line(depth, $"{kind} rows {Value(properties, "tag")} \"{Value(properties, "alias")}\"");
        foreach (var item in section.Element(W + "sdtContent")!.Elements(W + "sdt"))
        {
            Assert.NotNull(item.Element(W + "sdtPr")!.Element(W15 + "repeatingSectionItem"));
            Row(Assert.Single(item.Element(W + "sdtContent")!.Elements(W + "tr")), depth + 1);
        }
    }

    private void Row(XElement row, int depth)
    {
        Line(depth, row.Element(W + "trPr")?.Element(W + "tblHeader") is null ? "row" : "header row");
        foreach (var cell in row.Elements(W + "tc"))
        {
            Line(depth + 1, "cell" + (cell.Descendants(W + "vMerge").Any(m => (string?)m.Attribute(W + "val") != "restart") ? " (merged with the one above)" : ""));
            Blocks(cell, depth + 2);
        }
    }

    /// <summary>The text of a paragraph: notes as <c>[^1]</c>, links with where they lead, fields as their placeholder.</summary>
    private string Words(XElement element) => string.Concat(element.Elements().Select(child => child.Name.LocalName switch
    {
        "t" => child.Value,
        "tab" => "\t",
        "noBreakHyphen" => "\u2011",
        "br" => "\n",
        "footnoteReference" => $"[^{(string?)child.Attribute(W + "id")}]",
        "hyperlink" => $"[{Words(child)}]({Target(child)})",
        "drawing" => $"(picture: {(string?)child.Descendants().First(d => d.Name.LocalName == "docPr").Attribute("descr")})",
        "instrText" => $"{{{child.Value.Trim()}}}",
        "pPr" or "rPr" or "sdtPr" => "",
        _ => Words(child),
    }));

    private string Target(XElement link) =>
        (string?)link.Attribute(W + "anchor") is { } anchor ? "#" + anchor : _addresses.GetValueOrDefault((string?)link.Attribute(R + "id") ?? "", "?");

    private string Field(XElement control)
    {
        var properties = control.Element(W + "sdtPr")!;
        var bookmark = control.ElementsBeforeSelf().LastOrDefault(e => e.Name == W + "bookmarkStart");
        return string.Join(
            " | ",
            new[]
            {
                Kind(properties),
                Value(properties, "tag"),
                Value(properties, "alias"),
                (string?)bookmark?.Attribute(W + "name"),
                string.Join(", ", properties.Descendants(W + "listItem").Select(i => $"{(string?)i.Attribute(W + "value")}={(string?)i.Attribute(W + "displayText")}")),
                Words(control.Element(W + "sdtContent")!),
            }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Kind(XElement properties) =>
        properties.Element(W14 + "checkbox") is not null ? "check"
        : properties.Element(W + "dropDownList") is not null ? "choice"
        : properties.Element(W + "date") is not null ? "date"
        : properties.Element(W + "text") is not null ? "plain text"
        : "text";
}
