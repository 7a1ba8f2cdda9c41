using DocumentFormat.OpenXml;
using Toolkit.Model;
using Toolkit.Words;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// Word files that the browser completes by cloning rows: comparison of partners, of rounds and of colleagues, results, action plan, community map, the record of a meeting, everything, a draft. A
/// place for one text has the tag <c>text:NAME</c>; a row that is repeated stands in a section <c>row:NAME</c>, its places
/// have the tags <c>cell:NAME</c>. The names are listed in <c>theme/scripts/documents/templates/api.ts</c>: change both.
/// </summary>
internal static class DocxTemplates
{
    /// <summary>How many partners have room beside each other; of more, each question has a row for each partner.</summary>
    private const int MostBeside = 4;

    /// <summary>The templates by file id, in the language and on the paper of the settings.</summary>
    public static IReadOnlyList<(string Id, byte[] Content)> All(SiteSettings settings, LanguageWords words)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(words);
        var report = words.Documents.Report;
        return
        [
            Make(settings, words, "template-comparison", words.Common.SideBySide, landscape: true, Comparison),
            .. Enumerable.Range(2, MostBeside - 1).Select(partners =>
                Make(settings, words, $"template-side-{partners}", words.Common.SideBySide, landscape: true, writer => Beside(writer, partners))),
            Make(settings, words, "template-results", report.Title, landscape: false, Results),
            Make(settings, words, "template-rounds", words.Common.ThenAndNow, landscape: false, Rounds),
            Make(settings, words, "template-together", words.Common.Together, landscape: true, Together),
            Make(settings, words, "template-plan", words.Common.Plan, landscape: true, Plan),
            Make(settings, words, "template-map", report.Map, landscape: false, Map),
            Make(settings, words, "template-meeting", report.Meeting, landscape: false, Meeting, dense: true),
            Make(settings, words, "template-everything", report.Everything, landscape: false, Everything),
            Make(settings, words, "template-draft", report.Draft, landscape: false, Draft, slot: "text:title"),
        ];
    }

    private static void Comparison(DocxWriter writer)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        About(writer, ("tool", words.Tool), ("date", words.Date));
        Says(writer, report.SelfAssessment);
        writer.Heading(2, report.AtAGlance, "");
        Rows(writer, "partner", words.Partners,
            [("partner", words.Partner, 28), ("verdict", report.Decided, 30), ("answered", words.Answered, 12), ("result", report.Result, 16), ("help", words.HelpWanted, 14)]);
        writer.Heading(2, report.ByQuestion, "");
        Says(writer, report.Order);
        var widths = Widths(writer, [24, 16, 30, 30]);
        Grouped(writer, report.ByQuestion, widths, [words.Partner, words.Answer, words.HowDoYouKnow, words.Note], "question", [("question", words.Question), ("mark", words.Mark)],
            "answer", [("partner", words.Partner), ("answer", words.Answer), ("evidence", words.HowDoYouKnow), ("note", words.Note)]);
    }

    /// <summary>A column for each partner: at a glance, then question by question.</summary>
    private static void Beside(DocxWriter writer, int partners)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        var numbers = Enumerable.Range(1, partners).ToList();
        var widths = Widths(writer, [28, .. numbers.Select(_ => 72.0 / partners)]);
        About(writer, ("tool", words.Tool), ("date", words.Date));
        Says(writer, report.SelfAssessment);
        writer.Heading(2, report.AtAGlance, "");
        var glance = Titled(writer, report.AtAGlance, words.Partner, widths);
        foreach (var (name, label) in new[] { ("verdict", report.Decided), ("answered", words.Answered), ("result", report.Result), ("help", words.HelpWanted) })
        {
            glance.Append(DocxTables.Row(numbers.Select(n => DocxTables.Cell(widths[n], [Wml.Paragraph("Cell", writer.Controls.Slot($"text:{name}{n}", label))]))
                .Prepend(DocxTables.Cell(widths[0], [Wml.Paragraph("Label", Wml.Run(label))], DocxColors.Wash))));
        }

        writer.Add(glance);
        writer.Paragraph("Gap");
        writer.Heading(2, report.ByQuestion, "");
        Says(writer, report.Order);
        var table = Titled(writer, report.ByQuestion, words.Question, widths);
        var pattern = DocxTables.Row(numbers.Select(n => DocxTables.Cell(widths[n],
                [Wml.Paragraph("Cell", writer.Controls.Slot($"cell:answer{n}", words.Answer, "Strong"), writer.Controls.Slot($"cell:more{n}", words.Note))]))
            .Prepend(DocxTables.Cell(widths[0], [Wml.Paragraph("Cell", writer.Controls.Slot("cell:question", words.Question), writer.Controls.Slot("cell:mark", words.Mark, "Strong"))])));
        table.Append(writer.Controls.Repeating("row:question", report.ByQuestion, [pattern]));
        writer.Add(table);
        writer.Paragraph("Gap");
    }

    /// <summary>A table whose columns are headed by partners.</summary>
    private static W.Table Titled(DocxWriter writer, string caption, string first, int[] widths)
    {
        var table = DocxTables.Table(widths, DocxTables.Grid(), caption, header: true);
        table.Append(DocxTables.Row(
            widths.Select((width, i) => DocxTables.Cell(
                width, [Wml.Paragraph("CellHead", i == 0 ? Wml.Run(first) : writer.Controls.Slot($"text:partner{i}", writer.Words.Common.Partner))], DocxColors.Wash)),
            header: true));
        return table;
    }

    private static void Results(DocxWriter writer)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        About(writer, ("tool", words.Tool), ("subject", words.About), ("date", words.Date), ("answered", words.Answered));
        Says(writer, report.SelfAssessment);
        writer.Paragraph("Normal", writer.Controls.Slot("text:rule", report.Rule));
        writer.Heading(2, report.ByArea, "");
        Rows(writer, "domain", report.ByArea, [("domain", words.Area, 40), ("result", report.Result, 24), ("answered", words.Answered, 18), ("help", words.HelpWanted, 18)]);
        writer.Heading(2, words.StillToAsk, "");
        Rows(writer, "ask", words.StillToAsk, [("question", words.Question, 52), ("note", words.Note, 48)]);
        writer.Heading(2, words.InPlace, "");
        Rows(writer, "strength", words.InPlace, [("question", words.Question, 74), ("answer", words.Answer, 26)]);
        writer.Heading(2, words.WhereToBegin, "");
        Rows(writer, "gap", words.WhereToBegin, [("question", words.Question, 58), ("answer", words.Answer, 20), ("mark", words.Mark, 22)]);
        writer.Heading(2, report.HelpWhere, "");
        Rows(writer, "help", report.HelpWhere, [("question", words.Question, 52), ("note", words.Note, 48)]);
    }

    private static void Rounds(DocxWriter writer)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        About(writer, ("tool", words.Tool), ("subject", words.About), ("then", report.Then), ("now", report.Now), ("date", words.Date));
        Says(writer, report.SelfAssessment);
        writer.Paragraph("Normal", writer.Controls.Slot("text:headline", report.Change, "Strong"));
        writer.Heading(2, report.ByArea, "");
        Rows(writer, "area", report.ByArea, [("area", words.Area, 52), ("then", report.Then, 24), ("now", report.Now, 24)]);
        writer.Heading(2, report.ByQuestion, "");
        Rows(writer, "question", report.ByQuestion,
            [("question", words.Question, 38), ("mark", words.Mark, 13), ("then", report.Then, 15), ("now", report.Now, 15), ("change", report.Change, 19)]);
    }

    private static void Together(DocxWriter writer)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        About(writer, ("tool", words.Tool), ("subject", words.About), ("views", report.Views), ("date", words.Date));
        Says(writer, report.SelfAssessment);
        Rows(writer, "question", report.ByQuestion,
            [("question", words.Question, 28), ("mark", words.Mark, 11), ("said", report.Said, 34), ("spread", report.Spread, 10), ("ours", report.Ours, 17)]);
    }

    private static void Plan(DocxWriter writer)
    {
        var (words, step) = (writer.Words.Common, writer.Words.Common.Step);
        About(writer, ("subject", words.About), ("date", words.Date));
        Rows(writer, "step", writer.Words.Documents.Report.Steps,
        [
            ("what", step.What, 26), ("first", step.First, 22), ("who", step.Who, 13), ("due", step.Due, 10),
            ("state", step.State, 11), ("partners", step.Partners, 18),
        ]);
    }

    private static void Map(DocxWriter writer)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        About(writer, ("shows", report.MapShows), ("date", words.Date));
        Grouped(writer, report.Map, Widths(writer, [30, 70]), [report.MapCloseness, report.MapOrganizations], "sector", [("sector", report.Map), ("count", words.Answered)],
            "place", [("closeness", report.MapCloseness), ("organizations", report.MapOrganizations)]);
    }

    private static void Meeting(DocxWriter writer)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        Pairs(writer, ("tool", words.Tool), ("date", words.Date), ("roles", report.MeetingRoles), ("again", report.MeetingAgain), ("looked", report.MeetingLooked));
        writer.Heading(2, report.MeetingAgreed, "");
        Rows(writer, "decision", report.MeetingAgreed,
            [("question", words.Question, 43), ("answer", report.MeetingAnswer, 10), ("why", report.MeetingWhy, 29), ("differ", report.MeetingDiffer, 18)]);
        writer.Heading(2, report.MeetingSteps, "");
        Rows(writer, "step", report.MeetingSteps, [("what", words.Step.What, 52), ("who", words.Step.Who, 28), ("due", words.Step.Due, 20)]);
        Left(writer, ("parked", report.MeetingParked), ("open", report.MeetingOpen));
        writer.Paragraph("SmallPrint", Wml.Run(report.SelfAssessment));
    }

    private static void Everything(DocxWriter writer)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        About(writer, ("date", words.Date), ("summary", report.Summary));
        // Worksheets have long answers, assessments long notes.
        var widths = Widths(writer, [38, 34, 28]);
        Grouped(writer, words.AllAnswers, widths, [words.Question, words.Answer, words.Note], "tool", [("tool", words.Tool), ("subject", words.About)],
            "answer", [("question", words.Question), ("answer", words.Answer), ("note", words.Note)]);
    }

    /// <summary>A running text: paragraphs, and headings with paragraphs under them, in sections without a table.</summary>
    private static void Draft(DocxWriter writer)
    {
        var (words, report) = (writer.Words.Common, writer.Words.Documents.Report);
        About(writer, ("subject", words.About), ("date", words.Date));
        Says(writer, report.DraftIs);
        Says(writer, report.DraftNext);
        writer.Add(Said("opening"));
        writer.Add(writer.Controls.RepeatingBlock("row:section", report.Draft,
            [Wml.Paragraph("Heading2", writer.Controls.Slot("cell:heading", report.Draft)), Said("paragraph")]));

        W.SdtBlock Said(string row) => writer.Controls.RepeatingBlock("row:" + row, report.Draft,
            [Wml.Paragraph("Normal", writer.Controls.Slot("cell:lead", words.Question, "Strong"), writer.Controls.Slot("cell:text", words.Answer))]);
    }

    private static (string Id, byte[] Content) Make(
        SiteSettings settings, LanguageWords words, string id, string title, bool landscape, Action<DocxWriter> content, string slot = "", bool dense = false)
    {
        var document = new Document { Id = id, Title = title, Kind = DocumentKind.Chapter, Page = "", Blocks = [], Instruments = [] };
        return (id, DocxFile.Write(document, settings, words, [], landscape, content, slot, dense));
    }

    private static void Says(DocxWriter writer, string text) => writer.Paragraph("HowTo", Wml.Run(text));

    /// <summary>A table of single texts: what it is about, when, from whom.</summary>
    private static void About(DocxWriter writer, params (string Name, string Label)[] texts)
    {
        var widths = Widths(writer, [26, 74]);
        var table = DocxTables.Table(widths, DocxTables.Grid());
        foreach (var (name, label) in texts)
        {
            table.Append(DocxTables.Row(
            [
                DocxTables.Cell(widths[0], [Wml.Paragraph("Label", Wml.Run(label))], DocxColors.Wash),
                DocxTables.Cell(widths[1], [Wml.Paragraph("Answer", writer.Controls.Slot("text:" + name, label))]),
            ]));
        }

        writer.Add(table);
        writer.Paragraph("Gap");
    }

    /// <summary>A table of single texts, two in each row; the last one of an odd number takes the whole of it.</summary>
    private static void Pairs(DocxWriter writer, params (string Name, string Label)[] texts)
    {
        var widths = Widths(writer, [13, 47, 14, 26]);
        var table = DocxTables.Table(widths, DocxTables.Grid(), padding: writer.Padding);
        foreach (var pair in texts.Chunk(2))
        {
            table.Append(DocxTables.Row(pair.SelectMany((text, i) =>
            {
                var isWhole = pair.Length == 1;
                var width = isWhole ? widths.Skip(1).Sum() : widths[(2 * i) + 1];
                return new[]
                {
                    DocxTables.Cell(widths[2 * i], [Wml.Paragraph("Label", Wml.Run(text.Label))], DocxColors.Wash),
                    DocxTables.Cell(width, [Wml.Paragraph("Answer", writer.Controls.Slot("text:" + text.Name, text.Label))], span: isWhole ? 3 : 1),
                };
            })));
        }

        writer.Add(table);
        writer.Paragraph("Gap");
    }

    /// <summary>Two lists beside each other, each under what it is called.</summary>
    private static void Left(DocxWriter writer, params (string Name, string Label)[] texts)
    {
        var widths = Widths(writer, [.. texts.Select(_ => 100.0 / texts.Length)]);
        var table = Headed(writer, string.Join(", ", texts.Select(text => text.Label)), widths, [.. texts.Select(text => text.Label)]);
        table.Append(DocxTables.Row(texts.Select((text, i) => DocxTables.Cell(widths[i], [Wml.Paragraph("Cell", writer.Controls.Slot("text:" + text.Name, text.Label))]))));
        writer.Add(table);
        writer.Paragraph("Gap");
    }

    /// <summary>A table with one repeated row.</summary>
    private static void Rows(DocxWriter writer, string row, string caption, IReadOnlyList<(string Name, string Label, double Weight)> columns)
    {
        var widths = Widths(writer, [.. columns.Select(c => c.Weight)]);
        var table = Headed(writer, caption, widths, [.. columns.Select(c => c.Label)]);
        var pattern = DocxTables.Row(columns.Select((c, i) => Slot(writer, widths[i], c.Name, c.Label)));
        table.Append(writer.Controls.Repeating("row:" + row, caption, [pattern]));
        writer.Add(table);
        writer.Paragraph("Gap");
    }

    /// <summary>A table in which a row that names a group is repeated, and under each the rows of that group.</summary>
    private static void Grouped(
        DocxWriter writer,
        string caption,
        int[] widths,
        string[] headings,
        string group,
        (string Name, string Label)[] named,
        string row,
        (string Name, string Label)[] columns)
    {
        var table = Headed(writer, caption, widths, headings);
        OpenXmlElement[] words =
        [
            .. named.SelectMany((part, i) => i == 0
                ? new OpenXmlElement[] { writer.Controls.Slot("cell:" + part.Name, part.Label) }
                : [Wml.Run("   "), writer.Controls.Slot("cell:" + part.Name, part.Label)]),
        ];
        var heading = Wml.Paragraph("Label", words);
        heading.ParagraphProperties!.KeepNext = new();
        var first = DocxTables.Row([DocxTables.Cell(widths.Sum(), [heading], DocxColors.Wash, span: widths.Length)]);
        var pattern = DocxTables.Row(columns.Select((c, i) => Slot(writer, widths[i], c.Name, c.Label)));
        var inner = writer.Controls.Repeating("row:" + row, caption, [pattern]);
        table.Append(writer.Controls.Repeating("row:" + group, caption, [[first, inner]]));
        writer.Add(table);
        writer.Paragraph("Gap");
    }

    private static W.Table Headed(DocxWriter writer, string caption, IReadOnlyList<int> widths, string[] headings)
    {
        var table = DocxTables.Table(widths, DocxTables.Grid(), caption, header: true, padding: writer.Padding);
        table.Append(DocxTables.Row(
            headings.Select((text, i) => DocxTables.Cell(widths[i], [Wml.Paragraph("CellHead", Wml.Run(text))], DocxColors.Wash)), header: true));
        return table;
    }

    private static W.TableCell Slot(DocxWriter writer, int width, string name, string label) =>
        DocxTables.Cell(width, [Wml.Paragraph("Cell", writer.Controls.Slot("cell:" + name, label))]);

    private static int[] Widths(DocxWriter writer, IReadOnlyList<double> weights) => [.. DocxTables.Share(writer.Width, weights)];
}
