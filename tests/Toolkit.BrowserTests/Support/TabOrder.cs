using Xunit;

namespace Toolkit.BrowserTests.Support;

/// <summary>Walks a page from its first stop of the Tab key to its last, and tells what is wrong on the way.</summary>
public static class TabOrder
{
    /// <summary>The Tab key going down, as the browser is told of it.</summary>
    private static readonly Dictionary<string, object> Tab = new() { ["type"] = "rawKeyDown", ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 };

    /// <summary>Presses between two looks at whether the walk came round.</summary>
    private const int Stride = 12;

    /// <summary>More stops than any page of the guide has: a walk that does not end is a trap.</summary>
    private const int MostStops = 1200;

    /// <summary>
    /// Looks at each stop when the next Tab is pressed: the browser has scrolled to it by then. A stop is in view where a point
    /// of it is not covered by something that floats. The browser can be behind with laying out where the walk came to: a stop
    /// that is not in view holds the walk until the page was drawn some more times.
    /// </summary>
    private static readonly string Watch = Script.Named("watch-tab-order");

    /// <summary>What is wrong with the order, the reach and the sight of the page's stops.</summary>
    /// <param name="visit">A page that was just opened.</param>
    /// <param name="inRows">Whether the page is one column, so that order can be seen.</param>
    public static async Task<IEnumerable<string>> FindingsAsync(Visit visit, bool inRows)
    {
        ArgumentNullException.ThrowIfNull(visit);
        // A part that comes when it comes near would come into the page behind a walker as fast as this one.
        await visit.AllPartsAsync();
        await visit.Page.EvaluateAsync(Watch);
        var keyboard = await visit.Context.NewCDPSessionAsync(visit.Page);
        while (await visit.Page.EvaluateAsync<int>("() => window.walk.far()") is >= 0 and var steps)
        {
            if (steps > MostStops || TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                return ["the Tab key does not come round: it is caught on the way"];
            }

            // One after the other, without a word in between: the browser works through them in order.
            await Task.WhenAll(Enumerable.Range(0, Stride).Select(_ => keyboard.SendAsync("Input.dispatchKeyEvent", Tab)));
        }

        await keyboard.DetachAsync();

        var told = await visit.Page.EvaluateAsync<Walk>("inRows => window.walk.tell(inRows)", inRows);
        return told.Stops < 10 ? [.. told.Findings, $"only {told.Stops} stops"] : told.Findings;
    }

    /// <summary>What a walk found.</summary>
    private sealed record Walk
    {
        /// <summary>How many controls had the focus.</summary>
        public int Stops { get; init; }

        /// <summary>What is wrong.</summary>
        public string[] Findings { get; init; } = [];
    }
}
