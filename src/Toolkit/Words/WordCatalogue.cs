using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Toolkit.Words;

/// <summary>Words of the catalogue are missing, unknown or not what they have to be. The message names each with its file and key.</summary>
public sealed class WordsException(string message) : Exception(message);

/// <summary>
/// What the program itself says to readers, by language: <c>theme/words/LANGUAGE/AREA.json</c>. Areas that only scripts use are read by
/// <c>theme/words.mjs</c> alone. <c>docs/decisions/0011-words.md</c> says why it is as it is.
/// </summary>
public sealed class WordCatalogue
{
    /// <summary>The language that has every word, and in which the others are checked.</summary>
    public const string FirstLanguage = "en";

    private static readonly JsonDocumentOptions Strict = new() { CommentHandling = JsonCommentHandling.Disallow };
    private readonly IReadOnlyDictionary<string, LanguageWords> _languages;

    private WordCatalogue(IReadOnlyDictionary<string, LanguageWords> languages) => _languages = languages;

    /// <summary>Tags of the languages that there are.</summary>
    public IReadOnlyCollection<string> Languages => [.. _languages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Changes with every word of it.</summary>
    public string Fingerprint => string.Concat(_languages.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Value.Fingerprint));

    /// <summary>Reads every language of a folder.</summary>
    /// <param name="folder">Full path of <c>theme/words</c>.</param>
    /// <exception cref="WordsException">A word is missing, unknown or not what it has to be.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static WordCatalogue Load(string folder)
    {
        var problems = new List<string>();
        var first = new Dictionary<string, JsonElement>();
        var languages = Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Select(f => Path.GetFileName(f)).OrderBy(l => l == FirstLanguage ? 0 : 1).ThenBy(l => l, StringComparer.Ordinal)
                .Select(l => Read(folder, l, first, problems)).ToDictionary(l => l.Language, StringComparer.OrdinalIgnoreCase)
            : [];
        if (!languages.ContainsKey(FirstLanguage))
        {
            problems.Add($"There are no words in {Path.Combine(folder, FirstLanguage)}");
        }

        return problems.Count == 0 ? new WordCatalogue(languages) : throw new WordsException(string.Join('\n', problems));
    }

    /// <summary>The words for a language tag such as <c>es-MX</c>: its own, those of its language, or those of the first language.</summary>
    public LanguageWords For(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return _languages.GetValueOrDefault(tag) ?? _languages.GetValueOrDefault(tag.Split('-')[0]) ?? _languages[FirstLanguage];
    }

    /// <summary>The words of one language.</summary>
    /// <param name="folder">Full path of the catalogue.</param>
    /// <param name="language">Its tag.</param>
    /// <param name="first">The files of the first language by area, which comes first and puts them here.</param>
    /// <param name="problems">Takes what is wrong.</param>
    private static LanguageWords Read(string folder, string language, Dictionary<string, JsonElement> first, List<string> problems)
    {
        var isFirst = language == FirstLanguage;
        var missing = new List<string>();
        if (PluralRule.Categories(language) is null)
        {
            problems.Add($"{folder}: the plural rule of the language '{language}' is not known; add it to PluralRule.cs");
        }

        var texts = new Dictionary<string, string>();
        var words = new LanguageWords
        {
            Language = language,
            Common = Area("common", source => new CommonWords(source)),
            Pages = Area("pages", source => new PageWords(source)),
            Documents = Area("documents", source => new DocumentWords(source)),
            Fingerprint = "",
            DocumentsFingerprint = "",
            Missing = missing,
        };
        return words with
        {
            Fingerprint = Hash([language, texts["common"], texts["pages"], texts["documents"], .. Borrowed("common", "pages", "documents")]),
            DocumentsFingerprint = Hash([language, texts["common"], texts["documents"], .. Borrowed("common", "documents")]),
        };

        // What is missing is said in the first language.
        IEnumerable<string> Borrowed(params string[] areas) =>
            isFirst || missing.Count == 0 ? [] : areas.Where(first.ContainsKey).Select(area => first[area].GetRawText());

        T Area<T>(string area, Func<WordSource, T> make)
        {
            var file = Path.Combine(folder, language, $"{area}.json");
            texts[area] = File.Exists(file) ? File.ReadAllText(file) : isFirst ? "" : "{}";
            var written = Parse(file, texts[area], problems);
            if (isFirst)
            {
                first[area] = written;
            }

            var source = new WordSource(file, language, written, isFirst || !first.TryGetValue(area, out var there) ? null : there, missing, problems);
            var made = make(source);
            source.End();
            return made;
        }
    }

    private static JsonElement Parse(string file, string text, List<string> problems)
    {
        try
        {
            if (text.Length > 0)
            {
                return JsonDocument.Parse(text, Strict).RootElement;
            }

            problems.Add($"{file} is missing");
        }
        catch (JsonException problem)
        {
            problems.Add($"{file}: {problem.Message}");
        }

        return JsonDocument.Parse("{}").RootElement;
    }

    private static string Hash(IEnumerable<string> texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))));
}

/// <summary>All that the program says to readers in one language, as far as pages and documents say it.</summary>
public sealed record LanguageWords
{
    /// <summary>Its tag, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What more than one of pages, documents and scripts say.</summary>
    public required CommonWords Common { get; init; }

    /// <summary>What pages say.</summary>
    public required PageWords Pages { get; init; }

    /// <summary>What Word files and PDFs say.</summary>
    public required DocumentWords Documents { get; init; }

    /// <summary>Changes with every word.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Changes with every word that can stand in a Word file or PDF.</summary>
    public required string DocumentsFingerprint { get; init; }

    /// <summary>Each word that this language lacks, with its file, so that it is said in the first language.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
