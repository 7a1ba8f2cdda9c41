using System.Text.Json;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Words;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit;

/// <summary>
/// Puts the finished site into a .zip that works by double-click from a folder or a stick, and says so on the page of
/// downloads. What lies in the .zip knows nothing of it: its own page of downloads and list do not offer it.
/// </summary>
internal static class Packing
{
    private static readonly JsonSerializerOptions Listing = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What only a host can use.</summary>
    private static readonly string[] ForHosts = ["_headers", "_redirects", "sitemap.xml", "robots.txt"];

    /// <summary>All files that the program made: the pages, what they load, the documents and their list, and the .zip where the site wants one.</summary>
    /// <param name="read">The site.</param>
    /// <param name="pages">Its pages as they are without the .zip.</param>
    /// <param name="downloads">Its documents.</param>
    /// <param name="log">Takes the problems.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<List<OutputFile>> FinishAsync(
        ReadSite read, WrittenPages pages, IReadOnlyList<Download> downloads, ProblemLog log, CancellationToken cancellation)
    {
        var documents = downloads.Where(d => !d.IsLater).Select(d => new OutputFile(d.File, d.Content)).ToList();
        if (downloads.Any(d => d.IsLater))
        {
            return [.. pages.Files, .. documents];
        }

        var whole = read.Site.Settings.WholeToolkit && pages.OffersDownloads
            ? Whole(read.Site, read.Words.Pages, [.. pages.Files, .. documents, ListOf(downloads)], log, cancellation)
            : null;
        return whole is null
            ? [.. pages.Files, .. documents, ListOf(downloads)]
            : [.. await pages.WithAsync(whole, cancellation), .. documents, new OutputFile(WholeToolkit.Path, whole.Content), ListOf([whole, .. downloads])];
    }

    private static WholeToolkit? Whole(Site site, PageWords words, IEnumerable<OutputFile> files, ProblemLog log, CancellationToken cancellation)
    {
        var all = files.Concat(site.Files.Select(f => new OutputFile(f.OutputPath, f.Read)))
            .Where(f => !ForHosts.Contains(f.Path))
            .DistinctBy(f => f.Path)
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .ToList();
        var start = all.Any(f => f.Path == WholeToolkit.StartPage) ? [] : SiteFiles.StartOfFolder(site.Settings, words);
        if (ZipWriter.Pack([.. start, .. all], cancellation) is not { } zip)
        {
            log.Warning("TK5013", null, "The site is too large for a .zip, so the page of downloads offers none.", "Set 'WholeToolkit: false' in settings.yml, or link to large films instead of copying them.");
            return null;
        }

        return WholeToolkit.Of(site.Settings.SiteTitle, zip);
    }

    private static OutputFile ListOf(IReadOnlyList<object> entries) => new(Download.ListPath, JsonSerializer.SerializeToUtf8Bytes(entries, Listing));
}
