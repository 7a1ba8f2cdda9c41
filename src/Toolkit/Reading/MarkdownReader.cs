using Markdig;
using Markdig.Syntax;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Reading;

/// <summary>Reads the Markdown of a page into blocks.</summary>
public sealed class MarkdownReader
{
    private const int MostBrackets = 5000;
    private const int MostStress = 10_000;
    private const int MostAddresses = 10_000;

    // Where the library gives up. Below, the place of what is too deep is known more exactly when it is read.
    private const int MostLevels = 120;
    private const string TakeApart = "Take it apart: lists, quotations, blocks, brackets, stress within stress. If these signs are meant as they are, put them between lines of ```.";

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
    /// <param name="words">What is added to the author's words, in the language of the page.</param>
    /// <param name="log">Takes the problems.</param>
    public Page Read(PageSource source, LinkTable links, IReadOnlyList<GlossaryEntry> glossary, SiteSettings settings, LanguageWords words, ProblemLog log)
    {
        if (Parse(source, log) is not { } document)
        {
            source.Unread = true;
            return source.Page;
        }

        var (page, reader) = Open(source, links, glossary, settings, words, log);
        var blocks = reader.Blocks(document.Where(b => b is not Markdig.Extensions.Footnotes.FootnoteGroup));
        return source.Page with { Blocks = blocks, Footnotes = page.Footnotes };
    }

    /// <summary>Whether a container of this name is an instrument, or the use of one.</summary>
    internal bool IsInstrument(string name) => _containers.TryGetValue(name, out var syntax) && syntax.IsInstrument;

    /// <summary>What reads blocks and running text of a page one by one.</summary>
    internal (PageReading Page, BlockReader Reader) Open(PageSource source, LinkTable links, IReadOnlyList<GlossaryEntry> glossary, SiteSettings settings, LanguageWords words, ProblemLog log)
    {
        var page = new PageReading(source, links, glossary, settings, words, log);
        return (page, new BlockReader(page, _containers, _paragraphs));
    }

    /// <summary>
    /// The page's Markdown taken apart; null, with an error at the place, where that goes too deep or would take too long.
    /// The library ends by itself what goes too deep, without saying where; what would take it minutes is counted
    /// before.
    /// </summary>
    /// <param name="source">The page.</param>
    /// <param name="log">Takes the problems.</param>
    /// <param name="more">Markdown that is read as if it stood behind that of the page.</param>
    internal MarkdownDocument? Parse(PageSource source, ProblemLog log, string more = "")
    {
        var text = source.Text.Text[source.BodyStart..] + more;
        if (TooMany(text) is { } many)
        {
            log.Error("TK2017", source.Text.At(source.BodyStart + many.Offset), many.Message, TakeApart);
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
            TakeApart);
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

    /// <summary>
    /// Where a text holds more of something than can be read in a short time, counted in one look from front to end: what takes
    /// the library a time that grows with the square of the number, or ends it only after minutes.
    /// </summary>
    private static (int Offset, string Message)? TooMany(string text)
    {
        var (brackets, stress, addresses, from) = (0, 0, 0, 0);
        while (from < text.Length)
        {
            var end = text.IndexOf('\n', from) is >= 0 and var next ? next : text.Length;
            var line = text.AsSpan(from, end - from);
            var words = line.TrimStart(" >");
            if (words.IsWhiteSpace() || words is ['-' or '*' or '+', ' ', ..])
            {
                (brackets, stress) = (0, 0);
            }

            if (Nesting(line) > MostLevels)
            {
                return (from, $"What stands here is nested deeper than {PageReading.Deepest}.");
            }

            for (var i = line.IndexOfAny('[', '*', '_'); i >= 0 && i < line.Length; i++)
            {
                brackets += line[i] == '[' ? 1 : 0;
                stress += line[i] is '*' or '_' && (i == 0 || line[i - 1] != line[i]) ? 1 : 0;
                if (brackets > MostBrackets || stress > MostStress)
                {
                    return (from + i, $"More than {(brackets > MostBrackets ? $"{MostBrackets} brackets" : $"{MostStress} signs of stress")} stand in one paragraph.");
                }
            }

            if (words is ['[', ..] && line.Contains("]:", StringComparison.Ordinal))
            {
                brackets = 0;
                if (++addresses > MostAddresses)
                {
                    return (from, $"More than {MostAddresses} lines '[name]: address' stand on this page.");
                }
            }

            from = end + 1;
        }

        return null;
    }

    /// <summary>How deep a line may stand in lists and quotations, going by its start alone.</summary>
    private static int Nesting(ReadOnlySpan<char> line)
    {
        var (columns, marks, other) = (0, 0, false);
        for (; columns < line.Length; columns++)
        {
            var sign = line[columns];
            var isMark = sign == '>'
                || (sign is '-' or '+' or '*' && (columns + 1 == line.Length || line[columns + 1] is ' ' or '\t'))
                || (sign is '.' or ')' && columns > 0 && char.IsAsciiDigit(line[columns - 1]));
            if (!isMark && sign is not (' ' or '\t') && !char.IsAsciiDigit(sign))
            {
                break;
            }

            marks += isMark ? 1 : 0;
            other |= isMark && sign is not ('-' or '*');
        }

        // A line of hyphens alone is a break between two trains of thought.
        return marks == 0 || (columns == line.Length && !other) ? 0 : Math.Max(marks, (columns - marks) / 3);
    }
}
