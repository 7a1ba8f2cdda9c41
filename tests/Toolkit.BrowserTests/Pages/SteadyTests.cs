using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Pages;

/// <summary>Presses of tests on things that move away under the pointer, as what is laid out late does.</summary>
public sealed class SteadyTests(GuideSite site)
{
    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_press_that_slips_off_is_made_again()
    {
        await using var visit = await site.OpenAsync("about.html");
        await visit.Page.EvaluateAsync(
            """
            () => {
              const place = document.body.appendChild(document.createElement('div'))
              place.style.blockSize = '20rem'
              const add = kind => {
                const control = place.appendChild(document.createElement(kind))
                control.style.position = 'relative'
                let slips = 2
                control.addEventListener('mousedown', () => { if (slips-- > 0) control.style.top = `${(2 - slips) * 60}px` })
                return control
              }
              const button = add('button')
              button.id = 'moves'
              button.textContent = 'Moves'
              button.addEventListener('click', () => { button.textContent += ', was pressed' })
              const box = add('input')
              box.type = 'checkbox'
              box.ariaLabel = 'Slips'
            }
            """);

        await visit.Page.Locator("#moves").ClickSteadyAsync();
        Assert.Equal("Moves, was pressed", await visit.Page.Locator("#moves").TextContentAsync());
        var box = visit.Page.GetByLabel("Slips");
        await box.CheckSteadyAsync();
        await Assertions.Expect(box).ToBeCheckedAsync();
        await box.UncheckSteadyAsync();
        await Assertions.Expect(box).Not.ToBeCheckedAsync();
    }
}
