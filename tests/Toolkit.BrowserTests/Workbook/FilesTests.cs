using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Workbook files as the browser saves them, held against the published schema; and files of an older guide.</summary>
public sealed class FilesTests(GuideSite site)
{
    /// <summary>What saves a file is there before anything is typed, should the connection go.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_file_is_saved_and_all_is_erased_without_a_connection()
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        var team = new Team(visit);
        await team.StartedAsync();
        await team.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(entry => entry.name.includes('/assets/fields.') && entry.responseEnd > 0)");
        await visit.Context.SetOfflineAsync(true);

        await team.Page.Locator(".instrument input[type=radio]").First.CheckSteadyAsync();
        var download = await team.SaveFileAsync();
        Assert.Contains("\"readiness.", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Assertions.Expect(team.Notice).ToContainTextAsync("handed to the browser");
        await team.Page.Locator("[data-keeper-erase]").ClickSteadyAsync();
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Whole_files_and_parts_follow_the_schema_and_a_damaged_one_does_not()
    {
        var node = Programs.Need("node");
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Page.Locator("details:has(textarea[name$='.note']) summary").First.ClickSteadyAsync();
        await team.Page.Locator("textarea[name$='.note']").First.FillAsync("First line\nZweite Zeile 备注");
        await team.OpenPartnersAsync();
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Hide from the list" }).ClickSteadyAsync();
        await team.GoAsync(Team.Map);
        await team.Page.Locator($"table[data-table=\"{Team.Organizations}\"] ~ .btns [data-add-row]").First.ClickSteadyAsync();
        await team.Page.Keyboard.TypeAsync("A new row");
        await team.Page.Locator("[data-row=r1] [data-act=remove]").First.ClickSteadyAsync();
        var whole = await SaveAsync("whole", () => team.SaveFileAsync());

        await team.GoAsync(Team.Everything);
        await team.Page.GetByText("Save a part", new() { Exact = true }).ClickSteadyAsync();
        var part = team.Page.Locator("form", new() { Has = team.Page.GetByRole(AriaRole.Button, new() { Name = "Save this part" }) });
        await part.WaitForAsync();
        foreach (var box in await part.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.CheckSteadyAsync();
        }

        var notes = await SaveAsync("notes", () => part.GetByRole(AriaRole.Button).ClickSteadyAsync());
        await part.GetByLabel("With notes").UncheckSteadyAsync();
        var plain = await SaveAsync("plain", () => part.GetByRole(AriaRole.Button).ClickSteadyAsync());
        var damaged = Path.Combine(folder.Path, "damaged.workbook.json");
        var text = await File.ReadAllTextAsync(whole, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(damaged, text.Replace("\"value\": \"A new row\"", "\"value\": 7", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        foreach (var word in new[] { "\"archived\": true", "\"removed\": true", "\"born\":", "Zweite Zeile" })
        {
            Assert.Contains(word, text, StringComparison.Ordinal);
        }

        Assert.Contains("Zweite Zeile", await File.ReadAllTextAsync(notes, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("Zweite Zeile", await File.ReadAllTextAsync(plain, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var theme = Path.Combine(Repository.Root, "theme");
        var good = await Programs.Run(node, ["schema.mjs", whole, notes, plain], folder: theme);
        Assert.True(good.ExitCode == 0, good.Output + good.Errors);
        Assert.Equal(1, (await Programs.Run(node, ["schema.mjs", damaged], folder: theme)).ExitCode);
        await team.ChooseFilesAsync(damaged);
        await Assertions.Expect(team.Page.Locator(".read__file [role=alert]")).ToContainTextAsync("damaged");

        async Task<string> SaveAsync(string name, Func<Task> save)
        {
            var download = await team.Page.RunAndWaitForDownloadAsync(save);
            var path = Path.Combine(folder.Path, name + ".workbook.json");
            await download.SaveAsAsync(path);
            return path;
        }
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_workbook_of_an_older_guide_keeps_every_answer_and_says_which_were_reworded_or_are_gone()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "older.workbook.json");
        await File.WriteAllTextAsync(file, """
            { "format": "partnership-toolkit-workbook", "version": 1, "id": "wolder", "guide": "2020-01", "partners": [],
              "subjects": { "agency": { "rows": {}, "answers": {
                "community-map.organizations.r1.who": { "value": "Harbor Street Bakery", "at": 5, "by": "a", "wording": "00000000" },
                "community-map.organizations.r1.tie": { "value": "old-friends", "at": 5, "by": "a" },
                "dropped-tool.dropped-question": { "value": "Kept words", "at": 5, "by": "a" } } } } }
            """, TestContext.Current.CancellationToken);
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.StartedAsync();
        await team.ChooseFilesAsync(file);
        await team.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^Open this workbook \(3 answers, ") }).ClickSteadyAsync();

        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        await Assertions.Expect(team.Page.Locator(".say", new() { HasText = "reworded after you answered" })).ToBeVisibleAsync();
        await Assertions.Expect(team.Page.Locator(".say", new() { HasText = "old-friends" })).ToBeVisibleAsync();
        await team.GoAsync(Team.Everything);
        await Assertions.Expect(team.Page.GetByText("Kept words")).ToBeVisibleAsync();
        var saved = await team.FileAsync();
        foreach (var word in new[] { "Harbor Street Bakery", "old-friends", "Kept words", "dropped-tool.dropped-question" })
        {
            Assert.Contains(word, saved, StringComparison.Ordinal);
        }

        visit.AssertQuiet();
    }
}
