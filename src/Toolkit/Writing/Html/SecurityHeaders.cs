namespace Toolkit.Writing.Html;

/// <summary>
/// The headers that every answer of a host should carry, written once: the pages' meta tag, what previews send and what
/// <see cref="HostHeaders"/> tells hosts all come from here.
/// </summary>
public static class SecurityHeaders
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

    private static readonly (string Directive, string Value)[] Policy =
    [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
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

    /// <summary>Content of the <c>Content-Security-Policy</c> header.</summary>
    public static string ContentSecurityPolicy { get; } = Join(Policy);

    /// <summary>Content of the page's meta tag, for hosts that send no headers: a meta tag cannot say who may frame the page.</summary>
    public static string MetaPolicy { get; } = Join(Policy.Where(p => p.Directive != "frame-ancestors"));

    /// <summary>Headers of every file, in order.</summary>
    public static IReadOnlyList<(string Name, string Value)> All { get; } =
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

    private static string Join(IEnumerable<(string Directive, string Value)> policy) =>
        string.Join("; ", policy.Select(p => p.Directive + " " + p.Value));
}
