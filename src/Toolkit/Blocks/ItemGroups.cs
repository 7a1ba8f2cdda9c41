using Markdig.Syntax;

namespace Toolkit.Blocks;

/// <summary>Items in groups under headings, while they are read: what assessments and checklists have in common.</summary>
/// <param name="source">Takes headings apart.</param>
/// <param name="made">Makes of each group that has items what the instrument holds.</param>
internal sealed class ItemGroups<TItem, TGroup>(InstrumentSource source, Func<ItemGroup<TItem>, TGroup> made)
{
    private readonly List<TGroup> _closed = [];

    /// <summary>The group to which items are added; before the first heading, one without a title.</summary>
    public ItemGroup<TItem> Open { get; private set; } = new(null, "");

    /// <summary>Whether nothing stands before: no group, no item, no heading.</summary>
    public bool AtStart => _closed.Count == 0 && Open.Items.Count == 0 && Open.Title.Length == 0;

    /// <summary>Begins a group under a heading.</summary>
    public void Begin(HeadingBlock heading)
    {
        Close();
        var (title, id) = source.Heading(heading);
        Open = new(id, title);
    }

    /// <summary>Ends the last group. Those without items are left out, with what stood in them.</summary>
    public IReadOnlyList<TGroup> End()
    {
        Close();
        return _closed;
    }

    private void Close()
    {
        if (Open.Items.Count > 0)
        {
            _closed.Add(made(Open));
        }

        Open = new(null, "");
    }
}

/// <summary>A group of items as written.</summary>
/// <param name="id">Of its heading; null where there is none, or, with an error, where it is missing, malformed or taken.</param>
/// <param name="title">Words of its heading; empty where there is none.</param>
internal sealed class ItemGroup<TItem>(string? id, string title)
{
    /// <summary>Of its heading; empty where there is none.</summary>
    public string Id { get; } = id ?? "";

    /// <summary>Words of its heading; empty where there is none.</summary>
    public string Title { get; set; } = title;

    /// <summary>Paragraphs between the heading and the items.</summary>
    public List<Block> Text { get; } = [];

    /// <summary>Its items, in order.</summary>
    public List<TItem> Items { get; } = [];
}
