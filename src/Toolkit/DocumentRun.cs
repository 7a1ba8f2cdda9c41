using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Writing;

namespace Toolkit;

/// <summary>Writes all documents of a site in all formats, or takes them from the cache.</summary>
/// <param name="formats">What they are written as.</param>
/// <param name="cache">Holds those of earlier runs.</param>
/// <param name="later">Whether those that the cache does not hold are only announced.</param>
/// <param name="log">Takes the problems.</param>
internal sealed class DocumentRun(IReadOnlyList<IDocumentFormat> formats, DocumentCache cache, bool later, ProblemLog log)
{
    /// <summary>The files, in the order of the documents, then of the formats.</summary>
    public async Task<IReadOnlyList<Download>> WriteAsync(ReadSite read, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var shared = DocumentCache.Key(
        [
            read.Site.Settings.ToString(),
            read.Words.DocumentsFingerprint,
            .. read.Texts.Where(t => t.Key is "settings.yml" or "glossary.yml" || (Folder(read) is { Length: > 0 } folder && (t.Key == folder + "settings.yml" || t.Key == folder + "glossary.yml"))).Select(t => t.Value.Text),
            .. read.Site.Pages.Select(p => $"{p.OutputPath}|{p.Title}|{p.Xref}"),
        ]);
        var homes = new InstrumentPages(read.Site.Pages);
        var pictures = string.Join('\n', read.Site.Files.Select(f => $"{f.OutputPath}|{f.Sha256}"));
        var pages = read.Site.Pages.ToDictionary(p => p.OutputPath);
        var work = read.Site.Documents.SelectMany(d => formats.Select(f => (Document: d, Format: f))).ToList();
        var fingerprints = formats.ToDictionary(f => f, f => f.Fingerprint);
        var results = new Download?[work.Count];
        var done = 0;
        progress?.Report(new BuildProgress("Process", 0, work.Count, "documents"));
        // The slow format waits for its own workers; the rest of the machine writes the quick one meanwhile.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, work.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 2, CancellationToken = cancellation },
            async (i, stop) =>
            {
                var (document, format) = work[i];
                try
                {
                    var key = DocumentCache.Key([shared, pictures, fingerprints[format], document.Id, string.Join(' ', document.Published), OnSiteAlone(document), .. Sources(document, read, homes, pages)]);
                    var bytes = cache.Find(key, format.Ending);
                    if (bytes is null && !later)
                    {
                        bytes = await format.WriteAsync(document, read.Site.Settings, read.Words, stop);
                        cache.Keep(key, format.Ending, bytes);
                    }

                    results[i] = bytes is null ? Download.Later(document, format, read.Site.Settings, key) : Download.Of(document, format, read.Site.Settings, bytes);
                }
                catch (InvalidOperationException problem)
                {
                    var page = pages.GetValueOrDefault(document.Page);
                    log.Error("TK4001", page is null ? null : new SourcePosition(read.Texts.ContainsKey(Folder(read) + page.SourcePath) ? Folder(read) + page.SourcePath : page.SourcePath, 1, 1),
                        $"The {format.Ending} file of '{document.Title}' cannot be written: {problem.Message}", "See the message; if it names no place in your content, please report it.");
                }

                progress?.Report(new BuildProgress("Process", Interlocked.Increment(ref done), work.Count, $"{document.Id}.{format.Ending}"));
            });
        return [.. results.OfType<Download>()];
    }

    /// <summary>Lets go of what no document of this run asked for. Call it once all languages are written.</summary>
    public void Tidy()
    {
        if (!log.HasErrors)
        {
            cache.Tidy();
        }
    }

    /// <summary>What says the same in the language of a site; empty for the first one.</summary>
    private static string Folder(ReadSite read) => read.Site.Settings.Folder;

    /// <summary>The pages that a document speaks of and no document holds.</summary>
    private static string OnSiteAlone(Document document) =>
        string.Join(' ', BlockText.Inlines(document.Blocks).Select(found => found.Inline).OfType<InternalLink>().Where(document.IsOnSiteAlone).Select(link => link.Page));

    /// <summary>The texts that a document was read from.</summary>
    private static IEnumerable<string> Sources(Document document, ReadSite read, InstrumentPages homes, Dictionary<string, Page> pages) =>
        BlockText.All(document.Blocks).Select(b => b.Source.File)
            .Concat(document.Instruments.Select(i => homes[i.Id]?.SourcePath))
            .Append(pages.GetValueOrDefault(document.Page)?.SourcePath)
            .OfType<string>().SelectMany(path => new[] { path, Folder(read) + path }).Distinct().Order(StringComparer.Ordinal)
            .Select(path => path + "\n" + (read.Texts.GetValueOrDefault(path)?.Text ?? ""));
}
