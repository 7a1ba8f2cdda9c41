using System.Text.RegularExpressions;

namespace Toolkit.Reading;

/// <summary>
/// Signs that other tools turn into something and this one leaves as they are typed: readers would see them. Each kind is
/// said once a page, with what to write instead.
/// </summary>
internal static partial class LeftAsTyped
{
    /// <summary>A kind of sign.</summary>
    /// <param name="Code">The problem's code.</param>
    /// <param name="Signs">Finds it; what it matches is short and stands in the source as it is.</param>
    /// <param name="AtStart">Whether it counts at the start of a paragraph alone.</param>
    /// <param name="Message">What it is, for other tools; <c>{0}</c> is what was found.</param>
    /// <param name="Advice">What to write.</param>
    public sealed record Kind(string Code, Regex Signs, bool AtStart, string Message, string Advice);

    private const string Signs = "TK2022";
    private const string Address = "TK2023";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<Kind> All { get; } =
    [
        new(Address, WebAddress(), false, "The address '{0}' stands bare in the text, so it is no link.", "Write [what it leads to](the address); in a note, [the site's name](the address)."),
        new(Address, MailAddress(), false, "The address '{0}' stands bare in the text, so it is no link.", "Write [{0}](mailto:{0})."),
        new(Signs, Struck(), false, "'{0}' strikes words through elsewhere; here it stays as it is typed.", "Take the words out, or say what replaced them."),
        new(Signs, Marked(), false, "'{0}' marks words elsewhere; here it stays as it is typed.", "Write **words** for what is important."),
        new(Signs, Below(), false, "'{0}' sets signs lower elsewhere; here it stays as it is typed.", "Write the sign itself, such as H₂O."),
        new(Signs, Above(), false, "'{0}' sets signs higher elsewhere; here it stays as it is typed.", "Write the sign itself, such as m²; a note is written [^name]."),
        new(Signs, Smiley(), false, "'{0}' is a picture elsewhere; here it stays as it is typed.", "Say it in words."),
        new(Signs, Wiki(), false, "'{0}' begins a link elsewhere; here it stays as it is typed.", "Write [words](xref:page)."),
        new(Signs, Template(), false, "'{0}' is filled in by programs elsewhere; here it stays as it is typed.", "Write the words themselves."),
        new(Signs, Formula(), false, "'{0}' begins a formula elsewhere; here it stays as it is typed.", "Write it in words or signs."),
        new(Signs, Include(), false, "'{0}' brings in another file elsewhere; here it stays as it is typed.", "Write the words themselves; a tool is shown by '::: instrument its-id'."),
        new(Signs, Contents(), true, "'{0}' becomes a list of contents elsewhere; here it stays as it is typed.", "Take it out: pages and documents have their own."),
        new(Signs, Admonition(), true, "'{0}' begins a callout elsewhere; here it stays as it is typed.", "Write '::: note Title', the text, and ':::', each on lines of their own."),
        new(Signs, Heading(), true, "'{0}' begins a heading only with a space behind it; here it stays as it is typed.", "Write a space behind it: '{0} Words'."),
        new(Signs, Row(), true, "'{0}' begins a row of a table only where a line of '|---|' stands under the first; here it stays as it is typed.", "Write the columns' names, a line such as |---|---|, and then the rows, with an empty line before all of it."),
        new(Signs, NoteInPlace(), false, "'{0}' begins a note elsewhere; here it stays as it is typed.", "Write [^name] here, and the note at the end of the page: [^name]: …"),
        new(Signs, Entity(), false, "'{0}' is no sign that is known; it stays as it is typed.", "Write the sign itself."),
        new(Signs, Stars(), false, "'{0}' makes words bold only where it touches them on both ends; here it stays as it is typed.", "Write **words**, without a space inside."),
        new(Signs, BrokenLink(), false, "'{0}' looks like a link, and is none; it stays as it is typed.", "Write [words](address) without a space between the brackets or in the address."),
        new(Signs, Reference(), false, "'{0}' names an address that is written nowhere; it stays as it is typed.", "Write [words](address)."),
    ];

    [GeneratedRegex(@"(?<![\p{L}\p{N}/@.:])(?:https?://|www\.(?=[A-Za-z0-9]))[^\s<>()\[\]""“”]*[^\s<>()\[\]""“”.,;:!?]", RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"(?<![\w.+/:@\-])[A-Za-z0-9][\w.+\-]*@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"(?<![\w~])~~(?=[^\s~])")]
    private static partial Regex Struck();

    [GeneratedRegex(@"(?<![\w=])==(?=[^\s=][^=]*==)")]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?<=\w)~\w{1,6}~(?!~)")]
    private static partial Regex Below();

    [GeneratedRegex(@"(?<=[\w)])\^[\w+\-]{1,6}\^")]
    private static partial Regex Above();

    [GeneratedRegex(@"(?<![\w:]):[a-z][a-z0-9_+\-]+:(?![\w:])")]
    private static partial Regex Smiley();

    [GeneratedRegex(@"\[\[(?=[^\[\]]+\]\])")]
    private static partial Regex Wiki();

    [GeneratedRegex(@"\{\{|\{%|<%|%\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"\$\$(?=[^\s$])")]
    private static partial Regex Formula();

    [GeneratedRegex(@"(?<!\w)@@?include\b|(?<!\w)!include\b", RegexOptions.IgnoreCase)]
    private static partial Regex Include();

    [GeneratedRegex(@"^\[\[?_?TOC_?\]?\]", RegexOptions.IgnoreCase)]
    private static partial Regex Contents();

    [GeneratedRegex(@"^(?:!!!(?= ?[A-Za-z])|\?\?\?\+?(?= ?[A-Za-z])|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])", RegexOptions.IgnoreCase)]
    private static partial Regex Admonition();

    [GeneratedRegex(@"^#{2,6}(?=[^\s#])")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\|(?=.*\|)")]
    private static partial Regex Row();

    [GeneratedRegex(@"\^\[(?=\S)")]
    private static partial Regex NoteInPlace();

    [GeneratedRegex(@"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\*\*(?=\S)|(?<=\S)\*\*")]
    private static partial Regex Stars();

    [GeneratedRegex(@"\] ?\((?=\s*<?(?:https?|xref|term|mailto|tel|sms|lang):)", RegexOptions.IgnoreCase)]
    private static partial Regex BrokenLink();

    [GeneratedRegex(@"\[[^\[\]\s][^\[\]]*\]\[[^\[\]]*\]")]
    private static partial Regex Reference();
}
