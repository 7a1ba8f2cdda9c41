using Toolkit.Model;

namespace Toolkit.Blocks;

/// <summary>One field with its label, outside of tables.</summary>
/// <param name="Field">The field: <c>instrument.field</c>.</param>
/// <param name="Hint">What helps with the answer, under the label; may be empty. No part of its wording.</param>
public sealed record FormField(Field Field, IReadOnlyList<Inline> Hint)
{
    /// <summary>The same in another language.</summary>
    public FormField Say(InstrumentWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var said = words.Item(Field.Id.Segments[1], [new Text(Field.Label)], Hint);
        return new(words.Field(Field, said), said.Hint);
    }
}
