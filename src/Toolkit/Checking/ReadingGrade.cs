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

    /// <summary>The grade of a page's prose; null where there is too little to tell.</summary>
    public static double? Of(Page page) =>
        Of(BlockText.All(page.Blocks).SelectMany(b => b.Texts).Select(InlineText.Plain));

    /// <summary>The grade of some passages; each ends a sentence. Null where there is too little to tell.</summary>
    public static double? Of(IEnumerable<string> passages)
    {
        var (sentences, words, syllables) = (0, 0, 0);
        foreach (var sentence in passages.SelectMany(p => SentenceEnd().Split(p)))
        {
            var found = Word().Matches(sentence);
            if (found.Count == 0)
            {
                continue;
            }

            sentences++;
            words += found.Count;
            syllables += found.Sum(w => Syllables(w.Value));
        }

        return words < FewestWords ? null : (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;
    }

    private static int Syllables(string word)
    {
        var groups = Vowels().Count(word);
        return Math.Max(1, SilentE().IsMatch(word) ? groups - 1 : groups);
    }

    [GeneratedRegex(@"[.!?:;]+(?:\s+|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}][\p{L}’']*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();

    [GeneratedRegex("[^aeiouyl]e$|[^aeiouydt]ed$", RegexOptions.IgnoreCase)]
    private static partial Regex SilentE();
}
