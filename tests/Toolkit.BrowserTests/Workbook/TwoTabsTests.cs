using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>Two tabs in which somebody writes in the same place at the same time.</summary>
public sealed class TwoTabsTests(GuideSite site)
{
    private const string Empty = "community-map.empty-sectors";

    // What a page tells other tabs is told from speak() on: on a slow machine, too, both have begun before they hear of each other.
    private static readonly string SpeaksLater = Script.Named("speak-later");

    private static readonly string[] Mine = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    private static readonly string[] Theirs = ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho"];

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("community-map.organizations.r1.strengths", 1280)]
    [InlineData(Empty, 320)]
    public async Task Words_typed_in_turns_into_the_same_field_stand_in_it_or_beside_it(string field, int width)
    {
        await using var visit = await site.OpenAsync(Team.Everything, new VisitOptions { Width = width });
        var first = new Team(visit);
        await first.KeepOnThisComputerAsync();
        await visit.Context.AddInitScriptAsync(SpeaksLater);
        await first.GoAsync(Team.Map);
        var second = await first.InAnotherTabAsync(Team.Map);
        foreach (var team in new[] { first, second })
        {
            await team.MoreOf("r1").EvaluateAsync("summary => { summary.parentElement.open = true }");
        }

        await first.Field(field).FocusAsync();
        await second.Field(field).FocusAsync();

        // Within what a tab waits before it writes, about that long, and longer.
        foreach (var (word, i) in Mine.Select((word, i) => (word, i)))
        {
            await first.Page.Keyboard.TypeAsync(i == 0 ? word : $" {word}", new() { Delay = i % 3 * 60 });
            await second.Page.Keyboard.TypeAsync(i == 0 ? Theirs[i] : $" {Theirs[i]}", new() { Delay = i % 4 * 70 });
            if (i == 0)
            {
                await first.Page.EvaluateAsync("() => speak()");
                await second.Page.EvaluateAsync("() => speak()");
            }
        }

        // Nobody's text was changed under their hands.
        await Assertions.Expect(first.Field(field)).ToHaveValueAsync(string.Join(' ', Mine));
        await Assertions.Expect(second.Field(field)).ToHaveValueAsync(string.Join(' ', Theirs));
        await Assertions.Expect(Beside(first, field)).ToContainTextAsync($"“{string.Join(' ', Theirs)}”");
        await Assertions.Expect(Beside(second, field)).ToContainTextAsync($"“{string.Join(' ', Mine)}”");
        Assert.Empty(await visit.AxeAsync());

        await first.ReloadAsync();
        await second.SavedAsync();
        await second.Page.CloseAsync();
        var third = await first.InAnotherTabAsync(Team.Map);
        foreach (var team in new[] { first, third })
        {
            await team.Page.EvaluateAsync("() => speak()");
        }

        foreach (var team in new[] { first, third })
        {
            await StandsAsync(team, field, [.. Mine, .. Theirs]);
        }

        // By keyboard, and undone; then again. Both tabs agree.
        var other = await third.Field(field).InputValueAsync();
        var add = Beside(first, field).GetByRole(AriaRole.Button, new() { Name = "Add it at the end" });
        await add.FocusAsync();
        await first.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(first.Field(field)).ToBeFocusedAsync();
        await Assertions.Expect(Beside(third, field)).ToHaveCountAsync(0);
        await first.Page.Keyboard.PressAsync("Control+Alt+z");
        await Assertions.Expect(first.Field(field)).ToHaveValueAsync(other);
        await Assertions.Expect(Beside(third, field)).ToHaveCountAsync(1);
        await add.ClickSteadyAsync();
        foreach (var team in new[] { first, third })
        {
            await Assertions.Expect(Beside(team, field)).ToHaveCountAsync(0);
            await StandsAsync(team, field, [.. Mine, .. Theirs]);
        }

        visit.AssertQuiet();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_step_of_the_plan_and_a_name_that_two_tabs_write_at_once_are_asked_about()
    {
        await using var visit = await site.OpenAsync(Team.Everything);
        var first = new Team(visit);
        await first.KeepOnThisComputerAsync();
        await first.GoAsync(Team.Vetting);
        await first.AddPartnerAsync("Bakery");
        await first.SavedAsync();
        var second = await first.InAnotherTabAsync(Team.Vetting);
        await RenameAsync(first);
        await RenameAsync(second);
        await EnterAsync(first, "Harbor Bakery");
        await Assertions.Expect(second.Page.Locator(".who [aria-current]")).ToContainTextAsync("Harbor Bakery");
        await EnterAsync(second, "Main Street Bakery");
        foreach (var team in new[] { first, second })
        {
            await Assertions.Expect(team.Page.Locator(".who [aria-current]")).ToContainTextAsync("Main Street Bakery");
            await Assertions.Expect(OtherName(team)).ToContainTextAsync("“Harbor Bakery”");
        }

        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Let it go" }).ClickSteadyAsync();
        await Assertions.Expect(OtherName(second)).ToHaveCountAsync(0);
        await Assertions.Expect(second.Page.Locator(".who [aria-current]")).ToContainTextAsync("Main Street Bakery");

        await first.GoAsync(Team.Everything);
        await first.AddStepAsync("Ask");
        await first.SavedAsync();
        // Each hears of the other where it writes.
        await visit.DeafenAsync();
        await PlanAsync(first);
        await PlanAsync(second);
        await WriteStepAsync(first, " the bakery");
        await WriteStepAsync(second, " the college");
        await first.Page.Keyboard.TypeAsync("!");
        await first.SavedAsync();
        await Assertions.Expect(Step(first)).ToHaveValueAsync("Ask the bakery!");
        await Assertions.Expect(OtherStep(first)).ToContainTextAsync("“Ask the college”");
        await Assertions.Expect(Step(second)).ToHaveValueAsync("Ask the college");
        await OtherStep(second).GetByRole(AriaRole.Button, new() { Name = "Use this instead" }).ClickSteadyAsync();
        await Assertions.Expect(Step(second)).ToHaveValueAsync("Ask the bakery");
        await Assertions.Expect(Step(second)).ToBeFocusedAsync();
        await second.SavedAsync();
        await PlanAsync(second);
        // What was written on there meanwhile is another text.
        await Assertions.Expect(OtherStep(second)).ToContainTextAsync("“Ask the bakery!”");
        visit.AssertQuiet();

        static ILocator OtherName(Team team) => team.Page.Locator("[data-part=partners] .say:has(.answer)");

        static ILocator OtherStep(Team team) => team.Page.Locator("[data-part=plan] tbody tr").First.Locator(".say:has(.answer)");

        static ILocator Step(Team team) => team.Page.Locator("[data-part=plan] textarea").First;

        static async Task PlanAsync(Team team)
        {
            await team.GoAsync(Team.Everything);
            await team.Page.Locator("[data-part=plan]").DispatchEventAsync("focusin");
        }

        static async Task WriteStepAsync(Team team, string text)
        {
            await Step(team).FocusAsync();
            await team.Page.Keyboard.PressAsync("Control+End");
            await team.Page.Keyboard.TypeAsync(text);
            await team.SavedAsync();
        }

        static async Task RenameAsync(Team team)
        {
            await team.OpenPartnersAsync();
            await team.Page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickSteadyAsync();
        }

        static async Task EnterAsync(Team team, string name)
        {
            await team.Page.GetByLabel("Name of the partner").FillAsync(name);
            await team.Page.Keyboard.PressAsync("Enter");
        }
    }

    private static ILocator Beside(Team team, string field) => team.Page.Locator($"[id=\"{field}:beside\"] .say");

    private static Task StandsAsync(Team team, string field, string[] words) => team.Page.WaitForFunctionAsync(
        """
        ([field, words]) => {
          const beside = [...document.getElementById(field + ':beside')?.querySelectorAll('.answer') ?? []].map(text => text.textContent.slice(1, -1))
          const standing = [document.getElementById(field).value, ...beside].join(' ').split(/\s+/)
          return words.every(word => standing.includes(word))
        }
        """,
        new object[] { field, words });
}
