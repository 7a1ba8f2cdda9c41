using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>Holds a translated text against its source: the same parts, the same links.</summary>
/// <param name="source">Markdown of the source's page.</param>
/// <param name="said">Markdown of the translation.</param>
/// <param name="log">Takes the problems.</param>
internal sealed class UnitChecks(string source, string said, ProblemLog log)
{
    /// <summary>Checks one text.</summary>
    /// <param name="mine">As the translation has it.</param>
    /// <param name="theirs">As the source has it.</param>
    /// <param name="status">One that is stale may lack what is new in the source.</param>
    /// <param name="at">Where the translation stands.</param>
    public void Check(PageUnit mine, PageUnit theirs, TextStatus status, SourcePosition at)
    {
        if (mine.Heading is { } heading && theirs.Heading is { } other && heading.Level != other.Level)
        {
            log.Error("TK6015", at, $"This heading is of level {heading.Level}, and that of the source of level {other.Level}.", $"Write: {new string('#', other.Level)} {PageUnit.Slice(heading, said).TrimStart('#').Trim()}");
        }

        var (ours, wanted) = (UnitShape.Of(mine, said), UnitShape.Of(theirs, source));
        foreach (var what in ours.Parts.Where(p => p.Id.Length == 0).Select(p => p.What))
        {
            log.Error("TK6016", at, $"{A(what)} of '{mine.Key}' has no id.", $"Ids are those of the source: {Listed(wanted.Parts.Where(p => p.What == what).Select(p => p.Id))}.");
        }

        foreach (var (what, id) in ours.Parts.Where(p => p.Id.Length > 0).GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            log.Error("TK6014", at, $"The {what} '{id}' of '{mine.Key}' is translated twice.", "Keep one of them.");
        }

        foreach (var (what, id) in ours.Parts.Except(wanted.Parts).Where(p => p.Id.Length > 0))
        {
            log.Error("TK6013", at, $"'{mine.Key}' has no {what} '{id}' in the source.", Suggestion.For(id, wanted.Parts.Where(p => p.What == what).Select(p => p.Id)));
        }

        foreach (var text in ours.Texts.Except(wanted.Texts))
        {
            log.Error("TK6015", at, $"'{mine.Key}' has a {text} here and none in the source.", "Take it out, or write it in the source first.");
        }

        if (status == TextStatus.Translated)
        {
            Whole(mine, theirs, ours, wanted, at);
        }
    }

    private void Whole(PageUnit mine, PageUnit theirs, UnitShape ours, UnitShape wanted, SourcePosition at)
    {
        var missing = wanted.Parts.Except(ours.Parts).Select(p => $"the {p.What} '{p.Id}'").Concat(wanted.Texts.Except(ours.Texts).Select(t => $"the {t}")).ToList();
        if (missing.Count > 0)
        {
            log.Error("TK6017", at, $"'{mine.Key}' lacks {Listed(missing)}, and the line above says that all of it is translated.", "Write what is missing.");
        }

        var (links, theirLinks) = (SourceWords.Links(mine.Written(said)), SourceWords.Links(theirs.Written(source)));
        if (!links.SetEquals(theirLinks))
        {
            var gone = theirLinks.Except(links).Select(l => $"lacks '{l}'").Order(StringComparer.Ordinal);
            var added = links.Except(theirLinks).Select(l => $"adds '{l}'").Order(StringComparer.Ordinal);
            log.Error("TK6018", at, $"'{mine.Key}' does not lead to the same pages, terms and notes as the source: it {Listed([.. gone, .. added])}.", "Write the links of the source, each with its words in the other language.");
        }
        else if (SourceWords.OutsideLinks(mine.Written(said)) is var outside && SourceWords.OutsideLinks(theirs.Written(source)) is var wantedOutside && outside != wantedOutside)
        {
            log.Error("TK6018", at, $"{outside} links of '{mine.Key}' lead out of the site, and {wantedOutside} in the source.", "Each link of the source has one here; its address may be that of a page in the other language.");
        }
    }

    private static string A(string what) => what == "option" ? "An option" : $"A {what}";

    private static string Listed(IEnumerable<string> parts) => string.Join(", ", parts);
}
