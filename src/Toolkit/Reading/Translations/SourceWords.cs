using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>
/// A text of the source by its words alone: how lines break, ids and marks in braces, comments and the drawing of tables are no part of
/// it, so that a translation grows stale only where something else is said.
/// </summary>
internal static partial class SourceWords
{
    /// <summary>The eight digits of a text as its author wrote it.</summary>
    public static string Digits(string written) => Field.Hash(Normalized(written));

    /// <summary>The words of a text.</summary>
    public static string Normalized(string written)
    {
        var text = Comment().Replace(CanonicalForm.Compose(written), " ");
        text = Braces().Replace(text, braces => string.Concat(Said().Matches(braces.Value).Select(said => $" {said.Groups[1].Value}={said.Groups[2].Value.Trim('"')}")));
        text = Line().Replace(text, "---");
        return Space().Replace(text, " ").Trim();
    }

    /// <summary>A text as it is read: what stands in comments is for authors alone.</summary>
    public static string WithoutComments(string written) => Comment().Replace(written, " ");

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // At the end of a line, or of a table's cell.
    [GeneratedRegex(@"[ \t]*\{[#.a-zA-Z][^{}\n]*\}(?=[ \t]*(?:\||\r?$))", RegexOptions.Multiline)]
    private static partial Regex Braces();

    [GeneratedRegex("""\b(step|draft)=("[^"]*"|\S+?)(?=[\s}])""")]
    private static partial Regex Said();

    [GeneratedRegex("-{3,}")]
    private static partial Regex Line();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
