using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>
/// What the page of a tool says before the tool: how to answer, what its scale means, what is not to be written. Where the tool stands in
/// a chapter or in the whole guide, whoever has only that reads it there.
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
        [.. blocks.Select(block => block is Instrument instrument && Of(instrument, page) is { Count: > 0 } introduction ? instrument.Introduced(introduction) : block)];

    private List<Block> Of(Instrument instrument, string page) =>
    [
        .. (site.Pages.FirstOrDefault(p => p.Kind == PageKind.Tool && p.Blocks.OfType<Instrument>().FirstOrDefault()?.Id == instrument.Id)?.Blocks ?? [])
            .TakeWhile(block => block is not (Instrument or Heading))
            .Where(block => !SendsTo(page, block) && _said.Add(BlockText.Plain([block]))),
    ];

    /// <summary>Whether a paragraph begins by sending the reader to the chapter in which it would stand.</summary>
    private static bool SendsTo(string page, Block block) =>
        block is Paragraph { Content: var content }
        && content.TakeWhile(inline => inline is not InternalLink).ToList() is var before
        && before.Count < content.Count && ((InternalLink)content[before.Count]).Page == page
        && !InlineText.Plain(before).Contains(". ", StringComparison.Ordinal);
}
