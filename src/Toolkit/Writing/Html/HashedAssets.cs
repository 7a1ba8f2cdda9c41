using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Toolkit.Writing.Html;

/// <summary>Files whose names carry a hash of their content, so that browsers may keep them for good.</summary>
public sealed class HashedAssets
{
    /// <summary>The theme's file that pages load at start; all its other scripts are loaded on use.</summary>
    public const string FirstScript = "site.js";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, OutputFile> files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> loadedOnUse = new(StringComparer.Ordinal);

    /// <summary>Every file added so far.</summary>
    public IEnumerable<OutputFile> Files => files.Values;

    /// <summary>Path in the output of a file that was added.</summary>
    /// <exception cref="KeyNotFoundException">No such file was added.</exception>
    public string Path(string name) => files[name].Path;

    /// <summary>Whether a file of this name was added.</summary>
    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>Adds the theme's files; each script but the first can be loaded on use under its name without ending.</summary>
    public void Add(ThemeAssets assets)
    {
        foreach (var name in assets.Names)
        {
            Add(name, assets[name]);
            if (name.EndsWith(".js", StringComparison.Ordinal) && name != FirstScript)
            {
                loadedOnUse.Add(name[..^3], Path(name));
            }
        }
    }

    /// <summary>Adds a script that provides a value written as JSON, to be loaded on use under <paramref name="name"/>.</summary>
    public void Provide(string name, string json)
    {
        Add(FileName(name), Script(name, json));
        loadedOnUse.Add(name, Path(FileName(name)));
    }

    /// <summary>Names a script that a later run provides, for which there is no file yet.</summary>
    /// <param name="name">Under which it will be loaded on use.</param>
    /// <param name="key">A hash of all that it will be made of.</param>
    public void Promise(string name, string key) => loadedOnUse.Add(name, PathOf(FileName(name), key));

    /// <summary>Adds the list of all scripts that can be loaded on use. Call it last.</summary>
    /// <returns>Its path in the output.</returns>
    public string Manifest()
    {
        Add("manifest.js", Script("manifest", JsonSerializer.Serialize(loadedOnUse, Json)));
        return Path("manifest.js");
    }

    private static string FileName(string name) => name.Replace('/', '-') + ".js";

    private static byte[] Script(string name, string json) =>
        Encoding.UTF8.GetBytes($"toolkit.provide({JsonSerializer.Serialize(name, Json)},{json})\n");

    private void Add(string name, byte[] bytes)
    {
        files.Add(name, new OutputFile(PathOf(name, Convert.ToHexStringLower(SHA256.HashData(bytes))), bytes));
    }

    private static string PathOf(string name, string hash)
    {
        var dot = name.LastIndexOf('.');
        return $"assets/{name[..dot]}.{hash[..10]}{name[dot..]}";
    }
}
