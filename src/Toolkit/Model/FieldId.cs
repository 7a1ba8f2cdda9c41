using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Toolkit.Model;

/// <summary>
/// The permanent name under which one answer travels: HTML <c>name</c>, Word tag, PDF field name, key in the workbook.
/// One to four segments joined by dots, at most 64 characters in all; each segment is at most 24 characters of
/// <c>[a-z][a-z0-9]*(-[a-z0-9]+)*</c>. The same grammar stands in <c>theme/scripts/workbook/field-id.ts</c>; both are
/// tested against <c>tests/field-ids.txt</c>.
/// </summary>
public sealed partial record FieldId
{
    /// <summary>Most characters in one segment.</summary>
    public const int LongestSegment = 24;

    /// <summary>Most characters in a whole id, dots included.</summary>
    public const int Longest = 64;

    private FieldId(string value) => Value = value;

    /// <summary>The id as written, such as <c>partner-vetting.background-checks.answer</c>.</summary>
    public string Value { get; }

    /// <summary>The parts between the dots, in order.</summary>
    public IReadOnlyList<string> Segments => Value.Split('.');

    /// <summary>The first segment: the instrument that the field belongs to.</summary>
    public string Instrument => Segments[0];

    /// <summary>Whether <paramref name="text"/> may stand as one segment.</summary>
    public static bool IsSegment([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= LongestSegment } && Segment().IsMatch(text);

    /// <summary>Reads an id; false when the text does not follow the grammar.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FieldId? id)
    {
        id = null;
        if (text is not { Length: > 0 and <= Longest })
        {
            return false;
        }

        var segments = text.Split('.');
        if (segments.Length is < 1 or > 4 || !segments.All(IsSegment))
        {
            return false;
        }

        id = new FieldId(text);
        return true;
    }

    /// <summary>Joins segments into an id.</summary>
    /// <exception cref="FormatException">A segment breaks the grammar, or the whole is too long.</exception>
    public static FieldId Of(params string[] segments) =>
        TryParse(string.Join('.', segments), out var id)
            ? id
            : throw new FormatException($"'{string.Join('.', segments)}' is not a field id");

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Segment();
}
