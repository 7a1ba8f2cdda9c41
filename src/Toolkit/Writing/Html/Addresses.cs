using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>Whole addresses, for what needs them: canonical links, the sitemap, citations. Links between pages are relative.</summary>
public static class Addresses
{
    /// <summary>Path under the host: empty, or with a leading and no final slash.</summary>
    public static string LinkRoot(SiteSettings settings) => settings.LinkRoot.Trim('/') is { Length: > 0 } path ? "/" + path : "";

    /// <summary>Where a file of the output is published; null where the host is not known.</summary>
    public static string? Of(SiteSettings settings, string outputPath)
    {
        if (settings.Host.Length == 0)
        {
            return null;
        }

        var host = settings.Host.Contains("://", StringComparison.Ordinal) ? settings.Host : "https://" + settings.Host;
        var path = outputPath == "index.html" || outputPath.EndsWith("/index.html", StringComparison.Ordinal)
            ? outputPath[..^"index.html".Length]
            : outputPath;
        return $"{host.TrimEnd('/')}{LinkRoot(settings)}/{path}";
    }
}
