using System.Text;
using System.Text.RegularExpressions;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Writing;

namespace Toolkit.Checking;

/// <summary>
/// Holds what every written page must keep, whatever the theme does: nothing loaded from elsewhere, no style attribute,
/// no inline script, no form that a host would collect.
/// </summary>
internal static partial class OutputChecks
{
    /// <summary>Holds that every file lies inside the output, and each in a place of its own on every system.</summary>
    /// <param name="files">Every file that would be written, the author's own files included.</param>
    /// <param name="log">Takes what is found.</param>
    public static void Paths(IReadOnlyList<OutputFile> files, ProblemLog log)
    {
        var taken = new TakenPaths<OutputFile>();
        foreach (var file in files)
        {
            if (OutputPath.Trouble(file.Path) is { } trouble)
            {
                log.Error("TK5011", null, $"The file '{OutputPath.Shown(file.Path)}' would be written, and its path {trouble}.", "Rename the page or the file that makes it.");
            }
            else if (taken.Take(file.Path, file) is { } other)
            {
                if (OutputPath.Key(other.Path) == OutputPath.Key(file.Path))
                {
                    log.Error("TK5002", null, $"The file '{file.Path}' would be written twice{(other.Path == file.Path ? "" : $", the other time as '{other.Path}'")}.", "Rename the page or the file that makes it.");
                }
                else
                {
                    log.Error("TK5012", null, $"'{file.Path}' and '{other.Path}' cannot both be written: one of them is a file where the other needs a folder.", "Rename the page or the file that makes one of them.");
                }
            }
        }
    }

    /// <summary>Looks through the files that were made.</summary>
    public static void Run(IReadOnlyList<OutputFile> files, ProblemLog log)
    {
        Parallel.ForEach(files, file =>
        {
            if (file.Path.EndsWith(".html", StringComparison.Ordinal))
            {
                Page(file, log);
            }
            else if (file.Path.EndsWith(".css", StringComparison.Ordinal) && LoadedByCss().Match(Encoding.UTF8.GetString(file.Bytes)) is { Success: true } loaded)
            {
                log.Error("TK5003", null, $"{file.Path} loads something from elsewhere: {loaded.Value}", "Put the file into the theme.");
            }
        });
    }

    private static void Page(OutputFile file, ProblemLog log)
    {
        var html = Encoding.UTF8.GetString(file.Bytes);
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var text = html.AsSpan(tag.Index, tag.Length);
            // A form is given to a host by a name without a value too.
            if (!text.Contains('=') && !text.StartsWith("<form", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (LoadsFromElsewhere().IsMatch(text))
            {
                log.Error("TK5003", null, $"{file.Path} loads something from elsewhere: {text}", "Put the file into the theme or the input.");
            }

            if (StyleAttribute().IsMatch(text))
            {
                log.Error("TK5004", null, $"{file.Path} has a style attribute, which its content security policy forbids: {text}", "Use a class.");
            }

            if (HostForm().IsMatch(text))
            {
                log.Error("TK5005", null, $"{file.Path} has a form that a host would collect answers with: {text}", "Take the attribute out: answers stay on the device.");
            }

            if (EventAttribute().IsMatch(text))
            {
                log.Error("TK5006", null, $"{file.Path} has script in an attribute: {text}", "Use a file in the theme's scripts.");
            }
        }

        if (InlineScript().Match(html) is { Success: true } inline)
        {
            log.Error("TK5006", null, $"{file.Path} has script in the page: {inline.Value}", "Use a file in the theme's scripts.");
        }
    }

    [GeneratedRegex(@"<[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^<(?:script|img|iframe|source|video|audio|embed|object|input|track)\b[^>]*\s(?:src|srcset|data|poster)\s*=\s*[""']?\s*(?:https?:)?//|^<link\b(?![^>]*\brel=[""']?(?:canonical|alternate|author|license)\b)[^>]*\shref\s*=\s*[""']?\s*(?:https?:)?//|^<form\b[^>]*\saction\s*=\s*[""']?\s*(?:https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex LoadsFromElsewhere();

    [GeneratedRegex(@"\sstyle\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"^<form\b[^>]*\s(?:data-)?netlify\b", RegexOptions.IgnoreCase)]
    private static partial Regex HostForm();

    [GeneratedRegex(@"\son[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex EventAttribute();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"(?:url\(|@import)\s*[""']?(?:https?:)?//[^)""';]*", RegexOptions.IgnoreCase)]
    private static partial Regex LoadedByCss();
}
