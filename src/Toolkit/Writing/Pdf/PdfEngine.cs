using System.Diagnostics;
using System.Security.Cryptography;

namespace Toolkit.Writing.Pdf;

/// <summary>Where the engine lies and how it runs.</summary>
public sealed record PdfEngineOptions
{
    /// <summary>The folder <c>theme/pdf</c>: the template, the worker, and <c>node_modules</c>.</summary>
    public required string TypstFolder { get; init; }

    /// <summary>How many processes make documents at the same time.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>How long one document may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets one line when npm packages are installed, see <see cref="PdfEngine.EnsureInstalled"/>.</summary>
    public Action<string> Log { get; init; } = _ => { };
}

/// <summary>A PDF could not be made. The message says which and why.</summary>
public sealed class PdfException : InvalidOperationException
{
    /// <summary>With what went wrong.</summary>
    public PdfException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Typst, which npm brings.</summary>
internal static class PdfEngine
{
    /// <summary>Most time that npm gets.</summary>
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Installs Typst and the fonts of PDFs into the folder's <c>node_modules</c>, unless what the lock file asks for is
    /// there: that and nothing else, without a change to the lock file. Two programs that start at once do not disturb each
    /// other.
    /// </summary>
    /// <param name="folder">The folder <c>theme/pdf</c>.</param>
    /// <param name="log">Gets one line that says what is installed and why, only when something is.</param>
    /// <exception cref="PdfException">npm is missing or failed.</exception>
    public static void EnsureInstalled(string folder, Action<string> log)
    {
        if (IsInstalled(folder))
        {
            return;
        }

        using var turn = TakeTurn(folder);
        if (IsInstalled(folder))
        {
            return;
        }

        log($"Installing Typst and the fonts of PDFs into {Path.Combine(folder, "node_modules")} (npm ci, about 60 MB, once).");
        RunNpm(folder);
        File.WriteAllText(StampFile(folder), LockHash(folder));
    }

    /// <summary>Whether what the lock file asks for is installed.</summary>
    public static bool IsInstalled(string folder) =>
        File.Exists(StampFile(folder)) && File.ReadAllText(StampFile(folder)) == LockHash(folder);

    private static string StampFile(string folder) => Path.Combine(folder, "node_modules", ".installed-for");

    private static string LockHash(string folder) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "package-lock.json"))));

    private static FileStream TakeTurn(string folder)
    {
        // Who else uses this computer has a file of their own: nobody may open another's.
        var name = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Environment.UserName}\0{Path.GetFullPath(folder)}")))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"partnership-toolkit-{name}.lock");
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(200))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < InstallLimit)
            {
                // Another program is installing into the same folder: wait for it.
            }
        }
    }

    private static void RunNpm(string folder)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", "/c npm ci --no-audit --no-fund --loglevel=error")
            : new ProcessStartInfo("npm", "ci --no-audit --no-fund --loglevel=error");
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            using var npm = Process.Start(start) ?? throw new PdfException("npm did not start.");
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEndAsync();
            if (!npm.WaitForExit(InstallLimit))
            {
                npm.Kill(entireProcessTree: true);
                throw new PdfException($"npm ci in {folder} did not end within {InstallLimit.TotalMinutes} minutes.");
            }

            if (npm.ExitCode != 0)
            {
                throw new PdfException($"npm ci in {folder} failed, so no PDFs can be made (--no-pdf leaves them out).\n{output.Result}{errors.Result}".TrimEnd());
            }
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new PdfException("npm is not installed, so no PDFs can be made: install Node.js 20 or newer, or leave PDFs out with --no-pdf.", e);
        }
    }
}
