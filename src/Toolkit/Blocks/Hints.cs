using Toolkit.Model;

namespace Toolkit.Blocks;

/// <summary>Texts that help with an answer, as the instruments have them.</summary>
internal static class Hints
{
    /// <summary>These texts in order, but for those that say nothing: few items have a hint.</summary>
    public static IEnumerable<IReadOnlyList<Inline>> With(params IEnumerable<IReadOnlyList<Inline>> texts) => texts.Where(t => t.Count > 0);
}
