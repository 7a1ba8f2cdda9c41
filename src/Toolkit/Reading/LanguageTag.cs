using System.Text.RegularExpressions;

namespace Toolkit.Reading;

/// <summary>The name of a language, as in <c>lang:es</c>: short as browsers, Word and PDF readers want it (BCP 47).</summary>
internal static partial class LanguageTag
{
    /// <summary>What would be right.</summary>
    public const string Advice = "Write its short name, such as en, es or pt-BR.";

    /// <summary>Whether it has the form of one.</summary>
    public static bool IsOne(string tag) => Tag().IsMatch(tag);

    [GeneratedRegex(@"^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-[A-Za-z0-9]{5,8})*\z")]
    private static partial Regex Tag();
}
