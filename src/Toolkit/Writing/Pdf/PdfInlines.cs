using System.Text.Json.Nodes;
using Toolkit.Model;

namespace Toolkit.Writing.Pdf;

/// <summary>Running text as nodes of the content tree. Strings are never parsed by Typst, so nothing needs escaping.</summary>
internal sealed class PdfInlines(PdfLinks links, Func<string, string> addFile, string onSiteAlone)
{
    private readonly Dictionary<Footnote, string> _notes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, GlossaryEntry> _terms = [];

    public PdfLinks Links => links;

    /// <summary>The terms met so far.</summary>
    public IEnumerable<GlossaryEntry> Terms => _terms.Values;

    public JsonArray Nodes(IEnumerable<Inline> content) => [.. content.Select(Node)];

    private JsonNode Node(Inline inline)
    {
        switch (inline)
        {
            case Text text:
                return PdfTree.Plain(text.Value);
            case Emphasis emphasis:
                return Wrap("emphasis", emphasis.Content);
            case Strong strong:
                return Wrap("strong", strong.Content);
            case Code code:
                return new JsonObject { ["t"] = "code", ["text"] = PdfText.Clean(code.Value) };
            case LineBreak:
                return new JsonObject { ["t"] = "line" };
            case Foreign foreign:
                var parts = foreign.Language.Split('-');
                var node = Wrap("foreign", foreign.Content);
                node["language"] = parts[0];
                node["region"] = parts.Skip(1).LastOrDefault(p => p.Length == 2)?.ToUpperInvariant() ?? "";
                return node;
            case ExternalLink link:
                return Link("href", link.Url, link.Content);
            case InternalLink link:
                return links.Target(link) is { } label ? Link("to", label, link.Content)
                    : links.Published(link.Page, link.Anchor) is { } address ? Link("href", address, link.Content)
                    : links.IsOnSiteAlone(link) ? new JsonObject { ["t"] = "plain", ["content"] = new JsonArray(Wrap("emphasis", link.Content), PdfTree.Plain(" " + onSiteAlone)) }
                    : Wrap("emphasis", link.Content);
            case TermReference term:
                _terms.TryAdd(term.Term.Id, term.Term);
                return Wrap("plain", term.Content);
            case FootnoteReference reference:
                return Note(reference.Note);
            case Image image:
                return image.SourceFile.Length == 0
                    ? PdfTree.Plain(image.Alt)
                    : new JsonObject { ["t"] = "image", ["source"] = addFile(image.SourceFile), ["alt"] = PdfText.Clean(image.Alt) };
            default:
                throw new InvalidOperationException($"No PDF view for {inline.GetType().Name}");
        }
    }

    private JsonObject Note(Footnote note)
    {
        if (_notes.TryGetValue(note, out var known))
        {
            return new JsonObject { ["t"] = "again", ["id"] = known };
        }

        var id = $"note-{_notes.Count + 1}";
        _notes.Add(note, id);
        var node = Wrap("note", note.Content);
        node["id"] = id;
        return node;
    }

    private JsonObject Link(string key, string target, IReadOnlyList<Inline> content)
    {
        var node = Wrap("link", content);
        node[key] = target;
        return node;
    }

    private JsonObject Wrap(string type, IReadOnlyList<Inline> content) =>
        new() { ["t"] = type, ["content"] = Nodes(content) };
}
