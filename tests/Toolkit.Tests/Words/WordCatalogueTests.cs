using System.Text.Json.Nodes;
using Toolkit.Tests.Support;
using Toolkit.Words;
using Xunit;

namespace Toolkit.Tests.Words;

/// <summary>The catalogue of words is whole, and what is wrong in it is said with its file and key.</summary>
public sealed class WordCatalogueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WordCatalogueTests()
    {
        foreach (var file in new[] { "common.json", "pages.json", "documents.json" })
        {
            Directory.CreateDirectory(_folder.File("en"));
            File.Copy(Path.Combine(TestWords.Folder, "en", file), Path.Combine(_folder.File("en"), file));
        }
    }

    [Fact]
    public void Gaps_are_filled_wherever_the_language_puts_them()
    {
        Change("documents", words => words["bringBack"] = "»{page}« öffnen und {page} ablegen");

        Assert.Equal("»Plan« öffnen und Plan ablegen", Load().For("en").Documents.BringBack.Fill("Plan"));
        Assert.Equal("January 5, 2027", Load().For("en").Pages.Day(new DateOnly(2027, 1, 5)));
    }

    [Theory]
    [InlineData("en", "12,345", "1 KB", "977 KB", "1,234.5 MB")]
    [InlineData("es", "12,345", "1 KB", "977 KB", "1,234.5 MB")]
    public void Numbers_are_written_as_in_the_United_States(string language, string number, string least, string kilobytes, string megabytes)
    {
        var words = TestWords.Catalogue.For(language).Pages;

        Assert.Equal([number, least, kilobytes, megabytes], [words.Number(12_345), words.Size(3), words.Size(999_999), words.Size(1_294_467_072)]);
    }

    [Fact]
    public void Numbers_choose_their_form()
    {
        var words = Load().For("en").Pages;

        Assert.Equal(["About a minute", "About two minutes", "About 12 minutes"], [words.Minutes(1), words.Minutes(2), words.Minutes(12)]);
        Assert.Equal(["no questions", "one question", "18 questions"], [words.Assessment(0), words.Assessment(1), words.Assessment(18)]);
    }

    [Fact]
    public void Gaps_that_hold_elements_keep_the_order_of_the_language()
    {
        Change("documents", words => words["pageNumber"] = "{pages} / {page}");

        Assert.Equal(["of:", " / ", "at:"], Load().For("en").Documents.PageNumber.Around(text => text, "at:", "of:"));
    }

    [Fact]
    public void Text_that_fills_a_gap_becomes_one_with_the_words_around_it()
    {
        var phrase = Load().For("en").Documents.HelpLine.With("name", "A line").With("ways", "555");

        Assert.Equal(["Q", " A line: 555. ", "A"], phrase.Around(text => text, "Q", "A"));
    }

    [Theory]
    [InlineData("pages", "home", null, "pages.json: 'home' is missing")]
    [InlineData("pages", "hoem", "\"Home\"", "pages.json: 'hoem' is a word that nothing says")]
    [InlineData("pages", "home", "7", "pages.json: 'home' is a text")]
    [InlineData("pages", "home", "\"\"", "pages.json: 'home' is a text")]
    [InlineData("pages", "home", "\"Home {place}\"", "pages.json: 'home' has the gap {place}, which nothing fills")]
    [InlineData("pages", "home", "\"Home {\"", "pages.json: 'home' has a brace that belongs to no gap")]
    [InlineData("pages", "noteNumber", "\"Note\"", "pages.json: 'noteNumber' lacks the gap {number}")]
    [InlineData("pages", "minutes", "\"{count} minutes\"", "pages.json: 'minutes' is a text for numbers")]
    [InlineData("pages", "minutes", "{ \"other\": \"{count} minutes\" }", "pages.json: 'minutes' lacks the form 'one'")]
    [InlineData("pages", "minutes", "{ \"one\": \"a minute\", \"few\": \"{count}\", \"other\": \"{count} minutes\" }", "pages.json: 'minutes' has the form 'few'")]
    [InlineData("pages", "months", "[\"January\"]", "pages.json: 'months' is a list of 12 texts")]
    [InlineData("common", "callout", "{ \"note\": \"Note\" }", "common.json callout: 'warning' is missing")]
    [InlineData("common", "callout", "\"Note\"", "common.json callout is no object of words")]
    public void What_is_wrong_is_said_with_its_file_and_key(string area, string key, string? json, string expected)
    {
        Change(area, words =>
        {
            words.Remove(key);
            if (json is not null)
            {
                words[key] = JsonNode.Parse(json);
            }
        });

        Assert.Contains(expected, Assert.Throws<WordsException>(Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_twice_is_refused()
    {
        var file = Path.Combine(_folder.File("en"), "pages.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"home\":", "\"home\": \"One\",\n  \"home\":", StringComparison.Ordinal));

        Assert.Contains("'home' stands there twice", Assert.Throws<WordsException>(Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_or_no_JSON_is_named()
    {
        File.Delete(Path.Combine(_folder.File("en"), "common.json"));
        File.WriteAllText(Path.Combine(_folder.File("en"), "pages.json"), "{ \"home\": ");

        var message = Assert.Throws<WordsException>(Load).Message;
        Assert.Contains("common.json is missing", message, StringComparison.Ordinal);
        Assert.Contains("pages.json: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_is_found_by_its_tag_by_its_language_or_falls_back_to_the_first()
    {
        Copy("en", "es");
        ChangeIn("es", "pages", words => words["minutes"]!["many"] = "{count} minutos");
        foreach (var key in PluralKeys("es").ToList())
        {
            ChangeIn("es", "pages", words => words[key]!["many"] ??= "{count}");
        }

        ChangeIn("es", "pages", words => words["home"] = "Inicio");
        var catalogue = Load();

        Assert.Equal(["en", "es"], catalogue.Languages);
        Assert.Equal(["Inicio", "Inicio", "Home", "Home"], new[] { "es", "es-MX", "en-US", "fr" }.Select(tag => catalogue.For(tag).Pages.Home));
    }

    /// <summary>Millions alone are <c>many</c> in Spanish, and said as <c>other</c> where nobody wrote them; in Ukrainian five are.</summary>
    [Fact]
    public void The_form_for_millions_may_be_left_out()
    {
        Directory.CreateDirectory(_folder.File("es"));
        File.WriteAllText(Path.Combine(_folder.File("es"), "pages.json"), "{ \"minutes\": { \"one\": \"Un minuto\", \"other\": \"{count} minutos\" } }");
        var words = Load().For("es").Pages;

        Assert.Equal(["Un minuto", "200 minutos"], new[] { 1, 200 }.Select(words.Minutes));
        Assert.EndsWith(" minutos", words.Minutes(1_000_000), StringComparison.Ordinal);
        Assert.Contains("many", PluralRule.Needed("uk")!);
        Assert.DoesNotContain("many", PluralRule.Needed("fr")!);
    }

    [Fact]
    public void What_another_language_lacks_is_said_in_the_first_and_counted()
    {
        Directory.CreateDirectory(_folder.File("es"));
        File.WriteAllText(Path.Combine(_folder.File("es"), "pages.json"), "{ \"home\": \"Inicio\", \"takeAlong\": { \"title\": \"Todo\" } }");
        var (first, words) = (Load().For("en"), Load().For("es"));

        Assert.Equal(("Inicio", "Todo"), (words.Pages.Home, words.Pages.TakeAlong.Title));
        Assert.Equal((first.Pages.Exit, first.Common.Important, first.Pages.TakeAlong.AsFolder), (words.Pages.Exit, words.Common.Important, words.Pages.TakeAlong.AsFolder));
        Assert.Equal(["About a minute", "About 1,000,000 minutes"], [words.Pages.Minutes(1), words.Pages.Minutes(1_000_000)]);
        Assert.Empty(first.Missing);
        Assert.Contains(words.Missing, m => m.EndsWith("pages.json: exit", StringComparison.Ordinal));
        Assert.Contains(words.Missing, m => m.EndsWith("common.json: important", StringComparison.Ordinal));
        Assert.DoesNotContain(words.Missing, m => m.EndsWith(": home", StringComparison.Ordinal) || m.EndsWith("takeAlong: title", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"noteNumber\": \"Nota\" }", "pages.json: 'noteNumber' lacks the gap {number}")]
    [InlineData("{ \"hoem\": \"Inicio\" }", "pages.json: 'hoem' is a word that nothing says")]
    [InlineData("{ \"minutes\": { \"many\": \"{count} de minutos\", \"other\": \"{count} minutos\" } }", "pages.json: 'minutes' lacks the form 'one'")]
    public void What_is_wrong_in_another_language_is_refused(string pages, string expected)
    {
        Directory.CreateDirectory(_folder.File("es"));
        File.WriteAllText(Path.Combine(_folder.File("es"), "pages.json"), pages);

        Assert.Contains(expected, Assert.Throws<WordsException>(Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_of_the_first_language_changes_those_that_borrow_it()
    {
        Directory.CreateDirectory(_folder.File("es"));
        File.WriteAllText(Path.Combine(_folder.File("es"), "pages.json"), "{ \"home\": \"Inicio\" }");
        var before = Load().For("es").DocumentsFingerprint;
        Change("common", words => words["needHelp"] = "Help, please");

        Assert.NotEqual(before, Load().For("es").DocumentsFingerprint);
    }

    [Fact]
    public void Every_word_changes_the_fingerprint_and_those_of_documents_that_of_documents()
    {
        var before = Load().For("en");
        Change("pages", words => words["home"] = "Start");
        var page = Load().For("en");
        Change("common", words => words["needHelp"] = "Help, please");
        var common = Load().For("en");

        Assert.NotEqual(before.Fingerprint, page.Fingerprint);
        Assert.Equal(before.DocumentsFingerprint, page.DocumentsFingerprint);
        Assert.NotEqual(page.Fingerprint, common.Fingerprint);
        Assert.NotEqual(page.DocumentsFingerprint, common.DocumentsFingerprint);
    }

    /// <summary>Node has the rules of CLDR; ours must be the same, since one catalogue serves both.</summary>
    [Fact]
    public async Task Plural_rules_are_those_of_the_browser()
    {
        var node = await Programs.Run(Programs.Need("node"),
        [
            "-e",
            "const out = {}; for (const l of process.argv.slice(1)) { const r = new Intl.PluralRules(l); out[l] = { all: r.resolvedOptions().pluralCategories.sort(), each: [...Array(240).keys(), 1000, 1000000, 2000000].map(n => r.select(n)) } } console.log(JSON.stringify(out))",
            .. PluralRule.Languages,
        ]);
        var theirs = JsonNode.Parse(node.Output)!.AsObject();
        int[] numbers = [.. Enumerable.Range(0, 240), 1000, 1_000_000, 2_000_000];

        Assert.All(theirs, language =>
        {
            Assert.Equal(language.Value!["all"]!.AsArray().Select(c => (string)c!), PluralRule.Categories(language.Key)!.Order(StringComparer.Ordinal));
            Assert.Equal(language.Value!["each"]!.AsArray().Select(c => (string)c!), numbers.Select(n => PluralRule.Category(language.Key, n)));
        });
        Assert.Equal(PluralRule.Languages.Count, theirs.Count);
    }

    public void Dispose() => _folder.Dispose();

    private WordCatalogue Load() => WordCatalogue.Load(_folder.Path);

    private void Change(string area, Action<JsonObject> change) => ChangeIn("en", area, change);

    private void ChangeIn(string language, string area, Action<JsonObject> change)
    {
        var file = Path.Combine(_folder.File(language), $"{area}.json");
        var words = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        change(words);
        File.WriteAllText(file, words.ToJsonString());
    }

    private IEnumerable<string> PluralKeys(string language) => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.File(language), "pages.json")))!.AsObject()
        .Where(word => word.Value is JsonObject value && value.ContainsKey("other")).Select(word => word.Key);

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(_folder.File(to));
        foreach (var file in Directory.GetFiles(_folder.File(from)))
        {
            File.Copy(file, Path.Combine(_folder.File(to), Path.GetFileName(file)));
        }
    }
}
