using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>
/// The guide's pages say what Statiq would fill in otherwise: there a page without <c>Xref</c> is linked to by its title with hyphens,
/// every picture and file of data has such a name too, and themes put every page into the menu that does not say otherwise.
/// </summary>
public sealed partial class NamesForLinksTests
{
    private static readonly IReadOnlyList<(string Path, string Title, string? Xref)> Pages =
        [.. GuideFiles.All().Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal) && !IsTranslation(f.Path)).Select(f => (f.Path, Key(f.Text, "Title") ?? "", Key(f.Text, "Xref")))];

    [Fact]
    public void Every_page_gives_its_name_for_links() =>
        Assert.Equal([], Pages.Where(p => p.Xref is null).Select(p => p.Path));

    [Fact]
    public void No_name_is_another_page_s_name_or_title() =>
        Assert.Equal([], from page in Pages
                         from other in Pages
                         where other.Path != page.Path && new[] { other.Xref, Hyphens(other.Title) }.Contains(page.Xref, StringComparer.OrdinalIgnoreCase)
                         select $"{page.Path}: {page.Xref} is {other.Path}'s");

    [Fact]
    public void No_name_is_that_of_a_file_that_is_no_page()
    {
        var others = Repository.Files("input").Concat(Repository.Files("theme/input"))
            .Where(f => !f.EndsWith(".md", StringComparison.Ordinal) && !f.StartsWith("input/es/", StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith('_'))
            .ToDictionary(f => Hyphens(Path.GetFileNameWithoutExtension(f).Replace('_', ' ')), StringComparer.OrdinalIgnoreCase);

        Assert.Contains("Glossary", others.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Equal([], Pages.Where(p => others.ContainsKey(p.Xref ?? "")).Select(p => $"{p.Path}: {p.Xref} is {others[p.Xref!]}'s"));
    }

    [Fact]
    public void The_guide_links_to_pages_by_these_names_alone()
    {
        var names = Pages.Select(p => p.Xref).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var links = GuideFiles.All().SelectMany(f => Xref().Matches(f.Text).Select(m => (f.Path, Name: m.Groups["name"].Value))).ToList();

        Assert.True(links.Count > 20);
        Assert.Equal([], links.Where(l => !names.Contains(l.Name)).Select(l => $"{l.Path}: {l.Name}"));
    }

    [Fact]
    public void The_menu_holds_only_pages_that_say_so()
    {
        Assert.Contains("\nShowInNavigation: false\n", GuideFiles.All().Single(f => f.Path == "_directory.yml").Text, StringComparison.Ordinal);
        Assert.Equal(
            ["guide/index.md", "search.md", "tools/community-map.md", "tools/index.md", "workbook.md"],
            GuideFiles.All().Where(f => Key(f.Text, "ShowInNavigation") == "true").Select(f => f.Path));
    }

    /// <summary>What a page says in another language has the name of the source.</summary>
    private static bool IsTranslation(string path) => path.Replace('\\', '/').StartsWith("es/", StringComparison.Ordinal);

    private static string Hyphens(string title) => title.Replace(' ', '-');

    private static string? Key(string text, string key) => Regex.Match(text, $@"\A---\n(?:.+\n)*?{key}: (?<value>.+)\n") is { Success: true } found ? found.Groups["value"].Value : null;

    [GeneratedRegex(@"xref:(?<name>[^\s#)>]+)")]
    private static partial Regex Xref();
}
