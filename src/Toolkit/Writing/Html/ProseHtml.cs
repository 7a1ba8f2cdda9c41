using System.Globalization;
using System.Text;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>A piece of a page's content: ready markup, or a block that has a view of its own.</summary>
/// <param name="Markup">Markup; empty where <paramref name="Block"/> is set. May open an element that a later piece closes.</param>
/// <param name="Block">The block to show with its view.</param>
internal readonly record struct Fragment(string Markup, Block? Block);

/// <summary>
/// Writes prose as markup. A string builder instead of components, because prose is nearly all of a large site and
/// components cost several times as much.
/// </summary>
internal sealed class ProseHtml
{
    private readonly PageContext _page;
    private readonly StringBuilder _html = new();
    private readonly List<Fragment> _fragments = [];

    private ProseHtml(PageContext page) => _page = page;

    /// <summary>The pieces of some blocks.</summary>
    public static IReadOnlyList<Fragment> Blocks(IEnumerable<Block> blocks, PageContext page)
    {
        var writer = new ProseHtml(page);
        writer.Write(blocks);
        writer.Flush();
        return writer._fragments;
    }

    /// <summary>The markup of running text.</summary>
    public static string Inlines(IEnumerable<Inline> content, PageContext page)
    {
        var writer = new ProseHtml(page);
        writer.Write(content);
        return writer._html.ToString();
    }

    private void Flush()
    {
        if (_html.Length > 0)
        {
            _fragments.Add(new Fragment(_html.ToString(), null));
            _html.Clear();
        }
    }

    private void Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading h:
                Open($"h{h.Level}", h.Id);
                Write(h.Content);
                Close($"h{h.Level}");
                break;
            case Paragraph p:
                _html.Append("<p>");
                Write(p.Content);
                Close("p");
                break;
            case ListBlock list:
                Write(list);
                break;
            case TableBlock table:
                Write(table);
                break;
            case QuoteBlock quote:
                _html.Append("<blockquote>\n");
                Write(quote.Content);
                Close("blockquote");
                break;
            case CodeBlock code:
                _html.Append("<pre><code>").Append(HtmlText.Escape(code.Text)).Append("</code></pre>\n");
                break;
            case ThematicBreak:
                _html.Append("<hr>\n");
                break;
            default:
                Flush();
                _fragments.Add(new Fragment("", block));
                break;
        }
    }

    private void Write(ListBlock list)
    {
        var name = list.Ordered ? "ol" : "ul";
        _html.Append('<').Append(name);
        if (list.Ordered && list.Start != 1)
        {
            _html.Append(CultureInfo.InvariantCulture, $" start=\"{list.Start}\"");
        }

        _html.Append(">\n");
        foreach (var item in list.Items)
        {
            _html.Append("<li>");
            for (var i = 0; i < item.Count; i++)
            {
                if (list.Tight && i == 0 && item[i] is Paragraph first)
                {
                    Write(first.Content);
                }
                else
                {
                    Write(item[i]);
                }
            }

            Close("li");
        }

        Close(name);
    }

    /// <summary>
    /// The roles say again what the elements are, because the stylesheet shows rows as cards on narrow screens and
    /// <c>display: block</c> takes an element's role away in some browsers.
    /// </summary>
    private void Write(TableBlock table)
    {
        var headers = table.Header.Select(InlineText.Plain).ToList();
        _html.Append("<table class=\"cards\" role=\"table\">\n");
        if (table.Caption.Count > 0)
        {
            _html.Append("<caption>");
            Write(table.Caption);
            Close("caption");
        }

        _html.Append("<thead role=\"rowgroup\"><tr role=\"row\">");
        for (var c = 0; c < table.Header.Count; c++)
        {
            _html.Append("<th role=\"columnheader\" scope=\"col\"").Append(AlignmentClass(table, c)).Append('>');
            Write(table.Header[c]);
            _html.Append("</th>");
        }

        _html.Append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var row in table.Rows)
        {
            _html.Append("<tr role=\"row\">");
            for (var c = 0; c < row.Count; c++)
            {
                _html.Append("<td role=\"cell\"").Append(AlignmentClass(table, c));
                if (c > 0 && headers[c].Length > 0)
                {
                    _html.Append(" data-l=\"").Append(HtmlText.Escape(headers[c])).Append('"');
                }

                _html.Append('>');
                Write(row[c]);
                _html.Append("</td>");
            }

            _html.Append("</tr>\n");
        }

        _html.Append("</tbody></table>\n");
    }

    private static string AlignmentClass(TableBlock table, int column) =>
        (column < table.Alignments.Count ? table.Alignments[column] : Alignment.Start) switch
        {
            Alignment.Center => " class=\"center\"",
            Alignment.End => " class=\"num\"",
            _ => "",
        };

    private void Write(IEnumerable<Inline> content)
    {
        foreach (var inline in content)
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case Text t:
                _html.Append(HtmlText.Escape(t.Value));
                break;
            case Emphasis e:
                Around("em", e.Content);
                break;
            case Strong s:
                Around("strong", s.Content);
                break;
            case Code c:
                _html.Append("<code>").Append(HtmlText.Escape(c.Value)).Append("</code>");
                break;
            case LineBreak:
                _html.Append("<br>");
                break;
            case Foreign f:
                _html.Append("<span lang=\"").Append(HtmlText.Escape(f.Language)).Append("\">");
                Write(f.Content);
                _html.Append("</span>");
                break;
            case ExternalLink l:
                Link(l.Url, " rel=\"noreferrer\"", l.Content);
                break;
            case InternalLink l:
                Link(_page.To(l.Page, l.Anchor), "", l.Content);
                break;
            case TermReference t:
                Link("#term-" + t.Term.Id, " class=\"term\"", t.Content);
                break;
            case Image i:
                _html.Append("<img src=\"").Append(HtmlText.Escape(_page.To(i.Path)))
                    .Append("\" alt=\"").Append(HtmlText.Escape(i.Alt)).Append("\">");
                break;
            case FootnoteReference f:
                _html.Append(CultureInfo.InvariantCulture, $"<sup><a class=\"fn\" id=\"{NoteIds.Reference(f.Number, f.Use)}\" href=\"#{NoteIds.Note(f.Number)}\" aria-label=\"{HtmlText.Escape(_page.Words.Pages.NoteNumber(f.Number))}\">{f.Number}</a></sup>");
                break;
            default:
                throw new NotSupportedException($"No markup for {inline.GetType().Name}");
        }
    }

    private void Link(string url, string attributes, IReadOnlyList<Inline> content)
    {
        _html.Append("<a href=\"").Append(HtmlText.Escape(url)).Append('"').Append(attributes).Append('>');
        Write(content);
        _html.Append("</a>");
    }

    private void Around(string element, IReadOnlyList<Inline> content)
    {
        _html.Append('<').Append(element).Append('>');
        Write(content);
        _html.Append("</").Append(element).Append('>');
    }

    private void Open(string element, string id) =>
        _html.Append('<').Append(element).Append(" id=\"").Append(HtmlText.Escape(id)).Append("\">");

    private void Close(string element) => _html.Append("</").Append(element).Append(">\n");
}
