using System.Text;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>A text file of the input, decoded: no byte-order mark, lines parted by <c>\n</c>.</summary>
public sealed class SourceText
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private List<int>? _lineStarts;

    /// <summary>A text that was decoded already.</summary>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;
    }

    /// <summary>Path relative to the input folder, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Decodes a file; null, and an error, when it is not UTF-8.</summary>
    public static SourceText? Read(string path, byte[] bytes, ProblemLog log)
    {
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new SourceText(path, _strict.GetString(bytes, start, bytes.Length - start));
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
    public SourcePosition At(int offset)
    {
        var starts = _lineStarts ??= FindLineStarts();
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourcePosition(Path, line + 1, offset - starts[line] + 1);
    }

    /// <summary>The characters of a line counted from 1, or null.</summary>
    public string? Line(int line)
    {
        var starts = _lineStarts ??= FindLineStarts();
        if (line < 1 || line > starts.Count)
        {
            return null;
        }

        var end = line < starts.Count ? starts[line] - 1 : Text.Length;
        return Text[starts[line - 1]..end];
    }

    private List<int> FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = Text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = Text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return starts;
    }
}
