using Toolkit.Model;

namespace Toolkit.Blocks.Figures;

/// <summary>A picture that stands alone.</summary>
/// <param name="Path">Path of the file in the output.</param>
/// <param name="SourceFile">Full path of the file on disk, for documents.</param>
/// <param name="Alt">What it shows, in words; required.</param>
/// <param name="Caption">May be empty.</param>
public sealed record Figure(string Path, string SourceFile, string Alt, IReadOnlyList<Inline> Caption) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<Inline>> Texts => [Caption];

    /// <inheritdoc/>
    public override Block With(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> blocks, Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> text) => this with { Caption = text(Caption) };
}
