namespace Toolkit.Benchmarks;

/// <summary>Programs that are measured.</summary>
internal static class Programs
{
    /// <summary>Our own, as it lies beside the benchmarks.</summary>
    public static string Toolkit { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Toolkit.Cli.exe" : "Toolkit.Cli");

    /// <summary>Hugo; null where it is not installed.</summary>
    public static string? Hugo { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, "hugo")).FirstOrDefault(File.Exists);
}
