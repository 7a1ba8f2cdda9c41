using System.Globalization;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>Anchors of notes and of the places that refer to them.</summary>
public static class NoteIds
{
    /// <summary>Anchor of a note.</summary>
    public static string Note(int number) => string.Create(CultureInfo.InvariantCulture, $"note-{number}");

    /// <summary>Anchor of the n-th reference to a note.</summary>
    public static string Reference(int number, int use) => use == 1
        ? string.Create(CultureInfo.InvariantCulture, $"ref-{number}")
        : string.Create(CultureInfo.InvariantCulture, $"ref-{number}-{use}");

    /// <summary>How often each note of a page is referred to, in the order of the notes.</summary>
    public static IReadOnlyList<int> Uses(Page page)
    {
        var uses = new int[page.Footnotes.Count];
        foreach (var reference in BlockText.All(page.Blocks).SelectMany(b => b.Texts).SelectMany(References))
        {
            if (reference.Number <= uses.Length)
            {
                uses[reference.Number - 1] = Math.Max(uses[reference.Number - 1], reference.Use);
            }
        }

        return uses;
    }

    private static IEnumerable<FootnoteReference> References(IEnumerable<Inline> text) => text.SelectMany(inline => inline switch
    {
        FootnoteReference f => [f],
        Emphasis e => References(e.Content),
        Strong s => References(s.Content),
        Foreign f => References(f.Content),
        ExternalLink l => References(l.Content),
        InternalLink l => References(l.Content),
        TermReference t => References(t.Content),
        _ => Array.Empty<FootnoteReference>(),
    });
}
