using System.IO.Compression;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Translations;

/// <summary>What a site in two languages publishes.</summary>
public sealed class EditionTests
{
    [Fact]
    public async Task Every_page_is_there_in_both_languages_and_names_the_other_one()
    {
        using var site = Published(TwoLanguages.Whole());
        await site.Run.Build();

        Assert.True(site.Run.ExitCode == 0, site.Run.Console);
        foreach (var path in new[] { "index.html", "guide/a.html", "tools/ask.html", "tools/plan.html", "downloads.html", "404.html" })
        {
            var (source, other) = (Page(site, path), Page(site, "es/" + path));
            Assert.Equal(("en", "es"), (source.DocumentElement.GetAttribute("lang"), other.DocumentElement.GetAttribute("lang")));
            Assert.Equal(["English", "Español"], source.QuerySelectorAll(".lang li").Select(l => l.TextContent.Trim()));
            Assert.Equal(["es es"], source.QuerySelectorAll(".lang a").Select(a => $"{a.GetAttribute("lang")} {a.GetAttribute("hreflang")}"));
            Assert.Equal(["en en"], other.QuerySelectorAll(".lang a").Select(a => $"{a.GetAttribute("lang")} {a.GetAttribute("hreflang")}"));
            Assert.Equal("Español", other.QuerySelector(".lang [aria-current]")!.TextContent);
        }

        Assert.Equal("../es/guide/a.html", Page(site, "guide/a.html").QuerySelector(".lang a")!.GetAttribute("href"));
        Assert.Equal("../../guide/a.html", Page(site, "es/guide/a.html").QuerySelector(".lang a")!.GetAttribute("href"));
        Assert.Equal("/es/404.html", Page(site, "404.html").QuerySelector(".lang a")!.GetAttribute("href"));
        Assert.Equal(
            ["en https://toolkit.example.org/guide/a.html", "es https://toolkit.example.org/es/guide/a.html"],
            Page(site, "es/guide/a.html").QuerySelectorAll("link[rel=alternate]").Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}"));
        Assert.Empty(Page(site, "es/404.html").QuerySelectorAll("link[rel=alternate]"));
        Assert.Empty(Page(site, "es/guide/a.html").QuerySelectorAll(".lang-note, main [lang]:not(#take-away *)"));
    }

    [Fact]
    public async Task Names_of_fields_values_and_wordings_are_the_same_in_both_languages()
    {
        using var site = Published(TwoLanguages.Whole());
        await site.Run.Build();
        static IEnumerable<string> Controls(IDocument page) =>
            page.QuerySelectorAll(".instrument [name]").Select(c => $"{c.GetAttribute("name")} {c.GetAttribute("value")} {c.GetAttribute("data-wording")}");

        foreach (var path in new[] { "tools/ask.html", "tools/plan.html", "guide/a.html" })
        {
            Assert.Equal(Controls(Page(site, path)), Controls(Page(site, "es/" + path)));
            Assert.NotEmpty(Controls(Page(site, path)));
        }
    }

    [Fact]
    public async Task Pages_of_a_language_load_its_own_data()
    {
        using var site = Published(TwoLanguages.Whole());
        await site.Run.Build();
        var (source, other) = (Manifest(site, "tools/ask.html"), Manifest(site, "es/tools/ask.html"));

        Assert.Equal(source.Select(e => e.Key), other.Select(e => e.Key));
        foreach (var name in new[] { "guide", "search-data", "docx/ask", "docx/whole-guide" })
        {
            if (source[name] is { } path)
            {
                Assert.NotEqual((string)path!, (string)other[name]!);
                Assert.Contains((string)other[name]!, site.Run.Files);
            }
        }

        var guide = Provided(site, (string)other["guide"]!);
        Assert.Equal("es/tools/ask.html", (string)guide["instruments"]![0]!["page"]!);
        Assert.Equal("¿Es seguro?", (string)guide["instruments"]![0]!["domains"]![0]!["items"]![0]!["label"]!);
        Assert.Equal("downloads/es/ask.docx", (string)guide["documents"]!.AsArray().Single(d => (string)d!["id"]! == "ask")!["docx"]!["path"]!);
        Assert.Equal(
            ["es/guide/a.html", "es/index.html", "es/tools/ask.html", "es/tools/plan.html"],
            Provided(site, (string)other["search-data"]!).AsArray().Select(p => (string)p![0]!).Where(p => p != "es/downloads.html").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Documents_lists_archive_and_sitemap_know_both_languages()
    {
        using var site = Published(TwoLanguages.Whole());
        await site.Run.Build();
        var list = JsonNode.Parse(site.Run.Text("downloads/index.json"))!.AsArray();
        using var zip = new ZipArchive(new MemoryStream(site.Run.Bytes("downloads/partnership-toolkit.zip")));

        Assert.Contains("downloads/es/ask.docx", site.Run.Files);
        Assert.Equal([(null, "Ask"), ("es", "Pregunte")], list.Where(d => (string?)d!["document"] == "ask").Select(d => ((string?)d!["language"], (string)d["title"]!)));
        Assert.Contains(zip.Entries, e => e.FullName.EndsWith("es/tools/ask.html", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, e => e.FullName.EndsWith("downloads/es/ask.docx", StringComparison.Ordinal));
        Assert.Contains("es/tools/ask.html", site.Run.Text("kept.json"), StringComparison.Ordinal);
        Assert.Contains(
            "<url><loc>https://toolkit.example.org/es/tools/ask.html</loc><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://toolkit.example.org/tools/ask.html\"/><xhtml:link rel=\"alternate\" hreflang=\"es\" href=\"https://toolkit.example.org/es/tools/ask.html\"/></url>",
            site.Run.Text("sitemap.xml"), StringComparison.Ordinal);
        Assert.Equal("/es/* /es/404.html 404\n", site.Run.Text("_redirects"));
        var word = Entry(site.Run.Bytes("downloads/es/ask.docx"), "docProps/core.xml");
        Assert.Contains("<dc:language>es-US</dc:language>", word, StringComparison.Ordinal);
        Assert.Contains("<dc:title>Pregunte</dc:title>", word, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", null)]
    [InlineData("ar-XB", "rtl")]
    public async Task What_nobody_has_translated_says_its_language_and_the_page_says_so(string code, string? direction)
    {
        using var site = Published(new TwoLanguages(code).Say("guide/a.md", TwoLanguages.ChapterInSpanish.Replace("<!-- source DIGITS(#two) -->\n## Dos {#two}\n\nOtra vez.[^n] Texto dos.[^m]\n", "", StringComparison.Ordinal)));
        await site.Run.Build();
        var (page, tool) = (Page(site, code + "/guide/a.html"), Page(site, code + "/tools/ask.html"));

        Assert.Equal((code, direction), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        // In the words of the program, where it has them in that language.
        Assert.Equal(
            code == "es" ? "Una parte de esta página todavía no está traducida. Aquí aparece en inglés. Esta página en inglés" : "Some of this page is not translated yet. It stands here in English. This page in English",
            page.QuerySelector(".lang-note")!.TextContent.Trim());
        Assert.Equal("Two", page.QuerySelector("h2#two > [lang=en]")!.TextContent);
        Assert.Equal("Uno", page.QuerySelector("h2#one")!.TextContent);
        Assert.Null(page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("en", tool.QuerySelector("h1")!.GetAttribute("lang"));
        foreach (var text in new[] { "Is it safe?", "Look at the doors.", "Safety", "Not yet", "What now?", "Go", "Close" })
        {
            Assert.Contains(tool.QuerySelectorAll("main *").Where(e => e.ChildElementCount == 0 && e.TextContent == text), e => e.Closest("[lang]") is { } marked && marked.GetAttribute("lang") == "en");
        }
    }

    /// <summary>Every place that says a title, a heading or a text of the settings.</summary>
    [Fact]
    public async Task Titles_of_tools_and_texts_of_the_settings_say_their_language_wherever_they_stand()
    {
        using var site = Published(new TwoLanguages().With("workbook.md", "---\nTitle: My workbook\nLayout: workbook\n---\n\nAll.\n"));
        site.With("tools/plan.md", TwoLanguages.Sheet.Replace("Between.", "See.\n\n", StringComparison.Ordinal));
        site.With("guide/a.md", TwoLanguages.Chapter.Replace("After the tool.", "Once more.\n\n::: instrument ask\n:::\n", StringComparison.Ordinal));
        await site.Run.Build();

        Assert.True(site.Run.ExitCode == 0, site.Run.Console);
        foreach (var (path, selector, text) in new[]
        {
            ("es/guide/a.html", ".instrument h3", "Ask"), ("es/guide/a.html", "main p a", "Ask"), ("es/tools/ask.html", ".slim li a", "Safety"), ("es/tools/ask.html", ".slim li a", "Decide"),
            ("es/tools/plan.html", ".slim li a", "Hopes"), ("es/workbook.html", "summary *", "Ask"), ("es/tools/plan.html", "th *", "Thing"), ("es/index.html", ".brand *", "Tiny"),
        })
        {
            var said = Page(site, path).QuerySelectorAll(selector).Where(e => e.TextContent.Trim() == text).ToList();
            Assert.True(said.Count > 0, $"{path} {selector} {text}: {string.Join('|', Page(site, path).QuerySelectorAll(selector).Select(e => e.TextContent))}");
            Assert.All(said, e => Assert.Equal("en", (e.QuerySelector("[lang]") ?? e.Closest("[lang]"))?.GetAttribute("lang")));
        }

        Assert.DoesNotContain("Mind this", Page(site, "es/guide/a.html").QuerySelector("aside")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("<w:lang w:val=\"en\"", Entry(site.Run.Bytes("downloads/es/ask.docx"), "word/document.xml"), StringComparison.Ordinal);
        Assert.Matches("<w:lang w:val=\"en\"\\s*/></w:rPr><w:t[^>]*>Ask</w:t>", Entry(site.Run.Bytes("downloads/es/ask.docx"), "word/document.xml"));
        Assert.DoesNotMatch("<w:lang w:val=\"en\"\\s*/></w:rPr><w:t[^>]*>Ask</w:t>", Entry(site.Run.Bytes("downloads/ask.docx"), "word/document.xml"));
    }

    /// <summary>A file that was filled in one language is read on the pages of the other by these.</summary>
    [Fact]
    public async Task Pages_of_each_language_can_load_what_the_others_call_their_fields()
    {
        using var site = Published(TwoLanguages.Whole());
        await site.Run.Build();
        var (source, other) = (Labels("tools/ask.html"), Labels("es/tools/ask.html"));

        Assert.Equal(("en", "en"), ((string)source["first"]!, (string)other["first"]!));
        var (spanish, english) = (source["others"]!.AsArray().Single()!, other["others"]!.AsArray().Single()!);
        Assert.Equal(("es", "en"), ((string)spanish["language"]!, (string)english["language"]!));
        foreach (var (id, said, inEnglish) in new[] { ("plan.steps", "Pasos", "Steps"), ("plan.steps.what", "Qué", "What"), ("plan.named:food", "Comida", "Food"), ("ask.near.help", "", "") })
        {
            if (said.Length > 0)
            {
                Assert.Equal((said, inEnglish), ((string)spanish["labels"]![id]!, (string)english["labels"]![id]!));
            }
            else
            {
                Assert.NotEqual("", (string)spanish["labels"]![id]!);
            }
        }

        Assert.Null(spanish["labels"]!["plan.who"]);
        Assert.Equal("Todavía no", Option(spanish, "ask.safe.answer", "not-yet"));
        Assert.Equal("Cerca", Option(spanish, "plan.steps.how", "close"));
        Assert.Equal("Quedarse", Option(spanish, "ask.what", "stay"));
        // Scales and lists stand there once.
        Assert.Equal((int)spanish["options"]!["ask.safe.answer"]!, (int)spanish["options"]!["ask.near.answer"]!);
        static string Option(JsonNode said, string field, string id) => (string)said["sets"]![(int)said["options"]![field]!]![id]!;
        JsonNode Labels(string page) => Provided(site, (string)Manifest(site, page)["labels"]!);
    }

    [Fact]
    public async Task A_document_can_be_taken_in_the_other_language_from_its_panel()
    {
        using var site = Published(TwoLanguages.Whole());
        await site.Run.Build();
        var (source, other) = (Page(site, "tools/ask.html").QuerySelector("#take-away")!, Page(site, "es/tools/ask.html").QuerySelector("#take-away")!);

        Assert.Contains(source.QuerySelectorAll("h3"), h => h.TextContent == "For a Spanish-speaking partner");
        Assert.Equal(["../downloads/es/ask.docx"], source.QuerySelectorAll("a[download][hreflang=es]").Select(a => a.GetAttribute("href")));
        Assert.Equal(["../../downloads/ask.docx"], other.QuerySelectorAll("a[download][hreflang=en]").Select(a => a.GetAttribute("href")));
        Assert.Equal("../es/tools/ask.html#take-away", source.QuerySelector("p a[hreflang=es]")!.GetAttribute("href"));
        Assert.All(source.QuerySelectorAll("a[download]"), a => Assert.Contains(a.GetAttribute("href")![3..], site.Run.Files));
    }

    [Fact]
    public async Task Word_files_say_their_language_for_all_of_their_text()
    {
        using var site = Published(TwoLanguages.Whole());
        await site.Run.Build();

        Assert.Contains("<w:lang w:val=\"es-US\"", Entry(site.Run.Bytes("downloads/es/ask.docx"), "word/styles.xml"), StringComparison.Ordinal);
        Assert.Contains("<w:lang w:val=\"en-US\"", Entry(site.Run.Bytes("downloads/ask.docx"), "word/styles.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_Spanish_is_measured_as_Spanish()
    {
        const string Hard = "La interdisciplinariedad organizativa administrativamente responsable ";
        using var site = Published(TwoLanguages.Whole());
        site.Say("index.md", $"---\n# source DIGITS(keys)\nTitle: Inicio\n---\n\n<!-- source DIGITS() -->\n{string.Concat(Enumerable.Repeat(Hard, 30))}.\n");
        await site.Run.Run("check", "--grades", "--no-pdf");

        Assert.Contains("es/index.md", site.Run.Console, StringComparison.Ordinal);
        Assert.Contains("8 is the most.", site.Run.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_addresses_lead_on_in_every_language()
    {
        using var site = Published(TwoLanguages.Whole());
        site.With("tools/plan.md", TwoLanguages.Sheet.Replace("Title: Plan", "Title: Plan\nRedirectFrom: old/sheet.html", StringComparison.Ordinal));
        await site.Run.Build();

        Assert.True(site.Run.ExitCode == 0, site.Run.Console);
        Assert.Contains("url=../tools/plan.html", site.Run.Text("old/sheet.html"), StringComparison.Ordinal);
        Assert.Contains("url=../../es/tools/plan.html", site.Run.Text("es/old/sheet.html"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es\">", site.Run.Text("es/old/sheet.html"), StringComparison.Ordinal);
        Assert.Equal("/old/sheet.html /tools/plan.html 301\n/es/old/sheet.html /es/tools/plan.html 301\n/es/* /es/404.html 404\n", site.Run.Text("_redirects"));
    }

    [Fact]
    public async Task Documents_mark_what_nobody_has_translated()
    {
        using var site = Published(new TwoLanguages().Say("tools/plan.md", TwoLanguages.SheetInSpanish.Replace("- Lazo {#tie}", "- {#tie}", StringComparison.Ordinal)));
        await site.Run.Build();
        var (plan, ask) = (Entry(site.Run.Bytes("downloads/es/plan.docx"), "word/document.xml"), Entry(site.Run.Bytes("downloads/es/ask.docx"), "word/document.xml"));

        foreach (var (document, text) in new[] { (plan, "Tie"), (ask, "Safety"), (ask, "Is it safe?"), (ask, "Look around."), (ask, "What now?") })
        {
            Assert.Matches($"<w:lang w:val=\"en\"\\s*/></w:rPr><w:t[^>]*>{System.Text.RegularExpressions.Regex.Escape(text)}</w:t>", document);
        }

        Assert.DoesNotMatch("<w:lang w:val=\"en\"\\s*/></w:rPr><w:t[^>]*>¿Quién\\?</w:t>", plan);
        Assert.Contains("¿Quién?", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", "dd/MM/yyyy")]
    [InlineData("ar-XB", "yyyy-MM-dd")]
    public async Task Days_are_written_as_readers_of_the_language_do(string code, string pattern)
    {
        using var site = Published(new TwoLanguages(code).With("tools/day.md", "---\nTitle: Day\nLayout: tool\n---\n\n::: worksheet {#day}\n- When? {#when .date}\n:::\n"));
        await site.Run.Build();

        Assert.Contains($"<w:dateFormat w:val=\"{pattern}\"", Entry(site.Run.Bytes($"downloads/{code}/day.docx"), "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("<w:dateFormat w:val=\"MM/dd/yyyy\"", Entry(site.Run.Bytes("downloads/day.docx"), "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_in_one_language_shows_nothing_of_it()
    {
        using var site = TwoLanguages.Whole();
        site.With("settings.yml", SiteRun.Settings);
        foreach (var file in Directory.GetFiles(Path.Combine(site.Run.Root, "input/es"), "*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        await site.Run.Build();

        Assert.DoesNotContain(site.Run.Files, f => f.StartsWith("es/", StringComparison.Ordinal) || f.Contains("languages", StringComparison.Ordinal));
        Assert.DoesNotContain("hreflang", site.Run.Text("index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"lang", site.Run.Text("index.html"), StringComparison.Ordinal);
    }

    private static TwoLanguages Published(TwoLanguages site) => site
        .With("settings.yml", SiteRun.Settings + $"Languages: [en, {site.Code}]\nHost: toolkit.example.org\nNetlifyRedirects: true\n")
        .With("downloads.md", "---\nTitle: Downloads\nLayout: downloads\n---\n\nAll files.\n");

    private static IDocument Page(TwoLanguages site, string path) => new HtmlParser().ParseDocument(site.Run.Text(path));

    private static JsonObject Manifest(TwoLanguages site, string page) =>
        Provided(site, Page(site, page).QuerySelector("script[data-manifest]")!.GetAttribute("data-manifest")!).AsObject();

    private static JsonNode Provided(TwoLanguages site, string script)
    {
        var text = site.Run.Text(script);
        return JsonNode.Parse(text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..text.LastIndexOf(')')])!;
    }

    private static string Entry(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
