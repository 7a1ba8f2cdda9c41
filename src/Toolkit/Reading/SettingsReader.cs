using System.Globalization;
using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Reads <c>settings.yml</c> into <see cref="SiteSettings"/>.</summary>
internal static partial class SettingsReader
{
    private static readonly string[] Keys =
    [
        "SiteTitle", "Description", "Language", "Host", "LinkRoot", "GuideVersion", "Paper", "ExitUrl", "Credit", "HelpLine",
        "Principles", "Scales", "Lists", "GenerateSearchIndex", "GenerateSitemap", "NetlifyRedirects",
        "ValidateRelativeLinks", "ValidateAbsoluteLinks", "WholeGuide", "TextEditions", "WholeToolkit", "KeepOnDevice",
        .. LanguagesReader.Keys,
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
            if (!Keys.Contains(key, StringComparer.OrdinalIgnoreCase) && !PageSource.Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                log.Warning("TK1010", value.Position, $"Nothing reads the setting '{key}'.", Suggestion.For(key, Keys));
            }
        }

        foreach (var key in overrides.Keys.Where(k => !Keys.Contains(k, StringComparer.OrdinalIgnoreCase)))
        {
            log.Warning("TK1010", null, $"Nothing reads the setting '{key}' given on the command line.", Suggestion.For(key, Keys));
        }

        var settings = new SiteSettings();
        string? Given(string key) => overrides.Where(o => o.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Select(o => CleanText.OneLine(o.Value)).FirstOrDefault();
        string Say(string key, string otherwise) => Given(key) ?? map[key] ?? otherwise;
        // What the command line says has no place in a file.
        SourcePosition? At(string key) => Given(key) is null ? map.At(key) : null;
        bool Flag(string key, bool otherwise) => WrittenKey.Flag(key, Say(key, "") is { Length: > 0 } written ? written : null, otherwise, At(key), log);
        Severity? Level(string key) => WrittenKey.Level(key, Say(key, "Error"), At(key), log);

        var paper = Say("Paper", settings.Paper);
        if (paper is not ("Letter" or "A4"))
        {
            log.Error("TK1014", At("Paper"), $"There is no paper '{paper}'.", "Write 'Paper: Letter' or 'Paper: A4'.");
            paper = settings.Paper;
        }

        var language = Say("Language", settings.Language);
        if (!LanguageTag.IsOne(language))
        {
            log.Error("TK2018", At("Language"), $"'Language' is '{OutsideAddress.Visible(language)}', and that is no language.", LanguageTag.Advice);
            language = settings.Language;
        }

        var languages = LanguagesReader.Read(map, Given("Languages"), Given("Language") ?? map["Language"], log);
        var host = Host(Say("Host", ""), At("Host"), log);
        var lists = map.Map("Lists", log);
        return settings with
        {
            SiteTitle = Say("SiteTitle", "Untitled site"),
            Description = Say("Description", ""),
            Language = languages.Count > 0 ? languages[0].Code : language,
            Languages = languages.Count > 1 ? languages : [],
            Host = host,
            LinkRoot = LinkRoot(Say("LinkRoot", ""), At("LinkRoot"), log),
            GuideVersion = Say("GuideVersion", ""),
            Paper = paper,
            ExitUrl = ExitUrl(Say("ExitUrl", settings.ExitUrl), host, At("ExitUrl"), log) ?? settings.ExitUrl,
            Credit = Say("Credit", ""),
            HelpLine = ReadHelpLine(map, log),
            Principles = [.. map.Maps("Principles", log).Select(ReadPrinciple)],
            Scales = ReadScales(map, log),
            Lists = lists.Entries.Keys.ToDictionary(name => name, name => ReadOptions(lists.Maps(name, log), log)),
            GenerateSearchIndex = Flag("GenerateSearchIndex", true),
            GenerateSitemap = Flag("GenerateSitemap", true),
            WholeGuide = Flag("WholeGuide", true),
            TextEditions = Flag("TextEditions", false),
            WholeToolkit = Flag("WholeToolkit", true),
            KeepOnDevice = Flag("KeepOnDevice", true),
            NetlifyRedirects = Flag("NetlifyRedirects", false),
            ValidateRelativeLinks = Level("ValidateRelativeLinks"),
            ValidateAbsoluteLinks = Level("ValidateAbsoluteLinks"),
        };
    }

    /// <summary>
    /// Where people go who have to leave at once. A wrong address would keep them here: the link would be one within the
    /// site, or a page of the browser that says so.
    /// </summary>
    private static string? ExitUrl(string written, string host, SourcePosition? at, ProblemLog log)
    {
        if (OutsideAddress.OfKey("ExitUrl", written, AddressKinds.Https, at, log) is not { } address)
        {
            return null;
        }

        if (host.Length > 0 && OutsideAddress.IsSameHost(new Uri(address).Host, host))
        {
            log.Error("TK1048", at, $"'ExitUrl' is '{written}', and that is this site itself.", "Name a page of another site that nobody would wonder about, such as https://www.weather.gov/.");
            return null;
        }

        return address;
    }

    private static string Host(string written, SourcePosition? at, ProblemLog log)
    {
        var host = written.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? written["https://".Length..].TrimEnd('/') : written;
        if (host.Length == 0 && written.Length == 0)
        {
            return "";
        }

        if (OutsideAddress.Host(host) is { } known)
        {
            return known;
        }

        log.Error("TK1046", at, $"'Host' is '{OutsideAddress.Visible(written)}', and that is no host.", "Write its name alone, such as toolkit.example.org; a path under it stands in 'LinkRoot'.");
        return "";
    }

    private static string LinkRoot(string written, SourcePosition? at, ProblemLog log)
    {
        if (RootPath().IsMatch(written) && !written.Split('/').Any(part => part is "." or ".."))
        {
            return written.TrimEnd('/');
        }

        log.Error("TK1046", at, $"'LinkRoot' is '{OutsideAddress.Visible(written)}', and that is no path under a host.", "Write letters, digits, '-', '.', '_' and '~', with '/' between folders, such as /toolkit.");
        return "";
    }

    private static Principle ReadPrinciple((SourcePosition Position, YamlMap Map) entry, int index)
    {
        entry.Map.CheckKeys("a principle", "Title", "Page");
        return new Principle(index + 1, entry.Map["Title"] ?? "", entry.Map["Page"] ?? "");
    }

    private static HelpLine? ReadHelpLine(YamlMap map, ProblemLog log)
    {
        var help = map.Map("HelpLine", log);
        if (help.Entries.Count == 0)
        {
            return null;
        }

        help.CheckKeys("the help line", "Question", "Name", "Phone", "TextTo", "Hours", "Url");
        string Number(string key)
        {
            var number = help[key] ?? "";
            if (number.Length == 0 || Telephone().IsMatch(number))
            {
                return number;
            }

            log.Error("TK1047", help.At(key), $"'{key}' is '{OutsideAddress.Visible(number)}', and a telephone would call something else.",
                "Write one number in digits, with spaces, hyphens, dots or brackets between them. Letters such as in 555-HELP stand for digits: write those. Other words go into 'Name' or 'Hours'.");
            return "";
        }

        return new HelpLine(
            help["Question"] ?? "Need help yourself?", help["Name"] ?? "", Number("Phone"), Number("TextTo"), help["Hours"] ?? "",
            help["Url"] is { Length: > 0 } url ? OutsideAddress.OfKey("Url", url, AddressKinds.Https, help.At("Url"), log) ?? "" : "");
    }

    private static Dictionary<string, Scale> ReadScales(YamlMap map, ProblemLog log)
    {
        var scales = new Dictionary<string, Scale>();
        var all = map.Map("Scales", log);
        foreach (var name in all.Entries.Keys)
        {
            var scale = all.Map(name, log);
            scale.CheckKeys($"the scale '{name}'", "Options", "NotApplicable");
            var options = ReadOptions(scale.Maps("Options", log), log);
            if (options.Count < 2)
            {
                log.Error("TK1015", all.Entries[name].Position, $"The scale '{name}' has fewer than two options.", "Give it 'Options:' with an Id, a Label and a Value each.");
            }

            var other = scale.Map("NotApplicable", log);
            var apart = other.Entries.Count > 0 ? ReadOptions([(scale.At("NotApplicable")!.Value, other)], log) : [];
            if (options.Concat(apart).GroupBy(o => o.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                log.Error("TK1017", scale.At("NotApplicable"), $"The option id '{twice.Key}' stands twice in this scale.", "Give each option an id of its own.");
            }

            scales[name] = new Scale(
                name,
                [.. options.Select((o, i) => o.Value is null ? o with { Value = i } : o)],
                apart is [var option] ? option with { Value = null } : null);
        }

        return scales;
    }

    private static IReadOnlyList<Option> ReadOptions(IEnumerable<(SourcePosition Position, YamlMap Map)> maps, ProblemLog log)
    {
        var options = new List<Option>();
        foreach (var (position, map) in maps)
        {
            map.CheckKeys("an option", "Id", "Label", "Value");
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
            if (value is null && map["Value"] is { Length: > 0 } written)
            {
                log.Error("TK1011", map.At("Value"), $"'Value' is '{written}'.", "Write a whole number, or leave it out: then options count from 0.");
            }

            options.Add(new Option(id, map["Label"] ?? id, value));
        }

        return options;
    }

    [GeneratedRegex(@"^(?:/?(?:[A-Za-z0-9._~\-]+/)*[A-Za-z0-9._~\-]*)\z")]
    private static partial Regex RootPath();

    // As people read it; a telephone gets the digits alone, so nothing else may be said here.
    [GeneratedRegex(@"^(?=(?:[^0-9]*[0-9]){3,15}[^0-9]*\z)\+?[0-9(][0-9 \u00A0()./\-\u2010-\u2013]*\z")]
    private static partial Regex Telephone();
}
