using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Toolkit.Reading;

/// <summary>Whether a document names the person who wrote it, as office programs do by themselves.</summary>
internal static partial class AuthorMarks
{
    private const int MostMetadata = 1_000_000;
    private static readonly string[] Parts = ["docProps/core.xml", "meta.xml"];
    private static readonly string[] Names = ["creator", "lastModifiedBy", "initial-creator", "printed-by"];

    /// <summary>Looks into a Word, Excel, PowerPoint, OpenDocument or PDF file; false where it is none, or cannot be read.</summary>
    public static bool Has(byte[] file) =>
        file is [(byte)'P', (byte)'K', 3, 4, ..] ? HasPackage(file)
        : file.AsSpan().StartsWith("%PDF-"u8) && Author().IsMatch(Encoding.Latin1.GetString(file));

    private static bool HasPackage(byte[] file)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(file));
            return Parts.Select(package.GetEntry).OfType<ZipArchiveEntry>().Any(HasPart);
        }
        catch (Exception problem) when (problem is InvalidDataException or XmlException or NotSupportedException or IOException)
        {
            return false;
        }
    }

    private static bool HasPart(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostMetadata });
        var element = "";
        while (xml.Read())
        {
            element = xml.NodeType == XmlNodeType.Element ? xml.LocalName : element;
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && Names.Contains(element) && !string.IsNullOrWhiteSpace(xml.Value))
            {
                return true;
            }
        }

        return false;
    }

    // Plain ones only: what stands in a packed object is not unpacked for a warning.
    [GeneratedRegex(@"/Author\s*(\(\s*[^)\s]|<\s*[0-9A-Fa-f])|<dc:creator>[\s\S]{0,200}?<rdf:li[^>]*>\s*[^<\s]")]
    private static partial Regex Author();
}
