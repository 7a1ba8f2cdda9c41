using System.Text.RegularExpressions;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Pages;

/// <summary>
/// The sheet that stands in the page of a tool is enough for what is seen first: nothing moves or changes when the whole one comes. No
/// scripts, since they would change what is seen at times of their own.
/// </summary>
public sealed partial class FirstPictureTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(390, 844, false)]
    [InlineData(1280, 900, true)]
    public async Task Nothing_in_the_first_window_waits_for_the_stylesheet(int width, int height, bool dark)
    {
        // One of each kind, and Spanish for its longer words.
        string[] tools = ["tools/readiness.html", "tools/first-meeting.html", "tools/agreement.html", "tools/community-map.html", "tools/action-plan.html", "es/tools/partner-vetting.html"];
        var options = new VisitOptions { Width = width, Height = height, Dark = dark, Script = false };
        await using var before = await site.OpenAsync(tools[0], options);
        await before.Context.RouteAsync(Stylesheet(), route => route.AbortAsync());
        await using var after = await site.OpenAsync(tools[0], options);
        foreach (var tool in tools)
        {
            await before.GoAsync(tool);
            await after.GoAsync(tool);
            var seen = await before.Page.EvaluateAsync<string[]>(Script.Named("first-picture"));
            Assert.True(seen.Length > 20, $"{tool}: {seen.Length} things are seen");
            Assert.Equal(await after.Page.EvaluateAsync<string[]>(Script.Named("first-picture")), seen);
        }
    }

    [GeneratedRegex(@"/site\.[0-9a-f]+\.css$")]
    private static partial Regex Stylesheet();
}
