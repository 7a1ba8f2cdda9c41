using System.Text;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing;

/// <summary>
/// A kind of file that documents are written as: Word, PDF. What a site does with its files follows from what a format says
/// here; which formats there are is known only where the program is put together.
/// </summary>
public interface IDocumentFormat
{
    /// <summary>Ending of its files, without a dot; of small letters and digits. Pages load what they need of a file as <c>ENDING/ID</c>.</summary>
    string Ending { get; }

    /// <summary>What people call it, such as <c>Word</c>.</summary>
    /// <param name="words">Of the page that says it.</param>
    string Name(LanguageWords words);

    /// <summary>The words of a link to a blank file; its name, and where that is not enough what it is good for.</summary>
    /// <param name="words">Of the page that says it.</param>
    string LinkWords(LanguageWords words) => Name(words);

    /// <summary>Media type of its files, as servers name it.</summary>
    string MediaType { get; }

    /// <summary>Whether people can fill in its files, and the browser can write answers into them and read them back.</summary>
    bool TakesAnswers { get; }

    /// <summary>
    /// Whether pages get the bytes of its files as scripts too, since a page that was opened from a disk can load nothing else.
    /// Each makes a site larger by a third more than the file.
    /// </summary>
    bool BrowserNeedsBytes => TakesAnswers;

    /// <summary>
    /// Changes whenever the same document would give other bytes: tool, template, fonts. Part of the key under which
    /// finished files are kept.
    /// </summary>
    string Fingerprint { get; }

    /// <summary>The characters of a text that such a file cannot show, each once; none where every font of the reader's computer serves.</summary>
    IReadOnlyList<Rune> Unshowable(string text) => [];

    /// <summary>Files that the browser completes with what it knows, by file id; they are loaded on use and not offered for download.</summary>
    IReadOnlyList<(string Id, byte[] Content)> Templates(SiteSettings settings, LanguageWords words) => [];

    /// <summary>Told that a document is probably going to be written: what takes its time to start may start meanwhile. Never fails.</summary>
    void Prepare()
    {
    }

    /// <summary>Writes a blank document. Safe to call for several documents at once.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="settings">Of its site.</param>
    /// <param name="words">What is added to the authors' words, in the language of the document.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="InvalidOperationException">The document cannot be written; the message names it.</exception>
    Task<byte[]> WriteAsync(Document document, SiteSettings settings, LanguageWords words, CancellationToken cancellation);
}
