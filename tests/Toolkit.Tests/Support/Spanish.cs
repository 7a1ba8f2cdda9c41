namespace Toolkit.Tests.Support;

/// <summary>How much of Spanish tests take: of what is the same in both languages, usually one of each kind.</summary>
internal static class Spanish
{
    /// <summary>Whether <c>TOOLKIT_SPANISH=all</c> is in the environment: then all of Spanish, in place of the source (docs/spanish.md).</summary>
    public static bool All { get; } = Environment.GetEnvironmentVariable("TOOLKIT_SPANISH") == "all";
}
