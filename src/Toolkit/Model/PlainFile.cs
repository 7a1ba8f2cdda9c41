using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Toolkit.Model;

/// <summary>What lies at a path; links are looked at, not followed.</summary>
public enum PathKind
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A plain file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A link, wherever it leads.</summary>
    Link,

    /// <summary>A pipe, a socket or a device: reading it may never end.</summary>
    Other,
}

/// <summary>
/// Reads files that others may change meanwhile: plain files alone, and never by way of a link. Whatever opens a file of
/// the input does it here.
/// </summary>
public static class PlainFile
{
    /// <summary>What lies at a path.</summary>
    public static PathKind KindOf(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            return Status(path) is { } status ? KindOf(status) : PathKind.Nothing;
        }

        try
        {
            // Not the attribute for reparse points: files that OneDrive has not fetched yet carry it too.
            return new FileInfo(path).LinkTarget is not null ? PathKind.Link
                : File.GetAttributes(path).HasFlag(FileAttributes.Directory) ? PathKind.Folder : PathKind.File;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return PathKind.Nothing;
        }
    }

    /// <summary>The bytes of a plain file.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="most">As many bytes as it may have.</param>
    /// <exception cref="IOException">It is gone, is no plain file, is too large, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path, long most)
    {
        // Looked at before it is opened, since opening a pipe waits for somebody to write into it.
        var kind = KindOf(path);
        if (kind != PathKind.File)
        {
            throw kind == PathKind.Nothing ? new FileNotFoundException("It is gone.", path) : new IOException("It is not a plain file any more.");
        }

        using var handle = File.OpenHandle(path);
        if (!IsStill(path, handle))
        {
            throw new IOException("It was replaced while it was opened.");
        }

        var length = RandomAccess.GetLength(handle);
        if (length > most)
        {
            throw new IOException($"It has {length} bytes; at most {most} are read.");
        }

        var bytes = new byte[length];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is > 0 and var more)
        {
            read += more;
        }

        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Whether what was opened is what lies at the path, and not what a link there leads to.</summary>
    private static bool IsStill(string path, SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows())
        {
            return KindOf(path) == PathKind.File;
        }

        var opened = new FileStatus();
        return FStat(handle, ref opened) == 0 && Status(path) is { } there && KindOf(there) == PathKind.File
            && (there.Device, there.Node) == (opened.Device, opened.Node);
    }

    private static PathKind KindOf(FileStatus status) => (status.Mode & 0xF000) switch
    {
        0x8000 => PathKind.File,
        0x4000 => PathKind.Folder,
        0xA000 => PathKind.Link,
        _ => PathKind.Other,
    };

    private static FileStatus? Status(string path)
    {
        var status = new FileStatus();
        return LStat(path, ref status) == 0 ? status : null;
    }

    // The framework's own door to lstat and fstat, one on every Unix: its public ones do not tell a pipe from a file.
#pragma warning disable SYSLIB1054 // A source-generated import would need unsafe code for the whole library.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LStat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref FileStatus status);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FStat(SafeFileHandle file, ref FileStatus status);
#pragma warning restore SYSLIB1054

    /// <summary>As .NET 10 lays it out; what is not used here has no name. There is room behind it for what later ones add.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(4)]
        public int Mode;

        [FieldOffset(88)]
        public long Device;

        [FieldOffset(104)]
        public long Node;
    }
}
