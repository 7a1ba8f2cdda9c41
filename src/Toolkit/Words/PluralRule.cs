namespace Toolkit.Words;

/// <summary>
/// Which form of a text goes with a whole number: the cardinal plural categories of Unicode CLDR, as <c>Intl.PluralRules</c> has them in
/// the browser. .NET knows none, so the rules of the languages that are near stand here; a test compares them with those of Node.
/// </summary>
internal static class PluralRule
{
    /// <summary>The category that every language has.</summary>
    public const string Other = "other";

    private const string Many = "many";

    private static readonly Dictionary<string, (string[] Categories, Func<int, string> Of)> Rules = new(StringComparer.Ordinal)
    {
        ["en"] = OneOrOther(),
        ["de"] = OneOrOther(),
        ["nl"] = OneOrOther(),
        ["ht"] = (["one", Other], n => n == 1 ? "one" : Other),
        ["es"] = (["one", Many, Other], n => n == 1 ? "one" : IsMillions(n) ? Many : Other),
        ["it"] = (["one", Many, Other], n => n == 1 ? "one" : IsMillions(n) ? Many : Other),
        ["fr"] = (["one", Many, Other], n => n is 0 or 1 ? "one" : IsMillions(n) ? Many : Other),
        ["pt"] = (["one", Many, Other], n => n is 0 or 1 ? "one" : IsMillions(n) ? Many : Other),
        ["ru"] = (["one", "few", Many, Other], Slavic),
        ["uk"] = (["one", "few", Many, Other], Slavic),
        ["ar"] = (["zero", "one", "two", "few", Many, Other], Arabic),
        ["zh"] = ([Other], _ => Other),
        ["ko"] = ([Other], _ => Other),
        ["vi"] = ([Other], _ => Other),
    };

    /// <summary>Languages that have a rule.</summary>
    public static IReadOnlyCollection<string> Languages => Rules.Keys;

    /// <summary>The categories of a language; null where its rule is not known here.</summary>
    /// <param name="language">Its tag, such as <c>es</c> or <c>es-MX</c>.</param>
    public static IReadOnlyList<string>? Categories(string language) => Rules.TryGetValue(Primary(language), out var rule) ? rule.Categories : null;

    /// <summary>The categories that a text has to have: where <c>many</c> is for millions alone, who leaves it out says those as <c>other</c>.</summary>
    /// <param name="language">Its tag; its rule may be unknown here.</param>
    public static IReadOnlyList<string>? Needed(string language) =>
        Categories(language) is { } all && !Enumerable.Range(0, 2000).Any(n => Category(language, n) == Many) ? [.. all.Where(c => c != Many)] : Categories(language);

    /// <summary>The category of a number.</summary>
    /// <param name="language">The tag of a language that has a rule.</param>
    /// <param name="count">Zero or more.</param>
    /// <exception cref="KeyNotFoundException">The language has no rule.</exception>
    public static string Category(string language, int count) => Rules[Primary(language)].Of(count);

    private static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();

    private static (string[] Categories, Func<int, string> Of) OneOrOther() => (["one", Other], n => n == 1 ? "one" : Other);

    private static bool IsMillions(int n) => n != 0 && n % 1_000_000 == 0;

    private static string Slavic(int n) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        (2 or 3 or 4, not (12 or 13 or 14)) => "few",
        _ => Many,
    };

    private static string Arabic(int n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => Many,
            _ => Other,
        },
    };
}
