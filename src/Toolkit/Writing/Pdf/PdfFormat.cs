using System.Text;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Pdf;

/// <summary>PDFs. What they need is installed when the first one is asked for.</summary>
/// <param name="folder">The folder <c>theme/pdf</c>.</param>
/// <param name="views">One per type of block that has a syntax of its own.</param>
/// <param name="log">Gets a line when something is installed.</param>
public sealed class PdfFormat(string folder, IReadOnlyList<IPdfView> views, Action<string> log) : IDocumentFormat, IAsyncDisposable
{
    private readonly PdfWriter _writer = new(new PdfEngineOptions { TypstFolder = folder, Log = log }, views);
    private readonly Lazy<PdfFonts> _fonts = new(() =>
    {
        PdfEngine.EnsureInstalled(folder, log);
        return PdfFonts.Load(folder);
    });

    /// <inheritdoc/>
    public string Ending => "pdf";

    /// <inheritdoc/>
    public string Name(LanguageWords words) => words.Common.Pdf;

    /// <inheritdoc/>
    public string LinkWords(LanguageWords words) => words.Pages.PdfToFill;

    /// <inheritdoc/>
    public string MediaType => "application/pdf";

    /// <inheritdoc/>
    public bool TakesAnswers => true;

    /// <inheritdoc/>
    public string Fingerprint => DocumentCache.Key(
    [
        typeof(PdfFormat).Module.ModuleVersionId.ToString(),
        .. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(f => $"{Path.GetFileName(f)}\n{File.ReadAllText(f)}"),
    ]);

    /// <inheritdoc/>
    public IReadOnlyList<Rune> Unshowable(string text) => _fonts.Value.Uncovered(text);

    /// <inheritdoc/>
    public void Prepare() => _writer.Prepare();

    /// <inheritdoc/>
    public Task<byte[]> WriteAsync(Document document, SiteSettings settings, LanguageWords words, CancellationToken cancellation) =>
        _writer.WriteAsync(document, settings, words, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
