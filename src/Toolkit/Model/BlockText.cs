namespace Toolkit.Model;

/// <summary>Walks through blocks and running text.</summary>
public static class BlockText
{
    /// <summary>These blocks and all blocks inside them, in reading order.</summary>
    public static IReadOnlyList<Block> All(IEnumerable<Block> blocks)
    {
        var all = new List<Block>();
        Add(blocks);
        return all;

        void Add(IEnumerable<Block> some)
        {
            foreach (var block in some)
            {
                all.Add(block);
                Add(block.Children);
            }
        }
    }

    /// <summary>All pieces of running text, those inside others included.</summary>
    public static IReadOnlyList<Inline> Inlines(IEnumerable<Inline> text)
    {
        var all = new List<Inline>();
        Add(text);
        return all;

        void Add(IEnumerable<Inline> some)
        {
            foreach (var inline in some)
            {
                all.Add(inline);
                Add(Inner(inline));
            }
        }
    }

    /// <summary>All pieces of running text in these blocks with the block they stand in.</summary>
    public static IEnumerable<(Block Block, Inline Inline)> Inlines(IEnumerable<Block> blocks) =>
        from block in All(blocks) from text in block.Texts from inline in Inlines(text) select (block, inline);

    /// <summary>Every word that a reader sees in these blocks as running text, in plain text.</summary>
    public static string Plain(IEnumerable<Block> blocks) => string.Join(' ', All(blocks).SelectMany(b => b.Texts).Select(InlineText.Plain));

    /// <summary>A copy of a block with every piece of running text and every heading replaced.</summary>
    public static Block Map(Block block, Func<Inline, Inline> inline, Func<Heading, Heading> heading)
    {
        return One(block);

        Block One(Block b) => (b is Heading h ? heading(h) : b).With(many => [.. many.Select(One)], Text);
        IReadOnlyList<Inline> Text(IReadOnlyList<Inline> text) => [.. text.Select(Piece)];
        Inline Piece(Inline piece) => inline(piece switch
        {
            Emphasis e => e with { Content = Text(e.Content) },
            Strong s => s with { Content = Text(s.Content) },
            Foreign f => f with { Content = Text(f.Content) },
            ExternalLink l => l with { Content = Text(l.Content) },
            InternalLink l => l with { Content = Text(l.Content) },
            TermReference t => t with { Content = Text(t.Content) },
            _ => piece,
        });
    }

    private static IReadOnlyList<Inline> Inner(Inline inline) => inline switch
    {
        Emphasis e => e.Content,
        Strong s => s.Content,
        Foreign f => f.Content,
        ExternalLink l => l.Content,
        InternalLink l => l.Content,
        TermReference t => t.Content,
        _ => [],
    };
}
