using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Toolkit.Reading;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit.Checking;

/// <summary>
/// Parses every written page as a browser does, and holds that its links lead somewhere, its ids are its own and nothing is
/// without a name for those who cannot see it. What an author wrote is checked where it was written, with its line; this
/// finds what the theme made of it. Slow, so <c>check</c> does it and a build does not.
/// </summary>
internal static class PageChecks
{
    /// <summary>Looks through the whole output.</summary>
    /// <param name="files">Every file that would be written, content of the author's own files included.</param>
    /// <param name="log">Takes what is found.</param>
    /// <param name="linkRoot">Path under the host, as <see cref="Addresses.LinkRoot"/> gives it.</param>
    public static void Run(IReadOnlyList<OutputFile> files, ProblemLog log, string linkRoot = "")
    {
        // A host to resolve links against; nothing is asked of it.
        var root = new Uri($"http://site.invalid{linkRoot}/");
        var paths = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var pages = files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).AsParallel()
            .ToDictionary(f => f.Path, f => (IDocument)new HtmlParser().ParseDocument(new MemoryStream(f.Bytes)), StringComparer.Ordinal);
        var places = pages.ToDictionary(p => p.Key, p => p.Value.QuerySelectorAll("[id]").Select(e => e.Id!).ToList(), StringComparer.Ordinal);
        foreach (var (path, page) in pages)
        {
            Links(path, page, root, paths, places, log);
            Ids(path, places[path], log);
            Names(path, page, log);
            Headings(path, page, log);
        }
    }

    private static void Links(string path, IDocument page, Uri root, HashSet<string> paths, Dictionary<string, List<string>> places, ProblemLog log)
    {
        foreach (var element in page.QuerySelectorAll("[href], [src]"))
        {
            var link = element.GetAttribute("href") ?? element.GetAttribute("src")!;
            if (!Uri.TryCreate(new Uri(root, Addresses.Path(path)), link, out var target) || target.Host != root.Host || !target.Scheme.StartsWith("http", StringComparison.Ordinal))
            {
                continue;
            }

            var file = Uri.UnescapeDataString(target.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal) ? target.AbsolutePath[root.AbsolutePath.Length..] : target.AbsolutePath);
            var place = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
            if (!paths.Contains(file.Length == 0 || file.EndsWith('/') ? file + "index.html" : file))
            {
                log.Error("TK5007", null, $"{path} links to '{link}', and no such file is written.", "Mend the link in the theme, or write the file.");
            }
            else if (place.Length > 0 && places.TryGetValue(file, out var ids) && !ids.Contains(place))
            {
                log.Error("TK5007", null, $"{path} links to '{link}', and that page has no such place.", "Mend the link in the theme, or give the place this id.");
            }
        }
    }

    private static void Ids(string path, List<string> ids, ProblemLog log)
    {
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
        {
            log.Error("TK5008", null, $"{path} has the id '{twice.Key}' {twice.Count()} times.", "Answers, labels and links need an id of their own.");
        }
    }

    private static void Names(string path, IDocument page, ProblemLog log)
    {
        var labelled = page.QuerySelectorAll("label[for]").Select(label => label.GetAttribute("for")!).ToHashSet(StringComparer.Ordinal);
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea").Where(control => !IsNamed(page, control, labelled)))
        {
            log.Error("TK5009", null, $"{path} has a field without a label: {Tag(control)}", "Give it a label that says what to fill in.");
        }

        foreach (var image in page.QuerySelectorAll("img:not([alt])"))
        {
            log.Error("TK5009", null, $"{path} has a picture without words for it: {Tag(image)}", "Give it an alt text; an empty one where it says nothing of its own.");
        }
    }

    private static bool IsNamed(IDocument page, IElement control, HashSet<string> labelled) =>
        control.Closest("label") is not null
        || control.HasAttribute("aria-label")
        || control.GetAttribute("aria-labelledby")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } by && by.All(name => page.GetElementById(name) is not null)
        || (control.Id is { Length: > 0 } id && labelled.Contains(id));

    private static void Headings(string path, IDocument page, ProblemLog log)
    {
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => (Level: h.LocalName[1] - '0', Words: h.TextContent.Trim())).ToList();
        if (levels.Count(h => h.Level == 1) != 1)
        {
            log.Error("TK5010", null, $"{path} has {levels.Count(h => h.Level == 1)} headings of the first level.", "Give each page one.");
        }

        foreach (var (before, heading) in levels.Zip(levels.Skip(1)).Where(pair => pair.Second.Level > pair.First.Level + 1))
        {
            log.Error("TK5010", null, $"{path}: the heading '{heading.Words}' is of level {heading.Level} right below one of level {before.Level}.", "Leave no level out.");
        }
    }

    /// <summary>The element's own tag, without what is inside.</summary>
    private static string Tag(IElement element) => element.OuterHtml[..(element.OuterHtml.IndexOf('>') + 1)];
}
