using DocumentFormat.OpenXml;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>
/// Word files that the browser completes by cloning rows: comparison of partners, results, action plan, everything. A
/// place for one text has the tag <c>text:NAME</c>; a row that is repeated stands in a section <c>row:NAME</c>, its places
/// have the tags <c>cell:NAME</c>. The names are listed in <c>theme/scripts/documents/templates/api.ts</c>: change both.
/// </summary>
internal static class DocxTemplates
{
    private const string SelfAssessment =
        "This is a self-assessment: it says how your team sees things on one day. It is no validated measure and no benchmark.";

    /// <summary>The templates by file id, in the language and on the paper of the settings.</summary>
    public static IReadOnlyList<(string Id, byte[] Content)> All(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            Make(settings, "template-comparison", "Partners side by side", landscape: false, Comparison),
            Make(settings, "template-results", "Where we stand", landscape: false, Results),
            Make(settings, "template-plan", "Action plan", landscape: true, Plan),
            Make(settings, "template-everything", "Our workbook", landscape: false, Everything),
        ];
    }

    private static void Comparison(DocxWriter writer)
    {
        About(writer, ("tool", "Tool"), ("date", "Date"));
        Says(writer, SelfAssessment);
        writer.Heading(2, "At a glance", "");
        Rows(writer, "partner", "Partners", [("partner", "Partner", 34), ("answered", "Answered", 18), ("result", "Result", 24), ("help", "Help wanted", 24)]);
        writer.Heading(2, "Question by question", "");
        Says(writer, "Key questions come first. Where partners differ, it says so.");
        var widths = Widths(writer, [30, 24, 46]);
        Grouped(writer, "Question by question", widths, ["Partner", "Answer", "Note"], "question", [("question", "Question"), ("mark", "Mark")],
            "answer", [("partner", "Partner"), ("answer", "Answer"), ("note", "Note")]);
    }

    private static void Results(DocxWriter writer)
    {
        About(writer, ("tool", "Tool"), ("subject", "About"), ("date", "Date"), ("answered", "Answered"));
        Says(writer, SelfAssessment);
        writer.Paragraph("Normal", writer.Controls.Slot("text:rule", "How results are counted"));
        writer.Heading(2, "Part by part", "");
        Rows(writer, "domain", "Part by part", [("domain", "Part", 40), ("result", "Result", 24), ("answered", "Answered", 18), ("help", "Help wanted", 18)]);
        writer.Heading(2, "What is in place", "");
        Rows(writer, "strength", "What is in place", [("question", "Question", 74), ("answer", "Answer", 26)]);
        writer.Heading(2, "Where to go next", "");
        Rows(writer, "gap", "Where to go next", [("question", "Question", 58), ("answer", "Answer", 20), ("mark", "Mark", 22)]);
        writer.Heading(2, "Where help is wanted", "");
        Rows(writer, "help", "Where help is wanted", [("question", "Question", 52), ("note", "Note", 48)]);
    }

    private static void Plan(DocxWriter writer)
    {
        About(writer, ("subject", "About"), ("date", "Date"));
        Rows(writer, "step", "Steps",
        [
            ("what", "What to work on", 26), ("first", "First step", 22), ("who", "Who (a role)", 13), ("due", "By when", 10),
            ("state", "Where it stands", 11), ("partners", "Who could help", 18),
        ]);
    }

    private static void Everything(DocxWriter writer)
    {
        About(writer, ("date", "Date"), ("summary", "In it"));
        // Worksheets have long answers, assessments long notes.
        var widths = Widths(writer, [38, 34, 28]);
        Grouped(writer, "All answers", widths, ["Question", "Answer", "Note"], "tool", [("tool", "Tool"), ("subject", "About")],
            "answer", [("question", "Question"), ("answer", "Answer"), ("note", "Note")]);
    }

    private static (string Id, byte[] Content) Make(SiteSettings settings, string id, string title, bool landscape, Action<DocxWriter> content)
    {
        var document = new Document { Id = id, Title = title, Kind = DocumentKind.Chapter, Page = "", Blocks = [], Instruments = [] };
        return (id, DocxFile.Write(document, settings, [], landscape, content));
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

    /// <summary>A table with one repeated row.</summary>
    private static void Rows(DocxWriter writer, string row, string caption, IReadOnlyList<(string Name, string Label, double Weight)> columns)
    {
        var widths = Widths(writer, [.. columns.Select(c => c.Weight)]);
        var table = Headed(caption, widths, [.. columns.Select(c => c.Label)]);
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
        var table = Headed(caption, widths, headings);
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

    private static W.Table Headed(string caption, IReadOnlyList<int> widths, string[] headings)
    {
        var table = DocxTables.Table(widths, DocxTables.Grid(), caption, header: true);
        table.Append(DocxTables.Row(
            headings.Select((text, i) => DocxTables.Cell(widths[i], [Wml.Paragraph("CellHead", Wml.Run(text))], DocxColors.Wash)), header: true));
        return table;
    }

    private static W.TableCell Slot(DocxWriter writer, int width, string name, string label) =>
        DocxTables.Cell(width, [Wml.Paragraph("Cell", writer.Controls.Slot("cell:" + name, label))]);

    private static int[] Widths(DocxWriter writer, IReadOnlyList<double> weights) => [.. DocxTables.Share(writer.Width, weights)];
}
