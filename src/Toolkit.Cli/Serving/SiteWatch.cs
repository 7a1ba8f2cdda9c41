using System.Threading.Channels;
using Toolkit.Reading;

namespace Toolkit.Cli.Serving;

/// <summary>What has to happen after some files changed.</summary>
[Flags]
internal enum Change
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Content, settings or a template: build the site again.</summary>
    Content = 1,

    /// <summary>Styles or scripts of the theme: bundle them, then build.</summary>
    Bundle = 2,

    /// <summary>C# or Razor: the running program does not know it.</summary>
    Code = 4,
}

/// <summary>Notices changes in the folders of a site and gathers those that come together.</summary>
internal sealed class SiteWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);
    private static readonly string[] ThemeFoldersNotWatched = ["node_modules", "bin", "obj", "dist"];
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Channel<Change> _changes = Channel.CreateUnbounded<Change>();
    private readonly string _theme;

    /// <summary>Watches the content folders and the theme.</summary>
    public SiteWatch(SiteFolders folders)
    {
        _theme = folders.Theme + Path.DirectorySeparatorChar;
        foreach (var folder in folders.Inputs)
        {
            Watch(folder, deep: true);
        }

        Watch(folders.Theme, deep: false);
        foreach (var folder in Directory.GetDirectories(folders.Theme).Where(f => !ThemeFoldersNotWatched.Contains(Path.GetFileName(f))))
        {
            // The PDF engine's packages lie in a folder of their own.
            Watch(folder, deep: !Directory.Exists(Path.Combine(folder, "node_modules")));
        }
    }

    /// <summary>Waits for a change, then until it is quiet, and says what has to happen.</summary>
    public async Task<Change> NextAsync(CancellationToken cancellation)
    {
        var all = await _changes.Reader.ReadAsync(cancellation);
        while (true)
        {
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            pause.CancelAfter(Quiet);
            try
            {
                all |= await _changes.Reader.ReadAsync(pause.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return all;
            }
        }
    }

    /// <summary>What a change of one file asks for.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="theme">Full path of the theme with a separator at its end.</param>
    public static Change Of(string path, string theme)
    {
        var name = Path.GetFileName(path);
        if (LeftOvers.IsLeftOver(name))
        {
            return Change.None;
        }

        var inTheme = path.StartsWith(theme, StringComparison.Ordinal) && !path.StartsWith(theme + "input", StringComparison.Ordinal);
        return (inTheme, Path.GetExtension(name)) switch
        {
            (true, ".razor" or ".cs" or ".csproj") => Change.Code,
            (true, ".css" or ".scss" or ".ts" or ".js" or ".mjs" or ".svg") => Change.Bundle,
            // Scripts have the words in them.
            (true, ".json") when path.StartsWith(theme + "words" + Path.DirectorySeparatorChar, StringComparison.Ordinal) => Change.Bundle,
            (true, ".md") => Change.None,
            // A folder that is touched because a file in it was; the file speaks for itself.
            (true, "") => Change.None,
            _ => Change.Content,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers)
        {
            watcher.Dispose();
        }
    }

    private void Watch(string folder, bool deep)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = deep,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, e) => Note(folder, e.FullPath);
        watcher.Created += (_, e) => Note(folder, e.FullPath);
        watcher.Deleted += (_, e) => Note(folder, e.FullPath);
        watcher.Renamed += (_, e) => Note(folder, e.FullPath);
        // Too many changes at once to name them: any of them may have mattered.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(Change.Content | Change.Bundle);
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void Note(string folder, string path)
    {
        // What changes in a folder of a program, such as .git, is not content either.
        if (!Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(LeftOvers.IsLeftOver) && Of(path, _theme) is var change and not Change.None)
        {
            _changes.Writer.TryWrite(change);
        }
    }
}
