using System.Security.Cryptography;
using System.Text;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Writing;

namespace Toolkit;

/// <summary>Writes all documents of a site in all formats, or takes them from the cache.</summary>
/// <param name="formats">What they are written as.</param>
/// <param name="cache">Holds those of earlier runs.</param>
/// <param name="settings">Those given on the command line, by key.</param>
/// <param name="last">What the run before left in the output, so that it need not be read from the cache; null where that is not known.</param>
/// <param name="later">Whether those that the cache does not hold are only announced.</param>
/// <param name="log">Takes the problems.</param>
internal sealed class DocumentRun(IReadOnlyList<IDocumentFormat> formats, DocumentCache cache, IReadOnlyDictionary<string, string> settings, LastRun? last, bool later, ProblemLog log)
{
    /// <summary>The files, in the order of the documents, then of the formats.</summary>
    public async Task<IReadOnlyList<Download>> WriteAsync(ReadSite read, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var shared = DocumentCache.Key([Shared(read), .. read.Site.Pages.Select(p => $"{p.OutputPath}|{p.Title}|{p.Xref}")]);
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
                    results[i] = Untouched(document, format, read.Site.Settings, key) ?? await KeptOrMadeAsync(document, format, read, key, stop);
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

    /// <summary>A document that lies in the output as it is kept, listed without being read; null where it does not.</summary>
    private Download? Untouched(Document document, IDocumentFormat format, SiteSettings site, string key)
    {
        if (last is null || cache.Look(key, format.Ending) is not { } kept || last.Untouched(Download.PathOf(document, format, site), () => kept.Sha256) is not { } file)
        {
            return null;
        }

        return Download.Kept(document, format, site, kept, () =>
            cache.Find(key, format.Ending)
            ?? (File.ReadAllBytes(file) is var bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == kept.Sha256 ? bytes
                : throw new IOException($"The file {file} has become another while it was used. Build again.")));
    }

    /// <summary>A document as it is kept, or as it is made now; only its listing where that is left to a later run.</summary>
    private async Task<Download> KeptOrMadeAsync(Document document, IDocumentFormat format, ReadSite read, string key, CancellationToken stop)
    {
        var bytes = cache.Find(key, format.Ending);
        if (bytes is null && !later)
        {
            bytes = await format.WriteAsync(document, read.Site.Settings, read.Words, stop);
            cache.Keep(key, format.Ending, bytes);
        }

        return bytes is null ? Download.Later(document, format, read.Site.Settings, key) : Download.Of(document, format, read.Site.Settings, bytes);
    }

    /// <summary>The files that the browser completes, by the name under which pages load them: as they are kept, or as they are made now.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Templates(ReadSite read) => [.. formats.SelectMany(format =>
    {
        // Under the key stands which ones there are, and each under a key of its own.
        var key = DocumentCache.Key([Shared(read), format.Fingerprint, "templates"]);
        string KeyOf(string id) => DocumentCache.Key([key, id]);
        if (cache.Find(key, "list") is { } list)
        {
            var ids = Encoding.UTF8.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var kept = ids.Select(id => (id, Content: cache.Find(KeyOf(id), format.Ending))).ToList();
            if (kept.All(t => t.Content is not null))
            {
                return kept.Select(t => ($"{format.Ending}/{t.id}", t.Content!));
            }
        }

        var made = format.Templates(read.Site.Settings, read.Words);
        foreach (var (id, content) in made)
        {
            cache.Keep(KeyOf(id), format.Ending, content);
        }

        cache.Keep(key, "list", Encoding.UTF8.GetBytes(string.Join('\n', made.Select(t => t.Id))));
        return made.Select(t => ($"{format.Ending}/{t.Id}", t.Content));
    })];

    /// <summary>A hash of what goes into all documents of a site.</summary>
    private string Shared(ReadSite read) => DocumentCache.Key(
    [
        read.Site.Settings.ToString(),
        read.Words.DocumentsFingerprint,
        .. settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"),
        .. read.Texts.Where(t => t.Key is "settings.yml" or "glossary.yml" || (Folder(read) is { Length: > 0 } folder && (t.Key == folder + "settings.yml" || t.Key == folder + "glossary.yml"))).Select(t => t.Value.Text),
    ]);

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
