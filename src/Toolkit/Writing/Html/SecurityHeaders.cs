using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Toolkit.Writing.Html;

/// <summary>
/// The headers that every answer of a host should carry, written once: the pages' meta tag, what previews send and what
/// <see cref="HostHeaders"/> tells hosts all come from here. They let one sheet of styles stand in a page, by its hash, and nothing else that
/// is written into it: no script, no attribute.
/// </summary>
public sealed partial class SecurityHeaders
{
    /// <summary>
    /// Names of the Trusted Types policies: one offers addresses of our own scripts with hashed names (<c>load.ts</c>), the other
    /// that of the service worker alone (<c>device/policy.ts</c>).
    /// </summary>
    private const string TrustedTypesPolicies = "toolkit toolkit-worker";

    /// <summary>What is said of how long browsers may keep a file.</summary>
    public const string CacheControl = "Cache-Control";

    /// <summary><see cref="CacheControl"/> of files whose names carry a hash of their content.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary><see cref="CacheControl"/> of all others, the service worker among them: kept, but asked for anew each time.</summary>
    public const string AskAnew = "no-cache";

    private const string Styles = "style-src";

    private static readonly (string Directive, string Value)[] Policy =
    [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        (Styles, "'self'"),
        ("img-src", "'self' data: blob:"),
        ("font-src", "'self'"),
        ("connect-src", "'self'"),
        ("manifest-src", "'self'"),
        ("worker-src", "'self'"),
        ("form-action", "'none'"),
        ("base-uri", "'none'"),
        ("object-src", "'none'"),
        ("frame-src", "'none'"),
        ("frame-ancestors", "'none'"),
        ("require-trusted-types-for", "'script'"),
        ("trusted-types", TrustedTypesPolicies),
    ];

    private SecurityHeaders(string? hash)
    {
        (string Directive, string Value)[] policy = [.. Policy.Select(p => p.Directive == Styles && hash is not null ? (p.Directive, $"{p.Value} '{hash}'") : p)];
        ContentSecurityPolicy = Join(policy);
        MetaPolicy = Join(policy.Where(p => p.Directive != "frame-ancestors"));
        All =
        [
            ("Content-Security-Policy", ContentSecurityPolicy),
            ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"),
            (CacheControl, AskAnew),
        ];
    }

    /// <summary>For pages and sites in which no styles stand.</summary>
    public static SecurityHeaders Plain { get; } = new(null);

    /// <summary>Content of the <c>Content-Security-Policy</c> header.</summary>
    public string ContentSecurityPolicy { get; }

    /// <summary>Content of the page's meta tag, for hosts that send no headers: a meta tag cannot say who may frame the page.</summary>
    public string MetaPolicy { get; }

    /// <summary>Headers of every file, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> All { get; }

    /// <summary>Headers that let a sheet of styles stand in pages; null for none.</summary>
    public static SecurityHeaders With(string? sheet) =>
        sheet is null ? Plain : new("sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet))));

    /// <summary>The headers of a site that was built, by the file in which it tells its host of them (<see cref="HostHeaders.Netlify"/>); those without styles where it names none.</summary>
    public static SecurityHeaders ToldBy(string file) => AllowedSheet().Match(file) is { Success: true } told ? new(told.Groups["hash"].Value) : Plain;

    [GeneratedRegex("style-src 'self' '(?<hash>sha256-[A-Za-z0-9+/]{43}=)'")]
    private static partial Regex AllowedSheet();

    private static string Join(IEnumerable<(string Directive, string Value)> policy) =>
        string.Join("; ", policy.Select(p => p.Directive + " " + p.Value));
}
