using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Answers travel: into a document, and back into another browser.</summary>
public sealed class BackAndForthTests(GuideSite site)
{
    private const string Note = "Línea uno\nvới đối tác 合作 شراكة";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("docx", false)]
    [InlineData("pdf", false)]
    [InlineData("docx", true)]
    [InlineData("pdf", true)]
    public async Task A_filled_assessment_comes_back_whole_in_a_browser_that_never_saw_it(string format, bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        var options = new VisitOptions { FromDisk = fromDisk };
        string file;
        Dictionary<string, string> given;
        await using (var first = await site.OpenAsync(Team.Vetting, options))
        {
            var team = new Team(first);
            await team.StartedAsync();
            await team.AddPartnerAsync("Harbor Street Bakery");
            await AnswerEverythingAsync(team);
            given = await AnswersAsync(team);
            file = await team.DownloadAsync(format, folder.Path);
            first.AssertQuiet();
        }

        await using var second = await site.OpenAsync(Team.Vetting, options);
        var other = new Team(second);
        await other.StartedAsync();
        await other.ChooseFilesAsync(file);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickSteadyAsync();
        await other.Page.Locator(".differences").WaitForAsync();
        Assert.Empty(await second.AxeAsync());
        await other.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take [0-9]+ answers$") }).ClickSteadyAsync();
        await other.Notice.WaitForAsync();

        await Assertions.Expect(other.Page.Locator(".who [aria-current]")).ToContainTextAsync("Harbor Street Bakery");
        Assert.Equal(given, await AnswersAsync(other));

        await other.ChooseFilesAsync(file);
        await other.Page.GetByText("Nothing in this file differs").WaitForAsync();
        second.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_was_taken_from_a_file_can_be_undone_and_conflicts_are_left_to_the_person()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Cell("r1", "who").FillAsync("In the file");
        var file = await team.DownloadAsync("docx", folder.Path);
        await team.EraseEverythingAsync();
        await (await team.OpenCellAsync("r1", "next-step")).FillAsync("Only here");
        await team.Cell("r2", "who").FillAsync("Second row, only here");

        await team.ChooseFilesAsync(file);
        await team.Page.Locator(".differences").WaitForAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take 1 answer$") }).ClickSteadyAsync();
        await team.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('[name$=\".who\"]')].some(c => c.value === 'In the file')");
        await Assertions.Expect(team.Cell("r1", "next-step")).ToHaveValueAsync("Only here");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Second row, only here");

        await team.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await team.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('[name$=\".who\"]')].every(c => c.value !== 'In the file')");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("Second row, only here");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_saved_workbook_opens_in_another_browser_and_damaged_or_newer_ones_change_nothing()
    {
        using var folder = new TemporaryFolder();
        string text;
        await using (var first = await site.OpenAsync(Team.Map))
        {
            var team = new Team(first);
            await team.StartedAsync();
            await team.Cell("r2", "who").FillAsync("Two Rivers College");
            var download = await team.SaveFileAsync();
            text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        }

        await using var second = await site.OpenAsync(Team.Map);
        var other = new Team(second);
        await other.StartedAsync();
        foreach (var (wrong, says) in new[] { (text.Replace("\"version\": 1", "\"version\": 3", StringComparison.Ordinal), "newer version"), (text[..^20], "damaged"), ("hello", "not made by this site") })
        {
            await other.ChooseFilesAsync(Write(wrong));
            await Assertions.Expect(other.Page.Locator(".read__file [role=alert]")).ToContainTextAsync(says);
            await Assertions.Expect(other.Cell("r2", "who")).ToHaveValueAsync("");
        }

        await other.ChooseFilesAsync(Write(text));
        await other.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^Open this workbook \(1 answer, last changed .*[0-9]{4}\)$") }).ClickSteadyAsync();
        await Assertions.Expect(other.Cell("r2", "who")).ToHaveValueAsync("Two Rivers College");

        // Taking it back takes back nothing else.
        await other.Cell("r3", "who").FillAsync("Typed after");
        await other.Notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickSteadyAsync();
        await Assertions.Expect(other.Cell("r2", "who")).ToHaveValueAsync("");
        await Assertions.Expect(other.Cell("r3", "who")).ToHaveValueAsync("Typed after");

        string Write(string content)
        {
            var path = Path.Combine(folder.Path, $"{content.Length}.workbook.json");
            File.WriteAllText(path, content);
            return path;
        }
    }

    private static async Task AnswerEverythingAsync(Team team)
    {
        await team.Page.EvaluateAsync(
            """
            () => {
              const names = [...new Set([...document.querySelectorAll('.instrument input[type=radio]')].map(r => r.name))]
              names.forEach((name, i) => {
                const radios = [...document.getElementsByName(name)]
                radios[i % radios.length].click()
              })
              document.querySelectorAll('.instrument input[type=checkbox]').forEach((box, i) => { if (i % 3 === 0) box.click() })
            }
            """);
        var note = team.Page.Locator("textarea[name$='.note']").First;
        await team.Page.Locator("details:has(textarea[name$='.note']) summary").First.ClickSteadyAsync();
        await note.FillAsync(Note);
        await team.SavedAsync();
    }

    private static Task<Dictionary<string, string>> AnswersAsync(Team team) => team.Page.EvaluateAsync<Dictionary<string, string>>(
        """
        () => Object.fromEntries([...document.querySelectorAll('.instrument [name]')]
          .filter(c => c.type === 'radio' || c.type === 'checkbox' ? c.checked : c.value !== '').map(c => [c.name, c.value]))
        """);
}
