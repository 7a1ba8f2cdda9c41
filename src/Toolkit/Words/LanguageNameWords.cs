namespace Toolkit.Words;

/// <summary>What languages are called within a sentence: no sentence in Spanish says “en English”.</summary>
public sealed class LanguageNameWords(WordSource words)
{
    /// <summary>Spanish.</summary>
    public string Spanish { get; } = words.Text();

    /// <summary>English.</summary>
    public string English { get; } = words.Text();

    /// <summary>The name of a language; null where the words know none, so that it is said as it calls itself.</summary>
    /// <param name="code">Its tag.</param>
    public string? For(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Split('-')[0] switch
        {
            "es" => Spanish,
            "en" => English,
            _ => null,
        };
    }
}
