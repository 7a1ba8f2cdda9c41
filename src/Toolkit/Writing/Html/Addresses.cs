using System.Buffers;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>
/// Turns paths of the output into addresses: here and nowhere else, since names may hold what means something else in an
/// address. Links between pages are relative; canonical links, the sitemap and documents need whole ones.
/// </summary>
public static class Addresses
{
    /// <summary>What stands in an address as it is, and the slash between folders.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    /// <summary>A path of the output, or a part of one, as it stands in an address.</summary>
    public static string Path(string outputPath) => outputPath.AsSpan().ContainsAnyExcept(Plain)
        ? string.Join('/', outputPath.Split('/').Select(Uri.EscapeDataString))
        : outputPath;

    /// <summary>The end of an address that leads to a place on a page; empty for its top.</summary>
    public static string Place(string anchor) => anchor.Length == 0 ? "" : "#" + (anchor.AsSpan().ContainsAnyExcept(Plain) ? Uri.EscapeDataString(anchor) : anchor);

    /// <summary>Path under the host: empty, or with a leading and no final slash.</summary>
    public static string LinkRoot(SiteSettings settings) => settings.LinkRoot.Trim('/') is { Length: > 0 } path ? "/" + path : "";

    /// <summary>Where a file of the output is published; null where the host is not known.</summary>
    public static string? Of(SiteSettings settings, string outputPath, string anchor = "")
    {
        if (settings.Host.Length == 0)
        {
            return null;
        }

        var host = settings.Host.Contains("://", StringComparison.Ordinal) ? settings.Host : "https://" + settings.Host;
        var path = outputPath == "index.html" || outputPath.EndsWith("/index.html", StringComparison.Ordinal)
            ? outputPath[..^"index.html".Length]
            : outputPath;
        return $"{host.TrimEnd('/')}{LinkRoot(settings)}/{Path(path)}{Place(anchor)}";
    }
}
