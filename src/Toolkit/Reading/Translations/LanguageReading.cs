using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Reading.Translations;

/// <summary>What is known of a language while its pages are read.</summary>
/// <param name="Language">The language.</param>
/// <param name="Source">The language of the source.</param>
/// <param name="Settings">The settings in this language.</param>
/// <param name="Glossary">The glossary in this language.</param>
/// <param name="Words">What the program itself says.</param>
/// <param name="Links">The pages of this language, and all files.</param>
internal sealed record LanguageReading(
    SiteLanguage Language, SiteLanguage Source, SiteSettings Settings, IReadOnlyList<GlossaryEntry> Glossary, LanguageWords Words, LinkTable Links)
{
    /// <summary>Blocks of the source as they stand in a page of this language: their text is marked with the source's language.</summary>
    public IReadOnlyList<Block> Untranslated(IReadOnlyList<Block> blocks) => [.. blocks.Select(Untranslated)];

    /// <summary>Running text of the source, marked with its language.</summary>
    public IReadOnlyList<Inline> Untranslated(IReadOnlyList<Inline> text) => text.Count == 0 ? text : [new Foreign(Source.Code, text)];

    private Block Untranslated(Block block) => block.With(many => [.. many.Select(Untranslated)], Untranslated) with { Language = Source.Code };
}
