using Toolkit.Model;

namespace Toolkit.Writing.Docx;

/// <summary>Word files.</summary>
/// <param name="views">One per type of block that has a syntax of its own.</param>
public sealed class DocxFormat(IReadOnlyList<IDocxView> views) : IDocumentFormat
{
    /// <inheritdoc/>
    public string Ending => "docx";

    /// <inheritdoc/>
    public string Name => "Word";

    /// <inheritdoc/>
    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public bool TakesAnswers => true;

    /// <inheritdoc/>
    public string Fingerprint { get; } = typeof(DocxFormat).Module.ModuleVersionId.ToString();

    /// <inheritdoc/>
    public IReadOnlyList<(string Id, byte[] Content)> Templates(SiteSettings settings) => DocxTemplates.All(settings);

    /// <inheritdoc/>
    public Task<byte[]> WriteAsync(Document document, SiteSettings settings, CancellationToken cancellation) =>
        Task.FromResult(DocxFile.Write(document, settings, views));
}
