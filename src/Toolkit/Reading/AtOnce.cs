namespace Toolkit.Reading;

/// <summary>Does the same with many things at once and keeps their order. Queries that run in parallel do so too, and take longer to start.</summary>
internal static class AtOnce
{
    /// <summary>What a function makes of each thing, in the order of the things.</summary>
    public static TResult[] Each<T, TResult>(IReadOnlyList<T> things, Func<T, TResult> make, CancellationToken cancellation)
        where TResult : class?
    {
        var results = new TResult[things.Count];
        Parallel.For(0, things.Count, new ParallelOptions { CancellationToken = cancellation }, i => results[i] = make(things[i]));
        return results;
    }
}
