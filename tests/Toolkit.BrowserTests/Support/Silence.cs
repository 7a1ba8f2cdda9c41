using Microsoft.Playwright;

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// A browser that does not answer, in one thing or another, until it is told to: what it was asked happens, and nobody hears of
/// it. Time is the test's: nothing waits for it.
/// </summary>
public static class Silence
{
    private static readonly string Silent = Script.Named("silence");

    /// <summary>
    /// Pages that are opened from now on can be silenced; one at <c>#silent</c> is from the start.
    /// </summary>
    /// <param name="visit">Whose browser it is.</param>
    /// <param name="what">Names of what does not answer at <c>#silent</c>.</param>
    public static async Task PrepareAsync(Visit visit, params string[] what)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await visit.Context.Clock.InstallAsync();
        await visit.Context.AddInitScriptAsync(Silent.Replace("NAMES", $"[{string.Join(',', what.Select(w => $"'{w}'"))}]", StringComparison.Ordinal));
    }

    /// <summary>From now on the page hears no more of this.</summary>
    public static Task SilenceAsync(this IPage page, params string[] what)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.EvaluateAsync("what => { silence(...what) }", what);
    }

    /// <summary>The browser answers all that it was asked.</summary>
    public static Task SpeakAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.EvaluateAsync("() => { speak() }");
    }

    /// <summary>Lets time pass until something is to be seen, and no more than a minute of it.</summary>
    public static async Task PassUntilAsync(this IPage page, ILocator seen)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(seen);
        for (var seconds = 0; seconds < 70 && await seen.CountAsync() == 0; seconds++)
        {
            await page.Context.Clock.RunForAsync(1000);
        }

        await seen.First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
