namespace Toolkit.Reading;

/// <summary>An address as an author wrote it, judged.</summary>
/// <param name="Address">As it is written into pages and documents: the author's, with a host of other letters in the form that computers use.</param>
/// <param name="Code">The problem with it; null where it is right.</param>
/// <param name="Reason">What is wrong with it, as the rest of a sentence that begins with the address.</param>
/// <param name="Advice">What would be right.</param>
internal sealed record JudgedAddress(string Address, string? Code, string Reason, string Advice)
{
    /// <summary>Whether everybody on the way can see which page was asked for.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether its host has letters beyond a to z, which can look like another name.</summary>
    public bool HasForeignHost { get; init; }
}
