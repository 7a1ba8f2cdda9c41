using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Toolkit.Model;

namespace Toolkit.Writing.Html;

/// <summary>
/// What search looks through, as JSON: pages, and the sections of each. The browser builds its index from it on the
/// first search, so the index always fits the script's version. The shape stands in <c>theme/scripts/search/data.ts</c>.
/// </summary>
internal static class SearchData
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Pages as <c>[address, title, description, principle or 0, sections]</c>, sections as <c>[anchor, heading, text]</c>.</summary>
    /// <remarks>It is written as it is read: documents are made meanwhile, which take all the memory that there should be.</remarks>
    public static string Json(Site site)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartArray();
            foreach (var page in site.Pages.Where(p => p.IncludeInSitemap))
            {
                json.WriteStartArray();
                json.WriteStringValue(Addresses.Path(page.OutputPath));
                json.WriteStringValue(page.Title);
                json.WriteStringValue(page.Description);
                json.WriteNumberValue(page.Principle ?? 0);
                json.WriteStartArray();
                foreach (var (anchor, heading, text) in Sections(page, site))
                {
                    json.WriteStartArray();
                    json.WriteStringValue(anchor);
                    json.WriteStringValue(heading);
                    json.WriteStringValue(text);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static IEnumerable<(string Anchor, string Heading, string Text)> Sections(Page page, Site site)
    {
        var (anchor, heading, text) = ("", "", new StringBuilder());
        foreach (var block in page.Blocks)
        {
            if (block is Heading { Level: <= 3 } h)
            {
                if (text.Length > 0 || heading.Length > 0)
                {
                    yield return Section(anchor, heading, text);
                }

                (anchor, heading) = (h.Id, InlineText.Plain(h.Content));
                text.Clear();
                continue;
            }

            foreach (var inner in BlockText.All([block]).Where(b => page.Kind == PageKind.Tool || b is not Instrument))
            {
                Add(text, inner);
            }
        }

        if (text.Length > 0 || heading.Length > 0)
        {
            yield return Section(anchor, heading, text);
        }

        if (page.Layout == "glossary")
        {
            foreach (var entry in site.Glossary)
            {
                yield return ("term-" + entry.Id, entry.Term, entry.Definition);
            }
        }
    }

    private static (string Anchor, string Heading, string Text) Section(string anchor, string heading, StringBuilder text) => (Addresses.Place(anchor).TrimStart('#'), heading, text.ToString());

    private static void Add(StringBuilder text, Block block)
    {
        var lines = block.Texts.Select(InlineText.Plain);
        if (block is Instrument instrument)
        {
            lines = lines.Concat(instrument.ItemGroups.Select(g => g.Title)).Concat(instrument.Parts.SelectMany(part => part switch
            {
                TableOfFields t => [t.Table.Label, .. t.Table.FixedRows.Select(r => r.Label)],
                SingleField f when instrument.ItemGroups.Count == 0 => [f.Field.Label],
                _ => Array.Empty<string>(),
            }));
        }

        foreach (var line in lines.Where(l => l.Length > 0))
        {
            text.Append(text.Length > 0 ? " " : "").Append(line);
        }
    }
}
