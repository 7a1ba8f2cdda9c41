using System.Text.RegularExpressions;

namespace Toolkit.Tests.Structure;

/// <summary>The rooms of <c>theme/scripts</c> and which of them each may name, imports of types included.</summary>
internal static partial class ScriptRooms
{
    private static readonly string[] Grounds = ["compare", "storage", "documents", "kept"];

    private static readonly string[] Parts = ["fields", "views", "exchange", "import", "rows", "storage-settings", "reports", "search", "reading", "progress", "trouble", "map", "device", "together", "meeting", "folded"];

    /// <summary>Room by room, what it stands on; <c>start.ts</c> and <c>early.ts</c> are the room without a name.</summary>
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["words"] = [],
        ["workbook"] = ["words"],
        ["compare"] = ["workbook", "words"],
        ["storage"] = ["workbook", "words"],
        ["documents"] = ["workbook", "words"],
        ["kept"] = ["words"],
        // What runs beside pages, without one.
        ["worker"] = ["kept", "words"],
        ["page"] = [.. Grounds, "workbook", "words"],
        [""] = [.. Parts, "page", .. Grounds, "workbook", "words"],
    };

    static ScriptRooms()
    {
        foreach (var part in Parts)
        {
            Below[part] = ["page", .. Grounds, "workbook", "words"];
        }
    }

    /// <summary>What is wrong: arrows that lead where they must not, and circles of files.</summary>
    /// <param name="files">Text of each script by its path under <c>theme/scripts</c>.</param>
    public static IEnumerable<string> Problems(IReadOnlyDictionary<string, string> files)
    {
        var imports = files.ToDictionary(f => f.Key, f => Import().Matches(f.Value).Select(m => Target(f.Key, m.Groups[1].Value)).Where(files.ContainsKey).ToList());
        foreach (var (file, targets) in imports)
        {
            var room = Room(file);
            if (!Below.TryGetValue(room, out var allowed))
            {
                yield return $"{file} stands in a room that the plan does not have";
                continue;
            }

            foreach (var target in targets.Where(t => Room(t) != room && !allowed.Contains(Room(t))))
            {
                yield return $"{file} names {target}";
            }
        }

        foreach (var circle in Circles(imports))
        {
            yield return $"a circle: {circle}";
        }
    }

    private static string Room(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : "";

    private static string Target(string file, string relative)
    {
        var parts = file.Split('/')[..^1].ToList();
        foreach (var step in relative.Split('/'))
        {
            if (step == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step != ".")
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>Each file from which a way leads back to it, with the way.</summary>
    private static IEnumerable<string> Circles(Dictionary<string, List<string>> imports)
    {
        var done = new HashSet<string>();
        var way = new List<string>();
        var found = new List<string>();
        void Go(string file)
        {
            if (way.IndexOf(file) is var at and >= 0)
            {
                found.Add(string.Join(" -> ", way[at..].Append(file)));
                return;
            }

            if (done.Contains(file))
            {
                return;
            }

            way.Add(file);
            imports[file].ForEach(Go);
            way.RemoveAt(way.Count - 1);
            done.Add(file);
        }

        foreach (var file in imports.Keys)
        {
            Go(file);
        }

        return found;
    }

    [GeneratedRegex(@"\b(?:from|import)\s*\(?\s*'(\.{1,2}/[^']+)'")]
    private static partial Regex Import();
}
