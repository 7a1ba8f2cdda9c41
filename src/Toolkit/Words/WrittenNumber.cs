using System.Globalization;

namespace Toolkit.Words;

/// <summary>
/// Numbers as text for people: 12,345 and 1.5, as English and the Spanish of the United States write them. The program runs without the cultures
/// of the system; a language with other marks needs them here, as scripts have them from the browser (<c>theme/scripts/workbook/in-words.ts</c>).
/// </summary>
internal static class WrittenNumber
{
    /// <summary>A number with as many digits behind the point as are asked for.</summary>
    public static string Of(double number, int digits = 0) => number.ToString("N" + digits, CultureInfo.InvariantCulture);
}
