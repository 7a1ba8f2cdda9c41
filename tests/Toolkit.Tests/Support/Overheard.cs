using System.Text;
using System.Threading.Channels;
using Xunit;

namespace Toolkit.Tests.Support;

/// <summary>Console text that a test can wait for.</summary>
public sealed class Overheard : TextWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void WriteLine(string? value) => _lines.Writer.TryWrite(value ?? "");

    /// <inheritdoc/>
    public override void WriteLine() => WriteLine("");

    /// <summary>Waits for a line that holds some words, and returns it; fails with what came instead.</summary>
    public async Task<string> HearAsync(string words)
    {
        var heard = new StringBuilder();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(deadline.Token))
            {
                heard.AppendLine(line);
                if (line.Contains(words, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Said below.
        }

        throw new TimeoutException($"'{words}' was not said within {Patience.TotalSeconds} seconds. What was:\n{heard}");
    }
}
