using Toolkit.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Toolkit.Reading;

/// <summary>A value of a YAML file with its place.</summary>
/// <param name="Position">Where its key (or the item) stands.</param>
/// <param name="Node">What was written.</param>
public sealed record YamlValue(SourcePosition Position, YamlNode Node)
{
    /// <summary>The text of a plain value, empty for an empty one; null where it is a list or a map.</summary>
    public string? Scalar => (Node as YamlScalarNode)?.Value ?? (Node is YamlScalarNode ? "" : null);
}

/// <summary>The entries of a YAML map in order, with places. Keys are not case-sensitive, as in Statiq.</summary>
public sealed class YamlMap
{
    private readonly SourceText _source;
    private readonly int _lineOffset;

    private YamlMap(SourceText source, int lineOffset) => (_source, _lineOffset) = (source, lineOffset);

    /// <summary>The entries.</summary>
    public Dictionary<string, YamlValue> Entries { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A map with nothing in it.</summary>
    public static YamlMap Empty { get; } = new(new SourceText("", ""), 0);

    /// <summary>The plain text under a key; null if it is not there or no plain text.</summary>
    public string? this[string key] => Entries.GetValueOrDefault(key)?.Scalar;

    /// <summary>Reads a map. Problems are logged with their place; what could not be read is missing.</summary>
    /// <param name="source">The file, for places.</param>
    /// <param name="yaml">The text to read: the file's, or its front matter.</param>
    /// <param name="lineOffset">How many lines of the file stand before <paramref name="yaml"/>.</param>
    /// <param name="log">Takes the problems.</param>
    /// <param name="listKey">The key under which a file that is a list is found; null where a list is an error.</param>
    public static YamlMap Read(SourceText source, string yaml, int lineOffset, ProblemLog log, string? listKey = null)
    {
        var map = new YamlMap(source, lineOffset);
        try
        {
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
        catch (YamlException problem)
        {
            var at = map.At(problem.Start);
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

    /// <summary>The entries of a map under a key; empty if there is none.</summary>
    public YamlMap Map(string key, ProblemLog log)
    {
        var map = new YamlMap(_source, _lineOffset);
        if (Entries.GetValueOrDefault(key)?.Node is YamlMappingNode node)
        {
            map.Add(node, log);
        }

        return map;
    }

    /// <summary>The maps of a list under a key, such as a list of options.</summary>
    public IReadOnlyList<(SourcePosition Position, YamlMap Map)> Maps(string key, ProblemLog log)
    {
        var maps = new List<(SourcePosition, YamlMap)>();
        if (Entries.GetValueOrDefault(key)?.Node is YamlSequenceNode list)
        {
            foreach (var node in list.Children)
            {
                var map = new YamlMap(_source, _lineOffset);
                if (node is YamlMappingNode entry)
                {
                    map.Add(entry, log);
                }

                maps.Add((At(node.Start), map));
            }
        }

        return maps;
    }

    /// <summary>The plain texts under a key: a list, or one value.</summary>
    public IReadOnlyList<string> Texts(string key) => Entries.GetValueOrDefault(key)?.Node switch
    {
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(n => n.Value ?? "")],
        YamlScalarNode { Value: { Length: > 0 } one } => [one],
        _ => [],
    };

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
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!Entries.TryAdd(name, new YamlValue(At(key.Start), value)))
            {
                log.Error("TK1004", At(key.Start), $"The key '{name}' stands here twice.", "Keep one of them.");
            }
        }
    }

    private SourcePosition At(Mark mark) => new(_source.Path, (int)mark.Line + _lineOffset, (int)mark.Column);

    private static string Reason(YamlException problem)
    {
        var text = problem.InnerException?.Message ?? problem.Message;
        var colon = text.IndexOf("): ", StringComparison.Ordinal);
        text = colon > 0 ? text[(colon + 3)..] : text;
        return text.EndsWith('.') ? text : text + ".";
    }
}
