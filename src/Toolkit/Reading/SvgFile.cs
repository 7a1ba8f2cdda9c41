using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>
/// Holds that an SVG is a picture and nothing else. Opened by itself it is a page of the site: it could run scripts where
/// people's answers are kept, and ask other servers for files, which tells them who reads here.
/// </summary>
internal static partial class SvgFile
{
    private const string Advice = "Export the picture anew as plain SVG, or as PNG; most drawing programs offer both.";
    private const string Namespace = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Active = new(
        ["script", "foreignObject", "iframe", "frame", "object", "embed", "audio", "video", "source", "link", "meta", "base", "form", "handler", "listener"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks through a picture; each thing that has no place in it is an error.</summary>
    /// <returns>Whether it names its author or the folder that it was drawn in.</returns>
    public static bool Check(SourceText file, ProblemLog log)
    {
        // Without document types there are no entities: nothing to unfold, nothing to fetch, no attributes that are not seen here.
        using var xml = XmlReader.Create(new StringReader(file.Original), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = true });
        try
        {
            return Read(xml, file, log);
        }
        catch (XmlException problem)
        {
            var isType = problem.Message.Contains("DTD", StringComparison.Ordinal);
            log.Error("TK1028", new SourcePosition(file.Path, Math.Max(1, problem.LineNumber), Math.Max(1, problem.LinePosition)),
                isType ? "This SVG has a document type, which could hide more than it shows." : $"This SVG cannot be read: {Reason(problem)}",
                isType ? "Take out all from <!DOCTYPE to its >; pictures do not need it." : Advice);
            return false;
        }
    }

    private static bool Read(XmlReader xml, SourceText file, ProblemLog log)
    {
        var lines = (IXmlLineInfo)xml;
        void Error(string what, string advice = Advice) =>
            log.Error("TK1028", new SourcePosition(file.Path, Math.Max(1, lines.LineNumber), Math.Max(1, lines.LinePosition)), what, advice);

        // A style may stand in several pieces, with comments between; browsers read it as one.
        var (namesSomebody, element, style) = (false, "", new StringBuilder());
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.XmlDeclaration when Declared().Match(xml.Value) is { Success: true } encoding && !encoding.Groups[1].Value.Equals("utf-8", StringComparison.OrdinalIgnoreCase):
                    Error($"This SVG says that it is written in '{encoding.Groups[1].Value}'.", "Save it in UTF-8.");
                    break;
                case XmlNodeType.ProcessingInstruction when xml.Name.StartsWith("xml-stylesheet", StringComparison.OrdinalIgnoreCase):
                    Error("This SVG asks for a stylesheet of its own.");
                    break;
                case XmlNodeType.Element:
                    element = xml.LocalName;
                    if (xml.Depth == 0 && (element != "svg" || xml.NamespaceURI != Namespace))
                    {
                        Error($"This is no SVG picture: it starts with <{xml.Name}>.");
                        return false;
                    }

                    if (Active.Contains(element) || xml.NamespaceURI == "http://www.w3.org/1999/xhtml")
                    {
                        Error($"This SVG holds <{xml.Name}>, which has no place in a picture.");
                    }

                    for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
                    {
                        if (Fault(element, xml.LocalName, xml.Value) is { } fault)
                        {
                            Error($"This SVG {fault}: {xml.Name}=\"{Short(xml.Value)}\"");
                        }

                        namesSomebody |= xml.LocalName is "export-filename" or "absref";
                    }

                    xml.MoveToElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when element == "style":
                    style.Append(xml.Value);
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "style":
                    if (Style(style.ToString()) is { } wrong)
                    {
                        Error($"This SVG {wrong} in its style.");
                    }

                    style.Clear();
                    element = "";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    namesSomebody |= element == "creator" || element == "Agent";
                    break;
                default:
                    break;
            }
        }

        return namesSomebody;
    }

    private static string? Fault(string element, string name, string value)
    {
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            return "runs a script";
        }

        if (name is "href" or "src" or "base" or "action" or "data" && !Inside().IsMatch(value))
        {
            return "leads elsewhere";
        }

        if (name == "attributeName" && Changed().IsMatch(value) && (element == "set" || element.StartsWith("animate", StringComparison.OrdinalIgnoreCase)))
        {
            return "changes where something leads while it is shown";
        }

        return Style(value);
    }

    /// <summary>What is wrong with a style or an attribute that may hold one; colors and places within the picture are right.</summary>
    private static string? Style(string css) =>
        Script().IsMatch(css) ? "runs a script"
        : Import().IsMatch(css) || Loaded().EnumerateMatches(css).MoveNext() ? "loads something from elsewhere"
        : css.Contains('\\', StringComparison.Ordinal) && css.Contains('(', StringComparison.Ordinal) ? "hides letters behind backslashes"
        : null;

    private static string Short(string value) => value.Length <= 60 ? value : value[..57] + "…";

    private static string Reason(XmlException problem)
    {
        // The place stands before the message already.
        var end = problem.Message.IndexOf(" Line ", StringComparison.Ordinal);
        return end < 0 ? problem.Message : problem.Message[..end];
    }

    [GeneratedRegex("""encoding\s*=\s*["']([^"']+)["']""")]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\s*(#|data:image/(png|jpeg|gif|webp|avif)[;,]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(@"(^|:)\s*(href|on\w*)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    [GeneratedRegex(@"^[\s\x00-\x20]*(j\s*a\s*v\s*a|v\s*b\s*)s\s*c\s*r\s*i\s*p\s*t\s*:|expression\s*\(|-moz-binding", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Script();

    [GeneratedRegex("@import", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Import();

    [GeneratedRegex("""(url|src|image-set|image)\((?!\s*["']?\s*(\#|data:image/(png|jpeg|gif|webp|avif)[;,]))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loaded();
}
