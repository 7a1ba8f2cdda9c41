using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Toolkit.Model;
using Footnote = Markdig.Extensions.Footnotes.Footnote;
using ListBlock = Markdig.Syntax.ListBlock;
using MdBlock = Markdig.Syntax.Block;

namespace Toolkit.Reading.Translations;

/// <summary>Parts a page into the texts that are translated each by itself: the source and its translation in the same way.</summary>
/// <param name="body">The page's Markdown.</param>
/// <param name="isApart">Whether a container is an instrument, or the use of one, by the word that opens it.</param>
/// <param name="anchorOf">The id of a heading of the page; null where it has none.</param>
/// <param name="end">Where the page ends: what is read behind it is none of its text.</param>
internal sealed class PageUnits(string body, Func<string, bool> isApart, Func<HeadingBlock, string?> anchorOf, int end = int.MaxValue)
{
    private readonly List<PageUnit> _units = [];

    /// <summary>Key of the prose before the first heading.</summary>
    public const string Start = "";

    /// <summary>Key of a heading and what follows it.</summary>
    public static string Section(string anchor) => "#" + anchor;

    /// <summary>Key of the prose behind an instrument.</summary>
    /// <param name="instrument">Its id.</param>
    /// <param name="uses">Counts how often it stood on the page so far, and this once more.</param>
    public static string After(string instrument, Dictionary<string, int> uses)
    {
        var use = uses[instrument] = uses.GetValueOrDefault(instrument) + 1;
        return use == 1 ? $"#{instrument}+" : $"#{instrument}+{use}";
    }

    /// <summary>Key of a note.</summary>
    public static string Note(string label) => "^" + label;

    /// <summary>The units of a page in the order in which they stand; those without words are left out.</summary>
    public IReadOnlyList<PageUnit> Of(MarkdownDocument document)
    {
        var current = new PageUnit(UnitKind.Section, Start);
        var uses = new Dictionary<string, int>();
        foreach (var block in document.Where(IsText))
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Close(current);
                    current = new PageUnit(UnitKind.Section, anchorOf(heading) is { } anchor ? Section(anchor) : null) { Heading = heading, Start = heading.Span.Start };
                    break;
                case CustomContainer container when isApart(container.Info ?? ""):
                    Close(current);
                    var (words, attributes) = PageUnit.Words(container);
                    var id = attributes.Id ?? words;
                    if (attributes.Id is not null)
                    {
                        Instrument(container, id);
                    }

                    current = new PageUnit(UnitKind.Section, After(id, uses));
                    break;
                default:
                    current = Begun(current, block);
                    break;
            }
        }

        Close(current);
        _units.AddRange(document.OfType<FootnoteGroup>().SelectMany(g => g).OfType<Footnote>().Where(n => n.Span.Start < end).OrderBy(n => n.Span.Start).Select(n =>
            new PageUnit(UnitKind.Note, Note(LabelOf(n))) { Id = LabelOf(n), Note = n, Start = n.Span.Start }));
        return _units;
    }

    /// <summary>The label of a note, without its sign.</summary>
    public static string LabelOf(Footnote note) => (note.Label ?? "").TrimStart('^');

    /// <summary>Whether a block is text: no comment, and nothing that others refer to.</summary>
    private bool IsText(MdBlock block) => block.Span.Start < end && block is not (HtmlBlock { Type: HtmlBlockType.Comment } or FootnoteGroup or LinkReferenceDefinitionGroup or BlankLineBlock);

    private static PageUnit Begun(PageUnit unit, MdBlock block)
    {
        var begun = unit.Heading is null && unit.Container is null && unit.Prose.Count == 0 ? unit with { Start = block.Span.Start } : unit;
        begun.Prose.Add(block);
        return begun;
    }

    private void Close(PageUnit unit)
    {
        if (unit.Heading is not null || unit.Prose.Count > 0 || unit.Draft is not null)
        {
            _units.Add(unit);
        }
    }

    private void Instrument(CustomContainer container, string id)
    {
        var current = new PageUnit(UnitKind.Lead, id) { Instrument = id, Container = container, Start = container.Span.Start };
        ParagraphBlock? caption = null;
        foreach (var block in container.Where(IsText))
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Close(current);
                    var group = Attributes.Split(PageUnit.Slice(heading, body)).Attributes.Id;
                    current = new PageUnit(UnitKind.Group, group is null ? null : id + InstrumentPlace.Under(group)) { Instrument = id, Id = group ?? "", Heading = heading, Start = heading.Span.Start };
                    break;
                case ListBlock list:
                    foreach (var item in list.OfType<ListItemBlock>())
                    {
                        Close(current);
                        var own = UnitShape.AttributesOf(item, body).Id;
                        _units.Add(new PageUnit(UnitKind.Item, own is null ? null : $"{id}.{own}") { Instrument = id, Id = own ?? "", Item = item, Start = item.Span.Start });
                        current = Behind(id, own);
                    }

                    break;
                case ParagraphBlock line when IsCaption(line) && Attributes.Split(PageUnit.Slice(line, body)).Attributes.Id is not null:
                    caption = line;
                    break;
                case Table table when caption is not null:
                    Close(current);
                    var name = Attributes.Split(PageUnit.Slice(caption, body)).Attributes.Id;
                    _units.Add(new PageUnit(UnitKind.Table, $"{id}.{name}") { Instrument = id, Id = name!, Caption = caption, Table = table, Start = caption.Span.Start });
                    current = Behind(id, name);
                    caption = null;
                    break;
                default:
                    current = Begun(current, block);
                    break;
            }
        }

        Close(current);
    }

    private static PageUnit Behind(string instrument, string? id) =>
        new(UnitKind.Behind, id is null ? null : instrument + InstrumentPlace.Behind(id)) { Instrument = instrument, Id = id ?? "" };

    private bool IsCaption(ParagraphBlock line) => line.Parent is { } parent && PageUnit.Slice(line, body).StartsWith("Table: ", StringComparison.Ordinal)
        && parent.IndexOf(line) is var at && at + 1 < parent.Count && parent[at + 1] is Table;
}
