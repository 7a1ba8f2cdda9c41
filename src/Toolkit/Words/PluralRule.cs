namespace Toolkit.Words;

/// <summary>
/// Which form of a text goes with a whole number: the cardinal plural categories of Unicode CLDR, as <c>Intl.PluralRules</c> has them in
/// the browser. .NET knows none, so the rules of the languages that are near stand here; a test compares them with those of Node.
/// </summary>
internal static class PluralRule
{
    /// <summary>The category that every language has.</summary>
    public const string Other = "other";

    private static readonly Dictionary<string, (string[] Categories, Func<int, string> Of)> Rules = new(StringComparer.Ordinal)
    {
        ["en"] = OneOrOther(),
        ["de"] = OneOrOther(),
        ["nl"] = OneOrOther(),
        ["ht"] = (["one", Other], n => n == 1 ? "one" : Other),
        ["es"] = (["one", "many", Other], n => n == 1 ? "one" : IsMillions(n) ? "many" : Other),
        ["it"] = (["one", "many", Other], n => n == 1 ? "one" : IsMillions(n) ? "many" : Other),
        ["fr"] = (["one", "many", Other], n => n is 0 or 1 ? "one" : IsMillions(n) ? "many" : Other),
        ["pt"] = (["one", "many", Other], n => n is 0 or 1 ? "one" : IsMillions(n) ? "many" : Other),
        ["ru"] = (["one", "few", "many", Other], Slavic),
        ["uk"] = (["one", "few", "many", Other], Slavic),
        ["ar"] = (["zero", "one", "two", "few", "many", Other], Arabic),
        ["zh"] = ([Other], _ => Other),
        ["ko"] = ([Other], _ => Other),
        ["vi"] = ([Other], _ => Other),
    };

    /// <summary>Languages that have a rule.</summary>
    public static IReadOnlyCollection<string> Languages => Rules.Keys;

    /// <summary>The categories of a language; null where its rule is not known here.</summary>
    /// <param name="language">Its tag, such as <c>es</c> or <c>es-MX</c>.</param>
    public static IReadOnlyList<string>? Categories(string language) => Rules.TryGetValue(Primary(language), out var rule) ? rule.Categories : null;

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
        _ => "many",
    };

    private static string Arabic(int n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => Other,
        },
    };
}
