using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Toolkit.Model;
using Inline = Toolkit.Model.Inline;

namespace Toolkit.Reading;

/// <summary>Turns Markdig's running text into the model's: links resolved, line breaks folded, neighbours joined.</summary>
internal sealed partial class InlineReader(PageReading page)
{
    /// <summary>Reads running text.</summary>
    public IReadOnlyList<Inline> Read(ContainerInline? container)
    {
        var inlines = new List<Inline>();
        foreach (var inline in container ?? Enumerable.Empty<Markdig.Syntax.Inlines.Inline>())
        {
            foreach (var read in Read(inline))
            {
                if (read is Text text && inlines is [.., Text last])
                {
                    inlines[^1] = new Text(last.Value + text.Value);
                }
                else
                {
                    inlines.Add(read);
                }
            }
        }

        return Folded(inlines, container);
    }

    private IEnumerable<Inline> Read(Markdig.Syntax.Inlines.Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                yield return new Text(literal.Content.ToString());
                break;
            case HtmlEntityInline entity:
                yield return new Text(entity.Transcoded.ToString());
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
                yield return new ExternalLink(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, [new Text(auto.Url)]) { Source = page.At(auto) };
                break;
            case HtmlInline html:
                if (!html.Tag.StartsWith("<!--", StringComparison.Ordinal))
                {
                    page.Log.Error("TK2010", page.At(html), $"HTML stands in the text: {html.Tag}", "Write it in Markdown; HTML would be lost in Word and PDF.");
                }

                break;
            case TaskList or FootnoteLink:
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
        var words = Read((ContainerInline)link);
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        var (target, anchor) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? (url[..hash], url[(hash + 1)..]) : (url, "");
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
            return [new Foreign(target["lang:".Length..], words)];
        }

        if (target.StartsWith("xref:", StringComparison.Ordinal))
        {
            var name = target["xref:".Length..];
            return page.Links.Named(name, at, page.Log) is { } named
                ? [new InternalLink(named.OutputPath, anchor, words.Count > 0 ? words : [new Text(named.Title)]) { Source = at }]
                : words;
        }

        if (External().IsMatch(target))
        {
            return [new ExternalLink(url, words) { Source = at }];
        }

        if (target.Contains(':', StringComparison.Ordinal))
        {
            page.Log.Error("TK3006", at, $"The link goes to '{url}'.", "A link starts with https:, mailto:, tel:, sms:, xref: or term:, or is a path in this site.");
            return words;
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

            inlines[i] = new Text(Space().Replace(text.Value, " "));
        }

        return inlines;
    }

    [GeneratedRegex("^(https?|mailto|tel|sms):", RegexOptions.IgnoreCase)]
    private static partial Regex External();

    [GeneratedRegex(@"\[\^[^\]\s]+\]")]
    private static partial Regex UndefinedNote();

    // Spaces, tabs and line ends; a non-breaking space is the author's wish and stays. Control characters are dropped with them.
    [GeneratedRegex(@"[ \t\r\n\f\v\u0000-\u0008\u000e-\u001f\u007f]+")]
    private static partial Regex Space();
}
