using System.Text;
using System.Text.Json;
using Toolkit.Model;

namespace Toolkit.Writing;

/// <summary>
/// What a blank document says about itself, as JSON under <see cref="DocumentMetadata.Key"/>. The shape is
/// <c>DocumentMetadata</c> in <c>theme/scripts/documents/metadata.ts</c>; change both.
/// </summary>
internal static class DocumentMetadataJson
{
    /// <summary>The JSON of a blank document: no partner, no values. ASCII only, so that every format carries it unchanged.</summary>
    public static string For(Document document, SiteSettings settings)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("format", DocumentMetadata.Format);
            json.WriteString("document", document.Id);
            json.WriteString("code", document.Code);
            json.WriteString("guide", settings.GuideVersion);
            if (settings.Folder.Length > 0)
            {
                // Only the order of numbers in a day hangs on it: all else is read alike in every language.
                json.WriteString("language", settings.Language);
            }

            WriteList(json, "instruments", document.Instruments.Select(i => i.Id));
            WriteList(json, "serials", document.Serials);
            json.WriteStartObject("wording");
            foreach (var (id, wording) in document.Instruments.SelectMany(i => i.Parts).SelectMany(Wordings))
            {
                json.WriteString(id, wording);
            }

            json.WriteEndObject();
            json.WriteStartObject("values");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.ASCII.GetString(bytes.ToArray());
    }

    /// <summary>Wording by field id; for the cells of a table by <c>instrument.table.column</c>. The partner field asks nothing.</summary>
    private static IEnumerable<(string Id, string Wording)> Wordings(InstrumentPart part) => part switch
    {
        SingleField single => [(single.Field.Id.Value, single.Field.Wording)],
        TableOfFields { Table: var table } => table.Columns.Select(c => ($"{table.Instrument}.{table.Id}.{c.Id}", c.Wording)),
        _ => throw new InvalidOperationException(part.GetType().Name),
    };

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
