using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Xunit;

namespace Toolkit.BrowserTests.Journeys;

/// <summary>Leaving quickly: by the button, by Shift three times, without script; and whoever works with Shift stays.</summary>
public sealed class ExitTests(GuideSite site)
{
    private const string Tool = "tools/expectations.html";

    /// <summary>
    /// Journeys with Shift that a mouse and keys of Playwright's cannot make: other keyboards, programs that write, remote
    /// desktops. Each is three times what it says; k is a key of Shift that goes down or up.
    /// </summary>
    private static readonly (string What, string Script)[] Elsewhere =
    [
        ("the window loses the focus, and the key comes up elsewhere", "k('keydown'); dispatchEvent(new Event('blur'))"),
        ("the window loses the focus while the key is down", "k('keydown'); dispatchEvent(new Event('blur')); k('keyup')"),
        ("the tab is hidden while the key is down", "k('keydown'); document.dispatchEvent(new Event('visibilitychange')); k('keyup')"),
        ("both keys of Shift", "k('keydown'); k('keydown', { code: 'ShiftRight' }); k('keyup'); k('keyup', { code: 'ShiftRight' })"),
        ("a key that is held", "k('keydown'); for (let i = 0; i < 9; i++) k('keydown', { repeat: true }); if (last) k('keyup')"),
        ("a key that is held, where it does not say so", "for (let i = 0; i < 9; i++) k('keydown'); if (last) k('keyup')"),
        ("a capital, where the key that is held does not say so", "k('keydown'); k('keydown', { key: 'A', code: 'KeyA' }); k('keyup', { key: 'A', code: 'KeyA' }); k('keydown'); k('keyup')"),
        ("a key that another one was down before", "k('keydown', { key: 'a', code: 'KeyA' }); k('keydown'); k('keyup', { key: 'a', code: 'KeyA' }); k('keyup')"),
        ("an input method composes", "k('keydown', { isComposing: true }); k('keyup', { isComposing: true })"),
        ("an input method takes the key", "k('keydown', { key: 'Process' }); k('keyup')"),
        ("another layout, by Alt and Shift", "k('keydown', { key: 'Alt', code: 'AltLeft' }); k('keydown', { altKey: true }); k('keyup', { key: 'Alt', code: 'AltLeft' }); k('keyup')"),
        ("another layout, by Shift and Control", "k('keydown'); k('keydown', { key: 'Control', code: 'ControlLeft' }); k('keyup'); k('keyup', { key: 'Control', code: 'ControlLeft' })"),
        ("words that are dictated in between", "k('keydown'); k('keyup'); at.dispatchEvent(new InputEvent('input', { bubbles: true }))"),
        ("a press of a program that reads the screen in between", "k('keydown'); k('keyup'); at.click()"),
        ("a file that is dragged", "k('keydown'); at.dispatchEvent(new DragEvent('dragover', { bubbles: true })); k('keyup')"),
        ("a scroll bar that is drawn", "k('keydown'); const scroll = new Event('scroll'); Object.defineProperty(scroll, 'timeStamp', { value: scroll.timeStamp + 200 }); document.dispatchEvent(scroll); k('keyup')"),
    ];

    /// <summary>A page scrolls by itself too: to keep in sight what has the focus, or on from an earlier turn of a wheel.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_page_that_scrolls_by_itself_can_be_left()
    {
        await using var visit = await site.OpenAsync(Tool);
        var left = await FarAwayAsync(visit);
        await visit.Page.EvaluateAsync(
            """
            () => {
              for (let press = 0; press < 3; press++) {
                dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', code: 'ShiftLeft' }))
                document.dispatchEvent(new Event('scroll'))
                dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift', code: 'ShiftLeft' }))
              }
            }
            """);
        await left;
        await visit.LeftAsync();
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task Shift_as_part_of_other_work_does_not_leave()
    {
        await using var visit = await site.OpenAsync(Tool);
        var (page, keys, mouse) = (visit.Page, visit.Page.Keyboard, visit.Page.Mouse);
        var field = page.Locator(".instrument textarea").First;
        await field.FillAsync("Canary words");
        var box = (await field.BoundingBoxAsync())!;
        var (x, y) = (box.X + 20, box.Y + 20);
        async Task WithShiftAsync(Func<Task> act)
        {
            await keys.DownAsync("Shift");
            await act();
            await keys.UpAsync("Shift");
        }

        var journeys = new List<(string What, Func<int, Task> Once)>
        {
            ("capitals", n => WithShiftAsync(() => keys.PressAsync("ABC"[n].ToString()))),
            ("selecting by arrows", _ => keys.PressAsync("Shift+ArrowRight")),
            ("going back by Tab", _ => keys.PressAsync("Shift+Tab")),
            ("a menu by keys", _ => keys.PressAsync("Shift+F10")),
            ("a click", _ => WithShiftAsync(() => mouse.ClickAsync(x, y))),
            ("a click in between", async _ =>
            {
                await keys.PressAsync("Shift");
                await mouse.ClickAsync(x, y);
            }),
            ("a menu by the mouse", _ => WithShiftAsync(() => mouse.ClickAsync(x, y, new() { Button = MouseButton.Right }))),
            ("the wheel", _ => WithShiftAsync(async () =>
            {
                // The browser's own thread hands it on later.
                var turned = page.EvaluateAsync("() => new Promise(done => addEventListener('wheel', () => done(), { once: true, capture: true }))");
                await page.EvaluateAsync("() => 0");
                await mouse.WheelAsync(0, 40);
                await turned;
            })),
            ("dragging", async n =>
            {
                await mouse.MoveAsync(x, y);
                await mouse.DownAsync();
                await WithShiftAsync(() => mouse.MoveAsync(x + 30 + n, y));
                await mouse.UpAsync();
            }),
            ("dragging that began before", async n =>
            {
                if (n == 0)
                {
                    await mouse.MoveAsync(x, y);
                    await mouse.DownAsync();
                }

                await WithShiftAsync(() => mouse.MoveAsync(x + 40 + n, y));
                if (n == 2)
                {
                    await mouse.UpAsync();
                }
            }),
        };
        foreach (var (what, script) in Elsewhere)
        {
            journeys.Add((what, n => page.EvaluateAsync(
                $$"""
                last => {
                  const at = document.activeElement
                  const k = (type, more) => at.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', code: 'ShiftLeft', bubbles: true, ...more }))
                  {{script}}
                }
                """,
                n == 2)));
        }

        foreach (var (what, once) in journeys)
        {
            await field.FocusAsync();
            // What was pressed before is over.
            await keys.PressAsync("End");
            for (var n = 0; n < 3; n++)
            {
                await once(n);
            }

            Assert.True(await page.Locator(".instrument").CountAsync() > 0, $"Shift as part of other work left the page: {what}.");
        }

        visit.AssertQuiet();
    }

    /// <summary>A dialog makes the rest of the page inert, its bar too.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(320, 640, "press")]
    [InlineData(320, 256, "Tab")]
    [InlineData(1280, 900, "press")]
    [InlineData(1280, 900, "Shift")]
    public async Task A_dialog_has_an_exit_of_its_own_where_that_of_the_page_is(int width, int height, string how)
    {
        await using var visit = await site.OpenAsync(Tool, new VisitOptions { Width = width, Height = height });
        var page = visit.Page;
        await page.Locator(".instrument textarea").First.FillAsync("Canary words");
        var before = (await page.Locator(".keeper a[data-part=exit]").BoundingBoxAsync())!;
        var left = await FarAwayAsync(visit);
        await AskToEraseAsync(page);
        var dialog = page.GetByRole(AriaRole.Dialog);
        var exit = dialog.GetByRole(AriaRole.Link, new() { Name = "Exit this page" });
        var at = (await exit.BoundingBoxAsync())!;
        Assert.True(at.X >= 0 && at.Y >= 0 && at.X + at.Width <= width && at.Y + at.Height <= height, $"The exit is out of view: {at.X}, {at.Y}.");
        Assert.InRange(at.X, before.X - 1, before.X + 1);
        Assert.True(await exit.EvaluateAsync<bool>("exit => { const { x, y, width, height } = exit.getBoundingClientRect(); return exit.contains(document.elementFromPoint(x + width / 2, y + height / 2)) }"), "Something covers the exit.");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Keep them" })).ToBeFocusedAsync();

        if (how == "press")
        {
            Assert.Empty(await visit.AxeAsync());
            await page.Mouse.ClickAsync(at.X + (at.Width / 2), at.Y + (at.Height / 2));
        }
        else if (how == "Tab")
        {
            await page.Keyboard.PressAsync("Shift+Tab");
            await Assertions.Expect(exit).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await page.Keyboard.PressAsync("Shift");
            // What is outside of the dialog is read to nobody.
            await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("Shift, press 2 more times to exit.");
            await page.Keyboard.PressAsync("Shift");
            await page.Keyboard.PressAsync("Shift");
        }

        await left;
        await visit.LeftAsync();
        await visit.GoAsync(Tool);
        Assert.Empty(await Answers.HeldAsync(page));
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_dialog_that_is_closed_gives_back_the_focus_and_what_counts_the_presses()
    {
        await using var visit = await site.OpenAsync(Tool);
        var page = visit.Page;
        var erase = page.Locator("[data-keeper-erase]");
        await erase.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(erase).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift");
        await Assertions.Expect(page.Locator("body > .vh[role=status]")).ToHaveTextAsync("Shift, press 2 more times to exit.");
    }

    /// <summary>What was asked for before somebody left, and comes after, shows and saves nothing.</summary>
    [Fact(Timeout = GuideSite.Limit)]
    public async Task Nothing_that_comes_late_shows_after_leaving()
    {
        await using var visit = await site.OpenAsync("index.html");
        var page = visit.Page;
        var (late, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        try
        {
            await page.RouteAsync("**/assets/fields.*.js", async route =>
            {
                await late.Task;
                await route.ContinueAsync();
            });
            // The other site takes its time: the page is still there.
            await visit.Context.RouteAsync(url => !url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal), async route =>
            {
                await never.Task;
                await route.AbortAsync();
            });
            // While the other site is waited for, a page answers no question, but tells.
            var told = page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.StartsWith("In sight:", StringComparison.Ordinal) });
            await page.EvaluateAsync(
                """
                () => {
                  const { provide } = toolkit
                  toolkit.provide = (name, value) => {
                    provide(name, value)
                    // What waits for the script runs before this.
                    if (name === 'fields') setTimeout(() => { console.log('In sight: ' + [...document.body.children].map(child => child.className)) })
                  }
                  document.querySelector('[data-keeper-erase]').click()
                  document.querySelector('.keeper a[data-part=exit]').click()
                }
                """);
            late.SetResult();
            Assert.Equal("In sight: exit-cover", (await told).Text);
        }
        finally
        {
            late.TrySetResult();
            never.SetResult();
        }
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("file", false)]
    [InlineData("file", true)]
    [InlineData("tab", false)]
    [InlineData("tab", true)]
    [InlineData("full", false)]
    [InlineData("full", true)]
    [InlineData("blocked", false)]
    public async Task Leaving_quickly_is_never_asked_about(string state, bool byShift)
    {
        await using var visit = await site.OpenAsync(Team.Map);
        var team = new Team(visit);
        if (state == "file")
        {
            await team.KeepInFileAsync();
            await team.GoAsync(Team.Map);
        }
        else if (state != "tab")
        {
            await team.Page.EvaluateAsync($"() => {{ Storage.prototype.setItem = () => {{ throw new DOMException('', '{(state == "full" ? "QuotaExceededError" : "SecurityError")}') }} }}");
        }

        await team.Cell("r1", "who").FillAsync("Canary words");
        await (state switch
        {
            "file" => team.Status.Filter(new() { HasText = "not in your file yet" }),
            "tab" => team.Status.Filter(new() { HasText = "saved" }),
            _ => team.Page.Locator(".keeper--trouble"),
        }).WaitForAsync();
        var asked = new List<string>();
        team.Page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            _ = dialog.AcceptAsync();
        };
        var left = await FarAwayAsync(visit);
        if (byShift)
        {
            for (var press = 0; press < 3; press++)
            {
                await team.Page.Keyboard.PressAsync("Shift");
            }
        }
        else
        {
            await team.Page.Locator(".keeper a[data-part=exit]").ClickSteadyAsync();
        }

        await left;
        await visit.LeftAsync();
        Assert.Empty(asked);
    }

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaving_erases_the_tab_and_blanks_the_page(bool byKeyboard)
    {
        await using var visit = await site.OpenAsync("tools/expectations.html");
        await visit.Page.Locator(".instrument textarea").First.FillAsync("Canary words");
        var before = await visit.Page.EvaluateAsync<int>("() => history.length");
        var left = await FarAwayAsync(visit);
        if (byKeyboard)
        {
            await visit.Page.Locator("h1").First.ClickSteadyAsync();
            for (var press = 0; press < 3; press++)
            {
                await visit.Page.Keyboard.PressAsync("Shift");
            }
        }
        else
        {
            await visit.Page.Locator(".keeper a[data-part=exit]").ClickSteadyAsync();
        }

        Assert.StartsWith("https://", await left, StringComparison.Ordinal);
        await visit.LeftAsync();
        // The page was replaced in the history, not added to it; the answers are gone.
        Assert.Equal(before, await visit.Page.EvaluateAsync<int>("() => history.length"));
        await visit.GoAsync("tools/expectations.html");
        Assert.Empty(await Answers.HeldAsync(visit.Page));
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public Task Every_page_has_the_way_out_without_script() =>
        EveryPage.ShouldAsync(site, new VisitOptions { Script = false }, async visit =>
        {
            var exits = visit.Page.Locator("a[data-part=exit][href^=https]");
            return await exits.CountAsync() >= 2 ? [] : ["lacks the button or the secondary link"];
        });

    /// <summary>Opens what asks before it erases; a very low page has it on the workbook page alone.</summary>
    private static async Task AskToEraseAsync(IPage page)
    {
        await page.EvaluateAsync("() => { document.querySelector('[data-keeper-erase]').click() }");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
    }

    /// <summary>The test reaches no other site: this one stands for it.</summary>
    /// <returns>Its address, once somebody goes there.</returns>
    private async Task<Task<string>> FarAwayAsync(Visit visit)
    {
        var left = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await visit.Context.RouteAsync(url => !url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal), async route =>
        {
            left.TrySetResult(route.Request.Url);
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<title>Weather</title>" });
        });
        return left.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience), TestContext.Current.CancellationToken);
    }
}
