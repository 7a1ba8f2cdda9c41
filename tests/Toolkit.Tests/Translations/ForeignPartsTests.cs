using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Toolkit.Blocks;
using Toolkit.Model;
using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Toolkit.Writing.Docx;
using Toolkit.Writing.Pdf;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Tests.Translations;

/// <summary>A guide of which nobody has translated anything: in its Spanish documents every word of an author says that it is English.</summary>
public sealed partial class ForeignPartsTests(PdfEngineFixture engine)
{
    [Fact]
    public void Word_files_mark_every_text_of_the_source()
    {
        var site = Spanish();
        var found = site.Documents.SelectMany(document =>
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(DocxFile.Write(document, site.Settings, TestWords.Catalogue.For("es"), [.. BlockCatalogue.All.Select(kind => kind.Docx)])), false);
            var main = file.MainDocumentPart!;
            OpenXmlElement[] parts = [main.Document!, main.FootnotesPart!.Footnotes!, .. main.HeaderParts.Select(p => p.Header!), .. main.FooterParts.Select(p => p.Footer!)];
            return parts.SelectMany(part => part.Descendants<W.Run>())
                .Select(run => (run.InnerText, IsMarked: run.RunProperties?.Languages?.Val?.Value == "en"))
                .Where(run => IsEnglish().IsMatch(run.InnerText) != run.IsMarked && run.InnerText.Any(char.IsLetter))
                .Select(run => $"{document.Id}: {(run.IsMarked ? "marked" : "not marked")} {run.InnerText}");
        }).ToList();

        Assert.Empty(found);
        Assert.Equal(["ask", "chapter-a", "chapter-a-text", "chapter-b", "chapter-b-text", "plan", "whole-guide", "whole-guide-text"], site.Documents.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_PDFs_are_made_of_marks_every_text_of_the_source()
    {
        var site = Spanish();
        var found = site.Documents.SelectMany(document =>
        {
            var tree = new PdfTree(document, site.Settings, TestWords.Catalogue.For("es"), [.. BlockCatalogue.All.Select(kind => kind.Pdf)]).Root();
            // The title of the file itself is one string that the format marks with the language of the whole.
            Assert.True(tree.Remove("title"));
            return Texts(tree, marked: false)
                .Where(t => IsEnglish().IsMatch(t.Text) != t.IsMarked && t.Text.Any(char.IsLetter))
                .Select(t => $"{document.Id}: {(t.IsMarked ? "marked" : "not marked")} {t.Text}");
        });

        Assert.Empty(found);
    }

    [Fact]
    public async Task Fields_of_PDFs_say_the_language_of_their_names_and_the_file_conforms()
    {
        var site = Spanish();
        var bytes = await engine.Writer.WriteAsync(site.Documents.Single(d => d.Id == "chapter-a"), site.Settings, TestWords.Catalogue.For("es"), TestContext.Current.CancellationToken);
        var sheet = await engine.Writer.WriteAsync(site.Documents.Single(d => d.Id == "plan"), site.Settings, TestWords.Catalogue.For("es"), TestContext.Current.CancellationToken);
        var names = Names(bytes).Concat(Names(sheet)).ToDictionary(n => n.Name, n => n.Language);

        Assert.Empty(PdfUaChecker.Check(bytes).Concat(PdfUaChecker.Check(sheet)));
        foreach (var name in new[] { "Is it safe?: Not yet", "Is it near?: Does not apply", "What now?", "Who?", "Tie: Far", "Named, Care: Who", "Steps, fila 1: What" })
        {
            Assert.True(names.TryGetValue(name, out var language), $"{name} is not among {string.Join(" | ", names.Keys)}");
            Assert.Equal("en", language);
        }

        Assert.Contains("Aliado", names);
        Assert.All(names.Where(n => !IsEnglish().IsMatch(n.Key)), n => Assert.Equal("", n.Value));
    }

    [Fact]
    public void A_whole_translation_marks_nothing()
    {
        using var two = TwoLanguages.Whole();
        var site = two.Read().Editions.Single().Site;

        Assert.All(site.Documents, document => Assert.DoesNotContain("foreign", new PdfTree(document, site.Settings, TestWords.Catalogue.For("es"), [.. BlockCatalogue.All.Select(kind => kind.Pdf)]).Root().ToJsonString(), StringComparison.Ordinal));
    }

    private static Site Spanish()
    {
        using var two = new TwoLanguages()
            .With("settings.yml", SiteRun.Settings + """
                Languages: [en, es]
                Description: About this guide.
                TextEditions: true
                HelpLine: { Question: Need somebody?, Name: Made-up line, Phone: 555-0100, TextTo: "555", Hours: Around the clock, Url: "https://help.example.org" }
                Principles:
                  - { Title: First thing, Page: a }

                """)
            .With("guide/a.md", TwoLanguages.Chapter.Replace("Layout: chapter", "Layout: chapter\nPrinciple: 1", StringComparison.Ordinal))
            .With("guide/b.md", "---\nTitle: Second chapter\nDescription: About second things.\nLayout: chapter\n---\n\n## Three\n\nText three.\n\n## Four\n\nText four.\n\n## Five\n\nText five.\n\n## Six\n\nText six.\n\n::: instrument ask\n:::\n\n::: instrument plan\n:::\n");
        return two.Read().Editions.Single().Site;
    }

    /// <summary>Every text of a tree that is shown, and whether it stands in a part in another language.</summary>
    private static IEnumerable<(string Text, bool IsMarked)> Texts(JsonNode? node, bool marked) => node switch
    {
        JsonObject part => part
            .Where(p => p.Key is not ("t" or "id" or "kind" or "paper" or "language" or "region" or "to" or "href" or "url" or "gap" or "width"))
            .SelectMany(p => Texts(p.Value, marked || (string?)part["t"] == "foreign")),
        JsonArray all => all.SelectMany(item => Texts(item, marked)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(text, marked)],
        _ => [],
    };

    /// <summary>What the elements of fields are called, and in which language.</summary>
    private static IEnumerable<(string Name, string Language)> Names(byte[] pdf) => PdfFile.Read(pdf).Objects.Values.OfType<PdfDictionary>()
        .Where(o => o.Is("S", "Form"))
        .Select(o => (((PdfString)o["Alt"]!).Text, (o["Lang"] as PdfString)?.Text ?? ""))
        .DistinctBy(n => n.Item1);

    // Every word that the made-up guide says, and none that the program says in Spanish.
    [GeneratedRegex(@"\b(Tiny|Made|About|Need|line|Around|First|Second|Before|See|One|Two|Three|Four|Five|Six|Text|Mind|Inner|After|note|wage|Pay|Ask|Lead|Safety|Look|Is|Decide|What|Go|Stay|How|Close|Far|Not|In[ \u00a0]place|Does|Plan|Hopes|Some|Who|role|Tie|Between|Steps|Named|Thing|Care|Food|tool|Again)\b|^ A $")]
    private static partial Regex IsEnglish();
}
