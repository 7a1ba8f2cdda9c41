using System.Net;
using System.Text;
using System.Text.Json;

namespace Toolkit.Benchmarks.Browser;

/// <summary>The questions of one of our pages, written as the least page that keeps answers, and for SurveyJS's form library.</summary>
internal static class PeerPages
{
    /// <summary>A question with its name, its words and the words of its options.</summary>
    internal sealed record Asked(string Name, string Text, string[] Options);

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Questions</title>
        """;

    /// <summary>Writes <c>bare.html</c> and <c>survey.html</c> with what they need into a folder.</summary>
    public static void Write(IReadOnlyList<Asked> questions, string folder)
    {
        var peer = Peer.Folder();
        foreach (var file in Directory.GetFiles(Path.Combine(peer, "forms")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var file in (string[])["survey-core/survey.core.min.js", "survey-core/survey-core.fontless.min.css", "survey-js-ui/survey-js-ui.min.js"])
        {
            File.Copy(Path.Combine(peer, "node_modules", file), Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        File.WriteAllText(Path.Combine(folder, "bare.html"), Bare(questions));
        File.WriteAllText(Path.Combine(folder, "survey.html"), Survey(questions));
    }

    private static string Bare(IReadOnlyList<Asked> questions)
    {
        var page = new StringBuilder(Head).Append("\n<link rel=\"stylesheet\" href=\"bare.css\">\n<h1>Questions</h1>\n<form>\n");
        foreach (var question in questions)
        {
            page.Append("<fieldset><legend>").Append(WebUtility.HtmlEncode(question.Text)).Append("</legend>\n");
            foreach (var option in question.Options)
            {
                var text = WebUtility.HtmlEncode(option);
                page.Append("<label><input type=\"radio\" name=\"").Append(question.Name).Append("\" value=\"").Append(text).Append("\"> ").Append(text).Append("</label>\n");
            }

            page.Append("</fieldset>\n");
        }

        return page.Append("</form>\n<script src=\"bare.js\"></script>\n</html>\n").ToString();
    }

    private static string Survey(IReadOnlyList<Asked> questions)
    {
        var model = JsonSerializer.Serialize(new
        {
            elements = questions.Select(q => new { type = "radiogroup", name = q.Name.Replace('.', '-'), title = q.Text, choices = q.Options }),
        });
        return $"""
            {Head}
            <link rel="stylesheet" href="survey-core.fontless.min.css">
            <div id="survey"></div>
            <script type="application/json" id="model">{model}</script>
            <script src="survey.core.min.js"></script>
            <script src="survey-js-ui.min.js"></script>
            <script src="survey.js"></script>
            </html>
            """;
    }
}
