using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Xunit;

namespace Toolkit.BrowserTests.Pages;

/// <summary>What tables of tools look like once the styles of their parts are there, in columns that have hardly room.</summary>
public sealed class PartStylesTests(GuideSite site)
{
    /// <summary>The styles of a part stand below those of every page, wherever these are in it: of two that weigh the same, the part's are meant.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task On_a_phone_the_board_shows_no_place_where_nobody_is()
    {
        await using var visit = await site.OpenAsync(Team.Map, Screen.Of(390));
        var team = new Team(visit);
        await team.StartedAsync();
        await team.BringIntoViewAsync("[data-part=map]", ".views");
        await team.Cell("r1", "who").FillAsync("Maple Print Works");
        await team.Cell("r1", "sector").SelectOptionAsync("employers");
        await team.Cell("r1", "tie").SelectOptionAsync("working-together");
        var row = visit.Page.Locator("table.board tbody tr", new() { HasText = "Maple Print Works" });
        await Assertions.Expect(row.Locator("td:visible")).ToHaveCountAsync(1);
        Assert.Equal("", await visit.Page.EvaluateAsync<string>("""
            () => {
              const all = [...document.styleSheets].map(sheet => sheet.ownerNode.id)
              return all.lastIndexOf('') < all.findIndex(id => id.startsWith('sheet-')) ? '' : all.join()
            }
            """));
        visit.AssertQuiet();
    }

    /// <summary>Spanish names of answers are longer: no column of the results is cut off.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Results_in_Spanish_have_room(int width)
    {
        await using var visit = await site.OpenAsync("es/tools/readiness.html", Screen.Of(width));
        var team = new Team(visit);
        await team.StartedAsync();
        var questions = visit.Page.Locator(".instrument .item");
        await questions.Nth(0).Locator("input[type=radio]").Last.CheckSteadyAsync();
        await questions.Nth(1).Locator("input[type=radio]").First.CheckSteadyAsync();
        await team.BringIntoViewAsync("[data-part=results]", "table");
        Assert.Equal(0, await visit.Page.Locator("[data-part=results] .scroll").EvaluateAsync<int>("box => box.scrollWidth - box.clientWidth"));
        visit.AssertQuiet();
    }

    /// <summary>What was chosen and a day can be read beside long answers.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("tools/support-plan.html")]
    [InlineData("es/tools/support-plan.html")]
    public async Task A_choice_and_a_day_in_a_row_have_room(string page)
    {
        await using var visit = await site.OpenAsync(page, Screen.Of(768));
        await visit.StartedAsync();
        var fields = visit.Page.Locator("table.fill :is(select, [type=date])");
        Assert.InRange(await fields.CountAsync(), 10, 100);
        Assert.True(await fields.EvaluateAllAsync<bool>("fields => fields.every(field => field.getBoundingClientRect().width >= 130)"));
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        visit.AssertQuiet();
    }
}
