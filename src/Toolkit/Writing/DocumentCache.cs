using System.Security.Cryptography;
using System.Text;

namespace Toolkit.Writing;

/// <summary>Finished documents between runs, by a hash of all that went into them. Safe to delete at any time.</summary>
/// <param name="folder">Where; empty switches it off.</param>
public sealed class DocumentCache(string folder)
{
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

    /// <summary>The file kept under a key; null if there is none.</summary>
    public byte[]? Find(string key, string ending)
    {
        if (folder.Length == 0)
        {
            return null;
        }

        var path = PathOf(key, ending);
        _used[path] = 0;
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
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
            Directory.CreateDirectory(folder);
            var path = PathOf(key, ending);
            var draft = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Deletes what this run did not ask for, once there is much of it.</summary>
    public void Tidy()
    {
        const int Spare = 2;
        if (folder.Length == 0 || !Directory.Exists(folder))
        {
            return;
        }

        var files = Directory.GetFiles(folder);
        if (files.Length <= _used.Count * Spare)
        {
            return;
        }

        foreach (var file in files.Where(f => !_used.ContainsKey(f)))
        {
            try
            {
                File.Delete(file);
            }
            catch (IOException)
            {
            }
        }
    }

    private string PathOf(string key, string ending) => Path.Combine(folder, $"{key}.{ending}");
}
