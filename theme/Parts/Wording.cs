using System.Globalization;
using Toolkit.Model;
using Toolkit.Writing;

namespace Toolkit.Theme.Parts;

/// <summary>Numbers, sizes and dates as people read them.</summary>
internal static class Wording
{
    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>Such as <c>46 KB</c> or <c>1.2 MB</c>.</summary>
    public static string Size(int bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 1023) / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_048_576d:0.0} MB");

    /// <summary>A comma and the size of a file; nothing while it is not made yet.</summary>
    public static string SizeOf(Download file) => file.IsLater ? "" : $", {Size(file.Bytes)}";

    /// <summary>Such as <c>November 21, 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: <c>one question</c>, <c>12 questions</c>.</summary>
    public static string Count(int number, string noun) =>
        $"{(number < Small.Length ? Small[number] : number.ToString(CultureInfo.InvariantCulture))} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>Such as <c>About 6 minutes</c>.</summary>
    public static string Minutes(int minutes) => minutes == 1 ? "About a minute" : $"About {Count(minutes, "minute")}";

    /// <summary>What an instrument asks for, such as <c>18 questions, once for each partner</c>.</summary>
    public static string Extent(Instrument instrument)
    {
        var items = instrument.ItemGroups.Sum(g => g.Items.Count);
        var tables = instrument.Parts.OfType<TableOfFields>().Count();
        var what = instrument.Kind switch
        {
            "assessment" => Count(items, "question"),
            "checklist" => "a checklist, " + Count(items, "step"),
            _ when tables > 0 => "a worksheet with " + Count(tables, "table"),
            _ => "a worksheet",
        };
        var sentence = instrument.PerPartner ? what + ", once for each partner" : what;
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }
}
