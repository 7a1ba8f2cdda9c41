using System.Buffers;
using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Checking;

/// <summary>
/// How many years of school a page asks for, a hint and never a verdict. Of English the Flesch-Kincaid grade (0.39 words per sentence
/// + 11.8 syllables per word - 15.59), with syllables counted by groups of vowels. Of Spanish Crawford's measure (1989), which was made
/// for it: 0.049 syllables per 100 words - 0.205 sentences per 100 words - 3.407. Of other languages none.
/// </summary>
public static partial class ReadingGrade
{
    private const int FewestWords = 100;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");
    private static readonly SearchValues<char> BeforeE = SearchValues.Create("aeiouylAEIOUYL");
    private static readonly SearchValues<char> BeforeEd = SearchValues.Create("aeiouydtAEIOUYDT");

    /// <summary>The grade above which a page in a language gets a warning.</summary>
    public static double Highest(string language) => IsSpanish(language) ? 8 : 10;

    /// <summary>Whether a language is measured as Spanish.</summary>
    public static bool IsSpanish(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Split('-')[0].Equals("es", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The grade of a page's prose; null where there is too little to tell, or no measure for its language.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">Its tag.</param>
    public static double? Of(Page page, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(page);
        return Of(BlockText.All(page.Blocks).SelectMany(b => b.Texts).Select(InlineText.Plain), language);
    }

    /// <summary>The grade of some passages; each ends a sentence. Null where there is too little to tell, or no measure.</summary>
    /// <param name="passages">The passages.</param>
    /// <param name="language">Tag of their language.</param>
    public static double? Of(IEnumerable<string> passages, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(language);
        var spanish = IsSpanish(language);
        if (!spanish && !language.Split('-')[0].Equals("en", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (sentences, words, syllables) = (0, 0, 0);
        foreach (var passage in passages)
        {
            foreach (var part in SentenceEnd().EnumerateSplits(passage))
            {
                var sentence = passage.AsSpan(part);
                var before = words;
                foreach (var word in Word().EnumerateMatches(sentence))
                {
                    words++;
                    var written = sentence.Slice(word.Index, word.Length);
                    syllables += spanish ? SpanishSyllables.In(written) : Syllables(written);
                }

                sentences += words > before ? 1 : 0;
            }
        }

        return words < FewestWords ? null
            : spanish ? (4.9 * syllables / words) - (20.5 * sentences / words) - 3.407
            : (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;
    }

    private static int Syllables(ReadOnlySpan<char> word)
    {
        var (groups, inGroup) = (0, false);
        foreach (var letter in word)
        {
            var vowel = Vowels.Contains(letter);
            groups += vowel && !inGroup ? 1 : 0;
            inGroup = vowel;
        }

        return Math.Max(1, EndsInSilentE(word) ? groups - 1 : groups);
    }

    /// <summary>As in "place", "closed"; not in "free", "table", "wanted".</summary>
    private static bool EndsInSilentE(ReadOnlySpan<char> word) =>
        (word.Length > 1 && word[^1] is 'e' or 'E' && !BeforeE.Contains(word[^2]))
        || (word.Length > 2 && word[^1] is 'd' or 'D' && word[^2] is 'e' or 'E' && !BeforeEd.Contains(word[^3]));

    [GeneratedRegex(@"[.!?:;]+(?:\s+|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}][\p{L}’']*")]
    private static partial Regex Word();
}
