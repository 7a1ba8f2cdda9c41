using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>A worksheet as a running text.</summary>
public sealed class DraftTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_agreement_is_taken_along_as_a_text_with_what_is_open_in_brackets(bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync("tools/agreement.html", new VisitOptions { FromDisk = fromDisk });
        var team = new Team(visit);
        await team.StartedAsync();
        await team.AddPartnerAsync("Harbor Street Bakery");
        await team.Field("agreement.mission").FillAsync("Fair work.\nGood bread.");
        await team.Field("agreement.begins").FillAsync("2027-01-11");
        await team.SavedAsync();
        var panel = team.Page.Locator("[data-part=downloads]");
        await panel.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Draft of the agreement" })).ToBeVisibleAsync();
        var download = await team.Page.RunAndWaitForDownloadAsync(() => panel.Locator("[data-report=docx]").ClickSteadyAsync());
        Assert.StartsWith("agreement draft", download.SuggestedFilename, StringComparison.Ordinal);
        var path = folder.File(download.SuggestedFilename);
        await download.SaveAsAsync(path);

        var text = OfficeFiles.WordParagraphs(path);
        Assert.Contains("Draft of the agreement", text);
        Assert.Contains("What we share", text);
        Assert.Contains("Our shared mission: Fair work.\nGood bread.", text);
        Assert.Contains("It begins on: Jan 11, 2027", text);
        Assert.Contains("[Not yet agreed: Who pays for what]", text);
        Assert.Contains(OfficeFiles.WordRows(path), r => r is ["About", "Harbor Street Bakery"]);
        Assert.DoesNotContain(text, t => t.Contains("Think of wages", StringComparison.Ordinal));
        visit.AssertQuiet();
    }
}
