namespace Toolkit.Cli.Serving;

/// <summary>Holds those who need something until it is there. Open at first.</summary>
internal sealed class Gate
{
    private volatile TaskCompletionSource? _closed;

    /// <summary>From now on all wait.</summary>
    public void Close() => _closed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets all go on.</summary>
    public void Open()
    {
        var closed = _closed;
        _closed = null;
        closed?.TrySetResult();
    }

    /// <summary>Ends when the gate is open.</summary>
    public async Task PassAsync(CancellationToken cancellation)
    {
        while (_closed is { } closed)
        {
            await closed.Task.WaitAsync(cancellation);
        }
    }
}
