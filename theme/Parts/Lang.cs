namespace Toolkit.Theme.Parts;

/// <summary>Marks what stands on a page in another language than the page.</summary>
internal static class Lang
{
    /// <summary>Value of <c>lang</c>; null, so that there is no such attribute, for the language of the page.</summary>
    public static string? Of(string language) => language.Length > 0 ? language : null;
}
