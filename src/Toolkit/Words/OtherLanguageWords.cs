namespace Toolkit.Words;

/// <summary>What offers a document in another language than that of its page.</summary>
public sealed class OtherLanguageWords(WordSource words)
{
    private readonly Phrase _any = words.Phrase("language");

    /// <summary>Heads the files for a partner who speaks Spanish.</summary>
    public string Spanish { get; } = words.Text();

    /// <summary>Heads the files for a partner who speaks English.</summary>
    public string English { get; } = words.Text();

    /// <summary>Says that they are blank, and that their answers come back.</summary>
    public string Hint { get; } = words.Text();

    /// <summary>A link to the page from which they are taken with answers; the name of the language is an element.</summary>
    public Phrase Filled { get; } = words.Phrase("language");

    /// <summary>Heads the files in a language.</summary>
    /// <param name="code">Its tag.</param>
    /// <param name="name">What it calls itself.</param>
    public string For(string code, string name)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Split('-')[0] switch
        {
            "es" => Spanish,
            "en" => English,
            _ => _any.Fill(name),
        };
    }
}
