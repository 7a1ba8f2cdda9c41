using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Toolkit.Tests.Support;

/// <summary>
/// HTML as people compare it: blocks on lines of their own, indented by depth, running text in one line, space that
/// a browser would not show left out. Attributes stay as written.
/// </summary>
public static partial class HtmlOutline
{
    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "br", "cite", "code", "dfn", "em", "i", "img", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"];

    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    /// <summary>What stands inside an element.</summary>
    public static string Of(IElement element)
    {
        var text = new StringBuilder();
        Children(element, 0, text);
        return text.ToString();
    }

    private static void Children(INode parent, int depth, StringBuilder text)
    {
        var line = new StringBuilder();
        foreach (var child in parent is AngleSharp.Html.Dom.IHtmlTemplateElement template ? template.Content.ChildNodes : parent.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    line.Append(Space().Replace(Escape(words.Data), " "));
                    break;
                case IElement element when Inline.Contains(element.LocalName) && element.Children.All(c => Inline.Contains(c.LocalName)):
                    line.Append(Space().Replace(element.OuterHtml, " "));
                    break;
                case IElement element:
                    Flush(line, depth, text);
                    Block(element, depth, text);
                    break;
            }
        }

        Flush(line, depth, text);
    }

    private static void Block(IElement element, int depth, StringBuilder text)
    {
        var open = Open(element);
        text.Append(' ', depth * 2).Append(open);
        if (Void.Contains(element.LocalName))
        {
            text.Append('\n');
            return;
        }

        var inside = new StringBuilder();
        Children(element, depth + 1, inside);
        var content = inside.ToString();
        if (content.Length == 0)
        {
            text.Append($"</{element.LocalName}>\n");
        }
        else if (content.IndexOf('\n', StringComparison.Ordinal) == content.Length - 1 && element.Children.All(c => Inline.Contains(c.LocalName)))
        {
            text.Append(content.Trim()).Append($"</{element.LocalName}>\n");
        }
        else
        {
            text.Append('\n').Append(content).Append(' ', depth * 2).Append($"</{element.LocalName}>\n");
        }
    }

    private static string Open(IElement element) =>
        $"<{element.LocalName}{string.Concat(element.Attributes.Select(a => a.Value.Length == 0 ? $" {a.Name}" : $" {a.Name}=\"{Escape(a.Value).Replace("\"", "&quot;", StringComparison.Ordinal)}\""))}>";

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static void Flush(StringBuilder line, int depth, StringBuilder text)
    {
        var words = line.ToString().Trim();
        if (words.Length > 0)
        {
            text.Append(' ', depth * 2).Append(words).Append('\n');
        }

        line.Clear();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
