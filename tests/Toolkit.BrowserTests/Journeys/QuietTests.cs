using System.Text;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Journeys;

/// <summary>
/// All that people do, in short, in each way that pages come: from a host, from a stick, and kept on the device without a network.
/// The policy refuses nothing, and nothing is asked of anybody else.
/// </summary>
public sealed class QuietTests(GuideSite site) : IDisposable
{
    private const string Bakery = "Harbor Street Bakery", College = "Two Rivers College";
    private const string Money = "partner-vetting.time-money-effort.answer", Pay = "partner-vetting.fair-pay.answer";

    private readonly TemporaryFolder _folder = new();
    private readonly Stick _stick = new();

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task From_a_host_every_journey_keeps_to_the_policy_and_asks_nobody_else()
    {
        await using var visit = await site.OpenAsync("index.html");
        await WalkAsync(visit, Quiet(visit));
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task From_a_stick_every_journey_keeps_to_the_policy_and_asks_nobody_else()
    {
        await _stick.UnpackAsync(site);
        await using var visit = await site.OpenAsync("index.html", _stick.Options);
        await WalkAsync(visit, Quiet(visit), onThisComputer: false);
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task Without_a_network_every_journey_keeps_to_the_policy_and_asks_nobody_else()
    {
        await using var host = await KeptHost.StartAsync(site);
        await using var visit = await host.OpenAsync("downloads.html");
        await KeptHost.KeepAsync(visit.Page);
        visit.AssertQuiet();
        await host.GoneAsync();
        await WalkAsync(visit, visit.AssertQuietWithoutNetworkAsync);
    }

    private static Func<Task> Quiet(Visit visit) => () =>
    {
        visit.AssertQuiet();
        return Task.CompletedTask;
    };

    /// <summary>Each part once: whoever adds one adds it here.</summary>
    private async Task WalkAsync(Visit visit, Func<Task> assertQuiet, bool onThisComputer = true)
    {
        var team = new Team(visit);
        foreach (var journey in new Func<Team, Task>[] { SearchAsync, MapAsync, ListAsync, SpanishAsync, AnswersAsync, DocumentsAsync, CompareAsync, ColleaguesAsync, MeetingAsync, RoundAsync })
        {
            await journey(team);
            await assertQuiet();
        }

        if (onThisComputer)
        {
            await LockAsync(team);
            await assertQuiet();
        }

        await FileAsync(team);
        await assertQuiet();
        await team.EraseEverythingAsync();
        await assertQuiet();
        // The one journey that leads elsewhere.
        await visit.Page.RouteAsync("https://**", route => route.FulfillAsync(new() { Body = "<title>weather</title>", ContentType = "text/html" }));
        await visit.Page.Locator("[data-part=exit]").First.DispatchEventAsync("click");
        await visit.Page.WaitForFunctionAsync("() => document.title === 'weather'");
        Assert.All(
            visit.Complaints.Where(complaint => complaint.Contains("asked for", StringComparison.Ordinal)),
            complaint => Assert.EndsWith("asked for " + visit.Page.Url, complaint, StringComparison.Ordinal));
    }

    private static async Task SearchAsync(Team team)
    {
        await team.GoAsync("search.html");
        await team.Page.Locator("input[name=q]").FillAsync("vetting");
        await team.Page.Locator("[data-search-results] a").First.WaitForAsync();
    }

    private static async Task MapAsync(Team team)
    {
        await team.GoAsync(Team.Map);
        await team.TendedAsync();
        var quick = team.Page.Locator(".quick");
        await quick.GetByLabel("Sector").SelectOptionAsync("employers");
        await quick.GetByLabel("How close we are").SelectOptionAsync("working-together");
        await quick.GetByLabel("Organization").FillAsync(Bakery);
        await team.Page.Keyboard.PressAsync("Enter");
        await team.BringIntoViewAsync("[data-part=map]", ".views");
        var map = team.Page.Locator("[data-part=map]");
        await map.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickSteadyAsync();
        await Assertions.Expect(map.Locator("[data-key]")).ToHaveCountAsync(1);
        await map.GetByRole(AriaRole.Button, new() { Name = "What it tells you" }).ClickSteadyAsync();
        await map.Locator(".find").First.WaitForAsync();
        await map.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickSteadyAsync();
        await team.Page.RunAndWaitForDownloadAsync(() => map.GetByRole(AriaRole.Button, new() { Name = "Save as a picture (.png)" }).ClickSteadyAsync());
    }

    private static async Task ListAsync(Team team)
    {
        await team.Page.Locator("[data-bring]").ClickSteadyAsync();
        var list = new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"Organization,Sector\n{College},Schools and training\n") };
        await team.Page.Locator(".bring input[type=file]").SetInputFilesAsync(list);
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Put this 1 row in the table" }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync(College);
        await team.SavedAsync();
    }

    private static async Task SpanishAsync(Team team)
    {
        await team.Page.Locator(".lang a[hreflang=es]").ClickSteadyAsync();
        await team.Page.Locator($"html[lang=es][data-ready] body[data-page='es/{Team.Map}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await team.StartedAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Bakery);
        await team.BringIntoViewAsync("[data-part=map]", ".views");
    }

    private static async Task AnswersAsync(Team team)
    {
        await team.GoAsync(Team.Vetting);
        foreach (var (partner, money) in new[] { (College, "mostly"), (Bakery, "not-yet") })
        {
            await team.AddPartnerAsync(partner);
            await team.Option(Money, money).CheckSteadyAsync();
            await team.Option(Pay, "starting").CheckSteadyAsync();
        }

        await team.BringIntoViewAsync("[data-part=results]", "table");
        await team.SavedAsync();
    }

    private async Task DocumentsAsync(Team team)
    {
        foreach (var format in new[] { "docx", "pdf" })
        {
            var file = await team.DownloadAsync(format, _folder.Path);
            await team.Option(Money, "in-place").CheckSteadyAsync();
            await AnswersTravelTests.ReadBackAsync(team.Page, file);
            await Assertions.Expect(team.Option(Money, "not-yet")).ToBeCheckedAsync();
        }

        await team.SavedAsync();
    }

    private async Task CompareAsync(Team team)
    {
        await team.GoAsync(Team.Everything);
        await team.BringIntoViewAsync("[data-part=compare]", "table");
        var compare = team.Page.Locator("[data-part=compare]");
        await compare.GetByLabel("Show only where they differ").CheckSteadyAsync();
        await Assertions.Expect(compare).ToContainTextAsync("They differ");
        await SaveAsync(team, compare.Locator("[data-report=docx]").First);
        await team.AddStepAsync("Call the college");
        await SaveAsync(team, team.Page.Locator("[data-part=plan] [data-report=xlsx]").First);
    }

    private async Task ColleaguesAsync(Team team)
    {
        var together = await team.TogetherAsync();
        await together.GetByLabel("Open files of colleagues").SetInputFilesAsync([MeetingTests.View(_folder, "one", "not-yet"), MeetingTests.View(_folder, "two", "in-place")]);
        await together.GetByRole(AriaRole.Button, new() { Name = "Keep them beside ours" }).ClickSteadyAsync();
        await Assertions.Expect(together.Locator("table.together > tbody > tr").First).ToContainTextAsync("Far apart");
        await SaveAsync(team, together.Locator("[data-report=docx]").First);
    }

    private async Task MeetingAsync(Team team)
    {
        await (await team.TogetherAsync()).GetByRole(AriaRole.Button, new() { Name = "Hold a meeting" }).First.ClickSteadyAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickSteadyAsync();
        var meeting = team.Page.Locator("dialog.meeting");
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Show what we answered" }).ClickSteadyAsync();
        await Assertions.Expect(meeting.Locator(".meet__say")).ToContainTextAsync("Far apart.");
        await meeting.GetByLabel("Starting").CheckSteadyAsync();
        await meeting.GetByRole(AriaRole.Button, new() { Name = "End the meeting" }).First.ClickSteadyAsync();
        await meeting.GetByRole(AriaRole.Button, new() { Name = "End and see the record" }).ClickSteadyAsync();
        await Assertions.Expect(meeting.Locator(".record__agreed")).ToContainTextAsync("Starting");
        foreach (var format in new[] { "docx", "xlsx" })
        {
            await SaveAsync(team, meeting.Locator($"[data-report={format}]").First);
        }

        await meeting.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickSteadyAsync();
        await team.SavedAsync();
    }

    private static async Task RoundAsync(Team team)
    {
        var rounds = team.Page.Locator("#workbook-rounds");
        await rounds.ScrollIntoViewIfNeededAsync();
        await rounds.GetByRole(AriaRole.Button, new() { Name = "Close this round" }).ClickSteadyAsync();
        var dialog = team.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name of the round").FillAsync("Spring");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the round" }).ClickSteadyAsync();
        await rounds.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickSteadyAsync();
        await Assertions.Expect(rounds.Locator(".round-read")).ToContainTextAsync("Starting");
    }

    /// <summary>Where pages come from a disk no answers are kept on the computer.</summary>
    private static async Task LockAsync(Team team)
    {
        await team.KeepOnThisComputerAsync();
        await team.SetPassphraseAsync();
        await team.LockNowButton.ClickSteadyAsync();
        await Assertions.Expect(team.Status).ToContainTextAsync("Locked");
        await team.UnlockAsync(Team.Passphrase);
        await team.LockNowButton.WaitForAsync();
    }

    /// <summary>A workbook with a passphrase of its own, saved and opened.</summary>
    private async Task FileAsync(Team team)
    {
        await team.GoAsync(Team.Everything);
        await team.Page.Locator("[data-keeper-save]").ClickSteadyAsync();
        var dialog = team.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("Lock the file with a passphrase").ClickSteadyAsync();
        await dialog.GetByLabel("Passphrase", new() { Exact = true }).FillAsync(Team.Passphrase);
        await dialog.GetByLabel("The same passphrase again").FillAsync(Team.Passphrase);
        var download = await team.Page.RunAndWaitForDownloadAsync(() => team.Page.Keyboard.PressAsync("Enter"));
        var file = _folder.File("locked.workbook.json");
        await download.SaveAsAsync(file);
        await team.GoAsync(Team.Map);
        await team.Cell("r1", "who").FillAsync("Written over");
        await team.ChooseFilesAsync(file);
        var read = team.Page.Locator(".read__file");
        await read.GetByLabel("Passphrase").FillAsync(Team.Passphrase);
        await team.Page.Keyboard.PressAsync("Enter");
        await read.GetByRole(AriaRole.Button, new() { Name = "Choose all" }).ClickSteadyAsync();
        await read.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take ") }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Bakery);
        await team.SavedAsync();
    }

    private async Task SaveAsync(Team team, ILocator button)
    {
        var download = await team.Page.RunAndWaitForDownloadAsync(() => button.ClickSteadyAsync());
        await download.SaveAsAsync(_folder.File(download.SuggestedFilename));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Dispose();
        _stick.Dispose();
    }
}
