using System.Collections.Concurrent;
using Xunit;

namespace Toolkit.BrowserTests.Support;

/// <summary>Visits every page, and as much of Spanish as <see cref="GuideSite.VisitedPages"/> says, and gathers what is wrong, so that one run tells all.</summary>
public static class EveryPage
{
    /// <summary>Browsers that share the pages between them.</summary>
    private const int AtOnce = 2;

    /// <summary>Opens each page, asks what is wrong with it, and fails with all answers.</summary>
    public static async Task ShouldAsync(GuideSite site, VisitOptions options, Func<Visit, Task<IEnumerable<string>>> findings)
    {
        var found = new ConcurrentBag<string>();
        var pages = new ConcurrentQueue<string>(site.VisitedPages);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            // One browser profile for many pages: a fresh one for each costs more than the page.
            Visit? visit = null;
            while (pages.TryDequeue(out var page) && !TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                if (visit is null)
                {
                    visit = await site.OpenAsync(page, options);
                }
                else
                {
                    await visit.GoAsync(page);
                }

                foreach (var finding in await findings(visit))
                {
                    found.Add($"{page}: {finding}");
                }
            }

            if (visit is not null)
            {
                await visit.DisposeAsync();
            }
        }));
        Assert.True(found.IsEmpty, string.Join('\n', found.Order(StringComparer.Ordinal)));
    }
}
