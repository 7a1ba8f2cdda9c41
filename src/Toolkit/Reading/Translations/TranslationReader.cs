using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Reading.Translations;

/// <summary>Reads what a site says in its other languages.</summary>
/// <param name="markdown">Knows the constructs of the content language.</param>
/// <param name="source">The site in its first language, as far as it was read.</param>
/// <param name="log">Takes the problems.</param>
internal sealed class TranslationReader(MarkdownReader markdown, SourceSite source, ProblemLog log)
{
    /// <summary>Whether a file of the input says something in another language than the first.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="settings">Name the languages.</param>
    public static bool IsTranslation(string path, SiteSettings settings) =>
        settings.Languages.Skip(1).Any(l => path.StartsWith(l.Folder, StringComparison.Ordinal)
            && (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path[l.Folder.Length..] is SettingsTranslator.SettingsFile or SettingsTranslator.GlossaryFile));

    /// <summary>
    /// An error for each folder of translations that no language is named for, or that is written otherwise than its language: pages of
    /// both would be taken for such of the source.
    /// </summary>
    /// <param name="files">Of the input.</param>
    /// <param name="texts">Those that are text, by path.</param>
    /// <param name="settings">Name the languages.</param>
    /// <param name="log">Takes the problems.</param>
    /// <returns>The files in these folders.</returns>
    public static IReadOnlySet<InputFile> Astray(IReadOnlyList<InputFile> files, IReadOnlyDictionary<string, SourceText> texts, SiteSettings settings, ProblemLog log)
    {
        var astray = new HashSet<InputFile>();
        var folders = files.Where(f => !f.IsHidden && f.Path.Contains('/', StringComparison.Ordinal)).GroupBy(f => f.Path[..f.Path.IndexOf('/', StringComparison.Ordinal)])
            .Where(g => !settings.Languages.Any(l => l.Code == g.Key));
        foreach (var folder in folders)
        {
            var said = folder.Where(f => texts.ContainsKey(f.Path)).ToList();
            if (settings.Languages.Skip(1).FirstOrDefault(l => l.Code.Equals(folder.Key, StringComparison.OrdinalIgnoreCase)) is { } language && said.Count > 0)
            {
                log.Error("TK6004", new SourcePosition(said[0].Path, 1, 1), $"The folder '{folder.Key}' is that of the language '{language.Code}', and written otherwise.", $"Name the folder '{language.Code}'.");
                astray.UnionWith(folder);
            }
            else if (SiteLanguage.NameOf(folder.Key) is { } name && said.FirstOrDefault(f => Markers.StandIn(texts[f.Path].Text)) is { } first)
            {
                log.Error("TK6004", new SourcePosition(first.Path, 1, 1), $"This is a translation into '{folder.Key}' ({name}), and 'Languages' does not name that language.",
                    $"Write in settings.yml: Languages: [{string.Join(", ", settings.Languages.Select(l => l.Code).DefaultIfEmpty(settings.Language).Append(folder.Key))}]");
                astray.UnionWith(folder);
            }
        }

        return astray;
    }

    /// <summary>The site in one of its other languages; what nobody has translated is said in the words of the source.</summary>
    /// <param name="language">Which.</param>
    /// <param name="words">What the program itself says in it.</param>
    /// <param name="cancellation">Ends the run.</param>
    public Edition Read(SiteLanguage language, LanguageWords words, CancellationToken cancellation)
    {
        var first = source.Settings.Languages[0];
        SourceText? Text(string path) => source.Texts.GetValueOrDefault(language.Folder + path);
        var others = new SettingsTranslator(language, first, log);
        var settings = others.Settings(source.Settings, source.PrinciplePages, Text(SettingsTranslator.SettingsFile));
        var glossary = others.Glossary(source.Glossary, Text(SettingsTranslator.GlossaryFile));
        SayStrangers(language);
        var heads = source.Pages.Select(p => TranslationHead.Read(p, language, first.Code, Text(p.SourcePath), log)).ToList();
        var links = new LinkTable([.. heads.Select(h => h.Page)], source.Files, settings.LinkRoot, language.Folder);
        var translator = new PageTranslator(markdown, new LanguageReading(language, first, settings, glossary, words, links), log);
        var pages = AtOnce.Each([.. source.Pages.Zip(heads)], p => translator.Translate(p.First, source.Sources[p.First.SourcePath], p.Second), cancellation);
        var moved = new Moved(language, source.Pages.Select(p => p.OutputPath).ToHashSet(StringComparer.Ordinal), source.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal), glossary);
        return new Edition(
            language,
            settings,
            glossary,
            [.. pages.Select(moved.Page)],
            links,
            new TranslationReport(language, [.. others.Files, .. heads.Select(h => h.Texts.File)], words.Language.Split('-')[0] == language.Code.Split('-')[0] ? words.Missing : null));
    }

    /// <summary>An error for each file that translates none of the source. A page that is not published is translated for later.</summary>
    private void SayStrangers(SiteLanguage language)
    {
        var known = source.Pages.Select(p => p.SourcePath).Concat(source.Drafts).ToHashSet(StringComparer.Ordinal);
        foreach (var path in source.Texts.Keys.Where(p => p.StartsWith(language.Folder, StringComparison.Ordinal) && p.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !p.Split('/').Any(part => part.StartsWith('_'))))
        {
            if (!known.Contains(path[language.Folder.Length..]))
            {
                log.Error("TK6010", new SourcePosition(path, 1, 1), $"There is no page '{path[language.Folder.Length..]}' that this could translate.",
                    $"A translation has the path and name of its page. {Suggestion.For(path[language.Folder.Length..], known)}");
            }
        }
    }
}

/// <summary>A site in its first language, as far as translations need it.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="PrinciplePages">What the settings call the page of each principle.</param>
/// <param name="Glossary">The glossary.</param>
/// <param name="Pages">Pages in order, uses of instruments not yet replaced.</param>
/// <param name="Sources">Their files by path.</param>
/// <param name="Drafts">Paths of pages that are left out.</param>
/// <param name="Texts">Every text of the input by path.</param>
/// <param name="Files">Every file that may be linked to.</param>
internal sealed record SourceSite(
    SiteSettings Settings,
    IReadOnlyList<string> PrinciplePages,
    IReadOnlyList<GlossaryEntry> Glossary,
    IReadOnlyList<Page> Pages,
    IReadOnlyDictionary<string, PageSource> Sources,
    IReadOnlyList<string> Drafts,
    IReadOnlyDictionary<string, SourceText> Texts,
    IReadOnlyList<InputFile> Files);

/// <summary>What was read of a site in one of its other languages.</summary>
/// <param name="Language">Which.</param>
/// <param name="Settings">The settings in it.</param>
/// <param name="Glossary">The glossary in it.</param>
/// <param name="Pages">Pages in the order of the source, uses of instruments not yet replaced.</param>
/// <param name="Links">Where links may lead.</param>
/// <param name="Report">How far it is.</param>
internal sealed record Edition(
    SiteLanguage Language, SiteSettings Settings, IReadOnlyList<GlossaryEntry> Glossary, IReadOnlyList<Page> Pages, LinkTable Links, TranslationReport Report);
