using System.Diagnostics;
using Microsoft.Playwright;

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// Browsers of the Chromium family, and how they are started, everywhere. Which one: the one that <c>TOOLKIT_BROWSER</c>
/// names, else an installed one, else the one Playwright keeps; if there is none it installs one and says so.
/// </summary>
public static class Chromium
{
    /// <summary>Milliseconds for a start.</summary>
    private const int Patience = 60_000;

    /// <summary>
    /// Chromium without what surrounds a page, and with the same pages: a fresh profile of it costs half as much, since the
    /// whole one makes a window with a toolbar for each, though nobody sees it.
    /// </summary>
    private static readonly string[] ShellOnPath = ["chromium-headless-shell", "chrome-headless-shell"];

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

    /// <summary>Switches of every start.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // Whatever a page may try, it reaches nothing but this computer.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
    ];

    /// <summary>Starts a browser.</summary>
    /// <param name="playwright">What drives it.</param>
    /// <param name="whole">Whether it has to be what people have: the memory for pages that one comes back to, the viewer for PDFs.</param>
    /// <param name="without">Switches of Playwright's own to leave out.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, bool whole = false, params string[] without)
    {
        ArgumentNullException.ThrowIfNull(playwright);
        return playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(playwright, whole),
            Channel = whole ? "chromium" : null,
            Args = Flags,
            IgnoreDefaultArgs = without,
            Timeout = Patience,
        });
    }

    /// <summary>Starts a whole browser with a profile folder on the disk.</summary>
    public static Task<IBrowserContext> LaunchWithProfileAsync(IPlaywright playwright, string profile, params string[] without)
    {
        ArgumentNullException.ThrowIfNull(playwright);
        return playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Find(playwright, whole: true),
            Channel = "chromium",
            Args = Flags,
            IgnoreDefaultArgs = without,
            ViewportSize = new() { Width = 1000, Height = 1200 },
            Timeout = Patience,
        });
    }

    /// <summary>Full path of a browser; null means the one that Playwright keeps.</summary>
    /// <exception cref="InvalidOperationException">There is none, and none could be installed; the message says what to do.</exception>
    private static string? Find(IPlaywright playwright, bool whole)
    {
        if (Environment.GetEnvironmentVariable("TOOLKIT_BROWSER") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"TOOLKIT_BROWSER names {named}, which is not there.");
        }

        if (!whole && FirstOnPath(ShellOnPath) is { } shell)
        {
            return shell;
        }

        if (Installed() is { } installed)
        {
            return installed;
        }

        if (File.Exists(playwright.Chromium.ExecutablePath))
        {
            return null;
        }

        Say("The tests drive the pages in a browser, and none of the Chromium family was found: installing Playwright's own (once).");
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
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

        return FirstOnPath(OnPath);
    }

    private static string? FirstOnPath(string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return (from name in names from folder in folders select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
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
