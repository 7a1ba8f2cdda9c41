using Markdig.Syntax;
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
            var ids = wanted.Parts.Where(p => p.What == what).Select(p => p.Id).ToList();
            log.Error("TK6016", at, $"{A(what)} of '{mine.Key}' has no id.", ids.Count == 0 ? $"The source has no {what} here. Take it out, or write it in the source first." : $"Ids are those of the source: {Listed(ids)}.");
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

        CheckInnerHeadings(mine, theirs, at);
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

        var (own, other) = (UnitLinks.Of(mine), UnitLinks.Of(theirs));
        var (links, theirLinks) = (own.Inside, other.Inside);
        if (!links.SetEquals(theirLinks))
        {
            var gone = theirLinks.Except(links).Select(l => $"lacks '{l}'").Order(StringComparer.Ordinal);
            var added = links.Except(theirLinks).Select(l => $"adds '{l}'").Order(StringComparer.Ordinal);
            log.Error("TK6018", at, $"{Sentence.Begin(mine.Called)} does not lead to the same pages, terms and notes as the source: it {Listed([.. gone, .. added])}.", "Write the links of the source, each with its words in the other language.");
        }
        else if (own.Outside != other.Outside)
        {
            log.Error("TK6018", at, $"{own.Outside} links of {mine.Called} lead out of the site, and {other.Outside} in the source.", "Each link of the source has one here; its address may be that of a page in the other language.");
        }
    }

    /// <summary>Headings within, such as in a passage set apart: as many, as deep, with the ids that the source writes.</summary>
    private void CheckInnerHeadings(PageUnit mine, PageUnit theirs, SourcePosition at)
    {
        static List<(int Level, string? Id)> Inner(PageUnit unit, string body) =>
            [.. unit.Prose.OfType<ContainerBlock>().SelectMany(b => b.Descendants<HeadingBlock>()).Select(h => (h.Level, Attributes.Split(PageUnit.Slice(h, body)).Attributes.Id))];
        var (ours, wanted) = (Inner(mine, said), Inner(theirs, source));
        if (!ours.Select(h => h.Level).SequenceEqual(wanted.Select(h => h.Level)))
        {
            log.Error("TK6015", at, $"{Sentence.Begin(mine.Called)} has {Levels(ours)} within its text, and {Levels(wanted)} in the source.", "Let headings within a text be as many as in the source, in the same order and of the same levels.");
            return;
        }

        foreach (var (own, other) in ours.Zip(wanted).Where(p => p.First.Id != p.Second.Id))
        {
            log.Error(own.Id is null ? "TK6016" : "TK6013", at,
                own.Id is null ? $"A heading within {mine.Called} has no id." : $"{Sentence.Begin(mine.Called)} has no heading '{own.Id}' in the source.",
                other.Id is null ? "The source gives this heading no id: take it out, or write it in the source first." : $"Write behind its words: {{#{other.Id}}}");
        }

        static string Levels(IReadOnlyList<(int Level, string? Id)> headings) => headings.Count == 0 ? "no headings" : "headings of level " + Listed(headings.Select(h => $"{h.Level}"));
    }

    private static string A(string what) => what == "option" ? "An option" : $"A {what}";

    private static string Listed(IEnumerable<string> parts) => string.Join(", ", parts);
}
