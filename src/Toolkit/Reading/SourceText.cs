using System.Buffers;
using System.Text;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>
/// A text file of the input, decoded and cleaned: no byte-order mark, lines parted by <c>\n</c>, letters with accents in one
/// form, nothing in it that is no text. Places are still those of the author's file.
/// </summary>
public sealed class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Characters that stay as they are, whatever stands before or behind them. Most texts hold little else.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Range('\t', '\n'), .. Range(' ', '~'), .. Range('\u00A0', '\u02FF'), .. Range('\u2010', '\u2027'), .. Range('\u202F', '\u205E')]);

    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Range('\0', '\b'), .. Range('\u000E', '\u001F'), .. Range('\u007F', '\u0084'), .. Range('\u0086', '\u009F'),
            .. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069'), .. Range('\uD800', '\uDFFF'), .. Range('\uFDD0', '\uFDEF'), '\uFEFF', '\uFFFE', '\uFFFF']);

    private readonly string _written;

    // Where the text begins to stand at another place in its line than what the author wrote: offsets into both.
    private readonly List<(int Text, int Written)> _shifts = [];
    private List<int>? _lineStarts;

    /// <summary>A text that was decoded already.</summary>
    public SourceText(string path, string text)
    {
        Path = path;
        _written = text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
        Text = Clean();
    }

    /// <summary>Path relative to the input folder, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>All characters as the author wrote them: for files that are published as they are.</summary>
    public string Original => _written;

    /// <summary>Decodes a file; null, and an error, when it is not UTF-8.</summary>
    public static SourceText? Read(string path, byte[] bytes, ProblemLog log)
    {
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            var text = new SourceText(path, Strict.GetString(bytes, start, bytes.Length - start));
            text.CheckCharacters(log);
            return text;
        }
        catch (DecoderFallbackException problem)
        {
            var before = bytes.AsSpan(start, Math.Max(0, Math.Min(problem.Index, bytes.Length - start)));
            var line = before.Count((byte)'\n') + 1;
            var column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
            var found = string.Join(' ', (problem.BytesUnknown ?? []).Select(b => b.ToString("X2", null)));
            log.Error("TK1001", new SourcePosition(path, line, column),
                $"This file is not written in UTF-8: the byte {found} cannot be read as text.",
                "Save the file with the encoding UTF-8. In most editors: Save As, Encoding, UTF-8.");
            return null;
        }
    }

    /// <summary>Line and column, from 1, of an offset into <see cref="Text"/>.</summary>
    public SourcePosition At(int offset) => AtWritten(Written(Math.Clamp(offset, 0, Text.Length)));

    /// <summary>The place, as the author sees it, of a line and column of <see cref="Text"/>.</summary>
    public SourcePosition At(int line, int column)
    {
        // What is missing at the end is often said of the line after the last.
        var last = _written.EndsWith('\n') ? LineStarts.Count - 1 : LineStarts.Count;
        return line <= last
            ? At(Math.Min(Offset(LineStarts[line - 1]) + column - 1, line < LineStarts.Count ? Offset(LineStarts[line]) - 1 : Text.Length))
            : At(Math.Max(0, Text.TrimEnd('\n').Length));
    }

    /// <summary>The characters of a line counted from 1 as the author wrote them, or null.</summary>
    public string? Line(int line)
    {
        var starts = LineStarts;
        if (line < 1 || line > starts.Count)
        {
            return null;
        }

        var end = line < starts.Count ? starts[line] - 1 : _written.Length;
        return _written[starts[line - 1]..end];
    }

    private List<int> LineStarts => _lineStarts ??= FindLineStarts();

    private SourcePosition AtWritten(int offset)
    {
        var index = LineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourcePosition(Path, line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>Where in the author's text something stands.</summary>
    private int Written(int offset)
    {
        var at = _shifts.BinarySearch((offset, int.MaxValue));
        var shift = (at >= 0 ? at : ~at - 1) is >= 0 and var last ? _shifts[last] : default;
        return Math.Min(shift.Written + offset - shift.Text, _written.Length);
    }

    /// <summary>Where in <see cref="Text"/> a line of the author's begins.</summary>
    private int Offset(int written)
    {
        var (low, high) = (0, _shifts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _shifts[middle].Written <= written ? (middle + 1, high) : (low, middle);
        }

        var shift = low > 0 ? _shifts[low - 1] : default;
        return shift.Text + written - shift.Written;
    }

    /// <summary>
    /// A break within a line, such as Word's, becomes a space, so that lines are those of the author's editor; tabs stay,
    /// since they mean something in Markdown; what is no text goes; letters and their marks are put together.
    /// </summary>
    private string Clean()
    {
        var written = _written.AsSpan();
        var next = written.IndexOfAnyExcept(Plain);
        if (next < 0)
        {
            return _written;
        }

        var text = new StringBuilder(_written.Length);
        for (var from = 0; from < written.Length;)
        {
            next = written[from..].IndexOfAnyExcept(Plain) is >= 0 and var plain ? from + plain : written.Length;
            // A mark may become one with the letter before it.
            next = next > from && next < written.Length && CanonicalForm.MayJoin(RuneAt(next)) ? next - 1 : next;
            text.Append(written[from..next]);
            if (next < written.Length)
            {
                var end = next + RuneAt(next).Utf16SequenceLength;
                while (end < written.Length && CanonicalForm.MayJoin(RuneAt(end)))
                {
                    end += RuneAt(end).Utf16SequenceLength;
                }

                var before = text.Length;
                foreach (var rune in CanonicalForm.Compose(_written[next..end]).EnumerateRunes().Where(r => !CleanText.IsNoText(r)))
                {
                    _ = rune.Value != '\n' && CleanText.IsLineBreak(rune) ? text.Append(' ') : text.Append(rune.ToString());
                }

                if (text.Length - before != end - next)
                {
                    _shifts.Add((text.Length, end));
                }

                next = end;
            }

            from = next;
        }

        return text.ToString();
    }

    private Rune RuneAt(int offset) => Rune.DecodeFromUtf16(_written.AsSpan(offset), out var rune, out _) == OperationStatus.Done ? rune : Rune.ReplacementChar;

    /// <summary>Says what was taken out, and what turns the direction of the letters so that a line reads as something else than it is.</summary>
    private void CheckCharacters(ProblemLog log)
    {
        var (first, gone) = (-1, 0);
        var turned = -1;
        var open = new Stack<(int Rune, int At)>();
        for (var rest = _written.AsSpan().IndexOfAny(Special); rest >= 0 && rest < _written.Length; rest++)
        {
            var rune = RuneAt(rest);
            if (CleanText.IsNoText(rune))
            {
                first = first < 0 ? rest : first;
                gone++;
            }
            else if (rune.Value is 0x202D or 0x202E)
            {
                turned = turned < 0 ? rest : turned;
            }
            else if (rune.Value is 0x202A or 0x202B or (>= 0x2066 and <= 0x2068))
            {
                open.Push((rune.Value, rest));
            }
            else if (rune.Value is 0x202C or 0x2069 && open.TryPeek(out var opener) && opener.Rune < 0x2066 == (rune.Value == 0x202C))
            {
                open.Pop();
            }
            else if (rune.Value == '\n' && open.Count > 0)
            {
                turned = turned < 0 ? open.Last().At : turned;
                open.Clear();
            }

            rest += rune.Utf16SequenceLength - 1;
        }

        turned = turned < 0 && open.Count > 0 ? open.Last().At : turned;
        if (gone > 0)
        {
            log.Warning("TK1045", AtWritten(first),
                $"This file holds {(gone == 1 ? "a character" : $"{gone} characters, the first of them here,")} that no text has (U+{RuneAt(first).Value:X4}).",
                "It is left out of the site. If words are missing beside it, type them anew.");
        }

        if (turned >= 0)
        {
            log.Warning("TK2021", AtWritten(turned), $"A mark that cannot be seen (U+{RuneAt(turned).Value:X4}) turns the direction of the letters behind it, so that the line may read as something else.",
                "Take it out. Words in another direction need none; [words](lang:ar) says their language.");
        }
    }

    private static IEnumerable<char> Range(char from, char to) => Enumerable.Range(from, to - from + 1).Select(c => (char)c);

    private List<int> FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = _written.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = _written.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return starts;
    }
}
