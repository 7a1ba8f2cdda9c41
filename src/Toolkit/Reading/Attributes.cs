using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>What an author wrote in braces behind a construct: <c>{#id .class key=value key="two words"}</c>.</summary>
public sealed partial class Attributes
{
    /// <summary>No attributes.</summary>
    public static Attributes None { get; } = new();

    /// <summary>The id, or null.</summary>
    public string? Id { get; private init; }

    /// <summary>Words written with a dot.</summary>
    public IReadOnlyList<string> Classes { get; private init; } = [];

    /// <summary>Keys with values.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private init; } = new Dictionary<string, string>();

    /// <summary>What stands in the braces and fits nothing; null if all fits.</summary>
    public string? Malformed { get; private init; }

    /// <summary>The value of a key, or null.</summary>
    public string? this[string key] => Values.GetValueOrDefault(key);

    /// <summary>Parts a text from the attributes at its end.</summary>
    public static (string Text, Attributes Attributes) Split(string text)
    {
        var match = Trailing().Match(text);
        return match.Success
            ? (text[..match.Index].TrimEnd(), Parse(match.Groups[1].Value))
            : (text, None);
    }

    /// <summary>Parts running text from the attributes at its end.</summary>
    public static (IReadOnlyList<Inline> Content, Attributes Attributes) Split(IReadOnlyList<Inline> content)
    {
        if (content is not [.., Text last])
        {
            return (content, None);
        }

        var (text, attributes) = Split(last.Value);
        if (ReferenceEquals(attributes, None))
        {
            return (content, None);
        }

        return (text.Length == 0 ? [.. content.SkipLast(1)] : [.. content.SkipLast(1), new Text(text)], attributes);
    }

    private static Attributes Parse(string inner)
    {
        string? id = null;
        var classes = new List<string>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = Part().Replace(inner, part =>
        {
            if (part.Groups["id"].Success)
            {
                id ??= part.Groups["id"].Value;
            }
            else if (part.Groups["class"].Success)
            {
                classes.Add(part.Groups["class"].Value);
            }
            else
            {
                values[part.Groups["key"].Value] = part.Groups["value"].Value.Trim('"');
            }

            return "";
        }).Trim();
        return new Attributes { Id = id, Classes = classes, Values = values, Malformed = rest.Length == 0 ? null : rest };
    }

    [GeneratedRegex("""(?:^|\s)\{([#.a-zA-Z][^{}]*)\}\s*$""")]
    private static partial Regex Trailing();

    [GeneratedRegex("""(?<=^|\s)(?:\#(?<id>\S+)|\.(?<class>\S+)|(?<key>[A-Za-z][\w-]*)=(?<value>"[^"]*"|\S+))(?=\s|$)""")]
    private static partial Regex Part();
}
