namespace Toolkit.Model;

/// <summary>
/// What kind of answer a field takes, and so how it is shown and how its answer is written as text. Where kinds differ, a
/// <c>switch</c> names them all, so that the compiler finds every place which a new one concerns. Of two kinds that an author
/// writes for one field, the first in this order counts.
/// </summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text, parted by <c>\n</c>.</summary>
    LongText,

    /// <summary>A day; the answer is ISO 8601, <c>2026-03-14</c>.</summary>
    Date,

    /// <summary>Done or open; the answer is <c>yes</c> or empty.</summary>
    Check,

    /// <summary>One of <see cref="Field.Options"/>; the answer is the option's id, never its label.</summary>
    Choice,
}

/// <summary>What follows from the kind of a field alone.</summary>
internal static class FieldKinds
{
    /// <summary>Whether its answers may have several lines.</summary>
    public static bool HasLines(this FieldKind kind) => kind switch
    {
        FieldKind.LongText => true,
        FieldKind.Text or FieldKind.Date or FieldKind.Check or FieldKind.Choice => false,
    };

    /// <summary>Whether it is a statement that is ticked.</summary>
    public static bool IsTicked(this FieldKind kind) => kind switch
    {
        FieldKind.Check => true,
        FieldKind.Text or FieldKind.LongText or FieldKind.Date or FieldKind.Choice => false,
    };

    /// <summary>Whether its answers are one of several options, which somebody has to write.</summary>
    public static bool HasOptions(this FieldKind kind) => kind switch
    {
        FieldKind.Choice => true,
        FieldKind.Text or FieldKind.LongText or FieldKind.Date or FieldKind.Check => false,
    };

    /// <summary>Whether its label stands in one line with its control, so that a file may say both as one text.</summary>
    public static bool SharesItsLine(this FieldKind kind) => kind switch
    {
        FieldKind.Check => true,
        FieldKind.Text or FieldKind.LongText or FieldKind.Date or FieldKind.Choice => false,
    };

    /// <summary>
    /// The words behind a field by which an author says its kind, the usual one first; none for the kind of a field behind which
    /// nothing is said.
    /// </summary>
    public static IReadOnlyList<string> Words(this FieldKind kind) => kind switch
    {
        FieldKind.Text => [],
        FieldKind.LongText => ["long"],
        FieldKind.Date => ["date"],
        FieldKind.Check => ["check"],
        FieldKind.Choice => ["choice", "radios"],
    };
}
