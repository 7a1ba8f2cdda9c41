namespace Toolkit.Model;

/// <summary>How sentences of messages are written.</summary>
internal static class Sentence
{
    /// <summary>A text as a sentence begins with it.</summary>
    public static string Begin(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
