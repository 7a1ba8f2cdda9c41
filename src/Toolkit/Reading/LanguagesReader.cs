using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Reads <c>Languages</c> and <c>LanguageNames</c> of <c>settings.yml</c>: which languages a site has, the source first.</summary>
internal static class LanguagesReader
{
    private const string Key = "Languages";
    private const string NamesKey = "LanguageNames";

    /// <summary>The keys that it reads.</summary>
    public static IReadOnlyList<string> Keys { get; } = [Key, NamesKey];

    /// <summary>The languages in order; none where the settings name none.</summary>
    /// <param name="map">The settings.</param>
    /// <param name="given">What the command line says of <c>Languages</c>, codes parted by commas; null where it says nothing.</param>
    /// <param name="source">The language of the content, as <c>Language</c> says it; null where it says nothing.</param>
    /// <param name="log">Takes the problems.</param>
    public static IReadOnlyList<SiteLanguage> Read(YamlMap map, string? given, string? source, ProblemLog log)
    {
        var names = map.Map(NamesKey, log);
        var languages = new List<SiteLanguage>();
        var written = given is null
            ? map.TextsWithPlaces(Key).Select(t => ((SourcePosition?)t.Position, t.Text))
            : given.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(code => ((SourcePosition?)null, code));
        foreach (var (at, code) in written)
        {
            if (!LanguageTag.IsOne(code))
            {
                log.Error("TK2018", at, $"'{Key}' names '{OutsideAddress.Visible(code)}', and that is no language.", LanguageTag.Advice);
            }
            else if (languages.FirstOrDefault(l => l.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } twice)
            {
                log.Error("TK6001", at, $"'{Key}' names '{twice.Code}' twice.", "Name each language once.");
            }
            else if ((names[code] is { Length: > 0 } own ? own : SiteLanguage.NameOf(code)) is not { } name)
            {
                log.Error("TK6002", at, $"What the language '{code}' calls itself is not known.",
                    $"Write it into settings.yml, as its own speakers do: {NamesKey}: {{ {code}: \"…\" }}");
            }
            else
            {
                languages.Add(new SiteLanguage(code, name));
            }
        }

        foreach (var (code, value) in names.Entries.Where(n => !languages.Any(l => l.Code.Equals(n.Key, StringComparison.OrdinalIgnoreCase))))
        {
            log.Warning("TK1010", value.Position, $"Nothing reads the name of '{code}', which is none of the '{Key}'.", Suggestion.For(code, languages.Select(l => l.Code)));
        }

        if (source is not null && languages.Count > 0 && !languages[0].Code.Equals(source, StringComparison.OrdinalIgnoreCase))
        {
            log.Error("TK6003", given is null ? map.At(Key) : null, $"'{Key}' begins with '{languages[0].Code}', and 'Language' says that the content is in '{source}'.",
                "Name the language of the content first, or leave 'Language' out.");
        }

        return languages;
    }
}
