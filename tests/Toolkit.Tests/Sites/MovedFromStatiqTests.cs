using Toolkit.Cli;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>What a site may hold that was written for Statiq: it is read as Statiq reads it, or answered with its place.</summary>
public sealed class MovedFromStatiqTests : IDisposable
{
    private readonly SiteRun _site = new();

    [Theory]
    [InlineData("_directory.yml")]
    [InlineData("_directory.yaml")]
    [InlineData("_Directory.yml")]
    [InlineData("_Directory.yaml")]
    public async Task Keys_of_a_folder_are_read_under_every_name(string name)
    {
        await _site.With($"guide/{name}", "Layout: chapter\n").WithPage("guide/one.md", "Words.").Build();

        Assert.Empty(_site.Problems);
        Assert.Contains("downloads/chapter-one.docx", _site.Files);
    }

    [Theory]
    [InlineData("_one.yml")]
    [InlineData("_one.yaml")]
    [InlineData("_one.md.yml")]
    [InlineData("_one.md.yaml")]
    public async Task Keys_of_a_page_are_read_under_every_name(string name)
    {
        await _site.With($"guide/{name}", "Layout: chapter\n").WithPage("guide/one.md", "Words.").Build();

        Assert.Empty(_site.Problems);
        Assert.Contains("downloads/chapter-one.docx", _site.Files);
    }

    [Theory]
    [InlineData("guide/_directory.yaml", "guide/_directory.yml", "folder")]
    [InlineData("guide/_Directory.yml", "guide/_directory.yml", "folder")]
    [InlineData("guide/_one.yaml", "guide/_one.yml", "page")]
    [InlineData("guide/_one.md.yml", "guide/_one.yml", "page")]
    public async Task Keys_in_two_files_are_refused(string second, string first, string owner)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || !second.Equals(first, StringComparison.OrdinalIgnoreCase), "Here it is the same file.");

        await _site.With(first, "Author: Anna\n").With(second, "Author: Berta\n").WithPage("guide/one.md", "Words.").Build();

        Assert.Equal([$"input/{second}:1:1: error TK1037: The keys of this {owner} stand in two files: '{first[6..]}' is the other."], _site.Problems);
    }

    [Theory]
    [InlineData("_one.json")]
    [InlineData("_one.md.json")]
    [InlineData("_directory.json")]
    public async Task Keys_in_json_are_named(string name)
    {
        await _site.With($"guide/{name}", "{ \"Author\": \"Anna\" }").WithPage("guide/one.md", "Words.").Build();

        Assert.Equal([$"input/guide/{name}:1:1: warning TK1036: Nothing reads this file: keys are read as YAML, not as JSON."], _site.Problems);
        Assert.Contains($"Write its keys into '{name[..^5]}.yml'", _site.Console, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_tow.yaml")]
    [InlineData("_one.md.YAML")]
    [InlineData("_DIRECTORY.yaml")]
    public async Task Keys_that_belong_to_nothing_are_named(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere capital letters make no difference.");

        await _site.With($"guide/{name}", "Author: Anna\n").WithPage("guide/one.md", "Words.").Build();

        Assert.Equal([$"input/guide/{name}:1:1: warning TK1036: Nothing reads this file."], _site.Problems);
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("true", true)]
    public async Task Keys_of_a_folder_hold_for_inner_folders_unless_it_says_otherwise(string recursive, bool inner)
    {
        await _site.With("guide/_directory.yml", $"Layout: chapter\nRecursive: {recursive}\n").WithPage("guide/one.md", "Words.").WithPage("guide/in/two.md", "More words.", "Title: Two").Build();

        Assert.Empty(_site.Problems);
        Assert.Contains("downloads/chapter-one.docx", _site.Files);
        Assert.Equal(inner, _site.Files.Contains("downloads/chapter-two.docx"));
    }

    [Fact]
    public async Task A_folder_s_keys_do_not_stop_those_of_folders_above()
    {
        await _site.With("_directory.yml", "Layout: chapter\n").With("guide/_directory.yml", "Author: Anna\nRecursive: false\n").WithPage("guide/in/two.md", "More words.", "Title: Two").Build();

        Assert.Contains("downloads/chapter-two.docx", _site.Files);
    }

    [Fact]
    public async Task Keys_that_nothing_reads_are_named_wherever_they_stand()
    {
        await _site.With("guide/_directory.yml", "Recursive: no way\nLayot: chapter\n").With("guide/_one.yml", "Autor: Anna\nRecursive: false\n")
            .WithPage("guide/one.md", "Words.", "Title: One\nRecursive: false\nShowInSidebar: true").Build();

        Assert.Equal(
            [
                "input/guide/_directory.yml:1:1: error TK1011: 'Recursive' is 'no way'.",
                "input/guide/_directory.yml:2:1: warning TK1010: Nothing reads the key 'Layot'.",
                "input/guide/_one.yml:1:1: warning TK1010: Nothing reads the key 'Autor'.",
                "input/guide/_one.yml:2:1: warning TK1010: Nothing reads the key 'Recursive'.",
                "input/guide/one.md:3:1: warning TK1010: Nothing reads the key 'Recursive'.",
                "input/guide/one.md:4:1: warning TK1010: Nothing reads the key 'ShowInSidebar'.",
            ],
            _site.Problems);
    }

    [Theory]
    [InlineData("Title: Words\n---\n", 1)]
    [InlineData("-\nTitle: Words\n-\n", 2)]
    [InlineData("-----\nTitle: Words\n-----\n", 2)]
    [InlineData("<!---\nTitle: Words\n--->\n", 2)]
    [InlineData("<!-----\nTitle: Words\nTags:\n  - one\n----->\n", 2)]
    [InlineData("/*-\nTitle: Words\n-*/\n", 2)]
    [InlineData("@*-\nTitle: Words\n-*@\n", 2)]
    public async Task Front_matter_in_other_forms_is_answered(string front, int line)
    {
        await _site.With("page.md", front + "\nWords.\n").Build();

        Assert.Equal([$"input/page.md:{line}:1: error TK1041: Keys stand here, and nothing reads them."], _site.Problems.Where(p => p.Contains("TK10", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Remember: three things\n---\n\nWords.\n")]
    [InlineData("Words.\n\nTitle: Words\n\n---\n")]
    public async Task Words_with_a_colon_are_words(string text)
    {
        await _site.With("page.md", text).Build();

        Assert.DoesNotContain(_site.Problems, p => p.Contains("TK1041", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/guide/one", "guide/one.html")]
    [InlineData("/guide/one.html", "guide/one.html")]
    [InlineData("/guide/one.md#place", "guide/one.html#place")]
    [InlineData("~/guide/one#place", "guide/one.html#place")]
    [InlineData("/our-guide/guide/one", "guide/one.html")]
    [InlineData("/our-guide", "index.html")]
    [InlineData("/our-guide/", "index.html")]
    [InlineData("guide/one", "guide/one.html")]
    [InlineData("./guide/one", "guide/one.html")]
    [InlineData("guide", "guide/index.html")]
    [InlineData("guide/", "guide/index.html")]
    [InlineData("/guide", "guide/index.html")]
    [InlineData("both", "both.html")]
    [InlineData("both/", "both/index.html")]
    [InlineData("both/.", "both/index.html")]
    [InlineData("guide/in/..", "guide/index.html")]
    [InlineData("/", "index.html")]
    [InlineData("~/", "index.html")]
    [InlineData(".", "index.html")]
    [InlineData("/notes.txt", "notes.txt")]
    [InlineData("~/notes.txt", "notes.txt")]
    [InlineData("/our-guide/notes.txt", "notes.txt")]
    [InlineData("/caf%C3%A9", "caf\u00E9.html")]
    [InlineData("~/caf%C3%A9", "caf\u00E9.html")]
    public async Task A_path_leads_to_its_page_with_and_without_ending(string path, string leads)
    {
        _site.With("settings.yml", SiteRun.Settings + "LinkRoot: /our-guide\n").With("notes.txt", "Notes.").WithPage("guide/index.md", "Words.", "Title: Guide").WithPage("guide/one.md", "## Place {#place}", "Title: One")
            .WithPage("both.md", "Words.", "Title: Both").WithPage("both/index.md", "Words.", "Title: Both inside").WithPage("caf\u00E9.md", "Words.", "Title: Café").WithPage("guide/in/two.md", "Words.", "Title: Two");

        await _site.WithPage("page.md", $"See [this one]({path}).").Build();

        Assert.True(_site.Problems.Count == 0, _site.Console);
        Assert.Contains($"<a href=\"{Uri.EscapeDataString(leads).Replace("%2F", "/", StringComparison.Ordinal).Replace("%23", "#", StringComparison.Ordinal)}\">this one</a>", _site.Content("page.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("~/nowhere")]
    [InlineData("/our-guide/nowhere")]
    [InlineData("guide/one/")]
    [InlineData("guide/one.htm")]
    [InlineData("guide/one?print=1")]
    [InlineData("../guide")]
    [InlineData("empty")]
    public async Task A_path_to_nowhere_is_answered_with_its_place(string path)
    {
        _site.With("settings.yml", SiteRun.Settings + "LinkRoot: /our-guide\n").With("empty/notes.txt", "Notes.").WithPage("guide/index.md", "Words.", "Title: Guide").WithPage("guide/one.md", "Words.", "Title: One");

        await _site.WithPage("page.md", $"See [this one]({path}).").Build();

        Assert.Equal([$"input/page.md:5:5: error TK3003: The link goes to '{path}', and there is no such page or file."], _site.Problems);
    }

    /// <summary>Names of two pages <c>one.md</c> and <c>two.md</c> for links, and where a link leads: null where both could be meant.</summary>
    [Theory]
    [InlineData("xref:Plan-for-a-year", "Title: Plan for a year", "Title: Two", "one")]
    [InlineData("xref:plan-FOR-a-year", "Title: Plan for a year\nXref: my-plan", "Title: Two", "one")]
    [InlineData("xref:Caf\u00E9-am-Eck", "Title: Cafe\u0301 am Eck", "Title: Two", "one")]
    [InlineData("<xref:Plan for a year>", "Title: Plan for a year", "Title: Two", "one")]
    [InlineData("xref:two-plans", "Title: Two plans", "Title: Another\nXref: two-plans", "two")]
    [InlineData("xref:two", "Title: Two\nXref: first", "Title: Another", "two")]
    [InlineData("xref:two", "Title: Two", "Title: Another\nXref: two", "two")]
    [InlineData("xref:two", "Title: Two", "Title: Another", null)]
    [InlineData("xref:two", "Title: Two\nXref: two", "Title: Another\nXref: two", null)]
    [InlineData("xref:the-plan", "Title: The plan", "Title: the-plan", null)]
    public async Task A_title_with_hyphens_is_a_name_where_nothing_else_is_meant(string link, string one, string two, string? leads)
    {
        _site.WithPage("one.md", "First.", one).WithPage("two.md", "Second.", two);

        await _site.WithPage("page.md", $"See [this one]({link}).").Build();

        if (leads is null)
        {
            Assert.StartsWith($"input/page.md:5:5: error TK3002: '{link[5..]}' names 2 pages: one.md, two.md.", Assert.Single(_site.Problems), StringComparison.Ordinal);
            return;
        }

        Assert.True(_site.ExitCode == ExitCode.Done, _site.Console);
        Assert.Contains($"<a href=\"{leads}.html\">this one</a>", _site.Content("page.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chapter", "Working together", "guide/working-together.md", "working-together")]
    [InlineData("page", "Settings", "settings.md", "settings-page")]
    [InlineData("worksheet", "Our plan", "tools/our-plan.md", "our-plan-worksheet")]
    [InlineData("checklist", "A map", "tools/a-map.md", "a-map-checklist")]
    [InlineData("chapter", "Twice given", "guide/twice-given.md", "twice-given-2")]
    public async Task A_new_page_gets_a_name_for_links_that_nothing_else_has(string kind, string title, string file, string xref)
    {
        _site.WithPage("one.md", "Words.", "Title: Our plan").With("a_map.txt", "Words.").WithPage("two.md", "Words.", "Title: Two\nXref: Twice-Given").WithPage("three.md", "Words.", "Title: Twice given chapter\nXref: three")
            .With("_hidden.md", "---\nTitle: Working together\n---\n").With("broken.md", [0xFF, 0xFE, 0x00]);

        await _site.Run("new", kind, title);

        Assert.Equal(ExitCode.Done, _site.ExitCode);
        Assert.Contains($"\nXref: {xref}\n", File.ReadAllText(Path.Combine(_site.Root, "input", file)), StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _site.Dispose();
}
