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
        foreach (var reference in BlockText.Inlines(page.Blocks).Select(i => i.Inline).OfType<FootnoteReference>())
        {
            if (reference.Number <= uses.Length)
            {
                uses[reference.Number - 1] = Math.Max(uses[reference.Number - 1], reference.Use);
            }
        }

        return uses;
    }
}
