using Toolkit.Blocks;
using Toolkit.Theme;
using Toolkit.Writing.Html;

namespace Toolkit.Cli;

/// <summary>The one place where builder, blocks, formats and theme meet.</summary>
public static class Composition
{
    /// <summary>A builder for sites with a theme.</summary>
    /// <param name="themeFolder">Full path of the theme.</param>
    public static SiteBuilder Builder(string themeFolder) => new(
        BlockCatalogue.Reader(),
        new ThemeViews(),
        () => ThemeAssets.Load(Path.Combine(themeFolder, "dist")),
        []);
}
