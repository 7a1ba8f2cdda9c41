using Toolkit.Blocks;
using Toolkit.Theme;
using Toolkit.Words;
using Toolkit.Writing;
using Toolkit.Writing.Docx;
using Toolkit.Writing.Html;
using Toolkit.Writing.Pdf;

namespace Toolkit.Cli;

/// <summary>The one place where builder, blocks, formats and theme meet.</summary>
internal static class Composition
{
    /// <summary>Media types of the documents that sites offer, by the ending of their files with its dot.</summary>
    public static IReadOnlyDictionary<string, string> MediaTypes { get; } = Formats("", _ => { }).ToDictionary(f => "." + f.Ending, f => f.MediaType);

    /// <summary>A builder for sites with a theme.</summary>
    /// <param name="themeFolder">Full path of the theme.</param>
    /// <param name="log">Gets a line when something is installed, or another build is waited for.</param>
    public static SiteBuilder Builder(string themeFolder, Action<string> log) => new(
        BlockCatalogue.Reader(),
        new ThemeViews(),
        () => Assets(themeFolder),
        () => WordCatalogue.Load(Path.Combine(themeFolder, "words")),
        Formats(themeFolder, log),
        log);

    /// <summary>What the build of a theme made.</summary>
    /// <param name="themeFolder">Full path of the theme.</param>
    public static ThemeAssets Assets(string themeFolder) => ThemeAssets.Load(Path.Combine(themeFolder, "dist"));

    /// <summary>What documents are written as, in the order in which pages offer the files.</summary>
    private static IReadOnlyList<IDocumentFormat> Formats(string themeFolder, Action<string> log) =>
    [
        new DocxFormat([.. BlockCatalogue.All.Select(k => k.Docx)]),
        new PdfFormat(Path.Combine(themeFolder, "pdf"), [.. BlockCatalogue.All.Select(k => k.Pdf)], log),
    ];
}
