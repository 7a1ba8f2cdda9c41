using System.Security.Cryptography;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Decides which files are published as they are, and looks into each: what they carry is published too.</summary>
internal static class StaticFiles
{
    /// <summary>The files to publish, in order of path.</summary>
    /// <param name="files">Files of the input that are neither pages nor read by the builder.</param>
    /// <param name="isLinked">Whether a page links to a path or shows it.</param>
    /// <param name="texts">SVG pictures as text, by path.</param>
    /// <param name="log">Takes the problems.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static IReadOnlyList<StaticFile> Read(
        IEnumerable<InputFile> files, Func<string, bool> isLinked, IReadOnlyDictionary<string, SourceText> texts, ProblemLog log, CancellationToken cancellation) =>
        [.. AtOnce.Each([.. files], f => Read(f, isLinked, texts, log), cancellation).OfType<StaticFile>()];

    private static StaticFile? Read(InputFile file, Func<string, bool> isLinked, IReadOnlyDictionary<string, SourceText> texts, ProblemLog log)
    {
        var kind = FileKinds.Of(file);
        if (kind == FileKind.Active)
        {
            log.Error("TK1027", file.Start, "This file is a page, a script or a stylesheet of its own. It would stand where people's answers are kept, and could read them.",
                "Write the page in Markdown; keep anything else on another site and link to it.");
            return null;
        }

        if (kind == FileKind.OnlyIfLinked && !isLinked(file.Path))
        {
            log.Warning("TK1026", file.Start, "Nobody can tell what this file is for: it is not of a kind that sites publish, and no page links to it. It is left out.",
                FileKinds.Meant(file) is { } meant ? $"If it is to be read, let its name end in {meant}." : "If it is to be published, link to it from a page; else take it out of the input.");
            return null;
        }

        if (file.Read(log) is not { } content)
        {
            return null;
        }

        if (kind == FileKind.OnlyIfLinked && FileKinds.LooksActive(content))
        {
            log.Error("TK1027", file.Start, "A browser would take this file for a page or a script of its own. It would stand where people's answers are kept, and could read them.",
                "Let its name end in what it is, such as .txt, or keep it on another site and link to it.");
            return null;
        }

        Look(file, content, texts, log);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return new StaticFile(file.Path, file.FullPath, hash, () =>
        {
            // What was looked into is what is published.
            var now = file.Read();
            return Convert.ToHexStringLower(SHA256.HashData(now)) == hash ? now : throw new IOException($"{file.FullPath} changed while the site was built. Build it again.");
        });
    }

    private static void Look(InputFile file, byte[] content, IReadOnlyDictionary<string, SourceText> texts, ProblemLog log)
    {
        var ending = Path.GetExtension(file.Name).TrimStart('.');
        if (texts.TryGetValue(file.Path, out var svg))
        {
            if (SvgFile.Check(svg, log))
            {
                log.Warning("TK1034", file.Start, "This picture says who drew it, or in which folder.", "Export it anew as plain SVG, without metadata.");
            }
        }
        else if (PictureFile.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
        {
            if (PictureFile.EndingOf(content) is not { } own)
            {
                log.Warning("TK1035", file.Start, $"The name of this file ends in .{ending}, and it holds no picture.", "Export the picture anew.");
            }
            else if (!PictureFile.IsSame(own, ending))
            {
                log.Warning("TK1035", file.Start, $"The name of this file ends in .{ending}, and it holds a picture of the kind .{own}.", $"Let its name end in .{own}.");
            }

            if (PictureFile.TellsPlace(content))
            {
                log.Warning("TK1033", file.Start, "This picture says where it was taken.", "Take the place out: export the picture without metadata, or make a screenshot of it.");
            }
        }
        else if (AuthorMarks.Has(content))
        {
            log.Warning("TK1034", file.Start, "This file names the person who wrote it.", "Take the name out before it is published: in Word, File, Info, Inspect Document; or export it anew.");
        }
    }
}
