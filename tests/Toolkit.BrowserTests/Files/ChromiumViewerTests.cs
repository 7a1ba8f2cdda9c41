using System.Text.Json;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.BrowserTests.Workbook;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>
/// A PDF filled in Chromium's own viewer, with mouse and keys. Its dialog for saving cannot be driven, so what the dialog
/// would write is asked of the viewer itself.
/// </summary>
public sealed class ChromiumViewerTests(GuideSite site)
{
    private const string Note = "Typed in the viewer, señora €\nand a second line";

    /// <summary>Where page 1 stands in the window, and how many pixels a point is wide.</summary>
    private const string PageOnScreen = """
        () => {
          const viewer = document.querySelector('pdf-viewer')
          const page = viewer.viewport.getPageScreenRect(0)
          const box = viewer.shadowRoot.querySelector('embed').getBoundingClientRect()
          return [box.x + page.x, box.y + page.y, page.height]
        }
        """;

    private const string Saved = """
        async () => {
          const { dataToSave } = await document.querySelector('pdf-viewer').currentController.save('EDITED')
          return btoa(Array.from(new Uint8Array(dataToSave), byte => String.fromCharCode(byte)).join(''))
        }
        """;

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task What_was_filled_in_there_is_read()
    {
        using var folder = new TemporaryFolder();
        var blank = Path.Combine(site.Output, "downloads", "readiness.pdf");
        var places = await PlacesAsync(blank);
        var file = folder.File("from the viewer.pdf");
        using var playwright = await Playwright.CreateAsync();
        // The viewer is an extension.
        await using (var browser = await Chromium.LaunchWithProfileAsync(playwright, folder.File("profile"), "--disable-extensions", "--disable-component-extensions-with-background-pages"))
        {
            var page = await browser.NewPageAsync();
            await page.GotoAsync(site.Address + "downloads/readiness.pdf");
            var viewer = await ViewerAsync(page);
            await ClickAsync("answer", 2);
            await ClickAsync("help", 0);
            await ClickAsync("note", 0);
            await page.Keyboard.TypeAsync(Note.Split('\n')[0]);
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync(Note.Split('\n')[1]);
            await File.WriteAllBytesAsync(file, Convert.FromBase64String(await viewer.EvaluateAsync<string>(Saved)), TestContext.Current.CancellationToken);

            async Task ClickAsync(string part, int which)
            {
                var screen = await viewer.EvaluateAsync<double[]>(PageOnScreen);
                var (x, y) = places[part][which];
                var scale = screen[2] / 792;
                await page.Mouse.ClickAsync((float)(screen[0] + (x * scale)), (float)(screen[1] + ((792 - y) * scale)));
            }
        }

        await using var visit = await site.OpenAsync("tools/readiness.html");
        var team = new Team(visit);
        await team.ChooseFilesAsync(file);
        await team.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take 3 answers$") }).ClickSteadyAsync();
        await Assertions.Expect(team.Option("readiness.support-on-offer.answer", "mostly")).ToBeCheckedAsync();
        await Assertions.Expect(team.Field("readiness.support-on-offer.help")).ToBeCheckedAsync();
        await Assertions.Expect(team.Field("readiness.support-on-offer.note")).ToHaveValueAsync(Note);
        visit.AssertQuiet();
    }

    /// <summary>The frame of the viewer, once it shows its first page.</summary>
    private static async Task<IFrame> ViewerAsync(IPage page)
    {
        var found = new TaskCompletionSource<IFrame>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.FrameNavigated += (_, frame) => Look(frame);
        page.Frames.ToList().ForEach(Look);
        var viewer = await found.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience), TestContext.Current.CancellationToken);
        await viewer.WaitForFunctionAsync("() => { try { return document.querySelector('pdf-viewer').viewport.getPageScreenRect(0).height > 100 } catch { return false } }");
        return viewer;

        void Look(IFrame frame)
        {
            if (frame.Url.StartsWith("chrome-extension:", StringComparison.Ordinal))
            {
                found.TrySetResult(frame);
            }
        }
    }

    /// <summary>Middles of the widgets of the first question, in points from the page's left lower corner.</summary>
    private static async Task<Dictionary<string, List<(double X, double Y)>>> PlacesAsync(string pdf)
    {
        var result = await Programs.Run(Programs.Need("qpdf"), ["--json", "--json-key=acroform", "--json-key=qpdf", pdf]);
        using var json = JsonDocument.Parse(result.Output);
        var objects = json.RootElement.GetProperty("qpdf")[1];
        Dictionary<string, List<(double X, double Y)>> places = [];
        foreach (var field in json.RootElement.GetProperty("acroform").GetProperty("fields").EnumerateArray())
        {
            var name = field.GetProperty("fullname").GetString()!;
            if (!name.StartsWith("readiness.support-on-offer.", StringComparison.Ordinal))
            {
                continue;
            }

            var rectangle = objects.GetProperty("obj:" + field.GetProperty("annotation").GetProperty("object").GetString()).GetProperty("value").GetProperty("/Rect")
                .EnumerateArray().Select(n => n.GetDouble()).ToList();
            var part = name[(name.LastIndexOf('.') + 1)..];
            places.TryAdd(part, []);
            places[part].Add(((rectangle[0] + rectangle[2]) / 2, (rectangle[1] + rectangle[3]) / 2));
        }

        return places;
    }
}
