using Toolkit.Model;
using Toolkit.Reading;

namespace Toolkit.Checking;

/// <summary>What can be said about the content before anything is written.</summary>
public static class ContentChecks
{
    /// <summary>Reading grade above which a page gets a warning.</summary>
    public const double HighestGrade = 10;

    private static readonly string[] _emptyWords = ["click here", "here", "read more", "more", "link", "this", "this page", "learn more"];

    /// <summary>Runs all checks over a site that was read.</summary>
    public static void Run(ReadSite read, ProblemLog log)
    {
        // Of a page that could not be read nobody knows which places it has.
        var anchors = read.Site.Pages.Where(p => !read.Sources[p.SourcePath].Unread).ToDictionary(p => p.OutputPath, p => AnchorsOf(p, read.Site));
        var downloads = read.Site.Documents.SelectMany(d => new[] { $"downloads/{d.Id}.docx", $"downloads/{d.Id}.pdf" }).Append("downloads/index.json").ToHashSet();
        Parallel.ForEach(read.Site.Pages, page =>
        {
            Headings(page, log);
            Links(page, read.Site.Settings, anchors, downloads, log);
            NotesInInstruments(page, log);
            Grade(page, read, log);
            Picture(page, read, log);
        });

        Redirects(read, log);
        Documents(read.Site, log);
    }

    /// <summary>The ids that a page offers to links.</summary>
    public static HashSet<string> AnchorsOf(Page page, Site site)
    {
        var anchors = BlockText.All(page.Blocks).OfType<Heading>().Select(h => h.Id).ToHashSet(StringComparer.Ordinal);
        anchors.Add("main");
        foreach (var instrument in page.Blocks.OfType<Instrument>())
        {
            anchors.Add(instrument.Id);
            anchors.UnionWith(instrument.Parts.Select(p => p is SingleField f ? $"{instrument.Id}.{f.Item}" : $"{instrument.Id}.{((TableOfFields)p).Table.Id}"));
        }

        if (page.Layout == "glossary")
        {
            anchors.UnionWith(site.Glossary.Select(e => e.Id));
        }

        if (page.Layout == "workbook")
        {
            anchors.UnionWith(site.Instruments.Select(i => i.Id));
        }

        return anchors;
    }

    private static void Headings(Page page, ProblemLog log)
    {
        var before = 1;
        foreach (var heading in page.Blocks.OfType<Heading>())
        {
            if (heading.Level == 1)
            {
                log.Error("TK2201", heading.Source, $"The heading '{InlineText.Plain(heading.Content)}' is of the first level, which is the page's title.", $"Write: ## {InlineText.Plain(heading.Content)}");
            }
            else if (heading.Level > before + 1)
            {
                log.Error("TK2202", heading.Source, $"The heading '{InlineText.Plain(heading.Content)}' skips from level {before} to level {heading.Level}.",
                    $"Write: {new string('#', before + 1)} {InlineText.Plain(heading.Content)}");
            }

            before = Math.Max(2, heading.Level);
        }
    }

    private static void Links(Page page, SiteSettings settings, Dictionary<string, HashSet<string>> anchors, HashSet<string> downloads, ProblemLog log)
    {
        var notes = page.Footnotes.SelectMany(n => BlockText.Inlines(n.Content));
        foreach (var inline in BlockText.Inlines(page.Blocks).Select(i => i.Inline).Concat(notes))
        {
            if (inline is InternalLink link)
            {
                if (link.Anchor.Length > 0 && anchors.TryGetValue(link.Page, out var there) && !there.Contains(link.Anchor))
                {
                    log.Add(settings.ValidateRelativeLinks, "TK3010", link.Source, $"The link goes to '#{link.Anchor}' on {link.Page}, and nothing there has that id.", Suggestion.For(link.Anchor, there));
                }

                if (link.Page.StartsWith("downloads/", StringComparison.Ordinal) && !downloads.Contains(link.Page))
                {
                    log.Add(settings.ValidateRelativeLinks, "TK3003", link.Source, $"The link goes to '{link.Page}', and there is no such file.", Suggestion.For(link.Page, downloads));
                }

                Words(link.Content, link.Source, log);
            }
            else if (inline is ExternalLink external)
            {
                Words(external.Content, external.Source, log);
            }
        }
    }

    private static void Words(IReadOnlyList<Inline> content, SourcePosition at, ProblemLog log)
    {
        var words = InlineText.Plain(content).Trim();
        if (words.Length == 0)
        {
            log.Error("TK3011", at, "This link has no words.", "Write what it leads to: [What it leads to](address)");
        }
        else if (_emptyWords.Contains(words.ToLowerInvariant().TrimEnd('.')))
        {
            log.Warning("TK3012", at, $"The link says '{words}', which tells nobody where it leads.", "Let its words name what it leads to.");
        }
    }

    private static void NotesInInstruments(Page page, ProblemLog log)
    {
        foreach (var instrument in page.Blocks.OfType<Instrument>())
        {
            if (BlockText.Inlines([instrument]).Any(i => i.Inline is FootnoteReference))
            {
                log.Error("TK2203", instrument.Source, $"'{instrument.Title}' refers to a note, and notes cannot go with it into other pages.", "Put the note's words into the text, or into the chapter.");
            }
        }
    }

    private static void Grade(Page page, ReadSite read, ProblemLog log)
    {
        if (ReadingGrade.Of(page) is { } grade && grade > HighestGrade)
        {
            log.Warning("TK2301", read.Sources.TryGetValue(page.SourcePath, out var source) ? source.PositionOf("Title") : null,
                FormattableString.Invariant($"This page reads at grade {grade:0.0}; the guide aims at 8 to 9, and {HighestGrade:0} is the most."),
                "Shorten its longest sentences and choose plainer words.");
        }
    }

    private static void Picture(Page page, ReadSite read, ProblemLog log)
    {
        if (page.Image.Length > 0 && !read.Site.Files.Any(f => f.OutputPath == page.Image.TrimStart('/')))
        {
            log.Error("TK3004", read.Sources[page.SourcePath].PositionOf("Image"), $"The picture '{OutsideAddress.Visible(page.Image)}' is not there.", Suggestion.For(page.Image, read.Site.Files.Select(f => f.OutputPath)));
        }
    }

    private static void Redirects(ReadSite read, ProblemLog log)
    {
        var pages = read.Site.Pages.Select(p => p.OutputPath).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var from = new Dictionary<string, Page>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in read.Site.Pages)
        {
            var at = read.Sources[page.SourcePath].PositionOf("RedirectFrom");
            foreach (var old in page.RedirectFrom.Select(PathOf))
            {
                if (old.Equals(page.OutputPath, StringComparison.OrdinalIgnoreCase))
                {
                    log.Error("TK3020", at, $"The page redirects from '{old}' to itself.", "Name only addresses that the page had before.");
                }
                else if (pages.Contains(old))
                {
                    var other = read.Site.Pages.First(p => p.OutputPath.Equals(old, StringComparison.OrdinalIgnoreCase));
                    log.Error("TK3021", at,
                        other.RedirectFrom.Select(PathOf).Contains(page.OutputPath, StringComparer.OrdinalIgnoreCase)
                            ? $"Circular redirect: {old} -> {page.OutputPath} -> {old}."
                            : $"The page redirects from '{old}', where {other.SourcePath} is published.",
                        "Take the address out of RedirectFrom, or move the other page.");
                }
                else if (!from.TryAdd(old, page) && from[old] != page)
                {
                    log.Error("TK3022", at, $"'{old}' would lead to {from[old].SourcePath} and to {page.SourcePath}.", "Keep it in one of them.");
                }
            }
        }
    }

    private static string PathOf(string address) => address.Length == 0 || address.EndsWith('/') ? address + "index.html"
        : Path.HasExtension(address) ? address : address + ".html";

    private static void Documents(Site site, ProblemLog log)
    {
        foreach (var twice in site.Documents.GroupBy(d => d.Id).Where(g => g.Count() > 1))
        {
            log.Error("TK4002", null, $"Two documents would be called '{twice.Key}': of {string.Join(" and ", twice.Select(d => d.Page))}.", "Give one of the pages or instruments another name.");
        }
    }
}
