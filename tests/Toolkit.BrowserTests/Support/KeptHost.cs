using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Toolkit.Cli.Serving;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Support;

/// <summary>A host of the test's own, which can change and be gone.</summary>
public sealed class KeptHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GuideSite _site;
    private SiteServer? _server;

    private KeptHost(GuideSite site) => _site = site;

    /// <summary>Where it serves, with a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Copies the site and serves it.</summary>
    public static async Task<KeptHost> StartAsync(GuideSite site)
    {
        var host = new KeptHost(site);
        foreach (var file in Directory.GetFiles(site.Output, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".zip", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(host._folder.Path, Path.GetRelativePath(site.Output, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        host._server = await SiteServer.StartAsync(host._folder.Path, 0, null, TestContext.Current.CancellationToken);
        host.Address = host._server.Address.AbsoluteUri;
        return host;
    }

    /// <summary>Opens one of its pages in a fresh profile.</summary>
    public Task<Visit> OpenAsync(string page) => _site.OpenAsync(page, new VisitOptions { Address = new Uri(Address) });

    /// <summary>Keeps the guide on the device, on the page of downloads.</summary>
    public static async Task KeepAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        await BringIntoViewAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it on this device" }).ClickSteadyAsync();
        await page.GetByText("The guide is kept on this device").WaitForAsync();
        await page.EvaluateAsync("() => navigator.serviceWorker.ready");
    }

    /// <summary>Lets the part begin that offers to keep it.</summary>
    public static Task BringIntoViewAsync(IPage page) => page.Locator("[data-part=device]").ScrollIntoViewIfNeededAsync();

    /// <summary>Ends the server: from now on there is no network.</summary>
    public async Task GoneAsync()
    {
        await _server!.DisposeAsync();
        _server = null;
    }

    /// <summary>Publishes a file.</summary>
    public void Write(string path, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder.Path, path), bytes);

    /// <summary>Publishes a page with other words, as a build would with its list, or as a host would that meddles.</summary>
    public void Change(string path, string words, string others, bool andTheList = true)
    {
        var text = File.ReadAllText(Path.Combine(_folder.Path, path));
        Assert.Contains(words, text, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text.Replace(words, others, StringComparison.Ordinal));
        Write(path, bytes);
        if (andTheList)
        {
            var list = JsonNode.Parse(File.ReadAllBytes(Path.Combine(_folder.Path, "kept.json")))!;
            list["version"] = "0123456789abcdef";
            var entry = list["files"]!.AsArray().First(f => (string)f![0]! == path)!;
            (entry[1], entry[2]) = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Write("kept.json", Encoding.UTF8.GetBytes(list.ToJsonString()));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }
}
