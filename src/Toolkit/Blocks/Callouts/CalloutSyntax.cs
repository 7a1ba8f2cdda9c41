using Toolkit.Model;
using Toolkit.Reading;

namespace Toolkit.Blocks.Callouts;

/// <summary><c>::: note Title</c>, <c>::: warning Title</c>, <c>::: example Title</c>.</summary>
internal sealed class CalloutSyntax : IBlockSyntax
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["note", "warning", "example"];

    /// <inheritdoc/>
    public Block? Read(ContainerSource container, BlockReader reader)
    {
        var kind = Enum.Parse<CalloutKind>(container.Name, ignoreCase: true);
        if (container.Words.Length == 0)
        {
            reader.Log.Error("TK2101", container.Position, $"This {container.Name} has no title.", $"Write: ::: {container.Name} What it is about");
            return null;
        }

        return new Callout(kind, container.Words, reader.Blocks(container.Content));
    }
}
