using System.Text;
using Toolkit.Reading;
using Toolkit.Writing;

namespace Toolkit.Checking;

/// <summary>Finds characters that a document could not show, before an engine that knows no line of the content stumbles over them.</summary>
internal static class CharacterChecks
{
    /// <summary>Looks at every text of the input, for the formats that will be written.</summary>
    public static void Run(ReadSite read, IReadOnlyList<IDocumentFormat> formats, ProblemLog log)
    {
        if (read.Site.Documents.Count == 0)
        {
            return;
        }

        // One question for the whole guide; only where the answer is not empty is every line asked.
        var all = Distinct(read.Texts.Values);
        foreach (var format in formats)
        {
            var missing = format.Unshowable(all).ToHashSet();
            if (missing.Count == 0)
            {
                continue;
            }

            foreach (var text in read.Texts.Values)
            {
                var offset = 0;
                foreach (var rune in text.Text.EnumerateRunes())
                {
                    if (missing.Contains(rune))
                    {
                        log.Error("TK2020", text.At(offset), $"No font of the {format.Ending} files has the character '{rune}' (U+{rune.Value:X4}).", "Write it in words, or with another character.");
                    }

                    offset += rune.Utf16SequenceLength;
                }
            }
        }
    }

    private static string Distinct(IEnumerable<SourceText> texts)
    {
        var (seen, distinct) = (new HashSet<Rune>(), new StringBuilder());
        foreach (var text in texts)
        {
            var rest = text.Text.AsSpan();
            // Nearly all of a text is plain: it is skipped as fast as memory can be read.
            for (var at = rest.IndexOfAnyExceptInRange('\0', '~'); at >= 0; at = rest.IndexOfAnyExceptInRange('\0', '~'))
            {
                _ = Rune.DecodeFromUtf16(rest[at..], out var rune, out var length);
                if (!Rune.IsControl(rune) && seen.Add(rune))
                {
                    distinct.Append(rune.ToString());
                }

                rest = rest[(at + length)..];
            }
        }

        return distinct.ToString();
    }
}
