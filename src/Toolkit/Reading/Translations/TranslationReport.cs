using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>How a text stands in a language.</summary>
public enum TextStatus
{
    /// <summary>Made of the words that the source has now.</summary>
    Translated,

    /// <summary>The source says something else by now.</summary>
    Stale,

    /// <summary>Not there: the source's words stand in its place.</summary>
    Missing,
}

/// <summary>One text that is translated by itself.</summary>
/// <param name="Name">What it is called within its file, such as <c>#why-vet</c> or <c>first-meeting.agree-time</c>.</param>
/// <param name="Digits">Eight digits of the source's words as they are now.</param>
/// <param name="Status">How it stands.</param>
/// <param name="At">Where the translation stands; null where there is none.</param>
public sealed record TranslatedText(string Name, string Digits, TextStatus Status, SourcePosition? At);

/// <summary>A file of the source and what is there of it in a language.</summary>
/// <param name="Source">Path of the source's file in the input.</param>
/// <param name="Path">Path of the translation in the input, whether it is there or not.</param>
/// <param name="Texts">Every text of the source, in order.</param>
public sealed record TranslatedFile(string Source, string Path, IReadOnlyList<TranslatedText> Texts)
{
    /// <summary>Makes a file to begin with: the words of the source as comments, and room for the others.</summary>
    public Func<string> Blank { get; init; } = () => "";

    /// <summary>How many of its texts stand like this.</summary>
    public int Count(TextStatus status) => Texts.Count(t => t.Status == status);
}

/// <summary>How far a language is.</summary>
/// <param name="Language">Which.</param>
/// <param name="Files">Settings, glossary and pages, in the order of the source.</param>
/// <param name="MissingWords">What the program itself says in the first language, since the catalogue lacks it in this one: file and key; null
/// where it has no words of this language at all.</param>
public sealed record TranslationReport(SiteLanguage Language, IReadOnlyList<TranslatedFile> Files, IReadOnlyList<string>? MissingWords)
{
    /// <summary>How many texts stand like this.</summary>
    public int Count(TextStatus status) => Files.Sum(f => f.Count(status));
}
