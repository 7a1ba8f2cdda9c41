using System.Text;

namespace Toolkit.Writing.Html;

/// <summary>Text made safe for element content and for attributes in double quotes.</summary>
internal static class HtmlText
{
    /// <summary>Escapes the four characters that mean something there; all others stay readable.</summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny("&<>\"") < 0
        ? text
        : new StringBuilder(text, text.Length + 16)
            .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
}
