using System.Collections.Frozen;

namespace Toolkit.Writing.Html;

/// <summary>The files that the theme's own build made (<c>theme/dist</c>): stylesheet, scripts, icon.</summary>
public sealed class ThemeAssets
{
    private readonly FrozenDictionary<string, byte[]> _files;

    /// <summary>Assets by file name, such as <c>site.css</c>; scripts with the words of another language than the first as <c>es/site.js</c>.</summary>
    public ThemeAssets(IReadOnlyDictionary<string, byte[]> files) => _files = files.ToFrozenDictionary();

    /// <summary>File names in alphabetical order, those of other languages left out.</summary>
    public IEnumerable<string> Names => _files.Keys.Where(name => !name.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>File names in alphabetical order, with those of other languages.</summary>
    public IEnumerable<string> All => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The bytes of a file in a language, by its tag or by that without country; those of the first language where it is the same in all.</summary>
    public byte[] In(string language, string name) =>
        _files.GetValueOrDefault($"{language}/{name}") ?? _files.GetValueOrDefault($"{language.Split('-')[0]}/{name}") ?? this[name];

    /// <summary>The bytes of one file.</summary>
    /// <exception cref="FileNotFoundException">The theme was not built, or is being built at this moment.</exception>
    public byte[] this[string name] => _files.TryGetValue(name, out var file)
        ? file
        : throw new FileNotFoundException($"The theme's built files lack {name}. Run 'dotnet build theme'.");

    /// <summary>Reads all files that lie directly in a folder; source maps are left out.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there: the theme was not built.</exception>
    public static ThemeAssets Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The theme's built files are missing: {folder}. Run 'dotnet build theme'.");
        }

        return new ThemeAssets(Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).SelectMany(Directory.EnumerateFiles))
            .Where(file => !file.EndsWith(".map", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes));
    }
}
