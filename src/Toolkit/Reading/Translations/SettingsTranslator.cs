using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>What the settings and the glossary say in another language: <c>es/settings.yml</c> and <c>es/glossary.yml</c>, by id.</summary>
/// <param name="language">The language.</param>
/// <param name="source">The language of the source.</param>
/// <param name="log">Takes the problems.</param>
internal sealed class SettingsTranslator(SiteLanguage language, SiteLanguage source, ProblemLog log)
{
    /// <summary>File name of the settings.</summary>
    public const string SettingsFile = "settings.yml";

    /// <summary>File name of the glossary.</summary>
    public const string GlossaryFile = "glossary.yml";

    private const string List = "Entries";

    /// <summary>How the texts of both files stand.</summary>
    public List<TranslatedFile> Files { get; } = [];

    /// <summary>Every text of the settings by its place in the file, in order, with what the source says.</summary>
    /// <param name="settings">Of the source.</param>
    /// <param name="pageNames">What the settings call the page of each principle.</param>
    public static IReadOnlyList<(IReadOnlyList<string> Path, string Text)> TextsOf(SiteSettings settings, IReadOnlyList<string> pageNames) =>
    [
        .. new (string[], string)[]
        {
            (["SiteTitle"], settings.SiteTitle),
            (["Description"], settings.Description),
            (["Credit"], settings.Credit),
            (["HelpLine", "Question"], settings.HelpLine?.Question ?? ""),
            (["HelpLine", "Name"], settings.HelpLine?.Name ?? ""),
            (["HelpLine", "Hours"], settings.HelpLine?.Hours ?? ""),
        }.Where(t => t.Item2.Length > 0).Select(t => ((IReadOnlyList<string>)t.Item1, t.Item2)),
        .. settings.Principles.Zip(pageNames).Select(p => ((IReadOnlyList<string>)["Principles", p.Second], p.First.Title)),
        .. settings.Scales.SelectMany(s => s.Value.All.Select(o => ((IReadOnlyList<string>)["Scales", s.Key, o.Id], o.Label))),
        .. settings.Lists.SelectMany(l => l.Value.Select(o => ((IReadOnlyList<string>)["Lists", l.Key, o.Id], o.Label))),
    ];

    /// <summary>The settings in the language.</summary>
    /// <param name="settings">Of the source.</param>
    /// <param name="pageNames">What the settings call the page of each principle.</param>
    /// <param name="file">The translation; null where there is none.</param>
    public SiteSettings Settings(SiteSettings settings, IReadOnlyList<string> pageNames, SourceText? file)
    {
        var texts = new TextLog(SettingsFile, language.Folder + SettingsFile, log);
        var said = new Dictionary<string, string>();
        var wanted = TextsOf(settings, pageNames);
        var map = file is null ? YamlMap.Empty : YamlMap.Read(file, file.Text, 0, log);
        var markers = file is null ? null : new Markers(file, 1, null, yaml: true, log);
        Unread(map, [], wanted);
        foreach (var (path, text) in wanted)
        {
            var name = string.Join('.', path);
            var digits = SourceWords.Digits(text);
            var holder = path.Take(path.Count - 1).Aggregate(map, (m, key) => m.Map(key, log));
            var at = holder.At(path[^1]);
            var marker = at is { } place ? markers?.Above(place.Line) : null;
            if (at is not null && holder[path[^1]] is { Length: > 0 } words)
            {
                texts.Found(name, digits, marker, at.Value, yaml: true);
                said[name] = words;
            }
            else
            {
                texts.Missing(name, digits);
            }
        }

        markers?.SayUnread();
        texts.SayMissing(language, file is not null);
        texts.Blank = () => TranslationTemplate.OfSettings(wanted);
        Files.Add(texts.File);
        return Said(settings, pageNames, said);
    }

    /// <summary>The glossary in the language, in its alphabetical order.</summary>
    /// <param name="entries">Of the source.</param>
    /// <param name="file">The translation; null where there is none.</param>
    public IReadOnlyList<GlossaryEntry> Glossary(IReadOnlyList<GlossaryEntry> entries, SourceText? file)
    {
        var texts = new TextLog(GlossaryFile, language.Folder + GlossaryFile, log);
        var markers = file is null ? null : new Markers(file, 1, null, yaml: true, log);
        var said = new Dictionary<string, GlossaryEntry>();
        foreach (var (position, map) in file is null ? [] : YamlMap.Read(file, file.Text, 0, log, List).Maps(List, log))
        {
            map.CheckKeys("a translated entry of the glossary", "Id", "Term", "Definition");
            var id = map["Id"] ?? "";
            var marker = markers!.Above(position.Line);
            if (entries.FirstOrDefault(e => e.Id == id) is not { } entry)
            {
                log.Error("TK6013", position, $"The glossary has no entry '{id}'.", Suggestion.For(id, entries.Select(e => e.Id)));
            }
            else if (said.ContainsKey(id))
            {
                log.Error("TK6014", position, $"'{id}' is translated twice.", "Keep one of them.");
            }
            else if (map["Term"] is null or "" && map["Definition"] is null or "")
            {
                // Room that nobody has filled.
                continue;
            }
            else if (map["Term"] is not { Length: > 0 } term || map["Definition"]?.Trim() is not { Length: > 0 } definition)
            {
                log.Error("TK6017", position, $"'{id}' lacks its {(map["Term"] is { Length: > 0 } ? "Definition" : "Term")}.", "Give it both.");
            }
            else
            {
                texts.Found(id, DigitsOf(entry), marker, position, yaml: true);
                said[id] = new GlossaryEntry(id, term, definition);
            }
        }

        foreach (var entry in entries.Where(e => !said.ContainsKey(e.Id)))
        {
            texts.Missing(entry.Id, DigitsOf(entry));
        }

        markers?.SayUnread();
        if (entries.Count > 0)
        {
            texts.Blank = () => TranslationTemplate.OfGlossary(entries);
            texts.SayMissing(language, file is not null);
            Files.Add(texts.File);
        }

        return [.. entries.Select(e => said.GetValueOrDefault(e.Id) ?? e with { Language = source.Code }).OrderBy(e => CanonicalForm.Decompose(e.Term), StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Digits of an entry of the glossary.</summary>
    public static string DigitsOf(GlossaryEntry entry) => SourceWords.Digits($"{entry.Term}\n{entry.Definition}");

    /// <summary>The settings with what is said in their place.</summary>
    private SiteSettings Said(SiteSettings settings, IReadOnlyList<string> pageNames, Dictionary<string, string> said)
    {
        string Of(string name, string otherwise) => said.GetValueOrDefault(name, otherwise);
        Option Labelled(Option option, string place) => said.TryGetValue($"{place}.{option.Id}", out var label) ? option with { Label = label } : option with { Language = source.Code };
        return settings with
        {
            Language = language.Code,
            Folder = language.Folder,
            SiteTitle = Of("SiteTitle", settings.SiteTitle),
            Description = Of("Description", settings.Description),
            Credit = Of("Credit", settings.Credit),
            HelpLine = settings.HelpLine is not { } help ? null
                : help with { Question = Of("HelpLine.Question", help.Question), Name = Of("HelpLine.Name", help.Name), Hours = Of("HelpLine.Hours", help.Hours) },
            Principles = [.. settings.Principles.Zip(pageNames).Select(p => p.First with
            {
                Title = Of($"Principles.{p.Second}", p.First.Title),
                Language = said.ContainsKey($"Principles.{p.Second}") ? "" : source.Code,
                Page = p.First.Page.Length > 0 ? language.Folder + p.First.Page : "",
            })],
            Scales = settings.Scales.ToDictionary(s => s.Key, s => s.Value with
            {
                Options = [.. s.Value.Options.Select(o => Labelled(o, $"Scales.{s.Key}"))],
                NotApplicable = s.Value.NotApplicable is { } apart ? Labelled(apart, $"Scales.{s.Key}") : null,
            }),
            Lists = settings.Lists.ToDictionary(l => l.Key, l => (IReadOnlyList<Option>)[.. l.Value.Select(o => Labelled(o, $"Lists.{l.Key}"))]),
            Untranslated = TextsOf(settings, pageNames).Select(t => string.Join('.', t.Path)).Where(name => !said.ContainsKey(name)).ToHashSet(),
        };
    }

    /// <summary>An error for each key that the source does not have, or that is the same in every language.</summary>
    private void Unread(YamlMap map, IReadOnlyList<string> above, IReadOnlyList<(IReadOnlyList<string> Path, string Text)> wanted)
    {
        var here = wanted.Where(w => w.Path.Count > above.Count && w.Path.Take(above.Count).SequenceEqual(above, StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var (key, value) in map.Entries)
        {
            var below = here.Where(w => w.Path[above.Count].Equals(key, StringComparison.OrdinalIgnoreCase)).ToList();
            if (below.Count == 0)
            {
                log.Error("TK6013", value.Position, $"{SettingsFile} has nothing to translate under '{string.Join('.', above.Append(key))}'.", Suggestion.For(key, here.Select(w => w.Path[above.Count])));
            }
            else if (below[0].Path.Count > above.Count + 1)
            {
                Unread(map.Map(key, log), [.. above, key], wanted);
            }
        }
    }
}
