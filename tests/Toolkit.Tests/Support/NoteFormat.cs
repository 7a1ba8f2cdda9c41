using System.Text;
using Toolkit.Model;
using Toolkit.Words;
using Toolkit.Writing;

namespace Toolkit.Tests.Support;

/// <summary>A made-up format: documents in plain words.</summary>
internal class NoteFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public string Ending { get; init; } = "note";

    /// <summary>What it is called in every language.</summary>
    public string Called { get; init; } = "Note";

    /// <inheritdoc/>
    public string Name(LanguageWords words) => Called;

    /// <inheritdoc/>
    public string MediaType => "text/x-note";

    /// <inheritdoc/>
    public bool TakesAnswers { get; init; }

    /// <inheritdoc/>
    public string Fingerprint => "1";

    /// <inheritdoc/>
    public virtual Task<byte[]> WriteAsync(Document document, SiteSettings settings, LanguageWords words, CancellationToken cancellation) =>
        Task.FromResult(Encoding.UTF8.GetBytes($"{document.Title}: {BlockText.Plain(document.Blocks)}"));
}
