using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>Leads what the source says to the pages, documents and terms of another language.</summary>
/// <param name="language">The language.</param>
/// <param name="pages">Output paths of the source's pages.</param>
/// <param name="files">Paths of files that are copied as they are.</param>
/// <param name="glossary">The glossary in the language.</param>
internal sealed class Moved(SiteLanguage language, IReadOnlySet<string> pages, IReadOnlySet<string> files, IReadOnlyList<GlossaryEntry> glossary)
{
    private const string Downloads = "downloads/";
    private readonly Dictionary<string, GlossaryEntry> _terms = glossary.ToDictionary(e => e.Id);

    /// <summary>A page whose links stay within the language.</summary>
    public Page Page(Page page)
    {
        // References and the list at the end of the page hold the same notes.
        var notes = new Dictionary<Footnote, Footnote>(ReferenceEqualityComparer.Instance);
        foreach (var note in page.Footnotes)
        {
            notes[note] = note with { Content = Text(note.Content) };
        }

        return page with
        {
            Blocks = [.. page.Blocks.Select(b => BlockText.Map(b, i => i is FootnoteReference r && notes.TryGetValue(r.Note, out var note) ? r with { Note = note } : Inline(i), h => h))],
            Footnotes = [.. page.Footnotes.Select(n => notes[n])],
        };
    }

    private IReadOnlyList<Inline> Text(IReadOnlyList<Inline> text) => BlockText.Map(new Paragraph(text), Inline, h => h) is Paragraph moved ? moved.Content : text;

    private Inline Inline(Inline inline) => inline switch
    {
        InternalLink link when pages.Contains(link.Page) => link with { Page = language.Folder + link.Page },
        // Documents are there in each language; the list of all, and all of it as one file, once.
        InternalLink link when link.Page.StartsWith(Downloads, StringComparison.Ordinal) && !files.Contains(link.Page)
            && !link.Page.EndsWith(".json", StringComparison.Ordinal) && !link.Page.EndsWith(".zip", StringComparison.Ordinal) && !link.Page.StartsWith(Downloads + language.Folder, StringComparison.Ordinal) =>
            link with { Page = Downloads + language.Folder + link.Page[Downloads.Length..] },
        TermReference term when _terms.TryGetValue(term.Term.Id, out var entry) => term with { Term = entry },
        _ => inline,
    };
}
