using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolkit.Writing.Pdf;

/// <summary>One process of <c>pdf-worker.mjs</c>: one request at a time, a line of JSON in, a line of JSON out.</summary>
internal sealed class PdfWorker : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StringBuilder _complaints = new();
    private int _requests;

    private PdfWorker(Process process) => _process = process;

    /// <summary>Starts a process and waits until it is ready.</summary>
    /// <exception cref="PdfException">It did not start.</exception>
    public static async Task<PdfWorker> StartAsync(string folder, string fontConfiguration, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node", ["--max-old-space-size=512", "--max-semi-space-size=1", "--expose-gc", Path.Combine(folder, "pdf-worker.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };

        // Fonts of the system stay out: they would make the result depend on the machine.
        start.Environment["FONTCONFIG_FILE"] = fontConfiguration;
        PdfWorker worker;
        try
        {
            worker = new PdfWorker(Process.Start(start) ?? throw new PdfException("node did not start."));
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new PdfException("Node.js is not installed, so no PDFs can be made: install version 20 or newer, or leave PDFs out with --no-pdf.", e);
        }

        try
        {
            worker._process.ErrorDataReceived += worker.Complain;
            worker._process.BeginErrorReadLine();
            _ = await worker.ReadAsync(StartLimit, cancellation);
            return worker;
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <summary>Makes one PDF of a tree, given as JSON; the answer lists what is wrong, nothing where all is well.</summary>
    /// <exception cref="TimeoutException">It took longer than <paramref name="limit"/>.</exception>
    /// <exception cref="PdfException">The process ended.</exception>
    public async Task<IReadOnlyList<string>> MakeAsync(
        string tree, IReadOnlyDictionary<string, string> files, string output, TimeSpan limit, CancellationToken cancellation)
    {
        var request = $"{{\"id\":{++_requests},\"tree\":{tree},\"files\":{JsonSerializer.Serialize(files)},\"out\":{JsonSerializer.Serialize(output)}}}";
        try
        {
            await _process.StandardInput.WriteLineAsync(request.AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
        }
        catch (IOException e)
        {
            throw Ended(e);
        }

        var answer = await ReadAsync(limit, cancellation);
        if (answer["id"]?.GetValue<int>() != _requests)
        {
            throw new PdfException("The PDF process answered another question.");
        }

        return answer["errors"] is JsonArray errors ? [.. errors.Select(e => e!.GetValue<string>())] : [];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            // Looking for what it may have started takes longer than ending it; that would end by itself, with its input.
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }

        _process.Dispose();
    }

    private async Task<JsonNode> ReadAsync(TimeSpan limit, CancellationToken cancellation)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(limit, cancellation);
        return line is null ? throw Ended(null) : JsonNode.Parse(line)!;
    }

    private void Complain(object sender, DataReceivedEventArgs e)
    {
        lock (_complaints)
        {
            if (_complaints.Length < 4000)
            {
                _complaints.AppendLine(e.Data);
            }
        }
    }

    private PdfException Ended(Exception? inner)
    {
        // The last words arrive with the end of the process.
        _process.WaitForExit(TimeSpan.FromSeconds(2));
        lock (_complaints)
        {
            return new PdfException($"The PDF process ended.\n{_complaints}".TrimEnd(), inner);
        }
    }
}
