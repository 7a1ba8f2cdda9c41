using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Toolkit.Writing;

/// <summary>
/// Finished documents between runs, by a hash of all that went into them. Safe to delete at any time; several runs may use it at
/// once. Whatever a disk, a killed run or somebody else made of a file in it is not taken for a document.
/// </summary>
/// <param name="folder">Where; empty switches it off.</param>
internal sealed partial class DocumentCache(string folder)
{
    /// <summary>How long a file that is half written may be somebody's who still writes it.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte> _used = new();

    /// <summary>The key of all these texts, in order.</summary>
    public static string Key(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            // A zero byte parts the texts, so that moving a letter from one to the next changes the key.
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Puts a file in place whole: nobody ever reads half of it.</summary>
    internal static void Write(string path, params IReadOnlyList<byte[]> parts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew))
            {
                foreach (var part in parts)
                {
                    stream.Write(part);
                }
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>The file kept under a key; null if there is none.</summary>
    public byte[]? Find(string key, string ending)
    {
        if (folder.Length == 0)
        {
            return null;
        }

        var path = PathOf(key, ending);
        _used[path] = 0;
        try
        {
            // A file opens with the hash of the rest.
            return File.Exists(path) && File.ReadAllBytes(path) is { Length: >= SHA256.HashSizeInBytes } kept
                && kept[SHA256.HashSizeInBytes..] is var bytes && kept.AsSpan(0, SHA256.HashSizeInBytes).SequenceEqual(SHA256.HashData(bytes))
                ? bytes
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a file. A cache that cannot be written is no reason to fail.</summary>
    public void Keep(string key, string ending, byte[] bytes)
    {
        if (folder.Length == 0)
        {
            return;
        }

        try
        {
            Write(PathOf(key, ending), SHA256.HashData(bytes), bytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Deletes what this run did not ask for, once there is much of it; only what it knows as its own by the name.</summary>
    public void Tidy()
    {
        const int Spare = 2;
        if (folder.Length == 0 || !Directory.Exists(folder))
        {
            return;
        }

        try
        {
            var names = Directory.GetFiles(folder).ToLookup(f => OwnName().Match(Path.GetFileName(f)) switch
            {
                { Success: false } => "other",
                { Groups: [_, { Success: true }] } => "draft",
                _ => "kept",
            });
            foreach (var draft in names["draft"].Where(f => DateTime.UtcNow - File.GetLastWriteTimeUtc(f) > Abandoned))
            {
                File.Delete(draft);
            }

            if (names["kept"].Count() > _used.Count * Spare)
            {
                foreach (var file in names["kept"].Where(f => !_used.ContainsKey(f)))
                {
                    File.Delete(file);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Another run, or a program that holds a file. The next run tidies.
        }
    }

    private string PathOf(string key, string ending) => Path.Combine(folder, $"{key}.{ending}");

    /// <summary>A kept file, or one that was on its way, which has one more ending.</summary>
    [GeneratedRegex(@"^[0-9a-f]{64}\.[a-z]+(\.[0-9a-f]+)?$")]
    private static partial Regex OwnName();
}
