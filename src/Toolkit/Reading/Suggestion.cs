namespace Toolkit.Reading;

/// <summary>Finds what an author probably meant.</summary>
internal static class Suggestion
{
    /// <summary>"Did you mean 'x'?" where a known word is near, else a list of what there is.</summary>
    public static string For(string word, IEnumerable<string> known)
    {
        var candidates = known.Distinct().Order(StringComparer.Ordinal).ToList();
        return Nearest(word, candidates) is { } near
            ? $"Did you mean '{near}'?"
            : candidates.Count == 0 ? "There is none yet." : $"There is: {string.Join(", ", candidates.Take(20))}.";
    }

    /// <summary>The known word that differs least, if it differs by no more than a third of its letters (two at least); else null.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Where(k => Math.Abs(k.Length - word.Length) <= Math.Max(2, k.Length / 3))
        .Select(k => (Word: k, Distance: Distance(word.ToLowerInvariant(), k.ToLowerInvariant())))
        .Where(k => k.Distance <= Math.Max(2, k.Word.Length / 3))
        .OrderBy(k => k.Distance).ThenBy(k => k.Word, StringComparer.Ordinal)
        .Select(k => k.Word).FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(
                    Math.Min(row[j], row[j - 1]) + 1,
                    diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
