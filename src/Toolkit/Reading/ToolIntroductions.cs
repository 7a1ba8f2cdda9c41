using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>
/// What the page of a tool says before the tool: how to answer, what its scale means, what is not to be written; and what it says after it.
/// Where the tool stands in a chapter or in the whole guide, whoever has only that reads it there.
/// </summary>
internal sealed class ToolIntroductions(Site site)
{
    private readonly HashSet<string> _said = [];

    /// <summary>The blocks of one document with the introductions of the tools among them.</summary>
    public static IReadOnlyList<Block> In(IReadOnlyList<Block> blocks, string page, Site site) => new ToolIntroductions(site).Add(blocks, page);

    /// <summary>The same for a part of a document: what another part of it has said already is not said again.</summary>
    /// <param name="blocks">Of the part.</param>
    /// <param name="page">Of the chapter that they stand in; empty for none.</param>
    public IReadOnlyList<Block> Add(IReadOnlyList<Block> blocks, string page) =>
        [.. blocks.SelectMany(block => block is Instrument instrument ? WithItsPage(instrument, page) : [block])];

    private IEnumerable<Block> WithItsPage(Instrument instrument, string page)
    {
        var own = site.Pages.FirstOrDefault(p => p.Kind == PageKind.Tool && p.Blocks.OfType<Instrument>().FirstOrDefault()?.Id == instrument.Id)?.Blocks ?? [];
        var introduction = Said(own, page);
        yield return introduction.Count > 0 ? instrument.Introduced(introduction) : instrument;
        foreach (var block in Said(own.SkipWhile(block => block is not Instrument).Skip(1), page))
        {
            yield return block;
        }
    }

    /// <summary>What is to be said of some blocks up to the next tool or heading.</summary>
    private List<Block> Said(IEnumerable<Block> blocks, string page) =>
    [
        .. blocks.TakeWhile(block => block is not (Instrument or Heading))
            .Where(block => !SendsTo(page, block) && _said.Add(BlockText.Plain([block])))
            .Select(block => UpToTheChapter(page, block)),
    ];

    /// <summary>Whether a paragraph begins by sending the reader to the chapter in which it would stand.</summary>
    private static bool SendsTo(string page, Block block) =>
        block is Paragraph { Content: var content }
        && content.TakeWhile(inline => inline is not InternalLink).ToList() is var before
        && before.Count < content.Count && ((InternalLink)content[before.Count]).Page == page
        && !InlineText.Plain(before).Contains(". ", StringComparison.Ordinal);

    /// <summary>A paragraph that comes to speak of the chapter in which it would stand, without that sentence.</summary>
    private Block UpToTheChapter(string page, Block block)
    {
        if (block is not Paragraph { Content: var content } || site.Pages.FirstOrDefault(p => p.OutputPath == page) is not { } chapter)
        {
            return block;
        }

        var at = content.ToList().FindIndex(inline => inline is InternalLink link && link.Page == page && InlineText.Plain(link.Content) == chapter.Title);
        return at > 0 && content[at - 1] is Text { Value: var before } && before.LastIndexOf(". ", StringComparison.Ordinal) is >= 0 and var end
            ? new Paragraph([.. content.Take(at - 1), new Text(before[..(end + 1)]), .. AfterSentence([.. content.Skip(at + 1)])])
            : block;
    }

    /// <summary>The sentences after the one with which a text begins; none where it is the last.</summary>
    private static IEnumerable<Inline> AfterSentence(List<Inline> text)
    {
        var last = text.FindIndex(inline => inline is Text { Value: var said } && said.Contains(". ", StringComparison.Ordinal));
        return last < 0 ? [] : [new Text(((Text)text[last]).Value is var said ? said[(said.IndexOf(". ", StringComparison.Ordinal) + 1)..] : ""), .. text.Skip(last + 1)];
    }
}
