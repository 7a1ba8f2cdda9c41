using Toolkit.Model;

namespace Toolkit.Cli.Visiting;

/// <summary>A link that leaves the site, and everywhere it stands.</summary>
/// <param name="Address">Without its fragment.</param>
/// <param name="Places">At least one.</param>
public sealed record OutgoingLink(Uri Address, IReadOnlyList<SourcePosition> Places);

/// <summary>Gathers the links that leave a site.</summary>
public static class OutgoingLinks
{
    /// <summary>Each address once, in the order of first use.</summary>
    public static IReadOnlyList<OutgoingLink> Of(Site site) =>
    [
        .. site.Pages
            .SelectMany(page => page.Blocks.SelectMany(Texts).Concat(page.Footnotes.Select(note => note.Content)))
            .SelectMany(Links)
            .Where(link => link.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            .GroupBy(link => new Uri(link.Url).GetLeftPart(UriPartial.Query))
            .Select(same => new OutgoingLink(new Uri(same.Key), [.. same.Select(link => link.Source).Distinct()])),
    ];

    private static IEnumerable<IReadOnlyList<Inline>> Texts(Block block) => block.Texts.Concat(block.Children.SelectMany(Texts));

    private static IEnumerable<ExternalLink> Links(IEnumerable<Inline> content) => content.SelectMany(inline => inline switch
    {
        ExternalLink link => [link],
        Emphasis e => Links(e.Content),
        Strong s => Links(s.Content),
        Foreign f => Links(f.Content),
        TermReference t => Links(t.Content),
        _ => [],
    });
}
