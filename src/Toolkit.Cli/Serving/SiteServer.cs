using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Toolkit.Model;
using Toolkit.Writing.Html;

namespace Toolkit.Cli.Serving;

/// <summary>
/// Serves a finished site to this computer alone, with the headers it will have on the web: what a browser refuses there
/// it refuses here.
/// </summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private static readonly string[] OurNames = ["localhost", "127.0.0.1"];
    private readonly WebApplication _app;

    private SiteServer(WebApplication app)
    {
        _app = app;
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Address of the home page, with a slash at the end.</summary>
    public Uri Address => new($"http://localhost:{Port}/");

    /// <summary>Starts serving a folder.</summary>
    /// <param name="folder">Full path of the output folder; it may be replaced while it is served.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="preview">Adds the script that reloads the browser; null serves the bytes as they are.</param>
    /// <param name="cancellation">Stops starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SiteServer> StartAsync(string folder, int port, PreviewChannel? preview, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, folder, preview));
        await app.StartAsync(cancellation);
        return new SiteServer(app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context, string folder, PreviewChannel? preview)
    {
        var path = (context.Request.Path.Value ?? "/").TrimStart('/');
        if (!OurNames.Contains(context.Request.Host.Host))
        {
            // A page elsewhere must not read a preview by pointing its own name at this computer.
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (preview is not null && await preview.AnswerAsync(context, path))
        {
            return;
        }

        var name = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        var file = await FindAsync(folder, name, preview, context.RequestAborted);
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            // A language has one of its own.
            var own = name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)] + HtmlWriter.NotFoundPath;
            name = HtmlWriter.NotFoundPath;
            file = await FindAsync(folder, own, preview, context.RequestAborted) ?? await FindAsync(folder, name, preview, context.RequestAborted) ?? preview?.NothingYet() ?? [];
        }

        var told = await FindAsync(folder, HostHeaders.File, preview, context.RequestAborted);
        foreach (var (header, value) in ServedHeaders.Of(name, SecurityHeaders.ToldBy(Encoding.UTF8.GetString(told ?? []))))
        {
            context.Response.Headers[header] = value;
        }

        if (preview is not null)
        {
            context.Response.Headers.CacheControl = "no-store";
            file = name.EndsWith(".html", StringComparison.Ordinal) ? PreviewChannel.WithScript(file) : file;
        }

        context.Response.ContentLength = file.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(file, context.RequestAborted);
        }
    }

    private static async Task<byte[]?> FindAsync(string folder, string name, PreviewChannel? preview, CancellationToken cancellation)
    {
        // The folder may be gone, or be replaced at this moment; and there are names that no file can have.
        try
        {
            if (OutputPath.Trouble(name) is not null)
            {
                return null;
            }

            // A preview changes pages on the way to the browser: none would be the one that the list says.
            if (preview is not null && name == ServiceWorker.ListPath)
            {
                return null;
            }

            return preview is not null && await preview.FindAsync(name, cancellation) is (var inMemory, true)
                ? inMemory
                : await File.ReadAllBytesAsync(Path.Combine(folder, name), cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
