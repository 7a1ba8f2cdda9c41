using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit.Checking;

/// <summary>What can be said about the content before anything is written.</summary>
internal static class ContentChecks
{
    private static readonly string[] EmptyWords = ["click here", "here", "read more", "more", "link", "this", "this page", "learn more"];

    /// <summary>Runs all checks over a site that was read.</summary>
    /// <param name="read">The site.</param>
    /// <param name="formats">What documents can be written as, those that are left out this time too.</param>
    /// <param name="log">Takes the problems.</param>
    public static void Run(ReadSite read, IReadOnlyList<IDocumentFormat> formats, ProblemLog log)
    {
        // Of a page that could not be read nobody knows which places it has.
        var anchors = read.Site.Pages.Where(p => !read.Sources[p.SourcePath].Unread).ToDictionary(p => p.OutputPath, p => AnchorsOf(p, read.Site));
        var downloads = read.Site.Documents.SelectMany(d => formats.Select(f => Download.PathOf(d, f, read.Site.Settings))).Append(Download.ListPath).ToHashSet();
        Parallel.ForEach(read.Site.Pages, page =>
        {
            Headings(page, log);
            Links(page, read.Site.Settings, anchors, downloads, log);
            NotesInInstruments(page, log);
            Grade(page, read, read.Sources.TryGetValue(page.SourcePath, out var source) ? source.PositionOf("Title") : null, log);
            Picture(page, read, log);
        });

        foreach (var edition in read.Editions)
        {
            Edition(edition, formats, log);
        }

        Redirects(read, downloads, log);
        Roles(read, log);
        Documents(read, log);
    }

    /// <summary>A site in another language: it has the structure of the source, and links of its own.</summary>
    private static void Edition(ReadSite read, IReadOnlyList<IDocumentFormat> formats, ProblemLog log)
    {
        var anchors = read.Site.Pages.Where(p => !read.Sources[p.SourcePath].Unread).ToDictionary(p => p.OutputPath, p => AnchorsOf(p, read.Site));
        var downloads = read.Site.Documents.SelectMany(d => formats.Select(f => Download.PathOf(d, f, read.Site.Settings))).Append(Download.ListPath).ToHashSet();
        Parallel.ForEach(read.Site.Pages, page =>
        {
            Links(page, read.Site.Settings, anchors, downloads, log);
            // What stands there in the words of the source was measured with it.
            if (page.Untranslated == 0)
            {
                Grade(page, read, new SourcePosition(read.Site.Settings.Folder + page.SourcePath, 1, 1), log);
            }
        });
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

                if (link.Page.StartsWith(Download.Folder, StringComparison.Ordinal) && !downloads.Contains(link.Page))
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
        else if (EmptyWords.Contains(words.ToLowerInvariant().TrimEnd('.')))
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

    private static void Grade(Page page, ReadSite read, SourcePosition? at, ProblemLog log)
    {
        var language = read.Site.Settings.Language;
        if (ReadingGrade.Of(page, language) is { } grade && grade > ReadingGrade.Highest(language))
        {
            log.Warning("TK2301", at,
                FormattableString.Invariant($"This page reads at grade {grade:0.0}; {(ReadingGrade.IsSpanish(language) ? "" : "the guide aims at 8 to 9, and ")}{ReadingGrade.Highest(language):0} is the most."),
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

    /// <summary>An old address must be free: no page, no other file and no folder of them may be there.</summary>
    private static void Redirects(ReadSite read, HashSet<string> downloads, ProblemLog log)
    {
        var taken = new TakenPaths<(Page? Page, bool IsOld)>();
        foreach (var page in read.Site.Pages.Where(p => OutputPath.Trouble(p.OutputPath) is null))
        {
            taken.Take(page.OutputPath, (page, false));
        }

        foreach (var path in read.Site.Files.Select(f => f.OutputPath).Concat(downloads).Concat(HtmlWriter.OwnPaths).Where(p => OutputPath.Trouble(p) is null))
        {
            taken.Take(path, (null, false));
        }

        foreach (var page in read.Site.Pages)
        {
            foreach (var old in read.Sources[page.SourcePath].OldAddresses)
            {
                Redirect(page, old, taken, log);
            }
        }
    }

    private static void Redirect(Page page, OldAddress old, TakenPaths<(Page? Page, bool IsOld)> taken, ProblemLog log)
    {
        const string Advice = "Take the address out of RedirectFrom, or move what is there.";
        if (OutputPath.Key(old.Path).StartsWith(OutputPath.Key(HashedAssets.Folder), StringComparison.Ordinal))
        {
            log.Error("TK3024", old.Position, $"The page redirects from '{old.Path}', and the folder {HashedAssets.Folder} belongs to the site's own styles and scripts.", "Take the address out of RedirectFrom.");
        }
        else if (taken.At(old.Named) is { Owner.Page: null } file)
        {
            log.Error("TK3024", old.Position, $"The page redirects from '{old.Named}', and the site has the file '{file.Path}' there.", Advice);
        }
        else if (taken.Take(old.Path, (page, true)) is { } there)
        {
            if (OutputPath.Key(there.Path) != OutputPath.Key(old.Path))
            {
                log.Error("TK3024", old.Position, $"The page redirects from '{old.Path}', and '{there.Path}' is written too: one of them is a file where the other needs a folder.", Advice);
            }
            else if (there.Owner.Page is not { } other)
            {
                log.Error("TK3024", old.Position, $"The page redirects from '{old.Path}', and the site has the file '{there.Path}' there.", Advice);
            }
            else if (!there.Owner.IsOld && other == page)
            {
                log.Error("TK3020", old.Position, $"The page redirects from '{old.Path}' to itself.", "Name only addresses that the page had before.");
            }
            else if (!there.Owner.IsOld)
            {
                log.Error("TK3021", old.Position,
                    other.RedirectFrom.Contains(page.OutputPath, StringComparer.OrdinalIgnoreCase)
                        ? $"Circular redirect: {old.Path} -> {page.OutputPath} -> {old.Path}."
                        : $"The page redirects from '{old.Path}', where {other.SourcePath} is published.",
                    "Take the address out of RedirectFrom, or move the other page.");
            }
            else if (other != page)
            {
                log.Error("TK3022", old.Position, $"'{old.Path}' would lead to {other.SourcePath} and to {page.SourcePath}.", "Keep it in one of them.");
            }
            else
            {
                log.Error("TK3022", old.Position, $"'{old.Path}' stands twice in RedirectFrom.", "Keep it once.");
            }
        }
    }

    /// <summary>A role stands once in a guide: what reads the table takes the first.</summary>
    private static void Roles(ReadSite read, ProblemLog log)
    {
        var tables = read.Site.Instruments.SelectMany(i => i.Parts).OfType<TableOfFields>().Select(t => t.Table);
        foreach (var same in tables.Where(t => t.Role is not null).GroupBy(t => t.Role!.Name))
        {
            var first = same.First();
            foreach (var other in same.Skip(1))
            {
                log.Warning("TK2116", other.Source, $"'{other.Label}' has role={same.Key}, and so has '{first.Label}' in {first.Source.File}, which is read.", "Leave the role on one of them.");
            }
        }
    }

    private static void Documents(ReadSite read, ProblemLog log)
    {
        foreach (var twice in read.Site.Documents.GroupBy(d => d.Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            log.Error("TK4002", null, $"Two documents would be called '{twice.Key}': of {string.Join(" and ", twice.Select(d => d.Page))}.", "Give one of the pages or instruments another name.");
        }

        // A list that cannot be read was said already.
        if (!read.Texts.ContainsKey(SerialsReader.FileName) || log.HasErrors)
        {
            return;
        }

        foreach (var document in read.Site.Documents)
        {
            var added = document.Serials.Skip(document.Published.Count).ToList();
            if (added.Count > 0)
            {
                log.Warning("TK4003", new SourcePosition(SerialsReader.FileName, 1, 1),
                    $"'{document.Id}' has {(added.Count == 1 ? "a field" : $"{added.Count} fields")} without a number that stays: {string.Join(", ", added.Take(3))}{(added.Count > 3 ? " …" : "")}.",
                    "Before you publish it, run: toolkit serials");
            }
        }
    }
}
