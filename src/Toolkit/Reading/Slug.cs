using System.Globalization;
using System.Text;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Makes names for addresses from words. Ids of fields are never made this way, only suggested.</summary>
public static class Slug
{
    /// <summary>Small letters, digits and single hyphens; empty where no such character is left.</summary>
    public static string Of(string words)
    {
        var slug = new StringBuilder(words.Length);
        foreach (var c in words.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>A segment of a field id to offer to an author.</summary>
    public static string Segment(string words)
    {
        var slug = Of(words).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
        if (slug.Length > FieldId.LongestSegment)
        {
            var cut = slug.LastIndexOf('-', FieldId.LongestSegment);
            slug = cut > 0 ? slug[..cut] : slug[..FieldId.LongestSegment];
        }

        return slug.Length == 0 ? "item" : slug;
    }
}
