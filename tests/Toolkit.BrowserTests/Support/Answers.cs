using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Toolkit.BrowserTests.Support;

/// <summary>Fills the forms of a page as a person does, and tells what stands in them.</summary>
public static class Answers
{
    private const string Held = """
        () => Object.fromEntries([...document.querySelectorAll('.instrument [name]:not(.keep *)')]
          .filter(c => c.type === 'radio' || c.type === 'checkbox' ? c.checked : c.value !== '')
          .map(c => [c.name, c.value]))
        """;

    /// <summary>Texts that formats like to break; each field takes the next one.</summary>
    private static readonly string[] Texts =
    [
        "We agree.",
        "“Quotes” & <brackets> \\ (round) [square]",
        "Café, señora, Đặng",
        "我们一起工作",
        "نعمل معا",
        "Yes 👍🏽 on Monday",
    ];

    private static readonly string[] LongTexts =
    [
        "One line.",
        "First line\nSecond line\n\nAfter a gap",
        "多行\n文字",
        string.Join(' ', Enumerable.Repeat("A long answer that goes on and on.", 12)),
    ];

    /// <summary>Field ids with what they hold now, without empty ones.</summary>
    public static async Task<SortedDictionary<string, string>> HeldAsync(IPage page) =>
        new(await page.EvaluateAsync<Dictionary<string, string>>(Held), StringComparer.Ordinal);

    /// <summary>Fails when the fields do not come to hold these answers; a long form shows its answers bit by bit.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="given">Field ids with answers.</param>
    /// <param name="of">What the ids of the fields begin with; others may hold anything.</param>
    public static async Task AssertHeldAsync(IPage page, IReadOnlyDictionary<string, string> given, string of = "")
    {
        await page.WaitForFunctionAsync($"ids => {{ const held = ({Held})(); return ids.every(id => id in held) }}", given.Keys.ToArray());
        var held = await HeldAsync(page);
        Assert.Equal(given.OrderBy(answer => answer.Key, StringComparer.Ordinal), held.Where(answer => answer.Key.StartsWith(of, StringComparison.Ordinal)));
    }

    /// <summary>Answers every field of an instrument.</summary>
    public static async Task FillAsync(IPage page, string instrument)
    {
        var form = page.Locator($".instrument[data-instrument=\"{instrument}\"]");
        // Notes lie in closed details.
        await form.EvaluateAsync("f => f.querySelectorAll('details').forEach(d => { d.open = true })");
        var controls = await form.Locator("input[name], textarea[name], select[name]").AllAsync();
        var radios = new HashSet<string>();
        for (var i = 0; i < controls.Count; i++)
        {
            var control = controls[i];
            var kind = await control.EvaluateAsync<string>("c => c.type");
            switch (kind)
            {
                case "radio":
                    // One of each group, now the first, now another.
                    var name = await control.GetAttributeAsync("name") ?? "";
                    if (radios.Add(name))
                    {
                        var group = form.Locator($"input[name=\"{name}\"]");
                        await group.Nth(radios.Count % await group.CountAsync()).CheckSteadyAsync();
                    }

                    break;
                case "checkbox":
                    await control.CheckSteadyAsync();
                    break;
                case "select-one":
                    await control.SelectOptionAsync(new SelectOptionValue { Index = 1 + (i % 2) });
                    break;
                case "date":
                    await control.FillAsync(new DateTime(2026, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
                case "textarea":
                    await control.FillAsync(LongTexts[i % LongTexts.Length]);
                    break;
                default:
                    await control.FillAsync(Texts[i % Texts.Length]);
                    break;
            }
        }
    }
}
