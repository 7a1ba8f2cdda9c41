namespace Toolkit.Reading;

/// <summary>What becomes of a file that is no page, by its ending.</summary>
internal enum FileKind
{
    /// <summary>It is published as it is: pictures, documents, sound, film, letters.</summary>
    Published,

    /// <summary>It is published if a page links to it: nobody can tell what it is for otherwise.</summary>
    OnlyIfLinked,

    /// <summary>
    /// A browser would run it, or show it as a page. It would stand where people's answers are kept, and could read them; and
    /// it would have neither our security policy nor the exit.
    /// </summary>
    Active,
}

/// <summary>Kinds of files by their endings.</summary>
internal static class FileKinds
{
    private static readonly HashSet<string> PublishedEndings = new(
        [
            ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico",
            ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".epub", ".txt", ".csv", ".ics", ".json",
            ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".mp4", ".webm", ".ogv", ".vtt", ".srt",
            ".woff", ".woff2", ".ttf", ".otf",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> ActiveEndings = new(
        [
            ".html", ".htm", ".xhtml", ".xht", ".shtml", ".shtm", ".mht", ".mhtml", ".hta", ".htc", ".xml", ".xsl", ".xslt", ".svgz", ".rdf",
            ".js", ".mjs", ".cjs", ".jsm", ".wasm", ".swf", ".jar", ".php", ".asp", ".aspx", ".jsp", ".cgi",
        ],
        StringComparer.OrdinalIgnoreCase);

    // What people type where Markdown and YAML are meant; by these endings nothing reads it.
    private static readonly Dictionary<string, string> MeantEndings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".yaml"] = ".yml",
        [".markdown"] = ".md",
        [".mdown"] = ".md",
        [".mkd"] = ".md",
        [".mdx"] = ".md",
    };

    /// <summary>The kind of a file.</summary>
    public static FileKind Of(InputFile file) =>
        PublishedEndings.Contains(Ending(file)) ? FileKind.Published : ActiveEndings.Contains(Ending(file)) ? FileKind.Active : FileKind.OnlyIfLinked;

    /// <summary>The ending that was probably meant; null where none is known.</summary>
    public static string? Meant(InputFile file) => MeantEndings.GetValueOrDefault(Ending(file));

    /// <summary>Whether a browser that looks into a file without a known ending would take it for a page or a script.</summary>
    public static bool LooksActive(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, 1024)];
        // In UTF-16 every other byte is zero.
        var text = new string([.. start.ToArray().Where(b => b is not 0).Select(b => (char)b)]);
        return text.Contains('<', StringComparison.Ordinal)
            && (text.TrimStart().StartsWith('<') || text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static string Ending(InputFile file) => Path.GetExtension(file.Name);
}
