using System.Diagnostics;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Cli.Serving;

namespace Toolkit.Benchmarks.Browser;

/// <summary>A site built into a folder of its own and served, and a Chromium to open it in, its CPU throttled when asked.</summary>
internal sealed class SlowBrowser : IAsyncDisposable
{
    /// <summary>How many times slower the CPU seems.</summary>
    public const int Slower = 4;

    /// <summary>A loop that always does the same work, in milliseconds.</summary>
    private const string SameWork = """
        () => {
          const start = performance.now()
          let x = 1
          for (let i = 0; i < 20_000_000; i++) x = (x * 1664525 + 1013904223) | 0
          return performance.now() - start + (x === 0 ? 1 : 0)
        }
        """;

    private readonly string _output;
    private SiteServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _running;

    private SlowBrowser() => _output = Directory.CreateTempSubdirectory("toolkit-bench-").FullName;

    /// <summary>The browser, as it runs.</summary>
    public IBrowser Running => _running!;

    /// <summary>Address of the home page, with a slash at the end.</summary>
    public Uri Address => _server!.Address;

    /// <summary>A folder for files, deleted at the end.</summary>
    public string Folder => _output;

    /// <summary>Builds a site, serves it and starts Chromium.</summary>
    /// <param name="root">The folder of the site.</param>
    /// <param name="arguments">What else the build is told.</param>
    public static Task<SlowBrowser> StartAsync(string root, params string[] arguments) => StartAsync(root, false, arguments);

    /// <summary>The same.</summary>
    /// <param name="root">The folder of the site.</param>
    /// <param name="whole">Whether the browser has to be what people have, which also looks through forms for what it could fill in.</param>
    /// <param name="arguments">What else the build is told.</param>
    public static async Task<SlowBrowser> StartAsync(string root, bool whole, params string[] arguments)
    {
        var started = new SlowBrowser();
        try
        {
            var site = Path.Combine(started._output, "site");
            using (var build = Process.Start(new ProcessStartInfo(Programs.Toolkit, ["build", "-r", root, "-o", site, "-l", "Error", .. arguments]))!)
            {
                await build.WaitForExitAsync();
                if (build.ExitCode != 0)
                {
                    throw new InvalidOperationException($"The guide in {root} could not be built.");
                }
            }

            started._server = await SiteServer.StartAsync(site, 0, null, CancellationToken.None);
            var playwright = started._playwright = await Playwright.CreateAsync();
            started._running = await Chromium.LaunchAsync(playwright, whole);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Throttles the CPU of a page from now on.</summary>
    public static async Task ThrottleAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slower });
    }

    /// <summary>Milliseconds for work that is always the same, in a page that is not throttled: what the computer itself can do just now.</summary>
    public static Task<double> SameWorkAsync(IPage page) => page.EvaluateAsync<double>(SameWork);

    /// <summary>The middle one.</summary>
    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
        {
            await _running.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_output, recursive: true);
    }
}
