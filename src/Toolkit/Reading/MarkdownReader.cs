using Markdig;
using Markdig.Syntax;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Reads the Markdown of a page into blocks.</summary>
public sealed class MarkdownReader
{
    private const int MostLinks = 5000;
    private const int MostAddresses = 10_000;

    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseCustomContainers()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .Build();

    private readonly Dictionary<string, IBlockSyntax> _containers;
    private readonly IReadOnlyList<IParagraphSyntax> _paragraphs;

    /// <summary>A reader that knows these constructs.</summary>
    public MarkdownReader(IEnumerable<IBlockSyntax> containers, IEnumerable<IParagraphSyntax> paragraphs)
    {
        _containers = containers.SelectMany(c => c.Names.Select(name => (name, c))).ToDictionary(x => x.name, x => x.c);
        _paragraphs = [.. paragraphs];
    }

    /// <summary>Reads a page. Safe to call for several pages at once.</summary>
    /// <param name="source">The page.</param>
    /// <param name="links">Where links may lead.</param>
    /// <param name="glossary">The terms that may be referred to.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="log">Takes the problems.</param>
    public Page Read(PageSource source, LinkTable links, IReadOnlyList<GlossaryEntry> glossary, SiteSettings settings, ProblemLog log)
    {
        if (Parse(source, log) is not { } document)
        {
            source.Unread = true;
            return source.Page;
        }

        var page = new PageReading(source, links, glossary, settings, log);
        var reader = new BlockReader(page, _containers, _paragraphs);
        var blocks = reader.Blocks(document.Where(b => b is not Markdig.Extensions.Footnotes.FootnoteGroup));
        return source.Page with { Blocks = blocks, Footnotes = page.Footnotes };
    }

    /// <summary>
    /// The page's Markdown taken apart; null, with an error at the place, where that goes too deep or would take too long.
    /// The library ends by itself what goes too deep, without saying where; two things that it reads in a time that grows
    /// with the square of their number are counted before.
    /// </summary>
    private MarkdownDocument? Parse(PageSource source, ProblemLog log)
    {
        var text = source.Text.Text[source.BodyStart..];
        if (TooMany(text) is { } many)
        {
            log.Error("TK2017", source.Text.At(source.BodyStart + many), $"More than {MostLinks} links stand in one paragraph here, or more than {MostAddresses} addresses on the page.", "Part the paragraph or the page.");
            return null;
        }

        if (TryParse(text) is { } document)
        {
            return document;
        }

        // The place is where a shorter text can still be read and a longer one cannot.
        var (read, unread) = (0, Math.Min(1024, text.Length));
        while (unread < text.Length && TryParse(text[..unread]) is not null)
        {
            (read, unread) = (unread, Math.Min(2 * unread, text.Length));
        }

        while (unread - read > 1)
        {
            var middle = (read + unread) / 2;
            (read, unread) = TryParse(text[..middle]) is null ? (read, middle) : (middle, unread);
        }

        log.Error("TK2017", source.Text.At(source.BodyStart + unread - 1),
            "Here the page goes deeper than can be read: things stand in each other, or too many signs in one paragraph.",
            "Take it apart: lists, quotations, blocks, brackets, stress within stress. If these signs are meant as they are, put them between lines of ```.");
        return null;
    }

    private MarkdownDocument? TryParse(string text)
    {
        try
        {
            return Markdown.Parse(text, _pipeline);
        }
        catch (ArgumentException)
        {
            // "Markdown elements in the input are too deeply nested"
            return null;
        }
    }

    private static int? TooMany(string text)
    {
        var (links, addresses, from) = (0, 0, 0);
        while (from < text.Length)
        {
            var end = text.IndexOf('\n', from) is >= 0 and var next ? next : text.Length;
            var line = text.AsSpan(from, end - from);
            links = line.IsWhiteSpace() ? 0 : links + line.Count("](");
            addresses += line.TrimStart(' ') is ['[', ..] && line.Contains("]:", StringComparison.Ordinal) ? 1 : 0;
            if (links > MostLinks || addresses > MostAddresses)
            {
                return from;
            }

            from = end + 1;
        }

        return null;
    }
}
