using System.Text;
using Toolkit.Model;

namespace Toolkit.Cli.Reporting;

/// <summary>Prints what a run found: where, what, the author's own line with a caret, and what would be right.</summary>
internal static class ProblemPrinter
{
    /// <summary>Widest excerpt in characters; longer lines are cut around the caret.</summary>
    private const int Widest = 100;

    /// <summary>Prints all problems of a report.</summary>
    public static void Print(Terminal terminal, SiteFolders folders, BuildReport report, LogLevel level)
    {
        foreach (var problem in report.Problems.Where(p => p.Severity == Severity.Error || level < LogLevel.Error))
        {
            Print(terminal, folders, problem, problem.Position is { } at ? report.SourceLine(at) : null);
        }
    }

    /// <summary>The errors of a report as plain text.</summary>
    public static string ToText(SiteFolders folders, BuildReport report)
    {
        using var text = new StringWriter();
        Print(new Terminal(text, text, TimeProvider.System), folders, report, LogLevel.Error);
        return text.ToString();
    }

    /// <summary>Such as "2 errors, 1 warning"; "no problems" for none.</summary>
    public static string Count(IReadOnlyList<Problem> problems)
    {
        var errors = problems.Count(p => p.Severity == Severity.Error);
        var warnings = problems.Count - errors;
        string[] parts = [.. new[] { Some(errors, "error"), Some(warnings, "warning") }.Where(s => s.Length > 0)];
        return parts.Length == 0 ? "no problems" : string.Join(", ", parts);

        static string Some(int count, string noun) => count switch { 0 => "", 1 => $"1 {noun}", _ => $"{count} {noun}s" };
    }

    private static void Print(Terminal terminal, SiteFolders folders, Problem problem, string? line)
    {
        var error = problem.Severity == Severity.Error;
        var place = problem.Position is { } at ? $"{folders.Display(at.File)}:{at.Line}:{at.Column}: " : "";
        terminal.Line($"{place}{(error ? "error" : "warning")} {problem.Code}: {problem.Message}", error ? Tone.Error : Tone.Warning);
        if (problem.Position is { } position && !string.IsNullOrWhiteSpace(line))
        {
            Excerpt(terminal, position, line);
        }

        foreach (var advice in problem.Advice.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            terminal.Line($"  {advice.TrimEnd()}");
        }

        terminal.Line();
    }

    private static void Excerpt(Terminal terminal, SourcePosition position, string line)
    {
        // Tabs would put the caret in the wrong place; characters that a terminal obeys must not reach it.
        var text = string.Concat(line.Split('\n')[0].TrimEnd('\r').Select(c => c == '\t' ? ' ' : char.IsControl(c) || CleanText.IsDirection(new Rune(char.IsSurrogate(c) ? 'a' : c)) ? '\uFFFD' : c));
        var column = Math.Clamp(position.Column - 1, 0, text.Length);
        if (text.Length > Widest)
        {
            var start = Math.Clamp(column - (Widest / 2), 0, text.Length - Widest);
            text = text.Substring(start, Widest);
            column -= start;
        }

        var number = position.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        terminal.Line($"  {number} | {text}", Tone.Quiet);
        terminal.Line($"  {new string(' ', number.Length)} | {new string(' ', column)}^", Tone.Quiet);
    }
}
