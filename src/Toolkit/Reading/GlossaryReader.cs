using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Reads <c>glossary.yml</c>: a list under <c>Terms</c>, each with an Id, a Term and a Definition.</summary>
public static class GlossaryReader
{
    /// <summary>The entries in alphabetical order.</summary>
    public static IReadOnlyList<GlossaryEntry> Read(YamlMap map, ProblemLog log)
    {
        var entries = new List<GlossaryEntry>();
        foreach (var (position, entry) in map.Maps("Terms", log))
        {
            var term = entry["Term"] ?? "";
            var id = entry["Id"] ?? "";
            var definition = entry["Definition"] ?? "";
            if (!FieldId.IsSegment(id))
            {
                log.Error("TK1016", position, $"The glossary entry '{term}' has the id '{id}'.", $"Write 'Id: {Slug.Segment(term)}'.");
            }
            else if (entries.Any(e => e.Id == id))
            {
                log.Error("TK1017", position, $"The glossary has two entries with the id '{id}'.", "Give one of them another id.");
            }
            else if (term.Length == 0 || definition.Length == 0)
            {
                log.Error("TK1018", position, $"The glossary entry '{id}' lacks its {(term.Length == 0 ? "Term" : "Definition")}.", "Give each entry an Id, a Term and a Definition.");
            }
            else
            {
                entries.Add(new GlossaryEntry(id, term, definition.Trim()));
            }
        }

        return [.. entries.OrderBy(e => e.Term, StringComparer.OrdinalIgnoreCase)];
    }
}
