using Toolkit.Model;

namespace Toolkit.Reading.Translations;

/// <summary>Tells how each text of one file stands, and says what keeps somebody from knowing.</summary>
/// <param name="source">Path of the source's file.</param>
/// <param name="path">Path of the translation.</param>
/// <param name="log">Takes the problems.</param>
internal sealed class TextLog(string source, string path, ProblemLog log)
{
    private readonly List<TranslatedText> _texts = [];

    /// <summary>Makes a file to begin with.</summary>
    public Func<string> Blank { get; set; } = () => "";

    /// <summary>All of the file.</summary>
    public TranslatedFile File => new(source, path, _texts) { Blank = Blank };

    /// <summary>Notes a text that is not there.</summary>
    public void Missing(string name, string digits) => _texts.Add(new(name, digits, TextStatus.Missing, null));

    /// <summary>Notes a text that is there, and says where its marker is missing or names other words.</summary>
    /// <param name="name">Within the file.</param>
    /// <param name="digits">Of the source's words.</param>
    /// <param name="marker">The line above it; null where there is none.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="yaml">Whether markers are comments of YAML here.</param>
    /// <param name="hasRoom">Whether words of it are still to be written: then it counts as missing, and what is there is shown.</param>
    public TextStatus Found(string name, string digits, Marker? marker, SourcePosition at, bool yaml, bool hasRoom = false)
    {
        var isStale = marker is { Digits: { } written } && written != digits;
        var status = hasRoom ? TextStatus.Missing : isStale ? TextStatus.Stale : TextStatus.Translated;
        _texts.Add(new(name, digits, status, at));
        if (marker is null)
        {
            log.Error("TK6011", at, $"Nothing says of which words of the source {PageUnit.CalledBy(name)} was made.",
                $"If it says what {source} says now, write on the line above it: {Markers.Line(digits, yaml)}");
        }
        else if (isStale)
        {
            log.Warning("TK6101", at, $"{Sentence.Begin(PageUnit.CalledBy(name))} was translated from other words than {source} has now.",
                $"Hold it against them, and mend it. Then let the line above it say: {Markers.Line(digits, yaml)}");
        }

        return status;
    }

    /// <summary>Says how much of the file is not there.</summary>
    /// <param name="language">The language.</param>
    /// <param name="exists">Whether the file is there.</param>
    public void SayMissing(SiteLanguage language, bool exists)
    {
        if (_texts.Count(t => t.Status == TextStatus.Missing) is > 0 and var missing)
        {
            var whole = !exists && missing == _texts.Count;
            log.Warning("TK6102", whole ? null : new SourcePosition(path, 1, 1),
                whole ? $"{source} is not translated into '{language.Code}'." : $"{missing} of {_texts.Count} texts of {source} are not translated into '{language.Code}'.",
                whole ? $"Begin with: toolkit new translation {language.Code} {source}" : $"They stand there in the words of the source. See which: toolkit check --translations");
        }
    }
}
