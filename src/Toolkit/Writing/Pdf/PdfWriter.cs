using System.Collections.Concurrent;
using System.Text;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// Writes documents as tagged PDFs (PDF/UA-1) that can be filled in. Typst lays them out in worker processes, started when
/// first needed; its field links then become form fields. Safe to use from many tasks at once.
/// </summary>
/// <param name="options">Where the engine lies.</param>
/// <param name="views">One per type of block that has a syntax of its own.</param>
public sealed class PdfWriter(PdfEngineOptions options, IReadOnlyList<IPdfView> views) : IAsyncDisposable
{
    private readonly Lock _installing = new();
    private readonly SemaphoreSlim _places = new(Math.Max(1, options.Workers));
    private readonly ConcurrentBag<PdfWorker> _idle = [];
    private readonly Lazy<DirectoryInfo> _temporary = new(PrepareFolder);
    private readonly Lazy<PdfFieldFont> _font = new(() => PdfFieldFont.Load(options.TypstFolder));
    private readonly CancellationTokenSource _closing = new();
    private Task<PdfWorker?>? _early;
    private int _started;
    private int _files;

    /// <summary>The file. Same document, same settings, same bytes.</summary>
    /// <exception cref="PdfException">It could not be made; the message names the document.</exception>
    public async Task<byte[]> WriteAsync(Document document, SiteSettings settings, LanguageWords words, CancellationToken cancellation = default)
    {
        lock (_installing)
        {
            PdfEngine.EnsureInstalled(options.TypstFolder, options.Log);
        }

        var tree = new PdfTree(document, settings, words, views);
        var root = tree.Root().ToJsonString();
        try
        {
            var plain = await MakeAsync(root, tree.Files, cancellation);
            return PdfFields.Add(plain, document, settings, words.Documents, _font.Value);
        }
        catch (Exception e) when (e is PdfException or FormatException)
        {
            throw new PdfException($"{document.Id}.pdf (\"{document.Title}\") could not be made: {e.Message}", e);
        }
    }

    /// <summary>Starts the first process before a document asks for it. What goes wrong is said when a document is to be made.</summary>
    public void Prepare()
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            _early = Task.Run(StartEarlyAsync);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_early is { } early)
        {
            (await early)?.Dispose();
        }

        while (_idle.TryTake(out var worker))
        {
            worker.Dispose();
        }

        _closing.Dispose();
        _places.Dispose();
        if (_temporary.IsValueCreated)
        {
            try
            {
                _temporary.Value.Delete(recursive: true);
            }
            catch (IOException)
            {
                // A process that was just killed may still hold a file; the system clears its temporary folder.
            }
        }
    }

    private async Task<PdfWorker?> StartEarlyAsync()
    {
        try
        {
            return PdfEngine.IsInstalled(options.TypstFolder) ? await StartAsync(_closing.Token) : null;
        }
        catch (Exception problem) when (problem is PdfException or TimeoutException or OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private Task<PdfWorker> StartAsync(CancellationToken cancellation)
    {
        _started = 1;
        return PdfWorker.StartAsync(options.TypstFolder, Path.Combine(_temporary.Value.FullName, "fonts.conf"), cancellation);
    }

    /// <summary>A process that waits, the one that was started early, or a new one.</summary>
    private async Task<PdfWorker> TakeAsync(CancellationToken cancellation) =>
        _idle.TryTake(out var waiting) ? waiting
        : Interlocked.Exchange(ref _early, null) is { } early && await early is { } started ? started
        : await StartAsync(cancellation);

    /// <summary>A configuration that names one empty folder: Typst then finds no fonts but ours, and starts faster.</summary>
    private static DirectoryInfo PrepareFolder()
    {
        var folder = Directory.CreateTempSubdirectory("partnership-toolkit-pdf-");
        var none = folder.CreateSubdirectory("no-fonts");
        File.WriteAllText(
            Path.Combine(folder.FullName, "fonts.conf"),
            $"<?xml version=\"1.0\"?>\n<fontconfig><dir>{System.Security.SecurityElement.Escape(none.FullName)}</dir></fontconfig>\n",
            new UTF8Encoding(false));
        return folder;
    }

    private async Task<byte[]> MakeAsync(string tree, IReadOnlyDictionary<string, string> pictures, CancellationToken cancellation)
    {
        var path = Path.Combine(_temporary.Value.FullName, $"{Interlocked.Increment(ref _files)}.pdf");
        await _places.WaitAsync(cancellation);
        try
        {
            var errors = await TryTwiceAsync(tree, pictures, path, cancellation);
            return errors.Count == 0
                ? await File.ReadAllBytesAsync(path, cancellation)
                : throw new PdfException(string.Join("; ", errors));
        }
        finally
        {
            _places.Release();
            File.Delete(path);
        }
    }

    /// <summary>A process that hangs or dies is replaced once; what Typst itself finds wrong would be wrong again.</summary>
    private async Task<IReadOnlyList<string>> TryTwiceAsync(
        string tree, IReadOnlyDictionary<string, string> pictures, string path, CancellationToken cancellation)
    {
        for (var again = true; ; again = false)
        {
            PdfWorker? worker = null;
            try
            {
                worker = await TakeAsync(cancellation);
                var errors = await worker.MakeAsync(tree, pictures, path, options.Limit, cancellation);
                _idle.Add(worker);
                return errors;
            }
            catch (Exception e) when (e is TimeoutException or PdfException)
            {
                worker?.Dispose();
                if (!again)
                {
                    throw e is PdfException ? e : new PdfException($"it took longer than {options.Limit.TotalSeconds} seconds, twice", e);
                }
            }
            catch
            {
                worker?.Dispose();
                throw;
            }
        }
    }
}
