using System.Text.Json;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Words;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit;

/// <summary>
/// Puts the finished site into a .zip that works by double-click from a folder or a stick, and says so on the page of
/// downloads, and lists what a device may keep. What lies in the .zip knows nothing of either.
/// </summary>
internal static class Packing
{
    private static readonly JsonSerializerOptions Listing = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What only a host can use, and what makes a browser ask it.</summary>
    private static readonly string[] ForHosts = ["_headers", "_redirects", "sitemap.xml", "robots.txt", "web.config", ServiceWorker.Script, ServiceWorker.ListPath];

    /// <summary>All files that the program made: the pages, what they load, the documents and their list, and the .zip where the site wants one.</summary>
    /// <param name="read">The site.</param>
    /// <param name="pages">Its pages as they are without the .zip.</param>
    /// <param name="downloads">Its documents.</param>
    /// <param name="log">Takes the problems.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<List<OutputFile>> FinishAsync(
        ReadSite read, WrittenPages pages, IReadOnlyList<Download> downloads, ProblemLog log, CancellationToken cancellation)
    {
        var documents = downloads.Where(d => !d.IsLater).Select(d => new OutputFile(d.File, d.Read, d.Sha256)).ToList();
        if (downloads.Any(d => d.IsLater))
        {
            return [.. pages.Files, .. documents];
        }

        var whole = read.Site.Settings.WholeToolkit && pages.OffersDownloads
            ? Whole(read.Site, read.Words.Pages, [.. pages.Files, .. documents, ListOf(downloads)], log, cancellation)
            : null;
        var keep = WrittenPages.KeepsOnDevice(read.Site);
        List<OutputFile> files = [.. await pages.WithAsync(whole, keep, cancellation), .. documents, ListOf(whole is null ? downloads : [whole, .. downloads])];
        if (keep)
        {
            // Each part of the guide is in it once: as a page or file, not in the .zip again.
            files.Add(ServiceWorker.List(read.Site.Settings, Guide([.. files, .. Copied(read.Site)])));
        }

        if (whole is not null)
        {
            files.Add(new OutputFile(WholeToolkit.Path, whole.Content));
        }

        return files;
    }

    private static WholeToolkit? Whole(Site site, PageWords words, IEnumerable<OutputFile> files, ProblemLog log, CancellationToken cancellation)
    {
        var all = Guide([.. files, .. Copied(site)]).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var start = SiteFiles.StartOfFolder(site.Settings, words);
        // An author may have pages of those names: theirs stay.
        start = all.Any(f => start.Any(s => s.Path == f.Path)) ? [] : start;
        if (ZipWriter.Pack([.. start, .. all], cancellation) is not { } zip)
        {
            log.Warning("TK5013", null, "The site is too large for a .zip, so the page of downloads offers none.", "Set 'WholeToolkit: false' in settings.yml, or link to large films instead of copying them.");
            return null;
        }

        return WholeToolkit.Of(site.Settings.SiteTitle, zip);
    }

    /// <summary>Files that are the guide itself, each once; a path that stands twice is told of elsewhere.</summary>
    private static IEnumerable<OutputFile> Guide(IEnumerable<OutputFile> files) => files.Where(f => !ForHosts.Contains(f.Path)).DistinctBy(f => f.Path);

    private static IEnumerable<OutputFile> Copied(Site site) => site.Files.Select(f => new OutputFile(f.OutputPath, f.Read, f.Sha256));

    private static OutputFile ListOf(IReadOnlyList<object> entries) => new(Download.ListPath, JsonSerializer.SerializeToUtf8Bytes(entries, Listing));
}
