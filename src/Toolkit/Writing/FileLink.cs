using System.Runtime.InteropServices;

namespace Toolkit.Writing;

/// <summary>
/// A second name for a file (a hard link): in a folder that is to come, what is as it was in the one that is to go costs nothing
/// then, however large it is.
/// </summary>
internal static class FileLink
{
    /// <summary>Gives a file a second name in the same file system. False where the system, or this file system, does not: then a copy is as good.</summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="name">Full path that nothing has yet.</param>
    public static bool TryAdd(string file, string name)
    {
        try
        {
            return (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && Link(file, name) == 0;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
