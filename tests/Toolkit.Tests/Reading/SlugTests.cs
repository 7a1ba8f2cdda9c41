using Toolkit.Reading;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>Names for addresses keep the letters of the words that they are made from.</summary>
public sealed class SlugTests
{
    [Theory]
    [InlineData("Über uns", "uber-uns")]
    [InlineData("U\u0308ber uns", "uber-uns")]
    [InlineData("Niños", "ninos")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Æther, Œuvre, Øre", "aether-oeuvre-ore")]
    [InlineData("Łódź, Đà Nẵng, Þing, Ísafjörður", "lodz-da-nang-thing-isafjordur")]
    [InlineData("İstanbul ve ısı", "istanbul-ve-isi")]
    [InlineData("Người sống sót", "nguoi-song-sot")]
    [InlineData("Žluťoučký kůň, žąsį, ķēniņš", "zlutoucky-kun-zasi-kenins")]
    [InlineData("Ŋ, Ħal, Ŧ, Ɓ, Ə", "n-hal-t-b-e")]
    [InlineData("What’s next? It's “safe” — 100 %", "whats-next-its-safe-100")]
    [InlineData("ﬁnd oﬃce", "find-office")]
    [InlineData("мир", "")]
    [InlineData("安全", "")]
    [InlineData("سلامة", "")]
    public void Letters_stay(string words, string slug) => Assert.Equal(slug, Slug.Of(words));

    [Fact]
    public void Every_Latin_letter_of_Europe_Africa_and_Vietnam_leaves_one()
    {
        // Latin-1, Extended-A, and what Vietnamese adds; none may vanish.
        var letters = Enumerable.Range(0xC0, 0x17F - 0xC0 + 1).Concat(Enumerable.Range(0x1E00, 0x1EF9 - 0x1E00 + 1)).Select(c => (char)c).Where(char.IsLetter);

        Assert.All(letters, letter => Assert.Matches("^[a-z]+$", Slug.Of(letter.ToString())));
    }
}
