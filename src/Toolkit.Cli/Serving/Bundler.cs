using System.ComponentModel;
using System.Diagnostics;

namespace Toolkit.Cli.Serving;

/// <summary>Makes the theme's stylesheet and scripts again while a preview runs; a normal build does it by MSBuild.</summary>
internal static class Bundler
{
    /// <summary>Bundles; returns what went wrong, empty when nothing did.</summary>
    /// <param name="theme">Full path of the theme.</param>
    /// <param name="cancellation">Ends the bundler.</param>
    public static async Task<string> RunAsync(string theme, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node", ["build.mjs"])
        {
            WorkingDirectory = theme,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            try
            {
                await process.WaitForExitAsync(cancellation);
                return process.ExitCode == 0 ? "" : $"The theme's styles and scripts could not be bundled:\n{await output}{await error}";
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception)
        {
            return "The theme's styles and scripts could not be bundled: node was not found. Install Node 20 or newer.";
        }
    }
}
