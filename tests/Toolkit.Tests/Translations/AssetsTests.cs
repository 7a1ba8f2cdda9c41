using System.Text;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Translations;

/// <summary>Scripts come in the language of their page, as far as the theme has them.</summary>
public sealed class AssetsTests
{
    private static readonly ThemeAssets Assets = new(new Dictionary<string, byte[]>
    {
        ["site.js"] = "one"u8.ToArray(),
        ["es/site.js"] = "uno"u8.ToArray(),
        ["site.css"] = "css"u8.ToArray(),
        ["views.js"] = "views"u8.ToArray(),
        ["languages.css"] = "switch"u8.ToArray(),
    });

    [Theory]
    [InlineData("en", "site.js", "one")]
    [InlineData("es", "site.js", "uno")]
    [InlineData("es-MX", "site.js", "uno")]
    [InlineData("fr", "site.js", "one")]
    [InlineData("es", "site.css", "css")]
    public void A_file_is_found_by_language(string language, string name, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Assets.In(language, name)));

    [Fact]
    public void Scripts_of_languages_are_published_under_one_name_and_other_hashes()
    {
        var (source, other, alone) = (new HashedAssets(), new HashedAssets(), new HashedAssets());
        source.Add(Assets, "en", severalLanguages: true);
        other.Add(Assets, "es", severalLanguages: true);
        alone.Add(Assets, "en", severalLanguages: false);

        Assert.Equal(["site.js", "site.css", "views.js"], new[] { "site.js", "site.css", "views.js", "languages.css" }.Where(source.Has));
        // The switch between languages is no request of its own.
        Assert.Equal("cssswitch", Encoding.UTF8.GetString(source.Files.Single(f => f.Path == source.Path("site.css")).Bytes));
        Assert.Equal("css", Encoding.UTF8.GetString(alone.Files.Single(f => f.Path == alone.Path("site.css")).Bytes));
        Assert.NotEqual(source.Path("site.js"), other.Path("site.js"));
        Assert.Equal(source.Path("views.js"), other.Path("views.js"));
        Assert.Equal(["site.css", "site.js", "views.js", "languages.css"], Assets.Names.OrderBy(n => n == "languages.css").ThenBy(n => n, StringComparer.Ordinal));
    }
}
