using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Reads <c>glossary.yml</c>: a list of entries, each with an Id, a Term and a Definition.</summary>
internal static class GlossaryReader
{
    private const string List = "Terms";

    /// <summary>The entries in alphabetical order; none where there is no such file.</summary>
    public static IReadOnlyList<GlossaryEntry> Read(SourceText? file, ProblemLog log) =>
        file is null ? [] : Read(YamlMap.Read(file, file.Text, 0, log, List), log);

    private static IReadOnlyList<GlossaryEntry> Read(YamlMap map, ProblemLog log)
    {
        var entries = new List<GlossaryEntry>();
        foreach (var (position, entry) in map.Maps(List, log))
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
