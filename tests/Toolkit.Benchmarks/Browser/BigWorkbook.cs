using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Toolkit.Benchmarks.Browser;

/// <summary>
/// A made-up guide with an assessment and a table, both far longer than any in the real guide, and a workbook in which
/// every field of them is answered: the assessment for each of five partners.
/// </summary>
internal static class BigWorkbook
{
    /// <summary>Questions of the assessment; each has an answer, a tick for help, how-we-know and a note.</summary>
    public const int Questions = 100;

    /// <summary>Whom the assessment is answered about.</summary>
    public const int Partners = 5;

    /// <summary>Answers in the assessment about one partner, and so on its page.</summary>
    public const int AnswersOnPage = Questions * 4;

    /// <summary>Answers in the assessment about all of them.</summary>
    public const int Answers = AnswersOnPage * Partners;

    /// <summary>Rows of the table.</summary>
    public const int Rows = 1000;

    /// <summary>Columns of the table, by id.</summary>
    public static readonly string[] Columns = ["who", "tie", "strengths", "by-when"];

    private const int PerDomain = 25;

    private static readonly string[] Ties = ["close", "loose", "none"];

    /// <summary>Output path of the page with the assessment.</summary>
    public const string AssessmentPage = "tools/big-check.html";

    /// <summary>Output path of the page with the table.</summary>
    public const string TablePage = "tools/big-map.html";

    /// <summary>Writes the guide.</summary>
    public static void WriteGuide(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "tools"));
        File.WriteAllText(Path.Combine(folder, "settings.yml"), """
            SiteTitle: Made up
            GuideVersion: "1"
            Credit: Made up.
            Scales:
              in-place:
                Options:
                  - { Id: not-yet, Label: Not yet, Value: 0 }
                  - { Id: starting, Label: Starting, Value: 1 }
                  - { Id: mostly, Label: Mostly, Value: 2 }
                  - { Id: in-place, Label: In place, Value: 3 }
            Lists:
              tie:
                - { Id: close, Label: Close }
                - { Id: loose, Label: Loose }
                - { Id: none, Label: None yet }
            """);
        File.WriteAllText(Path.Combine(folder, "index.md"), "---\nTitle: Home\nLayout: home\n---\n\nA made-up guide.\n");
        File.WriteAllText(Path.Combine(folder, "workbook.md"), "---\nTitle: My workbook\nLayout: workbook\n---\n\nAll of it.\n");
        File.WriteAllText(Path.Combine(folder, "tools", "big-check.md"), Assessment());
        File.WriteAllText(Path.Combine(folder, "tools", "big-map.md"), """
            ---
            Title: Big map
            Layout: tool
            ---

            Made up.

            ::: worksheet {#big-map}
            ## Map {#map}

            Table: Organizations {#rows rows=3}

            | Organization {#who} | Tie {#tie list=tie} | Strengths {#strengths .long} | By when {#by-when .date} |
            |---|---|---|---|
            |  |  |  |  |

            :::
            """);
    }

    /// <summary>The workbook file.</summary>
    public static string Json()
    {
        var subjects = new SortedDictionary<string, object>(StringComparer.Ordinal);
        for (var partner = 1; partner <= Partners; partner++)
        {
            var about = new SortedDictionary<string, object>(StringComparer.Ordinal);
            for (var n = 1; n <= Questions; n++)
            {
                Answer(about, $"big-check.q{n}.answer", n % 2 == 0 ? "mostly" : "starting");
                Answer(about, $"big-check.q{n}.help", "yes");
                Answer(about, $"big-check.q{n}.evidence", $"We saw the paper for question {n} when we visited.");
                Answer(about, $"big-check.q{n}.note", $"Note on question {n}: ask again when we meet, and write down who said what.");
            }

            subjects.Add($"p{partner}", new { answers = about, rows = new { } });
        }

        var cells = new SortedDictionary<string, object>(StringComparer.Ordinal);
        for (var n = 1; n <= Rows; n++)
        {
            Answer(cells, $"big-map.rows.r{n}.who", $"Organization number {n}");
            Answer(cells, $"big-map.rows.r{n}.tie", Ties[n % Ties.Length]);
            Answer(cells, $"big-map.rows.r{n}.strengths", $"Strength {n}: training, and a van that can be borrowed.");
            Answer(cells, $"big-map.rows.r{n}.by-when", "2026-03-14");
        }

        var added = Enumerable.Range(4, Rows - 3).Select(n => new { key = $"r{n}", place = n, at = 1, by = "bench", born = $"1-b{n}" });
        subjects.Add("agency", new { answers = cells, rows = new Dictionary<string, object> { ["big-map.rows"] = added } });
        return JsonSerializer.Serialize(new
        {
            format = "partnership-toolkit-workbook",
            version = 1,
            id = "wbench",
            guide = "1",
            partners = Enumerable.Range(1, Partners).Select(n => new { id = $"p{n}", name = $"Partner {n}", at = 1, by = "bench" }),
            subjects,
        });

        static void Answer(SortedDictionary<string, object> answers, string field, string value) => answers.Add(field, new { value, at = 1, by = "bench" });
    }

    private static string Assessment()
    {
        var text = new StringBuilder("---\nTitle: Big check\nLayout: tool\n---\n\nMade up.\n\n::: assessment {#big-check scale=in-place per=partner}\n");
        for (var n = 1; n <= Questions; n++)
        {
            if (n % PerDomain == 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n## Part {1 + (n / PerDomain)} {{#part-{1 + (n / PerDomain)}}}\n\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"- Is the thing number {n} in place, and does everyone know it? {{#q{n} .evidence}}\n");
        }

        return text.Append("\n:::\n").ToString();
    }
}
