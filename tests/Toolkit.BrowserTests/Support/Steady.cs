using Microsoft.Playwright;

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// Presses on things that may not have been in view. What comes into view for the first time is laid out then, and may move
/// under the pointer between pressing and letting go, which a test does within a millisecond and nobody else: these scroll
/// there first. Playwright then waits until the thing stands still, and sees to it that the button goes down on the thing. Where
/// it still moved away before the button went up, nothing was pressed, and they press again.
/// </summary>
public static class Steady
{
    private const int MostLooks = 20;
    private const int MostPresses = 5;

    /// <summary>
    /// Notes whether the next press goes down on one thing and up on another. A thing that its own press takes out of the page was
    /// reached.
    /// </summary>
    private const string Watch =
        """
        element => {
          window.pressSlipped = false
          window.pressWatched?.abort()
          const { signal } = window.pressWatched = new AbortController()
          let down = false
          addEventListener('mousedown', event => { down = event.composedPath().includes(element) }, { capture: true, signal })
          addEventListener('mouseup', event => {
            window.pressSlipped = down && element.isConnected && !event.composedPath().includes(element)
            window.pressWatched.abort()
          }, { capture: true, signal })
        }
        """;

    /// <summary>Ticks a box or chooses a radio button.</summary>
    public static Task CheckSteadyAsync(this ILocator control) => SetSteadyAsync(control, true);

    /// <summary>Takes the tick out of a box.</summary>
    public static Task UncheckSteadyAsync(this ILocator control) => SetSteadyAsync(control, false);

    /// <summary>Presses a button, a link or the title of a fold.</summary>
    public static async Task ClickSteadyAsync(this ILocator control)
    {
        for (var left = MostPresses; left > 0; left--)
        {
            await ComeAsync(control);
            await control.EvaluateAsync(Watch);
            await control.ClickAsync();
            if (!await SlippedAsync(control.Page))
            {
                return;
            }
        }

        throw new TimeoutException($"{control} moved away from each of {MostPresses} presses.");
    }

    private static async Task SetSteadyAsync(ILocator control, bool value)
    {
        for (var left = MostPresses; ; left--)
        {
            await ComeAsync(control);
            try
            {
                await control.SetCheckedAsync(value);
                return;
            }
            catch (PlaywrightException slipped) when (left > 1 && slipped.Message.Contains("did not change its state", StringComparison.Ordinal))
            {
                // It is pressed again where it is still open.
            }
        }
    }

    /// <summary>Whether the press that was watched slipped; a page that was left by it was reached by it.</summary>
    private static async Task<bool> SlippedAsync(IPage page)
    {
        try
        {
            return !page.IsClosed && await page.EvaluateAsync<bool>("() => window.pressSlipped === true");
        }
        catch (PlaywrightException)
        {
            return false;
        }
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
