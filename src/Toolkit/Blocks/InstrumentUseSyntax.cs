using Toolkit.Model;
using Toolkit.Reading;

namespace Toolkit.Blocks;

/// <summary><c>::: instrument partner-vetting</c>: shows an instrument of a tool page in a chapter.</summary>
internal sealed class InstrumentUseSyntax : IBlockSyntax
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["instrument"];

    /// <inheritdoc/>
    public bool IsInstrument => true;

    /// <inheritdoc/>
    public Block? Read(ContainerSource container, BlockReader reader)
    {
        if (container.Words.Length == 0)
        {
            reader.Log.Error("TK2111", container.Position, "This names no instrument.", "Write: ::: instrument its-id");
            return null;
        }

        return new InstrumentUse(container.Words);
    }
}
