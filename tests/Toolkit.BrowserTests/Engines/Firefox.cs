using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolkit.Tests.Support;

namespace Toolkit.BrowserTests.Engines;

/// <summary>Firefox ESR by WebDriver BiDi: messages over a WebSocket, which it opens itself.</summary>
public sealed class Firefox : Engine
{
    private readonly TemporaryFolder _profile = new();
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private string _context = "";
    private int _last;

    private Firefox()
    {
    }

    /// <summary>Starts it with a fresh profile.</summary>
    public static async Task<Engine> StartAsync()
    {
        var engine = new Firefox();
        await File.WriteAllTextAsync(engine._profile.File("user.js"), $"""
            user_pref("network.proxy.type", 1);
            user_pref("network.proxy.http", "{Nowhere.Split(':')[0]}");
            user_pref("network.proxy.http_port", {Nowhere.Split(':')[1]});
            user_pref("network.proxy.share_proxy_settings", true);
            user_pref("network.proxy.ssl", "{Nowhere.Split(':')[0]}");
            user_pref("network.proxy.ssl_port", {Nowhere.Split(':')[1]});
            user_pref("network.proxy.allow_hijacking_localhost", false);
            user_pref("network.proxy.no_proxies_on", "localhost, 127.0.0.1");
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("app.update.enabled", false);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("intl.accept_languages", "en-US, en");

            """);
        // Some page: on an empty one the bar for addresses has the focus, and pages are told of none as long as nobody is there to press into them.
        var process = engine.Start(
            Programs.Need("firefox-esr", "firefox"), ["--headless", "--no-remote", "--profile", engine._profile.Path, "--remote-debugging-port", "0", "data:text/html,"],
            new Dictionary<string, string> { ["MOZ_HEADLESS_WIDTH"] = "1280", ["MOZ_HEADLESS_HEIGHT"] = "900", ["HOME"] = engine._profile.Path });
        const string listening = "WebDriver BiDi listening on ";
        using var late = new CancellationTokenSource(Patience);
        string? line;
        do
        {
            line = await process.StandardError.ReadLineAsync(late.Token) ?? throw new InvalidOperationException("Firefox ended before it listened.");
        }
        while (!line.StartsWith(listening, StringComparison.Ordinal));

        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await engine._socket.ConnectAsync(new Uri(line[listening.Length..] + "/session"), late.Token);
        _ = engine.ListenAsync();
        await engine.AskAsync("session.new", new() { ["capabilities"] = new JsonObject() });
        var tree = await engine.AskAsync("browsingContext.getTree", []);
        engine._context = (string)tree["contexts"]![0]!["context"]!;
        return engine;
    }

    /// <inheritdoc/>
    public override Task GoAsync(string address) =>
        AskAsync("browsingContext.navigate", new() { ["context"] = _context, ["url"] = address, ["wait"] = "complete" });

    /// <inheritdoc/>
    public override async Task<JsonNode?> EvaluateAsync(string expression, TimeSpan? within = null)
    {
        var answer = await AskAsync("script.evaluate", new()
        {
            ["expression"] = Told(expression),
            ["target"] = new JsonObject { ["context"] = _context },
            ["awaitPromise"] = true,
        }, within);
        return (string?)answer["type"] == "success"
            ? Said((string?)answer["result"]!["value"])
            : throw new InvalidOperationException((string?)answer["exceptionDetails"]?["text"]);
    }

    /// <inheritdoc/>
    protected override Task ActAsync(JsonArray actions) => AskAsync("input.performActions", new() { ["context"] = _context, ["actions"] = actions });

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await base.DisposeAsync();
        _profile.Dispose();
    }

    private async Task<JsonNode> AskAsync(string method, JsonObject parameters, TimeSpan? within = null)
    {
        var id = ++_last;
        var asked = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        var answer = await asked.Task.WaitAsync(within ?? Patience + Patience);
        return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]} {answer["message"]}");
    }

    /// <summary>Takes every answer to whoever asked, in whatever order they come; one that nobody waits for any more is let go.</summary>
    private async Task ListenAsync()
    {
        try
        {
            var buffer = new byte[1 << 16];
            while (true)
            {
                using var whole = new MemoryStream();
                WebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                    whole.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);

                var answer = JsonNode.Parse(whole.ToArray())!;
                if ((int?)answer["id"] is { } id && _asked.TryRemove(id, out var asked))
                {
                    asked.TrySetResult(answer);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException or JsonException)
        {
            // The browser is gone, or says what nobody understands: who waits learns it.
            foreach (var asked in _asked.Values)
            {
                asked.TrySetException(e);
            }
        }
    }
}
