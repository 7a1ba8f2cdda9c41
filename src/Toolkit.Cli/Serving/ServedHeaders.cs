using Toolkit.Writing.Html;

namespace Toolkit.Cli.Serving;

/// <summary>Headers of a served file: those of the site, and its type.</summary>
internal static class ServedHeaders
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".xml"] = "application/xml; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".webmanifest"] = "application/manifest+json",
    };

    /// <summary>Headers for one path of the output.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string path) =>
    [
        new("Content-Type", Types.GetValueOrDefault(Path.GetExtension(path)) ?? Composition.MediaTypes.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream")),
        .. SecurityHeaders.All.Select(h => new KeyValuePair<string, string>(h.Name, h.Value)),
    ];
}
