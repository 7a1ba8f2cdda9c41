using System.Diagnostics;

namespace Toolkit.Benchmarks;

/// <summary>What we are measured beside and comes from npm, with versions of its own.</summary>
internal static class Peer
{
    /// <summary>The folder with <c>node_modules</c>; installs them the first time.</summary>
    public static string Folder()
    {
        var folder = Path.Combine(Programs.Repository, "tests", "Toolkit.Benchmarks", "peer");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            using var install = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder })!;
            install.WaitForExit();
            if (install.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci in {folder} ended with {install.ExitCode}.");
            }
        }

        return folder;
    }
}
