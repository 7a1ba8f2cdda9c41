using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Views of colleagues are taken in from files, compared and agreed on.</summary>
public sealed class TogetherTests(GuideSite site)
{
    private static readonly string[] Questions = ["time-money-effort", "shared-goals", "shared-values"];

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Three_colleagues_are_compared_by_role_and_the_team_agrees(int width)
    {
        using var folder = new TemporaryFolder();
        string[] files = [View(folder, "one", ["not-yet", "mostly", "mostly"]), View(folder, "two", ["in-place", "mostly", "starting"]), View(folder, "three", ["not-yet", "mostly", "mostly"])];
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = width, Height = 800 });
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var together = await team.TogetherAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(files);
        await Assertions.Expect(together.Locator(".review .govuk-hint").First).ToHaveTextAsync("3 answers in Is this partner a good fit?");
        await together.GetByLabel("Role or letter").First.FillAsync("Case manager");
        await visit.AssertWellAsync();
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep them beside ours" }).ClickSteadyAsync();
        await Assertions.Expect(together.GetByRole(AriaRole.Heading, new() { Name = "3 views are in" })).ToBeVisibleAsync();
        await Assertions.Expect(team.Page.Locator("#workbook-overview")).ToContainTextAsync("The views of 3 colleagues are beside ours.");
        var rows = together.Locator("table.together > tbody > tr");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("2 say Not yet and 1 says In place.");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Far apart");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("Close");
        await visit.AssertWellAsync();

        await rows.Nth(0).GetByText("Agree on an answer").ClickSteadyAsync();
        await rows.Nth(0).GetByLabel("Starting").CheckSteadyAsync();
        await rows.Nth(0).GetByLabel("Why").FillAsync("There is a plan for the fall.");
        await rows.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Keep this answer" }).ClickSteadyAsync();
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("In our workbook: Starting. There is a plan for the fall.");
        await together.GetByLabel("Only where we differ").CheckSteadyAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(2);

        await team.ReloadAsync();
        await Assertions.Expect((await team.TogetherAsync()).Locator(".colleagues li")).ToHaveCountAsync(3);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_the_team_itself_said_stays_a_view_when_it_agrees_on_something_else()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Option("partner-vetting.time-money-effort.answer", "mostly").CheckSteadyAsync();
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var together = await team.TogetherAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(View(folder, "one", ["not-yet", "mostly", "mostly"]));
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep it beside ours" }).ClickSteadyAsync();
        await Assertions.Expect(together.Locator(".colleagues li")).ToHaveCountAsync(2);
        var row = together.Locator("table.together > tbody > tr").First;
        await Assertions.Expect(row).ToContainTextAsync("1 says Not yet and 1 says Mostly.");

        await row.GetByText("Agree on an answer").ClickSteadyAsync();
        await row.GetByLabel("Starting").CheckSteadyAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Keep this answer" }).ClickSteadyAsync();

        await Assertions.Expect(row).ToContainTextAsync("In our workbook: Starting.");
        await Assertions.Expect(row).ToContainTextAsync("1 says Not yet and 1 says Mostly.");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Without_names_counts_alone_are_kept()
    {
        using var folder = new TemporaryFolder();
        string[] files = [View(folder, "canary", ["not-yet", "mostly", "mostly"]), View(folder, "two", ["mostly", "mostly", "starting"])];
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { Width = 1280, Height = 800 });
        var team = new Team(visit);
        await team.StartedAsync();
        var together = await team.TogetherAsync();
        await together.GetByLabel("Without names").CheckSteadyAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(files[..1]);
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep as counts" }).ClickSteadyAsync();
        await Assertions.Expect(together).ToContainTextAsync("Counts need at least two files.");
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(files);
        await Assertions.Expect(together).ToContainTextAsync("2 files are read");
        await Assertions.Expect(together).Not.ToContainTextAsync("canary");
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep as counts" }).ClickSteadyAsync();
        await Assertions.Expect(together.GetByRole(AriaRole.Heading, new() { Name = "1 view is in" })).ToBeVisibleAsync();
        await Assertions.Expect(together.Locator("table.together > tbody > tr").First).ToContainTextAsync("1 says Not yet and 1 says Mostly.");
        await visit.AssertWellAsync();
        visit.AssertQuiet();
    }

    /// <summary>A list of dozens would push what they say pages down.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_list_of_dozens_unfolds_and_stays_open_when_one_is_taken_out()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { Width = 1280, Height = 800 });
        var team = new Team(visit);
        await team.StartedAsync();
        var together = await team.TogetherAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(Enumerable.Range(1, 32).Select(n => View(folder, $"view{n}", [n % 2 == 0 ? "not-yet" : "in-place", "mostly", "mostly"])));
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep them beside ours" }).ClickSteadyAsync();
        var views = together.Locator(".colleagues li");
        await Assertions.Expect(views).ToHaveCountAsync(32);
        await Assertions.Expect(views.First).ToBeHiddenAsync();
        await together.GetByText("See each of them").ClickSteadyAsync();
        await Assertions.Expect(views.First).ToBeVisibleAsync();
        await visit.AssertWellAsync();
        await views.First.GetByRole(AriaRole.Button, new() { Name = "Take out" }).ClickSteadyAsync();
        await Assertions.Expect(views).ToHaveCountAsync(31);
        await Assertions.Expect(views.First).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task On_paper_the_steps_of_the_scale_are_equally_wide_and_what_lies_between_is_drawn()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { Width = 1280, Height = 800 });
        var team = new Team(visit);
        await team.StartedAsync();
        var together = await team.TogetherAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync(Enumerable.Range(1, 6).Select(n => View(folder, $"view{n}", [n == 6 ? "in-place" : "not-yet", "mostly", "mostly"])));
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep them beside ours" }).ClickSteadyAsync();
        var table = together.Locator("table.together");
        await table.WaitForAsync();
        await visit.Page.EvaluateAsync("() => { print = () => {} }");
        await together.GetByRole(AriaRole.Button, new() { Name = "Print" }).ClickSteadyAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        // As wide as a page.
        await visit.Page.SetViewportSizeAsync(816, 1056);
        var widths = await table.Locator("thead th:not(:first-child):not(:last-child)").EvaluateAllAsync<double[]>("all => all.map(one => one.getBoundingClientRect().width)");
        Assert.Equal(5, widths.Length);
        Assert.InRange(widths.Max() - widths.Min(), 0, 1);
        var cell = table.Locator("tbody tr").First.Locator("td.marks").First;
        Assert.Equal(2, await cell.EvaluateAsync<int>("cell => new Set([...cell.querySelectorAll('.chip')].map(chip => Math.round(chip.getBoundingClientRect().top))).size"));
        Assert.Equal("block", await cell.EvaluateAsync<string>("cell => getComputedStyle(cell, '::after').display"));
    }

    private static string View(TemporaryFolder folder, string name, IReadOnlyList<string> said)
    {
        var answers = string.Join(',', Questions.Select((question, i) => $$"""
            "partner-vetting.{{question}}.answer": {"value": "{{said[i]}}", "at": 5, "by": "a"}
            """));
        var file = folder.File($"{name}.workbook.json");
        File.WriteAllText(file, $$"""
            {"format": "partnership-toolkit-workbook", "version": 1, "id": "w{{name}}", "guide": "2026-11",
             "partners": [{"id": "p{{name}}", "name": "Harbor Street Bakery", "at": 5, "by": "a"}], "subjects": {"p{{name}}": {"answers": { {{answers}} }, "rows": {} } } }
            """);
        return file;
    }
}
