using Toolkit.Blocks.Checklists;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>Whoever has only a chapter or the whole guide reads there what the page of a tool says before the tool and after it.</summary>
public sealed class IntroductionsTests
{
    [Fact]
    public void What_a_tools_page_says_around_it_stands_in_every_bigger_document()
    {
        var site = GuideDocumentsTests.LaidOut;
        var missing = new List<string>();
        foreach (var document in site.Documents.Where(d => d.Kind != DocumentKind.Instrument))
        {
            var said = BlockText.Plain(document.Blocks);
            foreach (var tool in site.Pages.Where(p => p.Kind == PageKind.Tool && said.Contains(First(p).Title, StringComparison.Ordinal) && Holds(document, First(p))))
            {
                missing.AddRange(tool.Blocks.Where(b => b is not Instrument).OfType<Paragraph>()
                    .Where(p => !p.Content.OfType<InternalLink>().Any(link => link.Page.Contains("guide/", StringComparison.Ordinal)))
                    .Select(p => InlineText.Plain(p.Content)).Where(text => !said.Contains(text, StringComparison.Ordinal))
                    .Select(text => $"{document.Id}, {tool.Title}: {text}"));
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void No_chapter_sends_its_readers_to_itself()
    {
        var chapters = GuideDocumentsTests.LaidOut.Documents.Where(d => d.Kind == DocumentKind.Chapter).ToList();

        Assert.NotEmpty(chapters);
        Assert.All(chapters, chapter => Assert.DoesNotContain(
            BlockText.Inlines(chapter.Blocks).Select(found => found.Inline).OfType<InternalLink>(),
            link => link.Page == chapter.Page && InlineText.Plain(link.Content) == chapter.Title));
    }

    /// <summary>What stands after the sentence about the chapter, such as that no name is written, is not lost with it.</summary>
    [Fact]
    public void A_sentence_that_sends_readers_where_they_are_is_left_out_alone()
    {
        var chapter = new Page { SourcePath = "guide/a.md", OutputPath = "guide/a.html", Xref = "a", Title = "A chapter" };
        var tick = new ChecklistItem("t", [new Text("Tick")], new Field(FieldId.Of("list", "t"), FieldKind.Check, "Tick"));
        var tool = new Checklist { Id = "list", Title = "List", Words = TestWords.English.Common.Field, Groups = [new ChecklistGroup("g", "", [], [tick])] };
        var said = new Paragraph([new Text("Answer it. The chapter "), new InternalLink("guide/a.html", "", [new Text("A chapter")]), new Text(" has an example. Write no names.")]);
        var page = new Page { SourcePath = "tools/list.md", OutputPath = "tools/list.html", Xref = "list", Title = "List", Kind = PageKind.Tool, Blocks = [tool, said] };
        var site = new Site { Settings = new SiteSettings(), Pages = [chapter, page], Files = [], Glossary = [], Instruments = [tool] };

        Assert.Equal("Answer it. Write no names.", BlockText.Plain([new ToolIntroductions(site).Add([tool], chapter.OutputPath)[^1]]));
    }

    [Fact]
    public void A_page_that_no_document_holds_is_known_as_one_of_the_site()
    {
        var guide = GuideDocumentsTests.LaidOut.Documents.Single(d => d is { Kind: DocumentKind.Guide, IsText: false });
        var links = BlockText.Inlines(guide.Blocks).Select(found => found.Inline).OfType<InternalLink>().ToList();

        Assert.Contains(links, link => link.Page.EndsWith("sources.html", StringComparison.Ordinal) && guide.IsOnSiteAlone(link));
        Assert.DoesNotContain(links, link => link.Page.Contains("tools/", StringComparison.Ordinal) && !link.Page.EndsWith("index.html", StringComparison.Ordinal) && guide.IsOnSiteAlone(link));
    }

    private static Instrument First(Page page) => page.Blocks.OfType<Instrument>().First();

    /// <summary>A text alone holds what the document of its name does.</summary>
    private static bool Holds(Document document, Instrument tool) =>
        GuideDocumentsTests.LaidOut.Documents.Single(d => !d.IsText && (d.Id == document.Id || d.Id + "-text" == document.Id)).Instruments.Any(i => i.Id == tool.Id);
}
