using DocumentFormat.OpenXml;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>Running text as runs. Remembers which words of the glossary were used.</summary>
internal sealed class DocxInlines(DocxLinks links, DocxNotes notes, string onSiteAlone)
{
    private readonly Dictionary<string, GlossaryEntry> _terms = [];

    /// <summary>The entries used so far, in alphabetical order.</summary>
    public IEnumerable<GlossaryEntry> Terms => _terms.Values.OrderBy(t => t.Term, StringComparer.OrdinalIgnoreCase);

    /// <summary>The bookmark of an entry among the words at the end.</summary>
    public static string Bookmark(GlossaryEntry term) => DocxLinks.Bookmark("word " + term.Id);

    /// <summary>The runs of some text.</summary>
    public OpenXmlElement[] Write(IReadOnlyList<Inline> content) => Write(content, new Face());

    private OpenXmlElement[] Write(IReadOnlyList<Inline> content, Face face) =>
        [.. content.SelectMany(inline => Write(inline, face))];

    private IEnumerable<OpenXmlElement> Write(Inline inline, Face face) => inline switch
    {
        Text text => [Wml.Run(text.Value, face.Properties())],
        Code code => [Wml.Run(code.Value, (face with { Style = "TypedText" }).Properties())],
        LineBreak => [Wml.Break()],
        Emphasis emphasis => Write(emphasis.Content, face with { Italic = true }),
        Strong strong => Write(strong.Content, face with { Bold = true }),
        Foreign foreign => Write(foreign.Content, face with { Language = foreign.Language }),
        ExternalLink link => links.External(link.Url, Write(link.Content, face with { Style = "Hyperlink" })),
        InternalLink link => links.Internal(link, Write(link.Content, face with { Style = "Hyperlink" }), Named(link, face)),
        Image image => [Wml.Run($"[{image.Alt}]", face.Properties())],
        FootnoteReference reference => notes.Reference(reference.Note, Write),
        TermReference term => Term(term, face),
        _ => throw new InvalidOperationException(inline.GetType().Name),
    };

    /// <summary>A page that no link can lead to, by its name; where no document holds it, with where it stands.</summary>
    private IEnumerable<OpenXmlElement> Named(InternalLink link, Face face) =>
        [.. Write(link.Content, face with { Italic = true }), .. links.IsOnSiteAlone(link) ? [Wml.Run(" " + onSiteAlone, face.Properties())] : Array.Empty<OpenXmlElement>()];

    private W.Hyperlink[] Term(TermReference reference, Face face)
    {
        _terms.TryAdd(reference.Term.Id, reference.Term);
        return
        [
            new W.Hyperlink(Write(reference.Content, face with { Style = "Term" }))
            {
                Anchor = Bookmark(reference.Term),
                Tooltip = Wml.Clean(reference.Term.Definition),
                History = true,
            },
        ];
    }

    /// <summary>How a run is set.</summary>
    private sealed record Face(bool Bold = false, bool Italic = false, string Style = "", string Language = "")
    {
        public W.RunProperties? Properties()
        {
            if (this == new Face())
            {
                return null;
            }

            var properties = new W.RunProperties();
            if (Style.Length > 0)
            {
                properties.RunStyle = new() { Val = Style };
            }

            if (Bold)
            {
                properties.Bold = new();
                properties.BoldComplexScript = new();
            }

            if (Italic)
            {
                properties.Italic = new();
                properties.ItalicComplexScript = new();
            }

            if (Language.Length > 0)
            {
                properties.Languages = new() { Val = Language };
            }

            return properties;
        }
    }
}
