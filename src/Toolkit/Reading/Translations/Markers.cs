using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>
/// The lines of a translation that say of which words of the source the text below was made: <c>&lt;!-- source 1a2b3c4d --&gt;</c>, in
/// YAML <c># source 1a2b3c4d</c>. Each stands above one text.
/// </summary>
internal sealed partial class Markers
{
    private readonly SortedDictionary<int, Marker> _lines = [];
    private readonly HashSet<int> _read = [];
    private readonly SourceText _text;
    private readonly bool _yaml;
    private readonly ProblemLog _log;

    /// <summary>Finds those of some lines of a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="from">The first line.</param>
    /// <param name="to">The line behind the last; null for the end of the file.</param>
    /// <param name="yaml">Whether they are comments of YAML.</param>
    /// <param name="log">Takes the problems.</param>
    public Markers(SourceText text, int from, int? to, bool yaml, ProblemLog log)
    {
        (_text, _yaml, _log) = (text, yaml, log);
        for (var line = from; line < (to ?? int.MaxValue) && text.Line(line) is { } written; line++)
        {
            if ((yaml ? OfYaml() : OfMarkdown()).Match(written) is { Success: true } found)
            {
                var digits = found.Groups["digits"].Value.Trim();
                _lines[line] = new Marker(Digits().IsMatch(digits) ? digits : null, new SourcePosition(text.Path, line, written.Length - written.TrimStart().Length + 1));
            }
        }
    }

    /// <summary>How a marker is written.</summary>
    /// <param name="digits">Those of the source's text.</param>
    /// <param name="yaml">Whether it is a comment of YAML.</param>
    public static string Line(string digits, bool yaml) => yaml ? $"# source {digits}" : $"<!-- source {digits} -->";

    /// <summary>Whether a text, whatever its kind, has such a line.</summary>
    public static bool StandIn(string text) => text.Split('\n').Any(line =>
        line.TrimEnd('\r') is var written && new[] { OfMarkdown(), OfYaml() }.Any(r => r.Match(written) is { Success: true } found && Digits().IsMatch(found.Groups["digits"].Value.Trim())));

    /// <summary>The first marker of all; null where there is none.</summary>
    public Marker? First() => _lines.Count == 0 ? null : Take(_lines.First().Key);

    /// <summary>The marker on the line above a text, empty lines aside; null where there is none.</summary>
    /// <param name="line">The first line of the text.</param>
    public Marker? Above(int line)
    {
        do
        {
            line--;
        }
        while (line > 0 && string.IsNullOrWhiteSpace(_text.Line(line)));
        return _lines.ContainsKey(line) ? Take(line) : null;
    }

    /// <summary>An error for each that stands above nothing.</summary>
    /// <param name="isApart">Whether a container of this name is an instrument, or the use of one.</param>
    public void SayUnread(Func<string, bool>? isApart = null)
    {
        foreach (var (line, marker) in _lines.Where(l => !_read.Contains(l.Key) && !IsRoom(l.Key, isApart)))
        {
            _log.Error("TK6012", marker.At, $"'{_text.Line(line)!.Trim()}' stands above nothing that is translated by itself.",
                _yaml ? "It belongs on the line above a key, or an entry of a list." : "It belongs on the line above a heading with its id, an item, the line 'Table:', the name of an instrument, a note, or the text after one of these.");
        }
    }

    /// <summary>Whether nothing is written below a marker yet.</summary>
    private bool IsRoom(int line, Func<string, bool>? isApart)
    {
        do
        {
            line++;
        }
        while (_text.Line(line) is { } next && string.IsNullOrWhiteSpace(next));
        if (_text.Line(line)?.Trim() is not { } below)
        {
            return true;
        }

        return _yaml ? below.StartsWith('#') || below == "---"
            : below.StartsWith("<!--", StringComparison.Ordinal)
                || (below.StartsWith(":::", StringComparison.Ordinal) && below.TrimStart(':').Trim().Split(' ')[0] is var name && (name.Length == 0 || isApart?.Invoke(name) == true));
    }

    private Marker Take(int line)
    {
        var marker = _lines[line];
        if (_read.Add(line) && marker.Digits is null)
        {
            _log.Error("TK6012", marker.At, $"'{_text.Line(line)!.Trim()}' does not say of which words of the source the text below was made.", $"Write: {Line("1a2b3c4d", _yaml)} with the eight digits that 'toolkit check --translations' names.");
        }

        return marker;
    }

    [GeneratedRegex(@"^[ \t]*<!--[ \t]*source\b(?<digits>.*?)-->[ \t]*$")]
    private static partial Regex OfMarkdown();

    [GeneratedRegex(@"^[ \t]*#[ \t]*source\b(?<digits>[^#]*)$")]
    private static partial Regex OfYaml();

    [GeneratedRegex(@"^[0-9a-f]{8}\z")]
    private static partial Regex Digits();
}

/// <summary>A line that says of which words of the source a text was made.</summary>
/// <param name="Digits">Eight hexadecimal digits; null where they cannot be read, which was said.</param>
/// <param name="At">Where it stands.</param>
internal sealed record Marker(string? Digits, SourcePosition At);
