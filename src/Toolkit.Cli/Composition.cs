using Toolkit.Blocks;

namespace Toolkit.Cli;

/// <summary>The one place where builder, blocks and theme meet.</summary>
public static class Composition
{
    /// <summary>A builder for sites with a theme.</summary>
    public static SiteBuilder Builder() => new(BlockCatalogue.All);
}
