using Toolkit.Model;
using Toolkit.Reading.Translations;
using Toolkit.Words;

namespace Toolkit.Reading;

/// <summary>Reads a whole site from its input folders.</summary>
/// <param name="markdown">Knows the constructs of the content language.</param>
/// <param name="catalogue">What is added to the authors' words, in every language.</param>
internal sealed class SiteReader(MarkdownReader markdown, WordCatalogue catalogue)
{
    /// <summary>Reads everything. Problems are logged; the site holds what could be read.</summary>
    /// <param name="files">The files of the input.</param>
    /// <param name="overrides">Settings from the command line.</param>
    /// <param name="log">Takes the problems.</param>
    /// <param name="cancellation">Ends the run.</param>
    public ReadSite Read(
        IReadOnlyList<InputFile> files, IReadOnlyDictionary<string, string> overrides, ProblemLog log, CancellationToken cancellation)
    {
        var texts = AtOnce.Each([.. files.Where(f => f.IsText)], f => f.Read(log) is { } bytes ? SourceText.Read(f.Path, bytes, log) : null, cancellation)
            .OfType<SourceText>()
            .ToDictionary(t => t.Path);

        YamlMap Yaml(string path) => texts.TryGetValue(path, out var text) ? YamlMap.Read(text, text.Text, 0, log) : YamlMap.Empty;
        var settingsMap = Yaml("settings.yml");
        var settings = SettingsReader.Read(settingsMap, overrides, log);
        var words = catalogue.For(settings.Language);
        var glossary = GlossaryReader.Read(texts.GetValueOrDefault("glossary.yml"), log);
        var astray = TranslationReader.Astray(files, texts, settings, log);
        files = [.. files.Where(f => !TranslationReader.IsTranslation(f.Path, settings) && !astray.Contains(f))];
        var keys = new KeyFiles(files, texts, log);

        var written = AtOnce.Each(
            [.. files.Where(f => IsMarkdown(f) && !f.IsHidden && texts.ContainsKey(f.Path))],
            f => PageSource.Read(texts[f.Path], [settingsMap, .. keys.For(f)], log), cancellation);
        List<string> drafts = [.. written.Where(s => s.Excluded).Select(s => s.Text.Path)];
        List<PageSource> sources = [.. written.Where(s => !s.Excluded)];
        keys.SayUnread(files.Where(IsMarkdown));
        sources = [.. sources
            .OrderBy(s => s.Page.SourcePath.Contains('/', StringComparison.Ordinal) ? s.Page.SourcePath[..s.Page.SourcePath.LastIndexOf('/')] : "", StringComparer.Ordinal)
            .ThenBy(s => s.Page.Order).ThenBy(s => s.Page.SourcePath, StringComparer.Ordinal)];
        var others = files.Where(f => !f.IsHidden && !IsMarkdown(f) && !IsYaml(f)).ToList();
        NameChecks.Run(sources, others, log);

        var links = new LinkTable([.. sources.Select(s => s.Page)], others, settings.LinkRoot);
        var principlePages = settings.Principles.Select(p => p.Page).ToList();
        var at = settingsMap.Entries.GetValueOrDefault("Principles")?.Position;
        settings = settings with
        {
            Principles = [.. settings.Principles.Select(p => p with { Page = links.Named(p.Page, at ?? new SourcePosition("settings.yml", 1, 1), log)?.OutputPath ?? "" })],
        };
        foreach (var source in sources)
        {
            if (source.Page.Metadata.GetValueOrDefault(PageSource.FirstStep) is { } name)
            {
                _ = links.Named(name, source.PositionOf(PageSource.FirstStep), log);
            }
        }

        var pages = AtOnce.Each(sources, s => markdown.Read(s, links, glossary, settings, words, log), cancellation);

        var bySource = sources.ToDictionary(s => s.Page.SourcePath);
        var translations = new TranslationReader(markdown, new SourceSite(settings, principlePages, glossary, pages, bySource, drafts, texts, others), log);
        var editions = settings.Languages.Skip(1).Select(l => translations.Read(l, catalogue.For(l.Code), cancellation)).ToList();
        var copied = StaticFiles.Read(others, path => links.IsAskedFor(path) || editions.Any(e => e.Links.IsAskedFor(path)), texts, log, cancellation);
        var serials = SerialsReader.Read(texts.GetValueOrDefault(SerialsReader.FileName), log);
        return new ReadSite(SiteOf(settings, pages, glossary, copied, words, serials, log), words, texts, bySource)
        {
            Editions =
            [
                .. editions.Select(e => catalogue.For(e.Language.Code) is var said
                    ? new ReadSite(SiteOf(e.Settings, e.Pages, e.Glossary, copied, said, serials, log), said, texts, bySource) { Report = e.Report } : null!),
            ],
        };
    }

    /// <summary>The whole site in one language.</summary>
    private static Site SiteOf(
        SiteSettings settings, IReadOnlyList<Page> pages, IReadOnlyList<GlossaryEntry> glossary, IReadOnlyList<StaticFile> files,
        LanguageWords words, IReadOnlyDictionary<string, IReadOnlyList<string>>? serials, ProblemLog log)
    {
        var instruments = InstrumentsOf(pages, log);
        var site = new Site
        {
            Settings = settings,
            Pages = [.. pages.Select(p => p with { Blocks = Placed(p, pages, instruments, log) })],
            Files = files,
            Glossary = glossary,
            Instruments = [.. instruments.Values],
        };
        return site with { Documents = DocumentPlan.For(site, words, serials) };
    }

    private static bool IsMarkdown(InputFile file) => file.EndsWith(".md");

    private static bool IsYaml(InputFile file) => file.EndsWith(".yml");

    private static Dictionary<string, Instrument> InstrumentsOf(IReadOnlyList<Page> pages, ProblemLog log)
    {
        var found = new Dictionary<string, Instrument>();
        foreach (var instrument in pages.OrderBy(p => p.Kind == PageKind.Tool ? 0 : 1).SelectMany(p => p.Blocks).OfType<Instrument>())
        {
            if (!found.TryAdd(instrument.Id, instrument))
            {
                log.Error("TK2002", instrument.Source, $"The id '{instrument.Id}' belongs to an instrument already, at {found[instrument.Id].Source}.",
                    $"Give one of them another id; to show the same instrument again, write: ::: instrument {instrument.Id}");
            }
        }

        return found;
    }

    /// <summary>The blocks of a page with every use of an instrument replaced: by the instrument, or where it stands already by a link.</summary>
    private static IReadOnlyList<Block> Placed(Page page, IReadOnlyList<Page> pages, Dictionary<string, Instrument> instruments, ProblemLog log)
    {
        if (!page.Blocks.Any(b => b is InstrumentUse))
        {
            return page.Blocks;
        }

        var placed = page.Blocks.OfType<Instrument>().Select(i => i.Id).ToHashSet();
        var blocks = new List<Block>();
        foreach (var block in page.Blocks)
        {
            if (block is not InstrumentUse use)
            {
                blocks.Add(block);
            }
            else if (!instruments.TryGetValue(use.Id, out var instrument))
            {
                log.Error("TK2112", use.Source, $"There is no instrument '{use.Id}'.", Suggestion.For(use.Id, instruments.Keys));
            }
            else if (placed.Add(use.Id))
            {
                blocks.Add(instrument with { Source = use.Source });
            }
            else
            {
                var home = pages.First(p => p.Blocks.OfType<Instrument>().Any(i => i.Id == use.Id));
                blocks.Add(new Paragraph([new InternalLink(home.OutputPath, "", instrument.Titled) { Source = use.Source }]) { Source = use.Source });
            }
        }

        return blocks;
    }
}

/// <summary>A site with what the checks and the cache need beside it.</summary>
/// <param name="Site">The site.</param>
/// <param name="Words">What is added to the authors' words, in the language of the site.</param>
/// <param name="Texts">Every text of the input by path.</param>
/// <param name="Sources">Every page's source by path.</param>
internal sealed record ReadSite(Site Site, LanguageWords Words, IReadOnlyDictionary<string, SourceText> Texts, IReadOnlyDictionary<string, PageSource> Sources)
{
    /// <summary>The same site in its other languages.</summary>
    public IReadOnlyList<ReadSite> Editions { get; init; } = [];

    /// <summary>How far the translation is; null for the first language.</summary>
    public TranslationReport? Report { get; init; }
}
