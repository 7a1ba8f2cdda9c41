using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Toolkit.Tests.Support;

namespace Toolkit.BrowserTests.Engines;

/// <summary>WebKitGTK by WebDriver: plain HTTP to the driver that distributions ship with it, on a screen that nobody sees.</summary>
public sealed class WebKit : Engine
{
    private readonly HttpClient _http = new() { Timeout = Patience + Patience + Patience };
    private readonly TemporaryFolder _home = new();
    private string _session = "";
    private TimeSpan _patience;

    private WebKit()
    {
    }

    /// <summary>Starts it with a fresh profile.</summary>
    public static async Task<Engine> StartAsync()
    {
        var engine = new WebKit();
        var port = Ports.Free();
        var process = engine.Start(
            Programs.Need("xvfb-run"), ["-a", "-s", "-screen 0 1280x1024x24", Programs.Need("WebKitWebDriver"), $"--port={port}"],
            new Dictionary<string, string>
            {
                ["HOME"] = engine._home.Path,
                ["XDG_DATA_HOME"] = engine._home.Path,
                ["XDG_CACHE_HOME"] = engine._home.Path,
                ["http_proxy"] = "http://" + Nowhere,
                ["https_proxy"] = "http://" + Nowhere,
                ["no_proxy"] = "localhost,127.0.0.1",
                ["WEBKIT_DISABLE_COMPOSITING_MODE"] = "1",
                // Its own sandbox needs rights that a test runner may not have.
                ["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1",
                ["LIBGL_ALWAYS_SOFTWARE"] = "1",
            });
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        engine._http.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
        if (!await Ports.ListensAsync(port, () => !process.HasExited))
        {
            throw new InvalidOperationException("The driver of WebKit does not listen.");
        }

        var made = await engine.AskAsync("session", new() { ["capabilities"] = new JsonObject { ["alwaysMatch"] = new JsonObject() } });
        engine._session = $"session/{made["sessionId"]}/";
        await engine.WaitAtMostAsync(Patience + Patience);
        return engine;
    }

    /// <inheritdoc/>
    public override Task GoAsync(string address) => AskAsync(_session + "url", new() { ["url"] = address });

    /// <inheritdoc/>
    public override async Task<JsonNode?> EvaluateAsync(string expression, TimeSpan? within = null)
    {
        await WaitAtMostAsync(within ?? Patience + Patience);
        return Said((string?)await AskAsync(
            _session + "execute/async", new() { ["script"] = $"const done = arguments[0]; ({Told(expression)}).then(done)", ["args"] = new JsonArray() }));
    }

    /// <inheritdoc/>
    protected override Task ActAsync(JsonArray actions) => AskAsync(_session + "actions", new() { ["actions"] = actions });

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
        _home.Dispose();
    }

    /// <summary>The driver answers one thing at a time: it has to give up by itself a script that it waits for.</summary>
    private async Task WaitAtMostAsync(TimeSpan patience)
    {
        if (patience != _patience)
        {
            await AskAsync(_session + "timeouts", new() { ["script"] = patience.TotalMilliseconds, ["pageLoad"] = Patience.TotalMilliseconds });
            _patience = patience;
        }
    }

    private async Task<JsonNode> AskAsync(string path, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        var value = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["value"];
        return answer.IsSuccessStatusCode ? value ?? new JsonObject() : throw new InvalidOperationException($"{path}: {value}");
    }
}
