namespace Toolkit.Reading;

/// <summary>
/// The files that hold keys for pages: <c>_directory.yml</c> for a folder and those below, <c>_page.yml</c> for the page
/// <c>page.md</c>. They are read under every name under which Statiq reads YAML: <c>.yaml</c> too, <c>_page.md.yml</c> too, and
/// <c>_Directory.yml</c>.
/// </summary>
internal sealed class KeyFiles
{
    private static readonly string[] Endings = [".yml", ".yaml"];
    private static readonly string[] DirectoryNames = ["_directory.yml", "_directory.yaml", "_Directory.yml", "_Directory.yaml"];
    private static readonly string[] SiteFiles = ["settings.yml", "glossary.yml", SerialsReader.FileName];

    private readonly IReadOnlyDictionary<string, SourceText> _texts;
    private readonly Dictionary<string, InputFile> _files;
    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);
    private readonly ProblemLog _log;

    /// <summary>The files of keys among these.</summary>
    /// <param name="files">All files of the input.</param>
    /// <param name="texts">Those that are read as text, by path.</param>
    /// <param name="log">Takes the problems.</param>
    public KeyFiles(IReadOnlyList<InputFile> files, IReadOnlyDictionary<string, SourceText> texts, ProblemLog log)
    {
        (_texts, _log) = (texts, log);
        _files = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var folder in files.Select(f => f.Folder).Distinct(StringComparer.Ordinal))
        {
            if (ReadFolder(folder) is { } keys)
            {
                _folders[folder] = keys;
            }
        }
    }

    /// <summary>The keys that a page inherits, from the outermost folder inwards, those of its own file last.</summary>
    public IEnumerable<YamlMap> For(InputFile page)
    {
        foreach (var folder in WithAncestors(page.Folder))
        {
            if (_folders.GetValueOrDefault(folder) is { } keys && (keys.IsRecursive || folder == page.Folder))
            {
                yield return keys.Map;
            }
        }

        if (Only(page.Folder, SidecarNames(page), "page") is { } own)
        {
            yield return Read(own, PageSource.Keys);
        }
    }

    /// <summary>Warns of files of keys that belong to nothing: most often the file's name, or the page's, is not quite right.</summary>
    /// <param name="pages">Every page of the input, those that are left out of the site included.</param>
    public void SayUnread(IEnumerable<InputFile> pages)
    {
        var sidecars = pages.ToLookup(p => p.Folder, SidecarNames, StringComparer.Ordinal);
        foreach (var folder in _files.Values.Where(f => !SiteFiles.Contains(f.Path) && !f.Folder.Split('/').Any(part => part.StartsWith('_'))).GroupBy(f => f.Folder, StringComparer.Ordinal))
        {
            var read = sidecars[folder.Key].SelectMany(names => names).Concat(DirectoryNames).ToHashSet(StringComparer.Ordinal);
            foreach (var file in folder.Where(f => !read.Contains(f.Name)))
            {
                if (AsYaml(file.Name) is { } yaml && read.Contains(yaml))
                {
                    _log.Warning("TK1036", file.Start, "Nothing reads this file: keys are read as YAML, not as JSON.", $"Write its keys into '{yaml}', one 'Key: value' on each line.");
                }
                else if (IsYaml(file))
                {
                    var site = file.Folder.Length == 0 ? SiteFiles : [];
                    _log.Warning("TK1036", file.Start, "Nothing reads this file.", Suggestion.For(file.Name, [.. sidecars[folder.Key].Select(names => names[0]), DirectoryNames[0], .. site]));
                }
            }
        }
    }

    private static bool IsYaml(InputFile file) => file.EndsWith(".yml") || (file.EndsWith(".yaml") && file.Name.StartsWith('_'));

    /// <summary>The name that a file of JSON would have as a file of keys; null for any other file.</summary>
    private static string? AsYaml(string name) =>
        name.StartsWith('_') && name.EndsWith(".json", StringComparison.Ordinal) ? name[..^".json".Length] + Endings[0] : null;

    private static string[] SidecarNames(InputFile page) =>
        [.. Endings.SelectMany(ending => new[] { $"_{Path.GetFileNameWithoutExtension(page.Name)}{ending}", $"_{page.Name}{ending}" })];

    private static IEnumerable<string> WithAncestors(string folder)
    {
        yield return "";
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i <= parts.Length; i++)
        {
            yield return string.Join('/', parts.Take(i));
        }
    }

    private Folder? ReadFolder(string folder)
    {
        if (Only(folder, DirectoryNames, "folder") is not { } file)
        {
            return null;
        }

        var map = Read(file, [.. PageSource.Keys, PageSource.Recursive]);
        var recursive = true;
        if (map[PageSource.Recursive] is { } written && !bool.TryParse(written, out recursive))
        {
            _log.Error("TK1011", map.At(PageSource.Recursive), $"'{PageSource.Recursive}' is '{written}'.", $"Write '{PageSource.Recursive}: true' or '{PageSource.Recursive}: false'.");
        }

        return new Folder(map, recursive);
    }

    /// <summary>The one file of a folder that has one of these names; where there are several, the first, with an error at the others.</summary>
    private InputFile? Only(string folder, IEnumerable<string> names, string owner)
    {
        var found = names.Select(name => _files.GetValueOrDefault(folder.Length == 0 ? name : $"{folder}/{name}")).OfType<InputFile>().ToList();
        foreach (var other in found.Skip(1))
        {
            _log.Error("TK1037", other.Start, $"The keys of this {owner} stand in two files: '{FileNames.Shown(found[0].Name)}' is the other.", "Write all of them into one, and take the other out.");
        }

        return found.FirstOrDefault();
    }

    private YamlMap Read(InputFile file, IReadOnlyList<string> known)
    {
        if (!_texts.TryGetValue(file.Path, out var text))
        {
            return YamlMap.Empty;
        }

        var map = YamlMap.Read(text, text.Text, 0, _log);
        foreach (var (key, value) in map.Entries)
        {
            PageSource.CheckKey(key, value.Position, known, _log);
        }

        return map;
    }

    private sealed record Folder(YamlMap Map, bool IsRecursive);
}
