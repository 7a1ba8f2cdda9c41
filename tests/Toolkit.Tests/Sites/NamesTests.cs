using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Toolkit.Cli;
using Toolkit.Cli.Serving;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>Names of pages, files and folders: each leads to a page that is answered, or is refused where it stands.</summary>
public sealed class NamesTests : IDisposable
{
    private const int Limit = 120_000;
    private readonly SiteRun _site = new();

    /// <summary>Names that mean something in an address, or in HTML, and can be written so that they do not.</summary>
    private static IEnumerable<string> Works =>
    [
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => $"a{(char)c}b").Where(n => !char.IsAsciiLetter(n[1]) && !"/<>:\"|*\\?#".Contains(n[1], StringComparison.Ordinal)),
        "100%", "50%off", "-dash", "--", "+plus", "&amp;", "a&lt;b", "=1+1", "Niños", "Über uns", "日本語", "العربية", "שלום", "ไทย", "🙂 smile", "e\u0301te\u0301", "ﬁ",
        "it's", " leading space", "two  spaces", "dots.in.name", "a.html", "a..b", "icons", "console", "com", "com10", "auxiliary", "con-tract", "nul1", "UPPER", "straße",
        "no\u00A0break", "زن‌ها", new string('x', 190), string.Concat(Enumerable.Repeat("é", 95)), "[brackets]", "{braces}", "$x$", "@x", "!x", "a,b;c=d", "index.x", "404 not",
    ];

    /// <summary>Names that no way of writing makes safe everywhere.</summary>
    private static IEnumerable<string> Refused =>
    [
        "a#b", "q?x", "a:b", "a\\b", "x\\..\\..\\evil", "C:\\evil", "a<b", "a>b", "a|b", "a*b", "a\"b", "a%20b", "%2e%2e", "a%2Fb", "%252e",
        "con", "CON.x", "Aux", "nul", "prn", "com1", "LPT9", "com¹", "con.page", "con .x", "CONIN$",
        "line\nbreak", "tab\tx", "bell\u0007", "esc\u001b[31m", "del\u007f", "nel\u0085x", "ls\u2028x", "rlo\u202Exf", "zwsp\u200Bx", "bom\uFEFFx", "tag\U000E0041", "pua\uE000",
        new string('x', 198), string.Concat(Enumerable.Repeat("é", 101)),
    ];

    [Fact(Timeout = Limit)]
    public async Task Every_name_that_is_taken_leads_to_its_page_from_everywhere()
    {
        var names = Works.Where(n => !OperatingSystem.IsWindows() || n[^1] is not ('.' or ' ')).ToList();
        var links = new StringBuilder();
        _site.With("settings.yml", SiteRun.Settings + "Host: example.org\nLinkRoot: /our-guide\nNetlifyRedirects: true\n");
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
        {
            var composed = CanonicalForm.Compose(name);
            // As Markdown wants it; what stands there is a name, not a character's.
            var written = name.Replace("&", "&amp;", StringComparison.Ordinal);
            _site.WithPage($"{name}.md", $"Words of number {i}.\n\n[Home](index.md)\n\n## Place {{#place-{i}}}", $"Title: Number {i}\nRedirectFrom: old/number-{i}.html\nLayout: chapter\nOrder: {i}\nXref: number-{i}");
            _site.WithPage($"{name}/in.md", $"Inner words of number {i}.\n\n[Home](../index.md), [up](<../{written}.md>)", $"Title: Inner {i}\nXref: inner-{i}");
            _site.With($"{name}.txt", $"Text {i}");
            links.Append($"""
                - [as it is](<{written}.md#place-{i}>), [encoded]({Uri.EscapeDataString(composed)}.md), [by name](xref:number-{i}#place-{i}), [text](<{written}.txt>), [inner](<{written}/in.md>)

                """);
        }

        await _site.WithPage("index.md", links.ToString(), "Title: Home\nLayout: home").Run("check", "--no-pdf", "--no-word", "--no-cache");
        Assert.True(_site.Problems.Count == 0, string.Join('\n', _site.Problems));

        await _site.Build("--no-word");

        Assert.Equal(ExitCode.Done, _site.ExitCode);
        await using var web = await SiteServer.StartAsync(_site.Output, 0, null, TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var answered = new Dictionary<string, string>();
        async Task<string> Get(Uri address)
        {
            if (!answered.TryGetValue(address.AbsoluteUri, out var text))
            {
                using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address.AbsoluteUri} answers {answer.StatusCode}");
                text = answered[address.AbsoluteUri] = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            }

            return text;
        }

        // Every link of every page, as a browser takes it.
        var waiting = new Queue<Uri>([web.Address]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var page))
        {
            var html = new HtmlParser().ParseDocument(await Get(page));
            foreach (var link in html.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            {
                var there = new Uri(page, link);
                if (there.Host != page.Host || !there.Scheme.StartsWith("http", StringComparison.Ordinal))
                {
                    continue;
                }

                await Get(new Uri(there.GetLeftPart(UriPartial.Query)));
                if (there.AbsolutePath.EndsWith(".html", StringComparison.Ordinal) && seen.Add(there.AbsolutePath))
                {
                    waiting.Enqueue(new Uri(there.GetLeftPart(UriPartial.Query)));
                }
            }
        }

        for (var i = 0; i < names.Count; i++)
        {
            Assert.Contains(answered, a => a.Value.Contains($"Words of number {i}.", StringComparison.Ordinal));
            Assert.Contains(answered, a => a.Value.Contains($"Inner words of number {i}.", StringComparison.Ordinal));
            Assert.Contains($"Text {i}", answered.Values);
            var stub = new HtmlParser().ParseDocument(await Get(new Uri(web.Address, $"old/number-{i}.html")));
            Assert.Contains($"Words of number {i}.", await Get(new Uri(new Uri(web.Address, "old/"), stub.QuerySelector("a")!.GetAttribute("href"))), StringComparison.Ordinal);
            Assert.Contains($"Words of number {i}.", await Get(new Uri(new Uri(web.Address, "old/"), stub.QuerySelector("[http-equiv=refresh]")!.GetAttribute("content")!["0; url=".Length..])), StringComparison.Ordinal);
        }

        // What machines read.
        var known = answered.Keys.ToHashSet();
        foreach (var loc in XDocument.Parse(_site.Text("sitemap.xml")).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value))
        {
            Assert.StartsWith("https://example.org/our-guide/", loc, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[^!-~]", loc);
            var rest = loc["https://example.org/our-guide/".Length..];
            Assert.Contains(new Uri(web.Address, rest).AbsoluteUri, known);
        }

        foreach (var line in _site.Text("_redirects").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ');
            Assert.Equal(3, parts.Length);
            await Get(new Uri(web.Address, parts[1]));
        }

        var search = _site.Text(_site.Files.Single(f => f.StartsWith("assets/search-data.", StringComparison.Ordinal)));
        using var pages = JsonDocument.Parse(search[search.IndexOf('[', StringComparison.Ordinal)..search.LastIndexOf(')')]);
        Assert.Equal((2 * names.Count) + 1, pages.RootElement.GetArrayLength());
        foreach (var page in pages.RootElement.EnumerateArray())
        {
            // The script puts it behind the path to the root, as it is.
            await Get(new Uri(web.Address, page[0].GetString()!));
        }
    }

    [Fact]
    public async Task Every_other_name_is_refused_where_it_stands()
    {
        await _site.Build();
        var before = _site.Snapshot();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Such files cannot be made there.");
        foreach (var name in Refused)
        {
            _site.WithPage($"{name}.md", "Words.", $"Title: {Guid.NewGuid()}");
        }

        await _site.Build();

        Assert.DoesNotContain(_site.Problems, p => !p.Contains(".md' ", StringComparison.Ordinal));
        Assert.Equal(
            Refused.Select(n => $"input/{FileNames.Shown(n)}.md:1:1: error TK1029: The name '{FileNames.Shown(n)}.md' ").Order(StringComparer.Ordinal),
            _site.Problems.Select(p => p[..(p.IndexOf(".md' ", StringComparison.Ordinal) + ".md' ".Length)]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain('\u001b', _site.Console);
        Assert.Equal(before, _site.Snapshot());
        Assert.Equal(["input", "output"], Directory.GetFileSystemEntries(_site.Root).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("a#b/page.md", "a#b")]
    [InlineData("con/page.md", "con")]
    [InlineData("dot./page.md", "dot.")]
    [InlineData("space /page.md", "space ")]
    [InlineData("pictures/a:b.png", "a:b.png")]
    [InlineData("pictures/nul.png", "nul.png")]
    [InlineData("trailing.", "trailing.")]
    public async Task Folders_and_other_files_keep_the_same_rule(string path, string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Such files cannot be made there.");

        await _site.With(path, "---\nTitle: Anything\n---\n").Build();

        Assert.Contains(_site.Problems, p => p.StartsWith($"input/{path}:1:1: error TK1029: The name '{name}' ", StringComparison.Ordinal));
        Assert.Equal(ExitCode.ContentErrors, _site.ExitCode);
    }

    [Fact]
    public void Every_advice_is_a_name_that_is_taken()
    {
        foreach (var name in Refused.Select(n => n + ".md"))
        {
            var advice = FileNames.FaultOfName(name)!.Value.Advice;
            Assert.Null(FileNames.FaultOfName(advice[(advice.IndexOf('\'', StringComparison.Ordinal) + 1)..advice.LastIndexOf('\'')]));
        }
    }

    [Fact]
    public async Task A_path_that_is_too_long_in_all_is_refused()
    {
        var folder = string.Join('/', Enumerable.Repeat(new string('f', 50), 5));

        await _site.WithPage($"{folder}/page.md", "Words.").Build();

        Assert.Equal([$"input/{folder}/page.md:1:1: error TK1029: The path of this file has 262 bytes; at most 240 fit."], _site.Problems);
    }

    [Fact]
    public async Task A_name_whose_bytes_are_no_text_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names are text there.");
        using (var made = System.Diagnostics.Process.Start("sh", ["-c", $"printf x > '{Path.Combine(_site.Root, "input")}/'$(printf 'caf\\351.md')"]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _site.Build();

        Assert.Equal(["input/caf<U+FFFD>.md:1:1: error TK1029: The name of this file or folder is not written in UTF-8."], _site.Problems);
    }

    [Theory]
    [InlineData("guide/a.md", "Guide/b.md", "TK1030", "guide/a.md", "'Guide' and 'guide' are one folder")]
    [InlineData("a.md", "a.html/b.md", "TK1031", "a.md", "'a.html' would be this file, and the folder that holds a.html/b.md")]
    [InlineData("A.txt/b.md", "a.txt", "TK1031", "a.txt", "'a.txt' would be this file, and the folder")]
    [InlineData("pic.txt", "Pic.TXT", "TK1020", "pic.txt", "Pic.TXT and pic.txt would both be written to")]
    [InlineData("Ñ.md", "ñ.md", "TK1020", "ñ.md", "Ñ.md and ñ.md would both be written to")]
    [InlineData("ñ.md", "n\u0303.md", "TK1030", "ñ.md", "they differ only in how letters and their accents are stored")]
    public async Task What_is_one_file_on_another_system_is_refused(string one, string other, string code, string at, string said)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Here it is one file already.");

        await _site.WithPage(one, "Words.", "Title: One").WithPage(other, "Words.", "Title: Other").Build();

        var problem = Assert.Single(_site.Problems);
        Assert.Contains($"{at}:1:1: error {code}: ", problem, StringComparison.Ordinal);
        Assert.Contains(said, problem, StringComparison.Ordinal);
        Assert.Equal(ExitCode.ContentErrors, _site.ExitCode);
    }

    [Fact]
    public async Task Both_forms_of_a_letter_give_the_same_site()
    {
        const string body = "See [the other](<ni\u00F1os.md>) and [it again](xref:ni\u00F1os).";
        await _site.WithPage("ni\u00F1os.md", "Words.", "Title: Two").WithPage("page.md", body).Build();
        var composed = _site.Snapshot();

        _site.Without("ni\u00F1os.md");
        await _site.WithPage("nin\u0303os.md", "Words.", "Title: Two").Build();

        Assert.Empty(_site.Problems);
        Assert.Contains("ni\u00F1os.html", composed, StringComparison.Ordinal);
        Assert.Equal(composed, _site.Snapshot());
    }

    [Fact]
    public async Task Problems_in_a_file_of_the_other_form_name_it_as_the_disk_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems find it in either form.");

        await _site.WithPage("nin\u0303os.md", "See [nothing](nowhere.md).").Build();

        Assert.StartsWith("input/nin\u0303os.md:5:5: error TK3003", Assert.Single(_site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Niños juntos")]
    [InlineData("Two words")]
    [InlineData("日本語")]
    [InlineData("Ärger & Co")]
    public async Task Documents_have_the_page_s_name_and_a_script_that_the_policy_lets_in(string name)
    {
        await _site.WithPage($"{name}.md", "Words.\n\n::: instrument first-meeting\n:::", "Title: A chapter\nLayout: chapter")
            .WithPage("tools/list.md", "::: checklist {#first-meeting}\n- [ ] Agree on time. {#agree-time}\n:::", "Title: First meeting\nLayout: tool").Build();

        Assert.Empty(_site.Problems);
        Assert.Contains($"downloads/chapter-{name}.docx", _site.Files);
        var manifest = _site.Text(_site.Files.Single(f => f.StartsWith("assets/manifest.", StringComparison.Ordinal)));
        using var paths = JsonDocument.Parse(manifest[manifest.IndexOf('{', StringComparison.Ordinal)..manifest.LastIndexOf(')')]);
        var script = paths.RootElement.GetProperty($"docx/chapter-{name}").GetString()!;
        Assert.Matches(@"^assets\/[a-z0-9-]+\.[0-9a-f]{8,}\.js$", script);
        Assert.StartsWith($"toolkit.provide(\"docx/chapter-{name}\",\"", _site.Text(script), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("con", "con-page.md")]
    [InlineData("What? A #1 page: 100%", "what-a-1-page-100.md")]
    public async Task New_pages_get_names_that_are_taken(string title, string name)
    {
        await _site.Run("new", "page", title);

        Assert.Equal($"Wrote input/{name}. See it with: toolkit preview\n", _site.Console);
        await _site.Build();
        Assert.Empty(_site.Problems);
    }

    public void Dispose() => _site.Dispose();
}
