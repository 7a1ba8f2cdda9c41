namespace Toolkit.Writing;

/// <summary>Writes a folder whole or not at all.</summary>
public static class OutputFolder
{
    /// <summary>
    /// Writes the files beside the folder, then puts them in its place. Until that last step the old content stays as it is.
    /// </summary>
    /// <param name="folder">Full path.</param>
    /// <param name="files">What it holds afterwards, nothing else.</param>
    /// <param name="copies">Files to copy: path in the output, path on disk.</param>
    /// <param name="cancellation">Ends the work; the folder is as it was.</param>
    /// <exception cref="IOException">The folder cannot be written; the message says which and why.</exception>
    public static void Replace(
        string folder, IReadOnlyCollection<OutputFile> files, IReadOnlyCollection<Model.StaticFile> copies, CancellationToken cancellation)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var draft = folder + ".new";
        var old = folder + ".old";
        try
        {
            Delete(draft);
            Directory.CreateDirectory(draft);
            foreach (var parent in files.Select(f => f.Path).Concat(copies.Select(c => c.OutputPath))
                .Select(p => Path.GetDirectoryName(p) ?? "").Distinct())
            {
                Directory.CreateDirectory(Path.Combine(draft, parent));
            }

            Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellation }, file => File.WriteAllBytes(Path.Combine(draft, file.Path), file.Bytes));
            foreach (var copy in copies)
            {
                File.Copy(copy.SourceFile, Path.Combine(draft, copy.OutputPath), overwrite: true);
            }

            cancellation.ThrowIfCancellationRequested();
            Delete(old);
            if (Directory.Exists(folder))
            {
                Directory.Move(folder, old);
            }

            Directory.Move(draft, folder);
            Delete(old);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or AggregateException)
        {
            if (!Directory.Exists(folder) && Directory.Exists(old))
            {
                Directory.Move(old, folder);
            }

            throw new IOException($"The output folder {folder} cannot be written: {problem.GetBaseException().Message}", problem);
        }
        finally
        {
            Delete(draft);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
