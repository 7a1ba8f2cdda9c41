using Toolkit.Model;

namespace Toolkit.Writing;

/// <summary>Writes a folder whole or not at all, and none but the toolkit's own.</summary>
public static class OutputFolder
{
    /// <summary>Looks at a folder that is to be replaced; changes nothing.</summary>
    /// <param name="folder">Full path.</param>
    /// <exception cref="OutputRefusedException">It is not ours to replace; says why, and what to do.</exception>
    public static void Check(string folder)
    {
        if (Path.GetDirectoryName(folder) is null)
        {
            throw new OutputRefusedException($"{folder} is the root of a disk. Name a folder in it with -o.");
        }

        if (new DirectoryInfo(folder).LinkTarget is { } target)
        {
            throw new OutputRefusedException($"The output folder {folder} is a link to {target}. Name the folder itself with -o, or take the link away.");
        }

        if (File.Exists(folder))
        {
            throw new OutputRefusedException($"{folder} is a file, not a folder. Name another folder with -o.");
        }

        if (!Directory.Exists(folder) || OutputMark.IsEmpty(folder))
        {
            return;
        }

        if (Path.Exists(Path.Combine(folder, ".git")))
        {
            throw new OutputRefusedException(
                $"The output folder {folder} holds a .git, and a build would replace it with all else in there. Build to another folder with -o, and copy what is in it.");
        }

        if (!OutputMark.IsOn(folder) && !OutputMark.IsOfEarlierVersion(folder))
        {
            throw new OutputRefusedException(
                $"The folder {folder} was not written by the toolkit, and a build would replace all that is in it. Name another folder with -o, or empty this one.");
        }
    }

    /// <summary>
    /// Puts back what a build had laid aside that was killed before it put something in its place, and takes away what killed
    /// builds left. Waits for another build only where there is something to put back.
    /// </summary>
    /// <param name="folder">Full path.</param>
    /// <param name="say">Gets a line if it has to wait for another build.</param>
    /// <param name="cancellation">Ends waiting.</param>
    /// <exception cref="IOException">It cannot be put back.</exception>
    public static async Task HealAsync(string folder, Action<string> say, CancellationToken cancellation)
    {
        var siblings = OutputSiblings.Of(folder);
        if (!siblings.Any())
        {
            return;
        }

        using var turn = !Path.Exists(folder) && siblings.Olds().Count > 0
            ? await OutputTurn.TakeAsync(folder, say, cancellation)
            : OutputTurn.TryTakeFor(folder);
        if (turn is null)
        {
            return;
        }

        if (!Path.Exists(folder) && siblings.Olds() is [var newest, ..])
        {
            Directory.Move(newest, folder);
        }

        Tidy(siblings);
    }

    /// <summary>
    /// Writes the files beside the folder, then puts them in its place. Until that last step the old content stays as it is.
    /// Whoever calls it has the folder's <see cref="OutputTurn"/>.
    /// </summary>
    /// <param name="folder">Full path.</param>
    /// <param name="files">What it holds afterwards, nothing else.</param>
    /// <param name="say">Gets a line if the folder is one of a version before the mark.</param>
    /// <param name="cancellation">Ends the work; the folder is as it was.</param>
    /// <param name="untouched">Full path of a file in the folder that holds what a file is to hold, so that it need not be written again; null where there is none.</param>
    /// <param name="note">Told of each file once it is there, with the full path where it was written; null where it was not written again.</param>
    /// <exception cref="OutputRefusedException">The folder is not ours to replace.</exception>
    /// <exception cref="IOException">The folder cannot be written; the message says which and why.</exception>
    public static void Replace(
        string folder, IReadOnlyCollection<OutputFile> files, Action<string> say, CancellationToken cancellation, Func<OutputFile, string?>? untouched = null,
        Action<OutputFile, string?>? note = null)
    {
        Check(folder);
        var siblings = OutputSiblings.Of(folder);
        var draft = siblings.NewDraft();
        try
        {
            Tidy(siblings);
            Fill(draft, files, untouched ?? (_ => null), note, cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (!Directory.Exists(folder))
            {
                Directory.Move(draft, folder);
                return;
            }

            if (!OutputMark.IsEmpty(folder) && !OutputMark.IsOn(folder))
            {
                say($"{folder} was written by an earlier version of the toolkit, as its files show: it is replaced, and carries a mark from now on.");
                OutputMark.Put(folder);
            }

            // Should the old content not go now, for example because a program has a file of it open, it goes with the next build.
            TryDelete(FolderExchange.Exchange(draft, folder, siblings.NewOld()));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or AggregateException)
        {
            throw new IOException($"The output folder {folder} cannot be written: {problem.GetBaseException().Message}", problem);
        }
        finally
        {
            TryDelete(draft);
        }
    }

    /// <summary>Writes all files into a new folder, the mark first: whatever ends this, the next build knows whose it is.</summary>
    private static void Fill(string draft, IReadOnlyCollection<OutputFile> files, Func<OutputFile, string?> untouched, Action<OutputFile, string?>? note, CancellationToken cancellation)
    {
        // Checked before, with words for the author. This is the last gate, for whatever came by another way.
        if (files.Select(f => f.Path).FirstOrDefault(p => OutputPath.Trouble(p) is not null) is { } path)
        {
            throw new IOException($"the path '{OutputPath.Shown(path)}' {OutputPath.Trouble(path)}");
        }

        Directory.CreateDirectory(draft);
        OutputMark.Put(draft);
        foreach (var parent in files.Select(f => Path.GetDirectoryName(f.Path) ?? "").Distinct())
        {
            Directory.CreateDirectory(Path.Combine(draft, parent));
        }

        Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellation }, file =>
        {
            var path = Path.Combine(draft, file.Path);
            if (untouched(file) is { } same && FileLink.TryAdd(same, path))
            {
                note?.Invoke(file, null);
                return;
            }

            File.WriteAllBytes(path, file.Bytes);
            note?.Invoke(file, path);
        });
    }

    /// <summary>Takes away what killed builds left. Whoever calls it has the turn: nobody else writes there.</summary>
    private static void Tidy(OutputSiblings siblings)
    {
        foreach (var left in siblings.Drafts().Concat(siblings.Olds()))
        {
            TryDelete(left);
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            OutputMark.Delete(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }
}

/// <summary>A folder that a build must not replace. The message says why, and what to do.</summary>
public sealed class OutputRefusedException(string message) : IOException(message);
