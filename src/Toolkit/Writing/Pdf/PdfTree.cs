using System.Text.Json.Nodes;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// Builds the content tree of one document, which <c>theme/pdf/guide.typ</c> renders. Blocks have to be asked for in
/// reading order: the tree remembers headings, notes and terms on its way.
/// </summary>
public sealed class PdfTree
{
    private readonly Document _document;
    private readonly SiteSettings _settings;
    private readonly Dictionary<Type, IPdfView> _views;
    private readonly PdfInlines _inlines;
    private readonly Dictionary<string, string> _files = [];
    private Block? _previous;
    private int _level = 1;
    private int _instrumentLevel = 1;

    /// <summary>A tree for this document.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="settings">Of its site.</param>
    /// <param name="words">What is added to the author's words, in the language of the document.</param>
    /// <param name="views">One per type of block that has a syntax of its own.</param>
    public PdfTree(Document document, SiteSettings settings, LanguageWords words, IReadOnlyList<IPdfView> views)
    {
        _document = document;
        _settings = settings;
        _views = views.ToDictionary(v => v.BlockType);
        Words = words;
        _inlines = new PdfInlines(PdfLinks.Of(document, settings), AddFile, words.Documents.OnSiteAlone);
    }

    /// <summary>What is added to the author's words.</summary>
    public LanguageWords Words { get; }

    /// <summary>How readers write a day.</summary>
    public string DateFormat => PdfForm.DateFormat(_settings, Words.Documents);

    /// <summary>Pictures: full path by the name under which the tree speaks of them.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The whole tree.</summary>
    public JsonObject Root()
    {
        var principle = Principle();
        var blocks = Blocks(_document.Blocks);
        var language = _settings.DocumentLanguage.Split('-');
        return new JsonObject
        {
            ["title"] = PdfText.Clean(_document.Title),
            ["titled"] = Said(_document.Title, _document.TitleLanguage),
            ["description"] = Said(_document.Description, _document.DescriptionLanguage),
            ["eyebrow"] = Eyebrow(principle),
            ["language"] = language[0],
            ["region"] = language.LastOrDefault(part => part.Length == 2 && part != language[0])?.ToUpperInvariant() ?? "",
            ["paper"] = _settings.Paper.Equals("A4", StringComparison.OrdinalIgnoreCase) ? "a4" : "us-letter",
            ["kind"] = _document.Kind.ToString().ToLowerInvariant(),
            ["principle"] = principle ?? 0,
            ["site"] = Setting("SiteTitle", _settings.SiteTitle),
            ["version"] = _settings.GuideVersion.Length == 0 ? "" : Words.Documents.GuideVersion(PdfText.Clean(_settings.GuideVersion)),
            ["credit"] = Setting(nameof(SiteSettings.Credit), _settings.Credit),
            ["help"] = Help(),
            ["contents"] = _document.Contents,
            ["blocks"] = blocks,
            ["terms"] = Terms(),
            ["words"] = new JsonObject
            {
                ["page"] = Array(Words.Documents.PageNumber.Around<JsonNode>(text => JsonValue.Create(text), Gap("page"), Gap("pages"))),
                ["contents"] = Words.Documents.Contents,
                ["terms"] = Words.Common.WordsUsedHere,
                ["explained"] = Words.Documents.Explained,
                ["credit"] = Words.Documents.About,
                ["creditAtEnd"] = Words.Documents.CreditAtEnd,
                ["warning"] = Words.Common.Callout.Warning,
                ["critical"] = Words.Common.Important,
            },
        };
    }

    /// <summary>The nodes of some blocks.</summary>
    public JsonArray Blocks(IEnumerable<Block> blocks) => Array(Nodes(blocks));

    /// <summary>As <see cref="Blocks"/>, each node on its own.</summary>
    public IReadOnlyList<JsonNode> Nodes(IEnumerable<Block> blocks)
    {
        var nodes = new List<JsonNode>();
        foreach (var block in blocks)
        {
            nodes.AddRange(_views.TryGetValue(block.GetType(), out var view) ? view.Tree(block, this) : [Prose(block)]);
            _previous = block;
        }

        return nodes;
    }

    /// <summary>The nodes of running text.</summary>
    public JsonArray Inlines(IEnumerable<Inline> content) => _inlines.Nodes(content);

    /// <summary>A node of plain text.</summary>
    public static JsonNode Plain(string text) => JsonValue.Create(PdfText.Clean(text));

    /// <summary>
    /// What opens an instrument: its title, unless the document is about it alone or a heading just said it, and the field
    /// for its partner. Headings that follow through <see cref="Heading"/> are one level deeper.
    /// </summary>
    public IReadOnlyList<JsonNode> Open(Instrument instrument)
    {
        var nodes = new List<JsonNode>();
        var isAlone = _document is { Kind: DocumentKind.Instrument, Instruments.Count: 1 };
        var isSaid = _previous is Heading heading && InlineText.Plain(heading.Content) == instrument.Title;
        _instrumentLevel = isAlone ? 1 : Math.Min(_level, 5);
        if (!isAlone && !isSaid)
        {
            _instrumentLevel = _level = Math.Min(_level + 1, 4);
            nodes.Add(HeadingNode("instrument", _level, instrument.Id, Said(instrument.Title, instrument.TitleLanguage)));
        }

        if (instrument.PartnerField is { } partner)
        {
            nodes.Add(new JsonObject
            {
                ["t"] = "partner",
                ["id"] = partner.Id.Value,
                ["label"] = new JsonArray(Plain(Words.Common.Partner)),
                ["hint"] = new JsonArray(Plain(Words.Documents.PartnerHint)),
            });
        }

        return nodes;
    }

    /// <summary>A heading within the instrument that was opened last.</summary>
    public JsonNode Heading(string id, string title, string language = "")
    {
        _level = _instrumentLevel + 1;
        return HeadingNode("part", _level, id, Said(title, language));
    }

    /// <summary>Plain text as content, marked where it is in another language than the document; nothing where it is empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language; empty for that of the document.</param>
    public JsonArray Said(string text, string language) => text.Length == 0 ? [] : Inlines(Foreign.Mark(text, language));

    private JsonArray Setting(string key, string text) => Said(text, _settings.LanguageOf(key));

    /// <summary>Takes a picture into the document and says its name.</summary>
    public string AddFile(string path)
    {
        if (_files.FirstOrDefault(f => f.Value == path).Key is { } known)
        {
            return known;
        }

        var name = $"image-{_files.Count + 1}{Path.GetExtension(path)}";
        _files.Add(name, path);
        return name;
    }

    private JsonObject HeadingNode(string type, int depth, string id, JsonArray content)
    {
        var node = new JsonObject { ["t"] = type, ["level"] = depth, ["content"] = content };
        if (_inlines.Links.Label(_document.Page, id) is { } label)
        {
            node["id"] = label;
        }

        return node;
    }

    private JsonObject Prose(Block block)
    {
        switch (block)
        {
            case Heading heading:
                _level = heading.Level;
                var node = HeadingNode("heading", heading.Level, heading.Id, Inlines(heading.Content));
                if (_document.Kind == DocumentKind.Guide && heading.Level == 2)
                {
                    // A chapter of the guide: it has the hue of the principle that it is named after.
                    var title = InlineText.Plain(heading.Content);
                    var about = _settings.Principles.FirstOrDefault(p => p.Title == title)?.Number;
                    node["principle"] = about ?? 0;
                    node["eyebrow"] = Eyebrow(about);
                }

                return node;
            case Paragraph paragraph:
                return new JsonObject { ["t"] = "paragraph", ["content"] = Inlines(paragraph.Content) };
            case ListBlock list:
                return new JsonObject
                {
                    ["t"] = list.Ordered ? "enum" : "list",
                    ["start"] = list.Start,
                    ["tight"] = list.Tight,
                    ["tick"] = list.ToTick,
                    ["items"] = Array(list.Items.Select(JsonNode (item) => Blocks(item))),
                };
            case TableBlock table:
                return new JsonObject
                {
                    ["t"] = "table",
                    ["caption"] = Inlines(table.Caption),
                    ["head"] = Array(table.Header.Select(JsonNode (cell) => Inlines(cell))),
                    ["align"] = Array(table.Alignments.Select(JsonNode (a) => a.ToString().ToLowerInvariant())),
                    ["weights"] = Array(PdfColumns.Weights(table).Select(JsonNode (w) => w)),
                    ["rows"] = Array(table.Rows.Select(JsonNode (row) => Array(row.Select(JsonNode (cell) => Inlines(cell))))),
                };
            case QuoteBlock quote:
                return new JsonObject { ["t"] = "quote", ["content"] = Blocks(quote.Content) };
            case CodeBlock code:
                return new JsonObject { ["t"] = "code", ["text"] = PdfText.CleanLines(code.Text) };
            case ThematicBreak:
                return new JsonObject { ["t"] = "break" };
            default:
                throw new InvalidOperationException($"No PDF view for {block.GetType().Name}");
        }
    }

    /// <summary>An array of nodes.</summary>
    public static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];

    private string Eyebrow(int? principle) => principle is { } number
        ? Words.Common.PrincipleNumber(number, Math.Max(_settings.Principles.Count, number))
        : "";

    private int? Principle() =>
        _settings.Principles.FirstOrDefault(p => p.Page == _document.Page)?.Number
        ?? (_document.Kind == DocumentKind.Instrument && _document.Instruments is [var only, ..] ? only.Principle : null);

    private JsonObject? Help()
    {
        if (_settings.HelpLine is not { } help)
        {
            return null;
        }

        var words = Words.Documents;
        var (name, hours) = (Setting("HelpLine.Name", help.Name), Setting("HelpLine.Hours", help.Hours));
        var phone = PdfText.Clean(help.TextTo.Length == 0 ? help.Phone : words.PhoneOrText(help.Phone, help.TextTo));
        return new JsonObject
        {
            ["question"] = Setting("HelpLine.Question", help.Question),
            ["line"] = Array(hours.Count == 0
                ? words.HelpLineOnPaper.With("phone", phone).Around<JsonNode>(text => JsonValue.Create(text), Gap("question"), name, Gap("address"))
                : words.HelpLineOnPaperWithHours.With("phone", phone).Around<JsonNode>(text => JsonValue.Create(text), Gap("question"), name, hours, Gap("address"))),
            ["url"] = help.Url,
        };
    }

    /// <summary>A gap that the template fills.</summary>
    private static JsonObject Gap(string name) => new() { ["gap"] = name };

    private JsonArray Terms() => Array(_inlines.Terms
        .OrderBy(term => term.Term, StringComparer.OrdinalIgnoreCase)
        .Select(JsonNode (term) => new JsonObject
        {
            ["term"] = Said(term.Term, term.Language),
            ["definition"] = Said(term.Definition, term.Language),
        }));
}
