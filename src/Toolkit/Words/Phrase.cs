using System.Text;
using System.Text.RegularExpressions;

namespace Toolkit.Words;

/// <summary>
/// A text with gaps that have names, such as <c>Row {number}</c>. A language puts them in the order it needs; code fills them in the
/// order in which <see cref="WordSource.Phrase"/> was told their names.
/// </summary>
public sealed partial class Phrase
{
    private readonly string[] _gaps;
    private readonly (string Text, int Gap)[] _parts;

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text; every brace belongs to a gap.</param>
    /// <param name="gaps">The names of its gaps, in the order in which they are filled.</param>
    /// <exception cref="FormatException">A brace stands alone, or the gaps are not these; the message says which.</exception>
    internal Phrase(string text, string[] gaps)
    {
        _gaps = gaps;
        var found = Gap().Matches(text);
        if (Gap().Replace(text, "").AsSpan().ContainsAny('{', '}'))
        {
            throw new FormatException("has a brace that belongs to no gap; a gap is written {name}");
        }

        var named = found.Select(m => m.Groups[1].Value).ToHashSet();
        if (named.Except(gaps).FirstOrDefault() is { } unknown)
        {
            throw new FormatException($"has the gap {{{unknown}}}, which nothing fills; {(gaps.Length == 0 ? "it has no gaps" : $"its gaps are {Listed(gaps)}")}");
        }

        if (gaps.Except(named).FirstOrDefault() is { } missing)
        {
            throw new FormatException($"lacks the gap {{{missing}}}");
        }

        var parts = new List<(string, int)>();
        var at = 0;
        foreach (Match gap in found)
        {
            parts.Add((text[at..gap.Index], -1));
            parts.Add(("", Array.IndexOf(gaps, gap.Groups[1].Value)));
            at = gap.Index + gap.Length;
        }

        _parts = [.. parts.Append((text[at..], -1)).Where(p => p is not ("", -1))];
    }

    private Phrase(string[] gaps, (string Text, int Gap)[] parts) => (_gaps, _parts) = (gaps, parts);

    /// <summary>The text with its gaps filled.</summary>
    /// <param name="values">One for each gap.</param>
    public string Fill(params ReadOnlySpan<string> values)
    {
        Check(values.Length);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.Gap < 0 ? part.Text : values[part.Gap]);
        }

        return text.ToString();
    }

    /// <summary>The same where gaps hold more than text, such as links: the pieces in the order of the language.</summary>
    /// <param name="text">Makes a piece of the words between gaps.</param>
    /// <param name="values">What stands in each gap.</param>
    public IEnumerable<T> Around<T>(Func<string, T> text, params T[] values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        Check(values.Length);
        return _parts.Select(part => part.Gap < 0 ? text(part.Text) : values[part.Gap]);
    }

    /// <summary>The phrase with one gap filled with text, which becomes one with the words around it.</summary>
    /// <param name="gap">Name of the gap.</param>
    /// <param name="value">What stands in it.</param>
    public Phrase With(string gap, string value)
    {
        var filled = Array.IndexOf(_gaps, gap) is >= 0 and var found ? found : throw new ArgumentException($"There is no gap {{{gap}}}; the gaps are {Listed(_gaps)}.");
        var parts = new List<(string Text, int Gap)>();
        foreach (var part in _parts)
        {
            var next = part.Gap == filled ? (Text: value, Gap: -1) : part with { Gap = part.Gap > filled ? part.Gap - 1 : part.Gap };
            if (next.Gap < 0 && parts.Count > 0 && parts[^1].Gap < 0)
            {
                parts[^1] = (parts[^1].Text + next.Text, -1);
            }
            else
            {
                parts.Add(next);
            }
        }

        return new Phrase([.. _gaps.Where(g => g != gap)], [.. parts]);
    }

    /// <summary>What stands before the only gap and what stands after it.</summary>
    public (string Before, string After) Beside()
    {
        Check(1);
        var at = Array.FindIndex(_parts, p => p.Gap == 0);
        return (string.Concat(_parts.Take(at).Select(p => p.Text)), string.Concat(_parts.Skip(at + 1).Select(p => p.Text)));
    }

    private static string Listed(IEnumerable<string> gaps) => string.Join(", ", gaps.Select(g => $"{{{g}}}"));

    private void Check(int values)
    {
        if (values != _gaps.Length)
        {
            throw new ArgumentException($"The gaps are {Listed(_gaps)}; {values} values were given.");
        }
    }

    [GeneratedRegex(@"\{([a-z][A-Za-z0-9]*)\}")]
    private static partial Regex Gap();
}

/// <summary>A text that changes with a number, such as <c>one table</c> and <c>{count} tables</c>.</summary>
public sealed class PluralPhrase
{
    /// <summary>The gap for the number. A form may do without it, where the number stands in its words.</summary>
    public const string Count = "count";

    private readonly string _language;
    private readonly IReadOnlyDictionary<string, (Phrase Phrase, bool Counts)> _forms;

    internal PluralPhrase(string language, IReadOnlyDictionary<string, (Phrase Phrase, bool Counts)> forms) => (_language, _forms) = (language, forms);

    /// <summary>The text for a number, with its gaps filled.</summary>
    /// <param name="count">Decides the form.</param>
    /// <param name="shown">The number as it is written.</param>
    /// <param name="values">One for each other gap.</param>
    public string Fill(int count, string shown, params ReadOnlySpan<string> values)
    {
        var (phrase, counts) = _forms.GetValueOrDefault(PluralRule.Category(_language, count), _forms[PluralRule.Other]);
        if (!counts)
        {
            return phrase.Fill(values);
        }

        string[] all = [shown, .. values];
        return phrase.Fill(all);
    }
}
