using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Reading;

/// <summary>Decides which documents a site has: one for each chapter and each tool page, and one for the whole guide.</summary>
internal static class DocumentPlan
{
    /// <summary>File name of the whole guide.</summary>
    public const string WholeGuide = "whole-guide";

    /// <summary>The documents in the order of the pages, the whole guide last.</summary>
    /// <param name="site">The site, without its documents.</param>
    /// <param name="words">What is added to the authors' words.</param>
    /// <param name="serials">What was published, by document id; null where nothing is said about it.</param>
    public static IReadOnlyList<Document> For(Site site, LanguageWords words, IReadOnlyDictionary<string, IReadOnlyList<string>>? serials = null)
    {
        var documents = Of(site, words.Documents);
        var onPaper = documents.Select(d => d.Page).ToHashSet();
        return
        [
            .. documents.SelectMany(d => site.Settings.TextEditions && d.Kind != DocumentKind.Instrument && d.Instruments.Count > 0 ? [d, TextOf(d, words)] : new[] { d })
                .Select(d => d with { Published = serials?.GetValueOrDefault(d.Id) ?? [], OnPaper = onPaper }),
        ];
    }

    /// <summary>The same document to be read alone. Headings of what it asks are one deeper than that above them.</summary>
    private static Document TextOf(Document document, LanguageWords words)
    {
        var blocks = new List<Block>();
        var level = 1;
        foreach (var block in document.Blocks)
        {
            if (block is not Instrument instrument)
            {
                level = block is Heading heading ? heading.Level : level;
                blocks.Add(block);
                continue;
            }

            // A section that is called like it needs no second heading; links to it lead there.
            var own = level;
            var above = blocks.FindLastIndex(b => b is Heading);
            if (above >= 0 && blocks[above] is Heading section && InlineText.Plain(section.Content) == instrument.Title)
            {
                blocks[above] = section with { Id = instrument.Id };
            }
            else
            {
                own = Math.Min(6, level + 1);
                blocks.Add(new Heading(own, instrument.Id, instrument.Titled));
            }

            blocks.AddRange(instrument.ToRead(Math.Min(6, own + 1), new(words.Common.Important, words.Documents.ChooseOne, words.Documents.TableOf, words.Documents.Explained)));
        }

        return document with { Id = document.Id + "-text", Blocks = blocks, Instruments = [], IsText = true };
    }

    private static List<Document> Of(Site site, DocumentWords words)
    {
        var documents = new List<Document>();
        foreach (var page in site.Pages.Where(p => p.Kind != PageKind.Plain && !IsLeftOut(p)))
        {
            var blocks = page.Kind == PageKind.Chapter ? ToolIntroductions.In(page.Blocks, page.OutputPath, site) : page.Blocks;
            var instruments = blocks.OfType<Instrument>().ToList();
            if (page.Kind == PageKind.Tool && instruments.Count == 0)
            {
                continue;
            }

            documents.Add(new Document
            {
                Id = page.Kind == PageKind.Tool ? instruments[0].Id : "chapter-" + page.Xref,
                Title = page.Title,
                TitleLanguage = page.TitleLanguage,
                DescriptionLanguage = page.DescriptionLanguage,
                Description = page.Description,
                Kind = page.Kind == PageKind.Tool ? DocumentKind.Instrument : DocumentKind.Chapter,
                Page = page.OutputPath,
                Blocks = blocks,
                Instruments = instruments,
                Contents = page.Kind == PageKind.Chapter && page.Blocks.OfType<Heading>().Count(h => h.Level == 2) > 3,
            });
        }

        if (site.Settings.WholeGuide && Whole(site, words) is { } whole)
        {
            documents.Add(whole);
        }

        return documents;
    }

    private static bool IsLeftOut(Page page) => page.Metadata.TryGetValue("Document", out var wish) && wish.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static Document? Whole(Site site, DocumentWords words)
    {
        var chapters = site.Pages.Where(p => p.Kind == PageKind.Chapter && !IsLeftOut(p)).ToList();
        if (chapters.Count < 2)
        {
            return null;
        }

        var home = site.Pages.FirstOrDefault(p => p.Layout == "downloads")?.OutputPath ?? "downloads.html";
        var (nested, read) = (new Nesting(home, chapters, words), new ToolIntroductions(site));
        var blocks = chapters.SelectMany(c => nested.Chapter(c with { Blocks = read.Add(c.Blocks, c.OutputPath) })).ToList();
        var left = site.Instruments.Where(i => !nested.Placed.Contains(i.Id)).ToList();
        if (left.Count > 0)
        {
            blocks.Add(new Heading(2, "more-tools", [new Text(words.MoreTools)]));
            foreach (var instrument in left)
            {
                blocks.Add(new Heading(3, "tool--" + instrument.Id, instrument.Titled));
                blocks.AddRange(read.Add([instrument], "").Select(nested.InPlace));
                nested.Placed.Add(instrument.Id);
            }
        }

        return new Document
        {
            Id = WholeGuide,
            Title = site.Settings.SiteTitle,
            TitleLanguage = site.Settings.LanguageOf("SiteTitle"),
            Description = site.Settings.Description,
            DescriptionLanguage = site.Settings.LanguageOf(nameof(SiteSettings.Description)),
            Kind = DocumentKind.Guide,
            Page = home,
            Blocks = blocks,
            Instruments = [.. blocks.OfType<Instrument>()],
            Contents = true,
        };
    }

    /// <summary>
    /// Puts chapters into one document: headings one level deeper, anchors made unique by the chapter's name, links
    /// between chapters turned into links within the document, each instrument once.
    /// </summary>
    private sealed class Nesting(string home, IReadOnlyList<Page> chapters, DocumentWords words)
    {
        private readonly Dictionary<string, string> _names = chapters.ToDictionary(c => c.OutputPath, c => c.Xref);

        public HashSet<string> Placed { get; } = [];

        public IEnumerable<Block> Chapter(Page page)
        {
            yield return new Heading(2, Anchor(page.OutputPath, ""), Foreign.Mark(page.Title, page.TitleLanguage));
            if (page.Description.Length > 0)
            {
                yield return new Paragraph([new Emphasis(Foreign.Mark(page.Description, page.DescriptionLanguage))]);
            }

            foreach (var block in page.Blocks)
            {
                if (block is Instrument instrument && !Placed.Add(instrument.Id))
                {
                    yield return new Paragraph(Foreign.Around(words.StandsEarlier, instrument.Titled));
                    continue;
                }

                yield return BlockText.Map(block, Inline, heading => heading with
                {
                    Level = Math.Min(6, heading.Level + 1),
                    Id = Anchor(page.OutputPath, heading.Id),
                });
            }
        }

        /// <summary>A block that stands in no chapter, with its links to chapters led to where they are here.</summary>
        public Block InPlace(Block block) => BlockText.Map(block, Inline, heading => heading);

        private Inline Inline(Inline inline) => inline is InternalLink link && _names.ContainsKey(link.Page)
            ? link with { Page = home, Anchor = Anchor(link.Page, link.Anchor) }
            : inline;

        private string Anchor(string page, string anchor) => anchor.Length == 0 ? "chapter--" + _names[page] : $"{_names[page]}--{anchor}";
    }
}
