using Toolkit.Words;

namespace Toolkit.Tests.Support;

/// <summary>The words that the program itself says, as tests hand them in.</summary>
internal static class TestWords
{
    /// <summary>Full path of the catalogue.</summary>
    public static string Folder { get; } = Repository.At("theme/words");

    /// <summary>Every language.</summary>
    public static WordCatalogue Catalogue { get; } = WordCatalogue.Load(Folder);

    /// <summary>The first language.</summary>
    public static LanguageWords English { get; } = Catalogue.For(WordCatalogue.FirstLanguage);

    /// <summary>What fields are called.</summary>
    public static FieldWords Fields => English.Common.Field;
}
