using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>
/// What lets a reader keep the guide on a device: the service worker at a place of its own, and the list of all files by which
/// pages fetch and check them. Nobody gets it without asking on the page of downloads.
/// </summary>
public static class ServiceWorker
{
    /// <summary>Name of the worker among the theme's files, and its path in the output.</summary>
    public const string Script = "sw.js";

    /// <summary>Name of the theme's script that takes a worker away again.</summary>
    public const string Remover = "sw-gone.js";

    /// <summary>Path in the output of the list of files.</summary>
    public static string ListPath => "kept.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The worker; where the site offers none, the script that removes one, so that devices that once kept the guide let go of
    /// it with their next visit.
    /// </summary>
    internal static OutputFile Of(ThemeAssets assets, bool offered) => new(Script, assets[offered ? Script : Remover]);

    /// <summary>The list of files: addresses, sizes and hashes, and a version that changes with any of them.</summary>
    /// <param name="settings">Say the guide's version.</param>
    /// <param name="files">What is to be kept.</param>
    internal static OutputFile List(SiteSettings settings, IEnumerable<OutputFile> files)
    {
        var entries = files.OrderBy(f => f.Path, StringComparer.Ordinal).AsParallel().AsOrdered().Select(f =>
        {
            var bytes = f.Bytes;
            return (Address: Addresses.Path(f.Path), bytes.Length, Hash: Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }).ToList();
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(entries.Select(e => $"{e.Address} {e.Hash}\n")))))[..16];
        return new OutputFile(ListPath, JsonSerializer.SerializeToUtf8Bytes(
            new { version, guide = settings.GuideVersion, files = entries.Select(e => new object[] { e.Address, e.Length, e.Hash }) }, Json));
    }
}
