using System.Text;

namespace Toolkit.Writing.Html;

/// <summary>
/// The headers that every answer of a host should carry, written once: the pages' meta tag, Netlify's <c>_headers</c> and
/// the fragments for nginx and IIS all come from here.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>Name of the one Trusted Types policy; it offers addresses of our own scripts only.</summary>
    public const string TrustedTypesPolicy = "toolkit";

    private const string Forever = "public, max-age=31536000, immutable";

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
        ("trusted-types", TrustedTypesPolicy),
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
        ("Cache-Control", "no-cache"),
    ];

    /// <summary>Netlify's <c>_headers</c> file.</summary>
    public static string Netlify()
    {
        var text = new StringBuilder("/*\n");
        foreach (var (name, value) in All.Where(h => h.Name != "Cache-Control"))
        {
            text.Append($"  {name}: {value}\n");
        }

        return text.Append($"/assets/*\n  Cache-Control: {Forever}\n").ToString();
    }

    /// <summary>
    /// A fragment for an nginx <c>server</c> block. The headers are repeated within the location of assets, because
    /// nginx drops inherited ones as soon as a location adds one.
    /// </summary>
    public static string Nginx()
    {
        // nginx knows our types; a types block here would make it forget all others.
        var text = new StringBuilder();
        AddNginx(text, "", All);
        text.Append("location ~ ^(.*/)?assets/ {\n");
        AddNginx(text, "  ", [.. All.Where(h => h.Name != "Cache-Control"), ("Cache-Control", Forever)]);
        return text.Append("}\nerror_page 404 /404.html;\n").ToString();
    }

    /// <summary>A <c>web.config</c> for IIS. Types are removed before they are added: IIS refuses a second one.</summary>
    public static string Iis()
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    <staticContent>\n");
        text.Append("      <remove fileExtension=\".docx\" />\n      <mimeMap fileExtension=\".docx\" mimeType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document\" />\n");
        text.Append("    </staticContent>\n    <httpProtocol>\n      <customHeaders>\n");
        foreach (var (name, value) in All)
        {
            text.Append($"        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{HtmlText.Escape(value)}\" />\n");
        }

        return text.Append("      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n</configuration>\n").ToString();
    }

    private static void AddNginx(StringBuilder text, string indent, IEnumerable<(string Name, string Value)> headers)
    {
        foreach (var (name, value) in headers)
        {
            text.Append($"{indent}add_header {name} \"{value}\" always;\n");
        }
    }

    private static string Join(IEnumerable<(string Directive, string Value)> policy) =>
        string.Join("; ", policy.Select(p => p.Directive + " " + p.Value));
}
