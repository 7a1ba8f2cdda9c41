using Toolkit.Model;

namespace Toolkit.Blocks.Checklists;

/// <summary>A list of things that are done or open.</summary>
public sealed record Checklist : Instrument
{
    /// <inheritdoc/>
    public override string Kind => "checklist";

    /// <summary>Text before the first group.</summary>
    public IReadOnlyList<Block> Intro { get; init; } = [];

    /// <summary>At least one; a checklist without headings has one group with an empty title.</summary>
    public required IReadOnlyList<ChecklistGroup> Groups { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ItemGroup> ItemGroups =>
        [.. Groups.Select(g => new ItemGroup(g.Id, g.Title, [.. g.Items.Select(i => new ItemSummary(i.Id, InlineText.Plain(i.Content), false))]) { Language = g.Language })];

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<Inline>> Texts => Groups.SelectMany(g => g.Items).SelectMany(i => Hints.With(i.Content, i.Hint));

    /// <inheritdoc/>
    public override IEnumerable<Block> Children => [.. Intro, .. Groups.SelectMany(g => g.Intro)];

    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with
    {
        Intro = blocks(Intro),
        Groups = [.. Groups.Select(g => g with
        {
            Intro = blocks(g.Intro),
            Items = [.. g.Items.Select(i => i with { Content = text(i.Content), Hint = text(i.Hint) })],
        })],
    };

    /// <inheritdoc/>
    public override Instrument Say(InstrumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return this with
        {
            Title = words.Title,
            Words = words.Words,
            WordsInSource = Words,
            Intro = words.Text(InstrumentPlace.Start, Intro),
            Groups = [.. Groups.Select(g => words.Heading(g.Id, g.Title) is var (title, language)
                ? g with { Title = title, Language = language, Intro = words.Text(InstrumentPlace.Under(g.Id), g.Intro), Items = [.. g.Items.Select(i => Said(i, words))] } : g)],
        };
    }

    private static ChecklistItem Said(ChecklistItem item, InstrumentWords words)
    {
        var said = words.Item(item.Id, item.Content, item.Hint);
        return item with { Content = said.Content, Hint = said.Hint, Field = words.Field(item.Field, said) };
    }

    /// <inheritdoc/>
    public override Instrument Introduced(IReadOnlyList<Block> introduction) => this with { Intro = [.. introduction, .. Intro] };

    /// <inheritdoc/>
    public override IReadOnlyList<Block> ToRead(int level, ReadingWords words) =>
    [
        .. Intro,
        .. Groups.SelectMany(g => (IEnumerable<Block>)[
            .. g.Title.Length == 0 ? Array.Empty<Block>() : [HeadingToRead(level, g.Id, g.Title, g.Language)],
            .. g.Intro,
            new ListBlock(false, 1, true, [.. g.Items.Select(i => ItemToRead(i.Content, i.Hint))]) { ToTick = true },
        ]),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<InstrumentPart> Parts =>
        [.. Groups.SelectMany(g => g.Items).Select(i => new SingleField(i.Field, i.Id))];
}

/// <summary>Items under one heading.</summary>
/// <param name="Id">One segment; empty where there is no heading.</param>
/// <param name="Title">Plain text; may be empty.</param>
/// <param name="Intro">Text under the heading; may be empty.</param>
/// <param name="Items">At least one.</param>
public sealed record ChecklistGroup(string Id, string Title, IReadOnlyList<Block> Intro, IReadOnlyList<ChecklistItem> Items)
{
    /// <summary>The language of its title where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}

/// <summary>One thing to do.</summary>
/// <param name="Id">Its segment.</param>
/// <param name="Content">What to do.</param>
/// <param name="Field">The tick: <c>instrument.item</c>.</param>
public sealed record ChecklistItem(string Id, IReadOnlyList<Inline> Content, Field Field)
{
    /// <summary>What helps with it, under it; may be empty. No part of its wording.</summary>
    public IReadOnlyList<Inline> Hint { get; init; } = [];
}
