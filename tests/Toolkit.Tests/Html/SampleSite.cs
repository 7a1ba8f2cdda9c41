using System.Text;
using Toolkit.Blocks.Assessments;
using Toolkit.Blocks.Callouts;
using Toolkit.Blocks.Checklists;
using Toolkit.Blocks.Worksheets;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Toolkit.Theme;
using Toolkit.Writing;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Html;

/// <summary>A small made-up site with one of everything, and what the writer makes of it.</summary>
internal static class SampleSite
{
    public static readonly GlossaryEntry Term = new("loom", "Loom", "A frame to weave on.");

    private static readonly Scale Scale = new("in-place", [new("not-yet", "Not yet", 0), new("in-place", "In place", 1)], new("does-not-apply", "Does not apply"));

    public static Assessment Assessment { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "fit",
        Title = "Is it a fit?",
        Principle = 2,
        PerPartner = true,
        Scale = Scale,
        Domains =
        [
            new("safety", "Safety", [new Paragraph([new Text("Look first.")])],
            [
                Item("fit", 1, "doors", "Do doors open from inside?", critical: true),
                Item("fit", 2, "light", "Is there \"light\" & <air>?", critical: false),
            ]),
        ],
    };

    public static Worksheet Worksheet { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "plan",
        Title = "Our plan",
        DraftTitle = "Our plan as a text",
        Content =
        [
            new WorksheetHeading("start", "Where to start"),
            new WorksheetField(new Field(FieldId.Of("plan", "why"), FieldKind.LongText, "Why?") { Lines = 3 }) { Hint = [new Text("A line is enough.")] },
            new WorksheetField(new Field(FieldId.Of("plan", "how"), FieldKind.Choice, "How?", [new("slow", "Slowly"), new("fast", "Quickly")]) { AsRadios = true }),
            new WorksheetField(new Field(FieldId.Of("plan", "when"), FieldKind.Date, "When?")),
            new WorksheetTable(new FieldTable("plan", "steps", "Steps", [new("what", FieldKind.Text, "What", []), new("done", FieldKind.Check, "Done", [])], [], 2) { Words = TestWords.Fields }),
            new WorksheetHeading("who", "Who does it"),
            new WorksheetTable(new FieldTable("plan", "roles", "Roles", [new("who", FieldKind.Text, "Who", [])], [new("lead", "Leads"), new("helps", "Helps")], 0) { Words = TestWords.Fields, RowHeading = "Role" }),
        ],
    };

    public static Checklist Checklist { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "visit",
        Title = "The visit",
        Groups = [new("", "", [], [new("ask", [new Text("Ask about "), new Strong([new Text("hours")])], new Field(FieldId.Of("visit", "ask"), FieldKind.Check, "Ask about hours"))])],
    };

    public static Site Site(Func<SiteSettings, SiteSettings>? change = null)
    {
        var settings = new SiteSettings
        {
            SiteTitle = "Sample",
            GuideVersion = "7",
            Credit = "Made up for a test.",
            HelpLine = new("Need help yourself?", "A line", "1-555-0100", "555", "24 hours", "https://help.example/"),
            Principles = [.. Enumerable.Range(1, 4).Select(n => new Principle(n, $"Principle {n}", "guide/weaving.html"))],
        };
        var note = new Footnote("a", [new Text("A made-up source.")]);
        return new Site
        {
            Settings = change?.Invoke(settings) ?? settings,
            Glossary = [Term],
            Instruments = [Assessment, Worksheet, Checklist],
            Documents =
            [
                new Document { Id = "weaving", Title = "Weaving", Kind = DocumentKind.Chapter, Page = "guide/weaving.html", Blocks = [], Instruments = [Assessment] },
            ],
            Pages =
            [
                Page("index.html", "home", PageKind.Plain, "Home", [new Paragraph([new Text("Welcome.")])]),
                Page("guide/weaving.html", "chapter", PageKind.Chapter, "Weaving", [
                    new Paragraph([
                        new Text("A "), new TermReference(Term, [new Text("loom")]), new Text(" & a "),
                        new ExternalLink("https://example.org/?a=1&b=2", [new Text("link")]), new FootnoteReference(1, note, 1),
                        new InternalLink("tools/plan.html", "plan", [new Text("plan")]),
                    ]),
                    new Heading(2, "warp", [new Text("Warp")]),
                    new Callout(CalloutKind.Warning, "Mind the gap", [new Paragraph([new Text("Slowly.")])]),
                    new TableBlock([new Text("Sizes")], [[new Text("Size")], [new Text("Price")]], [Alignment.Start, Alignment.End], [[[new Text("Small")], [new Text("1")]]]),
                    Assessment,
                ]) with { Principle = 2, Footnotes = [note], RedirectFrom = ["old/weaving.html"], Updated = new DateOnly(2026, 11, 21) },
                Page("tools/fit.html", "tool", PageKind.Tool, "Is it a fit?", [Assessment]) with { Principle = 2 },
                Page("tools/plan.html", "tool", PageKind.Tool, "Our plan", [Worksheet]),
                Page("tools/visit.html", "tool", PageKind.Tool, "The visit", [Checklist]),
                Page("tools/index.html", "tools", PageKind.Plain, "Tools", []) with { ShowInNavigation = true },
                Page("workbook.html", "workbook", PageKind.Plain, "My workbook", []) with { ShowInNavigation = true },
                Page("downloads.html", "downloads", PageKind.Plain, "Downloads", []),
                Page("glossary.html", "glossary", PageKind.Plain, "Glossary", []),
                Page("search.html", "search", PageKind.Plain, "Search", []),
                Page("leaving.html", "exit", PageKind.Plain, "Leaving", []),
            ],
        };
    }

    /// <summary>Stand for the real formats where the bytes are no matter.</summary>
    public static IDocumentFormat Word { get; } = new NoteFormat { Ending = "docx", Called = "Word", TakesAnswers = true };

    private static IDocumentFormat Pdf { get; } = new NoteFormat { Ending = "pdf", Called = "PDF", TakesAnswers = true };

    /// <summary>What the theme of the sample wants in pages of tools.</summary>
    public const string FirstSheet = "b>i{content:\"&<\"}\r\n";

    /// <summary>Everything written for a site, by path.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> Write(Site site)
    {
        var assets = new ThemeAssets(new Dictionary<string, byte[]>
        {
            ["early.js"] = "0"u8.ToArray(),
            ["site.js"] = "1"u8.ToArray(),
            ["site.css"] = "a{}"u8.ToArray(),
            ["first.css"] = Encoding.UTF8.GetBytes(FirstSheet),
            ["icon.svg"] = "<svg/>"u8.ToArray(),
            ["views.js"] = "2"u8.ToArray(),
            ["sw.js"] = "3"u8.ToArray(),
            ["sw-gone.js"] = "4"u8.ToArray(),
        });
        var downloads = site.Documents.SelectMany(d => new[] { Download.Of(d, Word, site.Settings, "docx"u8.ToArray()), Download.Of(d, Pdf, site.Settings, new byte[2000]) }).ToList();
        var files = await HtmlWriter.WriteAsync(site, TestWords.English, new ThemeViews(), assets, downloads, [], HtmlWriter.SearchOf(site), TestContext.Current.CancellationToken);
        return files.Files.ToDictionary(f => f.Path, f => f.Bytes);
    }

    private static Page Page(string path, string layout, PageKind kind, string title, IReadOnlyList<Block> blocks) => new()
    {
        SourcePath = path,
        OutputPath = path,
        Xref = title,
        Title = title,
        Layout = layout,
        Kind = kind,
        Blocks = blocks,
    };

    private static AssessmentItem Item(string instrument, int number, string id, string text, bool critical) => new(
        id, number, [new Text(text)], critical,
        new Field(FieldId.Of(instrument, id, "answer"), FieldKind.Choice, text, Scale.All),
        new Field(FieldId.Of(instrument, id, "help"), FieldKind.Check, text + " Help"),
        new Field(FieldId.Of(instrument, id, "note"), FieldKind.LongText, text + " Note"),
        critical ? new Field(FieldId.Of(instrument, id, "evidence"), FieldKind.LongText, text + " How do you know?") : null);
}
