using Toolkit.Checking;
using Xunit;

namespace Toolkit.Tests.Checking;

/// <summary>How hard a text is to read, each language by a measure that was made for it.</summary>
public sealed class ReadingGradeTests
{
    /// <summary>As the academies part them: with diphthongs, hiatus by strong vowels and by accents, letters that are not heard.</summary>
    [Theory]
    [InlineData("sol", 1)]
    [InlineData("y", 1)]
    [InlineData("ley", 1)]
    [InlineData("leyes", 2)]
    [InlineData("muy", 1)]
    [InlineData("buey", 1)]
    [InlineData("casa", 2)]
    [InlineData("huevo", 2)]
    [InlineData("ciudad", 2)]
    [InlineData("bueno", 2)]
    [InlineData("viuda", 2)]
    [InlineData("guion", 1)]
    [InlineData("quien", 1)]
    [InlineData("guerra", 2)]
    [InlineData("pingüino", 3)]
    [InlineData("averigüe", 4)]
    [InlineData("aéreo", 4)]
    [InlineData("poeta", 3)]
    [InlineData("leer", 2)]
    [InlineData("día", 2)]
    [InlineData("DÍAS", 2)]
    [InlineData("policía", 4)]
    [InlineData("país", 2)]
    [InlineData("baúl", 2)]
    [InlineData("traía", 3)]
    [InlineData("construí", 2)]
    [InlineData("también", 2)]
    [InlineData("ahora", 3)]
    [InlineData("ahí", 2)]
    [InlineData("búho", 2)]
    [InlineData("desahucio", 3)]
    [InlineData("sobreviviente", 5)]
    [InlineData("organización", 5)]
    [InlineData("averiguáis", 4)]
    public void Syllables_of_Spanish_words(string word, int expected) => Assert.Equal(expected, SpanishSyllables.In(word));

    [Fact]
    public void Spanish_is_measured_as_Crawford_does()
    {
        // Twenty sentences of six words: la ca-sa es muy gran-de hoy are eight syllables.
        var text = Enumerable.Repeat("La casa es muy grande hoy.", 20).ToList();
        var (words, syllables, sentences) = (20 * 6, 20 * 8, 20);

        Assert.Equal((4.9 * syllables / words) - (20.5 * sentences / words) - 3.407, ReadingGrade.Of(text, "es")!.Value, 6);
        Assert.Equal(ReadingGrade.Of(text, "es"), ReadingGrade.Of(text, "es-US"));
        Assert.True(ReadingGrade.Of([string.Join(' ', Enumerable.Repeat("La organización interdisciplinaria administrativamente responsable", 30))], "es") > ReadingGrade.Highest("es"));
    }

    [Fact]
    public void Other_languages_have_no_measure_and_short_texts_none_either()
    {
        var text = Enumerable.Repeat("Das ist ein Satz.", 50).ToList();

        Assert.Null(ReadingGrade.Of(text, "de"));
        Assert.NotNull(ReadingGrade.Of(text, "en"));
        Assert.Null(ReadingGrade.Of(["Una frase corta."], "es"));
    }
}
