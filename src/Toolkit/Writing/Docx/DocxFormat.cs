using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Docx;

/// <summary>Word files.</summary>
/// <param name="views">One per type of block that has a syntax of its own.</param>
public sealed class DocxFormat(IReadOnlyList<IDocxView> views) : IDocumentFormat
{
    /// <inheritdoc/>
    public string Ending => "docx";

    /// <inheritdoc/>
    public string Name(LanguageWords words) => words.Common.Word;

    /// <inheritdoc/>
    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public bool TakesAnswers => true;

    /// <inheritdoc/>
    public string Fingerprint { get; } = typeof(DocxFormat).Module.ModuleVersionId.ToString();

    /// <inheritdoc/>
    public IReadOnlyList<(string Id, byte[] Content)> Templates(SiteSettings settings, LanguageWords words) => DocxTemplates.All(settings, words);

    /// <inheritdoc/>
    public Task<byte[]> WriteAsync(Document document, SiteSettings settings, LanguageWords words, CancellationToken cancellation) =>
        Task.FromResult(DocxFile.Write(document, settings, words, views));
}
