using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>How somebody who is new to the guide finds what they came for, in each language.</summary>
public sealed class WaysTests
{
    [Theory]
    [InlineData("", "Where do we stand? 12 questions, a good first step")]
    [InlineData("es/", "¿Dónde estamos? 12 preguntas, un buen primer paso")]
    public async Task The_home_page_offers_the_first_step_beside_the_reading(string folder, string says)
    {
        var buttons = (await Page(folder + "index.html")).QuerySelectorAll(".hero .btns a");

        Assert.Equal(3, buttons.Length);
        Assert.Equal(says, Said(buttons[1]));
        Assert.EndsWith(folder + "tools/readiness.html", buttons[1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The map")]
    [InlineData("es/", "El mapa")]
    public async Task The_page_of_the_map_begins_with_organizations_and_leads_to_the_map(string folder, string says)
    {
        var page = await Page(folder + "tools/community-map.html");
        var form = page.QuerySelector(".instrument")!;
        var ways = page.QuerySelectorAll(".slim__go a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal("community-map.organizations.r1.who", form.QuerySelector("input, select, textarea")!.GetAttribute("name"));
        Assert.Equal(["community-map:on-the-map", "community-map.organizations::map", "community-map:what-we-have", "community-map:what-it-shows"], ways.Take(4).Select(way => way[1..]));
        Assert.All(ways, way => Assert.NotNull(page.GetElementById(way[1..])));
        Assert.Equal(says, Said(page.QuerySelectorAll(".slim__go a")[1]));
        Assert.Equal("map", page.GetElementById("community-map.organizations::map")!.GetAttribute("data-part"));
    }

    [Theory]
    [InlineData("", "Text to read and quote", "Word, text alone", "Word, text alone of Community relationships")]
    [InlineData("es/", "Texto para leer y citar", "Word, solo el texto", "Word, solo el texto de Relaciones con la comunidad")]
    public async Task The_text_of_a_chapter_is_offered_behind_its_blank_forms_and_says_what_it_is(string folder, string heading, string seen, string heard)
    {
        var panel = (await Page(folder + "guide/community.html")).QuerySelector("[data-part=downloads]")!;
        var link = panel.QuerySelector("a[href$='-text.docx']")!;

        Assert.Equal(heading, Said(panel.QuerySelectorAll("h3")[1]));
        Assert.Equal(heard, Said(link));
        foreach (var hidden in link.QuerySelectorAll(".vh").ToList())
        {
            hidden.Remove();
        }

        Assert.Equal(seen, Said(link));
    }

    [Theory]
    [InlineData("", "To take answers into this workbook, use Open a file or Bring answers back, which lead to the same place; to see what others answered beside yours, use Open files of colleagues.")]
    [InlineData("es/", "Para traer respuestas a este cuaderno, use Abrir un archivo o Traer respuestas, que llevan al mismo lugar; para ver lo que respondieron otras personas junto a lo suyo, use Abrir archivos de colegas.")]
    public async Task The_workbook_says_which_way_in_is_for_what(string folder, string says)
    {
        var page = await Page(folder + "workbook.html");
        var sentence = page.QuerySelector("nav + p[data-needs-script]")!;

        Assert.Equal(says, Said(sentence));
        Assert.All(sentence.QuerySelectorAll("a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
    }

    private static async Task<IDocument> Page(string path) =>
        new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(await BuiltGuide.Output, path), TestContext.Current.CancellationToken));

    private static string Said(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
