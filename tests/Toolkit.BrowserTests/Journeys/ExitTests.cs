using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Journeys;

/// <summary>Leaving quickly: by the button, by Shift three times, without script.</summary>
public sealed class ExitTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaving_erases_the_tab_and_blanks_the_page(bool byKeyboard)
    {
        await using var visit = await site.OpenAsync("tools/expectations.html");
        await visit.Page.Locator("form.instrument textarea").First.FillAsync("Canary words");
        var before = await visit.Page.EvaluateAsync<int>("() => history.length");
        var left = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        // The test reaches no other site: this one stands for it.
        await visit.Context.RouteAsync(url => !url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal), async route =>
        {
            left.TrySetResult(route.Request.Url);
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<title>Weather</title>" });
        });

        if (byKeyboard)
        {
            await visit.Page.Locator("h1").First.ClickAsync();
            for (var press = 0; press < 3; press++)
            {
                await visit.Page.Keyboard.PressAsync("Shift");
            }
        }
        else
        {
            await visit.Page.Locator(".keeper a[data-part=exit]").ClickAsync();
        }

        Assert.StartsWith("https://", await left.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await visit.LeftAsync();
        // The page was replaced in the history, not added to it; the answers are gone.
        Assert.Equal(before, await visit.Page.EvaluateAsync<int>("() => history.length"));
        await visit.GoAsync("tools/expectations.html");
        Assert.Empty(await Answers.HeldAsync(visit.Page));
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public Task Every_page_has_the_way_out_without_script() =>
        EveryPage.ShouldAsync(site, new VisitOptions { Script = false }, async visit =>
        {
            var exits = visit.Page.Locator("a[data-part=exit][href^=https]");
            return await exits.CountAsync() >= 2 ? [] : ["lacks the button or the secondary link"];
        });
}
