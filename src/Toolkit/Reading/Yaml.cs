using Toolkit.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Toolkit.Reading;

/// <summary>A value of a YAML file with its place.</summary>
/// <param name="Position">Where its key (or the item) stands.</param>
/// <param name="Node">What was written.</param>
public sealed record YamlValue(SourcePosition Position, YamlNode Node)
{
    /// <summary>The text of a plain value in one clean line, empty for an empty one; null where it is a list or a map.</summary>
    public string? Scalar => Node is YamlScalarNode scalar ? YamlMap.Clean(scalar) : null;
}

/// <summary>
/// The entries of a YAML map in order, with places. Keys are not case-sensitive, as in Statiq. What is asked for as a list, a
/// map or a text and is written as something else is said.
/// </summary>
public sealed class YamlMap
{
    /// <summary>How deep lists and maps may stand in each other; settings need four.</summary>
    private const int Deepest = 16;

    private readonly SourceText _source;
    private readonly int _lineOffset;
    private readonly ProblemLog? _log;
    private Mark _reached;

    private YamlMap(SourceText source, int lineOffset, ProblemLog? log) => (_source, _lineOffset, _log) = (source, lineOffset, log);

    /// <summary>The entries.</summary>
    public Dictionary<string, YamlValue> Entries { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A map with nothing in it.</summary>
    public static YamlMap Empty { get; } = new(new SourceText("", ""), 0, null);

    /// <summary>The plain text under a key; null if it is not there; null, with an error, if it is no plain text.</summary>
    public string? this[string key] => Entries.GetValueOrDefault(key) is { } value ? Text(key, value) : null;

    /// <summary>Where a key stands; null if it is not there.</summary>
    public SourcePosition? At(string key) => Entries.GetValueOrDefault(key)?.Position;

    /// <summary>Reads a map. Problems are logged with their place; what could not be read is missing.</summary>
    /// <param name="source">The file, for places.</param>
    /// <param name="yaml">The text to read: the file's, or its front matter.</param>
    /// <param name="lineOffset">How many lines of the file stand before <paramref name="yaml"/>.</param>
    /// <param name="log">Takes the problems.</param>
    /// <param name="listKey">The key under which a file that is a list is found; null where a list is an error.</param>
    public static YamlMap Read(SourceText source, string yaml, int lineOffset, ProblemLog log, string? listKey = null)
    {
        var map = new YamlMap(source, lineOffset, log);
        try
        {
            if (!map.IsPlain(yaml, log))
            {
                return map;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [var document, ..])
            {
                if (document.RootNode is YamlMappingNode root)
                {
                    map.Add(root, log);
                }
                else if (document.RootNode is YamlSequenceNode list && listKey is not null)
                {
                    map.Entries[listKey] = new YamlValue(map.At(list.Start), list);
                }
                else if (document.RootNode is not YamlScalarNode { Value: null or "" })
                {
                    log.Error("TK1003", map.At(document.RootNode.Start), "This is not a list of keys and values.", "Write one 'Key: value' on each line.");
                }
            }
        }
        // The library throws these too: for a sign that a number in a text cannot stand for, and for keys without end.
        catch (Exception problem) when (problem is YamlException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            var at = map.At(problem is YamlException { Start: { Line: > 0 } start } ? start : map._reached);
            var line = source.Line(at.Line) ?? "";
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var second = colon < 0 ? -1 : line.IndexOf(':', colon + 2);
            log.Error("TK1003", at, $"The settings here cannot be read as YAML: {Reason(problem)}",
                second > 0
                    ? $"A value that holds a colon stands in quotes: {line[..colon]}: \"{line[(colon + 2)..].Trim()}\""
                    : "Write one 'Key: value' on each line; put a value in quotes if it holds ':' , '#' or quotes.");
        }

        return map;
    }

    /// <summary>The entries of a map under a key; empty if there is none, with an error if it is something else.</summary>
    public YamlMap Map(string key, ProblemLog log)
    {
        var map = new YamlMap(_source, _lineOffset, log);
        if (Entries.GetValueOrDefault(key) is { } value)
        {
            if (value.Node is YamlMappingNode node)
            {
                map.Add(node, log);
            }
            else if (!IsEmpty(value))
            {
                Expected("keys with values", $"Write '{key}:' and below it, indented, one 'Key: value' on each line.", $"'{key}'", value, log);
            }
        }

        return map;
    }

    /// <summary>The maps of a list under a key, such as a list of options; empty, with an error, if it is something else.</summary>
    public IReadOnlyList<(SourcePosition Position, YamlMap Map)> Maps(string key, ProblemLog log)
    {
        var maps = new List<(SourcePosition, YamlMap)>();
        if (Entries.GetValueOrDefault(key) is not { } value || IsEmpty(value))
        {
            return maps;
        }

        if (value.Node is not YamlSequenceNode list)
        {
            Expected("a list", $"Write '{key}:' and below it, indented, one '- Key: value' for each entry.", $"'{key}'", value, log);
            return maps;
        }

        foreach (var node in list.Children)
        {
            if (node is YamlMappingNode entry)
            {
                var map = new YamlMap(_source, _lineOffset, log);
                map.Add(entry, log);
                maps.Add((At(node.Start), map));
            }
            else
            {
                Expected("keys with values", "Write it as '- { Key: value, Key: value }'.", $"An entry of '{key}'", new YamlValue(At(node.Start), node), log);
            }
        }

        return maps;
    }

    /// <summary>The plain texts under a key with their places: a list, or one value; an error where it is something else.</summary>
    public IReadOnlyList<(SourcePosition Position, string Text)> TextsWithPlaces(string key)
    {
        if (Entries.GetValueOrDefault(key) is not { } value)
        {
            return [];
        }

        if (value.Node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(n => new YamlValue(At(n.Start), n)).Select(v => (v.Position, Text($"An entry of '{key}'", v, quoted: false)))
                .Where(t => t.Item2 is { Length: > 0 }).Select(t => (t.Position, t.Item2!))];
        }

        return Text(key, value, "a text or a list of texts") is { Length: > 0 } one ? [(value.Position, one)] : [];
    }

    /// <summary>The plain texts under a key: a list, or one value; an error where it is something else.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. TextsWithPlaces(key).Select(t => t.Text)];

    /// <summary>Warns of keys that nothing reads.</summary>
    public void CheckKeys(string what, params string[] known)
    {
        foreach (var (key, value) in Entries.Where(e => !known.Contains(e.Key, StringComparer.OrdinalIgnoreCase)))
        {
            _log?.Warning("TK1010", value.Position, $"Nothing reads '{key}' in {what}.", Suggestion.For(key, known));
        }
    }

    /// <summary>A plain value in one clean line.</summary>
    internal static string Clean(YamlScalarNode scalar) => CanonicalForm.Compose(CleanText.OneLine(scalar.Value ?? ""));

    private string? Text(string key, YamlValue value, string expected = "one text", bool quoted = true)
    {
        var name = quoted ? $"'{key}'" : key;
        if (value.Node is YamlScalarNode scalar)
        {
            if ((scalar.Value ?? "").EnumerateRunes().Where(CleanText.IsNoText).ToArray() is [var first, ..])
            {
                _log?.Warning("TK1045", value.Position, $"{name} holds a character that no text has (U+{first.Value:X4}).", "It is left out of the site. If words are missing beside it, type them anew.");
            }

            return Clean(scalar);
        }

        Expected(expected, value.Node is YamlSequenceNode ? "Write one value, without '-' and '[ ]'; in quotes if it begins with '['." : "Write one value; in quotes if it holds ':' or begins with '{'.", name, value, _log);
        return null;
    }

    private static void Expected(string what, string advice, string name, YamlValue value, ProblemLog? log) =>
        log?.Error("TK1040", value.Position,
            $"{name} is {value.Node switch { YamlSequenceNode => "a list", YamlMappingNode => "a set of keys and values", _ => "one word or text" }}, and {what} {(what.EndsWith('s') ? "are" : "is")} wanted.", advice);

    /// <summary>
    /// Whether the text holds nothing that a file of settings has no use for. Found by reading it once from front to end,
    /// because what builds lists and maps goes as deep as they do, and comes to harm there.
    /// </summary>
    private bool IsPlain(string yaml, ProblemLog log)
    {
        var parser = new Parser(new StringReader(yaml));
        var (depth, documents, plain) = (0, 0, true);
        // For each open list or map: how many keys and values it had; -1 for a list.
        var counts = new Stack<int>();
        while (parser.MoveNext())
        {
            var node = parser.Current!;
            _reached = node.End;
            var at = At(node.Start);
            switch (node)
            {
                case DocumentStart when ++documents > 1:
                    log.Error("TK1041", at, "A second document begins here, and nothing reads it.", "Take out the line '---', or the line '...' before it.");
                    return false;
                case AnchorAlias alias:
                    Refuse(at, $"'*{alias.Value}' stands for a value that is written elsewhere.", "Write the value itself; a text that begins with '*' stands in quotes.");
                    break;
                case NodeEvent { Anchor.IsEmpty: false } anchored:
                    Refuse(at, $"'&{anchored.Anchor}' gives a name to a value.", "Take it out; a text that begins with '&' stands in quotes.");
                    break;
                case NodeEvent { Tag.IsEmpty: false } tagged when node is not Scalar { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted, Tag.Value: "!" }:
                    Refuse(at, $"'{tagged.Tag.Value}' says of what kind a value is.", "Take it out; a text that begins with '!' stands in quotes.");
                    break;
            }

            if (node is MappingStart or SequenceStart or Scalar or AnchorAlias && counts.TryPop(out var count))
            {
                if (node is MappingStart or SequenceStart && count >= 0 && count % 2 == 0)
                {
                    Refuse(at, "A list or a map stands where a key is wanted.", "Write one 'Key: value' on each line; a text with '{', '[' or '?' at its start stands in quotes.");
                }

                counts.Push(count < 0 ? count : count + 1);
            }

            if (node is MappingStart or SequenceStart)
            {
                counts.Push(node is MappingStart ? 0 : -1);
                if (++depth > Deepest)
                {
                    log.Error("TK1042", at, $"Lists and maps stand in each other more than {Deepest} deep here.", "Settings need no more than four. A text that begins with '[' or '{' stands in quotes.");
                    return false;
                }
            }
            else if (node is MappingEnd or SequenceEnd)
            {
                counts.Pop();
                depth--;
            }
        }

        return plain;

        void Refuse(SourcePosition at, string message, string advice)
        {
            log.Error("TK1043", at, message, advice);
            plain = false;
        }
    }

    /// <summary>Whether nothing stands behind a key: what stood there may be commented out.</summary>
    private static bool IsEmpty(YamlValue value) => value.Node is YamlScalarNode { Value: null or "" };

    /// <summary>The items under a key, a list's or the one value, each with its own place; the text is null where it is no plain value.</summary>
    public IReadOnlyList<(SourcePosition Position, string? Text)> Items(string key) => Entries.GetValueOrDefault(key)?.Node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(n => (At(n.Start), Text(n)))],
        null or YamlScalarNode { Value: null or "" } => [],
        var one => [(At(one.Start), Text(one))],
    };

    private static string? Text(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value ?? "" : null;

    private void Add(YamlMappingNode node, ProblemLog log)
    {
        foreach (var (key, value) in node.Children)
        {
            var name = key is YamlScalarNode scalar ? Clean(scalar) : "";
            if (!Entries.TryAdd(name, new YamlValue(At(key.Start), value)))
            {
                log.Error("TK1004", At(key.Start), $"The key '{name}' stands here twice.", "Keep one of them.");
            }
        }
    }

    private SourcePosition At(Mark mark) => _source.At(Math.Max(1, (int)mark.Line) + _lineOffset, Math.Max(1, (int)mark.Column));

    private static string Reason(Exception problem)
    {
        if (problem is ArgumentOutOfRangeException)
        {
            return "A sign is written as a number that stands for none.";
        }

        if (problem is not YamlException)
        {
            return "A key or a value is not where it has to be.";
        }

        var text = problem.InnerException?.Message ?? problem.Message;
        var colon = text.IndexOf("): ", StringComparison.Ordinal);
        text = colon > 0 ? text[(colon + 3)..] : text;
        return text.EndsWith('.') ? text : text + ".";
    }
}
