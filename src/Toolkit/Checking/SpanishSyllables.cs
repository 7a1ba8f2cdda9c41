namespace Toolkit.Checking;

/// <summary>
/// Syllables of Spanish words, which their writing tells: a, e and o open one each; i and u lean on a vowel beside them, unless an accent
/// says that they do not. An h between vowels parts nothing; the u of que, qui, gue and gui is not heard.
/// </summary>
internal static class SpanishSyllables
{
    /// <summary>How many a word has.</summary>
    public static int In(ReadOnlySpan<char> word)
    {
        var all = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (KindAt(word, i) == Kind.None)
            {
                continue;
            }

            // The vowels that follow each other from here.
            var (strong, parted) = (0, 0);
            for (; i < word.Length && (KindAt(word, i) != Kind.None || IsSilentH(word, i)); i++)
            {
                strong += KindAt(word, i) == Kind.Strong ? 1 : 0;
                parted += KindAt(word, i) == Kind.Accented ? 1 : 0;
            }

            all += strong == 0 ? 1 : strong + parted;
        }

        return Math.Max(1, all);
    }

    private static bool IsSilentH(ReadOnlySpan<char> word, int at) =>
        word[at] is 'h' or 'H' && at > 0 && at + 1 < word.Length && KindAt(word, at - 1) != Kind.None && KindAt(word, at + 1) != Kind.None;

    private static Kind KindAt(ReadOnlySpan<char> word, int at) => char.ToLowerInvariant(word[at]) switch
    {
        'a' or 'e' or 'o' or 'á' or 'é' or 'ó' => Kind.Strong,
        'í' or 'ú' => Kind.Accented,
        'u' when at > 0 && at + 1 < word.Length && IsSilentU(char.ToLowerInvariant(word[at - 1]), char.ToLowerInvariant(word[at + 1])) => Kind.None,
        'i' or 'u' or 'ü' => Kind.Weak,
        // At the end of a word it is a vowel, as in ley; before one a consonant, as in leyes.
        'y' when at + 1 == word.Length => Kind.Weak,
        _ => Kind.None,
    };

    private static bool IsSilentU(char before, char after) => before is 'q' or 'g' && after is 'e' or 'i' or 'é' or 'í';

    private enum Kind
    {
        None,
        Weak,
        Accented,
        Strong,
    }
}
