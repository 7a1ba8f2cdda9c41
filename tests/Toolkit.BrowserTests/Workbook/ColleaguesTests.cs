using Microsoft.Playwright;
using Toolkit.BrowserTests.Files;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Colleagues answer each alone and send what they saved: as a workbook, a Word file or a PDF.</summary>
public sealed class ColleaguesTests(GuideSite site)
{
    private const string Partner = "Harbor Street Bakery";
    private const string Money = "partner-vetting.time-money-effort";
    private const string Goals = "partner-vetting.shared-goals";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Three_of_them_differ_and_the_team_agrees_meets_and_has_a_record(int width)
    {
        using var folder = new TemporaryFolder();
        string[] files =
        [
            await AnsweredAsync(folder, "json", Partner, "not-yet", "Not for drivers"),
            await AnsweredAsync(folder, "docx", "harbor street bakery", "in-place", ""),
            await AnsweredAsync(folder, "pdf", Partner, "starting", ""),
        ];
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = width, Height = 720 });
        var (team, page) = (new Team(visit), visit.Page);
        await team.StartedAsync();
        await team.AddPartnerAsync(Partner);
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var together = await team.TogetherAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(files);
        await Assertions.Expect(together).ToContainTextAsync("3 files are read");
        foreach (var (role, i) in new[] { "Case manager", "Program director", "Job coach" }.Select((role, i) => (role, i)))
        {
            await together.GetByLabel("Role or letter").Nth(i).FillAsync(role);
        }

        await together.GetByRole(AriaRole.Button, new() { Name = "Keep them beside ours" }).ClickSteadyAsync();
        var rows = together.Locator("table.together > tbody > tr");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("1 says Not yet, 1 says Starting, and 1 says In place.");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Far apart");
        await Assertions.Expect(together.Locator("table.together")).ToContainTextAsync("3 say Mostly.");
        await visit.AssertWellAsync();
        await rows.Nth(0).GetByText("Agree on an answer").ClickSteadyAsync();
        await rows.Nth(0).GetByLabel("Starting").CheckSteadyAsync();
        await rows.Nth(0).GetByLabel("Why").FillAsync("There is a plan for the fall.");
        await rows.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Keep this answer" }).ClickSteadyAsync();
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("In our workbook: Starting. There is a plan for the fall.");

        var word = OfficeFiles.WordRows(await TakeAsync(together, "docx", folder));
        Assert.Contains(word, row => row is [_, _, var said, "Far apart", "Starting\nThere is a plan for the fall."] && said.Contains("Case manager: Not for drivers", StringComparison.Ordinal));
        var sheets = OfficeFiles.Sheets(await TakeAsync(together, "xlsx", folder));
        Assert.Contains(sheets["Each view"], row => row is [_, "Not yet", "In place", "Starting"]);

        await together.GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" }).First.ClickSteadyAsync();
        await Assertions.Expect(page.GetByLabel("Who is here, one role on each line")).ToHaveValueAsync("Case manager\nProgram director\nJob coach");
        await Assertions.Expect(page.GetByLabel("2 that colleagues answered")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickSteadyAsync();
        var meeting = page.Locator("dialog.meeting");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Show what we answered" }).ClickSteadyAsync();
        await Assertions.Expect(meeting.Locator(".meet__say")).ToContainTextAsync("Far apart.");
        await Assertions.Expect(meeting.Locator(".mnotes")).ToHaveTextAsync("Not for drivers");
        await meeting.GetByLabel("Starting").CheckSteadyAsync();
        await Assertions.Expect(meeting.GetByLabel("Why this answer")).ToHaveValueAsync("There is a plan for the fall.");
        await meeting.GetByText("Who sees it differently").First.ClickSteadyAsync();
        await meeting.Locator(".minutes__by").GetByLabel("Case manager").CheckSteadyAsync();
        await visit.AssertWellAsync();
        await meeting.GetByRole(AriaRole.Button, new() { Name = "End the meeting" }).First.ClickSteadyAsync();
        await meeting.GetByRole(AriaRole.Button, new() { Name = "End and see the record" }).ClickSteadyAsync();
        await Assertions.Expect(meeting.Locator(".record")).ToContainTextAsync("1 of 2 questions: 1 agreed");
        var agreed = meeting.Locator(".record__agreed tbody tr").First;
        await Assertions.Expect(agreed).ToContainTextAsync("Starting");
        await Assertions.Expect(agreed).ToContainTextAsync("There is a plan for the fall.");
        await Assertions.Expect(agreed).ToContainTextAsync("Case manager");
        await visit.AssertWellAsync();
        visit.AssertQuiet();
    }

    /// <summary>Whether the offer stands in the first picture of what differs.</summary>
    private const string FirstPicture = """
        () => {
          window.besideAtOnce = new Promise(done => {
            const look = () => {
              if (document.querySelector('.read__file .differences') === null) requestAnimationFrame(look)
              else done(document.querySelector('.read__file .colleagues-open') !== null)
            }
            look()
          })
        }
        """;

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("json")]
    public async Task A_file_that_answers_otherwise_can_stand_beside_ours_and_changes_nothing(string kind)
    {
        using var folder = new TemporaryFolder();
        var theirs = await AnsweredAsync(folder, kind, Partner, "not-yet", "");
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = 320, Height = 800 });
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync(Partner);
        await team.Option($"{Money}.answer", "in-place").CheckSteadyAsync();
        await team.SavedAsync();
        await team.Page.EvaluateAsync(FirstPicture);
        await team.ChooseFilesAsync(theirs);
        var file = team.Page.Locator(".read__file");
        await file.Locator(".differences").WaitForAsync();
        Assert.True(await team.Page.EvaluateAsync<bool>("async () => await window.besideAtOnce"), "the offer came after what differs, and moved it");
        var beside = file.GetByRole(AriaRole.Button, new() { Name = "Keep beside ours" });
        // Somebody's view comes before what differs: it is not newer because it came later.
        await beside.WaitForAsync();
        Assert.True(await beside.EvaluateAsync<bool>("button => (button.compareDocumentPosition(document.querySelector('.differences')) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0"));
        await beside.ClickSteadyAsync();
        await file.GetByLabel("Role or letter").FillAsync("Case manager");
        await visit.AssertWellAsync();
        await file.GetByRole(AriaRole.Button, new() { Name = "Keep it beside ours" }).ClickSteadyAsync();
        await Assertions.Expect(file).ToContainTextAsync("It is kept beside ours.");
        await Assertions.Expect(team.Option($"{Money}.answer", "in-place")).ToBeCheckedAsync();
        await visit.AssertWellAsync();
        await file.GetByRole(AriaRole.Link, new() { Name = "Where we stand together" }).ClickSteadyAsync();
        await team.StartedAsync();
        await Assertions.Expect((await team.TogetherAsync()).Locator("table.together > tbody > tr").First).ToContainTextAsync("1 says Not yet and 1 says In place.");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_file_says_which_answers_it_was_made_from_when_it_comes_back()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Vetting);
        var (team, page) = (new Team(visit), visit.Page);
        await team.StartedAsync();
        await team.AddPartnerAsync(Partner);
        await team.Option($"{Money}.answer", "not-yet").CheckSteadyAsync();
        await team.SavedAsync();
        var early = await team.DownloadAsync("docx", folder.Path);
        var results = page.Locator("[data-part=results]");
        await results.ScrollIntoViewIfNeededAsync();
        await results.GetByRole(AriaRole.Button, new() { Name = "Close this round" }).ClickSteadyAsync();
        await page.GetByLabel("Name of the round").FillAsync("First look");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the round" }).ClickSteadyAsync();
        await Assertions.Expect(team.Notice).ToContainTextAsync("Round closed: First look.");
        await team.Option($"{Money}.answer", "in-place").CheckSteadyAsync();
        await team.SavedAsync();
        await team.ChooseFilesAsync(early);
        await Assertions.Expect(page.Locator(".read__file")).ToContainTextAsync("before the round “First look” was closed");

        Directory.CreateDirectory(folder.File("round"));
        await team.BringIntoViewAsync("[data-part=downloads]", "[data-fill]");
        await page.GetByLabel("Which answers").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var ofRound = await team.DownloadAsync("pdf", folder.File("round"));
        await team.ChooseFilesAsync(ofRound);
        await Assertions.Expect(page.Locator(".read__file")).ToContainTextAsync("It was made from the round “First look” of ");
        await Assertions.Expect(page.Locator(".read__file .differences")).ToContainTextAsync("Not yet");
        await visit.AssertWellAsync();

        Directory.CreateDirectory(folder.File("now"));
        await page.GetByLabel("Which answers").SelectOptionAsync("");
        await team.ChooseFilesAsync(await team.DownloadAsync("docx", folder.File("now")));
        await Assertions.Expect(page.Locator(".read__file")).ToContainTextAsync("Nothing in this file differs from what is here.");
        await Assertions.Expect(page.Locator(".read__file")).Not.ToContainTextAsync("It was made");
        visit.AssertQuiet();
    }

    private async Task<string> AnsweredAsync(TemporaryFolder folder, string kind, string partner, string money, string note)
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync(partner);
        await team.Option($"{Money}.answer", money).CheckSteadyAsync();
        await team.Option($"{Goals}.answer", "mostly").CheckSteadyAsync();
        if (note.Length > 0)
        {
            await team.Page.Locator(".instrument").EvaluateAsync("form => { for (const fold of form.querySelectorAll('details')) fold.open = true }");
            await team.Field($"{Money}.note").FillAsync(note);
        }

        await team.SavedAsync();
        Directory.CreateDirectory(folder.File(kind));
        if (kind != "json")
        {
            return await team.DownloadAsync(kind, folder.File(kind));
        }

        var file = Path.Combine(folder.File(kind), "colleague.workbook.json");
        await File.WriteAllTextAsync(file, await team.FileAsync());
        return file;
    }

    private static async Task<string> TakeAsync(ILocator part, string format, TemporaryFolder folder)
    {
        var download = await part.Page.RunAndWaitForDownloadAsync(() => part.Locator($"[data-report={format}]").ClickSteadyAsync());
        var path = folder.File(download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }
}
