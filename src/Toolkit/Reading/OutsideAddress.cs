using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>
/// The one rule for every address that an author can give, in the text, in the keys of a page, in the settings: it is
/// whole, it names its scheme, and what it shows is what it does. Programs that follow links forgive much, and each forgives
/// something else: spaces, missing slashes, backslashes, numbers for hosts. So only what all of them read alike is taken.
/// </summary>
internal static partial class OutsideAddress
{
    /// <summary>An address whose scheme leads nowhere that a reader should go.</summary>
    public const string Scheme = "TK3006";

    /// <summary>An address that is none.</summary>
    public const string Malformed = "TK3007";

    /// <summary>An address that hides where it leads.</summary>
    public const string Disguised = "TK3008";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Judges an address.</summary>
    /// <param name="written">What the author wrote.</param>
    /// <param name="kinds">What it may lead to.</param>
    public static JudgedAddress Judge(string written, AddressKinds kinds)
    {
        var whole = $"Write the whole address, such as {Example(kinds)}.";
        if (written.Length == 0)
        {
            return Refused(Malformed, "is empty", whole);
        }

        if (Hidden(written) is { } hidden)
        {
            return Refused(Disguised, $"holds {hidden}", "Copy the address from the browser's address line; a space is written %20.");
        }

        if (written.IndexOfAny(['\\', '<', '>', '"', '`']) is >= 0 and var odd)
        {
            return Refused(Disguised, $"holds '{written[odd]}', which programs read in different ways", "Copy the address from the browser's address line.");
        }

        if (written.StartsWith("//", StringComparison.Ordinal))
        {
            return Refused(Disguised, "names a host and no scheme", $"Write: https:{written}");
        }

        if (SchemeOf().Match(written) is not { Success: true } scheme)
        {
            return Refused(Malformed, "is no whole address", whole);
        }

        var name = scheme.Groups[1].Value.ToLowerInvariant();
        var kind = name switch
        {
            "https" => AddressKinds.Https,
            "http" => AddressKinds.Http,
            "mailto" => AddressKinds.Mailto,
            "tel" => AddressKinds.Tel,
            "sms" => AddressKinds.Sms,
            _ => (AddressKinds)0,
        };
        if (!kinds.HasFlag(kind) || kind == 0)
        {
            return Refused(Scheme, $"begins with '{name}:'", $"It begins with {string.Join(" or ", Names(kinds))}; write an address such as {Example(kinds)}.");
        }

        var rest = written[scheme.Length..];
        if (BadPercent().IsMatch(rest))
        {
            return Refused(Malformed, "has a '%' without two hexadecimal digits behind it", "Copy the address from the browser's address line; a '%' itself is written %25.");
        }

        // A mail or a message may bring its lines along.
        var plain = kind is AddressKinds.Mailto or AddressKinds.Sms ? BodyLine().Replace(rest, "") : rest;
        if (HiddenByPercent(plain) is { } smuggled)
        {
            return Refused(Disguised, $"holds {smuggled}, written with '%'", "Take it out.");
        }

        return kind switch
        {
            AddressKinds.Mailto => Mail(rest),
            AddressKinds.Tel => Number(rest, Telephone(), "tel:+1-555-0100"),
            AddressKinds.Sms => Number(rest, Message(), "sms:+15550100"),
            _ => Web(name, rest) with { IsOpen = kind == AddressKinds.Http },
        };
    }

    /// <summary>Judges an address of the settings or of a page's keys and says what is wrong with it; null where it cannot be taken.</summary>
    /// <param name="what">How the author calls it, such as <c>ExitUrl</c>.</param>
    /// <param name="written">What the author wrote.</param>
    /// <param name="kinds">What it may lead to.</param>
    /// <param name="at">Where; null on the command line.</param>
    /// <param name="log">Takes the problem.</param>
    public static string? OfKey(string what, string written, AddressKinds kinds, SourcePosition? at, ProblemLog log)
    {
        var judged = Judge(written, kinds);
        if (judged.Code is not null)
        {
            log.Error("TK1046", at, $"'{what}' is '{Visible(written)}', and that {judged.Reason}.", judged.Advice);
            return null;
        }

        Warn(judged, $"'{what}'", at, log);
        return judged.Address;
    }

    /// <summary>Says what can be taken and is still worth a look.</summary>
    /// <param name="judged">An address that is right.</param>
    /// <param name="what">What leads there, as the first words of a sentence.</param>
    /// <param name="at">Where.</param>
    /// <param name="log">Takes the warnings.</param>
    public static void Warn(JudgedAddress judged, string what, SourcePosition? at, ProblemLog log)
    {
        if (judged.IsOpen)
        {
            log.Warning("TK3014", at, $"{what} goes to '{judged.Address}' over an open line: others on the network can see which page was asked for.", $"If that site answers there, write: https{judged.Address[4..]}");
        }

        if (judged.HasForeignHost)
        {
            log.Warning("TK3013", at, $"The host of '{judged.Address}' has letters beyond a to z, and such letters can look like others.", "See that this is the site you mean; it is written in the form that computers use, so that readers can see it too.");
        }
    }

    /// <summary>A host alone, with a port if need be, as the settings name the site's own; null where it is none.</summary>
    public static string? Host(string written) =>
        Hidden(written) is null && written.IndexOfAny(['/', '\\', '@', '?', '#', '%']) < 0 && Web("https", "//" + written) is { Code: null } judged
            ? judged.Address["https://".Length..]
            : null;

    /// <summary>Whether two hosts are one: case, a final dot, a leading <c>www.</c> and the port make no other site.</summary>
    public static bool IsSameHost(string one, string other)
    {
        return Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

        static string Bare(string host)
        {
            host = host.Split(':')[0].TrimEnd('.');
            return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
        }
    }

    /// <summary>A text of an author with what cannot be seen in it named, so that a message shows it.</summary>
    public static string Visible(string written)
    {
        if (Hidden(written.Replace(' ', '-')) is null)
        {
            return written;
        }

        var visible = new StringBuilder();
        foreach (var rune in written.EnumerateRunes())
        {
            _ = rune.Value != ' ' && Hides(rune) ? visible.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>") : visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    private static JudgedAddress Web(string scheme, string rest)
    {
        if (WebParts().Match(rest) is not { Success: true } parts)
        {
            return Refused(Malformed, $"has no '//' and host behind '{scheme}:'", $"Write it like {scheme}://example.org/page.");
        }

        var (host, port, path) = (parts.Groups["host"].Value, parts.Groups["port"].Value, parts.Groups["path"].Value);
        if (host.Contains('@', StringComparison.Ordinal))
        {
            return Refused(Disguised, "has a name or a password before its host", "Take out all that stands between '//' and the host, '@' included.");
        }

        if (host.Contains('%', StringComparison.Ordinal))
        {
            return Refused(Disguised, "has a '%' in its host", "Copy the address from the browser's address line.");
        }

        if (port.Length > 0 && !(int.TryParse(port[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536))
        {
            return Refused(Malformed, $"has no port behind '{host}:'", "A port is a number up to 65535; most addresses have none.");
        }

        if (AsciiHost(host) is not { } ascii)
        {
            return Refused(Malformed, $"has no host that can be found: '{host}'", "A host is a name with a dot in it, such as example.org.");
        }

        return new JudgedAddress($"{scheme}://{ascii}{port}{path}", null, "", "") { HasForeignHost = !Ascii.IsValid(host) };
    }

    private static JudgedAddress Mail(string rest)
    {
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var (to, more) = question < 0 ? (rest, "") : (rest[..question], rest[question..]);
        var receivers = new List<string>();
        foreach (var receiver in to.Split(','))
        {
            if (Mailbox().Match(receiver) is not { Success: true } mailbox || AsciiHost(mailbox.Groups["host"].Value) is not { } host)
            {
                return Refused(Malformed, $"names nobody to write to: '{receiver}'", "Write it like mailto:name@example.org.");
            }

            receivers.Add($"{mailbox.Groups["name"].Value}@{host}");
        }

        return more.Length == 0 || MailHeaders().IsMatch(more)
            ? new JudgedAddress($"mailto:{string.Join(',', receivers)}{more}", null, "", "") { HasForeignHost = !Ascii.IsValid(to) }
            : Refused(Disguised, "tells the mail program more than subject, text and copies", "Write it like mailto:name@example.org?subject=Hello.");
    }

    private static JudgedAddress Number(string rest, Regex form, string example) => form.IsMatch(rest)
        ? new JudgedAddress(example[..4] + rest, null, "", "")
        : Refused(Malformed, $"has no telephone number behind '{example[..4]}'", $"Write digits alone, with hyphens if you like: {example}");

    /// <summary>A host in the form that computers use; null where it is none, or a number, which programs read in many ways.</summary>
    private static string? AsciiHost(string host)
    {
        var ascii = host;
        if (!Ascii.IsValid(host))
        {
            if (host.EnumerateRunes().Any(r => !r.IsAscii && !IsHostLetter(r)))
            {
                return null;
            }

            try
            {
                ascii = Idn.GetAscii(host.ToLowerInvariant());
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        var labels = ascii.EndsWith('.') ? ascii[..^1].Split('.') : ascii.Split('.');
        return ascii.Length <= 253 && labels.Length > 1 && labels.All(l => Label().IsMatch(l)) && !EndsInNumber().IsMatch(labels[^1]) ? ascii : null;
    }

    /// <summary>Letters and digits of living scripts; not their doubles for setting, such as wide or bold ones, which turn into others.</summary>
    private static bool IsHostLetter(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
        && rune.Value is not (>= 0x2100 and <= 0x214F) and not (>= 0xF900 and <= 0xFDFF) and not (>= 0xFE70 and <= 0xFFFF) and not (>= 0x1D400 and <= 0x1D7FF)
            and not (>= 0x2F800 and <= 0x2FA1F);

    /// <summary>The first character that a reader would not see, in words; null if there is none.</summary>
    private static string? Hidden(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                return "a space";
            }

            if (Hides(rune))
            {
                return $"a character that cannot be seen (U+{rune.Value:X4})";
            }
        }

        return null;
    }

    private static string? HiddenByPercent(string text) =>
        text.Contains('%', StringComparison.Ordinal)
        && Uri.UnescapeDataString(text).EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format && r.Value is not (0x200C or 0x200D)).ToArray() is [var first, ..]
            ? $"a character that cannot be seen (U+{first.Value:X4})"
            : null;

    private static bool Hides(Rune rune) =>
        rune == Rune.ReplacementChar || CleanText.IsInvisible(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Example(AddressKinds kinds) => kinds.HasFlag(AddressKinds.Https) ? "https://example.org/page" : "mailto:name@example.org";

    private static IEnumerable<string> Names(AddressKinds kinds) =>
        Enum.GetValues<AddressKinds>().Where(k => k != AddressKinds.Link && kinds.HasFlag(k)).Select(k => k.ToString().ToLowerInvariant() + ":");

    private static JudgedAddress Refused(string code, string reason, string advice) => new("", code, reason, advice);

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.\-]*):")]
    private static partial Regex SchemeOf();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})")]
    private static partial Regex BadPercent();

    [GeneratedRegex(@"[?&]body=[^&]*", RegexOptions.IgnoreCase)]
    private static partial Regex BodyLine();

    [GeneratedRegex(@"^//(?<host>[^/?#:\[\]]+)(?<port>:[^/?#]*)?(?<path>[/?#].*)?\z")]
    private static partial Regex WebParts();

    [GeneratedRegex(@"^(?:[a-z0-9_]|[a-z0-9_][a-z0-9_\-]{0,61}[a-z0-9_])\z", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    // What the standard of addresses calls a number, and turns into an address of four bytes.
    [GeneratedRegex(@"^(?:[0-9]+|0x[0-9a-f]*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex EndsInNumber();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9._+&'=/!$*~\-]+)@(?<host>[^@]+)\z")]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^\?(?:subject|body|cc|bcc)=[^&#?]*(?:&(?:subject|body|cc|bcc)=[^&#?]*)*\z", RegexOptions.IgnoreCase)]
    private static partial Regex MailHeaders();

    // No '*' and '#': with them a telephone can be told to do things instead of calling.
    [GeneratedRegex(@"^\+?(?=(?:[^0-9;]*[0-9]){2})[0-9().\-]+(?:;ext=[0-9]+)?\z")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^\+?(?=(?:[^0-9?&,]*[0-9]){2})[0-9().\-]+(?:,\+?[0-9().\-]+)*(?:[?&]body=[^&#?]*)?\z")]
    private static partial Regex Message();
}
