using Toolkit.Blocks.Assessments;
using Toolkit.Blocks.Worksheets;
using Toolkit.Model;
using Toolkit.Reading.Translations;
using Toolkit.Tests.Support;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.Tests.Translations;

/// <summary>A guide in two languages has one structure, and each text in the words that there are.</summary>
public sealed class TranslationTests
{
    [Fact]
    public void A_whole_translation_says_everything_in_its_language_and_no_problem()
    {
        using var site = TwoLanguages.Whole();
        var read = site.Read();
        var edition = read.Editions.Single();

        Assert.Empty(site.Problems());
        Assert.Equal((0, 0), (edition.Report!.Count(TextStatus.Missing), edition.Report.Count(TextStatus.Stale)));
        Assert.Equal(["es/index.html", "es/guide/a.html", "es/tools/ask.html", "es/tools/plan.html"], edition.Site.Pages.Select(p => p.OutputPath));
        var chapter = edition.Site.Pages.Single(p => p.SourcePath == "guide/a.md");
        Assert.Equal(("Primer capítulo", "De lo primero.", ""), (chapter.Title, chapter.Description, chapter.TitleLanguage));
        Assert.Equal(["one", "two"], chapter.Blocks.OfType<Heading>().Select(h => h.Id));
        Assert.Equal(
            "Antes de todo. Vea la herramienta. Uno Texto uno con una nota. Un salario digno. Texto interior. Dos Otra vez. Texto dos.",
            BlockText.Plain(chapter.Blocks.Take(6)));
        Assert.DoesNotContain(BlockText.Inlines(edition.Site.Pages.SelectMany(p => p.Blocks)), i => i.Inline is Foreign);
    }

    [Fact]
    public void Links_stay_within_the_language_and_terms_are_its_own()
    {
        using var site = TwoLanguages.Whole();
        var chapter = site.Read().Editions.Single().Site.Pages.Single(p => p.SourcePath == "guide/a.md");
        var inlines = BlockText.Inlines(chapter.Blocks).Select(i => i.Inline).ToList();

        Assert.Equal(("es/tools/ask.html", "ask.safe"), inlines.OfType<InternalLink>().Select(l => (l.Page, l.Anchor)).First());
        Assert.Equal("Un pago que alcanza para vivir.", inlines.OfType<TermReference>().Single().Term.Definition);
    }

    [Fact]
    public void Notes_are_numbered_in_the_order_of_the_language()
    {
        using var site = TwoLanguages.Whole();
        var chapter = site.Read().Editions.Single().Site.Pages.Single(p => p.SourcePath == "guide/a.md");

        Assert.Equal(["Una nota.", "Otra nota."], chapter.Footnotes.Select(n => InlineText.Plain(n.Content)));
        Assert.Equal([(1, 1), (1, 2), (2, 1)], BlockText.Inlines(chapter.Blocks).Select(i => i.Inline).OfType<FootnoteReference>().Select(r => (r.Number, r.Use)));
        Assert.All(BlockText.Inlines(chapter.Blocks).Select(i => i.Inline).OfType<FootnoteReference>(), r => Assert.Contains(r.Note, chapter.Footnotes));
    }

    [Fact]
    public void Instruments_say_all_of_it_in_the_language()
    {
        using var site = TwoLanguages.Whole();
        var instruments = site.Read().Editions.Single().Site.Instruments;
        var ask = Assert.IsType<Assessment>(instruments.Single(i => i.Id == "ask"));
        var plan = Assert.IsType<Worksheet>(instruments.Single(i => i.Id == "plan"));
        var item = ask.Domains[0].Items[0];

        Assert.Equal(("Pregunte", "Texto inicial.", "Seguridad", "Mire alrededor."), (ask.Title, BlockText.Plain(ask.Intro), ask.Domains[0].Title, BlockText.Plain(ask.Domains[0].Intro)));
        Assert.Equal(("¿Es seguro?", "Mire las puertas.", "Pregúnteles", true), (InlineText.Plain(item.Content), InlineText.Plain(item.Hint), item.Step, item.Critical));
        Assert.Equal(["Todavía no", "En marcha", "No corresponde"], item.Answer.Options.Select(o => o.Label));
        Assert.Equal(["Seguir", "Quedarse"], ask.Decision!.Fields[0].Field.Options.Select(o => o.Label));
        Assert.Equal(["Cerca", "Lejos"], ask.Decision.Fields[1].Field.Options.Select(o => o.Label));
        Assert.Equal("Borrador", plan.DraftTitle);
        Assert.Equal(
            ["Esperanzas", "Algo de texto.", "¿Quién?", "Lazo", "Entre medio.", "Pasos", "Con nombre"],
            plan.Content.Select(p => p switch
            {
                WorksheetHeading h => h.Title,
                WorksheetProse t => BlockText.Plain([t.Block]),
                WorksheetField f => f.Field.Label,
                WorksheetTable t => t.Table.Label,
                _ => "",
            }));
        var named = plan.Content.OfType<WorksheetTable>().Last().Table;
        Assert.Equal(("Cosa", "Quién", "Cuidado, Comida"), (named.RowHeading, named.Columns[0].Label, string.Join(", ", named.FixedRows.Select(r => r.Label))));
    }

    /// <summary>What answers hang on is the source's alone: whatever the language, and however much of it is translated.</summary>
    [Theory]
    [InlineData("es", true)]
    [InlineData("es", false)]
    [InlineData("ar-XB", true)]
    public void Ids_serials_codes_and_wordings_are_those_of_the_source(string code, bool whole)
    {
        using var site = whole ? TwoLanguages.Whole(code) : new TwoLanguages(code);
        var read = site.Read();
        var (source, edition) = (read.Site, read.Editions.Single().Site);

        Assert.Equal(source.Documents.Select(d => (d.Id, d.Code)), edition.Documents.Select(d => (d.Id, d.Code)));
        Assert.Equal(source.Documents.SelectMany(d => d.Serials), edition.Documents.SelectMany(d => d.Serials));
        Assert.Equal(source.Documents.SelectMany(d => d.Fields).Select(f => (f.Id.Value, f.Kind, f.Wording, f.Lines)), edition.Documents.SelectMany(d => d.Fields).Select(f => (f.Id.Value, f.Kind, f.Wording, f.Lines)));
        Assert.Equal(source.Documents.SelectMany(d => d.Fields).SelectMany(f => f.Options).Select(o => (o.Id, o.Value)), edition.Documents.SelectMany(d => d.Fields).SelectMany(f => f.Options).Select(o => (o.Id, o.Value)));
        Assert.Equal(source.Documents.Select(d => DocumentMetadataJson.For(d, source.Settings)), edition.Documents.Select(d => DocumentMetadataJson.For(d, source.Settings)));
        Assert.All(edition.Documents, d => Assert.Contains($"\"guide\":\"1\",\"language\":\"{code}\",", DocumentMetadataJson.For(d, edition.Settings), StringComparison.Ordinal));
        Assert.All(source.Documents, d => Assert.DoesNotContain("language", DocumentMetadataJson.For(d, source.Settings), StringComparison.Ordinal));
        Assert.Contains(source.Documents.SelectMany(d => d.Fields), f => f.IsPartner);
    }

    [Fact]
    public void What_is_not_translated_stands_there_in_the_words_of_the_source_and_says_their_language()
    {
        using var site = new TwoLanguages();
        var edition = site.Read().Editions.Single().Site;
        var chapter = edition.Pages.Single(p => p.SourcePath == "guide/a.md");
        var ask = Assert.IsType<Assessment>(edition.Instruments.Single(i => i.Id == "ask"));

        Assert.Equal(("en", "en"), (chapter.TitleLanguage, chapter.DescriptionLanguage));
        Assert.All(BlockText.All(chapter.Blocks).OfType<Paragraph>(), p => Assert.IsType<Foreign>(Assert.Single(p.Content)));
        Assert.All(chapter.Footnotes, n => Assert.IsType<Foreign>(Assert.Single(n.Content)));
        Assert.Equal("es/tools/ask.html", BlockText.Inlines(chapter.Blocks).Select(i => i.Inline).OfType<InternalLink>().First().Page);
        Assert.Equal(("en", "en", "en"), (ask.Domains[0].Language, ask.Domains[0].Items[0].Answer.Language, ask.Domains[0].Items[0].Answer.Options[0].Language));
        Assert.Equal(7, chapter.Untranslated);
    }

    [Fact]
    public void A_text_whose_source_changed_is_stale_and_still_there()
    {
        using var site = TwoLanguages.Whole();
        site.With("guide/a.md", TwoLanguages.Chapter.Replace("Inner text.", "Other inner text.", StringComparison.Ordinal));
        site.With("tools/ask.md", TwoLanguages.Tool.Replace("  - Stay {#stay}", "  - Stay {#stay}\n  - Wait {#wait}", StringComparison.Ordinal));
        var edition = site.Read().Editions.Single();
        var fields = Assert.IsType<Assessment>(edition.Site.Instruments.Single(i => i.Id == "ask")).Decision!.Fields;

        Assert.Equal(["es/guide/a.md:11:1 TK6101", "es/tools/ask.md:28:1 TK6101"], site.Problems().Select(p => string.Join(' ', p.Split(' ').Take(2))));
        Assert.Equal(["#one"], site.Status("guide/a.md").Where(t => t.Value == TextStatus.Stale).Select(t => t.Key));
        Assert.Equal(1, edition.Site.Pages.Single(p => p.SourcePath == "guide/a.md").Stale);
        Assert.Equal([("Seguir", ""), ("Quedarse", ""), ("Wait", "en")], fields[0].Field.Options.Select(o => (o.Label, o.Language)));
    }

    [Theory]
    [InlineData("Text one with", "Text   one\nwith")]
    [InlineData("## One {#one}", "##  One  {#one}")]
    [InlineData("Layout: chapter", "Layout: chapter\nOrder: 7")]
    [InlineData("## Two", "<!-- A remark. -->\n\n## Two {#two}")]
    public void How_the_source_is_written_makes_nothing_stale(string before, string after)
    {
        using var site = TwoLanguages.Whole();
        site.With("guide/a.md", TwoLanguages.Chapter.Replace(before, after, StringComparison.Ordinal));

        Assert.Empty(site.Problems());
    }

    [Fact]
    public void Line_ends_of_Windows_a_byte_order_mark_and_composed_letters_change_nothing()
    {
        using var site = TwoLanguages.Whole();
        var file = Path.Combine(site.Run.Root, "input/es/guide/a.md");
        site.Run.With("es/guide/a.md", "\uFEFF" + File.ReadAllText(file).Replace("\n", "\r\n", StringComparison.Ordinal));
        site.With("guide/a.md", "\uFEFF" + TwoLanguages.Chapter.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Empty(site.Problems());
        Assert.All(site.Status("guide/a.md").Values, s => Assert.Equal(TextStatus.Translated, s));
    }

    [Fact]
    public async Task A_file_to_begin_with_has_every_text_and_counts_as_not_translated()
    {
        using var site = new TwoLanguages();
        foreach (var path in new[] { "settings.yml", "glossary.yml", "guide/a.md", "tools/ask.md", "tools/plan.md" })
        {
            await site.Run.Run("new", "translation", "es", path);
            Assert.Equal(0, site.Run.ExitCode);
            Assert.All(site.Status(path).Values, s => Assert.Equal(TextStatus.Missing, s));
        }

        Assert.DoesNotContain(site.Problems(), p => !p.Contains("TK6102", StringComparison.Ordinal));
        var text = File.ReadAllText(Path.Combine(site.Run.Root, "input/es/tools/ask.md"));
        var filled = text.Replace("- {#safe step=\"\"}", "- ¿Es seguro? {#safe step=\"Pregúnteles\"}\n\n  Mire las puertas.", StringComparison.Ordinal);
        site.Run.With("es/tools/ask.md", filled);

        Assert.Equal(["ask.safe"], site.Status("tools/ask.md").Where(t => t.Value == TextStatus.Translated).Select(t => t.Key));
        Assert.DoesNotContain(site.Problems(), p => !p.Contains("TK6102", StringComparison.Ordinal));
    }

    /// <summary>Room that nobody has filled counts as missing, and shows the words of the source in their language, whatever the line above says.</summary>
    [Theory]
    [InlineData("tools/ask.md", "- ¿Es seguro? {#safe step=\"Pregúnteles\"}", "- {#safe step=\"\"}", "ask.safe")]
    [InlineData("tools/ask.md", "- Quedarse {#stay}", "- {#stay}", "ask.what")]
    [InlineData("tools/ask.md", "## Seguridad {#safety}", "## {#safety}", "ask:safety")]
    [InlineData("guide/a.md", "## Uno {#one}", "## {#one}", "#one")]
    [InlineData("tools/plan.md", "Table: Con nombre {#named}", "Table: {#named}", "plan.named")]
    [InlineData("tools/plan.md", "| Comida {#food} |", "| {#food} |", "plan.named")]
    [InlineData("tools/plan.md", "| Cosa |", "|  |", "plan.named")]
    [InlineData("tools/plan.md", "| Qué {#what} |", "| {#what} |", "plan.steps")]
    [InlineData("tools/plan.md", "draft=\"Borrador\"", "draft=\"\"", null)]
    public void A_text_with_room_for_more_words_counts_as_missing(string path, string before, string after, string? name)
    {
        using var site = TwoLanguages.Whole();
        var whole = path switch { "guide/a.md" => TwoLanguages.ChapterInSpanish, "tools/ask.md" => TwoLanguages.ToolInSpanish, _ => TwoLanguages.SheetInSpanish };
        Assert.Contains(before, whole, StringComparison.Ordinal);
        site.Say(path, whole.Replace(before, after, StringComparison.Ordinal));

        Assert.All(site.Problems(), p => Assert.Contains("TK6102", p, StringComparison.Ordinal));
        Assert.Equal([name ?? "plan"], site.Status(path).Where(t => t.Value == TextStatus.Missing).Select(t => t.Key));
        Assert.Equal(1, site.Read().Editions.Single().Site.Pages.Single(p => p.SourcePath == path).Untranslated);
    }

    [Fact]
    public void Room_is_filled_with_the_words_of_the_source_in_their_language()
    {
        using var site = TwoLanguages.Whole();
        site.Say("guide/a.md", TwoLanguages.ChapterInSpanish.Replace("## Uno {#one}", "## {#one}", StringComparison.Ordinal));
        site.Say("tools/ask.md", TwoLanguages.ToolInSpanish.Replace("¿Es seguro? ", "", StringComparison.Ordinal).Replace("Quedarse", "", StringComparison.Ordinal).Replace("Seguridad", "", StringComparison.Ordinal));
        site.Say("tools/plan.md", TwoLanguages.SheetInSpanish.Replace("Con nombre", "", StringComparison.Ordinal).Replace("Comida", "", StringComparison.Ordinal).Replace("Cosa", "", StringComparison.Ordinal));
        var edition = site.Read().Editions.Single().Site;
        var ask = Assert.IsType<Assessment>(edition.Instruments.Single(i => i.Id == "ask"));
        var named = Assert.IsType<Worksheet>(edition.Instruments.Single(i => i.Id == "plan")).Content.OfType<WorksheetTable>().Last().Table;
        var heading = edition.Pages.Single(p => p.SourcePath == "guide/a.md").Blocks.OfType<Heading>().First();

        Assert.Equal(("one", "One"), (heading.Id, InlineText.Plain(Assert.IsType<Foreign>(Assert.Single(heading.Content)).Content)));
        Assert.Equal(("Safety", "en", "Is it safe?", "en", "Mire las puertas."), (ask.Domains[0].Title, ask.Domains[0].Language, ask.Domains[0].Items[0].Answer.Label, ask.Domains[0].Items[0].Answer.Language, InlineText.Plain(ask.Domains[0].Items[0].Hint)));
        Assert.IsType<Foreign>(Assert.Single(ask.Domains[0].Items[0].Content));
        Assert.Equal([("Seguir", ""), ("Stay", "en")], ask.Decision!.Fields[0].Field.Options.Select(o => (o.Label, o.Language)));
        Assert.Equal(("Named", "en", "Thing", "en"), (named.Label, named.Language, named.RowHeading, named.RowHeadingLanguage));
        Assert.Equal([("Cuidado", ""), ("Food", "en")], named.FixedRows.Select(r => (r.Label, r.Language)));
    }

    [Fact]
    public void Text_behind_each_use_of_an_instrument_is_a_text_of_its_own()
    {
        using var site = TwoLanguages.Whole();
        const string Use = "::: instrument ask\n:::\n";
        site.With("guide/a.md", TwoLanguages.Chapter.Replace("After the tool.", "After the tool.\n\n" + Use + "\nAfter it again.", StringComparison.Ordinal));
        site.Say("guide/a.md", TwoLanguages.ChapterInSpanish.Replace("Después de la herramienta.", "Después de la herramienta.\n\n" + Use + "\n<!-- source DIGITS(#ask+2) -->\nDespués otra vez.", StringComparison.Ordinal));

        Assert.Empty(site.Problems());
        Assert.EndsWith("Después otra vez.", BlockText.Plain(site.Read().Editions.Single().Site.Pages.Single(p => p.SourcePath == "guide/a.md").Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_to_begin_with_has_the_fences_of_its_source()
    {
        using var site = new TwoLanguages();
        site.With("tools/plan.md", "---\nTitle: Plan\nLayout: tool\n---\n\n:::: worksheet {#plan}\n- Who? {#who}\n\n::: note Mind\nText.\n:::\n\n- Why? {#why}\n::::\n");
        await site.Run.Run("new", "translation", "es", "tools/plan.md");
        var text = File.ReadAllText(Path.Combine(site.Run.Root, "input/es/tools/plan.md"));
        site.Run.With("es/tools/plan.md", text.Replace("\n<!--\n- Why?", "::: note Ojo\nTexto.\n:::\n\n<!--\n- Why?", StringComparison.Ordinal).Replace("- {#why}", "- ¿Por qué? {#why}", StringComparison.Ordinal));

        Assert.Contains("\n:::: worksheet {#plan}\n", text, StringComparison.Ordinal);
        Assert.Equal(["plan.who+", "plan.why"], site.Status("tools/plan.md").Where(t => t.Value == TextStatus.Translated).Select(t => t.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Check_tells_how_far_each_file_is()
    {
        using var site = TwoLanguages.Whole();
        site.With("guide/a.md", TwoLanguages.Chapter.Replace("Inner text.", "Other inner text.", StringComparison.Ordinal) + "\n## Three {#three}\n\nMore.\n");
        await site.Run.Run("check", "--translations", "--no-pdf");

        Assert.Equal(0, site.Run.ExitCode);
        Assert.Contains("es (Español): 32 of 34 texts translated, 1 stale, 1 missing", site.Run.Console, StringComparison.Ordinal);
        Assert.Contains("   75 %  guide/a.md\n", site.Run.Console, StringComparison.Ordinal);
        Assert.Matches("stale    [0-9a-f]{8}  #one  input/es/guide/a.md:11\n", site.Run.Console);
        Assert.Matches("missing  [0-9a-f]{8}  #three\n", site.Run.Console);
        Assert.Contains("  100 %  tools/plan.md\n", site.Run.Console, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_in_one_language_reads_a_folder_of_that_name_as_pages()
    {
        using var run = new SiteRun();
        using var site = new TwoLanguages();
        site.With("settings.yml", SiteRun.Settings).With("es/guide/a.md", "---\nTitle: Un capítulo\n---\n\nTexto.\n");
        var read = site.Read();

        Assert.Empty(read.Editions);
        Assert.Contains(read.Site.Pages, p => p.OutputPath == "es/guide/a.html");
    }

    [Fact]
    public void A_translation_of_a_draft_waits_for_it()
    {
        using var site = TwoLanguages.Whole();
        site.With("guide/a.md", TwoLanguages.Chapter.Replace("Layout: chapter", "Layout: chapter\nExcluded: true", StringComparison.Ordinal));

        Assert.Empty(site.Problems());
        Assert.DoesNotContain(site.Read().Editions.Single().Site.Pages, p => p.SourcePath == "guide/a.md");
    }
}
