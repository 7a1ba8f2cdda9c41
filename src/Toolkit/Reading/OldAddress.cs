using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>An address that a page had before, as its author wrote it under <c>RedirectFrom</c>.</summary>
/// <param name="Path">Output path of the page that will stand there and lead on.</param>
/// <param name="Named">Path of the address itself, which may lack the ending of a page.</param>
/// <param name="Position">Where it was written.</param>
public sealed record OldAddress(string Path, string Named, SourcePosition Position)
{
    private const string Example = "Write a path of this site as it was, such as 'old/page.html'.";

    /// <summary>Reads what was written; null, with an error, where that is no place in this site.</summary>
    public static OldAddress? Read(string? written, SourcePosition at, ProblemLog log)
    {
        var path = Uri.UnescapeDataString(written ?? "");
        if (written is null)
        {
            log.Error("TK3023", at, "'RedirectFrom' holds something else than addresses.", "Write one address, or a list of them: RedirectFrom: [old.html, older.html]");
            return null;
        }

        if (path.StartsWith("//", StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal))
        {
            log.Error("TK3023", at, $"The page redirects from '{OutputPath.Shown(written)}', which names a site.",
                Uri.TryCreate(written, UriKind.Absolute, out var whole) && whole.AbsolutePath.Trim('/') is { Length: > 0 } rest ? $"Write its path alone: '{rest}'." : Example);
            return null;
        }

        if (written.AsSpan().IndexOfAny('?', '#') is var cut and >= 0)
        {
            log.Error("TK3023", at, $"The page redirects from '{OutputPath.Shown(written)}'. What stands behind a '{written[cut]}' is no part of a path, and no file can be found by it.",
                cut > 0 ? $"Write the path alone: '{OutputPath.Shown(written[..cut])}'." : Example);
            return null;
        }

        var named = path.StartsWith('/') ? path[1..] : path;
        var file = named.Length == 0 || named.EndsWith('/') ? named + "index.html"
            : named.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || named.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) ? named
            : named + ".html";
        var bare = named.EndsWith('/') ? named[..^1] : named;
        if (((path is "/" ? null : OutputPath.Trouble(bare)) ?? OutputPath.Trouble(file)) is { } trouble)
        {
            log.Error("TK3023", at, $"The page redirects from '{OutputPath.Shown(written)}'. That address {trouble}.", Example);
            return null;
        }

        return new OldAddress(file, named, at);
    }
}
