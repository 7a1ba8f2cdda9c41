using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolkit.BrowserTests.Engines;

/// <summary>A browser with an engine that Playwright does not drive as people have it: Firefox ESR, and WebKit as distributions ship it.</summary>
public abstract class Engine : IAsyncDisposable
{
    /// <summary>How long anything may take.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long a page waits for itself in one go.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(4);

    /// <summary>After which time an answer that should have come in one <see cref="Turn"/> is given up.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(20);

    /// <summary>How long a page is asked whether a press reached it, which it may have left.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>How often something is pressed that moves away in the moment of the press.</summary>
    private const int MostPresses = 5;

    /// <summary>Where nothing listens: whatever a page may try, it reaches nothing but this computer.</summary>
    protected const string Nowhere = "127.0.0.1:9";

    private Process? _process;

    /// <summary>Goes to an address; ends when the page has loaded.</summary>
    public abstract Task GoAsync(string address);

    /// <summary>Evaluates a script that ends in a value or a promise of one; returns it as JSON.</summary>
    /// <param name="expression">The script.</param>
    /// <param name="within">How long the answer is waited for; longer than anything may take where it is not said.</param>
    /// <exception cref="InvalidOperationException">The script failed; the message says how.</exception>
    /// <exception cref="TimeoutException">No answer came: engines owe it for good where the page went away meanwhile.</exception>
    public abstract Task<JsonNode?> EvaluateAsync(string expression, TimeSpan? within = null);

    /// <summary>Moves, presses, types, as the two protocols say it alike.</summary>
    protected abstract Task ActAsync(JsonArray actions);

    /// <summary>Waits until a script says something that counts as true; a page that goes away meanwhile is asked again, or the one that came in its place.</summary>
    /// <param name="expression">Evaluated again and again in the page.</param>
    public async Task UntilAsync(string expression)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            string? said;
            try
            {
                said = (string?)await EvaluateAsync(
                    $$"""
                    new Promise(done => {
                      const end = Date.now() + {{Turn.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)}}
                      const look = () => { let is = false; try { is = {{expression}} } catch {} ; is ? done('yes') : Date.now() > end ? done('no: ' + document.querySelector("main")?.innerText.slice(0, 300)) : setTimeout(look, 50) }
                      look()
                    })
                    """,
                    Lost);
            }
            catch (Exception e) when (e is InvalidOperationException or TimeoutException && DateTime.UtcNow < end)
            {
                said = e.Message;
            }

            if (said == "yes")
            {
                return;
            }

            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException($"{GetType().Name}: {expression} stayed untrue ({said})");
            }
        }
    }

    /// <summary>Goes to a page of the site, and ends when its parts have started.</summary>
    public async Task VisitAsync(string address)
    {
        await GoAsync(address);
        await UntilAsync("document.documentElement.dataset.ready !== undefined && document.querySelector('[aria-busy=true]') === null");
    }

    /// <summary>Presses something with the mouse, in its middle. Where the page moved it away in that very moment, nothing is pressed, and it is tried again.</summary>
    /// <param name="find">A script that says which element.</param>
    public async Task PressAsync(string find)
    {
        for (var left = MostPresses; left > 0; left--)
        {
            if (await PressOnceAsync(find))
            {
                return;
            }
        }

        throw new TimeoutException($"{GetType().Name}: {find} moved away from each of {MostPresses} presses.");
    }

    /// <summary>The same, once; whether it was reached. A page that was left by the press says nothing: then it was.</summary>
    private async Task<bool> PressOnceAsync(string find)
    {
        await UntilAsync($"({find}) !== null && ({find}) !== undefined");
        var place = await EvaluateAsync($$"""
            new Promise((done, failed) => {
              const end = Date.now() + {{Patience.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)}}
              let element = {{find}}
              element.scrollIntoView({ block: 'center' })
              // What comes into the page meanwhile may move it.
              let before = ''
              const look = () => {
                // A part that was drawn anew meanwhile has another one in its place.
                if (!element.isConnected) element = {{find}} ?? element
                const { left, top, width, height } = element.getBoundingClientRect()
                const place = [Math.round(left + width / 2), Math.round(top + height / 2)]
                // The bar that stays in view covers what the page scrolled below it.
                const under = element.closest('.keeper') === null && document.elementFromPoint(...place)?.closest('.keeper') != null
                const away = under || place[1] <= 0 || place[1] >= innerHeight
                if (String(place) === before && !away) { watch(); done(place); return }
                if (Date.now() > end) { failed(new Error(`${element.outerHTML.slice(0, 200)} stays out of reach at ${place}, below ${document.elementFromPoint(...place)?.outerHTML.slice(0, 200)}`)); return }
                if (away) element.scrollIntoView({ block: 'center' })
                before = String(place)
                setTimeout(look, 250)
              }
              // A press that lands beside it does nothing.
              const watch = () => {
                window.pressMissed = false
                window.pressWatched?.abort()
                const { signal } = window.pressWatched = new AbortController()
                addEventListener('pointerdown', event => {
                  const { left, top, right, bottom } = element.getBoundingClientRect()
                  window.pressMissed = event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom
                  if (!window.pressMissed) return
                  const stop = event => { event.preventDefault(); event.stopImmediatePropagation() }
                  for (const kind of ['mousedown', 'pointerup', 'mouseup', 'click']) addEventListener(kind, stop, { capture: true, signal })
                  stop(event)
                }, { capture: true, once: true, signal })
              }
              look()
            })
            """);
        await ActAsync(
        [
            new JsonObject
            {
                ["type"] = "pointer", ["id"] = "mouse", ["parameters"] = new JsonObject { ["pointerType"] = "mouse" },
                ["actions"] = new JsonArray
                {
                    new JsonObject { ["type"] = "pointerMove", ["x"] = (int)place![0]!, ["y"] = (int)place[1]!, ["origin"] = "viewport" },
                    new JsonObject { ["type"] = "pointerDown", ["button"] = 0 },
                    new JsonObject { ["type"] = "pointerUp", ["button"] = 0 },
                },
            },
        ]);
        try
        {
            return (bool?)await EvaluateAsync("window.pressMissed === true", Moment) != true;
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            return true;
        }
    }

    /// <summary>Types into what has the focus.</summary>
    public Task TypeAsync(string text) => ActAsync(
    [
        new JsonObject
        {
            ["type"] = "key", ["id"] = "keyboard",
            ["actions"] = new JsonArray([.. text.SelectMany(c => new JsonNode[]
            {
                new JsonObject { ["type"] = "keyDown", ["value"] = c.ToString() },
                new JsonObject { ["type"] = "keyUp", ["value"] = c.ToString() },
            })]),
        },
    ]);

    /// <summary>Starts the program.</summary>
    protected Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return _process = Process.Start(start) ?? throw new InvalidOperationException(program);
    }

    /// <summary>What a protocol's answer holds, as JSON that a script made.</summary>
    protected static JsonNode? Said(string? json) => json switch
    {
        null => null,
        _ when json.StartsWith('!') => throw new InvalidOperationException(json[1..]),
        _ => JsonNode.Parse(json),
    };

    /// <summary>The same script for both: its value as text, or what went wrong behind an exclamation mark.</summary>
    protected static string Told(string expression) =>
        $"Promise.resolve().then(() => ({expression})).then(value => JSON.stringify(value ?? null), error => '!' + error)";

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
        }

        _process?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>How JSON is written into a script.</summary>
    protected static string Json(string text) => JsonSerializer.Serialize(text);
}
