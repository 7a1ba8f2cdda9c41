using System.Globalization;
using System.Text;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Makes names for addresses from words. Ids of fields are never made this way, only suggested.</summary>
public static class Slug
{
    /// <summary>Latin letters that are not a plain letter with a mark, so that Unicode does not take them apart, and how people write them without.</summary>
    private static readonly Dictionary<char, string> Plain = """
        ß=ss ẞ=ss æ=ae œ=oe ø=o đ=d ð=d þ=th ł=l ı=i ȷ=j ħ=h ŧ=t ŋ=n ĸ=k ſ=s ŉ=n ĳ=ij ŀ=l ƒ=f ǝ=e ə=e ɛ=e ɔ=o ɖ=d ɗ=d ɓ=b ɠ=g ƙ=k ƴ=y ɣ=gh
        ɩ=i ɪ=i ʋ=v ƀ=b ɨ=i ʉ=u ɉ=j ɍ=r ɏ=y ƶ=z ǥ=g ȼ=c ɇ=e ɫ=l ƚ=l ⱥ=a ⱦ=t ǆ=dz ǉ=lj ǌ=nj ǳ=dz ﬁ=fi ﬂ=fl ﬀ=ff ﬃ=ffi ﬄ=ffl ẚ=a ẜ=s ẝ=s ẟ=d
        ª=a º=o
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[0], pair => pair[2..]);

    /// <summary>Small letters, digits and single hyphens; empty where the words hold no Latin letter and no digit.</summary>
    public static string Of(string words)
    {
        var slug = new StringBuilder(words.Length);
        foreach (var c in CanonicalForm.Decompose(words))
        {
            var small = char.ToLowerInvariant(c);
            if (char.IsAsciiLetterOrDigit(small))
            {
                slug.Append(small);
            }
            else if (Plain.TryGetValue(small, out var plain))
            {
                slug.Append(plain);
            }
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && c is not ('\'' or '’' or 'ʼ') && slug.Length > 0 && slug[^1] != '-')
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
