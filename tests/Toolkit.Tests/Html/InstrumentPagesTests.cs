using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Toolkit.Tests.Html;

/// <summary>Instruments on a page, as docs/page-contract.md promises them to the scripts.</summary>
public sealed class InstrumentPagesTests
{
    [Fact]
    public async Task The_controls_of_a_page_are_the_fields_of_its_instruments()
    {
        foreach (var (path, instrument) in new (string, Model.Instrument)[] { ("tools/fit.html", SampleSite.Assessment), ("tools/plan.html", SampleSite.Worksheet), ("tools/visit.html", SampleSite.Checklist) })
        {
            var form = (await Open(path)).QuerySelector(".instrument")!;
            var expected = instrument.BlankFields.Where(f => !f.IsPartner).Select(f => f.Id.Value);
            var found = form.QuerySelectorAll("[name]").Select(c => c.GetAttribute("name")!).Distinct();

            Assert.Equal(expected, found);
            Assert.All(form.QuerySelectorAll("[name]").DistinctBy(c => c.GetAttribute("name")), c => Assert.Matches("^[0-9a-f]{8}$", c.GetAttribute("data-wording")));
        }
    }

    [Fact]
    public async Task A_question_is_a_fieldset_and_does_not_apply_stands_apart()
    {
        var item = (await Open("tools/fit.html")).GetElementById("fit.doors")!;

        Assert.Equal("fieldset", item.LocalName);
        Assert.True(item.HasAttribute("data-critical"));
        Assert.Equal(["not-yet", "in-place", "does-not-apply"], item.QuerySelectorAll("input[type=radio]").Select(r => r.GetAttribute("value")));
        Assert.Equal("Does not apply", item.QuerySelector(".na")!.TextContent);
        Assert.False((await Open("tools/fit.html")).GetElementById("fit.light")!.HasAttribute("data-critical"));
    }

    [Fact]
    public async Task A_table_that_grows_carries_a_row_to_copy()
    {
        var page = await Open("tools/plan.html");
        var table = page.QuerySelector("table[data-table='plan.steps']")!;
        var template = (IHtmlTemplateElement)table.QuerySelector("template[data-row-template]")!;

        Assert.True(table.HasAttribute("data-can-grow"));
        Assert.Equal(["r1", "r2"], table.QuerySelectorAll("tbody tr").Select(r => r.GetAttribute("data-row")));
        Assert.Equal(["plan.steps.ROW.what", "plan.steps.ROW.done"], template.Content.QuerySelectorAll("input").Select(i => i.GetAttribute("name")));
        Assert.Equal(
            template.Content.FirstElementChild!.OuterHtml.Replace("ROW", "1", StringComparison.Ordinal),
            table.QuerySelector("tbody tr")!.OuterHtml.Replace("r1", "1", StringComparison.Ordinal));
        Assert.False(page.QuerySelector("table[data-table='plan.roles']")!.HasAttribute("data-can-grow"));
        Assert.Equal(["Leads", "Helps"], page.QuerySelectorAll("table[data-table='plan.roles'] tbody th").Select(h => h.TextContent));
    }

    [Fact]
    public async Task Rows_keep_their_roles_where_they_are_shown_as_cards()
    {
        foreach (var path in new[] { "tools/plan.html", "guide/weaving.html" })
        {
            var tables = (await Open(path)).QuerySelectorAll("table");
            Assert.NotEmpty(tables);
            Assert.All(tables, table =>
            {
                Assert.Equal("table", table.GetAttribute("role"));
                Assert.All(table.QuerySelectorAll("tr"), e => Assert.Equal("row", e.GetAttribute("role")));
                Assert.All(table.QuerySelectorAll("td"), e => Assert.Equal("cell", e.GetAttribute("role")));
                Assert.All(table.QuerySelectorAll("th"), e => Assert.Contains("header", e.GetAttribute("role"), StringComparison.Ordinal));
            });
        }
    }

    [Fact]
    public async Task Headings_go_down_one_step_at_a_time()
    {
        foreach (var path in new[] { "guide/weaving.html", "tools/fit.html", "tools/plan.html", "workbook.html" })
        {
            var levels = (await Open(path)).QuerySelectorAll("main h1, main h2, main h3, main h4, main h5").Select(h => h.LocalName[1] - '0').ToList();
            Assert.Equal(1, levels[0]);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
        }
    }

    [Fact]
    public async Task The_workbook_page_holds_every_instrument_once()
    {
        var tools = (await Open("workbook.html")).QuerySelectorAll("[data-part=instrument]").Select(f => f.GetAttribute("data-instrument"));

        Assert.Equal(["fit", "plan", "visit"], tools);
    }

    [Theory]
    [InlineData("tools/index.html", "noscript")]
    [InlineData("tools/fit.html", ".keep")]
    [InlineData("workbook.html", ".storage")]
    public async Task Where_answers_are_spoken_of_it_is_said_that_nothing_is_kept_without_script(string page, string place) =>
        Assert.Contains("what you fill in is not kept", (await Open(page)).QuerySelectorAll(place).Single(e => e.QuerySelector("strong") is not null).TextContent, StringComparison.Ordinal);

    /// <summary>Browsers take longer over many forms; that they keep nothing of what is typed is said of the form.</summary>
    [Fact]
    public async Task The_tools_of_the_workbook_page_are_parts_of_one_form_of_which_a_browser_keeps_nothing()
    {
        var page = await Open("workbook.html");
        var tools = page.QuerySelectorAll("[data-part=instrument]");
        var form = Assert.Single(tools.Select(t => t.Closest("form")).Distinct())!;

        Assert.Equal("off", form.GetAttribute("autocomplete"));
        Assert.All(tools, tool => Assert.Equal("form", tool.GetAttribute("role")));
        Assert.All(tools, tool => Assert.NotNull(page.GetElementById(tool.GetAttribute("aria-labelledby")!)));
    }

    [Fact]
    public async Task A_chapter_says_what_it_links_to_at_its_end()
    {
        var page = await Open("guide/weaving.html");

        Assert.Equal("A frame to weave on.", page.GetElementById("term-loom")!.NextElementSibling!.TextContent);
        Assert.Equal("#term-loom", page.QuerySelector("a.term")!.GetAttribute("href"));
        Assert.Equal("#ref-1", page.QuerySelector("#note-1 a")!.GetAttribute("href"));
        Assert.Equal("note-1", page.QuerySelector("#ref-1")!.GetAttribute("href")![1..]);
        Assert.Equal([".docx, 1 KB", ".pdf, 2 KB"], page.QuerySelectorAll("[data-part=downloads] .files li > span").Select(s => s.TextContent));
        Assert.Equal("1", page.QuerySelector("td.num")!.TextContent);
    }

    private static async Task<IHtmlDocument> Open(string path) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString((await SampleSite.Write(SampleSite.Site()))[path]));
}
