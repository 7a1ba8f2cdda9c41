namespace Toolkit.Tests.RoundTrips;

/// <summary>What the browser's code read from a file; <c>ReadDocument</c> in <c>theme/scripts/documents/metadata.ts</c>.</summary>
public sealed record ReadFile
{
    /// <summary>Id of the document, null where the file does not say.</summary>
    public string? Document { get; init; }

    /// <summary>Answers by field id.</summary>
    public Dictionary<string, string> Answers { get; init; } = [];

    /// <summary>What stands in the partner fields, by instrument.</summary>
    public Dictionary<string, string> Partners { get; init; } = [];

    /// <summary>Keys of rows in the order of the file, by table.</summary>
    public Dictionary<string, List<string>> Rows { get; init; } = [];

    /// <summary>Those that were added in the file.</summary>
    public Dictionary<string, List<string>> AddedRows { get; init; } = [];

    /// <summary>What could not be read, or not surely.</summary>
    public List<ReadRemark> Remarks { get; init; } = [];

    /// <summary>Why the file was refused; null where it was read.</summary>
    public string? Refused { get; init; }
}

/// <summary>One thing that could not be read.</summary>
/// <param name="Kind">Such as <c>missing-field</c>.</param>
/// <param name="Field">Field id.</param>
/// <param name="Found">What stood there.</param>
public sealed record ReadRemark(string Kind, string? Field, string? Found);
