using System.Text;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing;

/// <summary>A kind of file that documents are written as: Word, PDF.</summary>
public interface IDocumentFormat
{
    /// <summary>Ending of its files, without a dot.</summary>
    string Ending { get; }

    /// <summary>
    /// Changes whenever the same document would give other bytes: tool, template, fonts. Part of the key under which
    /// finished files are kept.
    /// </summary>
    string Fingerprint { get; }

    /// <summary>The characters of a text that such a file cannot show, each once; none where every font of the reader's computer serves.</summary>
    IReadOnlyList<Rune> Unshowable(string text) => [];

    /// <summary>Files that the browser completes with what it knows, by file id; they are loaded on use and not offered for download.</summary>
    IReadOnlyList<(string Id, byte[] Content)> Templates(SiteSettings settings, LanguageWords words) => [];

    /// <summary>Writes a blank document. Safe to call for several documents at once.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="settings">Of its site.</param>
    /// <param name="words">What is added to the authors' words, in the language of the document.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="InvalidOperationException">The document cannot be written; the message names it.</exception>
    Task<byte[]> WriteAsync(Document document, SiteSettings settings, LanguageWords words, CancellationToken cancellation);
}
