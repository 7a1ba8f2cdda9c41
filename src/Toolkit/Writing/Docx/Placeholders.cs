using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Docx;

/// <summary>
/// What stands in an empty control. <c>theme/scripts/documents/placeholders.ts</c> reads the words back as "nothing answered", and knows
/// the boxes too: change both.
/// </summary>
public static class Placeholders
{
    /// <summary>A ticked box.</summary>
    public const string Done = "\u2612";

    /// <summary>An open box.</summary>
    public const string Open = "\u2610";

    /// <summary>What stands in an empty control of a kind that has a placeholder.</summary>
    public static string For(FieldKind kind, PlaceholderWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return kind switch
        {
            FieldKind.Choice => words.Choice,
            FieldKind.Date => words.Date,
            _ => words.Text,
        };
    }
}
