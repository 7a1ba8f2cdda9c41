using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>A file is made as soon as somebody comes near its button: what changes before the press is in it all the same.</summary>
public sealed class PreparedFilesTests(GuideSite site)
{
    [Fact(Timeout = GuideSite.Limit)]
    public async Task An_answer_that_is_changed_or_erased_before_the_press_is_in_no_file()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        await team.Cell("r1", "who").FillAsync("Harbor Street Bakery");
        Assert.Contains("Harbor Street Bakery", await TextAsync(team, folder), StringComparison.Ordinal);

        await team.Cell("r1", "who").FillAsync("Two Rivers College");
        var changed = await TextAsync(team, folder);
        Assert.Contains("Two Rivers College", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbor Street Bakery", changed, StringComparison.Ordinal);

        await team.EraseEverythingAsync();
        Assert.DoesNotContain("Two Rivers College", await TextAsync(team, folder), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_file_is_about_the_partner_who_was_chosen_last()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.AddPartnerAsync("Two Rivers College");
        Assert.Contains("Two Rivers College", await TextAsync(team, folder), StringComparison.Ordinal);

        await team.OpenPartnersAsync();
        await team.Page.Locator(".who__pick").Filter(new() { HasText = "Harbor Street Bakery" }).ClickSteadyAsync();
        var other = await TextAsync(team, folder);
        Assert.Contains("Harbor Street Bakery", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Two Rivers College", other, StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    /// <summary>All text of the page's Word file.</summary>
    private static async Task<string> TextAsync(Team team, TemporaryFolder folder) =>
        OfficeFiles.WordText(await team.DownloadAsync("docx", folder.Path));
}
