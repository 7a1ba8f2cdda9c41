using Toolkit.Blocks.Assessments;
using Toolkit.Blocks.Callouts;
using Toolkit.Blocks.Checklists;
using Toolkit.Blocks.Worksheets;
using Toolkit.Model;
using Toolkit.Tests.Support;

namespace Toolkit.Tests.Pdf;

/// <summary>Made-up documents that hold every construct.</summary>
internal static class PdfSamples
{
    public static SiteSettings Settings { get; } = new()
    {
        SiteTitle = "Sample Toolkit",
        GuideVersion = "2026-11",
        Credit = "A made-up guide for tests.",
        Principles =
        [
            new(1, "Support at work", "guide/support.html"),
            new(2, "Looking closely", "guide/looking.html"),
            new(3, "Community", "guide/community.html"),
            new(4, "Privacy", "guide/privacy.html"),
        ],
        HelpLine = new("Need help yourself?", "Sample Line", "555-0100", "555", "24 hours", "https://help.example.org"),
    };

    private static Scale Scale { get; } = new(
        "in-place",
        [new("not-yet", "Not yet", 0), new("starting", "Starting", 1), new("mostly", "Mostly", 2), new("in-place", "In place", 3)],
        new("does-not-apply", "Does not apply"));

    public static Assessment Assessment { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "partner-look",
        Title = "A look at one partner",
        PerPartner = true,
        Principle = 2,
        Scale = Scale,
        Intro = [Paragraph("Answer what you know today. Leave the rest open.")],
        Domains =
        [
            new("pay", "Pay and hours", [Paragraph("What each side puts in.")],
            [
                Item(1, "fair-pay", "Is the pay fair, and can a person live on it?", critical: true, evidence: true),
                Item(2, "flexible", "Can the program bend when someone’s needs change, for example in hours or pace, and does everyone who decides about hours know that it can?"),
            ]),
            new("safety", "Safety first", [],
            [
                Item(3, "visit", "Has somebody visited the place?", evidence: true) with { Hint = [new Text("More than once is better.")] },
                Item(4, "access", "Can everyone get in, and move around?", critical: true),
            ]),
        ],
    };

    public static Worksheet Worksheet { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "plan",
        Title = "A plan for both sides",
        PerPartner = true,
        Principle = 3,
        Content =
        [
            new WorksheetProse(Paragraph("Fill it in together.")),
            new WorksheetHeading("hopes", "What we hope for"),
            new WorksheetField(new(FieldId.Of("plan", "our-hope"), FieldKind.LongText, "What do we hope to change?") { Lines = 4 }) { Hint = [new Text("It is fine to disagree.")] },
            new WorksheetField(new(FieldId.Of("plan", "values"), FieldKind.Choice, "How close are our values?", [new("close", "They are close"), new("far", "Some are far apart")]) { AsRadios = true }),
            new WorksheetField(new(FieldId.Of("plan", "kind"), FieldKind.Choice, "What kind of partnership is it?", [new("trial", "A trial first"), new("lasting", "One that lasts")])),
            new WorksheetTable(new(
                "plan",
                "give",
                "What each side puts in",
                [
                    new("what", FieldKind.Text, "What", []),
                    new("ours", FieldKind.LongText, "We give", []),
                    new("tie", FieldKind.Choice, "Tie", [new("met", "Met once"), new("working", "Working together")]),
                    new("agreed", FieldKind.Check, "Agreed", []),
                    new("by", FieldKind.Date, "By when", []),
                ],
                [],
                3) { Words = TestWords.Fields }),
            new WorksheetTable(new(
                "plan",
                "forms",
                "Forms of support",
                [new("who", FieldKind.Choice, "Who gives it", [new("we", "We do"), new("nobody", "Nobody yet")]), new("next", FieldKind.Text, "Next step", [])],
                [new("housing", "Housing, or help to get it"), new("childcare", "Childcare")],
                0) { Words = TestWords.Fields, RowHeading = "Support" }),
            new WorksheetTable(new(
                "plan",
                "map",
                "Community map",
                [
                    new("who", FieldKind.Text, "Who", []),
                    new("sector", FieldKind.Choice, "Sector", [new("employer", "Employer"), new("school", "School")]),
                    new("strengths", FieldKind.LongText, "What they are good at", []),
                    new("gain", FieldKind.LongText, "What we would gain", []),
                    new("offer", FieldKind.LongText, "What we can offer", []),
                    new("step", FieldKind.Text, "Next step", []),
                    new("due", FieldKind.Date, "By when", []),
                    new("done", FieldKind.Check, "Done", []),
                ],
                [],
                2) { Words = TestWords.Fields }),
            new WorksheetHeading("agree", "In the end"),
            new WorksheetField(new(FieldId.Of("plan", "meeting"), FieldKind.Date, "When do we meet next?")),
            new WorksheetField(new(FieldId.Of("plan", "contact"), FieldKind.Text, "Who speaks for us?")) { Hint = [new Text("A role is enough.")] },
            new WorksheetField(new(FieldId.Of("plan", "both"), FieldKind.Check, "Both sides have read this, and agree.")),
        ],
    };

    public static Checklist Checklist { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "first-meeting",
        Title = "The first meeting",
        Groups =
        [
            new("before", "Before you meet", [Paragraph("Ten minutes are enough.")],
            [
                new("read", [new Text("Read the plan "), new Strong([new Text("together")])], new(FieldId.Of("first-meeting", "read"), FieldKind.Check, "Read the plan together"))
                {
                    Hint = [new Text("Out loud, "), new ExternalLink("https://example.org/plan", [new Text("page by page")]), new Text(".")],
                },
            ]),
            new("after", "Afterwards", [], [new("write", [new Text("Write down what was said")], new(FieldId.Of("first-meeting", "write"), FieldKind.Check, "Write down what was said"))]),
        ],
    };

    public static Document OfInstrument(Instrument instrument) => new()
    {
        Id = instrument.Id,
        Title = instrument.Title,
        Description = "A few questions on pay and safety. Go through them once for each partner.",
        Kind = DocumentKind.Instrument,
        Page = $"tools/{instrument.Id}.html",
        Blocks = [Paragraph("Take your time."), instrument],
        Instruments = [instrument],
    };

    public static Document Chapter { get; } = MakeChapter();

    public static Document Guide { get; } = Chapter with
    {
        Id = "guide",
        Title = "The whole guide",
        Kind = DocumentKind.Guide,
        Page = "index.html",
        Contents = true,
        Blocks =
        [
            new Heading(2, "looking", [new Text("Looking closely")]),
            .. Chapter.Blocks.Select(b => b is Heading h ? h with { Level = h.Level + 1 } : b),
            new Heading(2, "community", [new Text("Community")]),
            Paragraph("Nobody does it alone."),
            new Heading(3, "map", [new Text("Draw a map")]),
            Worksheet,
        ],
        Instruments = [Assessment, Checklist, Worksheet],
    };

    public static Paragraph Paragraph(string text) => new([new Text(text)]);

    private static AssessmentItem Item(int number, string id, string question, bool critical = false, bool evidence = false)
    {
        FieldId Part(string part) => FieldId.Of("partner-look", id, part);
        return new(
            id,
            number,
            [new Text(question)],
            critical,
            new(Part("answer"), FieldKind.Choice, question, Scale.All) { AsRadios = true },
            new(Part("help"), FieldKind.Check, $"We need help with this: {question}"),
            new(Part("note"), FieldKind.LongText, $"Note: {question}") { Lines = 2 },
            evidence ? new(Part("evidence"), FieldKind.LongText, $"How do you know? {question}") { Lines = 2 } : null);
    }

    private static Document MakeChapter()
    {
        var term = new GlossaryEntry("living-wage", "Living wage", "Pay that covers what a person needs where they live.");
        var note = new Footnote("deeper", [new Text("There is more in "), new Emphasis([new Text("A Made-up Book")]), new Text(", chapter 3.")]);
        return new Document
        {
            Id = "looking",
            Title = "Looking closely",
            Description = "Not every program fits. Look at expectations, at safety and at size before you say yes.",
            Kind = DocumentKind.Chapter,
            Page = "guide/looking.html",
            Blocks =
            [
                new Paragraph([new Text("A good partner can open real doors, and pays a "), new TermReference(term, [new Text("living wage")]), new Text(".")]),
                new Heading(2, "why", [new Text("Why not every program fits")]),
                new Paragraph([new Text("Look at three things: "), new InternalLink("guide/looking.html", "size", [new Text("the size")]), new Text(", "), new InternalLink("about.html", "", [new Text("who we are")]), new Text(" and "), new ExternalLink("https://example.org/pay", [new Text("pay")]), new Text("."), new FootnoteReference(1, note, 1), new Text(" It comes up again."), new FootnoteReference(1, note, 2)]),
                new ListBlock(false, 1, true,
                [
                    [new Paragraph([new Strong([new Text("Pay.")]), new Text(" It may not be fair.")])],
                    [Paragraph("Room to bend, in Vietnamese: Sự linh hoạt; in Spanish: ¿Qué tal?"), new ListBlock(true, 3, true, [[Paragraph("Third")], [Paragraph("Fourth")]])],
                ]),
                new Callout(CalloutKind.Warning, "Safety comes before the first day", [Paragraph("This holds for remote work just as much.")]),
                new Callout(CalloutKind.Note, "Good to know", [Paragraph("A note.")]),
                new Callout(CalloutKind.Example, "On a visit", [new ListBlock(false, 1, true, [[Paragraph("Where would people work?")], [Paragraph("Who could someone speak to?")]])]),
                new Heading(2, "size", [new Text("Size")]),
                new Heading(3, "large-small", [new Text("Large and small")]),
                new TableBlock(
                    [new Text("What size can mean")],
                    [[new Text("Size")], [new Text("What it can give")], [new Text("What to watch for")]],
                    [Alignment.Start, Alignment.Start, Alignment.End],
                    [
                        [[new Text("Large")], [new Text("More places to turn to when someone needs help")], [new Text("Rules that nobody may bend, and unfair treatment without a consequence")]],
                        [[new Text("Small")], [new Text("A mentor")], [new Text("Nobody whose job it is to hear complaints")]],
                    ]),
                new QuoteBlock([Paragraph("Ask, and let each person choose.")]),
                new CodeBlock("first line\n  second line"),
                new ThematicBreak(),
                new Paragraph([new Text("A word in another language: "), new Foreign("ar", [new Text("مرحبا بكم")]), new Text(" and "), new Code("plain"), new Text(".")]),
                Checklist,
                new Heading(2, "look", [new Text("Look at one partner")]),
                Assessment,
            ],
            Instruments = [Checklist, Assessment],
        };
    }
}
