using Toolkit.Checking;
using Toolkit.Reading;
using Toolkit.Words;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit;

/// <summary>
/// The whole run on one screen: read, check, write. What is read and how things look is handed in from outside. A run may
/// start while another is going on, in this process or another: each replaces the output whole, one after the other.
/// </summary>
/// <param name="markdown">Knows the constructs of the content language.</param>
/// <param name="views">How blocks look on a page.</param>
/// <param name="assets">The theme's stylesheet and scripts; asked for on every run, since preview rebuilds them.</param>
/// <param name="words">What the program itself says to readers; asked for on every run, since preview shows a changed word.</param>
/// <param name="formats">What documents are written as.</param>
/// <param name="say">Gets a line where something about the output folder is worth one.</param>
public sealed class SiteBuilder(
    MarkdownReader markdown, IThemeViews views, Func<ThemeAssets> assets, Func<WordCatalogue> words, IReadOnlyList<IDocumentFormat> formats, Action<string>? say = null) : IAsyncDisposable
{
    private readonly Action<string> _say = say ?? (_ => { });

    /// <summary>Builds a site once.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled; the output is as it was.</exception>
    /// <exception cref="OutputRefusedException">The output folder is not the toolkit's to replace.</exception>
    /// <exception cref="IOException">The output cannot be written; it is as it was.</exception>
    public async Task<BuildReport> BuildAsync(
        BuildOptions options, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        options = options with { OutputFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.OutputFolder)) };
        if (options.Write)
        {
            OutputFolder.Check(options.OutputFolder);
            await OutputFolder.HealAsync(options.OutputFolder, _say, cancellation);
        }

        var (loading, dressing) = (Task.Run(words, cancellation), Task.Run(assets, cancellation));
        var log = new ProblemLog();
        var wanted = formats.Where(f => !options.LeftOut.Contains(f.Ending)).ToList();
        var inputs = InputFiles.In(options.InputFolders, log);
        var catalogue = await loading;
        var run = LastRun.Measure(options, inputs, log, await dressing, catalogue, wanted);
        if (run?.Report() is { } last)
        {
            return last;
        }

        if (!options.DocumentsLater && run?.ContentChanged != false)
        {
            foreach (var format in wanted)
            {
                format.Prepare();
            }
        }

        progress?.Report(new BuildProgress("Input", 0, 1, ""));
        var read = new SiteReader(markdown, catalogue).Read(inputs, options.Settings, log, cancellation);
        progress?.Report(new BuildProgress("Input", 1, 1, $"{read.Site.Pages.Count} pages"));
        Check(read, wanted, log);

        BuildReport Report(IReadOnlyList<string> files) => new(files, log.All)
        {
            Site = read.Site,
            Editions = [.. read.Editions.Select(e => e.Site)],
            Translations = [.. read.Editions.Select(e => e.Report!)],
            SourceLine = at => read.Texts.GetValueOrDefault(at.File)?.Line(at.Line),
        };
        if (log.HasErrors)
        {
            return Report([]);
        }

        // The input was read: what somebody saves from here on is not in this run, so the measure need not wait for its end.
        var anew = Task.Run(() => run is null ? null : MeasureAnew(options, wanted), cancellation);
        var site = read.Site;
        if (await PagesAsync(read, wanted, options, run, log, progress, cancellation) is not var (pages, downloads))
        {
            return Report([]);
        }

        var left = downloads.Any(d => d.IsLater);
        var files = await Packing.FinishAsync(read, pages, downloads, log, cancellation);
        List<OutputFile> all = [.. files, .. site.Files.Select(f => new OutputFile(f.OutputPath, f.Read, f.Sha256))];
        OutputChecks.Paths(all, log);
        OutputChecks.Run(files, log);
        if (options.ParsePages)
        {
            PageChecks.Run(all, log, Addresses.LinkRoot(site.Settings));
        }

        progress?.Report(new BuildProgress("PostProcess", site.Pages.Count, site.Pages.Count, "pages"));
        if (log.HasErrors)
        {
            return Report([]);
        }

        var report = Report([.. all.Select(f => f.Path).Order(StringComparer.Ordinal)]) with { Output = all, DocumentsLeft = left };
        if (options.Write)
        {
            var now = await anew;
            await WriteAsync(options, report, run, progress, () => run?.Keep(report, now), cancellation);
        }

        return report;
    }

    /// <summary>What can be said of the content before anything is written.</summary>
    private void Check(ReadSite read, IReadOnlyList<IDocumentFormat> wanted, ProblemLog log) => Parallel.Invoke(
        () => ContentChecks.Run(read, formats, log),
        () =>
        {
            foreach (var edition in read.Editions.Prepend(read))
            {
                CharacterChecks.Run(edition, wanted, log);
            }
        });

    /// <summary>Documents and pages of every language; null where a document could not be written, which was said.</summary>
    private async Task<(WrittenPages Pages, IReadOnlyList<Download> Downloads)?> PagesAsync(
        ReadSite read, IReadOnlyList<IDocumentFormat> wanted, BuildOptions options, LastRun? last, ProblemLog log, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<ReadSite> all = [read, .. read.Editions];
        var documents = new DocumentRun(wanted, new DocumentCache(options.CacheFolder), options.Settings, last, options.DocumentsLater, log);
        // PDFs are waited for; templates and the first use of what they need take their time meanwhile.
        var templates = all.Select(e => Task.Run(() => documents.Templates(e), cancellation)).ToList();
        var searches = all.Select(e => Task.Run(() => HtmlWriter.SearchOf(e.Site), cancellation)).ToList();
        var downloads = new List<IReadOnlyList<Download>>();
        foreach (var edition in all)
        {
            downloads.Add(await documents.WriteAsync(edition, progress, cancellation));
        }

        _ = await Task.WhenAll(templates);
        _ = await Task.WhenAll(searches);
        documents.Tidy();
        if (log.HasErrors)
        {
            return null;
        }

        progress?.Report(new BuildProgress("PostProcess", 0, read.Site.Pages.Count, "pages"));
        var pages = new List<WrittenPages>();
        foreach (var (i, edition) in all.Index())
        {
            pages.Add(await HtmlWriter.WriteAsync(edition.Site, edition.Words, views, assets(), downloads[i], await templates[i], await searches[i], cancellation, [.. all.Zip(downloads).Where(other => other.First != edition).Select(other => (other.First.Site, other.Second))]));
        }

        return (pages[0].With([.. pages.Skip(1)]), [.. downloads.SelectMany(d => d)]);
    }

    /// <summary>What the run would be measured by if it began now; null where that cannot be said, since somebody is writing there: then nothing is remembered.</summary>
    private LastRun? MeasureAnew(BuildOptions options, IReadOnlyList<IDocumentFormat> wanted)
    {
        try
        {
            var log = new ProblemLog();
            return LastRun.Measure(options, InputFiles.In(options.InputFolders, log), log, assets(), words(), wanted);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or WordsException)
        {
            return null;
        }
    }

    /// <summary>Puts what was built in the place of the output.</summary>
    /// <param name="options">Where.</param>
    /// <param name="report">What was built.</param>
    /// <param name="last">What lies there; null where that is not known.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="remember">Remembers what was written, where all of it was.</param>
    /// <param name="cancellation">Ends it before anything is replaced.</param>
    private async Task WriteAsync(BuildOptions options, BuildReport report, LastRun? last, IProgress<BuildProgress>? progress, Action remember, CancellationToken cancellation)
    {
        // Until it is remembered what was written: another build must not come between.
        using var turn = await OutputTurn.TakeAsync(options.OutputFolder, _say, cancellation);
        progress?.Report(new BuildProgress("Output", 0, report.Files.Count, options.OutputFolder));
        OutputFolder.Replace(options.OutputFolder, report.Output, _say, cancellation, file => last?.Untouched(file.Path, () => file.Fingerprint), (file, written) => last?.Note(file, written));
        progress?.Report(new BuildProgress("Output", report.Files.Count, report.Files.Count, options.OutputFolder));
        if (!report.DocumentsLeft)
        {
            remember();
        }
    }

    /// <summary>Ends the processes that formats keep between runs.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var format in formats.OfType<IAsyncDisposable>())
        {
            await format.DisposeAsync();
        }
    }
}
