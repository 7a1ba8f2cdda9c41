using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>The tests that share one set of filled documents.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "It is what xunit calls a collection.")]
public sealed class FilledGuideCollection : ICollectionFixture<FilledGuide>
{
    /// <summary>Its name.</summary>
    public const string Name = "Filled guide";
}
