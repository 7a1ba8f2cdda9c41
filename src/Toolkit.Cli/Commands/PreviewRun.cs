using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Writing;

namespace Toolkit.Cli.Commands;

/// <summary>
/// The builds of one preview. Pages come first, with the documents that are there already, and are served from memory; then,
/// while people look at them, the missing documents are made and the output folder is written. What is edited meanwhile
/// starts over.
/// </summary>
internal sealed class PreviewRun(SiteBuilder builder, SiteRequest request, PreviewChannel channel, Terminal terminal) : IAsyncDisposable
{
    private readonly Lock _turn = new();
    private CancellationTokenSource _overtaken = new();
    private Task _documents = Task.CompletedTask;

    /// <summary>Builds; returns when the pages are there, or when it is said why they are not.</summary>
    public async Task BuildAsync(CancellationToken cancellation)
    {
        using (var before = _overtaken)
        {
            lock (_turn)
            {
                _overtaken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                channel.Building();
            }

            // Not waited for: what has no end yet ends by itself, and writes nothing.
            await before.CancelAsync();
        }

        var trouble = "";
        IReadOnlyList<OutputFile>? site = null;
        try
        {
            var report = await BuildRun.RunAsync(builder, request, terminal, o => o with { DocumentsLater = true, Write = false }, cancellation);
            trouble = report.HasErrors ? ProblemPrinter.ToText(request.Folders, report) : "";
            site = report.HasErrors ? null : report.Output;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A file is still being saved, or open in a program that locks it: the next change tries again.
            trouble = TroubleOf(e);
            terminal.Line(trouble, Tone.Error);
        }
        finally
        {
            channel.Built(trouble, site);
        }

        if (site is null)
        {
            channel.Complete();
            return;
        }

        var (earlier, overtaken) = (_documents, _overtaken);
        _documents = Task.Run(() => Task.WhenAll(earlier, WriteAsync(overtaken, overtaken.Token)), CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _overtaken.CancelAsync();
        await _documents;
        _overtaken.Dispose();
    }

    private async Task WriteAsync(CancellationTokenSource turn, CancellationToken overtaken)
    {
        var trouble = "";
        IReadOnlyList<OutputFile>? site = null;
        try
        {
            var start = terminal.Clock.GetTimestamp();
            var report = await builder.BuildAsync(request.Options(), cancellation: overtaken);
            if (report.HasErrors)
            {
                ProblemPrinter.Print(terminal, request.Folders, report, request.Log);
                trouble = ProblemPrinter.ToText(request.Folders, report);
            }
            else
            {
                // Where nothing had changed, what was built before has all documents.
                site = report.Unchanged ? null : report.Output;
                BuildRun.Summarize(report, request, terminal, request.Options(), start);
            }
        }
        catch (OperationCanceledException) when (overtaken.IsCancellationRequested)
        {
            // Nobody asks for these any more.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            trouble = TroubleOf(e);
            terminal.Line(trouble, Tone.Error);
        }
        finally
        {
            Complete(turn, trouble, site);
        }
    }

    /// <summary>A preview goes on whatever happens: people write while it runs, and the next thing they save may mend it.</summary>
    private static string TroubleOf(Exception failure) => OutsideTrouble.In(failure)
        ?? $"error: this is a mistake in the toolkit, not in your content. Please report it with these lines:\n{failure}";

    /// <summary>Lets those who wait go on, unless newer content is being built: then that does.</summary>
    private void Complete(CancellationTokenSource turn, string trouble, IReadOnlyList<OutputFile>? site)
    {
        lock (_turn)
        {
            if (turn != _overtaken)
            {
                return;
            }

            if (trouble.Length > 0)
            {
                channel.Built(trouble, null);
            }

            channel.Complete(site);
        }
    }
}
