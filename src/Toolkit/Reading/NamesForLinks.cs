namespace Toolkit.Reading;

/// <summary>The names for <c>xref:</c> that are in use, to find a free one.</summary>
public static class NamesForLinks
{
    /// <summary>
    /// Every name by which a page of the site goes: its name for links, its title with hyphens. The names of other files are
    /// among them: in Statiq pictures and data are linked to in the same way. Upper and lower case make no difference.
    /// </summary>
    /// <param name="files">All files of the input.</param>
    public static IReadOnlySet<string> Taken(IEnumerable<InputFile> files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // What is wrong with a page is said when the site is built.
        var log = new ProblemLog();
        foreach (var file in files.Where(f => !f.IsHidden))
        {
            if (!file.EndsWith(".md"))
            {
                taken.Add(LinkTable.Hyphenated(Path.GetFileNameWithoutExtension(file.Name).Replace('_', ' ')));
            }
            else if (file.Read(log) is { } bytes && SourceText.Read(file.Path, bytes, log) is { } text)
            {
                var page = PageSource.Read(text, [], log).Page;
                taken.Add(page.Xref);
                taken.Add(LinkTable.Hyphenated(page.Title));
            }
        }

        return taken;
    }
}
