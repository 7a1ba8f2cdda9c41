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

    /// <summary>Bytes before the content of a kept file.</summary>
    private const int HeadLength = 2 * SHA256.HashSizeInBytes;

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
    private static void Write(string path, params IReadOnlyList<byte[]> parts)
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
        return ReadSealed(path);
    }

    /// <summary>
    /// What the file kept under a key says of itself; null if there is none. Its content is not read: who has a file of this hash
    /// already is spared that.
    /// </summary>
    public KeptFile? Look(string key, string ending)
    {
        if (folder.Length == 0)
        {
            return null;
        }

        var path = PathOf(key, ending);
        _used[path] = 0;
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using var file = File.OpenHandle(path);
            var head = new byte[HeadLength];
            return RandomAccess.Read(file, head, 0) == HeadLength && ContentHash(path, head) is { } hash
                ? new KeptFile((int)(RandomAccess.GetLength(file) - HeadLength), Convert.ToHexStringLower(hash))
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What <see cref="WriteSealed"/> wrote; null if there is no file, or not the one that was written under this name.</summary>
    internal static byte[]? ReadSealed(string path)
    {
        try
        {
            return File.Exists(path) && File.ReadAllBytes(path) is { Length: >= HeadLength } kept && ContentHash(path, kept) is { } hash
                && kept[HeadLength..] is var bytes && hash.SequenceEqual(SHA256.HashData(bytes))
                ? bytes
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Puts a file in place whole, so that it is known again: it opens with the hash of its content, and with one of that and of
    /// its own name.
    /// </summary>
    internal static void WriteSealed(string path, byte[] bytes)
    {
        var hash = SHA256.HashData(bytes);
        Write(path, hash, Seal(path, hash), bytes);
    }

    /// <summary>The hash of the content that a file begins with; null where it was not written under this name.</summary>
    private static byte[]? ContentHash(string path, byte[] file) =>
        file[..SHA256.HashSizeInBytes] is var hash && file.AsSpan(SHA256.HashSizeInBytes, SHA256.HashSizeInBytes).SequenceEqual(Seal(path, hash)) ? hash : null;

    private static byte[] Seal(string path, byte[] hash) => SHA256.HashData([.. Encoding.UTF8.GetBytes(Path.GetFileName(path)), .. hash]);

    /// <summary>Keeps a file. A cache that cannot be written is no reason to fail.</summary>
    public void Keep(string key, string ending, byte[] bytes)
    {
        if (folder.Length == 0)
        {
            return;
        }

        try
        {
            WriteSealed(PathOf(key, ending), bytes);
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

/// <summary>What a kept file says of itself.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal digits.</param>
internal readonly record struct KeptFile(int Bytes, string Sha256);
