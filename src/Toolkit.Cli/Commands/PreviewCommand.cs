using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Writing;

namespace Toolkit.Cli.Commands;

/// <summary><c>toolkit preview</c>: builds, serves, and builds again whenever a file changes.</summary>
internal static class PreviewCommand
{
    /// <summary>The port of Statiq's preview too.</summary>
    private const int UsualPort = 5080;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("preview", "Show the site in a browser and keep it fresh while you edit.");
        var options = new SiteOptions(command);
        var port = new Option<int>("--port", "-p") { Description = "Where it listens on this computer; 0 takes a free one", DefaultValueFactory = _ => UsualPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            {
                result.AddError($"There is no port {result.Tokens[0].Value}: ports go from {IPEndPoint.MinPort} to {IPEndPoint.MaxPort}.");
            }
        });
        command.Add(port);
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), parsed.GetValue(port), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(SiteRequest request, int port, Terminal terminal, CancellationToken cancellation)
    {
        OutputFolder.Check(request.Folders.Output);
        if (request.Folders.Cache.Length > 0)
        {
            return await ServeAsync(request, port, terminal, cancellation);
        }

        // Documents that are made after the pages come to them by a cache. If none may stay, it goes with the preview.
        var cache = Directory.CreateTempSubdirectory("toolkit-preview-");
        try
        {
            return await ServeAsync(request with { Folders = request.Folders with { Cache = cache.FullName } }, port, terminal, cancellation);
        }
        finally
        {
            try
            {
                cache.Delete(recursive: true);
            }
            catch (Exception e) when (OutsideTrouble.In(e) is not null)
            {
                // The system clears its temporary folder.
            }
        }
    }

    private static async Task<int> ServeAsync(SiteRequest request, int port, Terminal terminal, CancellationToken cancellation)
    {
        // Watching starts before the first build: what is saved meanwhile is not missed.
        using var watch = new SiteWatch(request.Folders);
        var channel = new PreviewChannel();
        await using var builder = Composition.Builder(request.Folders.Theme, line => terminal.Line(line));
        await using var server = await StartAsync(request, port, channel, cancellation);
        await using var run = new PreviewRun(builder, request, channel, terminal);
        try
        {
            await run.BuildAsync(cancellation);
            terminal.Line($"Preview: {server.Address}  (Ctrl+C stops it)", Tone.Good);
            while (true)
            {
                var change = await watch.NextAsync(cancellation);
                if (change.HasFlag(Change.Code))
                {
                    terminal.Line("A view or other code changed: restart preview to see it.", Tone.Warning);
                }

                if (change.HasFlag(Change.Bundle) && await Bundler.RunAsync(request.Folders.Theme, cancellation) is { Length: > 0 } trouble)
                {
                    terminal.Line(trouble, Tone.Error);
                    channel.Built(trouble, null);
                }
                else if ((change & (Change.Bundle | Change.Content)) != 0)
                {
                    await run.BuildAsync(cancellation);
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }

    private static async Task<SiteServer> StartAsync(SiteRequest request, int port, PreviewChannel channel, CancellationToken cancellation)
    {
        try
        {
            return await SiteServer.StartAsync(request.Folders.Output, port, channel, cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new CommandLineException(
                $"Port {port} is in use, perhaps by another preview. Stop that one, or choose another port: --port {port + 1}.");
        }
    }
}
