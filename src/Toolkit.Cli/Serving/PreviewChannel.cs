using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Toolkit.Writing;

namespace Toolkit.Cli.Serving;

/// <summary>
/// How a preview speaks to the browsers that show it: an event stream, and a script file of the same origin that
/// listens to it, so that the site's own security policy stands as it is.
/// </summary>
internal sealed partial class PreviewChannel
{
    /// <summary>Folder of the preview's own addresses; no page of a site starts so.</summary>
    private const string Folder = "_preview/";
    private static readonly byte[] Tag = Encoding.UTF8.GetBytes($"<script defer src=\"/{Folder}reload.js\"></script>");
    private static readonly Lazy<byte[]> Script = new(ReadScript);
    private readonly ConcurrentDictionary<Channel<string>, bool> _listeners = new();
    private readonly Gate _pages = new();
    private readonly Gate _all = new();
    private volatile string _trouble = "";
    private volatile Dictionary<string, OutputFile> _site = [];

    /// <summary>A build starts: requests wait for the new pages, those for documents that are not there until all are.</summary>
    public void Building()
    {
        _all.Close();
        _pages.Close();
    }

    /// <summary>The pages are built, and the documents that have not changed.</summary>
    /// <param name="trouble">What went wrong, as the console says it; empty when all went well.</param>
    /// <param name="site">The files of the new site; null where the one before stays.</param>
    public void Built(string trouble, IReadOnlyList<OutputFile>? site)
    {
        _trouble = trouble;
        Take(site);
        _pages.Open();
        Send(trouble.Length == 0 ? Event("reload", "") : Event("trouble", trouble));
    }

    /// <summary>Nothing more is to come.</summary>
    /// <param name="site">The files of the site with those that were missing; null where none was.</param>
    public void Complete(IReadOnlyList<OutputFile>? site = null)
    {
        Take(site);
        _all.Open();
    }

    /// <summary>Adds the script to a page.</summary>
    public static byte[] WithScript(byte[] page)
    {
        var at = page.AsSpan().LastIndexOf("</head>"u8);
        return at < 0 ? [.. page, .. Tag] : [.. page[..at], .. Tag, .. page[at..]];
    }

    /// <summary>Finds a file of the newest content, and waits for it while it is being made.</summary>
    /// <param name="path">Path in the output.</param>
    /// <param name="cancellation">Ends waiting.</param>
    /// <returns>
    /// Its bytes, null where there is none; and whether that is the last word. While no content could be built yet it is not:
    /// the output folder may hold what an earlier run wrote.
    /// </returns>
    internal async Task<(byte[]? Bytes, bool IsKnown)> FindAsync(string path, CancellationToken cancellation)
    {
        await _pages.PassAsync(cancellation);
        if (Named(path) is { } there)
        {
            return (there.Bytes, true);
        }

        await _all.PassAsync(cancellation);
        return ((Named(path) ?? Newer(path))?.Bytes, _site.Count > 0);
    }

    private OutputFile? Named(string path) => _site.GetValueOrDefault(path);

    /// <summary>A page that was not loaded again may ask for a file by the hash of an older content, or of one that was to come.</summary>
    private OutputFile? Newer(string path) => HashedName().Match(path) is { Success: true, Groups: var parts }
        ? _site.Values.FirstOrDefault(f => HashedName().Match(f.Path) is { Success: true, Groups: var own } && own[1].Value == parts[1].Value && own[2].Value == parts[2].Value)
        : null;

    /// <summary>A page for the time before the first site could be written.</summary>
    internal byte[] NothingYet() => Encoding.UTF8.GetBytes(
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Preview</title></head><body><main><h1>Not here</h1><pre>{WebUtilityEncode(_trouble.Length > 0 ? _trouble : "There is no such page.")}</pre></main></body></html>");

    /// <summary>Answers the preview's own addresses; false for all others.</summary>
    internal async Task<bool> AnswerAsync(HttpContext context, string path)
    {
        switch (path)
        {
            case Folder + "reload.js":
                context.Response.ContentType = "text/javascript; charset=utf-8";
                context.Response.Headers.CacheControl = "no-store";
                await context.Response.Body.WriteAsync(Script.Value, context.RequestAborted);
                return true;
            case Folder + "events":
                await StreamAsync(context);
                return true;
            default:
                return false;
        }
    }

    [GeneratedRegex(@"^assets/([^/]+)\.[0-9a-f]{10}(\.[a-z]+)$")]
    private static partial Regex HashedName();

    private void Take(IReadOnlyList<OutputFile>? site)
    {
        if (site is not null)
        {
            _site = site.ToDictionary(f => f.Path);
        }
    }

    private static string WebUtilityEncode(string text) => System.Net.WebUtility.HtmlEncode(text);

    private static string Event(string name, string data) =>
        $"event: {name}\n{string.Concat(data.Split('\n').Select(line => $"data: {line.TrimEnd('\r')}\n"))}\n";

    private static byte[] ReadScript()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Toolkit.Cli.Serving.reload.js")
            ?? throw new InvalidOperationException("reload.js is missing from the assembly");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var channel = Channel.CreateUnbounded<string>();
        _listeners[channel] = true;
        try
        {
            await context.Response.WriteAsync(_trouble.Length > 0 ? Event("trouble", _trouble) : ": listening\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await foreach (var message in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(message, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser left the page.
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }

    private void Send(string message)
    {
        foreach (var listener in _listeners.Keys)
        {
            listener.Writer.TryWrite(message);
        }
    }
}
