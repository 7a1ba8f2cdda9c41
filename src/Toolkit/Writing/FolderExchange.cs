using System.Runtime.InteropServices;

namespace Toolkit.Writing;

/// <summary>Puts a folder in the place of another: in one step where the system has one, so that there is always one of them.</summary>
internal static class FolderExchange
{
    /// <summary>Names count from the folder of the process; all ours are whole.</summary>
    private const int FromHere = -100;

    /// <summary>Exchanges two names in one step; Linux and macOS have the same number for it.</summary>
    private const uint Swap = 2;

    /// <summary>Whether the one step is tried. A seam: tests and measurements switch it off to see the other way.</summary>
    internal static bool InOneStep { get; set; } = true;

    /// <summary>
    /// Exchanges two folders of one file system. Where that takes two steps, a process that is killed between them leaves no
    /// folder, and the old one under <paramref name="aside"/>, from where the next run fetches it.
    /// </summary>
    /// <param name="fresh">What comes.</param>
    /// <param name="folder">The place; a folder is there.</param>
    /// <param name="aside">Where nothing is.</param>
    /// <returns>Where the old folder is now.</returns>
    /// <exception cref="IOException">It could not be done; everything is where it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static string Exchange(string fresh, string folder, string aside)
    {
        if (InOneStep && TryOneStep(fresh, folder))
        {
            return fresh;
        }

        Directory.Move(folder, aside);
        try
        {
            Directory.Move(fresh, folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Directory.Move(aside, folder);
            throw;
        }

        return aside;
    }

    /// <summary>False where the system or this file system has no such step, or refuses it: then two steps say why.</summary>
    private static bool TryOneStep(string one, string other)
    {
        try
        {
            return OperatingSystem.IsLinux() ? RenameOnLinux(FromHere, one, FromHere, other, Swap) == 0
                : OperatingSystem.IsMacOS() && RenameOnMac(one, other, Swap) == 0;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "renameat2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameOnLinux(
        int oldFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string oldPath, int newFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string newPath, uint flags);

    [DllImport("libc", EntryPoint = "renamex_np")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameOnMac(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to, uint flags);
}
