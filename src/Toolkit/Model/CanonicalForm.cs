using System.Globalization;
using System.Text;

namespace Toolkit.Model;

/// <summary>
/// Takes letters with accents apart and puts them together, as Unicode says (NFD, NFC). <c>é</c> can be written as one
/// character or as two, and both look alike; content is read in one form, so that links, search and ids meet. An own table,
/// because .NET changes nothing in its invariant mode, and otherwise follows whatever ICU a machine has.
/// </summary>
internal static class CanonicalForm
{
    // Syllables of Hangul are computed: see chapter 3.12 of the Unicode Standard.
    private const int FirstSyllable = 0xAC00, FirstLead = 0x1100, FirstVowel = 0x1161, FirstTail = 0x11A7, Leads = 19, Vowels = 21, Tails = 28;

    private static readonly Lazy<Table> Forms = new(Table.Load);

    /// <summary>The text in composed form (NFC).</summary>
    public static string Compose(string text)
    {
        // Nothing below U+0300 ever changes.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
        {
            return text;
        }

        var composed = new List<int>(text.Length);
        // The last letter; and the class of the last mark behind it, which keeps marks of the same class from reaching the letter.
        var (letter, last) = (-1, -1);
        foreach (var rune in Apart(text))
        {
            var rank = Forms.Value.Rank(rune);
            if (letter >= 0 && (last < 0 || last < rank) && Pair(composed[letter], rune) is { } whole)
            {
                composed[letter] = whole;
                continue;
            }

            (letter, last) = rank == 0 ? (composed.Count, -1) : (letter, rank);
            composed.Add(rune);
        }

        return Join(composed);
    }

    /// <summary>The text in decomposed form (NFD): letters, and behind each its marks.</summary>
    public static string Decompose(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u00BF'))
        {
            return text;
        }

        return Join(Apart(text));
    }

    /// <summary>Whether a character may become one with what stands before it, or change its place with it.</summary>
    public static bool MayJoin(Rune rune) =>
        rune.Value >= 0x300 && (Forms.Value.Rank(rune.Value) > 0 || rune.Value is >= FirstVowel and < FirstTail + Tails || Forms.Value.Seconds.Contains(rune.Value));

    private static string Join(List<int> codes)
    {
        var text = new StringBuilder(codes.Count);
        foreach (var code in codes)
        {
            // Half a character stays half a character.
            _ = code is >= 0xD800 and <= 0xDFFF ? text.Append((char)code) : text.Append(new Rune(code).ToString());
        }

        return text.ToString();
    }

    private static List<int> Apart(string text)
    {
        var table = Forms.Value;
        var runes = new List<int>(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            int code = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                code = char.ConvertToUtf32(text[i], text[++i]);
            }

            if (code - FirstSyllable is >= 0 and < Leads * Vowels * Tails and var syllable)
            {
                runes.Add(FirstLead + (syllable / (Vowels * Tails)));
                runes.Add(FirstVowel + (syllable % (Vowels * Tails) / Tails));
                if (syllable % Tails > 0)
                {
                    runes.Add(FirstTail + (syllable % Tails));
                }
            }
            else if (table.Parts.TryGetValue(code, out var parts))
            {
                runes.AddRange(parts);
            }
            else
            {
                runes.Add(code);
            }
        }

        // Marks behind a letter in the order of their classes; those of one class stay as they are.
        for (var from = 0; from < runes.Count; from++)
        {
            var to = from;
            while (to < runes.Count && table.Rank(runes[to]) > 0)
            {
                to++;
            }

            if (to - from > 1)
            {
                var sorted = runes.GetRange(from, to - from).OrderBy(table.Rank).ToList();
                for (var i = from; i < to; i++)
                {
                    runes[i] = sorted[i - from];
                }
            }

            from = Math.Max(from, to);
        }

        return runes;
    }

    private static int? Pair(int first, int second)
    {
        if (first - FirstLead is >= 0 and < Leads and var lead && second - FirstVowel is >= 0 and < Vowels and var vowel)
        {
            return FirstSyllable + (((lead * Vowels) + vowel) * Tails);
        }

        if (first - FirstSyllable is >= 0 and < Leads * Vowels * Tails and var syllable && syllable % Tails == 0 && second - FirstTail is > 0 and < Tails and var tail)
        {
            return first + tail;
        }

        return Forms.Value.Wholes.TryGetValue((first, second), out var whole) ? whole : null;
    }

    private sealed record Table(Dictionary<int, int[]> Parts, Dictionary<(int, int), int> Wholes, Dictionary<int, int> Ranks)
    {
        public HashSet<int> Seconds { get; } = [];

        public int Rank(int rune) => rune < 0x300 ? 0 : Ranks.GetValueOrDefault(rune);

        public static Table Load()
        {
            var table = new Table([], [], []);
            var wholes = new List<int>();
            using var reader = new StreamReader(typeof(CanonicalForm).Assembly.GetManifestResourceStream("canonical-forms.txt")!);
            for (var rank = 0; reader.ReadLine() is { } line;)
            {
                if (line[0] == '+')
                {
                    rank++;
                    foreach (var run in line[1..].Split(' '))
                    {
                        var ends = run.Split("..").Select(Code).ToArray();
                        for (var mark = ends[0]; mark <= ends[^1]; mark++)
                        {
                            table.Ranks[mark] = rank;
                        }
                    }
                }
                else if (line[0] != '#')
                {
                    var codes = line.TrimStart('-').Split(' ').Select(Code).ToArray();
                    table.Parts[codes[0]] = codes[1..];
                    if (line[0] != '-')
                    {
                        wholes.Add(codes[0]);
                    }
                }
            }

            // A letter is made of its last part and of the letter that the parts before it make; that one has fewer parts.
            var letters = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var whole in wholes.OrderBy(w => table.Parts[w].Length))
            {
                var parts = table.Parts[whole];
                letters[string.Join(' ', parts)] = whole;
                table.Seconds.Add(parts[^1]);
                table.Wholes[(parts.Length == 2 ? parts[0] : letters[string.Join(' ', parts[..^1])], parts[^1])] = whole;
            }

            return table;
        }

        private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
