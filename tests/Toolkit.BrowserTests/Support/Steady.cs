using Microsoft.Playwright;

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// Presses on things that may not have been in view. What comes into view for the first time is laid out then, and may move
/// under the pointer between pressing and letting go, which a test does within a millisecond and nobody else: these scroll
/// there first. Playwright then waits until the thing stands still.
/// </summary>
public static class Steady
{
    private const int MostLooks = 20;

    /// <summary>Ticks a box or chooses a radio button.</summary>
    public static async Task CheckSteadyAsync(this ILocator control)
    {
        await ComeAsync(control);
        await control.CheckAsync();
    }

    /// <summary>Presses a button, a link or the title of a fold.</summary>
    public static async Task ClickSteadyAsync(this ILocator control)
    {
        await ComeAsync(control);
        await control.ClickAsync();
    }

    /// <summary>
    /// Scrolls there. A list that is drawn anew just then has the same thing again a moment later, and Playwright looks for it again when it
    /// presses, but not when it scrolls.
    /// </summary>
    private static async Task ComeAsync(ILocator control)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                await control.ScrollIntoViewIfNeededAsync();
                return;
            }
            catch (PlaywrightException gone) when (look < MostLooks && gone.Message.Contains("not attached", StringComparison.Ordinal))
            {
                // It is looked for again.
            }
        }
    }
}
