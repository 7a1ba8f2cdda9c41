using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>What stands in a page, gathered once: its parts, its length, the glossary terms it uses.</summary>
public sealed class PageContent
{
    private const int WordsPerMinute = 220;

    /// <summary>Gathers.</summary>
    public PageContent(Page page)
    {
        Sections = [.. page.Blocks.OfType<Heading>().Where(h => h.Level <= page.GatherHeadingsLevel)];
        Instruments = [.. BlockText.All(page.Blocks).OfType<Instrument>()];
        var prose = page.Blocks.SelectMany(Prose).SelectMany(b => b.Texts).ToList();
        Words = prose.Sum(text => InlineText.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        Terms = [.. BlockText.Inlines(page.Blocks).Select(i => i.Inline).OfType<TermReference>().Select(t => t.Term)
            .DistinctBy(t => t.Id).OrderBy(t => t.Term, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The headings that the list of sections names.</summary>
    public IReadOnlyList<Heading> Sections { get; }

    /// <summary>The language of a section's heading where that is not the page's; else empty.</summary>
    /// <param name="section">Its anchor.</param>
    public string LanguageOf(string section) => Sections.FirstOrDefault(h => h.Id == section)?.Content is [Foreign foreign] ? foreign.Language : "";

    /// <summary>The instruments that stand on it in full.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>Words of its text, instruments left out.</summary>
    public int Words { get; }

    /// <summary>How long reading takes; at least 1.</summary>
    public int Minutes => Math.Max(1, (Words + (WordsPerMinute / 2)) / WordsPerMinute);

    /// <summary>Glossary entries that it uses, in alphabetical order.</summary>
    public IReadOnlyList<GlossaryEntry> Terms { get; }

    private static IEnumerable<Block> Prose(Block block) =>
        block is Instrument ? [] : block.Children.SelectMany(Prose).Prepend(block);
}
