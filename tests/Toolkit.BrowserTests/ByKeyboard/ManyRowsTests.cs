using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Xunit;

namespace Toolkit.BrowserTests.ByKeyboard;

/// <summary>A table with many rows: added in a line, looked through, changed at once. Without a mouse.</summary>
public sealed class ManyRowsTests(GuideSite site)
{
    private static readonly string[] Names =
    [
        "Fernhill Garden Center", "Harbor Street Bakery", "Copper Kettle Catering", "Next Step Works", "Northside Credit Union",
        "Open Page Literacy", "Maple Print Works", "Two Rivers College", "Cedar Court",
    ];

    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData(320, false)]
    [InlineData(1280, true)]
    public async Task Rows_are_added_in_a_line_found_sorted_duplicated_and_changed_at_once(int width, bool fromDisk)
    {
        await using var visit = await site.OpenAsync(Team.Map + "#community-map:on-the-map", Screen.Of(width) with { FromDisk = fromDisk });
        var (team, user) = (new Team(visit), new KeyboardUser(visit));
        var rows = team.Page.Locator($"[data-table='{Team.Organizations}'] tr[data-row]:visible");
        var quick = team.Page.Locator(".quick");
        var name = quick.GetByLabel("Organization");

        await user.TabToAsync(name);
        await user.PressAsync("Enter");
        await Assertions.Expect(quick.GetByRole(AriaRole.Status)).ToHaveTextAsync("Write the name first.");
        await user.OptionAsync(quick.GetByLabel("Sector"), "Employers");
        await user.TabToAsync(name);
        foreach (var one in Names)
        {
            await user.TypeAsync(one);
            await user.PressAsync("Enter");
            await Assertions.Expect(name).ToHaveValueAsync("");
            await KeyboardUser.AssertFocusedAsync(name);
        }

        await Assertions.Expect(quick.GetByRole(AriaRole.Status)).ToHaveTextAsync("Cedar Court is in the table. That makes 9.");
        await Assertions.Expect(team.Cell("r1", "who")).ToHaveValueAsync(Names[0]);
        await Assertions.Expect(team.Cell("r9", "sector")).ToHaveValueAsync("employers");
        await user.TypeAsync("cedar  court");
        await user.PressAsync("Enter");
        await Assertions.Expect(quick.GetByRole(AriaRole.Status)).ToHaveTextAsync("cedar court is in the table already.");
        await user.StateAsync("nine rows", dark: true);

        await user.FillAsync(team.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }), "ar");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await user.UnfoldIfFoldedAsync(team.Page.Locator(".sift__more > summary"));
        await user.OptionAsync(team.Page.GetByLabel("Sort by"), "Organization");
        await Assertions.Expect(rows.First.Locator("input").First).ToHaveValueAsync("Cedar Court");
        await Assertions.Expect(team.Page.Locator(".sift__said [role=status]")).ToHaveTextAsync("3 of 9 rows are shown.");
        await user.ButtonAsync("Change many at once");
        await user.ButtonAsync("Choose all that are shown");
        await user.OptionAsync(team.Page.Locator(".many").GetByLabel("Becomes"), "Housing");
        await user.StateAsync("many chosen", dark: true);
        await user.ButtonAsync("Change 3 rows");
        await Assertions.Expect(team.Notice).ToContainTextAsync("3 rows were changed.");
        await Assertions.Expect(team.Cell("r1", "sector")).ToHaveValueAsync("housing");
        await Assertions.Expect(team.Cell("r4", "sector")).ToHaveValueAsync("employers");
        await user.AssertSeenAsync();
        await user.PressAsync("Control+Alt+z");
        await Assertions.Expect(team.Cell("r1", "sector")).ToHaveValueAsync("employers");
        await user.EnterAsync(team.Page.Locator(".many").GetByRole(AriaRole.Button, new() { Name = "Done" }), "Enter");
        await KeyboardUser.AssertFocusedAsync(user.Named(AriaRole.Button, "Change many at once"));

        await user.ButtonAsync("Show all");
        await Assertions.Expect(rows).ToHaveCountAsync(9);
        await Assertions.Expect(rows.First.Locator("input").First).ToHaveValueAsync(Names[0]);
        await user.EnterAsync(team.Page.Locator($"[data-table='{Team.Organizations}'] tr[data-row=r2] [data-act=copy]"), "Enter");
        await Assertions.Expect(team.Cell("r10", "who")).ToBeFocusedAsync();
        await Assertions.Expect(team.Cell("r10", "who")).ToHaveValueAsync(Names[1]);
        await Assertions.Expect(rows.Nth(2)).ToHaveAttributeAsync("data-row", "r10");
        await user.PressAsync("Control+Alt+z");
        await Assertions.Expect(rows).ToHaveCountAsync(9);
        visit.AssertQuiet();
    }
}
