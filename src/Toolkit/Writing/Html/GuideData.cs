using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>
/// What the browser knows of the guide, as JSON. One shape, two homes: <c>theme/scripts/workbook/guide.ts</c> is the
/// other; change both.
/// </summary>
internal static class GuideData
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole guide as JSON.</summary>
    public static string Json(Site site, IReadOnlyList<Download> downloads)
    {
        var pages = new InstrumentPages(site.Pages);
        var files = downloads.ToLookup(d => d.Document);
        return new JsonObject
        {
            ["version"] = site.Settings.GuideVersion,
            ["title"] = site.Settings.SiteTitle,
            ["instruments"] = List(site.Instruments.Select(i => Instrument(i, pages[i.Id]))),
            ["documents"] = List(site.Documents.Where(d => !d.IsText).Select(d => Document(d, files[d.Id]))),
        }.ToJsonString(Options);
    }

    private static JsonObject Instrument(Instrument instrument, Page? page)
    {
        var json = new JsonObject
        {
            ["id"] = instrument.Id,
            ["kind"] = instrument.Kind,
            ["title"] = instrument.Title,
            ["page"] = Addresses.Path(page?.OutputPath ?? ""),
        };
        if (instrument.Principle is { } principle)
        {
            json["principle"] = principle;
        }

        if (instrument.PerPartner)
        {
            json["perPartner"] = true;
        }

        json["parts"] = List(instrument.Parts.Select(Part));
        if (instrument.ItemGroups is { Count: > 0 } groups)
        {
            json["domains"] = List(groups.Select(g => (JsonNode)new JsonObject
            {
                ["id"] = g.Id,
                ["title"] = g.Title,
                ["items"] = List(g.Items.Select(Item)),
            }));
        }

        if (instrument.AnswerScale is { } scale)
        {
            var scaleJson = new JsonObject { ["options"] = List(scale.Options.Select(Option)) };
            if (scale.NotApplicable is { } notApplicable)
            {
                scaleJson["notApplicable"] = Option(notApplicable);
            }

            json["scale"] = scaleJson;
        }

        if (instrument.Draft is { } draft)
        {
            json["draft"] = new JsonObject
            {
                ["title"] = draft.Title,
                ["sections"] = List(draft.Sections.Select(s => (JsonNode)new JsonObject { ["title"] = s.Title, ["from"] = s.From })),
            };
        }

        return json;
    }

    private static JsonObject Item(ItemSummary item)
    {
        var json = new JsonObject { ["id"] = item.Id, ["label"] = item.Label };
        if (item.Critical)
        {
            json["critical"] = true;
        }

        if (item.Step.Length > 0)
        {
            json["step"] = item.Step;
        }

        return json;
    }

    private static JsonNode Part(InstrumentPart part) => part switch
    {
        SingleField f => new JsonObject
        {
            ["field"] = Field(f.Field.Id.Value, f.Field.Kind, f.Field.Label, f.Field.Marks, f.Field.Options, f.Field.Wording),
            ["item"] = f.Item,
        },
        TableOfFields t => new JsonObject { ["table"] = Table(t.Table) },
        _ => throw new NotSupportedException(part.GetType().Name),
    };

    private static JsonObject Table(FieldTable table)
    {
        var json = new JsonObject
        {
            ["id"] = FieldId.Of(table.Instrument, table.Id).Value,
            ["label"] = table.Label,
        };
        if (table.Role is { } role)
        {
            json["role"] = role.Name;
        }

        json["columns"] = List(table.Columns.Select(c => Field(c.Id, c.Kind, c.Label, c.Marks, c.Options, c.Wording)));
        if (table.FixedRows.Count > 0)
        {
            json["fixedRows"] = List(table.FixedRows.Select(r => (JsonNode)new JsonObject { ["key"] = r.Key, ["label"] = r.Label }));
            json["rowHeading"] = table.RowHeading;
        }

        json["blankRows"] = table.CanGrow ? table.BlankRows : 0;
        return json;
    }

    private static JsonObject Field(
        string id, FieldKind kind, string label, IReadOnlyList<string> marks, IReadOnlyList<Option> options, string wording)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["kind"] = kind switch
            {
                FieldKind.Text => "text",
                FieldKind.LongText => "long",
                FieldKind.Choice => "choice",
                FieldKind.Check => "check",
                FieldKind.Date => "date",
            },
            ["label"] = label,
        };
        if (marks.Count > 0)
        {
            json["marks"] = List(marks.Select(mark => (JsonNode)mark));
        }

        if (options.Count > 0)
        {
            json["options"] = List(options.Select(Option));
        }

        json["wording"] = wording;
        return json;
    }

    private static JsonObject Option(Option option)
    {
        var json = new JsonObject { ["id"] = option.Id, ["label"] = option.Label };
        if (option.Value is { } value)
        {
            json["value"] = value;
        }

        return json;
    }

    private static JsonObject Document(Document document, IEnumerable<Download> files)
    {
        var json = new JsonObject
        {
            ["id"] = document.Id,
            ["code"] = document.Code,
            ["title"] = document.Title,
            ["kind"] = document.Kind.ToString().ToLowerInvariant(),
            ["instruments"] = List(document.Instruments.Select(i => (JsonNode)i.Id)),
            ["serials"] = List(document.Serials.Select(id => (JsonNode)id)),
        };
        foreach (var file in files.OrderBy(d => d.Format, StringComparer.Ordinal))
        {
            json[file.Format] = new JsonObject { ["path"] = Addresses.Path(file.File), ["bytes"] = file.Bytes };
        }

        return json;
    }

    private static JsonArray List(IEnumerable<JsonNode> nodes) => [.. nodes];
}
