namespace Toolkit.Benchmarks;

/// <summary>Programs that are measured, and where they lie.</summary>
internal static class Programs
{
    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>
    /// Our own, of the same configuration as the benchmarks. Not the copy beside them: only in its own folder it is compiled
    /// ahead of time, as people get it.
    /// </summary>
    public static string Toolkit { get; } = Path.Combine(
        Repository, "src", "Toolkit.Cli", Path.GetRelativePath(Path.Combine(Repository, "tests", "Toolkit.Benchmarks"), AppContext.BaseDirectory),
        OperatingSystem.IsWindows() ? "Toolkit.Cli.exe" : "Toolkit.Cli");

    /// <summary>Hugo; null where it is not installed.</summary>
    public static string? Hugo { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, "hugo")).FirstOrDefault(File.Exists);

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Toolkit.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run it from the repository.");
        }

        return folder;
    }
}
