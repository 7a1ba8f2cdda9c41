using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Toolkit.Reading.Translations;

/// <summary>Where the links of a text lead. What stands in code or in comments is no link.</summary>
/// <param name="Inside">What must be the same in every language, as written: pages, terms and places, and notes.</param>
/// <param name="Outside">How many lead out of the site: their addresses may be other ones in another language.</param>
internal sealed record UnitLinks(IReadOnlySet<string> Inside, int Outside)
{
    /// <summary>Those of one text.</summary>
    public static UnitLinks Of(PageUnit unit)
    {
        var all = unit.Pieces.SelectMany(Inlines).ToList();
        var targets = all.OfType<LinkInline>().Where(l => !l.IsImage).Select(l => l.Url ?? "").ToList();
        var notes = all.OfType<FootnoteLink>().Where(l => !l.IsBackLink).Select(l => $"[^{PageUnits.LabelOf(l.Footnote)}]");
        return new(
            targets.Where(t => !IsOutside(t)).Concat(notes).ToHashSet(StringComparer.Ordinal),
            targets.Count(t => IsOutside(t) && !t.StartsWith("lang:", StringComparison.Ordinal)));
    }

    private static IEnumerable<Inline> Inlines(Block block) => block switch
    {
        LeafBlock { Inline: { } inline } => inline.FindDescendants<Inline>(),
        ContainerBlock container => container.SelectMany(Inlines),
        _ => [],
    };

    private static bool IsOutside(string target) => target.Contains(':', StringComparison.Ordinal)
        && !target.StartsWith("xref:", StringComparison.Ordinal) && !target.StartsWith("term:", StringComparison.Ordinal);
}
