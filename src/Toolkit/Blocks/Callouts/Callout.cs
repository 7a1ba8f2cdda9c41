using Toolkit.Model;

namespace Toolkit.Blocks.Callouts;

/// <summary>What a callout is for.</summary>
public enum CalloutKind
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Please read: at most two a chapter.</summary>
    Warning,

    /// <summary>How it can look in practice.</summary>
    Example,
}

/// <summary>A passage set apart from the text.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Title">Its heading, in plain text.</param>
/// <param name="Content">What it says.</param>
public sealed record Callout(CalloutKind Kind, string Title, IReadOnlyList<Block> Content) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<Block> Children => Content;

    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with { Content = blocks(Content) };
}
