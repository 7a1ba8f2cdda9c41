using Toolkit.Model;
using YamlDotNet.RepresentationModel;

namespace Toolkit.Reading;

/// <summary>
/// Reads <c>serials.yml</c>: for each document the ids of its fields in the order of their serials. Word files that lost all
/// but their bookmarks are read by these numbers, so a number stands for one field forever: the list only ever grows at its end.
/// </summary>
public static class SerialsReader
{
    /// <summary>Name of the file, in the input folder.</summary>
    public const string FileName = "serials.yml";

    /// <summary>The lists by document id; null where there is no such file, and a field's serial is its place.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? Read(SourceText? file, ProblemLog log) =>
        file is null ? null : Read(YamlMap.Read(file, file.Text, 0, log), log);

    private static Dictionary<string, IReadOnlyList<string>> Read(YamlMap map, ProblemLog log)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (document, value) in map.Entries)
        {
            var ids = (value.Node as YamlSequenceNode)?.Children.Select(n => (n as YamlScalarNode)?.Value ?? "").ToList() ?? [];
            var wrong = ids.FirstOrDefault(id => !FieldId.TryParse(id, out _));
            var twice = ids.GroupBy(id => id).FirstOrDefault(g => g.Count() > 1)?.Key;
            if (value.Node is not YamlSequenceNode || wrong is not null)
            {
                log.Error("TK1050", value.Position, $"The list of '{document}' holds {(wrong is null ? "no ids" : $"'{wrong}'")}.", $"Take the line back as it was; {FileName} is written by: toolkit serials");
            }
            else if (twice is not null)
            {
                log.Error("TK1050", value.Position, $"'{twice}' stands twice in the list of '{document}'.", $"Take the line back as it was; {FileName} is written by: toolkit serials");
            }

            lists[document] = ids;
        }

        return lists;
    }
}
