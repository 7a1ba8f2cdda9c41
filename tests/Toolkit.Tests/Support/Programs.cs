using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Toolkit.Tests.Support;

/// <summary>What a program answered.</summary>
/// <param name="ExitCode">Zero where it was content.</param>
/// <param name="Output">Standard output as text.</param>
/// <param name="Errors">Standard error as text.</param>
public sealed record ProgramResult(int ExitCode, string Output, string Errors);

/// <summary>
/// Programs outside the project that tests use to see our files through other eyes. A missing one skips the test with a
/// reason; where <c>TOOLKIT_REQUIRE=all</c> it fails it instead.
/// </summary>
public static class Programs
{
    /// <summary>Full path of the program, under the first of these names that is on the path.</summary>
    /// <exception cref="Exception">The test is skipped, or fails, because there is none.</exception>
    public static string Need(params string[] names)
    {
        if (names.Select(OnPath).FirstOrDefault(path => path is not null) is { } found)
        {
            return found;
        }

        var reason = $"This test needs {string.Join(" or ", names)}, which is not installed.";
        if (Environment.GetEnvironmentVariable("TOOLKIT_REQUIRE") == "all")
        {
            Assert.Fail(reason + " TOOLKIT_REQUIRE=all says that nothing may be missing.");
        }

        Assert.Skip(reason);
        return "";
    }

    /// <summary>Runs a program to its end; kills it and fails when it takes longer than <paramref name="limit"/> (a minute if not said).</summary>
    public static async Task<ProgramResult> Run(string path, IEnumerable<string> arguments, TimeSpan? limit = null, string? folder = null)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(limit ?? TimeSpan.FromMinutes(1));
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return new ProgramResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            throw new TimeoutException($"{Path.GetFileName(path)} did not end within {(limit ?? TimeSpan.FromMinutes(1)).TotalSeconds} seconds");
        }
    }

    /// <summary>Converts many files with one start of LibreOffice, in a profile of its own, into <paramref name="folder"/>.</summary>
    /// <param name="files">Full paths.</param>
    /// <param name="format">Such as <c>pdf</c> or <c>docx</c>.</param>
    /// <param name="folder">Where the results go; made if it is not there.</param>
    /// <param name="from">How to read them, where LibreOffice would have to ask.</param>
    public static async Task Convert(IReadOnlyList<string> files, string format, string folder, string? from = null)
    {
        var soffice = Need("soffice", "libreoffice");
        using var profile = new TemporaryFolder();
        Directory.CreateDirectory(folder);
        var result = await Run(
            soffice,
            ["-env:UserInstallation=" + new Uri(profile.Path).AbsoluteUri, "--headless", .. from is null ? Array.Empty<string>() : ["--infilter=" + from], "--convert-to", format, "--outdir", folder, .. files],
            TimeSpan.FromMinutes(4));
        Assert.True(result.ExitCode == 0, result.Errors);
        foreach (var file in files)
        {
            var made = Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(file), format.Split(':')[0]));
            Assert.True(File.Exists(made), $"LibreOffice did not make {made}: {result.Errors}");
        }
    }

    private static string? OnPath(string name)
    {
        // Servers stand where only administrators look.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append("/usr/sbin");
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ""] : [""];
        return (from folder in folders
                from ending in endings
                let path = Path.Combine(folder, name + ending)
                where File.Exists(path)
                select path).FirstOrDefault();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }
}

/// <summary>A folder that is gone when the test is over.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("toolkit-").FullName;

    /// <summary>Full path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A program that was killed may still hold a file; the system clears its temporary folder.
        }
    }
}
