using System.Collections.Concurrent;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>
/// Finds the page that a link names: by its name for links, its title as it stands or with hyphens, or its file's name; or by a
/// path, with or without the ending of a page.
/// </summary>
public sealed class LinkTable
{
    private readonly ILookup<string, Page> _byName;
    private readonly Dictionary<string, Page> _bySource;
    private readonly Dictionary<string, Page> _byOutput;
    private readonly Dictionary<string, InputFile> _files;
    private readonly IReadOnlyList<Page> _pages;
    private readonly string _linkRoot;
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);

    /// <summary>A table of these pages and files.</summary>
    /// <param name="pages">Every page of the site.</param>
    /// <param name="files">Every other file that may be linked to.</param>
    /// <param name="linkRoot">Path of the site under its host, as <see cref="SiteSettings.LinkRoot"/>: a link may begin with it.</param>
    /// <param name="folder">A folder whose files come before those of the same path at the top, with a slash at its end; empty for none.</param>
    public LinkTable(IReadOnlyList<Page> pages, IEnumerable<InputFile> files, string linkRoot, string folder = "")
    {
        _pages = pages;
        _linkRoot = linkRoot;
        _folder = folder;
        _byName = pages
            .SelectMany(p => new[] { p.Xref, p.Title, Hyphenated(p.Title), FileName(p) }.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (name: CanonicalForm.Compose(name), p)))
            .ToLookup(x => x.name, x => x.p, StringComparer.OrdinalIgnoreCase);
        _bySource = pages.GroupBy(p => CanonicalForm.Compose(p.SourcePath)).ToDictionary(g => g.Key, g => g.First());
        _byOutput = pages.GroupBy(p => CanonicalForm.Compose(p.OutputPath)).ToDictionary(g => g.Key, g => g.First());
        _files = files.GroupBy(f => CanonicalForm.Compose(f.Path)).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>The page with this name; null, with an error that lists candidates, if there is none or more than one.</summary>
    public Page? Named(string name, SourcePosition at, ProblemLog log)
    {
        name = CanonicalForm.Compose(Uri.UnescapeDataString(name));
        // A name that somebody gave beats a page's usual name and titles, and the usual name beats titles. But where the title of a page
        // that was given no name is its name in Statiq, the same words would lead there to that page: then nobody can tell.
        List<Page> Where(Func<Page, bool> holds) => [.. _byName[name].Where(holds)];
        bool Is(string own) => CanonicalForm.Compose(own).Equals(name, StringComparison.OrdinalIgnoreCase);
        var found = Where(p => p.HasOwnXref && Is(p.Xref)) is { Count: > 0 } given ? given
            : Where(p => Is(p.Xref)) is { Count: > 0 } usual ? [.. usual.Union(Where(p => !p.HasOwnXref && Is(Hyphenated(p.Title))))]
            : Where(_ => true);
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

    /// <summary>
    /// The page or file at a path that an author wrote in a page; null if there is none. A path that begins with <c>/</c> or
    /// <c>~/</c> counts from the top of the site. A page is found by its source, by the file that is written for it, and by that
    /// without its ending; a folder stands for the page <c>index</c> in it.
    /// </summary>
    public (Page? Page, InputFile? File, string Path) At(string fromSource, string path)
    {
        var folder = fromSource.Contains('/', StringComparison.Ordinal) ? fromSource[..fromSource.LastIndexOf('/')] : "";
        (Page? Page, InputFile? File, string Path) found = (null, null, path);
        foreach (var written in Spellings(path))
        {
            found = At(Resolve(folder, written), isFolder: written.Split('/')[^1] is "" or "." or "..") ?? found;
            if (found.Page is not null || found.File is not null)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>What a path may mean, as it stands first: names may hold a percent sign.</summary>
    private IEnumerable<string> Spellings(string path)
    {
        foreach (var written in new[] { path, Uri.UnescapeDataString(path) }.Distinct().Select(CanonicalForm.Compose))
        {
            yield return written;
            if (written.StartsWith("~/", StringComparison.Ordinal))
            {
                yield return written[1..];
            }

            if (_linkRoot.Length > 0 && (written == _linkRoot || written.StartsWith(_linkRoot + "/", StringComparison.Ordinal)))
            {
                yield return written.Length == _linkRoot.Length ? "/" : written[_linkRoot.Length..];
            }
        }
    }

    /// <summary>Whether a page linked to a file, or showed it.</summary>
    public bool IsAskedFor(string path) => _asked.ContainsKey(path);

    /// <summary>All paths that a link may name, for suggestions.</summary>
    public IEnumerable<string> Paths => _bySource.Keys.Concat(_files.Keys);

    private (Page? Page, InputFile? File, string Path)? At(string? full, bool isFolder)
    {
        if (full is null)
        {
            return null;
        }

        var own = _folder.Length > 0 && _files.ContainsKey(_folder + full) ? _folder + full : full;
        var file = _files.GetValueOrDefault(own);
        if (file is not null)
        {
            _asked[own] = true;
            return (_bySource.GetValueOrDefault(full) ?? _byOutput.GetValueOrDefault(full), file, own);
        }

        var index = full.Length == 0 ? "index.html" : full + "/index.html";
        return (_bySource.GetValueOrDefault(full) ?? _byOutput.GetValueOrDefault(full)
            ?? (isFolder ? null : _byOutput.GetValueOrDefault(full + ".html")) ?? _byOutput.GetValueOrDefault(index), null, full);
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

    /// <summary>The name for links that Statiq gives a page of this title, if its front matter gives none.</summary>
    internal static string Hyphenated(string title) => title.Replace(' ', '-');

    private static string FileName(Page page)
    {
        var name = page.SourcePath[(page.SourcePath.LastIndexOf('/') + 1)..];
        return name[..name.LastIndexOf('.')];
    }
}
