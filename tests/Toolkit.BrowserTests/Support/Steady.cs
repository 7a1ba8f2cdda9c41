using Microsoft.Playwright;

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// Presses on things that may not have been in view. What comes into view for the first time is laid out then, and may move
/// under the pointer between pressing and letting go, which a test does within a millisecond and nobody else: these scroll
/// there first. Playwright then waits until the thing stands still.
/// </summary>
public static class Steady
{
    /// <summary>Ticks a box or chooses a radio button.</summary>
    public static async Task CheckSteadyAsync(this ILocator control)
    {
        await control.ScrollIntoViewIfNeededAsync();
        await control.CheckAsync();
    }

    /// <summary>Presses a button, a link or the title of a fold.</summary>
    public static async Task ClickSteadyAsync(this ILocator control)
    {
        await control.ScrollIntoViewIfNeededAsync();
        await control.ClickAsync();
    }
}
