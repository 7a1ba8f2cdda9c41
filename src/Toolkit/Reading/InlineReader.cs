using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using Toolkit.Model;
using Inline = Toolkit.Model.Inline;

namespace Toolkit.Reading;

/// <summary>Turns Markdig's running text into the model's: links resolved, line breaks folded, neighbours joined.</summary>
internal sealed partial class InlineReader(PageReading page)
{
    /// <summary>Kinds of <see cref="LeftAsTyped"/> signs that this page was told of.</summary>
    private readonly HashSet<LeftAsTyped.Kind> _said = [];
    private int _depth;
    private int _links;

    /// <summary>Reads running text.</summary>
    public IReadOnlyList<Inline> Read(ContainerInline? container)
    {
        if (container is not null && _depth == PageReading.Deepest)
        {
            page.TooDeep(container);
            return [];
        }

        _depth++;
        try
        {
            return ReadAll(container);
        }
        finally
        {
            _depth--;
        }
    }

    private List<Inline> ReadAll(ContainerInline? container)
    {
        var inlines = new List<Inline>();
        // Neighbours are joined at once: there may be a million of them.
        var text = new StringBuilder();
        foreach (var read in (container ?? Enumerable.Empty<Markdig.Syntax.Inlines.Inline>()).SelectMany(Read))
        {
            if (read is Text piece)
            {
                text.Append(piece.Value);
                continue;
            }

            End();
            inlines.Add(read);
        }

        End();
        return Folded(inlines, container);

        void End()
        {
            if (text.Length > 0)
            {
                inlines.Add(new Text(text.ToString()));
                text.Clear();
            }
        }
    }

    private IEnumerable<Inline> Read(Markdig.Syntax.Inlines.Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                yield return new Text(literal.Content.ToString());
                break;
            case HtmlEntityInline entity:
                // What a number stands for may be no text.
                yield return new Text(string.Concat(entity.Transcoded.ToString().EnumerateRunes().Where(r => !CleanText.IsNoText(r)).Select(r => CleanText.IsLineBreak(r) ? " " : r.ToString())));
                break;
            case LineBreakInline { IsHard: true }:
                yield return new LineBreak();
                break;
            case LineBreakInline:
                yield return new Text(" ");
                break;
            case CodeInline code:
                yield return new Code(code.Content);
                break;
            case EmphasisInline { DelimiterCount: >= 2 } strong:
                yield return new Strong(Read((ContainerInline)strong));
                break;
            case EmphasisInline emphasis:
                yield return new Emphasis(Read((ContainerInline)emphasis));
                break;
            case FootnoteLink { IsBackLink: false } note:
                yield return page.Note(note.Footnote);
                break;
            case LinkInline { IsImage: true } image:
                if (page.Image(image) is { } picture)
                {
                    yield return picture;
                }

                break;
            case LinkInline link:
                foreach (var part in Link(link))
                {
                    yield return part;
                }

                break;
            case AutolinkInline auto:
                yield return (Inline?)Outside(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, [new Text(auto.Url)], page.At(auto)) ?? new Text(auto.Url);
                break;
            case HtmlInline html:
                if (!html.Tag.StartsWith("<!--", StringComparison.Ordinal))
                {
                    page.Log.Error("TK2010", page.At(html), $"HTML stands in the text: {html.Tag}", "Write it in Markdown; HTML would be lost in Word and PDF.");
                }

                break;
            case TaskList or FootnoteLink:
                break;
            case DelimiterInline open:
                // A bracket that opens nothing is a bracket.
                yield return new Text(open.ToLiteral());
                foreach (var part in Read((ContainerInline)open))
                {
                    yield return part;
                }

                break;
            case ContainerInline other:
                foreach (var part in Read((ContainerInline)other))
                {
                    yield return part;
                }

                break;
            default:
                yield return new Text(inline.ToString() ?? "");
                break;
        }
    }

    private IEnumerable<Inline> Link(LinkInline link)
    {
        var at = page.At(link);
        _links++;
        var words = Read((ContainerInline)link);
        _links--;
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        var (target, anchor) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash
            ? (url[..hash], CanonicalForm.Compose(Uri.UnescapeDataString(url[(hash + 1)..])))
            : (url, "");
        if (target.StartsWith("term:", StringComparison.Ordinal))
        {
            var id = target["term:".Length..];
            if (page.Glossary.FirstOrDefault(e => e.Id == id) is { } entry)
            {
                return [new TermReference(entry, words.Count > 0 ? words : [new Text(entry.Term)])];
            }

            page.Log.Error("TK3005", at, $"The glossary has no entry '{id}'.", Suggestion.For(id, page.Glossary.Select(e => e.Id)));
            return words;
        }

        if (target.StartsWith("lang:", StringComparison.Ordinal))
        {
            var language = target["lang:".Length..];
            if (LanguageTag.IsOne(language))
            {
                return [new Foreign(language, words)];
            }

            page.Log.Error("TK2018", at, $"'{OutsideAddress.Visible(language)}' is no language.", LanguageTag.Advice);
            return words;
        }

        if (target.StartsWith("xref:", StringComparison.Ordinal))
        {
            var name = target["xref:".Length..];
            return page.Links.Named(name, at, page.Log) is { } named
                ? [new InternalLink(named.OutputPath, anchor, words.Count > 0 ? words : [new Text(named.Title)]) { Source = at }]
                : words;
        }

        if (Leaves().IsMatch(url))
        {
            return Outside(url, words, at) is { } outside ? [outside] : words;
        }

        if (target.Length == 0)
        {
            return [new InternalLink(page.Page.OutputPath, anchor, words) { Source = at }];
        }

        var (found, file, path) = page.Links.At(page.Page.SourcePath, target);
        if (found is not null)
        {
            return [new InternalLink(found.OutputPath, anchor, words) { Source = at }];
        }

        if (file is null && !path.StartsWith("downloads/", StringComparison.Ordinal) && !path.StartsWith("schema/", StringComparison.Ordinal))
        {
            page.Log.Add(page.Settings.ValidateRelativeLinks, "TK3003", at, $"The link goes to '{url}', and there is no such page or file.", Suggestion.For(path, page.Links.Paths));
            return words;
        }

        return [new InternalLink(path, anchor, words) { Source = at }];
    }

    /// <summary>A link out of the site; null, with an error, where it must not be followed.</summary>
    private ExternalLink? Outside(string url, IReadOnlyList<Inline> words, SourcePosition at)
    {
        var judged = OutsideAddress.Judge(url, AddressKinds.Link);
        if (judged.Code is null)
        {
            OutsideAddress.Warn(judged, "The link", at, page.Log);
            return new ExternalLink(judged.Address, words) { Source = at };
        }

        page.Log.Add(judged.Code == OutsideAddress.Malformed ? page.Settings.ValidateAbsoluteLinks : Severity.Error, judged.Code, at,
            $"The link goes to '{OutsideAddress.Visible(url)}', and that {judged.Reason}.",
            judged.Code == OutsideAddress.Scheme ? "A link starts with https:, mailto:, tel:, sms:, xref: or term:, or is a path in this site." : judged.Advice);
        return null;
    }

    private List<Inline> Folded(List<Inline> inlines, ContainerInline? container)
    {
        for (var i = 0; i < inlines.Count; i++)
        {
            if (inlines[i] is not Text text)
            {
                continue;
            }

            if (container is not null && UndefinedNote().Match(text.Value) is { Success: true } note)
            {
                page.Log.Error("TK2011", page.At(container), $"The note {note.Value} is used here and written nowhere.", $"Write the note at the end of the page: {note.Value}: …");
            }

            var folded = CanonicalForm.Compose(Space().Replace(text.Value, " "));
            if (container is not null && _links == 0)
            {
                SayWhatStays(folded, i == 0, container);
            }

            inlines[i] = new Text(folded);
        }

        return inlines;
    }

    private void SayWhatStays(string text, bool first, ContainerInline container)
    {
        foreach (var kind in LeftAsTyped.All.Where(k => (!k.AtStart || (first && container.ParentBlock is not null)) && !_said.Contains(k)))
        {
            if (kind.Signs.Match(text) is { Success: true } signs && page.PlaceOf(signs.Value, container) is { } at)
            {
                _said.Add(kind);
                page.Log.Warning(kind.Code, at, kind.Message.Replace("{0}", signs.Value, StringComparison.Ordinal), kind.Advice.Replace("{0}", signs.Value, StringComparison.Ordinal));
            }
        }
    }

    // A scheme, or what a program may take for one; a colon behind a slash belongs to a path.
    [GeneratedRegex(@"^(?:[^/?#]*:|//|/*\\)")]
    private static partial Regex Leaves();

    [GeneratedRegex(@"\[\^[^\[\]\s]+\]")]
    private static partial Regex UndefinedNote();

    // Spaces, tabs and line ends; a non-breaking space is the author's wish and stays. Control characters are dropped with them.
    [GeneratedRegex(@"[ \t\r\n\f\v\u0000-\u0008\u000e-\u001f\u007f]+")]
    private static partial Regex Space();
}
