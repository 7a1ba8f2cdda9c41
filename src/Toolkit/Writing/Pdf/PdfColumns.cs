using Toolkit.Model;

namespace Toolkit.Writing.Pdf;

/// <summary>How wide the columns of a table are, and whether it fits across a page at all.</summary>
internal static class PdfColumns
{
    /// <summary>Widest sum of <see cref="Room"/> that still fits on A4 between a chapter's margins, in points.</summary>
    public const int Widest = 445;

    /// <summary>Points that the names of rows need at least.</summary>
    public const int RowNames = 84;

    /// <summary>Points that a column needs at least, so that someone can write in it by hand.</summary>
    public static int Room(FieldKind kind) => kind switch
    {
        FieldKind.Check => 46,
        FieldKind.Date => 66,
        FieldKind.LongText => 104,
        FieldKind.Text or FieldKind.Choice => 84,
    };

    /// <summary>Whether all columns fit beside each other. If not, each row is set as a card.</summary>
    public static bool Fits(FieldTable table) =>
        table.Columns.Sum(c => Room(c.Kind)) + (table.CanGrow ? 0 : RowNames) <= Widest;

    /// <summary>Relative widths of the columns of a table to read, by what stands in them.</summary>
    public static IEnumerable<double> Weights(TableBlock table) => Enumerable.Range(0, table.Header.Count).Select(column =>
    {
        var lengths = table.Rows.Select(row => InlineText.Plain(row[column]).Length).Append(InlineText.Plain(table.Header[column]).Length).ToList();

        // The square root keeps a column of single words from being squeezed by a neighbor of whole sentences.
        return Math.Round(Math.Clamp(Math.Sqrt(lengths.Max()), 3, 14), 2);
    });
}
