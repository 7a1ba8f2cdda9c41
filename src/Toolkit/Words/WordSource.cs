using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Toolkit.Words;

/// <summary>
/// The words of one file while typed words are made of it: each is taken once, under the name of the member that holds it, and what
/// is wrong is gathered, so that who translates sees all of it at once. What a language lacks is said in the first one, and counted.
/// </summary>
public sealed class WordSource
{
    private readonly string _place;
    private readonly string _language;
    private readonly List<string> _problems;
    private readonly List<WordSource> _groups = [];
    private readonly Dictionary<string, JsonElement> _words = new(StringComparer.Ordinal);
    private readonly JsonElement? _first;
    private readonly List<string> _missing;

    /// <param name="place">The file, and the group in it, for messages.</param>
    /// <param name="language">Its tag.</param>
    /// <param name="words">What the file says.</param>
    /// <param name="first">What the first language says in the same place; null for that language itself, which lacks nothing.</param>
    /// <param name="missing">Takes the keys that are said in the first language.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal WordSource(string place, string language, JsonElement words, JsonElement? first, List<string> missing, List<string> problems)
    {
        (_place, _language, _first, _missing, _problems) = (place, language, first, missing, problems);
        if (words.ValueKind != JsonValueKind.Object)
        {
            _problems.Add($"{place} is no object of words");
            return;
        }

        // Keys that begin so are for who translates.
        foreach (var word in words.EnumerateObject().Where(w => !w.Name.StartsWith("//", StringComparison.Ordinal)))
        {
            if (!_words.TryAdd(word.Name, word.Value))
            {
                Problem(word.Name, "stands there twice");
            }
        }
    }

    /// <summary>A text without gaps.</summary>
    public string Text([CallerMemberName] string member = "") => Written(Take(member)?.Word, Key(member), []).Fill([]);

    /// <summary>A text with gaps.</summary>
    /// <param name="gaps">Their names, with a space between them, in the order in which they are filled.</param>
    /// <param name="member">The member that holds it.</param>
    public Phrase Phrase(string gaps, [CallerMemberName] string member = "") => Written(Take(member)?.Word, Key(member), gaps.Split(' '));

    /// <summary>A text that changes with a number.</summary>
    /// <param name="gaps">Names of its gaps besides that of the number; empty for none.</param>
    /// <param name="member">The member that holds it.</param>
    public PluralPhrase Plural(string gaps = "", [CallerMemberName] string member = "")
    {
        var key = Key(member);
        var others = gaps.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var forms = new Dictionary<string, (Phrase, bool)> { [PluralRule.Other] = (Empty(others), false) };
        if (Take(member) is not (var word, var language))
        {
            return new PluralPhrase(_language, forms);
        }

        if (word.ValueKind != JsonValueKind.Object)
        {
            Problem(key, "is a text for numbers: write one form for each plural category, such as { \"one\": \"…\", \"other\": \"…\" }");
            return new PluralPhrase(language, forms);
        }

        var written = word.EnumerateObject().ToDictionary(f => f.Name, f => f.Value);
        var categories = PluralRule.Categories(language) ?? [.. written.Keys];
        foreach (var missing in (PluralRule.Needed(language) ?? []).Except(written.Keys))
        {
            Problem(key, $"lacks the form '{missing}'");
        }

        foreach (var extra in written.Keys.Except(categories))
        {
            Problem(key, $"has the form '{extra}', which the language has not");
        }

        foreach (var (category, form) in written)
        {
            var counts = form.ValueKind == JsonValueKind.String && form.GetString()!.Contains($"{{{PluralPhrase.Count}}}", StringComparison.Ordinal);
            forms[category] = (Written(form, $"{key}.{category}", counts ? [PluralPhrase.Count, .. others] : others), counts);
        }

        return new PluralPhrase(language, forms);
    }

    /// <summary>Texts in an order.</summary>
    /// <param name="count">How many there have to be.</param>
    /// <param name="member">The member that holds them.</param>
    public IReadOnlyList<string> List(int count, [CallerMemberName] string member = "")
    {
        var key = Key(member);
        if (Take(member) is (var word, _))
        {
            if (word.ValueKind == JsonValueKind.Array && word.GetArrayLength() == count)
            {
                return [.. word.EnumerateArray().Select((text, i) => Written(text, $"{key}[{i}]", []).Fill([]))];
            }

            Problem(key, $"is a list of {count} texts");
        }

        return [.. Enumerable.Repeat("", count)];
    }

    /// <summary>Words that belong together.</summary>
    public WordSource Group([CallerMemberName] string member = "")
    {
        var key = Key(member);
        var none = JsonDocument.Parse("{}").RootElement;
        JsonElement? first = _first is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(key, out var there) ? there : null;
        var word = _words.Remove(key, out var own) ? own : (JsonElement?)null;
        if (word is null && first is null)
        {
            Problem(key, "is missing");
        }

        var group = new WordSource($"{_place} {key}", _language, word ?? none, first, _missing, _problems);
        _groups.Add(group);
        return group;
    }

    /// <summary>Notes every word that nobody took.</summary>
    internal void End()
    {
        foreach (var key in _words.Keys)
        {
            Problem(key, "is a word that nothing says");
        }

        foreach (var group in _groups)
        {
            group.End();
        }
    }

    private static string Key(string member) => member.TrimStart('_') is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static Phrase Empty(string[] gaps) => new(string.Concat(gaps.Select(g => $"{{{g}}}")), gaps);

    /// <summary>A word with the language that it is in; null, with a problem, where no language has it.</summary>
    private (JsonElement Word, string Language)? Take(string member)
    {
        var key = Key(member);
        if (_words.Remove(key, out var word))
        {
            return (word, _language);
        }

        if (_first is { ValueKind: JsonValueKind.Object } first && first.TryGetProperty(key, out var there))
        {
            _missing.Add($"{_language}/{Path.GetFileName(_place)}: {key}");
            return (there, WordCatalogue.FirstLanguage);
        }

        Problem(key, "is missing");
        return null;
    }

    private Phrase Written(JsonElement? word, string key, string[] gaps)
    {
        if (word is { } there)
        {
            if (there.ValueKind != JsonValueKind.String || there.GetString() is not { Length: > 0 } text)
            {
                Problem(key, "is a text");
                return Empty(gaps);
            }

            try
            {
                return new Phrase(text, gaps);
            }
            catch (FormatException problem)
            {
                Problem(key, problem.Message);
            }
        }

        return Empty(gaps);
    }

    private void Problem(string key, string what) => _problems.Add($"{_place}: '{key}' {what}");
}
