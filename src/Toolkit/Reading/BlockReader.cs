using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Toolkit.Model;
using Toolkit.Words;
using Block = Toolkit.Model.Block;
using CodeBlock = Toolkit.Model.CodeBlock;
using Inline = Toolkit.Model.Inline;
using ListBlock = Toolkit.Model.ListBlock;
using MdBlock = Markdig.Syntax.Block;
using MdListBlock = Markdig.Syntax.ListBlock;

namespace Toolkit.Reading;

/// <summary>Turns Markdig's blocks of one page into the model's. Constructs with a syntax of their own are given to it from outside.</summary>
public sealed class BlockReader
{
    private readonly PageReading _page;
    private readonly IReadOnlyDictionary<string, IBlockSyntax> _containers;
    private readonly IReadOnlyList<IParagraphSyntax> _paragraphs;
    private int _depth;

    internal BlockReader(PageReading page, IReadOnlyDictionary<string, IBlockSyntax> containers, IReadOnlyList<IParagraphSyntax> paragraphs) =>
        (_page, _containers, _paragraphs) = (page, containers, paragraphs);

    /// <summary>The page without its content.</summary>
    public Page Page => _page.Page;

    /// <summary>Scales, lists and more.</summary>
    public SiteSettings Settings => _page.Settings;

    /// <summary>What is added to the author's words, in the language of the page.</summary>
    public LanguageWords Words => _page.Words;

    /// <summary>Takes problems.</summary>
    public ProblemLog Log => _page.Log;

    /// <summary>Where something was written.</summary>
    public SourcePosition At(MarkdownObject written) => _page.At(written);

    /// <summary>The full path on disk of a file of the input; null if there is none.</summary>
    public string? FileOnDisk(string path) => _page.FileOnDisk(path);

    /// <summary>Reads running text.</summary>
    public IReadOnlyList<Inline> Inlines(ContainerInline? written) => _page.Inlines.Read(written);

    /// <summary>Reads blocks in order.</summary>
    public IReadOnlyList<Block> Blocks(IEnumerable<MdBlock> written)
    {
        var blocks = new List<Block>();
        IReadOnlyList<Inline> caption = [];
        _depth++;
        foreach (var block in written)
        {
            if (_depth > PageReading.Deepest)
            {
                _page.TooDeep(block);
                break;
            }

            if (TableCaption(block) is { } words)
            {
                caption = words.Content;
                continue;
            }

            if (Read(block, caption) is { } read)
            {
                blocks.Add(read.Source == default ? read with { Source = At(block) } : read);
            }

            caption = [];
        }

        _depth--;
        return blocks;
    }

    /// <summary>The words and attributes of a line <c>Table: …</c> that stands before a table; null if the block is something else.</summary>
    public (IReadOnlyList<Inline> Content, Attributes Attributes)? TableCaption(MdBlock written)
    {
        if (written is not ParagraphBlock { Inline.FirstChild: LiteralInline first } paragraph
            || !first.Content.ToString().StartsWith("Table: ", StringComparison.Ordinal)
            || written.Parent is not { } parent
            || parent.IndexOf(written) is var index && (index + 1 >= parent.Count || parent[index + 1] is not Table))
        {
            return null;
        }

        var (content, attributes) = Attributes.Split(Inlines(paragraph.Inline));
        return (content is [Text text, ..] ? [new Text(text.Value["Table:".Length..].TrimStart()), .. content.Skip(1)] : content, attributes);
    }

    /// <summary>
    /// The id that an author must write; where it is missing or breaks the grammar an error offers the line to paste, and
    /// null is returned.
    /// </summary>
    /// <param name="attributes">What stands in braces.</param>
    /// <param name="at">The place to name.</param>
    /// <param name="label">What the construct says, in plain text.</param>
    /// <param name="line">The line as the author wrote it, without attributes.</param>
    public string? RequiredId(Attributes attributes, SourcePosition at, string label, string line)
    {
        if (attributes.Malformed is { } rest)
        {
            Log.Error("TK2005", at, $"'{rest}' in the braces behind '{Short(label)}' cannot be read.", "Braces hold {#id .word key=value}, parted by spaces.");
        }

        var braces = string.Concat(attributes.Classes.Select(c => " ." + c)) + string.Concat(attributes.Values.Select(v => $" {v.Key}={(v.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{v.Value}\"" : v.Value)}"));
        if (attributes.Id is null)
        {
            Log.Error("TK2001", at, $"'{Short(label)}' has no id, so an answer to it could not be kept.", $"Write: {line} {{#{Slug.Segment(label)}{braces}}}");
            return null;
        }

        if (!FieldId.IsSegment(attributes.Id))
        {
            Log.Error("TK2003", at,
                attributes.Id.Length > FieldId.LongestSegment
                    ? $"The id '{attributes.Id}' is {attributes.Id.Length} characters long; at most {FieldId.LongestSegment} fit."
                    : $"'{attributes.Id}' cannot be an id.",
                $"Ids are small letters and digits, with single hyphens between them. Write: {line} {{#{Slug.Segment(attributes.Id)}{braces}}}");
            return null;
        }

        return attributes.Id;
    }

    /// <summary>Says that something stands in a construct where it has no place.</summary>
    public void Misplaced(MdBlock written, string container, string advice) =>
        Log.Error("TK2006", At(written), $"{Name(written)} has no place in this {container}.", advice);

    private static string Short(string label) => label.Length <= 60 ? label : label[..57] + "…";

    private static string Name(MdBlock written) => written switch
    {
        HeadingBlock => "A heading",
        MdListBlock => "A list",
        Table => "A table",
        CustomContainer c => $"A block ':::{(c.Info is { Length: > 0 } i ? " " + i : "")}'",
        ParagraphBlock => "A paragraph",
        _ => "This",
    };

    private Block? Read(MdBlock written, IReadOnlyList<Inline> caption)
    {
        switch (written)
        {
            case HeadingBlock heading:
                return Heading(heading);
            case ParagraphBlock paragraph:
                return _paragraphs.Select(s => s.Read(paragraph, this)).FirstOrDefault(b => b is not null) ?? Paragraph(paragraph);
            case MdListBlock list:
                return List(list);
            case Table table:
                return ReadTable(table, caption);
            case Markdig.Syntax.QuoteBlock quote:
                return new Model.QuoteBlock(Blocks(quote));
            case CustomContainer container:
                return Container(container);
            case Markdig.Syntax.CodeBlock code:
                return new CodeBlock(code.Lines.ToString());
            case ThematicBreakBlock:
                return new ThematicBreak();
            case HtmlBlock { Type: HtmlBlockType.Comment } comment:
                if (!comment.Lines.ToString().Contains("-->", StringComparison.Ordinal))
                {
                    Log.Error("TK2024", At(comment), "A comment begins here and never ends, so all that follows it is lost.", "Write --> where it ends.");
                }

                return null;
            case HtmlBlock html:
                Log.Error("TK2010", At(html), $"HTML stands in the text: {html.Lines.Lines[0]}", "Write it in Markdown; HTML would be lost in Word and PDF.");
                return null;
            default:
                // Footnotes are read where they are used; link definitions leave nothing.
                return null;
        }
    }

    private Heading Heading(HeadingBlock written)
    {
        var at = At(written);
        var (content, attributes) = Attributes.Split(Inlines(written.Inline));
        var words = InlineText.Plain(content);
        if (words.Length == 0)
        {
            Log.Error("TK2013", at, "This heading says nothing.", "Write its words, or take the line out.");
        }

        if (attributes.Id is { } id)
        {
            _page.Claim(id, at);
            return new Heading(written.Level, id, content) { Source = at };
        }

        return new Heading(written.Level, _page.AnchorFrom(words, at), content) { Source = at };
    }

    private Paragraph? Paragraph(ParagraphBlock written)
    {
        var content = Inlines(written.Inline);
        if (Attributes.Split(content).Attributes is { Id: not null } or { Classes.Count: > 0 })
        {
            Log.Warning("TK2022", At(written), "Braces stand behind this text, and nothing reads them here; they stay as they are typed.", "Braces belong behind a heading, behind something to answer, and behind the name of a block.");
        }

        return content.Count == 0 ? null : new Paragraph(content);
    }

    private ListBlock List(MdListBlock written)
    {
        if (written.Descendants<TaskList>().FirstOrDefault() is { } task)
        {
            Log.Error("TK2014", At(task), "A list to tick stands outside a checklist, so a tick could not be kept.", "Put it between '::: checklist {#some-id}' and ':::', and give each item an id.");
        }

        return new ListBlock(
            written.IsOrdered,
            int.TryParse(written.OrderedStart, out var start) ? start : 1,
            !written.IsLoose,
            [.. written.OfType<ListItemBlock>().Select(Blocks)]);
    }

    private TableBlock? ReadTable(Table written, IReadOnlyList<Inline> caption)
    {
        var rows = written.OfType<TableRow>().ToList();
        if (rows.FirstOrDefault(r => r.IsHeader) is not { } header)
        {
            Log.Error("TK2015", At(written), "This table has no header row.", "Let its first line name the columns, with a line of '---' below.");
            return null;
        }

        var width = header.Count;
        var alignments = Enumerable.Range(0, width).Select(i => written.ColumnDefinitions.ElementAtOrDefault(i)?.Alignment switch
        {
            TableColumnAlign.Center => Alignment.Center,
            TableColumnAlign.Right => Alignment.End,
            _ => Alignment.Start,
        });
        if (header.OfType<TableCell>().Any(c => Cell(c).Count == 0))
        {
            Log.Error("TK2016", At(header), "A column of this table has no heading.", "Name every column in the first line.");
        }

        return new TableBlock(
            caption,
            [.. header.OfType<TableCell>().Select(Cell)],
            [.. alignments],
            [.. rows.Where(r => !r.IsHeader).Select(r => (IReadOnlyList<IReadOnlyList<Inline>>)
                [.. Enumerable.Range(0, width).Select(i => i < r.Count ? Cell((TableCell)r[i]) : [])])]);
    }

    /// <summary>The running text of a table's cell.</summary>
    public IReadOnlyList<Inline> Cell(TableCell written) =>
        [.. written.OfType<LeafBlock>().SelectMany(b => Inlines(b.Inline))];

    private Block? Container(CustomContainer written)
    {
        var at = At(written);
        var name = written.Info ?? "";
        if (written.ClosingFencedCharCount == 0)
        {
            Log.Error("TK2008", at, $"The block '::: {name}' is never closed.", "Add a line ':::' where it ends.");
        }

        // Markdig takes the first word as the name even where it is the brace itself.
        var (words, attributes) = Attributes.Split(name.StartsWith('{') ? $"{name} {written.Arguments}" : written.Arguments ?? "");
        if (!_containers.TryGetValue(name, out var syntax))
        {
            Log.Error("TK2007", at, $"There is no block '{name}'.", Suggestion.For(name, _containers.Keys));
            return null;
        }

        return syntax.Read(new ContainerSource(name, words, attributes, written, at), this) is { } block ? block with { Source = at } : null;
    }
}
