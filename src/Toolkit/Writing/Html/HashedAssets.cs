using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Toolkit.Writing.Html;

/// <summary>Files whose names carry a hash of their content, so that browsers may keep them for good.</summary>
public sealed class HashedAssets
{
    /// <summary>The folder that holds them in the output.</summary>
    public const string Folder = "assets/";

    /// <summary>The theme's scripts that pages load at start; all others are loaded on use.</summary>
    private static readonly string[] FirstScripts = ["early.js", "site.js"];

    /// <summary>The theme's scripts that stand at a place of their own.</summary>
    private static readonly string[] Workers = [ServiceWorker.Script, ServiceWorker.Remover];

    private const string Stylesheet = "site.css";

    /// <summary>What the first picture of a tool needs of the stylesheet; no file of its own, it stands in pages.</summary>
    private const string InPage = "first.css";

    /// <summary>What joins the stylesheet where a site has several languages: a file of its own would be one more request of each page.</summary>
    private const string ForLanguages = "languages.css";

    private const string ScriptEnd = ")\n";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, OutputFile> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _loadedOnUse = new(StringComparer.Ordinal);

    /// <summary>Every file added so far.</summary>
    public IEnumerable<OutputFile> Files => _files.Values;

    /// <summary>What stands of the stylesheet in the pages of tools; null where the theme has nothing of the kind.</summary>
    public string? FirstSheet { get; private set; }

    /// <summary>Headers that let <see cref="FirstSheet"/> in.</summary>
    public SecurityHeaders Headers { get; private set; } = SecurityHeaders.Plain;

    /// <summary>What of a theme stands in the pages of tools; null where it has nothing of the kind.</summary>
    /// <param name="assets">The theme's files.</param>
    /// <param name="severalLanguages">Whether the site has more than one.</param>
    public static string? FirstSheetOf(ThemeAssets assets, bool severalLanguages)
    {
        if (!assets.Names.Contains(InPage))
        {
            return null;
        }

        var more = severalLanguages && assets.Names.Contains(ForLanguages) ? assets[ForLanguages] : [];
        // A browser makes one line of what ends otherwise, and the hash would be of another text.
        return Encoding.UTF8.GetString([.. assets[InPage], .. more]).ReplaceLineEndings("\n");
    }

    /// <summary>Path in the output of a file that was added.</summary>
    /// <exception cref="KeyNotFoundException">No such file was added.</exception>
    public string Path(string name) => _files[name].Path;

    /// <summary>Whether a file of this name was added.</summary>
    public bool Has(string name) => _files.ContainsKey(name);

    /// <summary>
    /// Adds the theme's files; each script but the first ones can be loaded on use under its name without ending, and each stylesheet
    /// but that of all pages under its whole name.
    /// </summary>
    /// <param name="assets">The theme's files.</param>
    /// <param name="language">Of the words in scripts, where the theme has them in it.</param>
    /// <param name="severalLanguages">Whether the site has more than one.</param>
    public void Add(ThemeAssets assets, string language, bool severalLanguages)
    {
        FirstSheet = FirstSheetOf(assets, severalLanguages);
        Headers = SecurityHeaders.With(FirstSheet);
        foreach (var name in assets.Names.Except(Workers).Where(name => name is not (InPage or ForLanguages)))
        {
            var joining = severalLanguages && name == Stylesheet && assets.Names.Contains(ForLanguages);
            Add(name, joining ? [.. assets[name], .. assets[ForLanguages]] : assets.In(language, name));
            if (name.EndsWith(".js", StringComparison.Ordinal) && !FirstScripts.Contains(name))
            {
                _loadedOnUse.Add(name[..^3], Path(name));
            }
            else if (name.EndsWith(".css", StringComparison.Ordinal) && name != Stylesheet)
            {
                _loadedOnUse.Add(name, Path(name));
            }
        }
    }

    /// <summary>Adds a script that provides a value written as JSON, to be loaded on use under <paramref name="name"/>.</summary>
    public void Provide(string name, string json)
    {
        Add(FileName(name), Script(name, json));
        _loadedOnUse.Add(name, Path(FileName(name)));
    }

    /// <summary>Adds a script that provides a file as base64, to be loaded on use under <paramref name="name"/>.</summary>
    /// <param name="name">Of what it provides.</param>
    /// <param name="content">Gives the file, the same each time.</param>
    /// <param name="hash">Its hash, in lower-case hexadecimal digits.</param>
    public void Provide(string name, Func<byte[]> content, string hash)
    {
        // What stands around the base64 goes into the name too: should it change one day, browsers load the new one.
        var around = $"{ScriptStart(name)}\"{hash}\"{ScriptEnd}";
        Add(FileName(name), Hash(Encoding.UTF8.GetBytes(around)), () => Base64Script(name, content()));
        _loadedOnUse.Add(name, Path(FileName(name)));
    }

    /// <summary>Names a script that a later run provides, for which there is no file yet.</summary>
    /// <param name="name">Under which it will be loaded on use.</param>
    /// <param name="key">A hash of all that it will be made of.</param>
    public void Promise(string name, string key) => _loadedOnUse.Add(name, PathOf(FileName(name), key));

    /// <summary>Adds the list of all scripts that can be loaded on use. Call it last.</summary>
    /// <returns>Its path in the output.</returns>
    public string Manifest()
    {
        Add("manifest.js", Script("manifest", JsonSerializer.Serialize(_loadedOnUse, Json)));
        return Path("manifest.js");
    }

    /// <summary>
    /// The policy for scripts lets plain letters, digits and hyphens in alone, and documents are named after pages. A hash keeps
    /// apart what is alike without the rest.
    /// </summary>
    private static string FileName(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-'));
        return plain == name.Replace('/', '-') ? plain + ".js" : $"{plain[..Math.Min(plain.Length, 60)]}-{Model.Field.Hash(name)}.js";
    }

    private static string ScriptStart(string name) => $"toolkit.provide({JsonSerializer.Serialize(name, Json)},";

    private static byte[] Script(string name, string json) => Encoding.UTF8.GetBytes($"{ScriptStart(name)}{json}{ScriptEnd}");

    private static byte[] Base64Script(string name, byte[] content)
    {
        var (start, end) = (Encoding.UTF8.GetBytes(ScriptStart(name) + '"'), Encoding.UTF8.GetBytes('"' + ScriptEnd));
        var script = new byte[start.Length + Base64.GetMaxEncodedToUtf8Length(content.Length) + end.Length];
        start.CopyTo(script, 0);
        Base64.EncodeToUtf8(content, script.AsSpan(start.Length), out _, out var written);
        end.CopyTo(script, start.Length + written);
        return script;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Add(string name, byte[] bytes) => Add(name, Hash(bytes), () => bytes);

    private void Add(string name, string hash, Func<byte[]> make) => _files.Add(name, new OutputFile(PathOf(name, hash), make, hash));

    private static string PathOf(string name, string hash)
    {
        var dot = name.LastIndexOf('.');
        return $"{Folder}{name[..dot]}.{hash[..10]}{name[dot..]}";
    }
}
