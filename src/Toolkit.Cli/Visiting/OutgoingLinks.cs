using Toolkit.Model;

namespace Toolkit.Cli.Visiting;

/// <summary>A link that leaves the site, and everywhere it stands.</summary>
/// <param name="Address">Without its fragment.</param>
/// <param name="Places">At least one.</param>
internal sealed record OutgoingLink(Uri Address, IReadOnlyList<SourcePosition> Places);

/// <summary>Gathers the links that leave a site.</summary>
internal static class OutgoingLinks
{
    /// <summary>Each address once, in the order of first use.</summary>
    public static IReadOnlyList<OutgoingLink> Of(Site site) =>
    [
        .. site.Pages
            .SelectMany(page => BlockText.Inlines(page.Blocks).Select(i => i.Inline).Concat(page.Footnotes.SelectMany(note => BlockText.Inlines(note.Content))))
            .OfType<ExternalLink>()
            .Where(link => link.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            .GroupBy(link => new Uri(link.Url).GetLeftPart(UriPartial.Query))
            .Select(same => new OutgoingLink(new Uri(same.Key), [.. same.Select(link => link.Source).Distinct()])),
    ];
}
