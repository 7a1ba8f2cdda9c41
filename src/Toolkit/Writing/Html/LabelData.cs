using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>
/// What the other languages of a guide call what is asked, as JSON: a file that was filled in one language is read on the pages of
/// another one by it. <c>GuideLabels</c> in <c>theme/scripts/workbook/guide.ts</c> is the same shape; change both.
/// </summary>
internal static class LabelData
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The labels as JSON.</summary>
    /// <param name="first">Tag of the guide's first language.</param>
    /// <param name="others">The site in each other language than that of the page.</param>
    public static string Json(string first, IEnumerable<Site> others) =>
        new JsonObject { ["first"] = first, ["others"] = new JsonArray([.. others.Select(Of)]) }.ToJsonString(Options);

    private static JsonObject Of(Site site)
    {
        var (labels, sets, options) = (new JsonObject(), new JsonArray(), new JsonObject());
        var known = new Dictionary<string, int>();
        foreach (var part in site.Instruments.SelectMany(i => i.Parts))
        {
            switch (part)
            {
                case SingleField { Field: var field }:
                    Offer(field.Id.Value, field.Options);
                    // Of fields that stand alone only what stands behind a tick is looked at.
                    if (field.Kind.SharesItsLine())
                    {
                        labels[field.Id.Value] = field.Label;
                    }

                    break;
                case TableOfFields { Table: var table }:
                    var id = FieldId.Of(table.Instrument, table.Id).Value;
                    labels[id] = table.Label;
                    foreach (var column in table.Columns)
                    {
                        labels[$"{id}.{column.Id}"] = column.Label;
                        Offer($"{id}.{column.Id}", column.Options);
                    }

                    foreach (var row in table.FixedRows)
                    {
                        labels[$"{id}:{row.Key}"] = row.Label;
                    }

                    break;
                default:
                    throw new NotSupportedException(part.GetType().Name);
            }
        }

        return new JsonObject { ["language"] = site.Settings.Language, ["labels"] = labels, ["sets"] = sets, ["options"] = options };

        void Offer(string id, IReadOnlyList<Option> offered)
        {
            if (offered.Count == 0)
            {
                return;
            }

            var set = new JsonObject(offered.Select(o => KeyValuePair.Create(o.Id, (JsonNode?)o.Label)));
            var text = set.ToJsonString(Options);
            if (!known.TryGetValue(text, out var number))
            {
                known[text] = number = sets.Count;
                sets.Add(set);
            }

            options[id] = number;
        }
    }
}
