using DocumentFormat.OpenXml;
using Toolkit.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>Real footnotes. A second reference to a note points to the number of the first.</summary>
internal sealed class DocxNotes(DocxNumbers numbers)
{
    private readonly Dictionary<Footnote, int> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The part as it stands now.</summary>
    public W.Footnotes Part { get; } = new(
        new W.Footnote(new W.Paragraph(new W.Run(new W.SeparatorMark()))) { Type = W.FootnoteEndnoteValues.Separator, Id = -1 },
        new W.Footnote(new W.Paragraph(new W.Run(new W.ContinuationSeparatorMark())))
        {
            Type = W.FootnoteEndnoteValues.ContinuationSeparator,
            Id = 0,
        });

    /// <summary>A reference to a note; the first one brings the note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="write">Writes its running text.</param>
    public IEnumerable<OpenXmlElement> Reference(Footnote note, Func<IReadOnlyList<Inline>, IEnumerable<OpenXmlElement>> write)
    {
        if (_known.TryGetValue(note, out var number))
        {
            return Wml.Computed($"NOTEREF {Mark(number)} \\h", $"{number}").Select(Raised);
        }

        number = _known.Count + 1;
        _known.Add(note, number);
        Part.Append(new W.Footnote(Wml.Paragraph(
            "FootnoteText",
            [new W.Run(Wml.Style("FootnoteReference"), new W.FootnoteReferenceMark()), Wml.Run(" "), .. write(note.Content)]))
        {
            Id = number,
        });
        var mark = $"{numbers.Next()}";
        return
        [
            new W.BookmarkStart { Id = mark, Name = Mark(number) },
            new W.Run(Wml.Style("FootnoteReference"), new W.FootnoteReference { Id = number }),
            new W.BookmarkEnd { Id = mark },
        ];
    }

    private static string Mark(int number) => $"_Note{number}";

    private static W.Run Raised(W.Run run)
    {
        run.RunProperties = Wml.Style("FootnoteReference");
        return run;
    }
}
