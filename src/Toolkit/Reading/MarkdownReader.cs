using Markdig;
using Markdig.Syntax;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Reads the Markdown of a page into blocks.</summary>
public sealed class MarkdownReader
{
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
        var document = Markdown.Parse(source.Text.Text[source.BodyStart..], _pipeline);
        var page = new PageReading(source, links, glossary, settings, log);
        var reader = new BlockReader(page, _containers, _paragraphs);
        var blocks = reader.Blocks(document.Where(b => b is not Markdig.Extensions.Footnotes.FootnoteGroup));
        return source.Page with { Blocks = blocks, Footnotes = page.Footnotes };
    }
}
