using System.Text.Json;
using Toolkit.Cli;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>Nothing that an author writes leads out of the output, and no file is written over another.</summary>
public sealed class PathTests
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>Ways out of a folder, or to another file than it seems, on some system.</summary>
    public static TheoryData<string> WaysOut =>
    [
        .. from up in new[] { "..", ".", "...", ".. ", ". .", "%2e%2e", "%2E.", ".%2e", "%252e%252e" }
           from path in new[] { $"{up}/x", $"a/{up}/x", $"a/{up}", $"{up}/{up}/{up}/x" }
           select path,
        "/x", "//x", "a//x", "a/", "/", "", "\\x", "a\\x", "..\\x", "\\\\host\\x", "C:x", "C:/x", "a\"b", "a<b", "a/b>c", "a|b", "a*b", "c:\\x", "a/C:/x", "a/b:c", "x%5C..%5Cy", "..%2Fx", "a%2f..%2fx", "a%3Ab",
        "a\0b", "a/\u0001", "a\nb", "a\u007F", "a\u0085b", "a\u2028b", "a%00b", "a%0Ab",
        "a.", "a ", "a./b", "a /b", "con", "CON.html", "a/Nul", "com1.html", "LPT9", "aux.tar.gz", "con .html", "COM¹",
        new string('x', 256), "a/" + new string('é', 128) + "/b",
    ];

    /// <summary>Those that count from the output, however far: none names a place of this computer by its root.</summary>
    public static TheoryData<string> WaysOutOfDepth =>
        [.. WaysOut.Select(way => way.Data).Where(p => !p.StartsWith('/') && !(OperatingSystem.IsWindows() && (p.StartsWith('\\') || p.Contains(':', StringComparison.Ordinal))))];

    public static TheoryData<string> Paths =>
    [
        "index.html", "guide/vetting.html", "a b.html", "100%.html", "50%25.html", ".well-known/x", "..x", "a..b", "x...y", "Über uns.html", "Ａ.html", "🙂.html", "contact.html", "console.html",
        "com.html", "com10.html", "a#b.html", "q?x.html", new string('x', 255), "שלום.html",
    ];

    [Theory]
    [MemberData(nameof(WaysOut))]
    public void A_path_that_is_no_place_in_the_output_is_told(string path) => Assert.NotNull(OutputPath.Trouble(path));

    [Theory]
    [InlineData("caf\u00E9/Page.html", "CAFE\u0301/page.html", true)]
    [InlineData("\u1EC7", "e\u0302\u0323", true)]
    [InlineData("\uAC01", "\u1100\u1161\u11A8", true)]
    [InlineData("caf\u00E9", "cafe", false)]
    public void However_letters_are_stored_their_place_is_one(string one, string other, bool same)
    {
        var taken = new TakenPaths<int>();
        taken.Take(one, 1);

        Assert.Equal(same, taken.At(other) is { Owner: 1 });
        Assert.Equal(same, taken.Take(other, 2) is { Owner: 1 });
    }

    /// <summary>Apart from the others: what carries examples to tests would mend it.</summary>
    [Fact]
    public void Half_a_character_is_no_name() => Assert.NotNull(OutputPath.Trouble("a\uD800b"));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Any_other_name_is_a_place(string path) => Assert.Null(OutputPath.Trouble(path));

    /// <summary>So deep that whatever leads out of it, should the gate ever stand open, ends in the test's own folder.</summary>
    [Theory]
    [MemberData(nameof(WaysOutOfDepth))]
    public void The_last_gate_writes_none_of_them(string path)
    {
        using var folder = new TemporaryFolder();
        var output = folder.File("a/b/c/d/e/output");

        Assert.Throws<IOException>(() => OutputFolder.Replace(output, [new OutputFile("index.html", [1]), new OutputFile(path, [2])], _ => { }, CancellationToken.None));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("../../../evil.html")]
    [InlineData("/../evil.html")]
    [InlineData("ROOT/evil.html")]
    public async Task An_old_address_that_leads_out_is_never_written(string address)
    {
        using var site = new SiteRun();
        site.WithPage("page.md", "Words.", $"Title: A page\nRedirectFrom: {address.Replace("ROOT", site.Root + "/", StringComparison.Ordinal)}");

        await site.Build("-o", "a/b/c/d/output");

        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
        Assert.Equal(["input"], Directory.EnumerateFileSystemEntries(site.Root).Select(Path.GetFileName));
    }

    /// <summary>Old addresses of one page in one list: each is refused with the place of its own.</summary>
    [Fact]
    public async Task Every_old_address_that_is_no_place_is_refused_where_it_stands()
    {
        using var site = new SiteRun();
        string[] addresses =
        [
            .. WaysOut.Select(w => w.Data).Where(p => p is not ("/x" or "/" or "a/")),
            "../../../evil.html", "/../evil.html", Path.Combine(site.Root, "..", "evil.html"), "a/../../evil", "https://example.org/x", "javascript:alert(1)", "//example.org/x", "///x",
            "x?y=1", "x#y", "?", "mailto:a@example.org", "con/", "a/b./", "nul.html", "a/.. ", "file:///etc/x",
        ];
        site.WithPage("page.md", "Words.", "Title: A page\nRedirectFrom:\n" + string.Concat(addresses.Select(a => $"  - {JsonSerializer.Serialize(a)}\n")));

        await Look(site);

        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
        Assert.Equal(
            addresses.Select((_, i) => $"input/page.md:{i + 4}:5: error TK3023"),
            site.Problems.Select(p => p[..p.IndexOf(": The page", StringComparison.Ordinal)]));
        Assert.DoesNotContain(site.Console, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [InlineData("RedirectFrom: ../../evil.html", "3:15")]
    [InlineData("RedirectFrom: { a: b }", "3:15")]
    [InlineData("RedirectFrom: [old.html, [older.html]]", "3:26")]
    [InlineData("RedirectFrom: [\"\"]", "3:16")]
    public async Task However_it_is_written_its_place_is_told(string key, string at)
    {
        using var site = new SiteRun();

        await Look(site.WithPage("page.md", "Words.", "Title: A page\n" + key));

        Assert.StartsWith($"input/page.md:{at}: error TK3023", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_s_keys_are_told_in_their_own_file()
    {
        using var site = new SiteRun();

        await Look(site.With("guide/_directory.yml", "RedirectFrom: /../x\n").WithPage("guide/page.md", "Words."));

        Assert.StartsWith("input/guide/_directory.yml:1:15: error TK3023", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_headers")]
    [InlineData("_HEADERS")]
    [InlineData("_redirects")]
    [InlineData("sitemap.xml")]
    [InlineData("robots.txt")]
    [InlineData("404")]
    [InlineData("404.html")]
    [InlineData("assets/site.css")]
    [InlineData("Assets/old")]
    [InlineData("assets/")]
    [InlineData("downloads/index.json")]
    [InlineData("downloads/chapter-one.docx")]
    [InlineData("Downloads/Chapter-One.docx")]
    [InlineData("pictures/map.png")]
    [InlineData("pictures/MAP.png")]
    [InlineData("pictures/map.png/")]
    [InlineData("notes.txt")]
    [InlineData("index.html/old")]
    [InlineData("one.html/")]
    public async Task An_old_address_where_the_site_has_a_file_is_refused(string address)
    {
        using var site = new SiteRun();
        site.WithPage("one.md", "First.", "Title: One\nLayout: chapter").With("pictures/map.png", Png).With("notes.txt", "Words.\n");

        await site.WithPage("page.md", "Words.", $"Title: A page\nRedirectFrom: [old.html, {address}]").Build();

        Assert.StartsWith("input/page.md:3:26: error TK3024", Assert.Single(site.Problems), StringComparison.Ordinal);
        Assert.Empty(site.Files);
    }

    [Theory]
    [InlineData("ONE.html", "TK3021")]
    [InlineData("Page", "TK3020")]
    [InlineData("taken", "TK3022")]
    [InlineData("TAKEN.html", "TK3022")]
    [InlineData("caf\u00E9", "TK3022")]
    [InlineData("CAFE\u0301.html", "TK3022")]
    [InlineData("cafe%CC%81", "TK3022")]
    [InlineData("other.html/x", "TK3024")]
    public async Task Letters_of_another_case_or_form_are_the_same_address(string address, string code)
    {
        using var site = new SiteRun();
        site.WithPage("one.md", "First.", "Title: One\nRedirectFrom: [taken.html, other.html, caf\u00E9.html]");

        await site.WithPage("page.md", "Words.", $"Title: A page\nRedirectFrom: {address}").Build();

        Assert.StartsWith($"input/page.md:3:15: error {code}", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old.html", "old.html")]
    [InlineData("/old", "old.html")]
    [InlineData("old/", "old/index.html")]
    [InlineData("old.htm", "old.htm")]
    [InlineData("v1.2/notes", "v1.2/notes.html")]
    [InlineData("notes.v2", "notes.v2.html")]
    [InlineData("old%20page", "old page.html")]
    [InlineData("100%", "100%.html")]
    [InlineData("über/uns", "über/uns.html")]
    [InlineData("downloads/old", "downloads/old.html")]
    public async Task An_old_address_leads_on(string address, string file)
    {
        using var site = new SiteRun();

        await site.WithPage("guide/page.md", "Words.", $"Title: A page\nRedirectFrom: \"{address}\"").Build("-s", "NetlifyRedirects=true");

        Assert.True(site.ExitCode == ExitCode.Done, site.Console);
        var up = string.Concat(Enumerable.Repeat("../", file.Count(c => c == '/')));
        Assert.Contains($"url={up}guide/page.html", site.Text(file), StringComparison.Ordinal);
        Assert.Equal(3, site.Text("_redirects").TrimEnd().Split(' ').Length);
    }

    [Theory]
    [InlineData("../../../evil")]
    [InlineData("/evil")]
    [InlineData("a/../../evil")]
    [InlineData("a\\\\b")]
    [InlineData("C:evil")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("..")]
    public async Task A_name_for_links_that_documents_cannot_be_called_is_refused(string name)
    {
        using var site = new SiteRun();

        await Look(site.WithPage("page.md", "Words.", $"Title: A page\nLayout: chapter\nXref: \"{name}\""));

        Assert.StartsWith("input/page.md:4:1: error TK3025", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LinkRoot", "/toolkit", true)]
    [InlineData("LinkRoot", "a/b/", true)]
    [InlineData("LinkRoot", "/", true)]
    [InlineData("LinkRoot", "/\\\\example.org", false)]
    [InlineData("LinkRoot", "../..", false)]
    [InlineData("LinkRoot", "a//b", false)]
    [InlineData("LinkRoot", "https://example.org", false)]
    [InlineData("LinkRoot", "a?b", false)]
    [InlineData("LinkRoot", "a b", false)]
    [InlineData("Host", "toolkit.example.org", true)]
    [InlineData("Host", "toolkit.example.org:8080", true)]
    [InlineData("Host", "https://toolkit.example.org/", true)]
    [InlineData("Host", "example.org/below", false)]
    [InlineData("Host", "javascript:alert(1)", false)]
    [InlineData("Host", "ftp://example.org", false)]
    [InlineData("Host", "user@example.org", false)]
    [InlineData("Host", "example.org/../x", false)]
    [InlineData("Host", "example.org?x", false)]
    [InlineData("Host", "example.org\\\\x", false)]
    [InlineData("Host", "two words", false)]
    public async Task Where_the_site_is_published_is_a_place(string key, string value, bool right)
    {
        using var site = new SiteRun();

        await site.With("settings.yml", $"SiteTitle: Tiny\n{key}: \"{value}\"\n").Build();

        Assert.Equal(right ? [] : ["input/settings.yml:2:1: error TK1046"], site.Problems.Select(p => p[..p.IndexOf(": '", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task The_picture_of_a_page_must_be_there()
    {
        using var site = new SiteRun().With("map.png", Png).With("settings.yml", "SiteTitle: Tiny\nHost: example.org\n");

        await site.WithPage("page.md", "Words.", "Title: A page\nImage: /map.png").Build();
        Assert.Contains("https://example.org/map.png", site.Text("page.html"), StringComparison.Ordinal);

        await site.WithPage("page.md", "Words.", "Title: A page\nImage: ../map.png").Build();
        Assert.StartsWith("input/page.md:3:1: error TK3004", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html", "TK1027")]
    [InlineData("INDEX.html", "TK1027")]
    [InlineData("404.html", "TK1027")]
    [InlineData("sitemap.xml", "TK1027")]
    [InlineData("robots.txt", "TK5002")]
    [InlineData("downloads/index.json", "TK5002")]
    [InlineData("downloads/chapter-one.DOCX", "TK5002")]
    [InlineData("page.html/map.txt", "TK1031")]
    [InlineData("downloads", "TK5012")]
    public async Task A_file_of_the_author_s_is_not_written_over_one_of_the_site(string file, string code)
    {
        using var site = new SiteRun().With("settings.yml", SiteRun.Settings + "Host: example.org\n").WithPage("one.md", "First.", "Title: One\nLayout: chapter");

        // A file of no known kind is published where a page leads to it.
        await site.With(file, [1]).WithPage("page.md", Path.HasExtension(file) ? "Words." : $"Read [the plan]({file}).").Build();

        Assert.Contains($"error {code}", Assert.Single(site.Problems), StringComparison.Ordinal);
        Assert.Empty(site.Files);
    }

    /// <summary>Finds problems and writes nothing: what these sites name may be real.</summary>
    private static Task<SiteRun> Look(SiteRun site) => site.Run("check", "--no-pdf", "--no-cache");
}
