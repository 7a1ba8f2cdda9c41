using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>In Spanish, whose words are longer, none is cut where columns are narrow.</summary>
public sealed class WholeWordsTests(GuideSite site)
{
    private const string List = "Nombre\tSector\tQué tan cerca estamos\nGuardería Arcoíris\tCuidado de niños y servicios para familias\tEn conversación\nTaller Puente\tBancos y cooperativas de crédito\tTrabajamos en conjunto";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task In_a_meeting_the_answers_are_whole_and_the_way_out_stays_at_the_end_of_the_bar(int width)
    {
        await using var visit = await site.OpenAsync("es/tools/partner-vetting.html", Screen.Of(width));
        var page = visit.Page;
        await new Team(visit).StartedAsync();
        await page.Locator(".instrument").GetByRole(AriaRole.Button, new() { Name = "Hacer una reunión" }).ClickSteadyAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar", Exact = true }).ClickSteadyAsync();
        var meeting = page.Locator("dialog.meeting");
        await meeting.Locator("h1").WaitForAsync();

        Assert.Empty(await CutAsync(page, ".mopt__word"));
        // What is chosen is bold, and wider.
        foreach (var option in await meeting.GetByRole(AriaRole.Radio).AllAsync())
        {
            await option.CheckSteadyAsync();
            Assert.Empty(await CutAsync(page, ".mopt__word"));
        }

        if (width == 1280)
        {
            Assert.True(await meeting.Locator(".exit").EvaluateAsync<bool>("exit => exit.getBoundingClientRect().right > innerWidth - 100"));
        }

        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task In_a_list_that_is_brought_and_on_the_board(int width)
    {
        await using var visit = await site.OpenAsync("es/tools/community-map.html", Screen.Of(width));
        var (team, page) = (new Team(visit), visit.Page);
        await team.StartedAsync();
        await team.Cell("r1", "who").FillAsync("Guarderia Arcoiris");
        await page.Locator("[data-bring]").ClickSteadyAsync();
        await page.GetByLabel("Pegue filas aquí").FillAsync(List);
        await page.GetByRole(AriaRole.Button, new() { Name = "Revisar las filas" }).ClickSteadyAsync();
        var both = page.Locator(".bring__preview details", new() { HasText = "Lado a lado" });
        await both.Locator("summary").ClickSteadyAsync();
        await Assertions.Expect(both.Locator("td").First).ToBeVisibleAsync();
        Assert.Empty(await CutAsync(page, ".bring__preview :is(th, td)"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Poner estas 2 filas en la tabla" }).First.ClickSteadyAsync();
        await team.BringIntoViewAsync("[data-part=map]", ".views");
        await Assertions.Expect(page.Locator(".board:not(.board--small)")).ToContainTextAsync("Taller Puente");
        Assert.Empty(await CutAsync(page, ".board:not(.board--small) :is(th, td)"));
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(900)]
    [InlineData(1280)]
    public async Task The_name_of_the_site_stands_clear_of_what_is_beside_it(int width)
    {
        await using var visit = await site.OpenAsync("es/tools/partner-vetting.html", Screen.Of(width));

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Script.Named("over-the-name")));
        visit.AssertQuiet();
    }

    private static Task<string[]> CutAsync(IPage page, string selector) =>
        page.EvaluateAsync<string[]>(Script.Named("cut-words"), selector);
}
