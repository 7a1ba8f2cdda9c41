using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Xunit;

namespace Toolkit.BrowserTests.ByKeyboard;

/// <summary>Several partners, what the answers show, and what follows from them, without a mouse.</summary>
public sealed class PlanningTests(GuideSite site)
{
    private const string Bakery = "Harbor Street Bakery", College = "Two Rivers College";

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Partners_are_added_renamed_hidden_and_shown_again(int width)
    {
        await using var visit = await site.OpenAsync("tools/first-meeting.html", Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        var chosen = team.Page.Locator(".who [aria-current]");
        await user.AddPartnerAsync(Bakery);
        await user.TickAsync(team.Field("first-meeting.our-hope"));
        await user.AskForPartnerAsync();
        await user.TypeAsync("harbor street bakery");
        await user.PressAsync("Enter");
        await Assertions.Expect(team.Page.Locator(".partners .govuk-error-message")).ToContainTextAsync("There is a partner of that name already");
        await user.StateAsync("a name twice");
        await user.TypeAsync(College);
        await user.PressAsync("Enter");
        await Assertions.Expect(chosen).ToContainTextAsync(College);
        await Assertions.Expect(team.Field("first-meeting.our-hope")).Not.ToBeCheckedAsync();

        await user.OpenPartnersAsync();
        await user.ButtonAsync("Rename");
        await user.TypeAsync("Two Rivers Community College");
        await user.PressAsync("Enter");
        await Assertions.Expect(chosen).ToContainTextAsync("Two Rivers Community College");
        await KeyboardUser.AssertFocusedAsync(user.Named(AriaRole.Button, "Rename"));
        await user.ButtonAsync("Hide from the list");
        await Assertions.Expect(chosen).ToContainTextAsync(Bakery);
        await Assertions.Expect(team.Field("first-meeting.our-hope")).ToBeCheckedAsync();
        await user.AssertSeenAsync();
        await user.StateAsync("one hidden");
        await user.UnfoldAsync(team.Page.GetByText("Hidden partners"));
        await user.ButtonAsync("Show again");
        await Assertions.Expect(chosen).ToContainTextAsync("Two Rivers Community College");
        await user.OpenPartnersAsync();
        await user.EnterAsync(team.Page.Locator(".who__pick", new() { HasText = Bakery }), "Space");
        await Assertions.Expect(chosen).ToContainTextAsync(Bakery);
        // The list has done its work: it closes, and the questions come next.
        await KeyboardUser.AssertFocusedAsync(team.Page.Locator(".slim__who:not([open]) > summary"));
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Two_partners_are_compared_and_a_plan_is_made_from_what_they_lack(int width)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await user.FillAsync(team.Cell("r1", "who"), "City Legal Aid");
        await user.UnfoldAsync(team.MoreOf("r1"));
        await user.FillAsync(team.Cell("r1", "strengths"), "Fair pay and contracts");
        await team.SavedAsync();
        await team.GoAsync(Team.Vetting);
        await user.AddPartnerAsync(Bakery);
        await user.RadioAsync(team.Option("partner-vetting.time-money-effort.answer", "in-place"));
        await user.RadioAsync(team.Option("partner-vetting.fair-pay.answer", "not-yet"));
        await user.TickAsync(team.Field("partner-vetting.fair-pay.help"));
        await user.AddPartnerAsync(College);
        await user.RadioAsync(team.Option("partner-vetting.time-money-effort.answer", "in-place"));
        await user.RadioAsync(team.Option("partner-vetting.fair-pay.answer", "in-place"));
        var results = team.Page.Locator("[data-part=results]");
        await user.TabToAsync(results.GetByRole(AriaRole.Link, new() { Name = "Is the pay fair, and can a person live on it?" }));
        await Assertions.Expect(results.Locator("tbody tr").Last).ToContainTextAsync("3.0 of 3");
        await user.StateAsync("results", dark: true);

        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var compare = team.Page.Locator("[data-part=compare]");
        await user.TickAsync(compare.GetByLabel("Show only where they differ"));
        await Assertions.Expect(compare.Locator("tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(compare.Locator("tbody tr").Nth(1)).ToContainTextAsync("They differ");
        await KeyboardUser.AssertFocusedAsync(compare.GetByLabel("Show only where they differ"));
        await PrintAsync(user, compare.GetByRole(AriaRole.Button, new() { Name = "Print" }).Last);
        await user.StateAsync("compared", dark: true);

        var plan = team.Page.Locator("[data-part=plan]");
        await user.EnterAsync(plan.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add to the plan ?: Is the pay fair") }), "Enter");
        await KeyboardUser.AssertFocusedAsync(plan.GetByLabel("First step"));
        await user.TypeAsync("Ask what a shift pays");
        await user.FillAsync(plan.GetByLabel("Who (a role)"), "Program director");
        await user.FillDayAsync(plan.GetByLabel("By when"), new DateOnly(2026, 12, 1));
        await user.OptionAsync(plan.GetByLabel("State: Ask about pay"), "Under way");
        // Whoever has that strength is offered from the community map.
        await Assertions.Expect(plan).ToContainTextAsync("From your community map: City Legal Aid (Fair pay and contracts)");
        await user.FillAsync(plan.GetByLabel("Who can help"), "City Legal Aid");
        await user.ButtonAsync("Add a step of your own");
        await user.TypeAsync("Thank the college");
        await user.FillDayAsync(plan.Locator("tr").Last.GetByLabel("By when"), new DateOnly(2026, 11, 25));
        await user.StateAsync("a plan of two steps", dark: true);

        await user.OptionAsync(plan.GetByLabel("Sort by"), "Day");
        await Assertions.Expect(plan.Locator("tbody tr").First.GetByLabel("What we will do")).ToHaveValueAsync("Thank the college");
        await user.OptionAsync(plan.GetByLabel("Show", new() { Exact = true }), "Under way");
        await Assertions.Expect(plan.Locator("tbody tr")).ToHaveCountAsync(1);
        await user.OptionAsync(plan.GetByLabel("Show", new() { Exact = true }), "All steps");
        var calendar = await File.ReadAllTextAsync(await user.DownloadAsync(plan.GetByRole(AriaRole.Button, new() { Name = "Save the days" })), TestContext.Current.CancellationToken);
        Assert.Contains("DTSTART;VALUE=DATE:20261125", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261201", calendar, StringComparison.Ordinal);
        await PrintAsync(user, plan.GetByRole(AriaRole.Button, new() { Name = "Print" }));
        await user.EnterAsync(plan.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove ?: Thank the college") }), "Enter");
        await Assertions.Expect(plan.Locator("tbody tr")).ToHaveCountAsync(1);
        await user.AssertSeenAsync();
        await user.ButtonAsync("Undo");
        await Assertions.Expect(plan.Locator("tbody tr")).ToHaveCountAsync(2);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task After_a_month_the_workbook_says_where_to_go_on_and_what_help_to_ask_for(int width)
    {
        await using var visit = await site.OpenAsync(Team.Everything, Screen.Of(width));
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await visit.Context.Clock.SetFixedTimeAsync(new DateTime(2026, 10, 20, 12, 0, 0, DateTimeKind.Utc));
        await team.GoAsync("tools/readiness.html");
        await user.TickAsync(team.Page.Locator("input[name$='.help']").Nth(1));
        await user.RadioAsync(team.Page.Locator("input[name$='.answer'][value=starting]").First);
        await team.SavedAsync();
        await team.GoAsync(Team.Vetting);
        await user.AddPartnerAsync(Bakery);
        await user.TickAsync(team.Field("partner-vetting.fair-pay.help"));
        await user.UnfoldAsync(team.Page.Locator("[data-item=fair-pay]").GetByText("Add a note").First);
        await user.FillAsync(team.Field("partner-vetting.fair-pay.note"), "We talked with " + Bakery);
        await user.RadioAsync(team.Option("partner-vetting.time-money-effort.answer", "mostly"));
        await team.SavedAsync();

        await visit.Context.Clock.SetFixedTimeAsync(new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc));
        await team.GoAsync(Team.Everything);
        var overview = team.Page.Locator("[data-part=overview]");
        await user.TabToAsync(overview.GetByRole(AriaRole.Checkbox).First);
        await Assertions.Expect(overview).ToContainTextAsync("Last answered October 20, 2026");
        var wanted = overview.Locator("li", new() { HasText = "Is the pay fair" });
        await Assertions.Expect(wanted).Not.ToContainTextAsync(Bakery);
        await user.StateAsync("what was answered a month ago", dark: true);
        var file = await File.ReadAllTextAsync(await user.DownloadAsync(overview.GetByRole(AriaRole.Button, new() { Name = "Save as a text file" })), TestContext.Current.CancellationToken);
        Assert.Contains("- Is the pay fair", file, StringComparison.Ordinal);
        Assert.DoesNotContain(Bakery, file, StringComparison.Ordinal);
        await user.TickAsync(overview.GetByLabel("Put your notes in"));
        await Assertions.Expect(wanted).ToContainTextAsync("We talked with " + Bakery);
        var withNotes = await File.ReadAllTextAsync(await user.DownloadAsync(overview.GetByRole(AriaRole.Button, new() { Name = "Save as a text file" })), TestContext.Current.CancellationToken);
        Assert.Contains("We talked with " + Bakery, withNotes, StringComparison.Ordinal);
        await user.TickAsync(overview.GetByLabel("Put the names of partners in"));
        await Assertions.Expect(wanted).ToContainTextAsync("good fit? " + Bakery);
        await KeyboardUser.AssertFocusedAsync(overview.GetByLabel("Put the names of partners in"));

        await user.EnterAsync(overview.Locator("p").GetByRole(AriaRole.Link, new() { Name = "Is this partner a good fit?" }), "Enter");
        await visit.ArrivedAsync(Team.Vetting);
        await Assertions.Expect(team.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#partner-vetting\\.shared-goals$"));
        await Assertions.Expect(team.Page.Locator(".who [aria-current]")).ToContainTextAsync(Bakery);
        // The first question that is open comes next: the Tab key goes on from there.
        await user.PressAsync("Tab");
        await KeyboardUser.AssertFocusedAsync(team.Page.Locator("input[name='partner-vetting.shared-goals.answer']"));
        await user.AssertSeenAsync();
        visit.AssertQuiet();
    }

    /// <summary>Prints by a button; only its own section is on the paper, and the page is as it was afterwards.</summary>
    private static async Task PrintAsync(KeyboardUser user, ILocator button)
    {
        // The browser's own dialog is not for tests: what it would be given is looked at instead.
        await user.Page.EvaluateAsync("() => { window.print = () => { window.printed = document.body.className + ' ' + document.querySelector('.print-this')?.id; dispatchEvent(new Event('afterprint')) } }");
        await user.EnterAsync(button, "Enter");
        var section = await button.EvaluateAsync<string>("b => b.closest('section').id");
        Assert.Equal($"layout-workbook print-one {section}", await user.Page.EvaluateAsync<string>("() => window.printed"));
        Assert.Equal(0, await user.Page.Locator(".print-one, .print-this").CountAsync());
    }
}
