using System.Collections.Frozen;

namespace Toolkit.Writing.Html;

/// <summary>The files that the theme's own build made (<c>theme/dist</c>): stylesheet, scripts, icon.</summary>
public sealed class ThemeAssets
{
    private readonly FrozenDictionary<string, byte[]> _files;

    /// <summary>Assets by file name, such as <c>site.css</c>.</summary>
    public ThemeAssets(IReadOnlyDictionary<string, byte[]> files) => _files = files.ToFrozenDictionary();

    /// <summary>File names in alphabetical order.</summary>
    public IEnumerable<string> Names => _files.Keys.Order(StringComparer.Ordinal);

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

        return new ThemeAssets(Directory.EnumerateFiles(folder)
            .Where(file => !file.EndsWith(".map", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(file)!, File.ReadAllBytes));
    }
}
