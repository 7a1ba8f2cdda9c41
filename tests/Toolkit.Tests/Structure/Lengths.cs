using System.Text.RegularExpressions;

namespace Toolkit.Tests.Structure;

/// <summary>
/// How long files and functions are. Our style puts a closing brace under the first letter of what it closes, so that no parser
/// is needed: in C# each brace stands on a line of its own, in scripts a function's first lines end with one.
/// </summary>
internal static partial class Lengths
{
    /// <summary>A function in a file.</summary>
    /// <param name="Name">The line that it begins with, without the spaces before.</param>
    /// <param name="Line">Number of that line.</param>
    /// <param name="Lines">How many lines it has, that one and the last brace included.</param>
    public sealed record Function(string Name, int Line, int Lines);

    /// <summary>How many lines a text has.</summary>
    public static int Of(string text) => text.TrimEnd('\n').Split('\n').Length;

    /// <summary>Members, local functions and other blocks of a C# file; none for types and namespaces.</summary>
    public static IEnumerable<Function> OfCSharp(string text) => Blocks(text, line => line.Trim() == "{", line => IsType().IsMatch(line));

    /// <summary>Functions and methods of a script.</summary>
    public static IEnumerable<Function> OfScript(string text) => Blocks(text, line => OpensFunction().IsMatch(line), _ => false);

    private static IEnumerable<Function> Blocks(string text, Func<string, bool> opens, Func<string, bool> isOther)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        for (var open = 0; open < lines.Length; open++)
        {
            if (!opens(lines[open]))
            {
                continue;
            }

            var indent = lines[open].Length - lines[open].TrimStart().Length;
            bool IsAt(int line) => lines[line].Length > indent && lines[line][indent] != ' ' && lines[line].AsSpan(0, indent).IsWhiteSpace();
            var close = Enumerable.Range(open + 1, lines.Length - open - 1).Cast<int?>().FirstOrDefault(line => IsAt(line!.Value) && lines[line.Value][indent] == '}');
            var first = open;
            while (first > 0 && (!IsAt(first) || lines[first][indent] is '{' or ')' or '('))
            {
                first--;
            }

            if (close is { } last && IsAt(first) && !isOther(lines[first]))
            {
                yield return new Function(lines[first].Trim(), first + 1, last - first + 1);
            }
        }
    }

    [GeneratedRegex(@"^\s*(?:\[.*\]\s*)?(?:[a-z]+ )*(?:class|record|struct|interface|enum|namespace) ")]
    private static partial Regex IsType();

    [GeneratedRegex(@"(?:=>|\)|\): .+) \{$")]
    private static partial Regex OpensFunction();
}
