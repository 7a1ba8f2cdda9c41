using DocumentFormat.OpenXml;
using Toolkit.Model;
using Toolkit.Words;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>Writes the body of one Word document: prose itself, every other block through its view.</summary>
public sealed class DocxWriter
{
    private readonly Dictionary<Type, IDocxView> _views;
    private readonly DocxLists _lists = new();
    private readonly DocxProse _prose;
    private readonly List<DocxHeading> _headings = [];
    private readonly List<DocxPaper> _papers = [];
    private readonly HashSet<string> _anchored = [];
    private OpenXmlCompositeElement _place;
    private DocxPaper _paper;
    private bool _closesLandscape;

    internal DocxWriter(Document document, SiteSettings settings, LanguageWords words, IReadOnlyList<IDocxView> views, W.Body body, DocxPaper paper, DocxStyleSizes sizes)
    {
        Document = document;
        Settings = settings;
        Words = words;
        _views = views.ToDictionary(v => v.BlockType);
        _paper = paper;
        Sizes = sizes;
        _place = body;
        Width = paper.TextWidth;
        Links = new DocxLinks(document, settings);
        Notes = new DocxNotes(Numbers);
        Inlines = new DocxInlines(Links, Notes, words.Documents.OnSiteAlone);
        Controls = new DocxControls(document, settings, words, Numbers);
        _prose = new DocxProse(this, _lists);
        Accent = DocxColors.Accent(DocxFurniture.Principle(document, settings));
    }

    /// <summary>The document being written.</summary>
    public Document Document { get; }

    /// <summary>The settings of the site.</summary>
    public SiteSettings Settings { get; }

    /// <summary>What is added to the authors' words, in the language of the document.</summary>
    public LanguageWords Words { get; }

    /// <summary>Makes the controls of its fields.</summary>
    public DocxControls Controls { get; }

    /// <summary>The colors of the principle that is being written about.</summary>
    public DocxAccent Accent { get; set; }

    /// <summary>How wide the text is at this place, in twentieths of a point.</summary>
    public int Width { get; private set; }

    /// <summary>Between the lines of a table and its text, in twentieths of a point.</summary>
    internal short Padding => _paper.Padding;

    /// <summary>How much room each style takes.</summary>
    internal DocxStyleSizes Sizes { get; }

    /// <summary>Level of the last heading, as the model counts: the title has 1.</summary>
    public int Level { get; private set; } = 1;

    /// <summary>How deep in lists the text stands; 0 outside.</summary>
    internal int Depth { get; set; }

    internal DocxNumbers Numbers { get; } = new();

    internal DocxLinks Links { get; }

    internal DocxNotes Notes { get; }

    internal DocxPictures Pictures { get; } = new();

    internal DocxInlines Inlines { get; }

    internal W.Numbering Numbering => _lists.Part;

    internal IReadOnlyList<DocxHeading> Headings => _headings;

    /// <summary>The papers used, the first page's first; complete when the last section is there.</summary>
    internal IReadOnlyList<DocxPaper> Papers => _papers;

    /// <summary>Adds blocks.</summary>
    /// <exception cref="InvalidOperationException">No view is known for a block.</exception>
    public void Blocks(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (_views.TryGetValue(block.GetType(), out var view))
            {
                view.Write(block, this);
            }
            else
            {
                _prose.Write(block);
            }
        }
    }

    /// <summary>Adds an element.</summary>
    public void Add(OpenXmlElement element)
    {
        if (_closesLandscape && _place is W.Body)
        {
            _closesLandscape = false;
            SectionEnd(_paper);
            _paper = DocxPaper.Of(Settings, landscape: false);
        }

        _place.Append(element);
    }

    /// <summary>Keeps what was added last on the page of the table that follows, so that no heading is left behind.</summary>
    public void KeepWithNext()
    {
        if (_place.LastChild is W.Paragraph { ParagraphProperties: { } properties })
        {
            properties.KeepNext = new();
        }
    }

    /// <summary>Whether what was added last is a heading that says this.</summary>
    internal bool HasJustSaid(string title) => _headings.Count > 0 && _headings[^1].Text == title
        && _place.LastChild is W.Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: { } style } && style.StartsWith("Heading", StringComparison.Ordinal);

    /// <summary>Gives what was added last another distance under it than its style has, in twentieths of a point.</summary>
    internal void SpaceLast(string after)
    {
        if (_place.LastChild is W.Paragraph { ParagraphProperties: { } properties })
        {
            properties.SpacingBetweenLines = new() { After = after };
        }
    }

    /// <summary>Keeps running text with what follows it where it leads to a list or a table.</summary>
    /// <param name="titled">Whether a title of the table comes between them: then it goes along only where it follows a heading, which would be left behind.</param>
    internal void KeepLeadIn(bool titled = false)
    {
        var last = titled ? UnderHeading(_place.LastChild) : _place.LastChild;
        while (last is W.Paragraph { ParagraphProperties: { ParagraphStyleId.Val.Value: "Normal" } properties })
        {
            properties.KeepNext = new();
            last = last.Elements<W.Run>().All(run => run.RunProperties?.Bold is not null) ? UnderHeading(last.PreviousSibling()) : null;
        }
    }

    private static OpenXmlElement? UnderHeading(OpenXmlElement? element) =>
        element?.PreviousSibling() is { } over && LeadsOn(over) ? element : null;

    /// <summary>Adds a paragraph in a style.</summary>
    public void Paragraph(string style, params OpenXmlElement[] content) => Add(Wml.Paragraph(style, content));

    /// <summary>Adds a heading, and remembers it for the contents.</summary>
    /// <param name="level">As the model counts: the title has 1.</param>
    /// <param name="text">In plain text.</param>
    /// <param name="anchor">What links point to; empty for nothing.</param>
    /// <param name="language">Its language; empty for that of the document.</param>
    public void Heading(int level, string text, string anchor, string language = "") => Heading(level, text, anchor, [Wml.In(text, language)]);

    /// <summary>Adds a picture in a paragraph of its own, no wider than the text.</summary>
    /// <param name="file">Full path of a PNG or JPEG file; of another kind of picture only the words are written.</param>
    /// <param name="alt">What it shows.</param>
    public void Picture(string file, string alt) => Add(Pictures.Paragraph(file, alt, Words.Documents.PictureLeftOut, Width, Numbers.Next()));

    /// <summary>The runs of some text.</summary>
    public OpenXmlElement[] Inline(IReadOnlyList<Inline> content) => Inlines.Write(content);

    /// <summary>Writes into another element, such as a cell, of the given width; a cell ends in a paragraph.</summary>
    public T Into<T>(T element, int width, Action write)
        where T : OpenXmlCompositeElement
    {
        ArgumentNullException.ThrowIfNull(write);
        var before = (_place, Width, Depth);
        (_place, Width, Depth) = (element, width, 0);
        write();
        (_place, Width, Depth) = before;
        if (element is W.TableCell && element.LastChild is not W.Paragraph)
        {
            element.Append(Wml.Paragraph("Gap"));
        }

        return element;
    }

    /// <summary>Writes on paper that lies on its long side, where the text stands upright; for wide tables.</summary>
    public void Landscape(Action write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (_paper.Landscape && !_closesLandscape)
        {
            write();
            return;
        }

        if (_closesLandscape)
        {
            _closesLandscape = false;
        }
        else
        {
            var headings = TakeHeadings();
            SectionEnd(_paper);
            _paper = DocxPaper.Of(Settings, landscape: true);
            _place.Append(headings);
        }

        var width = Width;
        Width = _paper.TextWidth;
        write();
        Width = width;
        _closesLandscape = true;
    }

    /// <summary>Takes away the headings that were added last: they go with what follows them, onto other paper too.</summary>
    private List<OpenXmlElement> TakeHeadings()
    {
        var taken = new List<OpenXmlElement>();
        while (_place.LastChild is { } last && LeadsOn(last))
        {
            last.Remove();
            taken.Insert(0, last);
        }

        return taken;
    }

    private static bool LeadsOn(OpenXmlElement element) =>
        element is W.Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: { } style } && DocxStyles.LeadsOn(style);

    internal void Heading(int level, string text, string anchor, OpenXmlElement[] content)
    {
        Level = level;
        var shown = Document.Kind == DocumentKind.Guide ? level - 1 : level;
        var heading = new DocxHeading(level, text, content, $"_Toc{Numbers.Next():00000000}");
        _headings.Add(heading);
        string[] marks = anchor.Length > 0 && _anchored.Add(anchor) ? [heading.Bookmark, DocxLinks.Bookmark(anchor)] : [heading.Bookmark];
        var starts = marks.Select(name => new W.BookmarkStart { Id = $"{Numbers.Next()}", Name = name }).ToArray();
        Paragraph(
            $"Heading{Math.Clamp(shown, 1, 6)}",
            [.. starts, .. content, .. starts.Select(s => new W.BookmarkEnd { Id = s.Id!.Value })]);
    }

    /// <summary>The properties of the section that the document ends in.</summary>
    internal W.SectionProperties LastSection() => Section(_paper);

    private W.SectionProperties Section(DocxPaper ended)
    {
        var section = ended.Section(opens: _papers.Count == 0);
        if (!_papers.Contains(ended))
        {
            _papers.Add(ended);
        }

        return section;
    }

    private void SectionEnd(DocxPaper ended)
    {
        var paragraph = Wml.Paragraph("Gap");
        paragraph.ParagraphProperties!.SectionProperties = Section(ended);
        _place.Append(paragraph);
    }
}

/// <summary>A heading as the contents list it.</summary>
/// <param name="Level">As the model counts.</param>
/// <param name="Text">In plain text.</param>
/// <param name="Content">As it stands there.</param>
/// <param name="Bookmark">Around it.</param>
internal sealed record DocxHeading(int Level, string Text, OpenXmlElement[] Content, string Bookmark)
{
    /// <summary>Its words alone, with the languages that they are marked with.</summary>
    public IReadOnlyList<W.Run> Entry =>
        Content.Any(element => element.Descendants<W.Languages>().Any())
            ? [.. Content.SelectMany(element => element is W.Run run ? [run] : element.Descendants<W.Run>())
                .Where(run => run.InnerText.Length > 0)
                .Select(run => Wml.In(run.InnerText, run.RunProperties?.Languages?.Val?.Value ?? ""))]
            : [Wml.Run(Text)];
}
