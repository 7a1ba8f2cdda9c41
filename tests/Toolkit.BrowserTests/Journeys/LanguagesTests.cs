using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Journeys;

/// <summary>A site in two languages has one set of answers: the switch keeps what was given, and files go from one language to the other.</summary>
public sealed class LanguagesTests(GuideSite site, TwoLanguageSite both) : IClassFixture<TwoLanguageSite>
{
    /// <summary>Each page that is opened has a journal of its own, in one language as in two.</summary>
    private const string Stored = "() => JSON.stringify([localStorage, sessionStorage].map(place => Object.keys(place).filter(name => !name.includes(' journal ')).sort()).concat(document.cookie))";

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_switch_keeps_answers_partner_and_place_and_stores_nothing()
    {
        await using var visit = await site.OpenAsync("tools/ask.html", both.Options);
        var team = new Team(visit);
        await team.AddPartnerAsync("Harbor Street");
        await team.AddPartnerAsync("Two Rivers");
        await team.Option("ask.safe.answer", "in-place").CheckSteadyAsync();
        await team.Field("ask.what").SelectOptionAsync("stay");
        await team.SavedAsync();
        var (given, stored) = (await Answers.HeldAsync(visit.Page), await visit.Page.EvaluateAsync<string>(Stored));

        await visit.Page.Locator("[id='ask.how']").ScrollIntoViewIfNeededAsync();
        await visit.Page.Locator(".lang a[hreflang=es]").ClickSteadyAsync();
        await visit.ArrivedAsync("es/tools/ask.html");

        var place = new Uri(visit.Page.Url).Fragment;
        Assert.True(place.Length > 1, visit.Page.Url);
        Assert.NotNull(await visit.Page.QuerySelectorAsync($"[id='{Uri.UnescapeDataString(place[1..])}']"));
        await Answers.AssertHeldAsync(visit.Page, given);
        await Assertions.Expect(visit.Page.Locator(".who [aria-current]").First).ToContainTextAsync("Two Rivers");
        await Assertions.Expect(visit.Page.GetByText("¿Es seguro?").First).ToBeVisibleAsync();
        Assert.Equal(stored, await visit.Page.EvaluateAsync<string>(Stored));

        // What is written here is there too.
        await team.Option("ask.safe.answer", "not-yet").CheckSteadyAsync();
        await team.SavedAsync();
        await visit.Page.Locator(".lang a[hreflang=en]").ClickSteadyAsync();
        await visit.ArrivedAsync("tools/ask.html");
        await Assertions.Expect(team.Option("ask.safe.answer", "not-yet")).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.Locator(".who [aria-current]").First).ToContainTextAsync("Two Rivers");
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData("docx", "es/", "")]
    [InlineData("pdf", "es/", "")]
    [InlineData("docx", "", "es/")]
    [InlineData("pdf", "", "es/")]
    public async Task A_file_that_was_filled_in_one_language_comes_back_in_the_other(string format, string from, string to)
    {
        using var folder = new TemporaryFolder();
        foreach (var tool in new[] { "ask", "plan" })
        {
            string file;
            SortedDictionary<string, string> given;
            await using (var here = await site.OpenAsync($"{from}tools/{tool}.html", both.Options))
            {
                await Answers.FillAsync(here.Page, tool);
                given = await Answers.HeldAsync(here.Page);
                Assert.NotEmpty(given);
                file = await new Team(here).DownloadAsync(format, folder.Path);
                here.AssertQuiet();
            }

            await using var there = await site.OpenAsync($"{to}tools/{tool}.html", both.Options);
            var section = await ReadBackAsync(there, file, to.Length == 0 ? "en" : "es");

            await Answers.AssertHeldAsync(there.Page, given);
            await Assertions.Expect(section.GetByText(Word(to.Length == 0 ? "en" : "es", "unclear"))).ToHaveCountAsync(0);
            there.AssertQuiet();
        }
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Ways_to_the_workbook_and_to_the_file_of_the_other_language_stay_in_theirs()
    {
        await using var visit = await site.OpenAsync("es/tools/ask.html", both.Options);
        var team = new Team(visit);
        await team.Option("ask.safe.answer", "in-place").CheckSteadyAsync();
        await team.SavedAsync();
        await visit.AllPartsAsync();

        var link = visit.Page.Locator("[data-part=results] a[href$='#workbook-rounds']").First;
        Assert.EndsWith("es/workbook.html#workbook-rounds", await link.EvaluateAsync<string>("a => a.href"), StringComparison.Ordinal);
        await visit.Page.Locator("#take-away p a[hreflang=en]").ClickSteadyAsync();
        await visit.ArrivedAsync("tools/ask.html");
        Assert.EndsWith("#take-away", visit.Page.Url, StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    /// <summary>Takes all answers of a file; only what concerns answers differs.</summary>
    private static async Task<ILocator> ReadBackAsync(Visit visit, string file, string language)
    {
        var section = visit.Page.Locator("[data-part=read-back]").First;
        await section.ScrollIntoViewIfNeededAsync();
        await section.Locator("input[type=file]").SetInputFilesAsync(file);
        var compare = section.GetByRole(AriaRole.Button, new() { Name = Word(language, "useIt"), Exact = true });
        var all = section.GetByRole(AriaRole.Button, new() { Name = Word(language, "takeAll"), Exact = true });
        await compare.Or(all).First.WaitForAsync();
        if (await compare.IsVisibleAsync())
        {
            await compare.ClickSteadyAsync();
        }

        await all.ClickSteadyAsync();
        await section.Locator(".btns .govuk-button:not(.govuk-button--secondary)").First.ClickSteadyAsync();
        return section;
    }

    /// <summary>What the program says when it reads files; in the first language, where the theme has no words of the other one.</summary>
    private static string Word(string language, string key) =>
        (string?)(File.Exists(Repository.At($"theme/words/{language}/exchange.json")) ? JsonNode.Parse(Repository.Read($"theme/words/{language}/exchange.json")) : null)?[key]
        ?? (string)JsonNode.Parse(Repository.Read("theme/words/en/exchange.json"))![key]!;
}

/// <summary>A small site in English and Spanish, built and served once.</summary>
public sealed class TwoLanguageSite : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SiteServer? _server;

    /// <summary>How a browser is set up that visits it.</summary>
    public VisitOptions Options => new() { Address = _server!.Address, Height = 600 };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var (path, text) in Input)
        {
            var file = Path.Combine(_folder.File("input"), path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        using var said = new StringWriter { NewLine = "\n" };
        // A mark that is not today's makes a text stale, which is a warning.
        var code = await CommandLine.RunAsync(
            ["build", "-r", Repository.Root, "-i", _folder.File("input"), "-o", _folder.File("output")], new Terminal(said, said, TimeProvider.System), CancellationToken.None);
        if (code != ExitCode.Done)
        {
            throw new InvalidOperationException($"The site could not be built:\n{said}");
        }

        _server = await SiteServer.StartAsync(_folder.File("output"), 0, null, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }

    private const string Tool = """
        ---
        Title: Ask
        Layout: tool
        ---

        ::: assessment {#ask scale=in-place per=partner}

        ## Safety {#safety}

        - Is it safe? {#safe .critical .evidence}
        - Is it near? {#near}

        ## Decide {#dec .decision}

        - What now? {#what .choice}
          - Go {#go}
          - Stay {#stay}
        - On which day? {#day .date}
        - How close? {#how list=tie}
        :::

        """;

    private const string Sheet = """
        ---
        Title: Plan
        Layout: tool
        ---

        ::: worksheet {#plan}

        - Who? {#who}
        - [ ] It is agreed {#agreed}

        Table: Steps {#steps rows=2}

        | What {#what .long} | When {#when .date} | Tie {#how list=tie} |
        |---|---|---|
        |  |  |  |
        :::

        """;

    private const string SettingsInSpanish = """
        Scales:
          in-place:
            # source 00000000
            not-yet: Todavía no
            # source 00000000
            in-place: En marcha
            # source 00000000
            does-not-apply: No corresponde
        Lists:
          tie:
            # source 00000000
            close: Cerca
            # source 00000000
            far: Lejos

        """;

    private const string ToolInSpanish = """
        ---
        # source 00000000
        Title: Pregunte
        ---

        ::: assessment {#ask}

        <!-- source 00000000 -->
        ## Seguridad {#safety}

        <!-- source 00000000 -->
        - ¿Es seguro? {#safe}

        <!-- source 00000000 -->
        - ¿Está cerca? {#near}

        <!-- source 00000000 -->
        ## Decida {#dec}

        <!-- source 00000000 -->
        - ¿Y ahora? {#what}
          - Seguir {#go}
          - Quedarse {#stay}

        <!-- source 00000000 -->
        - ¿Qué día? {#day}

        <!-- source 00000000 -->
        - ¿Qué tan cerca? {#how}
        :::

        """;

    private const string SheetInSpanish = """
        ---
        # source 00000000
        Title: Un plan
        ---

        ::: worksheet {#plan}

        <!-- source 00000000 -->
        - ¿Quién? {#who}

        <!-- source 00000000 -->
        - [ ] Está acordado {#agreed}

        <!-- source 00000000 -->
        Table: Pasos {#steps}

        | Qué {#what} | Cuándo {#when} | Lazo {#how} |
        |---|---|---|
        |  |  |  |
        :::

        """;

    private static readonly Dictionary<string, string> Input = new()
    {
        ["settings.yml"] = TinySettings.Text + "Languages: [en, es]\n",
        ["index.md"] = "---\nTitle: Home\n---\n\nWelcome.\n",
        ["workbook.md"] = "---\nTitle: My workbook\nLayout: workbook\n---\n\nAll of it.\n",
        ["tools/ask.md"] = Tool,
        ["tools/plan.md"] = Sheet,
        ["es/settings.yml"] = SettingsInSpanish,
        ["es/tools/ask.md"] = ToolInSpanish,
        ["es/tools/plan.md"] = SheetInSpanish,
    };
}
