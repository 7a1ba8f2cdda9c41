using Xunit;

namespace Toolkit.Tests.Translations;

/// <summary>What is wrong in a translation is said with its place, all at once, and never shown to readers.</summary>
public sealed class MistakesTests
{
    [Theory]
    [InlineData("## Uno {#one}", "## Uno", "es/guide/a.md:11:1 TK6016 A heading has no id, so nobody knows what it translates.")]
    [InlineData("## Uno {#one}", "## Uno {#oen}", "es/guide/a.md:11:1 TK6013 guide/a.md has no '#oen'.")]
    [InlineData("## Uno {#one}", "### Uno {#one}", "es/guide/a.md:11:1 TK6015 This heading is of level 3, and that of the source of level 2.")]
    [InlineData("## Dos {#two}", "## Dos {#one}", "es/guide/a.md:20:1 TK6014 '#one' is translated twice, first on line 11.")]
    [InlineData("\n<!-- source DIGITS(#two) -->", "\n", "es/guide/a.md:20:1 TK6011 Nothing says of which words of the source '#two' was made.")]
    [InlineData("<!-- source DIGITS(#two) -->", "<!-- source 12345 -->", "es/guide/a.md:19:1 TK6012 '<!-- source 12345 -->' does not say of which words of the source the text below was made.")]
    [InlineData("<!-- source DIGITS(#two) -->", "<!-- source -->", "es/guide/a.md:19:1 TK6012 '<!-- source -->' does not say of which words of the source the text below was made.")]
    [InlineData("::: warning Tenga cuidado\nTexto", "::: warning Tenga cuidado\n### Más\nTexto", "es/guide/a.md:11:1 TK6015 '#one' has headings of level 3 within its text, and no headings in the source.")]
    [InlineData("<!-- source DIGITS() -->\n", "", "es/guide/a.md:7:1 TK6011 Nothing says of which words of the source the text before the first heading was made.")]
    [InlineData("::: warning Tenga", "<!-- source 12345678 -->\n::: warning Tenga", "es/guide/a.md:15:1 TK6012 '<!-- source 12345678 -->' stands above nothing that is translated by itself.")]
    [InlineData("[la herramienta](xref:ask#ask.safe)", "la herramienta", "es/guide/a.md:8:1 TK6018 The text before the first heading does not lead to the same pages, terms and notes as the source: it lacks 'xref:ask#ask.safe'.")]
    [InlineData("(xref:ask#ask.safe)", "(xref:ask#ask.near)", "es/guide/a.md:8:1 TK6018 The text before the first heading does not lead to the same pages, terms and notes as the source: it lacks 'xref:ask#ask.safe', adds 'xref:ask#ask.near'.")]
    [InlineData("nota.[^n] Un", "nota. Un", "es/guide/a.md:11:1 TK6018 '#one' does not lead to the same pages, terms and notes as the source: it lacks '[^n]'.")]
    [InlineData("Un [salario digno](term:wage)", "Un [salario](https://example.org/)", "es/guide/a.md:11:1 TK6018 '#one' does not lead to the same pages, terms and notes as the source: it lacks 'term:wage'.")]
    [InlineData("Description: De lo primero.\n", "", "es/guide/a.md:3:1 TK6017 'Description' is not translated, and the line above says that all keys are.")]
    [InlineData("Description: De lo primero.\n", "Description: De lo primero.\nOrder: 9\n", "es/guide/a.md:5:1 TK6019 Nothing reads 'Order' in a translation: guide/a.md says it for every language.")]
    [InlineData("# source DIGITS(keys)\n", "", "es/guide/a.md:2:1 TK6011 Nothing says of which words of the source 'keys' was made.")]
    [InlineData("# source DIGITS(keys)\n", "# source 1\n", "es/guide/a.md:2:1 TK6012 '# source 1' does not say of which words of the source the text below was made.")]
    [InlineData("[^m]: Otra nota.", "[^m]: Otra nota.\n\n<!-- source 12345678 -->\n[^x]: Nada.", "es/guide/a.md:36:1 TK6012 '<!-- source 12345678 -->' stands above nothing that is translated by itself.")]
    [InlineData("::: instrument ask\n:::\n", "", "es/guide/a.md:25:1 TK6012 '<!-- source DIGITS(#ask+) -->' stands above nothing that is translated by itself.")]
    public void In_prose(string before, string after, string expected) => Expect("guide/a.md", TwoLanguages.ChapterInSpanish, before, after, expected);

    [Theory]
    [InlineData("{#near}", "", "es/tools/ask.md:22:1 TK6016 An item has no id, so nobody knows what it translates.")]
    [InlineData("{#near}", "{#naer}", "es/tools/ask.md:22:1 TK6013 tools/ask.md has no 'ask.naer'.")]
    [InlineData("{#near}", "{#safe}", "es/tools/ask.md:22:1 TK6014 'ask.safe' is translated twice, first on line 17.")]
    [InlineData("{#near}", "{#near .critical}", "es/tools/ask.md:22:1 TK6019 Nothing reads '.critical' on 'ask.near' in a translation: what it is, the source says.")]
    [InlineData("{#near}", "{#near}\n\n  Una pista.", "es/tools/ask.md:22:1 TK6015 'ask.near' has a hint here and none in the source.")]
    [InlineData("\n\n  Mire las puertas.", "", "es/tools/ask.md:17:1 TK6017 'ask.safe' lacks the hint, and the line above says that all of it is translated.")]
    [InlineData(" step=\"Pregúnteles\"", "", "es/tools/ask.md:17:1 TK6017 'ask.safe' lacks the step=…, and the line above says that all of it is translated.")]
    [InlineData("\n  - Quedarse {#stay}", "", "es/tools/ask.md:28:1 TK6017 'ask.what' lacks the option 'stay', and the line above says that all of it is translated.")]
    [InlineData("{#stay}", "{#sty}", "es/tools/ask.md:28:1 TK6013 'ask.what' has no option 'sty' in the source.")]
    [InlineData("{#stay}", "{#go}", "es/tools/ask.md:28:1 TK6014 The option 'go' of 'ask.what' is translated twice.")]
    [InlineData("{#stay}", "", "es/tools/ask.md:28:1 TK6016 An option of 'ask.what' has no id.")]
    [InlineData("::: assessment {#ask}", "::: checklist {#ask}", "es/tools/ask.md:7:1 TK6015 'ask' is a checklist here and a assessment in the source.")]
    [InlineData("::: assessment {#ask}", "::: assessment {#aks}", "es/tools/ask.md:7:1 TK6013 The source has no instrument 'aks' on this page.")]
    [InlineData("{#how}\n:::", "{#how}", "es/tools/ask.md:7:1 TK2008 The block '::: assessment' is never closed.")]
    [InlineData("## Decida {#dec}", "Algo más.\n\n## Decida {#dec}", "es/tools/ask.md:25:1 TK6015 Text stands here, and none in the source.")]
    public void In_an_assessment(string before, string after, string expected) => Expect("tools/ask.md", TwoLanguages.ToolInSpanish, before, after, expected);

    [Theory]
    [InlineData("| Qué {#what} |", "| Qué |", "es/tools/plan.md:26:1 TK6017 'plan.steps' lacks the column 'what', and the line above says that all of it is translated.")]
    [InlineData("Lazo {#how} |", "Lazo {#ow} |", "es/tools/plan.md:26:1 TK6013 'plan.steps' has no column 'ow' in the source.")]
    [InlineData("{#food}", "{#fod}", "es/tools/plan.md:33:1 TK6013 'plan.named' has no row 'fod' in the source.")]
    [InlineData("| Comida {#food} |  |\n", "", "es/tools/plan.md:33:1 TK6017 'plan.named' lacks the row 'food', and the line above says that all of it is translated.")]
    [InlineData("{#steps}", "{#who}", "es/tools/plan.md:26:1 TK6014 'plan.who' is translated twice, first on line 15.")]
    [InlineData(" draft=\"Borrador\"", "", "es/tools/plan.md:1:1 TK6102 1 of 8 texts of tools/plan.md are not translated into 'es'.")]
    public void In_a_worksheet(string before, string after, string expected) => Expect("tools/plan.md", TwoLanguages.SheetInSpanish, before, after, expected);

    [Theory]
    [InlineData("settings.yml", "# source DIGITS(SiteTitle)\nSiteTitel: Uno\n", "es/settings.yml:2:1 TK6013 settings.yml has nothing to translate under 'SiteTitel'.")]
    [InlineData("settings.yml", "Paper: A4\n", "es/settings.yml:1:1 TK6013 settings.yml has nothing to translate under 'Paper'.")]
    [InlineData("settings.yml", "Scales:\n  in-place:\n    nunca: Nunca\n", "es/settings.yml:3:5 TK6013 settings.yml has nothing to translate under 'Scales.in-place.nunca'.")]
    [InlineData("settings.yml", "SiteTitle: Uno\n", "es/settings.yml:1:1 TK6011 Nothing says of which words of the source 'SiteTitle' was made.")]
    [InlineData("settings.yml", "# source DIGITS(SiteTitle)\n\n\nSiteTitle: { a: b }\n", "es/settings.yml:4:1 TK1040 'SiteTitle' is a set of keys and values, and one text is wanted.")]
    [InlineData("glossary.yml", "# source 12345678\n- Id: wgae\n  Term: x\n  Definition: y\n", "es/glossary.yml:2:3 TK6013 The glossary has no entry 'wgae'.")]
    [InlineData("glossary.yml", "# source DIGITS(wage)\n- Id: wage\n  Term: x\n", "es/glossary.yml:2:3 TK6017 'wage' lacks its Definition.")]
    [InlineData("glossary.yml", "# source DIGITS(wage)\n- Id: wage\n  Term: x\n  Definition: y\n# source DIGITS(wage)\n- Id: wage\n  Term: x\n  Definition: y\n", "es/glossary.yml:6:3 TK6014 'wage' is translated twice.")]
    [InlineData("guide/b.md", "---\nTitle: Nada\n---\n\nNada.\n", "es/guide/b.md:1:1 TK6010 There is no page 'guide/b.md' that this could translate.")]
    public void In_other_files(string path, string text, string expected)
    {
        using var site = new TwoLanguages();

        Assert.Contains(expected, site.Say(path, text).Problems());
    }

    [Theory]
    [InlineData("Languages: [en, es, es]", "settings.yml:14:21 TK6001 'Languages' names 'es' twice.")]
    [InlineData("Languages: [en, español]", "settings.yml:14:17 TK2018 'Languages' names 'español', and that is no language.")]
    [InlineData("Languages: [en, qaa]", "settings.yml:14:17 TK6002 What the language 'qaa' calls itself is not known.")]
    [InlineData("Language: es\nLanguages: [en, es]", "settings.yml:15:1 TK6003 'Languages' begins with 'en', and 'Language' says that the content is in 'es'.")]
    [InlineData("Languages: [en, es]\nLanguageNames: { fr: Français }", "settings.yml:15:18 TK1010 Nothing reads the name of 'fr', which is none of the 'Languages'.")]
    public void In_the_list_of_languages(string settings, string expected)
    {
        using var site = new TwoLanguages();

        Assert.Contains(expected, site.With("settings.yml", Support.SiteRun.Settings + settings + "\n").Problems());
    }

    [Theory]
    [InlineData("### Inside", "### Dentro", null)]
    [InlineData("### Inside {#in}", "### Dentro {#in}", null)]
    [InlineData("### Inside {#in}", "### Dentro", "TK6016 A heading within '#one' has no id.")]
    [InlineData("### Inside {#in}", "### Dentro {#on}", "TK6013 '#one' has no heading 'on' in the source.")]
    [InlineData("### Inside {#in}", "#### Dentro {#in}", "TK6015 '#one' has headings of level 4 within its text, and headings of level 3 in the source.")]
    [InlineData("### Inside {#in}", "", "TK6015 '#one' has no headings within its text, and headings of level 3 in the source.")]
    public void In_headings_within_a_passage(string source, string translation, string? expected)
    {
        using var site = TwoLanguages.Whole();
        site.With("guide/a.md", TwoLanguages.Chapter.Replace("Inner text.", source + "\n\nInner text.", StringComparison.Ordinal));
        site.Say("guide/a.md", TwoLanguages.ChapterInSpanish.Replace("Texto interior.", translation + "\n\nTexto interior.", StringComparison.Ordinal));

        Assert.Equal(expected is null ? [] : [$"es/guide/a.md:11:1 {expected}"], site.Problems());
    }

    /// <summary>What stands in code shows a link, and is none.</summary>
    [Fact]
    public void Links_in_code_are_none()
    {
        using var site = TwoLanguages.Whole();
        site.With("guide/a.md", TwoLanguages.Chapter.Replace("Text two.", "Text two. `[a](xref:gone)`", StringComparison.Ordinal));
        site.Say("guide/a.md", TwoLanguages.ChapterInSpanish.Replace("Texto dos.", "Texto dos. `[b](xref:otro)`", StringComparison.Ordinal));

        Assert.Empty(site.Problems());
    }

    [Theory]
    [InlineData("", "TK6004 This is a translation into 'es' (Español), and 'Languages' does not name that language.")]
    [InlineData("Languages: [en, fr]\n", "TK6004 This is a translation into 'es' (Español), and 'Languages' does not name that language.")]
    [InlineData("Languages: [en, ES]\n", "TK6004 The folder 'es' is that of the language 'ES', and written otherwise.")]
    public void In_the_name_of_the_folder(string settings, string expected)
    {
        using var site = TwoLanguages.Whole();
        site.With("settings.yml", Support.SiteRun.Settings + settings);

        Assert.Equal($"es/glossary.yml:1:1 {expected}", Assert.Single(site.Problems(), p => !p.Contains("TK6102", StringComparison.Ordinal)));
        Assert.DoesNotContain(site.Read().Site.Pages, p => p.OutputPath.StartsWith("es/", StringComparison.Ordinal));
    }

    [Fact]
    public void All_are_said_at_once()
    {
        using var site = TwoLanguages.Whole();
        site.Say("guide/a.md", TwoLanguages.ChapterInSpanish.Replace("{#one}", "{#oen}", StringComparison.Ordinal).Replace("{#two}", "", StringComparison.Ordinal));
        site.Say("tools/ask.md", TwoLanguages.ToolInSpanish.Replace("{#near}", "{#naer}", StringComparison.Ordinal));

        Assert.Equal(
            ["es/guide/a.md:11:1 TK6013", "es/guide/a.md:20:1 TK6016", "es/tools/ask.md:22:1 TK6013"],
            site.Problems().Where(p => !p.Contains("TK6102", StringComparison.Ordinal)).Select(p => string.Join(' ', p.Split(' ').Take(2))));
    }

    [Theory]
    [InlineData("---\n---\n---\n")]
    [InlineData("---\nTitle: [\n---\n")]
    [InlineData("<!-- source")]
    [InlineData(":::\n::: assessment\n::: {#}\n")]
    [InlineData("## {#}\n- {#one}\n| {#two} |\n|---|\n")]
    [InlineData("::: assessment {#ask}\n- \n- [ ]\n\nTable: {#safe}\n\n| |\n|---|\n\n[^n]:\n:::\n[^n]: [^n]\n")]
    [InlineData("\0\u202E<script>{{{{#one}}}}")]
    public void Nonsense_ends_in_problems_and_not_in_a_crash(string text)
    {
        using var site = TwoLanguages.Whole();

        Assert.All(site.Say("guide/a.md", text).Problems(), p => Assert.Contains(" TK", p, StringComparison.Ordinal));
    }

    private static void Expect(string path, string whole, string before, string after, string expected)
    {
        using var site = TwoLanguages.Whole();
        Assert.Contains(before, whole, StringComparison.Ordinal);
        site.Say(path, whole.Replace(before, after, StringComparison.Ordinal));
        var digits = site.Read().Editions.Single().Report!.Files.Single(f => f.Source == path).Texts.ToDictionary(t => t.Name, t => t.Digits);

        Assert.Contains(digits.Aggregate(expected, (all, one) => all.Replace($"DIGITS({one.Key})", one.Value, StringComparison.Ordinal)), site.Problems());
    }
}
