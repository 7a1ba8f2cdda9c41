using System.Collections.Concurrent;
using Xunit;

namespace Toolkit.BrowserTests.Support;

/// <summary>Visits every page and gathers what is wrong, so that one run tells all.</summary>
public static class EveryPage
{
    /// <summary>Pages visited side by side.</summary>
    private const int AtOnce = 2;

    /// <summary>Opens each page, asks what is wrong with it, and fails with all answers.</summary>
    public static async Task ShouldAsync(GuideSite site, VisitOptions options, Func<Visit, Task<IEnumerable<string>>> findings)
    {
        var found = new ConcurrentBag<string>();
        var cancellation = TestContext.Current.CancellationToken;
        await Parallel.ForEachAsync(site.Pages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (page, _) =>
        {
            await using var visit = await site.OpenAsync(page, options);
            await visit.StartedAsync();
            foreach (var finding in await findings(visit))
            {
                found.Add($"{page}: {finding}");
            }
        });
        Assert.Empty(found.Order(StringComparer.Ordinal));
    }
}
