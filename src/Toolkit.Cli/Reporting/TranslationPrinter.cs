using System.Globalization;
using Toolkit.Reading.Translations;

namespace Toolkit.Cli.Reporting;

/// <summary>Says how far a translation is: each file, and in it what is stale or missing.</summary>
internal static class TranslationPrinter
{
    private const int MostMissing = 12;

    /// <summary>Prints one language.</summary>
    public static void Print(Terminal terminal, SiteFolders folders, TranslationReport translation)
    {
        var all = translation.Files.Sum(f => f.Texts.Count);
        terminal.Line();
        terminal.Line($"{translation.Language.Code} ({translation.Language.Name}): {translation.Count(TextStatus.Translated)} of {all} texts translated, {translation.Count(TextStatus.Stale)} stale, {translation.Count(TextStatus.Missing)} missing");
        if (translation.MissingWords is null)
        {
            terminal.Line($"  The theme has no words/{translation.Language.Code}: what the program itself says stands there in the first language", Tone.Quiet);
        }
        else if (translation.MissingWords.Count > 0)
        {
            terminal.Line($"  What the program itself says lacks {translation.MissingWords.Count} {(translation.MissingWords.Count == 1 ? "word" : "words")}, such as {translation.MissingWords[0]}", Tone.Quiet);
        }

        foreach (var file in translation.Files)
        {
            var done = file.Count(TextStatus.Translated);
            var whole = done == file.Texts.Count;
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {(whole ? 100 : done * 100 / file.Texts.Count),3} %  {file.Source}"), whole ? Tone.Good : Tone.Plain);
            foreach (var text in file.Texts.Where(t => t.Status == TextStatus.Stale))
            {
                terminal.Line($"         stale    {text.Digits}  {text.Name}{Place(text, folders)}", Tone.Warning);
            }

            var missing = file.Texts.Where(t => t.Status == TextStatus.Missing).ToList();
            if (missing.Count == file.Texts.Count)
            {
                continue;
            }

            foreach (var text in missing.Take(MostMissing))
            {
                terminal.Line($"         missing  {text.Digits}  {(text.Name.Length > 0 ? text.Name : "the text before the first heading")}{Place(text, folders)}", Tone.Quiet);
            }

            if (missing.Count > MostMissing)
            {
                terminal.Line($"         and {missing.Count - MostMissing} more", Tone.Quiet);
            }
        }
    }

    private static string Place(TranslatedText text, SiteFolders folders) => text.At is { } at ? $"  {folders.Display(at.File)}:{at.Line}" : "";
}
