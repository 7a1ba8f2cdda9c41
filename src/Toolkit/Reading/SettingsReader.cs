using System.Globalization;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Reads <c>settings.yml</c> into <see cref="SiteSettings"/>.</summary>
public static class SettingsReader
{
    private static readonly string[] _keys =
    [
        "SiteTitle", "Description", "Language", "Host", "LinkRoot", "GuideVersion", "Paper", "ExitUrl", "Credit", "HelpLine",
        "Principles", "Scales", "Lists", "GenerateSearchIndex", "GenerateSitemap", "NetlifyRedirects",
        "ValidateRelativeLinks", "ValidateAbsoluteLinks", "WholeGuide",
    ];

    /// <summary>
    /// Reads the settings. The principles' pages are still the names that the author wrote;
    /// <see cref="SiteReader"/> resolves them.
    /// </summary>
    /// <param name="map">The file's entries.</param>
    /// <param name="overrides">From the command line; they win.</param>
    /// <param name="log">Takes the problems.</param>
    public static SiteSettings Read(YamlMap map, IReadOnlyDictionary<string, string> overrides, ProblemLog log)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (!_keys.Contains(key, StringComparer.OrdinalIgnoreCase) && !PageSource.Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                log.Warning("TK1010", value.Position, $"Nothing reads the setting '{key}'.", Suggestion.For(key, _keys));
            }
        }

        foreach (var key in overrides.Keys.Where(k => !_keys.Contains(k, StringComparer.OrdinalIgnoreCase)))
        {
            log.Warning("TK1010", null, $"Nothing reads the setting '{key}' given on the command line.", Suggestion.For(key, _keys));
        }

        var settings = new SiteSettings();
        string Say(string key, string otherwise) =>
            overrides.FirstOrDefault(o => o.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value ?? map[key] ?? otherwise;
        bool Flag(string key) => !bool.TryParse(Say(key, "true"), out var flag) || flag;

        Severity? Level(string key)
        {
            var level = Say(key, "Error");
            if (level.Equals("None", StringComparison.OrdinalIgnoreCase) || level.Equals("false", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            if (Enum.TryParse<Severity>(level, ignoreCase: true, out var severity))
            {
                return severity;
            }

            log.Error("TK1011", map.Entries.GetValueOrDefault(key)?.Position, $"'{key}' is '{level}'.", $"Write '{key}: Error', '{key}: Warning' or '{key}: None'.");
            return Severity.Error;
        }

        var paper = Say("Paper", settings.Paper);
        if (paper is not ("Letter" or "A4"))
        {
            log.Error("TK1014", map.Entries.GetValueOrDefault("Paper")?.Position, $"There is no paper '{paper}'.", "Write 'Paper: Letter' or 'Paper: A4'.");
            paper = settings.Paper;
        }

        string Place(string key, Func<string, bool> isRight, string advice)
        {
            var value = Say(key, "");
            if (value.Length == 0 || isRight(value))
            {
                return value;
            }

            log.Error("TK3026", map.Entries.GetValueOrDefault(key)?.Position, $"'{key}' is '{OutputPath.Shown(value)}', where no site can be.", advice);
            return "";
        }

        return settings with
        {
            SiteTitle = Say("SiteTitle", "Untitled site"),
            Description = Say("Description", ""),
            Language = Say("Language", settings.Language),
            Host = Place("Host", IsHost, "Write the name alone, such as 'Host: toolkit.example.org'."),
            LinkRoot = Place("LinkRoot", IsPath, "Write the path under the host, such as 'LinkRoot: /toolkit', or leave it out.").TrimEnd('/'),
            GuideVersion = Say("GuideVersion", ""),
            Paper = paper,
            ExitUrl = Say("ExitUrl", settings.ExitUrl),
            Credit = Say("Credit", ""),
            HelpLine = ReadHelpLine(map, log),
            Principles = [.. map.Maps("Principles", log).Select((p, i) => new Principle(i + 1, p.Map["Title"] ?? "", p.Map["Page"] ?? ""))],
            Scales = ReadScales(map, log),
            Lists = map.Map("Lists", log).Entries.Keys.ToDictionary(
                name => name, name => ReadOptions(map.Map("Lists", log).Maps(name, log), log)),
            GenerateSearchIndex = Flag("GenerateSearchIndex"),
            GenerateSitemap = Flag("GenerateSitemap"),
            WholeGuide = Flag("WholeGuide"),
            NetlifyRedirects = Say("NetlifyRedirects", "false").Equals("true", StringComparison.OrdinalIgnoreCase),
            ValidateRelativeLinks = Level("ValidateRelativeLinks"),
            ValidateAbsoluteLinks = Level("ValidateAbsoluteLinks"),
        };
    }

    /// <summary>A name, perhaps with a port and a path; <c>https://</c> may stand before it.</summary>
    private static bool IsHost(string value)
    {
        var whole = value.Contains("://", StringComparison.Ordinal) ? value : "https://" + value;
        var parts = whole[(whole.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/', 2);
        return Uri.TryCreate(whole, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 && address.Host.Length > 0
            && !parts[0].Any(c => char.IsWhiteSpace(c) || c is '?' or '#' or '\\') && (parts.Length == 1 || IsPath(parts[1]));
    }

    private static bool IsPath(string value) =>
        value.Trim('/') is var path && (path.Length == 0 || (OutputPath.Trouble(path) is null && !path.Any(c => char.IsWhiteSpace(c) || c is '?' or '#')));

    private static HelpLine? ReadHelpLine(YamlMap map, ProblemLog log)
    {
        if (!map.Entries.ContainsKey("HelpLine"))
        {
            return null;
        }

        var help = map.Map("HelpLine", log);
        return new HelpLine(
            help["Question"] ?? "Need help yourself?", help["Name"] ?? "", help["Phone"] ?? "", help["TextTo"] ?? "",
            help["Hours"] ?? "", help["Url"] ?? "");
    }

    private static Dictionary<string, Scale> ReadScales(YamlMap map, ProblemLog log)
    {
        var scales = new Dictionary<string, Scale>();
        var all = map.Map("Scales", log);
        foreach (var name in all.Entries.Keys)
        {
            var scale = all.Map(name, log);
            var options = ReadOptions(scale.Maps("Options", log), log);
            if (options.Count < 2)
            {
                log.Error("TK1015", all.Entries[name].Position, $"The scale '{name}' has fewer than two options.", "Give it 'Options:' with an Id, a Label and a Value each.");
            }

            var apart = scale.Map("NotApplicable", log);
            scales[name] = new Scale(
                name,
                [.. options.Select((o, i) => o.Value is null ? o with { Value = i } : o)],
                apart["Id"] is { } id ? new Option(id, apart["Label"] ?? id) : null);
        }

        return scales;
    }

    private static IReadOnlyList<Option> ReadOptions(IEnumerable<(SourcePosition Position, YamlMap Map)> maps, ProblemLog log)
    {
        var options = new List<Option>();
        foreach (var (position, map) in maps)
        {
            var id = map["Id"] ?? "";
            if (!FieldId.IsSegment(id))
            {
                log.Error("TK1016", position, $"The option '{map["Label"] ?? ""}' has the id '{id}'.",
                    $"Write 'Id: {Slug.Segment(map["Label"] ?? "option")}': small letters, digits and hyphens, at most {FieldId.LongestSegment} characters.");
                continue;
            }

            if (options.Any(o => o.Id == id))
            {
                log.Error("TK1017", position, $"The option id '{id}' stands twice in this list.", "Give each option an id of its own.");
                continue;
            }

            int? value = int.TryParse(map["Value"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
            options.Add(new Option(id, map["Label"] ?? id, value));
        }

        return options;
    }
}
