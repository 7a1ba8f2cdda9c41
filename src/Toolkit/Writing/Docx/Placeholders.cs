using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Docx;

/// <summary>
/// What stands in an empty control. Reading takes the words for "nothing answered" (<c>theme/scripts/documents/known-placeholders.ts</c>), and
/// knows the boxes (<c>theme/scripts/documents/boxes.ts</c>): change both.
/// </summary>
internal static class Placeholders
{
    /// <summary>A ticked box.</summary>
    public const string Done = "\u2612";

    /// <summary>An open box.</summary>
    public const string Open = "\u2610";

    /// <summary>What stands in an empty control of a kind; null for a tick, which is <see cref="Open"/> then.</summary>
    public static string? For(FieldKind kind, PlaceholderWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return kind switch
        {
            FieldKind.Text or FieldKind.LongText => words.Text,
            FieldKind.Choice => words.Choice,
            FieldKind.Date => words.Date,
            FieldKind.Check => null,
        };
    }
}
