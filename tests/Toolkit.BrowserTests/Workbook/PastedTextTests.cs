using System.Text.Json;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Text from elsewhere brings more along than its words: what is kept of it, and what travels.</summary>
public sealed class PastedTextTests(GuideSite site)
{
    private const string Pasted = "\u200bone\vtwo\u2028three\u0085four\0\x1f\tfive\r\nsix\ufeff _x000A_ \u202bseven\ud83d\ude42\u202c";
    private const string OneLine = "one two three four five six _x000A_ \u202bseven\ud83d\ude42\u202c";
    private const string Lines = "one\ntwo\nthree\nfour five\nsix _x000A_ \u202bseven\ud83d\ude42\u202c";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("docx")]
    [InlineData("pdf")]
    public async Task Pasted_text_is_kept_clean_while_somebody_goes_on_writing_and_comes_back_without_a_difference(string format)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.KeepOnThisComputerAsync(Team.Map);
        var line = team.Cell("r1", "who");
        var lines = team.Field("community-map.assets.individual.offer");
        foreach (var field in new[] { line, lines })
        {
            await field.FocusAsync();
            await team.Page.Keyboard.InsertTextAsync(Pasted);
        }

        // Whoever goes on in the middle stays there, also when another tab makes this one show its answers anew.
        await lines.PressAsync("ControlOrMeta+Home");
        await lines.PressAsync("ArrowRight");
        await team.Page.Keyboard.TypeAsync("A ");
        await team.SavedAsync();
        var other = await team.InAnotherTabAsync(Team.Map);
        await other.Cell("r2", "who").FillAsync("From another tab");
        await Assertions.Expect(team.Cell("r2", "who")).ToHaveValueAsync("From another tab");
        await team.Page.Keyboard.TypeAsync("and ");
        Assert.Equal(0, await team.Page.Locator(".say:visible", new() { HasText = "not among the choices" }).CountAsync());
        await team.SavedAsync();

        var saved = JsonDocument.Parse(await team.FileAsync()).RootElement.GetProperty("subjects").GetProperty("agency").GetProperty("answers");
        var written = saved.GetProperty("community-map.assets.individual.offer").GetProperty("value").GetString();
        Assert.Equal(OneLine, saved.GetProperty("community-map.organizations.r1.who").GetProperty("value").GetString());
        Assert.Equal(Lines.Length + "A and ".Length, written?.Replace("\u200b", "", StringComparison.Ordinal).Length);
        Assert.Contains("A and ", written, StringComparison.Ordinal);

        await team.ReloadAsync();
        await Assertions.Expect(line).ToHaveValueAsync(OneLine);
        Assert.Equal(written, await lines.InputValueAsync());
        var file = await team.DownloadAsync(format, folder.Path);
        await team.ChooseFilesAsync(file);
        await team.Page.GetByText("Nothing in this file differs").WaitForAsync();
        visit.AssertQuiet();
    }
}
