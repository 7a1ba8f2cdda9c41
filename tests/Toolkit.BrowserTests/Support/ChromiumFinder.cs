using System.Diagnostics;

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// Finds a browser of the Chromium family: the one that <c>TOOLKIT_BROWSER</c> names, else an installed one, else the one
/// Playwright keeps; if there is none it installs one and says so.
/// </summary>
public static class ChromiumFinder
{
    private static readonly string[] OnPath =
        ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge"];

    private static readonly string[] OnMac =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] OnWindows =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>Full path of a browser; null means the one that Playwright keeps.</summary>
    /// <exception cref="InvalidOperationException">There is none, and none could be installed; the message says what to do.</exception>
    public static string? Find(Func<string> playwrightsOwn)
    {
        if (Environment.GetEnvironmentVariable("TOOLKIT_BROWSER") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"TOOLKIT_BROWSER names {named}, which is not there.");
        }

        if (Installed() is { } installed)
        {
            return installed;
        }

        if (File.Exists(playwrightsOwn()))
        {
            return null;
        }

        Say("The tests drive the pages in a browser, and none of the Chromium family was found: installing Playwright's own (once).");
        if (Microsoft.Playwright.Program.Main(["install", "--only-shell", "chromium"]) == 0)
        {
            return null;
        }

        if (OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get"))
        {
            Say("That did not work: installing the system's chromium with apt-get.");
            Run("apt-get", "update", "-qq");
            Run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
        }

        return Installed() ?? throw new InvalidOperationException(
            "The browser tests need Chrome, Chromium or Edge. Install one, or name it in the environment variable TOOLKIT_BROWSER.");
    }

    private static string? Installed()
    {
        if (OperatingSystem.IsMacOS())
        {
            return OnMac.FirstOrDefault(File.Exists);
        }

        if (OperatingSystem.IsWindows())
        {
            Environment.SpecialFolder[] bases =
                [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
            return (from folder in bases from path in OnWindows select Path.Combine(Environment.GetFolderPath(folder), path)).FirstOrDefault(File.Exists);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return (from name in OnPath from folder in folders select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static void Say(string line) => Console.WriteLine(line);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
