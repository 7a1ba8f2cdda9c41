using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Holds that the name of every page and file can be used everywhere, and that no two are one on any system.</summary>
internal static class NameChecks
{
    /// <summary>Looks through all that is published. Where several pages would be one file, the first stays among them.</summary>
    public static void Run(List<PageSource> pages, IReadOnlyList<InputFile> files, ProblemLog log)
    {
        List<(string Source, string Output)> all =
            [.. pages.Select(p => (p.Page.SourcePath, p.Page.OutputPath)), .. files.Select(f => (f.Path, f.Path))];
        foreach (var (source, _) in all)
        {
            if (FileNames.FaultOf(source) is { } fault)
            {
                log.Error("TK1029", new SourcePosition(source, 1, 1), fault.Message, fault.Advice);
            }
        }

        // A page or a script of its own is refused under any name: "rename one of them" would lead nowhere.
        var refused = files.Where(f => FileKinds.Of(f) == FileKind.Active).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        all.RemoveAll(f => refused.Contains(f.Source));
        OneFileEach(all, pages, log);
        OneSpellingOfFolders(all, log);
        OneTitleEach(pages, log);
    }

    private static void OneFileEach(List<(string Source, string Output)> all, List<PageSource> pages, ProblemLog log)
    {
        foreach (var group in all.GroupBy(f => f.Output, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            var names = group.Select(f => f.Source).Order(StringComparer.Ordinal).ToList();
            log.Error("TK1020", new SourcePosition(names[1], 1, 1), $"{string.Join(" and ", names.Select(FileNames.Shown))} would both be written to '{FileNames.Shown(group.Key)}'.",
                names.Any(n => n != names[0] && n.Equals(names[0], StringComparison.OrdinalIgnoreCase)) ? "Rename one of them: on Windows and Mac they are one file." : "Rename one of them.");
            var first = group.First().Source;
            pages.RemoveAll(p => p.Page.OutputPath.Equals(group.Key, StringComparison.OrdinalIgnoreCase) && p.Page.SourcePath != first);
        }
    }

    /// <summary>A folder is written once, under one spelling, and where it is no file can be.</summary>
    private static void OneSpellingOfFolders(List<(string Source, string Output)> all, ProblemLog log)
    {
        var folders = new Dictionary<string, (string Folder, string Source)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (source, output) in all.OrderBy(f => f.Source, StringComparer.Ordinal))
        {
            for (var slash = output.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = output.IndexOf('/', slash + 1))
            {
                var folder = output[..slash];
                if (!folders.TryAdd(folder, (folder, source)) && folders[folder].Folder != folder)
                {
                    log.Error("TK1030", new SourcePosition(source, 1, 1), $"The folders '{FileNames.Shown(folders[folder].Folder)}' and '{FileNames.Shown(folder)}' are one folder on Windows and Mac.", "Write its name the same everywhere.");
                    break;
                }
            }
        }

        foreach (var (source, output) in all)
        {
            if (folders.TryGetValue(output, out var folder))
            {
                log.Error("TK1031", new SourcePosition(source, 1, 1), $"'{FileNames.Shown(output)}' would be this file, and the folder that holds {FileNames.Shown(folder.Source)}.", "Rename one of them.");
            }
        }
    }

    private static void OneTitleEach(List<PageSource> pages, ProblemLog log)
    {
        foreach (var group in pages.GroupBy(p => CanonicalForm.Compose(p.Page.Title.Trim()), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            var first = group.First().Page;
            foreach (var other in group.Skip(1))
            {
                log.Warning("TK1032", other.PositionOf("Title"), $"This page is called '{other.Page.Title}', as {FileNames.Shown(first.SourcePath)} is.",
                    "Give one of them another title, or take it out if it was left over: in lists and in search nobody could tell them apart.");
            }
        }
    }
}
