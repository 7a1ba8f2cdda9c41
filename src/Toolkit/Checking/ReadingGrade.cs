using System.Buffers;
using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Checking;

/// <summary>
/// How many years of school a page asks for: the Flesch-Kincaid grade (0.39 words per sentence + 11.8 syllables per word
/// - 15.59), with syllables counted by groups of vowels. English only, and a hint, never a verdict.
/// </summary>
public static partial class ReadingGrade
{
    private const int FewestWords = 100;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");
    private static readonly SearchValues<char> BeforeE = SearchValues.Create("aeiouylAEIOUYL");
    private static readonly SearchValues<char> BeforeEd = SearchValues.Create("aeiouydtAEIOUYDT");

    /// <summary>The grade of a page's prose; null where there is too little to tell.</summary>
    public static double? Of(Page page) =>
        Of(BlockText.All(page.Blocks).SelectMany(b => b.Texts).Select(InlineText.Plain));

    /// <summary>The grade of some passages; each ends a sentence. Null where there is too little to tell.</summary>
    public static double? Of(IEnumerable<string> passages)
    {
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
                    syllables += Syllables(sentence.Slice(word.Index, word.Length));
                }

                sentences += words > before ? 1 : 0;
            }
        }

        return words < FewestWords ? null : (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;
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
