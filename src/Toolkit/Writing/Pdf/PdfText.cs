using System.Text;

namespace Toolkit.Writing.Pdf;

/// <summary>Text as a PDF can hold it.</summary>
internal static class PdfText
{
    /// <summary>White space of every kind as single spaces; control characters and marks of byte order dropped.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' or 0x2028 or 0x2029)
            {
                if (clean.Length == 0 || clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFEFF or 0xFFFD or 0xFFFE or 0xFFFF))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>As <see cref="Clean"/>, with line breaks kept and tabs as four spaces: for text shown as it is typed.</summary>
    public static string CleanLines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => Clean(line.Replace("\t", "    ", StringComparison.Ordinal))));
}
