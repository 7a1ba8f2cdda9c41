using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Journeys;

/// <summary>Answers given on a page leave in a file and come back from it, with nothing lost.</summary>
public sealed class AnswersTravelTests(GuideSite site)
{
    [Theory(Timeout = GuideSite.LongLimit)]
    [InlineData("tools/expectations.html", "expectations", "docx", false)]
    [InlineData("tools/expectations.html", "expectations", "pdf", false)]
    [InlineData("tools/readiness.html", "readiness", "docx", false)]
    [InlineData("tools/readiness.html", "readiness", "pdf", false)]
    [InlineData("tools/first-meeting.html", "first-meeting", "pdf", false)]
    [InlineData("tools/privacy-plan.html", "privacy-plan", "docx", false)]
    [InlineData("guide/vetting.html", "partner-vetting", "docx", true)]
    [InlineData("guide/vetting.html", "partner-vetting", "pdf", true)]
    public async Task What_was_filled_in_comes_back_from_the_file(string page, string instrument, string format, bool fromDisk)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File($"filled.{format}");
        var options = new VisitOptions { FromDisk = fromDisk };
        SortedDictionary<string, string> given;
        await using (var here = await site.OpenAsync(page, options))
        {
            await Answers.FillAsync(here.Page, instrument);
            given = await Answers.HeldAsync(here.Page);
            Assert.NotEmpty(given);
            // The buttons are made when the section comes near the screen.
            await here.Page.Locator("[data-part=downloads]").ScrollIntoViewIfNeededAsync();
            var download = await here.Page.RunAndWaitForDownloadAsync(() => here.Page.Locator($"[data-fill={format}]").ClickSteadyAsync(), new PageRunAndWaitForDownloadOptions { Timeout = 60_000 });
            await download.SaveAsAsync(file);
            here.AssertQuiet();
        }

        await using var there = await site.OpenAsync(page, options);
        await ReadBackAsync(there.Page, file);

        Assert.Equal(given, await Answers.HeldAsync(there.Page));
        there.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answers_survive_a_reload(bool fromDisk)
    {
        await using var visit = await site.OpenAsync("tools/expectations.html", new VisitOptions { FromDisk = fromDisk });
        await Answers.FillAsync(visit.Page, "expectations");
        var given = await Answers.HeldAsync(visit.Page);

        await visit.Page.ReloadAsync();
        await visit.StartedAsync();

        await Answers.AssertHeldAsync(visit.Page, given);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task An_answer_in_the_chapter_is_the_answer_on_the_tool_page()
    {
        await using var visit = await site.OpenAsync("tools/readiness.html");
        await Answers.FillAsync(visit.Page, "readiness");
        var given = await Answers.HeldAsync(visit.Page);

        await visit.GoAsync("workbook.html");
        await new Team(visit).OpenToolAsync("readiness");

        await Answers.AssertHeldAsync(visit.Page, given, "readiness.");
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_form_can_be_filled_without_script_and_says_that_nothing_is_kept()
    {
        await using var visit = await site.OpenAsync("tools/expectations.html", new VisitOptions { Script = false });

        await visit.Page.Locator(".instrument textarea").First.FillAsync("We agree.");

        Assert.Equal("We agree.", await visit.Page.Locator(".instrument textarea").First.InputValueAsync());
        await Assertions.Expect(visit.Page.GetByText("what you fill in is not kept")).ToBeVisibleAsync();
    }

    /// <summary>Chooses a file, says whom it is about if asked, and takes every answer.</summary>
    internal static async Task ReadBackAsync(IPage page, string file)
    {
        var section = page.Locator("[data-part=read-back]").First;
        await section.ScrollIntoViewIfNeededAsync();
        await section.Locator("input[type=file]").SetInputFilesAsync(file);
        var compare = section.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Compare" });
        var all = section.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Choose all" });
        await compare.Or(all).First.WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        if (await compare.IsVisibleAsync())
        {
            await compare.ClickSteadyAsync();
        }

        await all.ClickSteadyAsync();
        await section.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new System.Text.RegularExpressions.Regex("^Take ") }).ClickSteadyAsync();
        await section.GetByText("taken from the file").WaitForAsync();
    }
}
