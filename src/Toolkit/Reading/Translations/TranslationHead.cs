using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>What the keys of a page say in another language, before its Markdown is read.</summary>
/// <param name="Page">The page of that language, without its content.</param>
/// <param name="Source">Its file; null where there is none, or it could not be read.</param>
/// <param name="Texts">How its texts stand; so far that of the keys.</param>
internal sealed record TranslationHead(Page Page, PageSource? Source, TextLog Texts)
{
    /// <summary>What the text of a page's keys is called among its texts.</summary>
    public const string Name = "keys";

    private static readonly string[] Own = ["NavigationTitle", "BreadcrumbTitle", "Tags"];

    /// <summary>The keys that say something to readers, with what the source says.</summary>
    public static IReadOnlyList<(string Key, string Text)> TextsOf(Page page) =>
    [
        .. new[]
        {
            ("Title", page.Title),
            ("Description", page.Description),
            ("NavigationTitle", page.NavigationTitle == page.Title ? "" : page.NavigationTitle),
            ("BreadcrumbTitle", page.BreadcrumbTitle),
            ("Tags", string.Join(", ", page.Tags)),
        }.Where(k => k.Item2.Length > 0),
    ];

    /// <summary>Digits of what the keys of a page say.</summary>
    public static string DigitsOf(Page page) => SourceWords.Digits(string.Join('\n', TextsOf(page).Select(k => $"{k.Key}: {k.Text}")));

    /// <summary>Reads the keys of a page's translation.</summary>
    /// <param name="page">The source's page.</param>
    /// <param name="language">The language.</param>
    /// <param name="source">Tag of the source's language.</param>
    /// <param name="text">The translation; null where there is none.</param>
    /// <param name="log">Takes the problems.</param>
    public static TranslationHead Read(Page page, SiteLanguage language, string source, SourceText? text, ProblemLog log)
    {
        var texts = new TextLog(page.SourcePath, language.Folder + page.SourcePath, log);
        var head = page with
        {
            OutputPath = language.Folder + page.OutputPath,
            Blocks = [],
            Footnotes = [],
            // Where a page was before, its translation was too.
            RedirectFrom = [.. page.RedirectFrom.Select(old => language.Folder + old)],
            TitleLanguage = source,
            DescriptionLanguage = page.Description.Length > 0 ? source : "",
        };
        if (text is null)
        {
            texts.Missing(Name, DigitsOf(page));
            return new(head, null, texts);
        }

        var (front, bodyStart, lineOffset) = PageSource.FrontMatter(text, log);
        var keys = front.Length == 0 ? YamlMap.Empty : YamlMap.Read(text, front, lineOffset, log);
        var markers = new Markers(text, 1, text.At(bodyStart).Line, yaml: true, log);
        if (keys.Entries.Values.All(v => v.Scalar is ""))
        {
            _ = markers.First();
            texts.Missing(Name, DigitsOf(page));
        }
        else
        {
            var at = keys.Entries.Values.First().Position;
            var status = texts.Found(Name, DigitsOf(page), markers.First(), at, yaml: true);
            Check(page, keys, status, log);
            head = Say(page, head, keys);
        }

        markers.SayUnread();
        return new(head, PageSource.OfTranslation(text, bodyStart, head), texts);
    }

    private static Page Say(Page page, Page head, YamlMap keys)
    {
        string? Said(string key) => keys[key] is { Length: > 0 } said ? said : null;
        var title = Said("Title") ?? page.Title;
        return head with
        {
            Title = title,
            TitleLanguage = Said("Title") is null ? head.TitleLanguage : "",
            Description = Said("Description") ?? page.Description,
            DescriptionLanguage = Said("Description") is null ? head.DescriptionLanguage : "",
            NavigationTitle = Said("NavigationTitle") ?? (page.NavigationTitle == page.Title || Said("Title") is not null ? title : page.NavigationTitle),
            BreadcrumbTitle = Said("BreadcrumbTitle") ?? (Said("Title") is not null ? "" : page.BreadcrumbTitle),
            Tags = keys.Entries.ContainsKey("Tags") ? keys.Texts("Tags") : page.Tags,
        };
    }

    private static void Check(Page page, YamlMap keys, TextStatus status, ProblemLog log)
    {
        var said = TextsOf(page).Select(k => k.Key).ToList();
        foreach (var (key, value) in keys.Entries.Where(e => !said.Contains(e.Key, StringComparer.OrdinalIgnoreCase) && !Own.Contains(e.Key, StringComparer.OrdinalIgnoreCase)))
        {
            log.Warning("TK6019", value.Position, $"Nothing reads '{key}' in a translation: {page.SourcePath} says it for every language.", $"Take it out. What is translated here: {string.Join(", ", said.Union(Own))}.");
        }

        foreach (var key in said.Where(key => status == TextStatus.Translated && keys[key] is not { Length: > 0 } && !(key is "Tags" && keys.Entries.ContainsKey(key))))
        {
            log.Error("TK6017", keys.Entries.Values.First().Position, $"'{key}' is not translated, and the line above says that all keys are.", $"Write '{key}: …', or take the keys out as long as nobody has translated them.");
        }
    }
}
