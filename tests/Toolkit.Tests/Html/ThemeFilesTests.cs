using System.IO.Compression;
using Toolkit.Tests.Support;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Html;

/// <summary>The files that the theme's build makes, and what they may weigh.</summary>
public sealed class ThemeFilesTests
{
    private const int KiB = 1024;

    private static readonly ThemeAssets Assets = ThemeAssets.Load(Repository.At("theme/dist"));

    [Theory]
    [InlineData("site.css", 12 * KiB)]
    // At least a KiB below the 14 that a first visit may take of it.
    [InlineData("site.js", 13 * KiB)]
    // The packer of .NET makes up to one byte of a hundred more than the gzip that hosts use.
    [InlineData("es/site.js", 13 * KiB * 101 / 100)]
    // Only tools and the workbook have it.
    [InlineData("early.js", (KiB / 2) + 32)]
    // Each page of a tool carries it.
    [InlineData("first.css", 7 * KiB)]
    [InlineData("search.js", 8 * KiB)]
    public void A_file_stays_within_its_budget(string name, int most) => Assert.InRange(Gzipped(Assets[name]), 1, most);

    [Fact]
    public void The_stylesheet_loads_nothing()
    {
        var css = System.Text.Encoding.UTF8.GetString(Assets["site.css"]);

        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", css, StringComparison.Ordinal);
        Assert.All(css.Split("url(").Skip(1), url => Assert.StartsWith("data:image/svg+xml", url.TrimStart('"', '\''), StringComparison.Ordinal));
    }

    /// <summary>A script that looks behind in a regular expression does not even start in Safari before 16.4.</summary>
    [Fact]
    public void No_script_needs_a_newer_browser_for_its_expressions()
    {
        var scripts = Directory.GetFiles(Repository.At("theme/dist"), "*.js");

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotMatch(@"\(\?<[!=]", File.ReadAllText(script)));
    }

    [Fact]
    public void A_missing_build_is_said_with_what_to_do() =>
        Assert.Contains("dotnet build theme", Assert.Throws<DirectoryNotFoundException>(() => ThemeAssets.Load(Repository.At("theme/no-such-folder"))).Message, StringComparison.Ordinal);

    private static int Gzipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)packed.Length;
    }
}
