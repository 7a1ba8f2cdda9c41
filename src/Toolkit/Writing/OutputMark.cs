using System.Text;

namespace Toolkit.Writing;

/// <summary>
/// The sign that a folder was written by the toolkit, and so may be replaced. It is a file inside, so that it goes wherever
/// the folder goes; it says nothing but what it is for.
/// </summary>
public static class OutputMark
{
    /// <summary>Name of the file. Its dot keeps it out of what most hosts publish.</summary>
    public const string Name = ".toolkit-output";

    private const string Words = "Partnership Toolkit writes this folder. Each build replaces it whole: keep nothing of your own in it.\n";

    /// <summary>Whether a folder carries the mark.</summary>
    public static bool IsOn(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Puts it on a folder.</summary>
    public static void Put(string folder) => File.WriteAllText(Path.Combine(folder, Name), Words, new UTF8Encoding(false));

    /// <summary>Whether there is nothing in a folder.</summary>
    public static bool IsEmpty(string folder) => !Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>Whether a folder without the mark holds what versions before the mark wrote, and nothing else could have.</summary>
    public static bool IsOfEarlierVersion(string folder)
    {
        var assets = Path.Combine(folder, "assets");
        return Directory.Exists(assets)
            && Starts(Path.Combine(folder, "_headers"), "/*\n  Content-Security-Policy: ")
            && File.Exists(Path.Combine(folder, "downloads", "index.json"))
            && Directory.EnumerateFiles(assets, "manifest.*.js").Any(f => Starts(f, "toolkit.provide(\"manifest\","));
    }

    /// <summary>
    /// Deletes a folder that carries the mark, the mark last: should this be cut short, what is left still carries it. A folder
    /// without it is deleted only if it is empty.
    /// </summary>
    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        if (IsOn(folder))
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.Name != Name).ToList())
            {
                if (entry is DirectoryInfo { LinkTarget: null } inner)
                {
                    inner.Delete(recursive: true);
                }
                else
                {
                    entry.Delete();
                }
            }

            File.Delete(Path.Combine(folder, Name));
        }

        Directory.Delete(folder);
    }

    private static bool Starts(string file, string words)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        using var stream = File.OpenRead(file);
        var start = new byte[Encoding.UTF8.GetByteCount(words)];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(words));
    }
}
