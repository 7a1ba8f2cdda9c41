using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Toolkit.Blocks;
using Toolkit.Model;
using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Toolkit.Words;
using Toolkit.Writing.Pdf;
using Xunit;

[assembly: AssemblyFixture(typeof(PdfEngineFixture))]

namespace Toolkit.Tests.Pdf;

/// <summary>The engine of PDFs, once for all tests; each document is made once.</summary>
public sealed class PdfEngineFixture : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Document, Lazy<Task<byte[]>>> _made = new();

    /// <summary>The folder <c>theme/pdf</c> of this repository.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourcePath())!, "..", "..", "..", "theme", "pdf"));

    /// <summary>Options that say on the console what is installed.</summary>
    public static PdfEngineOptions Options { get; } = new() { TypstFolder = Folder, Log = Console.WriteLine };

    /// <summary>A writer with the views of every block.</summary>
    public PdfWriter Writer { get; } = New(Options);

    /// <summary>A writer of one's own.</summary>
    public static PdfWriter New(PdfEngineOptions options) => new(options, [.. BlockCatalogue.All.Select(kind => kind.Pdf)]);

    /// <summary>The blank PDF of a sample.</summary>
    public Task<byte[]> Make(Document document) => Make(document, PdfSamples.Settings);

    /// <summary>The blank PDF of a document; each is made with the settings that are given first.</summary>
    public Task<byte[]> Make(Document document, SiteSettings settings) => Make(document, settings, TestWords.English);

    /// <summary>The same in the words of a language.</summary>
    public Task<byte[]> Make(Document document, SiteSettings settings, LanguageWords words) =>
        _made.GetOrAdd(document, d => new(() => Writer.WriteAsync(d, settings, words, CancellationToken.None))).Value;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Writer.DisposeAsync();

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
