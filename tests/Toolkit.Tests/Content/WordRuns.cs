using System.Text;
using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Tests.Content;

/// <summary>Text as plain words, for comparing what was written with what it was written from.</summary>
internal static partial class WordRuns
{
    /// <summary>How many words make a run.</summary>
    public const int Length = 7;

    /// <summary>
    /// The words alone, in lower case, without apostrophes. The same rule stands in <c>shingle-facts.mjs</c>.
    /// </summary>
    public static string[] Words(string text) =>
        [.. Word().Matches(Apostrophe().Replace(text.Normalize(NormalizationForm.FormC).ToLowerInvariant(), "")).Select(m => m.Value)];

    /// <summary>The words that a reader of a source file sees: without link targets, ids and table lines.</summary>
    public static string[] ReadersWords(string source) => Words(Hidden().Replace(source, " "));

    /// <summary>Eight hexadecimal digits that stand for a run.</summary>
    public static string Hash(IEnumerable<string> run) => Field.Hash(string.Join(' ', run));

    /// <summary>Every run of <see cref="Length"/> words, in order.</summary>
    public static IEnumerable<ArraySegment<string>> Runs(string[] words) =>
        Enumerable.Range(0, Math.Max(0, words.Length - Length + 1)).Select(at => new ArraySegment<string>(words, at, Length));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex("['’]")]
    private static partial Regex Apostrophe();

    // Footnote marks, link targets and attributes part words that a reader sees side by side.
    [GeneratedRegex(@"\[\^[^\]]*\]|(?<=\])\([^)\s]*\)|\{[#.][^}]*\}")]
    private static partial Regex Hidden();
}
