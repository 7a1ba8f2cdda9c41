using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>A tool begins with its first question, and what somebody needs while answering stays in view.</summary>
public sealed class FirstAnswerTests(GuideSite site)
{
    private const string Bakery = "Harbor Street Bakery", College = "Two Rivers College";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    [InlineData(320, 844)]
    public async Task The_first_question_stands_on_the_first_screen(int width, int height)
    {
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = width, Height = height });
        // On phones the bar stands at the foot.
        var first = await visit.Page.EvaluateAsync<double[]>("""
            () => [document.querySelector('.item .opt').getBoundingClientRect().bottom,
              document.querySelector('.keeper').getBoundingClientRect().top || innerHeight,
              document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth]
            """);
        Assert.True(first[0] < first[1], $"The first answer ends {first[0]} pixels down, and {first[1]} are in view");
        Assert.Equal(0, first[2]);
        visit.AssertQuiet();
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Whom_it_is_about_how_far_it_is_and_what_comes_next_stay_in_view(int width)
    {
        await using var visit = await site.OpenAsync(Team.Vetting, Screen.Of(width));
        var team = new Team(visit);
        await team.AddPartnerAsync(Bakery);
        await team.Option("partner-vetting.time-money-effort.answer", "mostly").CheckSteadyAsync();
        var line = team.Page.Locator(".slim");
        await line.GetByRole(AriaRole.Link, new() { Name = "Next open" }).ClickSteadyAsync();
        await Assertions.Expect(team.Field("partner-vetting.shared-goals.answer").First).ToBeFocusedAsync();
        await Assertions.Expect(line).ToBeInViewportAsync();
        await Assertions.Expect(line.Locator("summary").First).ToHaveTextAsync(Bakery);
        await Assertions.Expect(line.Locator("[data-part=progress]")).ToHaveTextAsync("1 of 18 answered");
        // What has the focus is not under the line.
        Assert.True(await team.Page.EvaluateAsync<bool>("() => document.activeElement.closest('.item').getBoundingClientRect().top >= document.querySelector('.slim').getBoundingClientRect().bottom"));

        await line.GetByText("Go to").ClickSteadyAsync();
        Assert.Empty(await visit.AxeAsync());
        await line.GetByRole(AriaRole.Link, new() { Name = "Size and structure" }).ClickSteadyAsync();
        await Assertions.Expect(line.Locator(".slim__go[open]")).ToHaveCountAsync(0);
        await Assertions.Expect(team.Page.GetByRole(AriaRole.Heading, new() { Name = "Size and structure" })).ToBeInViewportAsync();
        await line.GetByText("Go to").ClickSteadyAsync();
        await team.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(line.Locator(".slim__go > summary")).ToBeFocusedAsync();
        await Assertions.Expect(line.Locator(".slim__go[open]")).ToHaveCountAsync(0);

        await Assertions.Expect(line.GetByRole(AriaRole.Link, new() { Name = "Compare" })).ToHaveCountAsync(0);
        await team.AddPartnerAsync(College);
        // The questions begin anew for the next partner, wherever somebody was.
        await Assertions.Expect(team.Field("partner-vetting.time-money-effort.answer").First).ToBeInViewportAsync();
        await team.Option("partner-vetting.fair-pay.answer", "in-place").CheckSteadyAsync();
        await team.Field("partner-vetting.fair-pay.evidence").EvaluateAsync("e => { e.closest('details').open = true }");
        await team.Field("partner-vetting.fair-pay.evidence").FillAsync("A pay slip.");
        await team.SavedAsync();
        await line.GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickSteadyAsync();
        await visit.ArrivedAsync(Team.Everything);
        var pay = team.Page.Locator("[data-part=compare] tbody tr", new() { HasText = "Is the pay fair" });
        await Assertions.Expect(pay).ToContainTextAsync("They differ");
        await Assertions.Expect(pay.Locator("td")).ToContainTextAsync(["Still to ask", "How we know: A pay slip."]);
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task What_is_important_and_open_comes_first_in_results_and_plan_and_a_step_names_its_partner()
    {
        await using var visit = await site.OpenAsync(Team.Vetting);
        var team = new Team(visit);
        await team.AddPartnerAsync(Bakery);
        await team.Option("partner-vetting.time-money-effort.answer", "not-yet").CheckSteadyAsync();
        var results = team.Page.Locator("[data-part=results]");
        await results.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(results.Locator("h3").First).ToHaveTextAsync("Still to ask");
        await Assertions.Expect(results.Locator("ul").First.Locator("li")).ToHaveCountAsync(6);
        await team.SavedAsync();
        await team.GoAsync(Team.Everything);
        var plan = team.Page.Locator("[data-part=plan]");
        await plan.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(plan.Locator(".offer").First).ToContainTextAsync("Still to ask");
        await plan.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add to the plan ?: Is the pay fair") }).ClickSteadyAsync();
        await Assertions.Expect(plan.Locator("tbody textarea").First).ToHaveValueAsync($"Ask about pay, and what it costs to live here ({Bakery})");
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Zoomed_in_the_line_goes_with_the_page_and_a_notice_keeps_its_words()
    {
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Width = 320, Height = 256 });
        var team = new Team(visit);
        await team.AddPartnerAsync(Bakery);
        await team.Option("partner-vetting.time-money-effort.answer", "mostly").CheckSteadyAsync();
        await team.Page.Locator("[data-item=time-money-effort]").GetByRole(AriaRole.Button, new() { Name = "Clear this answer" }).ClickSteadyAsync();
        await Assertions.Expect(team.Notice.Locator(".notice__words")).ToBeVisibleAsync();
        Assert.Equal("relative", await team.Page.Locator(".slim").EvaluateAsync<string>("e => getComputedStyle(e).position"));
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"));
        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Without_script_everything_can_be_read_and_filled_in()
    {
        await using var visit = await site.OpenAsync(Team.Vetting, new VisitOptions { Script = false });
        await Assertions.Expect(visit.Page.GetByText("what you fill in is not kept")).ToBeVisibleAsync();
        await visit.Page.Locator(".intro > summary").ClickSteadyAsync();
        await Assertions.Expect(visit.Page.GetByText("Answer what you know today")).ToBeVisibleAsync();
        await visit.Page.Locator(".slim__go > summary").ClickSteadyAsync();
        await Assertions.Expect(visit.Page.Locator(".slim").GetByRole(AriaRole.Link, new() { Name = "Results" })).ToHaveCountAsync(0);
        await visit.Page.Locator(".slim").GetByRole(AriaRole.Link, new() { Name = "Size and structure" }).ClickSteadyAsync();
        await visit.Page.Locator("input[name='partner-vetting.complaints.answer']").First.CheckSteadyAsync();
    }
}
