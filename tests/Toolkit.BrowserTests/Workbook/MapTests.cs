using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>The community map below its table: board, picture, what it tells, and where it leads.</summary>
public sealed class MapTests(GuideSite site)
{
    private static string Day(int fromToday) => DateTime.Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280, false, false)]
    [InlineData(320, true, false)]
    [InlineData(1280, false, true)]
    public async Task The_board_and_the_picture_follow_what_is_typed(int width, bool dark, bool fromDisk)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(width) with { Dark = dark, FromDisk = fromDisk });
        var (team, map) = await OpenedAsync(visit);
        await Assertions.Expect(map.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Nobody is on your map yet");
        // What there is to fill: nothing of it can be planned yet.
        await Assertions.Expect(map.GetByRole(AriaRole.Table).GetByText("Nobody yet.")).ToHaveCountAsync(10);
        await Assertions.Expect(map.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        await WriteAsync(team, "r1", "Harbor Street Bakery", "employers", "working-together");
        await WriteAsync(team, "r2", "Two Rivers College", "schools", "know-of");
        await Assertions.Expect(map.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("You work closely with 1 of 10 sectors; nobody yet in 8 of them");
        var board = map.GetByRole(AriaRole.Table, new() { Name = "Organizations by sector" });
        var row = board.GetByRole(AriaRole.Row, new() { Name = "Employers" });
        await Assertions.Expect(row.GetByRole(AriaRole.Cell).First).ToContainTextAsync("Harbor Street Bakery");
        await Assertions.Expect(board.GetByRole(AriaRole.Row, new() { Name = "Legal services" })).ToContainTextAsync("Nobody yet.");
        Assert.Empty(await visit.AxeAsync());

        // A row that changes leaves the others, and the control that is used, alone.
        await team.Cell("r2", "tie").FocusAsync();
        await team.Cell("r2", "tie").SelectOptionAsync("met-once");
        await Assertions.Expect(board.GetByRole(AriaRole.Columnheader, new() { Name = "Met once 1" })).ToBeAttachedAsync();
        await Assertions.Expect(team.Cell("r2", "tie")).ToBeFocusedAsync();

        await map.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickSteadyAsync();
        var picture = map.GetByRole(AriaRole.Img, new() { Name = "You work closely" });
        await Assertions.Expect(picture.Locator("[data-key]")).ToHaveCountAsync(2);
        await Assertions.Expect(map.Locator(".same")).ToContainTextAsync(new Regex("Schools and training\\s*1\\s*Met once\\s*Two Rivers College"));
        Assert.Empty(await visit.AxeAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));

        await map.GetByRole(AriaRole.Button, new() { Name = "Board" }).ClickSteadyAsync();
        await board.GetByRole(AriaRole.Link, new() { Name = "Two Rivers College" }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r2", "who")).ToBeFocusedAsync();
        visit.AssertQuiet();
    }

    /// <summary>Somebody who has never seen it writes three names, each with two choices, and reads what to do first: no more presses than three minutes hold.</summary>
    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(1280, false, false)]
    [InlineData(390, false, true)]
    [InlineData(320, true, false)]
    [InlineData(1280, true, true)]
    public async Task From_an_empty_map_to_the_first_finding(int width, bool byKeyboard, bool fromDisk)
    {
        await using var visit = await site.OpenAsync(Team.Map + "#community-map:on-the-map", Screen.Of(width) with { FromDisk = fromDisk });
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        await team.StartedAsync();
        var quick = team.Page.Locator(".quick");
        var name = quick.GetByLabel("Organization");
        await name.WaitForAsync();
        foreach (var (who, sector, tie) in new[] { ("Harbor Street Bakery", "Employers", "Working together"), ("Two Rivers College", "Schools and training", "Met once"), ("Lantern Co-op", "Employers", "Know of them") })
        {
            if (byKeyboard)
            {
                await user.OptionAsync(quick.GetByLabel("Sector"), sector);
                await user.OptionAsync(quick.GetByLabel("How close we are"), tie);
                await user.TabToAsync(name);
                await user.TypeAsync(who);
                await user.PressAsync("Enter");
            }
            else
            {
                await quick.GetByLabel("Sector").SelectOptionAsync(sector);
                await quick.GetByLabel("How close we are").SelectOptionAsync(tie);
                await name.FillAsync(who);
                await quick.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickSteadyAsync();
            }

            await Assertions.Expect(name).ToHaveValueAsync("");
        }

        var map = team.Page.Locator("[data-part=map]");
        var way = quick.GetByRole(AriaRole.Link, new() { Name = "See the map" });
        await (byKeyboard ? user.EnterAsync(way, "Enter") : way.ClickSteadyAsync());
        await Assertions.Expect(map.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("You work closely with 1 of 10 sectors; nobody yet in 8 of them");
        await Assertions.Expect(map.GetByRole(AriaRole.Heading).First).ToBeInViewportAsync();
        var tells = map.GetByRole(AriaRole.Button, new() { Name = "What it tells you" });
        await (byKeyboard ? user.EnterAsync(tells, "Enter") : tells.ClickSteadyAsync());
        var first = map.Locator(".find").First;
        await Assertions.Expect(first.GetByRole(AriaRole.Heading)).ToBeVisibleAsync();
        await (byKeyboard ? user.StateAsync("first finding", dark: true) : visit.AssertWellAsync());
        var add = first.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add to the plan") });
        await (byKeyboard ? user.EnterAsync(add, "Enter") : add.ClickSteadyAsync());
        await Assertions.Expect(team.Notice).ToContainTextAsync("Added to the plan.");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_introduction_is_found_and_planned_and_a_finding_put_aside(bool fromDisk)
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(1280) with { FromDisk = fromDisk });
        var (team, map) = await OpenedAsync(visit);
        await WriteAsync(team, "r1", "Lantern Co-op", "employers", "know-of");
        await (await team.OpenCellAsync("r1", "introduction")).FillAsync("board treasurer");
        await (await team.OpenCellAsync("r1", "by-when")).FillAsync(Day(-1));
        // In the picture of the board itself, only for whom we know of: who is met already needs nobody's word.
        var board = map.Locator("table.board .way");
        await Assertions.Expect(board).ToHaveTextAsync("board treasurer can introduce us");
        await Assertions.Expect(board).ToBeVisibleAsync();
        await team.Cell("r1", "tie").SelectOptionAsync("met-once");
        await Assertions.Expect(board).ToHaveCountAsync(0);
        await team.Cell("r1", "tie").SelectOptionAsync("know-of");
        await Assertions.Expect(board).ToHaveCountAsync(1);
        await map.GetByRole(AriaRole.Button, new() { Name = "What it tells you" }).ClickSteadyAsync();
        var way = map.Locator(".find", new() { HasText = "somebody can introduce you" });
        await Assertions.Expect(way.Locator(".path")).ToContainTextAsync(new Regex("Us.*board treasurer.*Lantern Co-op"));
        Assert.Empty(await visit.AxeAsync());

        await way.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ask for an introduction.*Lantern Co-op") }).ClickSteadyAsync();
        await Assertions.Expect(team.Notice).ToContainTextAsync("An introduction to Lantern Co-op is in your plan.");
        await Assertions.Expect(way.Locator(".path")).ToContainTextAsync("In your plan");

        var due = map.Locator(".find", new() { HasText = "A next step is due" });
        await due.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickSteadyAsync();
        await Assertions.Expect(due).ToHaveCountAsync(0);
        await team.SavedAsync();
        await team.ReloadAsync();
        await team.BringIntoViewAsync("[data-part=map]", ".views");
        await map.GetByRole(AriaRole.Button, new() { Name = "What it tells you" }).ClickSteadyAsync();
        await Assertions.Expect(due).ToHaveCountAsync(0);
        await map.GetByText("Put aside for now (1)").ClickSteadyAsync();
        await map.GetByRole(AriaRole.Button, new() { Name = "Show it again" }).ClickSteadyAsync();
        await Assertions.Expect(due).ToHaveCountAsync(1);

        await team.GoAsync(Team.Everything);
        await team.BringIntoViewAsync("[data-part=plan]", "button");
        await Assertions.Expect(team.Page.Locator("[data-part=plan] textarea").First).ToHaveValueAsync("Ask board treasurer for an introduction to Lantern Co-op");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task An_organization_becomes_a_partner_and_its_vetting_shows()
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(1280));
        var (team, map) = await OpenedAsync(visit);
        await WriteAsync(team, "r1", "Maple Print Works", "employers", "working-together");
        await map.GetByRole(AriaRole.Button, new() { Name = "What it tells you" }).ClickSteadyAsync();
        await map.GetByRole(AriaRole.Button, new() { NameRegex = new("^Vet this partner.*Maple Print Works") }).ClickSteadyAsync();
        await Assertions.Expect(team.Notice).ToContainTextAsync("Maple Print Works is one of your partners now.");
        await map.GetByRole(AriaRole.Button, new() { Name = "Board" }).ClickSteadyAsync();
        await map.GetByRole(AriaRole.Link, new() { Name = "Vetting: not begun" }).ClickSteadyAsync();
        await team.StartedAsync();
        Assert.EndsWith(Team.Vetting, visit.Page.Url, StringComparison.Ordinal);
        await team.Option("partner-vetting.background-checks.answer", "mostly").CheckSteadyAsync();
        await team.SavedAsync();

        await team.GoAsync(Team.Everything);
        await team.BringIntoViewAsync("#workbook-map", "table");
        await Assertions.Expect(team.Page.Locator("#workbook-map")).ToContainTextAsync("You work closely with 1 of 10 sectors");
        await team.GoAsync(Team.Map);
        await team.BringIntoViewAsync("[data-part=map]", ".views");
        await Assertions.Expect(map.GetByRole(AriaRole.Link, new() { Name = "Vetting: 1 of 18 answered" })).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_questions_below_are_answered_from_the_map()
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(1280));
        var (team, map) = await OpenedAsync(visit);
        await WriteAsync(team, "r1", "Lantern Co-op", "employers", "know-of");
        await (await team.OpenCellAsync("r1", "introduction")).FillAsync("board treasurer");
        await Assertions.Expect(map.GetByRole(AriaRole.Heading).First).ToContainTextAsync("1 of 10");
        var write = team.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Write this here.*Who could we ask") });
        await write.ClickSteadyAsync();
        await Assertions.Expect(team.Field("community-map.who-to-ask")).ToHaveValueAsync("board treasurer can introduce you to Lantern Co-op.");
        await Assertions.Expect(write).ToBeHiddenAsync();
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_map_is_printed_on_one_page_and_saved_as_a_picture(bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(1280) with { Dark = true, FromDisk = fromDisk });
        var (team, map) = await OpenedAsync(visit);
        foreach (var (key, i) in new[] { "r1", "r2", "r3", "r4", "r5", "r6" }.Select((key, i) => (key, i)))
        {
            await WriteAsync(team, key, $"Organization {i + 1}", i % 2 == 0 ? "housing" : "legal", "in-conversation");
        }

        await map.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickSteadyAsync();
        await map.Locator(".target [data-key]").First.WaitForAsync();
        var svg = await File.ReadAllTextAsync(await SavedPictureAsync(".svg"), TestContext.Current.CancellationToken);
        Assert.Contains("Organization 6</tspan>", svg, StringComparison.Ordinal);
        // Who gets the file alone reads what it shows.
        Assert.Matches("<text[^>]*>You know somebody in 2 of 10 sectors", svg);
        Assert.DoesNotContain("class=", svg, StringComparison.Ordinal);
        // On paper's ground, whatever the page's is.
        Assert.Contains("fill=\"rgb(255, 255, 255)\"", svg, StringComparison.Ordinal);
        var png = await File.ReadAllBytesAsync(await SavedPictureAsync(".png"), TestContext.Current.CancellationToken);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(png, 1, 3));

        await visit.Page.EvaluateAsync("() => { window.print = () => {} }");
        await PrintedOnOnePageAsync();
        await map.GetByRole(AriaRole.Button, new() { Name = "Board" }).ClickSteadyAsync();
        await PrintedOnOnePageAsync();
        visit.AssertQuiet();

        async Task PrintedOnOnePageAsync()
        {
            await map.GetByRole(AriaRole.Button, new() { Name = "Print on one page" }).ClickSteadyAsync();
            var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
            var text = System.Text.Encoding.Latin1.GetString(pdf);
            Assert.Single(Regex.Matches(text, @"/Type\s*/Page\b"));
            Assert.Matches(@"/MediaBox\s*\[0 0 792 612\]", text);
            await Assertions.Expect(team.Page.Locator(".print-this")).ToHaveCountAsync(0);
        }

        async Task<string> SavedPictureAsync(string ending)
        {
            var download = await visit.Page.RunAndWaitForDownloadAsync(() => map.GetByRole(AriaRole.Button, new() { Name = $"Save as a picture ({ending})" }).ClickSteadyAsync());
            var path = folder.File(download.SuggestedFilename);
            await download.SaveAsAsync(path);
            return path;
        }
    }

    /// <summary>Whoever hears the page read aloud answers the same questions as whoever sees it: by roles and names alone.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task Ten_questions_are_answered_from_roles_and_names_alone()
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(1280));
        var (team, map) = await OpenedAsync(visit);
        await WriteAsync(team, "r1", "Maple Print Works", "employers", "working-together");
        await WriteAsync(team, "r2", "Lantern Co-op", "employers", "know-of");
        await WriteAsync(team, "r3", "Two Rivers College", "schools", "in-conversation");
        await WriteAsync(team, "r4", "Quiet Room Clinic", "health", "met-once");
        await WriteAsync(team, "r5", "Quiet Room Clinics", "health", "know-of");
        await (await team.OpenCellAsync("r2", "introduction")).FillAsync("board treasurer");
        await (await team.OpenCellAsync("r1", "known-by")).FillAsync("case manager");
        await (await team.OpenCellAsync("r3", "gain")).FillAsync("Evening classes");
        await (await team.OpenCellAsync("r3", "last-checked")).FillAsync(Day(-400));
        await (await team.OpenCellAsync("r4", "next-step")).FillAsync("Call the nurse");
        await (await team.OpenCellAsync("r4", "by-when")).FillAsync(Day(-2));
        await Assertions.Expect(map.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("You work closely with 1 of 10 sectors; nobody yet in 7 of them");

        // What is read of each view: roles and names, as a tree in words.
        var board = await map.AriaSnapshotAsync();
        await map.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickSteadyAsync();
        await Assertions.Expect(map.GetByRole(AriaRole.Img)).ToBeAttachedAsync();
        await Assertions.Expect(map.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Maple Print Works" }).First).ToBeAttachedAsync();
        var list = await map.AriaSnapshotAsync();
        await map.GetByRole(AriaRole.Button, new() { Name = "What it tells you" }).ClickSteadyAsync();
        await Assertions.Expect(map.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "board treasurer" }).First).ToBeAttachedAsync();
        var told = await map.AriaSnapshotAsync();

        const string Between = "[^\\n]*\\n[^\\n]*\\n[^\\n]*";
        (string Question, string In, string Answer)[] asked =
        [
            ("How many sectors do we work with closely?", board, "heading \"You work closely with 1 of 10 sectors"),
            ("Which sectors are empty?", board, "row \"Legal services Nobody yet"),
            ("With whom do we work together among the employers?", board, "row \"Employers 2 Maple Print Works"),
            ("How many have we met once?", board, "columnheader \"Met once 1\""),
            ("How close are we to Two Rivers College?", list, "Schools and training[\\s\\S]{0,80}In conversation[\\s\\S]{0,80}link \"Two Rivers College\""),
            ("Who could introduce us to Lantern Co-op?", told, "Us board treasurer\\n *- link \"Lantern Co-op\""),
            ("Which ties hang on one person?", told, $"link \"Maple Print Works\"{Between}case manager"),
            ("Who was not checked for a year?", told, $"link \"Two Rivers College\"{Between}last checked"),
            ("Which step is due, and with whom?", told, $"link \"Quiet Room Clinic\"{Between}Call the nurse"),
            ("Who may stand there twice?", told, $"link \"Quiet Room Clinic\"{Between}and\\n *- link \"Quiet Room Clinics\""),
        ];
        Assert.Equal("", string.Join("\n", asked.Where(one => !Regex.IsMatch(one.In, one.Answer)).Select(one => $"{one.Question}\n{one.In}")));
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("docx", false)]
    [InlineData("pdf", false)]
    [InlineData("docx", true)]
    [InlineData("pdf", true)]
    public async Task The_picture_is_in_the_filled_files(string format, bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(1280) with { FromDisk = fromDisk });
        var (team, _) = await OpenedAsync(visit);
        await WriteAsync(team, "r1", "Harbor Street Bakery", "employers", "working-together");
        await team.BringIntoViewAsync("[data-part=downloads]", $"[data-fill={format}]");
        var button = visit.Page.Locator($"[data-fill={format}]");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => button.ClickSteadyAsync());
        var path = folder.File(download.SuggestedFilename);
        await download.SaveAsAsync(path);
        if (format == "docx")
        {
            using var zip = await System.IO.Compression.ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
            Assert.True(zip.GetEntry("word/media/picture.png")!.Length > 10_000);
            using var reader = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync(TestContext.Current.CancellationToken));
            Assert.Contains("descr=\"You work closely with 1 of 10 sectors", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        else
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            Assert.Matches(@"/S\s*/Figure[\s\S]{0,200}/Alt \(You work closely with 1 of 10 sectors", text);
            Assert.Contains("/DCTDecode", text, StringComparison.Ordinal);
        }

        visit.AssertQuiet();
    }

    private static async Task<(Team Team, ILocator Map)> OpenedAsync(Visit visit)
    {
        var team = new Team(visit);
        await team.StartedAsync();
        await team.BringIntoViewAsync("[data-part=map]", ".views");
        return (team, visit.Page.Locator("[data-part=map]"));
    }

    private static async Task WriteAsync(Team team, string row, string who, string sector, string tie)
    {
        await team.Cell(row, "who").FillAsync(who);
        await team.Cell(row, "sector").SelectOptionAsync(sector);
        await team.Cell(row, "tie").SelectOptionAsync(tie);
    }
}
