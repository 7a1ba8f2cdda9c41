using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Pages whose connection goes while somebody works on them.</summary>
public sealed class OfflineTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_part_that_could_not_come_says_so_and_comes_when_the_line_is_back(bool byHand)
    {
        await using var visit = await site.OpenAsync("about.html");
        var team = new Team(visit);
        // As a line that is down: what is asked for fails, and the browser may not know yet why.
        var down = true;
        await visit.Context.RouteAsync("**/assets/exchange.*.js", route => down ? route.AbortAsync() : route.ContinueAsync());
        await team.GoAsync("tools/readiness.html");
        await team.Page.Locator(".instrument input[type=radio]").First.CheckSteadyAsync();
        var part = team.Page.Locator("[data-part=downloads]");
        await team.BringIntoViewAsync("[data-part=downloads]", "[data-part=downloads] > .say[role=status]");
        var said = part.GetByRole(AriaRole.Status).Filter(new() { HasText = "Your answers are safe." });
        await said.WaitForAsync();
        Assert.Empty(await visit.AxeAsync());

        down = false;
        if (byHand)
        {
            await said.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickSteadyAsync();
        }
        else
        {
            await visit.Context.SetOfflineAsync(true);
            await visit.Context.SetOfflineAsync(false);
        }

        await part.Locator("[data-fill=docx]").WaitForAsync();
        await Assertions.Expect(said).ToHaveCountAsync(0);
        await Assertions.Expect(part.Locator("[data-fill=docx]")).ToHaveCountAsync(1);
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_page_will_need_comes_while_nobody_waits_unless_the_line_is_metered(bool ahead)
    {
        await using var visit = await site.OpenAsync("tools/readiness.html", new() { Ahead = ahead });
        var team = new Team(visit);
        const string Came = "() => ['exchange', 'reader', 'views', 'tables'].every(name => document.querySelector(`script[src*='/${name}.']`) !== null)";
        if (!ahead)
        {
            await team.Page.Locator(".instrument input[type=radio]").First.CheckSteadyAsync();
            await team.SavedAsync();
            Assert.Null(await team.Page.EvaluateAsync<string?>("() => document.documentElement.dataset.ahead ?? null"));
            return;
        }

        await team.Page.WaitForFunctionAsync(Came);
        await team.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(entry => /\\/tables\\./.test(entry.name) && entry.responseEnd > 0)");
        await visit.Context.SetOfflineAsync(true);

        await team.Page.Locator(".instrument input[type=radio]").First.CheckSteadyAsync();
        await team.BringIntoViewAsync("[data-part=results]", "table");
        await team.BringIntoViewAsync("[data-part=read-back]", "button");
        await Assertions.Expect(team.Page.Locator("[data-part] > .say[role=status]", new() { HasText = "Try again" })).ToHaveCountAsync(0);
    }
}
