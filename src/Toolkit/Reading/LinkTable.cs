using System.Collections.Concurrent;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Finds the page that a link names: by xref name, title or file name.</summary>
public sealed class LinkTable
{
    private readonly ILookup<string, Page> _byName;
    private readonly Dictionary<string, Page> _bySource;
    private readonly Dictionary<string, Page> _byOutput;
    private readonly Dictionary<string, InputFile> _files;
    private readonly IReadOnlyList<Page> _pages;
    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);

    /// <summary>A table of these pages and files.</summary>
    public LinkTable(IReadOnlyList<Page> pages, IEnumerable<InputFile> files)
    {
        _pages = pages;
        _byName = pages
            .SelectMany(p => new[] { p.Xref, p.Title, FileName(p) }.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (name: CanonicalForm.Compose(name), p)))
            .ToLookup(x => x.name, x => x.p, StringComparer.OrdinalIgnoreCase);
        _bySource = pages.GroupBy(p => CanonicalForm.Compose(p.SourcePath)).ToDictionary(g => g.Key, g => g.First());
        _byOutput = pages.GroupBy(p => CanonicalForm.Compose(p.OutputPath)).ToDictionary(g => g.Key, g => g.First());
        _files = files.GroupBy(f => CanonicalForm.Compose(f.Path)).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>The page with this name; null, with an error that lists candidates, if there is none or more than one.</summary>
    public Page? Named(string name, SourcePosition at, ProblemLog log)
    {
        name = CanonicalForm.Compose(Uri.UnescapeDataString(name));
        // A page's own xref name beats another page's title.
        var exact = _byName[name].Where(p => CanonicalForm.Compose(p.Xref).Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        var found = exact.Count > 0 ? exact : [.. _byName[name]];
        if (found.Count == 1)
        {
            return found[0];
        }

        if (found.Count == 0)
        {
            log.Error("TK3001", at, $"No page is called '{name}'.", Suggestion.For(name, _pages.Select(p => p.Xref)));
        }
        else
        {
            log.Error("TK3002", at, $"'{name}' names {found.Count} pages: {string.Join(", ", found.Select(p => p.SourcePath).Order(StringComparer.Ordinal))}.",
                "Give one of them a name of its own in its front matter, such as 'Xref: my-name', and link to that.");
        }

        return null;
    }

    /// <summary>The page or file at a path that an author wrote in a page; null if there is none.</summary>
    public (Page? Page, InputFile? File, string Path) At(string fromSource, string path)
    {
        var folder = fromSource.Contains('/', StringComparison.Ordinal) ? fromSource[..fromSource.LastIndexOf('/')] : "";
        // As it stands first: names may hold a percent sign.
        var written = At(Resolve(folder, CanonicalForm.Compose(path)));
        return written is { } found && (found.Page is not null || found.File is not null)
            ? found
            : At(Resolve(folder, CanonicalForm.Compose(Uri.UnescapeDataString(path)))) ?? (null, null, path);
    }

    /// <summary>Whether a page linked to a file, or showed it.</summary>
    public bool IsAskedFor(string path) => _asked.ContainsKey(path);

    /// <summary>All paths that a link may name, for suggestions.</summary>
    public IEnumerable<string> Paths => _bySource.Keys.Concat(_files.Keys);

    private (Page? Page, InputFile? File, string Path)? At(string? full)
    {
        if (full is null)
        {
            return null;
        }

        var file = _files.GetValueOrDefault(full);
        if (file is not null)
        {
            _asked[full] = true;
        }

        return (_bySource.GetValueOrDefault(full) ?? _byOutput.GetValueOrDefault(full), file, full);
    }

    private static string? Resolve(string folder, string path)
    {
        var parts = path.StartsWith('/') || folder.Length == 0 ? [] : folder.Split('/').ToList();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static string FileName(Page page)
    {
        var name = page.SourcePath[(page.SourcePath.LastIndexOf('/') + 1)..];
        return name[..name.LastIndexOf('.')];
    }
}
