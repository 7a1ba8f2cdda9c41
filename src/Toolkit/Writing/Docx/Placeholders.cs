using Toolkit.Model;

namespace Toolkit.Writing.Docx;

/// <summary>
/// What stands in an empty control. <c>theme/scripts/documents/placeholders.ts</c> reads it back as "nothing answered":
/// change both.
/// </summary>
internal static class Placeholders
{
    /// <summary>In a field for text.</summary>
    public const string Text = "Write here";

    /// <summary>In a list that drops down.</summary>
    public const string Choice = "Choose one";

    /// <summary>In a date.</summary>
    public const string Date = "Choose a date";

    /// <summary>A ticked box.</summary>
    public const string Done = "\u2612";

    /// <summary>An open box.</summary>
    public const string Open = "\u2610";

    /// <summary>What stands in an empty control of a kind; null for a tick, which is <see cref="Open"/> then.</summary>
    public static string? For(FieldKind kind) => kind switch
    {
        FieldKind.Text or FieldKind.LongText => Text,
        FieldKind.Choice => Choice,
        FieldKind.Date => Date,
        FieldKind.Check => null,
    };
}
