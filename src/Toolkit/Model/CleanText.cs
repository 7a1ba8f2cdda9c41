using System.Text;

namespace Toolkit.Model;

/// <summary>
/// What text is: decided once, for what authors write as for what people answer. The same rule stands in
/// <c>theme/scripts/workbook/text.ts</c>; both are tested against <c>tests/clean-texts.txt</c>.
/// </summary>
public static class CleanText
{
    /// <summary>
    /// A text of several lines. Line breaks of all kinds become <c>\n</c>, a tab becomes a space, halves of characters
    /// become U+FFFD; control characters and what is no character go, and so does what nobody sees where it stands before
    /// all else. Marks of direction stay, and joiners: they change how Arabic and Hebrew read, and what an emoji is.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var previous = '\0';
        foreach (var rune in text.EnumerateRunes())
        {
            // Of a line break of two characters the second says nothing new.
            if (rune.Value != '\n' || previous != '\r')
            {
                Append(clean, rune);
            }

            previous = rune.IsBmp ? (char)rune.Value : '\0';
        }

        return clean.ToString();
    }

    /// <summary>A text of one line: line breaks that follow each other become one space.</summary>
    public static string OneLine(string text)
    {
        text = Of(text);
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n')
            {
                line.Append(text[i]);
            }
            else if (i == 0 || text[i - 1] != '\n')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    /// <summary>Whether a character ends a line, in some program or other.</summary>
    public static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029;

    /// <summary>Whether nothing is lost without a character: a control character that is no space, a byte-order mark, or no character at all.</summary>
    public static bool IsNoText(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value != '\t' && !IsLineBreak(rune)) || rune.Value == 0xFEFF
        || rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;

    /// <summary>Whether a character is drawn as nothing, a space aside: Unicode's list of what programs that do not know it ignore.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value is 0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5
        or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164
        or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0x1BCA0 and <= 0x1BCA3)
        or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Whether a character says in which direction letters run.</summary>
    public static bool IsDirection(Rune rune) => rune.Value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (IsLineBreak(rune))
        {
            clean.Append('\n');
        }
        else if (rune.Value == '\t')
        {
            clean.Append(' ');
        }
        else if (!IsNoText(rune) && (clean.Length > 0 || !IsInvisible(rune) || IsDirection(rune) || rune.Value is 0x200C or 0x200D))
        {
            clean.Append(rune.ToString());
        }
    }
}
