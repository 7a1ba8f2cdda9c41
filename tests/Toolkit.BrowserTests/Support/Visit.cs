using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Toolkit.BrowserTests.Support;

/// <summary>How the browser of a visit is set up.</summary>
public sealed record VisitOptions
{
    /// <summary>Width of the window in CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height of the window in CSS pixels.</summary>
    public int Height { get; init; } = 900;

    /// <summary>Whether scripts run.</summary>
    public bool Script { get; init; } = true;

    /// <summary>Whether the person prefers dark colors.</summary>
    public bool Dark { get; init; }

    /// <summary>Whether the line is good enough to load ahead what may be used later.</summary>
    public bool Ahead { get; init; }

    /// <summary>Whether the page is opened from disk instead of the server.</summary>
    public bool FromDisk { get; init; }

    /// <summary>Where a site of its own is served, with a slash at the end; null for the real one.</summary>
    public Uri? Address { get; init; }

    /// <summary>Full path of the folder that is opened from disk, where it is not the output itself.</summary>
    public string? Folder { get; init; }
}

/// <summary>Somebody looking at the site: a page in a fresh browser profile, and what the browser complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>Milliseconds that a step may take.</summary>
    public const int Patience = 60_000;

    private static readonly string[] WcagAA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly GuideSite _site;
    private readonly VisitOptions _options;

    private Visit(GuideSite site, VisitOptions options, IBrowserContext context, IPage page)
    {
        (_site, _options, Context, Page) = (site, options, context, page);
        context.Page += (_, opened) => Listen(opened);
        Listen(page);
    }

    /// <summary>The profile; a second tab is <c>Team.InAnotherTabAsync()</c>.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>Console errors, script errors, policy violations, requests to elsewhere; empty when all is well.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    private Uri Served => _options.Address ?? _site.Address;

    internal static async Task<Visit> StartAsync(GuideSite site, IBrowser browser, VisitOptions options)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            JavaScriptEnabled = options.Script,
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
            Locale = "en-US",
        });
        // A machine that also runs LibreOffice can be slow; a page that is right in the end is right.
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        if (!options.Ahead)
        {
            // Tests say what is loaded when; and hundreds of pages need not load what nobody uses on them.
            await context.AddInitScriptAsync("Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })");
        }

        return new Visit(site, options, context, await context.NewPageAsync());
    }

    /// <summary>Goes to another page of the site; where scripts run, ends when every part of it has started.</summary>
    public async Task GoAsync(string page)
    {
        await Page.GotoAsync(AddressOf(page));
        await StartedAsync();
    }

    /// <summary>Ends when the parts of the page have started that start with it.</summary>
    public async Task StartedAsync()
    {
        if (_options.Script)
        {
            await StartedAsync(Page);
        }
    }

    /// <summary>
    /// Ends when a link led to a page of the site and its parts have started. Playwright's own wait for an address listens only
    /// from when it is called: on a busy machine the page can have come before, and the wait never ends.
    /// </summary>
    /// <param name="page">Output path.</param>
    public Task ArrivedAsync(string page) =>
        Page.Locator($"html[data-ready]:not(:has([aria-busy=true])) body[data-page='{page}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Ends when the browser has left the site.</summary>
    public Task LeftAsync() => Assertions.Expect(Page).Not.ToHaveURLAsync(new Regex("^" + Regex.Escape(Served.AbsoluteUri)));

    /// <summary>Ends when the parts of a page have started that start with it.</summary>
    public static Task StartedAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Locator("html[data-ready]:not(:has([aria-busy=true]))").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Lets the parts begin that wait until they come into view or get the focus, and ends when they have started too.</summary>
    public async Task AllPartsAsync()
    {
        await Page.EvaluateAsync("() => { for (const part of document.querySelectorAll('[data-part]')) part.dispatchEvent(new FocusEvent('focusin')) }");
        await StartedAsync();
    }

    /// <summary>
    /// Pages that are opened from now on hear nothing of other tabs, as in browsers that cannot; Chromium forgets a page in its
    /// memory that another one speaks to.
    /// </summary>
    public Task DeafenAsync() => Context.AddInitScriptAsync("delete window.BroadcastChannel");

    /// <summary>Where a page is found in this visit.</summary>
    public string AddressOf(string page) =>
        _options.FromDisk ? new Uri(Path.Combine(_options.Folder ?? _site.Output, ".")).AbsoluteUri.TrimEnd('.') + page : Served + page;

    /// <summary>What axe finds against WCAG 2.2 AA, one line per finding.</summary>
    public Task<IReadOnlyList<string>> AxeAsync() => AxeAsync(new { type = "tag", values = WcagAA });

    /// <summary>What axe says of one rule, such as <c>color-contrast</c>.</summary>
    public Task<IReadOnlyList<string>> AxeAsync(string rule) => AxeAsync(new { type = "rule", values = new[] { rule } });

    /// <summary>Nothing that axe finds, and nothing wider than the screen.</summary>
    public async Task AssertWellAsync()
    {
        // Axe measures what is under the bar at the top as if nobody could scroll it out.
        await Page.EvaluateAsync("() => { scrollTo(0, 0); document.querySelector('dialog[open]')?.scrollTo(0, 0) }");
        var findings = string.Join('\n', await AxeAsync());
        Assert.True(findings.Length == 0, findings);
        Assert.Equal(0, await Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"));
    }

    /// <summary>What the browser complained of since this was last asked.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        var taken = new List<string>();
        while (_complaints.TryDequeue(out var complaint))
        {
            taken.Add(complaint);
        }

        return taken;
    }

    /// <summary>Fails when the browser complained.</summary>
    public void AssertQuiet() => AssertNone(Complaints);

    /// <summary>
    /// Fails when the browser complained of anything but that the network is gone, which it says of each page that is looked for there
    /// first. Who asks elsewhere is told by the address all the same. On a busy machine a page may be left while a file of the guide is on its way
    /// to it: such a file has to come when it is asked for again.
    /// </summary>
    public async Task AssertQuietWithoutNetworkAsync()
    {
        var complaints = new List<string>();
        foreach (var complaint in Complaints.Where(complaint => !complaint.EndsWith("Failed to load resource: net::ERR_CONNECTION_REFUSED", StringComparison.Ordinal)))
        {
            if (!complaint.EndsWith(": Failed to load resource: net::ERR_FAILED", StringComparison.Ordinal) || !await ComesAsync(complaint.Split(": ")[1]))
            {
                complaints.Add(complaint);
            }
        }

        AssertNone(complaints);
    }

    private async Task<bool> ComesAsync(string address) =>
        address.StartsWith(Served.AbsoluteUri, StringComparison.Ordinal)
        && await Page.EvaluateAsync<bool>("async address => (await fetch(address).catch(() => null))?.ok === true", address);

    /// <summary>Says all of them, whole.</summary>
    private static void AssertNone(IReadOnlyList<string> complaints) => Assert.True(complaints.Count == 0, string.Join('\n', complaints));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Context.CloseAsync();

    /// <summary>
    /// The bar does not float meanwhile: what it covers can be scrolled out, and axe would measure what is left of it.
    /// Lets the browser lay out what is out of view, which it otherwise only estimates: axe would measure the estimate.
    /// Nobody sees what lies in a closed fold, and on the page with every tool axe would spend most of its time there: it is taken
    /// out of the page meanwhile. It is what the tools' own pages hold, where axe sees it.
    /// Runs axe itself: the package's own call opens a second tab for every run, for frames that our pages do not have.
    /// </summary>
    private async Task<IReadOnlyList<string>> AxeAsync(object runOnly)
    {
        // Half a megabyte of script: once for each page that was loaded.
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe.Value);
        }

        var violations = await Page.EvaluateAsync<AxeResultItem[]>(
            Script.Named("run-axe"),
            new { runOnly, resultTypes = new[] { "violations" }, preload = false });
        return [.. from violation in violations from node in violation.Nodes select $"{violation.Id}: {violation.Help}: {node.Html}"];
    }

    private void Listen(IPage page)
    {
        page.Console += (_, message) =>
        {
            // A page may ask before it is left only where somebody touched it; a test that types by script touched nothing.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Blocked attempt to show a 'beforeunload'", StringComparison.Ordinal))
            {
                // What could not be loaded is named beside it alone.
                var what = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) ? Regex.Replace(message.Location, @":\d+:\d+$", "") + ": " : "";
                _complaints.Enqueue($"{page.Url}: {what}{message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var to) && to.Scheme is "http" or "https" && !request.Url.StartsWith(Served.AbsoluteUri, StringComparison.Ordinal))
            {
                _complaints.Enqueue($"{page.Url}: asked for {request.Url}");
            }
        };
    }
}
