using Toolkit.Model;

namespace Toolkit.Blocks.Assessments;

/// <summary>Items that are answered on a scale, grouped in domains that are scored each on its own.</summary>
public sealed record Assessment : Instrument
{
    /// <inheritdoc/>
    public override string Kind => "assessment";

    /// <summary>The answers to choose from.</summary>
    public required Scale Scale { get; init; }

    /// <summary>Text before the first domain.</summary>
    public IReadOnlyList<Block> Intro { get; init; } = [];

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Domain> Domains { get; init; }

    /// <summary>What is decided once the questions are answered; null where its author asks for nothing.</summary>
    public Decision? Decision { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Id, string Title, string Language)> Sections =>
        [.. base.Sections, .. Decision is null ? Array.Empty<(string, string, string)>() : [(Decision.Id, Decision.Title, Decision.Language)]];

    /// <inheritdoc/>
    public override Scale? AnswerScale => Scale;

    /// <inheritdoc/>
    public override IReadOnlyList<ItemGroup> ItemGroups =>
        [.. Domains.Select(d => new ItemGroup(d.Id, d.Title, [.. d.Items.Select(i => new ItemSummary(i.Id, InlineText.Plain(i.Content), i.Critical) { Step = i.Step })]) { Language = d.Language })];

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<Inline>> Texts =>
        Domains.SelectMany(d => d.Items).SelectMany(i => Hints.With(i.Content, i.Hint)).Concat(Decided.SelectMany(f => Hints.With(f.Hint)));

    /// <inheritdoc/>
    public override IEnumerable<Block> Children => [.. Intro, .. Domains.SelectMany(d => d.Intro), .. Decision?.Intro ?? []];

    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with
    {
        Intro = blocks(Intro),
        Domains = [.. Domains.Select(d => d with
        {
            Intro = blocks(d.Intro),
            Items = [.. d.Items.Select(i => i with { Content = text(i.Content), Hint = text(i.Hint) })],
        })],
        Decision = Decision is null ? null : Decision with
        {
            Intro = blocks(Decision.Intro),
            Fields = [.. Decision.Fields.Select(f => f with { Hint = text(f.Hint) })],
        },
    };

    /// <inheritdoc/>
    public override Instrument Say(InstrumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var scale = words.Scales.GetValueOrDefault(Scale.Id, Scale);
        return this with
        {
            Title = words.Title,
            Words = words.Words,
            WordsInSource = Words,
            Scale = scale,
            Intro = words.Text(InstrumentPlace.Start, Intro),
            Domains = [.. Domains.Select(d => words.Heading(d.Id, d.Title) is var (title, language)
                ? d with { Title = title, Language = language, Intro = words.Text(InstrumentPlace.Under(d.Id), d.Intro), Items = [.. d.Items.Select(i => Said(i, scale, words))] } : d)],
            Decision = Decision is { } decision && words.Heading(decision.Id, decision.Title) is var (decided, its)
                ? decision with { Title = decided, Language = its, Intro = words.Text(InstrumentPlace.Under(decision.Id), decision.Intro), Fields = [.. decision.Fields.Select(f => f.Say(words))] } : null,
        };
    }

    private static AssessmentItem Said(AssessmentItem item, Scale scale, InstrumentWords words)
    {
        var said = words.Item(item.Id, item.Content, item.Hint, item.Step);
        return item with
        {
            Content = said.Content,
            Hint = said.Hint,
            Step = said.Step,
            Answer = item.Answer with { Label = said.Label, Language = said.Language, Options = scale.All },
            Help = item.Help with { Label = words.Words.Help(said.Label) },
            Note = item.Note with { Label = words.Words.Note(said.Label) },
            Evidence = item.Evidence is null ? null : item.Evidence with { Label = words.Words.Evidence(said.Label) },
        };
    }

    /// <inheritdoc/>
    public override Instrument Introduced(IReadOnlyList<Block> introduction) => this with { Intro = [.. introduction, .. Intro] };

    /// <inheritdoc/>
    public override IReadOnlyList<Block> ToRead(int level, ReadingWords words) =>
    [
        .. Intro,
        new Paragraph(Foreign.Around(words.ChooseOne, Foreign.Listed(Scale.All, "; "))),
        .. Domains.SelectMany(d => (IEnumerable<Block>)[
            HeadingToRead(level, d.Id, d.Title, d.Language),
            .. d.Intro,
            new ListBlock(true, d.Items[0].Number, true, [.. d.Items.Select(i => ItemToRead(i.Content, i.Hint, i.Critical ? words.Important : ""))]),
        ]),
        .. Decision is null ? Array.Empty<Block>() :
        [
            HeadingToRead(level, Decision.Id, Decision.Title, Decision.Language), .. Decision.Intro, .. FieldsToRead(Decision.Fields.Select(f => (f.Field, f.Hint))),
        ],
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<InstrumentPart> Parts =>
        [.. Domains.SelectMany(d => d.Items).SelectMany(i => i.Fields.Select(f => new SingleField(f, i.Id))),
            .. Decided.Select(f => new SingleField(f.Field, f.Field.Id.Segments[1]))];

    private IReadOnlyList<FormField> Decided => Decision?.Fields ?? [];
}

/// <summary>What ends an assessment: fields for what is decided, by whom and when. They are no questions, and no score counts them.</summary>
/// <param name="Id">One segment.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Intro">Text under the heading; may be empty.</param>
/// <param name="Fields">At least one.</param>
public sealed record Decision(string Id, string Title, IReadOnlyList<Block> Intro, IReadOnlyList<FormField> Fields)
{
    /// <summary>The language of its title where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}

/// <summary>A named group of items with a score of its own.</summary>
/// <param name="Id">One segment.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Intro">Text under the heading; may be empty.</param>
/// <param name="Items">At least one.</param>
public sealed record Domain(string Id, string Title, IReadOnlyList<Block> Intro, IReadOnlyList<AssessmentItem> Items)
{
    /// <summary>The language of its title where that is not the page's; else empty.</summary>
    public string Language { get; init; } = "";
}

/// <summary>One question of an assessment.</summary>
/// <param name="Id">Its segment.</param>
/// <param name="Number">From 1 through the whole assessment.</param>
/// <param name="Content">The question.</param>
/// <param name="Critical">Whether it comes first among gaps, in comparisons and in the plan.</param>
/// <param name="Answer"><c>instrument.item.answer</c>: one of the scale's options.</param>
/// <param name="Help"><c>instrument.item.help</c>: ticked where help is wanted.</param>
/// <param name="Note"><c>instrument.item.note</c>: free text for the team.</param>
/// <param name="Evidence"><c>instrument.item.evidence</c>: how the agency knows; null where it is not asked.</param>
public sealed record AssessmentItem(
    string Id, int Number, IReadOnlyList<Inline> Content, bool Critical, Field Answer, Field Help, Field Note, Field? Evidence)
{
    /// <summary>What helps with the answer, under the question; may be empty. No part of its wording.</summary>
    public IReadOnlyList<Inline> Hint { get; init; } = [];

    /// <summary>What is to be done about it, as a step of the plan begins; empty where its author says nothing.</summary>
    public string Step { get; init; } = "";

    /// <summary>Its fields in the order in which they stand.</summary>
    public IReadOnlyList<Field> Fields => Evidence is null ? [Answer, Help, Note] : [Answer, Help, Evidence, Note];
}
