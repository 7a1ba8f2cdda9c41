using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>On another computer a file is wanted first: the bar opens one as long as nothing is answered here.</summary>
public sealed class OpeningTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task The_bar_leads_to_where_files_are_read_and_opens_the_choice_of_files_where_it_can(int width, bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("ours.workbook.json");
        await File.WriteAllTextAsync(file, """
            { "format": "partnership-toolkit-workbook", "version": 1, "id": "wother", "guide": "2026-11", "partners": [],
              "subjects": { "agency": { "rows": {}, "answers": { "community-map.organizations.r1.who": { "value": "Harbor Street Bakery", "at": 5, "by": "a" } } } } }
            """, TestContext.Current.CancellationToken);
        await using var visit = await site.OpenAsync("index.html", Screen.Of(width) with { FromDisk = fromDisk });
        var (team, user, page) = (new Team(visit), new KeyboardUser(visit), visit.Page);
        await team.StartedAsync();
        var open = page.Locator("[data-keeper-open]");
        await Assertions.Expect(open).ToBeVisibleAsync();
        await Assertions.Expect(open).ToHaveTextAsync(width < 600 ? new Regex("Open$") : new Regex("^Open a file"));
        await visit.AssertWellAsync();

        // Here no file is read: it leads to where one is.
        await open.ClickSteadyAsync();
        await visit.ArrivedAsync(Team.Everything);
        await Assertions.Expect(page.Locator("#workbook-read-back input[type=file]")).ToBeInViewportAsync();

        // Whoever listens from now on is told of the dialog.
        page.FileChooser += (_, _) => { };
        await team.GoAsync(Team.Map);
        await user.TabToAsync(open);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => user.PressAsync("Enter"));
        await chooser.SetFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^Open this workbook \(1 answer, ") }).ClickSteadyAsync();
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync("Harbor Street Bakery");
        await Assertions.Expect(open).ToBeHiddenAsync();

        await team.SavedAsync();
        await team.GoAsync("about.html");
        await Assertions.Expect(page.Locator("[data-keeper-save]")).ToBeVisibleAsync();
        await Assertions.Expect(open).ToBeHiddenAsync();
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_is_in_no_file_yet_is_answered_here_too()
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var (team, page) = (new Team(visit), visit.Page);
        await team.StartedAsync();
        await team.OpenIntroAsync();
        await page.Locator(".storage summary").First.ClickSteadyAsync();
        await page.Locator(".storage input[value=file]").CheckSteadyAsync();
        await Assertions.Expect(page.Locator("[data-keeper-open]")).ToBeVisibleAsync();
        await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");
        await Assertions.Expect(page.Locator("[data-keeper-open]")).ToBeHiddenAsync();
        visit.AssertQuiet();
    }
}
