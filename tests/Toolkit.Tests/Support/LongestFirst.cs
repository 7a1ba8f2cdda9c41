using Toolkit.Tests.RoundTrips;
using Toolkit.Tests.Scripts;
using Toolkit.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Toolkit.Tests.Support;

/// <summary>
/// Begins with the two collections that take longest, each minutes of tests that run one after another: begun last, one of them
/// would run on alone while a core has nothing to do.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [FilledGuideCollection.Name, typeof(ScriptTests).FullName!];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Long.Any(name => c.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) ? 0 : 1)];
}
