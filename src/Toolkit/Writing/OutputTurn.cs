namespace Toolkit.Writing;

/// <summary>
/// The right to write an output folder. One build at a time has it, of whatever process; the system takes it back from a
/// process that ends, however it ends.
/// </summary>
internal sealed class OutputTurn : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private OutputTurn(FileStream file) => _file = file;

    /// <summary>Waits for the turn.</summary>
    /// <param name="folder">The output folder; the folder that holds it is made if it is not there.</param>
    /// <param name="say">Gets one line if another build has to be waited for.</param>
    /// <param name="cancellation">Ends waiting.</param>
    /// <exception cref="IOException">Nothing can be written beside the folder.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static async Task<OutputTurn> TakeAsync(string folder, Action<string> say, CancellationToken cancellation)
    {
        var path = OutputSiblings.Of(folder).Lock;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var waiting = false; ; await Task.Delay(LookAgain, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(path) is { } turn)
            {
                return turn;
            }

            if (!waiting)
            {
                waiting = true;
                say($"Another build is writing {folder}: waiting until it is done.");
            }
        }
    }

    /// <summary>Takes the turn if nobody has it; else null.</summary>
    /// <param name="folder">The output folder; the folder that holds it is there.</param>
    internal static OutputTurn? TryTakeFor(string folder) => TryTake(OutputSiblings.Of(folder).Lock);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static OutputTurn? TryTake(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > 0 })
        {
            throw new IOException($"The file {path} is in the way: builds take turns by a file of this name, and this one is somebody else's.");
        }

        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            return null;
        }

        // Whoever had the turn takes the file away at the end. What was opened before that is no longer the file of this
        // name, and a third build may have a new one.
        var sign = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(2 * Random.Shared.Next(100_000_000));
        File.SetLastWriteTimeUtc(file.SafeFileHandle, sign);
        if (File.GetLastWriteTimeUtc(path) == sign)
        {
            return new OutputTurn(file);
        }

        file.SafeFileHandle.Dispose();
        return null;
    }

    /// <summary>Whether another process holds the file, as Linux, macOS and Windows say it; anything else is trouble with the disk.</summary>
    private static bool IsTaken(IOException problem) => (problem.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
