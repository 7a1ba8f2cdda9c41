using Toolkit.Blocks.Assessments;
using Toolkit.Blocks.Callouts;
using Toolkit.Blocks.Checklists;
using Toolkit.Blocks.Worksheets;
using Toolkit.Model;
using Toolkit.Tests.Support;

namespace Toolkit.Tests.Docx;

/// <summary>Made-up documents with every construct and every kind of field.</summary>
internal static class SampleDocuments
{
    private static readonly Option[] Steps =
    [
        new("not-yet", "Not yet", 0), new("starting", "Starting", 1), new("mostly", "Mostly", 2), new("in-place", "In place", 3),
    ];

    private static readonly Scale Scale = new("in-place", Steps, new Option("does-not-apply", "Does not apply"));

    private static readonly GlossaryEntry Vetting = new("vetting", "Vetting", "A careful look at a partner before you say yes.");

    private static readonly GlossaryEntry Wage = new("living-wage", "Living wage", "Pay that covers what a person needs to live.");

    public static SiteSettings Settings { get; } = new()
    {
        SiteTitle = "Sample Toolkit",
        GuideVersion = "2026-11",
        Credit = "An adaptation for tests, by nobody in particular.",
        HelpLine = new HelpLine("Need help yourself?", "Sample Line", "1-800-555-0100", "555", "24 hours", "https://help.example.org"),
        Principles =
        [
            new(1, "Supported employment", "guide/support.html"),
            new(2, "Vetting programs and partners", "guide/vetting.html"),
            new(3, "Community relationships", "guide/community.html"),
            new(4, "Privacy and confidentiality", "guide/confidentiality.html"),
        ],
    };

    /// <summary>Answered per partner; key questions and evidence.</summary>
    public static Assessment PartnerVetting { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "partner-vetting",
        Title = "Is this partner a good fit?",
        Principle = 2,
        PerPartner = true,
        Scale = Scale,
        Domains =
        [
            new("expectations", "Mutual expectations", [Says("What each side puts in, and what each side wants.")],
            [
                Item(1, "time-money-effort", "Have both sides said how much time, money and effort they can put in?"),
                Item(2, "fair-pay", "Is the pay fair, and can a person live on it?", critical: true, evidence: true),
            ]),
            new("safety", "Survivor safety first", [],
            [
                Item(3, "access", "Can everyone get in, move around and use what they need?") with { Hint = [new Text("Go there yourself.")] },
                Item(4, "harassment", "Do people know what to do, and whom to tell, if they meet harassment or violence?", critical: true),
            ]),
        ],
    };

    /// <summary>Every kind of field, and a table that grows.</summary>
    public static Worksheet Expectations { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "expectations",
        Title = "What each side expects",
        Principle = 2,
        PerPartner = true,
        Content =
        [
            new WorksheetHeading("hopes", "What we hope for"),
            new WorksheetField(Long("expectations", "our-hope", "What do we hope this partnership will change for survivors?", 4)),
            new WorksheetField(
                new Field(FieldId.Of("expectations", "values"), FieldKind.Choice, "How close are our values?",
                    [new("shared", "We share them"), new("close", "They are close"), new("far-apart", "Some are far apart")])
                {
                    AsRadios = true,
                }),
            new WorksheetHeading("giving", "What each side puts in"),
            new WorksheetProse(Says("Begin with time, money and effort. Add a row for anything else.")),
            new WorksheetTable(new FieldTable(
                "expectations",
                "give-and-take",
                "What each side puts in",
                [
                    new("what", FieldKind.Text, "What", []),
                    new("ours", FieldKind.LongText, "We give", []),
                    new("theirs", FieldKind.LongText, "The partner gives", []),
                    new("agreed", FieldKind.Check, "Agreed", []),
                    new("by", FieldKind.Date, "By when", []),
                ],
                [],
                3) { Words = TestWords.Fields }),
            new WorksheetHeading("together", "How we will work together"),
            new WorksheetField(new Field(FieldId.Of("expectations", "our-contact"), FieldKind.Text, "Who speaks for our agency?")) { Hint = [new Text("A role, such as program director.")] },
            new WorksheetField(new Field(FieldId.Of("expectations", "next-meeting"), FieldKind.Date, "When do we meet next?")),
            new WorksheetField(new Field(FieldId.Of("expectations", "both-agree"), FieldKind.Check, "Both sides have read this, and agree.")),
        ],
    };

    /// <summary>Rows that the author names, with a choice in each.</summary>
    public static Worksheet SupportPlan { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "support-plan",
        Title = "Who gives which support",
        Principle = 1,
        Content =
        [
            new WorksheetTable(new FieldTable(
                "support-plan",
                "forms",
                "Forms of support",
                [
                    new("who", FieldKind.Choice, "Who gives it", [new("we", "We do"), new("partner", "The partner does"), new("nobody-yet", "Nobody yet")]),
                    new("next", FieldKind.LongText, "What next", []),
                ],
                [new("case-management", "Case management"), new("childcare", "Free or low-cost childcare")],
                0)
            {
                Words = TestWords.Fields,
                RowHeading = "Support",
            }),
        ],
    };

    /// <summary>Eleven columns: too wide for upright paper.</summary>
    public static Worksheet CommunityMap { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "community-map",
        Title = "Community map",
        Principle = 3,
        Content =
        [
            new WorksheetTable(new FieldTable(
                "community-map",
                "partners",
                "Partners around us",
                [
                    new("level", FieldKind.Choice, "Level", [new("individual", "One person"), new("team", "A team")]),
                    new("sector", FieldKind.Choice, "Sector", [new("employers", "Employers"), new("schools", "Schools and training")]),
                    new("who", FieldKind.Text, "Who", []),
                    new("strengths", FieldKind.LongText, "Strengths", []),
                    new("gain", FieldKind.LongText, "What we would gain", []),
                    new("offer", FieldKind.LongText, "What we offer", []),
                    new("tie", FieldKind.Choice, "Strength of tie", [new("working-together", "Working together"), new("met-once", "Met once")]),
                    new("introduced-by", FieldKind.Text, "Who can introduce us", []),
                    new("next", FieldKind.LongText, "Next step", []),
                    new("by", FieldKind.Date, "By when", []),
                    new("checked", FieldKind.Date, "Last checked", []),
                ],
                [],
                4) { Words = TestWords.Fields }),
        ],
    };

    /// <summary>Two groups of things to do.</summary>
    public static Checklist FirstMeeting { get; } = new()
    {
        Words = TestWords.Fields,
        Id = "first-meeting",
        Title = "Before the first meeting",
        Groups =
        [
            new("before", "Before", [Says("Ten minutes are enough.")],
            [
                Task("agree-time", "Agree how much time each side gives.") with
                {
                    Hint = [new Text("In hours a week, as "), new ExternalLink("https://example.org/hours", [new Text("this page")]), new Text(" shows.")],
                },
            ]),
            new("after", "After", [], [Task("write-down", "Write down what was agreed."), Task("next-date", "Set the next date.")]),
        ],
    };

    public static Document Chapter { get; } = new()
    {
        Id = "vetting",
        Title = "Vetting programs and partners",
        Description = "Not every program fits. Look at expectations, at safety and at size before you say yes.",
        Kind = DocumentKind.Chapter,
        Page = "guide/vetting.html",
        Instruments = [PartnerVetting, FirstMeeting],
        Blocks = [.. Prose(2), PartnerVetting, Heading(2, "Meet them", "meet"), FirstMeeting, Says("Then rest.")],
    };

    public static Document Guide { get; } = new()
    {
        Id = "partnership-toolkit",
        Title = "Sample Toolkit",
        Description = "The whole guide in one file.",
        Kind = DocumentKind.Guide,
        Page = "index.html",
        Contents = true,
        Instruments = [PartnerVetting, SupportPlan, CommunityMap],
        Blocks =
        [
            Heading(2, "Supported employment", "support"),
            Says("Support comes first."),
            Heading(3, "Who gives it", "who"),
            SupportPlan,
            Heading(2, "Vetting programs and partners", "vetting"),
            .. Prose(3),
            PartnerVetting,
            Heading(2, "Community relationships", "community"),
            Says("Draw a map."),
            CommunityMap,
            Heading(2, "Keep it going", "going"),
            new Paragraph([new Text("Begin with "), new InternalLink("guide/support.html", "", [new Text("support")]), new Text(".")]),
        ],
    };

    /// <summary>Every document of the samples.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        Chapter,
        Guide,
        Alone(PartnerVetting),
        Alone(Expectations),
        Alone(SupportPlan),
        Alone(CommunityMap),
        Alone(FirstMeeting),
    ];

    public static Document Alone(Instrument instrument) => new()
    {
        Id = instrument.Id,
        Title = instrument.Title,
        Description = "Go through it once for each partner.",
        Kind = DocumentKind.Instrument,
        Page = $"tools/{instrument.Id}.html",
        Instruments = [instrument],
        Blocks = [Says("Answer what you know today. Leave the rest open."), instrument],
    };

    private static IEnumerable<Block> Prose(int level)
    {
        var note = new Footnote("deeper", [new Text("There is more, at "), new ExternalLink("https://example.org/more", [new Text("the source")]), new Text(".")]);
        return
        [
            new Paragraph(
            [
                new Text("A good partner can open "), new Strong([new Text("real")]), new Text(" doors. Take time for "),
                new TermReference(Vetting, [new Text("vetting")]), new Text(", and for a "), new TermReference(Wage, [new Text("living wage")]),
                new Text(". ¿Cómo? "), new Foreign("es", [new Text("Así es.")]), new FootnoteReference(1, note, 1),
            ]),
            Heading(level, "Three things to look at", "three-things"),
            new ListBlock(Ordered: true, 1, Tight: true, [[Says("Expectations.")], [Says("Safety."), new ListBlock(false, 1, true, [[Says("People.")], [Says("Place.")]])], [Says("Size.")]]),
            Says("And then again, from the start:"),
            new ListBlock(Ordered: true, 1, Tight: true, [[Says("Talk.")], [Says("Write it down.")]]),
            new Callout(CalloutKind.Warning, "Safety comes before the first day", [Says("Look before you place anyone there.")]),
            new Callout(CalloutKind.Example, "Questions for a visit", [new ListBlock(false, 1, true, [[Says("Who else is there?")], [Says("Who listens?")]])]),
            Heading(level, "Large or small", "size"),
            new TableBlock(
                [new Text("What size can mean")],
                [[new Text("Size")], [new Text("What it can give")], [new Text("What to watch for")]],
                [Alignment.Start, Alignment.Start, Alignment.Start],
                [
                    [[new Text("Large")], [new Text("Confidentiality, and more places to go for help")], [new Text("Misused power may happen again without a consequence.")]],
                    [[new Text("Small")], [new Text("A mentor, and more chances to learn")], [new Text("Hearing complaints may be nobody’s job.")]],
                ]),
            new QuoteBlock([Says("We began with one phone call.")]),
            new Paragraph(
            [
                new Text("See "), new InternalLink("guide/vetting.html", "three-things", [new Text("the three things")]), new Text(", the "),
                new InternalLink("tools/expectations.html", "", [new Text("worksheet")]), new Text(" and "),
                new ExternalLink("https://example.org/", [new Text("a page elsewhere")]), new Text("."), new FootnoteReference(1, note, 2),
            ]),
        ];
    }

    private static Paragraph Says(string text) => new([new Text(text)]);

    private static Heading Heading(int level, string text, string id) => new(level, id, [new Text(text)]);

    private static Field Long(string instrument, string id, string label, int lines) =>
        new(FieldId.Of(instrument, id), FieldKind.LongText, label) { Lines = lines };

    private static ChecklistItem Task(string id, string text) =>
        new(id, [new Text(text)], new Field(FieldId.Of("first-meeting", id), FieldKind.Check, text));

    private static AssessmentItem Item(int number, string id, string question, bool critical = false, bool evidence = false) => new(
        id,
        number,
        [new Text(question)],
        critical,
        new Field(FieldId.Of("partner-vetting", id, "answer"), FieldKind.Choice, question, Scale.All),
        new Field(FieldId.Of("partner-vetting", id, "help"), FieldKind.Check, "We need help with this: " + question),
        new Field(FieldId.Of("partner-vetting", id, "note"), FieldKind.LongText, "Note: " + question),
        evidence ? new Field(FieldId.Of("partner-vetting", id, "evidence"), FieldKind.Text, "How do you know? " + question) : null);
}
