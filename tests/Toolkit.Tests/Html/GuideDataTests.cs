using System.Text;
using System.Text.Json.Nodes;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Html;

/// <summary>What scripts are given, in the shape of theme/scripts/workbook/guide.ts.</summary>
public sealed class GuideDataTests
{
    [Fact]
    public void An_assessment_says_its_fields_groups_and_scale()
    {
        var fit = Guide()["instruments"]![0]!;

        Assert.Equal(
            """{"id":"fit","kind":"assessment","title":"Is it a fit?","page":"tools/fit.html","principle":2,"perPartner":true""",
            fit.ToJsonString()[..fit.ToJsonString().IndexOf(",\"parts\"", StringComparison.Ordinal)]);
        Assert.Equal(
            ["fit.doors.answer", "fit.doors.help", "fit.doors.evidence", "fit.doors.note", "fit.light.answer", "fit.light.help", "fit.light.note"],
            fit["parts"]!.AsArray().Select(p => (string)p!["field"]!["id"]!));
        Assert.Equal(["not-yet", "in-place", "does-not-apply"], fit["parts"]![0]!["field"]!["options"]!.AsArray().Select(o => (string)o!["id"]!));
        Assert.Equal("""[{"id":"doors","label":"Do doors open from inside?","critical":true},""", fit["domains"]![0]!["items"]!.ToJsonString()[..69]);
        Assert.Equal(1, (int)fit["scale"]!["options"]![1]!["value"]!);
        Assert.Equal("does-not-apply", (string)fit["scale"]!["notApplicable"]!["id"]!);
    }

    [Fact]
    public void A_table_says_its_columns_and_either_its_rows_or_how_many()
    {
        var parts = Guide()["instruments"]![1]!["parts"]!.AsArray();
        var (free, named) = (parts[3]!["table"]!, parts[4]!["table"]!);

        Assert.Equal("plan.steps", (string)free["id"]!);
        Assert.Equal(["what", "done"], free["columns"]!.AsArray().Select(c => (string)c!["id"]!));
        Assert.Equal(2, (int)free["blankRows"]!);
        Assert.Null(free["fixedRows"]);
        Assert.Equal(["lead", "helps"], named["fixedRows"]!.AsArray().Select(r => (string)r!["key"]!));
        Assert.Equal(0, (int)named["blankRows"]!);
    }

    [Fact]
    public void A_worksheet_that_becomes_a_text_says_where_its_headings_stand()
    {
        var instruments = Guide()["instruments"]!;

        Assert.Null(instruments[0]!["draft"]);
        Assert.Equal("""{"title":"Our plan as a text","sections":[{"title":"Where to start","from":0},{"title":"Who does it","from":4}]}""", instruments[1]!["draft"]!.ToJsonString());
    }

    [Fact]
    public void A_document_says_its_code_fields_and_files()
    {
        var site = SampleSite.Site();
        var json = JsonNode.Parse(GuideData.Json(site, [Writing.Download.Of(site.Documents[0], SampleSite.Word, site.Settings, new byte[5])]))!["documents"]![0]!;

        Assert.Equal(site.Documents[0].Code, (string)json["code"]!);
        Assert.Equal(site.Documents[0].Fields.Select(f => f.Id.Value), json["serials"]!.AsArray().Select(s => (string)s!));
        Assert.Equal("""{"path":"downloads/weaving.docx","bytes":5}""", json["docx"]!.ToJsonString());
        Assert.Null(json["pdf"]);
    }

    [Fact]
    public async Task The_manifest_lists_every_script_that_is_loaded_on_use()
    {
        var files = await SampleSite.Write(SampleSite.Site());
        var manifest = Provided(files, "manifest", out var name);

        Assert.Equal("manifest", name);
        Assert.Equal(["docx/weaving", "guide", "pdf/weaving", "search-data", "views"], manifest.AsObject().Select(p => p.Key));
        Assert.All(manifest.AsObject(), entry => Assert.Contains((string)entry.Value!, files.Keys));
        Assert.Equal("docx", Encoding.UTF8.GetString(Convert.FromBase64String((string)Provided(files, "docx-weaving", out name)!)));
        Assert.Equal("docx/weaving", name);
    }

    [Fact]
    public async Task Search_knows_pages_sections_and_words()
    {
        var data = Provided(await SampleSite.Write(SampleSite.Site()), "search-data", out _).AsArray();
        var chapter = data.Single(p => (string)p![0]! == "guide/weaving.html")!;

        Assert.Equal("Weaving", (string)chapter[1]!);
        Assert.Equal(["", "warp"], chapter[4]!.AsArray().Select(s => (string)s![0]!));
        Assert.Contains("Slowly.", (string)chapter[4]![1]![2]!, StringComparison.Ordinal);
        Assert.DoesNotContain("doors", chapter.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Do doors open from inside?", data.Single(p => (string)p![0]! == "tools/fit.html")!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("term-loom", data.Single(p => (string)p![0]! == "glossary.html")!.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonNode Guide() => JsonNode.Parse(GuideData.Json(SampleSite.Site(), []))!;

    private static JsonNode Provided(IReadOnlyDictionary<string, byte[]> files, string file, out string name)
    {
        var text = Encoding.UTF8.GetString(files.Single(f => f.Key.StartsWith($"assets/{file}.", StringComparison.Ordinal)).Value);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        Assert.StartsWith("toolkit.provide(", text, StringComparison.Ordinal);
        name = (string)JsonNode.Parse(text["toolkit.provide(".Length..comma])!;
        return JsonNode.Parse(text[(comma + 1)..text.LastIndexOf(')')])!;
    }
}
