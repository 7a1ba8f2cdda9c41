using Toolkit.Words;

namespace Toolkit.Model;

/// <summary>A place in a file that an author wrote: path relative to the input folder, line and column from 1.</summary>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>One construct of a page. Prose stands in this file; the constructs with a syntax of their own live in <c>Blocks/</c>.</summary>
public abstract record Block
{
    /// <summary>Where the author wrote it.</summary>
    public SourcePosition Source { get; init; }

    /// <summary>The language of what it says besides its <see cref="Texts"/>, such as a title, where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>Running text that stands directly in it, in reading order; what its <see cref="Children"/> hold is not among it.</summary>
    public virtual IEnumerable<IReadOnlyList<Inline>> Texts => [];

    /// <summary>Blocks inside it, in reading order.</summary>
    public virtual IEnumerable<Block> Children => [];

    /// <summary>The same block with its <see cref="Children"/> and <see cref="Texts"/> replaced.</summary>
    public virtual Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this;
}

/// <summary>A heading inside a page. The page's title is its level 1, so authors start at 2.</summary>
/// <param name="Level">2 to 6.</param>
/// <param name="Id">Anchor on the page; the author's, or made from the text.</param>
/// <param name="Content">What it says.</param>
public sealed record Heading(int Level, string Id, IReadOnlyList<Inline> Content) : Block
{
    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with { Content = text(Content) };

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<Inline>> Texts => [Content];
}

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(IReadOnlyList<Inline> Content) : Block
{
    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with { Content = text(Content) };

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<Inline>> Texts => [Content];
}

/// <summary>A list. Each item is a list of blocks; in a tight list an item's first paragraph is set without space.</summary>
/// <param name="Ordered">Numbered or bulleted.</param>
/// <param name="Start">First number of an ordered list.</param>
/// <param name="Tight">Whether items follow each other without blank lines.</param>
/// <param name="Items">At least one.</param>
internal sealed record ListBlock(bool Ordered, int Start, bool Tight, IReadOnlyList<IReadOnlyList<Block>> Items) : Block
{
    /// <summary>Whether its items are statements to tick: on paper each has a square.</summary>
    public bool ToTick { get; init; }

    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with { Items = [.. Items.Select(blocks)] };

    /// <inheritdoc/>
    public override IEnumerable<Block> Children => Items.SelectMany(item => item);
}

/// <summary>How a column of a table is aligned.</summary>
internal enum Alignment
{
    /// <summary>At the start of the line.</summary>
    Start,

    /// <summary>Centered.</summary>
    Center,

    /// <summary>At the end of the line, for numbers.</summary>
    End,
}

/// <summary>A table to read (not to fill in; that is a <see cref="FieldTable"/>). The header row is required.</summary>
/// <param name="Caption">May be empty.</param>
/// <param name="Header">One cell per column.</param>
/// <param name="Alignments">One per column.</param>
/// <param name="Rows">Each as long as the header.</param>
internal sealed record TableBlock(
    IReadOnlyList<Inline> Caption,
    IReadOnlyList<IReadOnlyList<Inline>> Header,
    IReadOnlyList<Alignment> Alignments,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows) : Block
{
    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with
    {
        Caption = text(Caption),
        Header = [.. Header.Select(text)],
        Rows = [.. Rows.Select(r => (IReadOnlyList<IReadOnlyList<Inline>>)[.. r.Select(text)])],
    };

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<Inline>> Texts => [Caption, .. Header, .. Rows.SelectMany(row => row)];
}

/// <summary>A quotation.</summary>
internal sealed record QuoteBlock(IReadOnlyList<Block> Content) : Block
{
    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with { Content = blocks(Content) };

    /// <inheritdoc/>
    public override IEnumerable<Block> Children => Content;
}

/// <summary>Text shown as it is typed.</summary>
/// <param name="Text">Lines parted by <c>\n</c>.</param>
internal sealed record CodeBlock(string Text) : Block;

/// <summary>A break between two trains of thought.</summary>
internal sealed record ThematicBreak : Block;

/// <summary>A piece of running text.</summary>
public abstract record Inline;

/// <summary>Plain characters. Line breaks in the source are single spaces here.</summary>
internal sealed record Text(string Value) : Inline;

/// <summary>Stressed text, set in italics.</summary>
internal sealed record Emphasis(IReadOnlyList<Inline> Content) : Inline;

/// <summary>Important text, set in bold.</summary>
internal sealed record Strong(IReadOnlyList<Inline> Content) : Inline;

/// <summary>Text shown as it is typed, within a line.</summary>
internal sealed record Code(string Value) : Inline;

/// <summary>A forced line break.</summary>
internal sealed record LineBreak : Inline;

/// <summary>Text in another language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Content">The text.</param>
internal sealed record Foreign(string Language, IReadOnlyList<Inline> Content) : Inline
{
    /// <summary>A text as running text, marked where it is in another language than what it stands in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language; empty for that of what it stands in.</param>
    public static IReadOnlyList<Inline> Mark(string text, string language) => language.Length == 0 ? [new Text(text)] : [new Foreign(language, [new Text(text)])];

    /// <summary>Words of the program around texts that may be in another language.</summary>
    /// <param name="phrase">The words.</param>
    /// <param name="values">What stands in each gap.</param>
    public static IReadOnlyList<Inline> Around(Phrase phrase, params IReadOnlyList<Inline>[] values) => Joined(phrase.Around(text => [new Text(text)], values));

    /// <summary>The labels of options with something between them, each in its language.</summary>
    public static IReadOnlyList<Inline> Listed(IEnumerable<Option> options, string between) =>
        Joined(options.SelectMany((o, i) => i == 0 ? [Mark(o.Label, o.Language)] : new[] { [new Text(between)], Mark(o.Label, o.Language) }));

    /// <summary>Pieces as one text: plain ones that follow each other are one.</summary>
    private static List<Inline> Joined(IEnumerable<IReadOnlyList<Inline>> pieces)
    {
        var joined = new List<Inline>();
        foreach (var inline in pieces.SelectMany(p => p))
        {
            if (inline is Text next && joined is [.., Text before])
            {
                joined[^1] = new Text(before.Value + next.Value);
            }
            else
            {
                joined.Add(inline);
            }
        }

        return joined;
    }
}

/// <summary>A link out of the site: <c>https:</c>, <c>mailto:</c>, <c>tel:</c> or <c>sms:</c>.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Content">Its words.</param>
public sealed record ExternalLink(string Url, IReadOnlyList<Inline> Content) : Inline
{
    /// <summary>Where the author wrote it.</summary>
    public SourcePosition Source { get; init; }
}

/// <summary>A link within the site, resolved: writers make it relative to the page they write.</summary>
/// <param name="Page">Output path of the target page, such as <c>guide/vetting.html</c>; of a file, such as <c>downloads/x.pdf</c>.</param>
/// <param name="Anchor">Id on that page, without <c>#</c>; empty for its top.</param>
/// <param name="Content">Its words.</param>
internal sealed record InternalLink(string Page, string Anchor, IReadOnlyList<Inline> Content) : Inline
{
    /// <summary>Where the author wrote it.</summary>
    public SourcePosition Source { get; init; }
}

/// <summary>A picture within the text; pictures with a caption are figures.</summary>
/// <param name="Path">Path of the file in the output.</param>
/// <param name="Alt">What it shows, in words.</param>
internal sealed record Image(string Path, string Alt) : Inline
{
    /// <summary>Full path of the file on disk, for documents; empty leaves documents with the words alone.</summary>
    public string SourceFile { get; init; } = "";
}

/// <summary>A reference to a note.</summary>
/// <param name="Number">From 1 in the order of first use on the page.</param>
/// <param name="Note">The note.</param>
/// <param name="Use">From 1: the how-manieth reference to the same note on the page.</param>
internal sealed record FootnoteReference(int Number, Footnote Note, int Use) : Inline;

/// <summary>A note of a page, shown at its end (in documents, at the foot).</summary>
/// <param name="Label">The author's label, such as <c>iwpr</c>.</param>
/// <param name="Content">One paragraph.</param>
public sealed record Footnote(string Label, IReadOnlyList<Inline> Content);

/// <summary>A word with a plain definition that opens in place.</summary>
/// <param name="Term">The entry it points to.</param>
/// <param name="Content">The words in this sentence.</param>
internal sealed record TermReference(GlossaryEntry Term, IReadOnlyList<Inline> Content) : Inline;

/// <summary>An entry of the glossary, from <c>input/glossary.yml</c>.</summary>
/// <param name="Id">One segment; anchor on the glossary page.</param>
/// <param name="Term">The word or phrase.</param>
/// <param name="Definition">One or two plain sentences.</param>
public sealed record GlossaryEntry(string Id, string Term, string Definition)
{
    /// <summary>The language that it is in where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}

/// <summary>What several formats need to know about running text.</summary>
public static class InlineText
{
    /// <summary>The characters alone: notes and pictures leave nothing, a line break is a space.</summary>
    public static string Plain(IEnumerable<Inline> content) => string.Concat(content.Select(inline => inline switch
    {
        Text t => t.Value,
        Code c => c.Value,
        LineBreak => " ",
        Emphasis e => Plain(e.Content),
        Strong s => Plain(s.Content),
        Foreign f => Plain(f.Content),
        ExternalLink l => Plain(l.Content),
        InternalLink l => Plain(l.Content),
        TermReference t => Plain(t.Content),
        _ => "",
    }));
}
