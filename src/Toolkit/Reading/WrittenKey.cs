using System.Globalization;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>What a key of the settings or of a page says, as the kind of value that it has; a wrong one is an error (<c>TK1011</c>).</summary>
internal static class WrittenKey
{
    /// <summary>Yes or no; what it is otherwise where nothing is written (null), or a wrong value.</summary>
    public static bool Flag(string key, string? written, bool otherwise, SourcePosition? at, ProblemLog log)
    {
        if (written is null)
        {
            return otherwise;
        }

        if (bool.TryParse(written, out var flag))
        {
            return flag;
        }

        log.Error("TK1011", at, $"'{key}' is '{written}'.", $"Write '{key}: true' or '{key}: false'.");
        return otherwise;
    }

    /// <summary>A whole number within bounds; null where nothing is written, or a wrong value.</summary>
    public static int? Number(string key, string written, int from, int to, SourcePosition? at, ProblemLog log)
    {
        if (written.Length == 0)
        {
            return null;
        }

        if (int.TryParse(written, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        log.Error("TK1011", at, $"'{key}' is '{written}'.", $"Write a whole number from {from} to {to}.");
        return null;
    }

    /// <summary>A day such as <c>2026-11-21</c>; null where nothing is written, or a wrong value.</summary>
    public static DateOnly? Day(string key, string written, SourcePosition? at, ProblemLog log)
    {
        if (written.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        log.Error("TK1011", at, $"'{key}' is '{written}'.", $"Write the day as year-month-day: '{key}: 2026-11-21'.");
        return null;
    }

    /// <summary>How serious a kind of problem is; null where it is not looked for.</summary>
    public static Severity? Level(string key, string written, SourcePosition? at, ProblemLog log)
    {
        if (written.Equals("None", StringComparison.OrdinalIgnoreCase) || written.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (Enum.GetValues<Severity>().Where(s => s.ToString().Equals(written, StringComparison.OrdinalIgnoreCase)).ToArray() is [var severity])
        {
            return severity;
        }

        log.Error("TK1011", at, $"'{key}' is '{written}'.", $"Write '{key}: Error', '{key}: Warning' or '{key}: None'.");
        return Severity.Error;
    }
}
