using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Toolkit.Model;
using Toolkit.Words;
using Footnote = Toolkit.Model.Footnote;
using Inline = Toolkit.Model.Inline;

namespace Toolkit.Reading;

/// <summary>What is known while one page is read.</summary>
internal sealed class PageReading
{
    /// <summary>How deep blocks, and pieces of text, may stand in each other.</summary>
    public const int Deepest = 16;

    private readonly Dictionary<Markdig.Extensions.Footnotes.Footnote, (Footnote Note, int Number, int Uses)> _notes = [];
    private readonly PageSource _source;

    public PageReading(PageSource source, LinkTable links, IReadOnlyList<GlossaryEntry> glossary, SiteSettings settings, LanguageWords words, ProblemLog log)
    {
        (_source, Links, Glossary, Settings, Words, Log) = (source, links, glossary, settings, words, log);
        Inlines = new InlineReader(this);
    }

    public Page Page => _source.Page;

    public LinkTable Links { get; }

    public IReadOnlyList<GlossaryEntry> Glossary { get; }

    public SiteSettings Settings { get; }

    public LanguageWords Words { get; }

    public ProblemLog Log { get; }

    public InlineReader Inlines { get; }

    /// <summary>Anchors given out on this page, with the place of their first use.</summary>
    public Dictionary<string, SourcePosition> Anchors { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Footnote> Footnotes => [.. _notes.Values.OrderBy(n => n.Number).Select(n => n.Note)];

    public SourcePosition At(MarkdownObject written) => AtOffset(written.Span.Start);

    public SourcePosition AtOffset(int offset) => _source.Text.At(_source.BodyStart + Math.Max(0, offset));

    /// <summary>The text as written at a span of the page's Markdown.</summary>
    public string Written(SourceSpan span)
    {
        var start = _source.BodyStart + Math.Max(0, span.Start);
        var end = Math.Min(_source.Text.Text.Length, _source.BodyStart + span.End + 1);
        return end > start ? _source.Text.Text[start..end] : "";
    }

    /// <summary>Where some signs stand in the block of a piece of text as the author wrote them; null where they came about in another way, such as by a backslash.</summary>
    public SourcePosition? PlaceOf(string signs, ContainerInline container)
    {
        var holder = container;
        while (holder.ParentBlock is null && holder.Parent is { } parent)
        {
            holder = parent;
        }

        if (holder.ParentBlock is not { } block)
        {
            return null;
        }

        var written = Written(block.Span);
        for (var at = written.IndexOf(signs, StringComparison.Ordinal); at >= 0; at = written.IndexOf(signs, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || written[at - 1] != '\\')
            {
                return AtOffset(Math.Max(0, block.Span.Start) + at);
            }
        }

        return null;
    }

    /// <summary>Says that something stands too deep in other things to be read.</summary>
    public void TooDeep(MarkdownObject written) =>
        Log.Error("TK2017", At(written), $"What stands here is nested deeper than {Deepest}.", "Take some of it apart: lists, quotations, blocks, or stress within stress.");

    public Inline Note(Markdig.Extensions.Footnotes.Footnote written)
    {
        if (!_notes.TryGetValue(written, out var known))
        {
            // Reserve the number before the note is read: a note may refer to another.
            _notes[written] = known = (new Footnote(written.Label?.TrimStart('^') ?? "", []), _notes.Count + 1, 0);
            var content = written.OfType<LeafBlock>().Select(b => Inlines.Read(b.Inline)).Aggregate(
                new List<Inline>(),
                (all, next) => [.. all, .. all.Count > 0 ? new Inline[] { new Text(" ") } : [], .. next]);
            known = known with { Note = known.Note with { Content = content } };
        }

        _notes[written] = known with { Uses = known.Uses + 1 };
        return new FootnoteReference(known.Number, known.Note, known.Uses + 1);
    }

    /// <summary>A picture in the text; null, with an error, if its file or its words are missing.</summary>
    public Image? Image(LinkInline written)
    {
        var at = At(written);
        var alt = InlineText.Plain(Inlines.Read((ContainerInline)written));
        var (_, file, path) = Links.At(Page.SourcePath, written.Url ?? "");
        if (file is null)
        {
            var outside = (written.Url ?? "").Contains(':', StringComparison.Ordinal) || (written.Url ?? "").StartsWith("//", StringComparison.Ordinal);
            Log.Error("TK3004", at, $"The picture '{OutsideAddress.Visible(written.Url ?? "")}' is not there.", outside ? "Nothing is loaded from elsewhere: save the picture beside the page, and write its name." : Suggestion.For(path, Links.Paths.Where(p => !p.EndsWith(".md", StringComparison.Ordinal))));
            return null;
        }

        if (alt.Length == 0)
        {
            Log.Error("TK2012", at, $"The picture '{written.Url}' has no words for people who do not see it.", $"Say what it shows: ![What the picture shows]({written.Url})");
            return null;
        }

        if (Pictures.FaultOf(file.FullPath) is { } fault)
        {
            Log.Error("TK3009", at, $"The picture '{written.Url}' {fault.Reason}.", fault.Advice);
            return null;
        }

        return new Image(path, alt) { SourceFile = file.FullPath };
    }

    /// <summary>The full path on disk of a file of the input.</summary>
    public string? FileOnDisk(string path) => Links.At("", path).File?.FullPath;

    /// <summary>Takes an anchor that the author wrote; an error if the page has it already.</summary>
    public void Claim(string anchor, SourcePosition at)
    {
        if (!Anchors.TryAdd(anchor, at))
        {
            Log.Error("TK2002", at, $"The id '{anchor}' stands twice on this page, first on line {Anchors[anchor].Line}.", "Give one of them another id.");
        }
    }

    /// <summary>An anchor made from words, with a number behind it if the page has it already.</summary>
    public string AnchorFrom(string words, SourcePosition at)
    {
        var slug = Slug.Of(words);
        slug = slug.Length == 0 ? "section" : slug;
        var anchor = slug;
        for (var n = 2; !Anchors.TryAdd(anchor, at); n++)
        {
            anchor = $"{slug}-{n}";
        }

        return anchor;
    }
}
