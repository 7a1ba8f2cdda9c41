using Toolkit.Model;

namespace Toolkit.Blocks;

/// <summary>One field with its label, outside of tables.</summary>
/// <param name="Field">The field: <c>instrument.field</c>.</param>
/// <param name="Hint">What helps with the answer, under the label; may be empty. No part of its wording.</param>
public sealed record FormField(Field Field, IReadOnlyList<Inline> Hint);
