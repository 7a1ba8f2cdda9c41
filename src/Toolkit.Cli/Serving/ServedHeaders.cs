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
        [".zip"] = "application/zip",
    };

    /// <summary>Types that a host has to be told of, by ending with its dot: those of documents and packages.</summary>
    public static IReadOnlyDictionary<string, string> SeldomKnown { get; } = new SortedDictionary<string, string>(
        Composition.MediaTypes.Append(new(".zip", Types[".zip"])).Append(new(".woff2", Types[".woff2"])).ToDictionary(), StringComparer.Ordinal);

    /// <summary>The type of one path of the output.</summary>
    public static string TypeOf(string path) =>
        Types.GetValueOrDefault(Path.GetExtension(path)) ?? Composition.MediaTypes.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");

    /// <summary>Headers for one path of an output.</summary>
    /// <param name="path">The path.</param>
    /// <param name="headers">Those of the site; see <see cref="SecurityHeaders.ToldBy"/>.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(string path, SecurityHeaders headers) =>
    [
        new("Content-Type", TypeOf(path)),
        .. headers.All.Select(h => new KeyValuePair<string, string>(h.Name, h.Value)),
    ];
}
