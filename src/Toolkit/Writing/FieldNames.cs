using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing;

/// <summary>
/// What the fields of a document are called by programs that read them aloud or list them: their question, and with it their
/// tool where another field of the document has the same one. On paper the heading over them says as much.
/// </summary>
internal sealed class FieldNames
{
    private readonly DocumentWords _words;
    private readonly Dictionary<string, Instrument> _tools;
    private readonly HashSet<string> _repeated;

    /// <summary>The names in this document.</summary>
    public FieldNames(Document document, DocumentWords words)
    {
        _words = words;
        _tools = document.Instruments.ToDictionary(i => i.Id);
        _repeated = [.. document.Fields.GroupBy(f => f.Label).Where(g => g.Skip(1).Any()).Select(g => g.Key)];
    }

    /// <summary>The name of a field.</summary>
    public string Of(Field field) =>
        !_repeated.Contains(field.Label) || !_tools.TryGetValue(field.Id.Instrument, out var tool) ? field.Label
        : field.IsPartner ? _words.PartnerOf(field.Label, tool.Title)
        : _words.FieldOf(tool.Title, field.Label);

    /// <summary>The language of that name where all that its author wrote is in another one than the document; else empty.</summary>
    public string LanguageOf(Field field) =>
        _repeated.Contains(field.Label) && _tools.TryGetValue(field.Id.Instrument, out var tool) && tool.TitleLanguage != field.Language ? "" : field.Language;
}
