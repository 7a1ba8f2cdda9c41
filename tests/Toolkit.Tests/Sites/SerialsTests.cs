using System.Text.RegularExpressions;
using Toolkit.Tests.Docx;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>The number of a field in a Word file stays with it, whatever is added before it or taken away.</summary>
public sealed partial class SerialsTests
{
    private const string Page = "tools/talk.md";

    [Fact]
    public async Task A_field_keeps_its_number_when_others_come_and_go()
    {
        using var site = await new SiteRun().WithPage(Page, Sheet("hope", "fear"), "{ Title: Talk, Layout: tool }").Run("serials");
        Assert.Contains("Added 2 numbers to input/serials.yml.", site.Console, StringComparison.Ordinal);

        await site.WithPage(Page, Sheet("first", "fear", "hope"), "{ Title: Talk, Layout: tool }").Build();
        Assert.Equal(["first 3", "fear 2", "hope 1"], Numbers(site));
        Assert.Contains("warning TK4003: 'talk' has a field without a number that stays: talk.first.", site.Console, StringComparison.Ordinal);

        await site.Run("serials");
        await site.WithPage(Page, Sheet("later", "first", "fear"), "{ Title: Talk, Layout: tool }").Build();
        Assert.Equal(["later 4", "first 3", "fear 2"], Numbers(site));

        await site.Run("serials");
        await site.Build();
        Assert.Empty(site.Problems);
        var serials = await File.ReadAllTextAsync(Path.Combine(site.Root, "input/serials.yml"), TestContext.Current.CancellationToken);
        Assert.EndsWith("talk:\n- talk.hope\n- talk.fear\n- talk.first\n- talk.later\n", serials, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talk: [talk.hope, talk.hope]", "'talk.hope' stands twice in the list of 'talk'.")]
    [InlineData("talk: [talk.hope, Not an id]", "The list of 'talk' holds 'Not an id'.")]
    [InlineData("talk: talk.hope", "The list of 'talk' holds no ids.")]
    public async Task A_list_that_somebody_changed_by_hand_is_refused(string list, string words)
    {
        using var site = await new SiteRun().With("serials.yml", "\n" + list + "\n").WithPage(Page, Sheet("hope"), "{ Title: Talk, Layout: tool }").Build();

        Assert.Equal([$"input/serials.yml:2:1: error TK1050: {words}"], site.Problems);
    }

    private static string Sheet(params string[] fields) => $"::: worksheet {{#talk}}\n{string.Concat(fields.Select(f => $"- About {f} {{#{f}}}\n"))}:::";

    private static IEnumerable<string> Numbers(SiteRun site) =>
        from mark in Mark().Matches(DocxOutline.Parts(site.Bytes("downloads/talk.docx"))["word/document.xml"].ToString())
        select $"{mark.Groups[2].Value} {mark.Groups[1].Value}";

    [GeneratedRegex("""w:name="tk_[a-z0-9]{6}_(\d+)".*?w:tag w:val="talk\.([a-z]+)""", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
