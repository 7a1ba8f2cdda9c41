using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(GuideSite))]

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// The real site, built once for all tests, served with the headers it has on the web, and one browser. A test class
/// takes it in its constructor.
/// </summary>
public sealed class GuideSite : IAsyncLifetime
{
    /// <summary>Milliseconds after which a test is stopped: <c>[Fact(Timeout = GuideSite.Limit)]</c>.</summary>
    public const int Limit = 240_000;

    /// <summary>Milliseconds for a test that visits every page.</summary>
    public const int LongLimit = 300_000;

    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SiteServer? _server;

    /// <summary>Full path of the output folder.</summary>
    public string Output => _folder.File("output");

    /// <summary>Where it is served, with a slash at the end.</summary>
    public Uri Address => _server!.Address;

    /// <summary>A page of each kind in Spanish: it looks and works as the source does, with other words.</summary>
    public static IReadOnlyList<string> OfEachKindInSpanish { get; } =
        ["es/index.html", "es/guide/vetting.html", "es/tools/index.html", "es/tools/partner-vetting.html", "es/tools/community-map.html", "es/workbook.html", "es/downloads.html", "es/search.html", "es/glossary.html", "es/404.html"];

    /// <summary>Output paths of all pages in the language of the source, in order; stubs at old addresses are not among them.</summary>
    public IReadOnlyList<string> Pages => [.. AllPages.Where(page => !page.StartsWith("es/", StringComparison.Ordinal))];

    /// <summary>
    /// What is visited where a test takes every page: all of the source and one of each kind in Spanish, or all of Spanish alone (<see cref="Spanish"/>).
    /// </summary>
    public IReadOnlyList<string> VisitedPages => Spanish.All ? [.. AllPages.Except(Pages)] : [.. Pages, .. OfEachKindInSpanish];

    /// <summary>Output paths of all pages in every language.</summary>
    public IReadOnlyList<string> AllPages =>
    [
        .. Directory.GetFiles(Output, "*.html", SearchOption.AllDirectories)
            .Where(f => !File.ReadAllText(f).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Output, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var text = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            ["build", "-r", Repository.Root, "-o", Output], new Terminal(text, text, TimeProvider.System), CancellationToken.None);
        if (code != ExitCode.Done)
        {
            throw new InvalidOperationException($"The guide could not be built:\n{text}");
        }

        _server = await SiteServer.StartAsync(Output, 0, null, CancellationToken.None);
        Assertions.SetDefaultExpectTimeout(Visit.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>Opens a page in a browser profile of its own.</summary>
    /// <param name="page">Output path, with anchor or query if wanted.</param>
    /// <param name="options">How the browser is set up.</param>
    public Task<Visit> OpenAsync(string page, VisitOptions? options = null) => OpenAsync(_browser!, page, options);

    /// <summary>Opens a page in a browser of its own.</summary>
    public async Task<Visit> OpenAsync(IBrowser browser, string page, VisitOptions? options = null)
    {
        var visit = await Visit.StartAsync(this, browser, options ?? new VisitOptions());
        await visit.GoAsync(page);
        return visit;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }
}
