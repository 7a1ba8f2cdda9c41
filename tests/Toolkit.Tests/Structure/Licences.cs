namespace Toolkit.Tests.Structure;

/// <summary>Which licences the packages that we use may have. All let anybody use, change and pass on what is made with them.</summary>
internal static class Licences
{
    private static readonly string[] Allowed =
    [
        "0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0", "MPL-2.0", "OFL-1.1", "Python-2.0", "Zlib",
    ];

    /// <summary>Whether an SPDX expression is allowed: of several that may be chosen one, of several that hold together all.</summary>
    public static bool AreAllowed(string expression)
    {
        var words = new Queue<string>(expression.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Either(words) && words.Count == 0;
    }

    private static bool Either(Queue<string> words)
    {
        var allowed = Both(words);
        while (words.TryPeek(out var word) && word == "OR")
        {
            words.Dequeue();
            allowed |= Both(words);
        }

        return allowed;
    }

    private static bool Both(Queue<string> words)
    {
        var allowed = One(words);
        while (words.TryPeek(out var word) && word == "AND")
        {
            words.Dequeue();
            allowed &= One(words);
        }

        return allowed;
    }

    private static bool One(Queue<string> words)
    {
        if (!words.TryDequeue(out var word))
        {
            return false;
        }

        if (word != "(")
        {
            return Allowed.Contains(word);
        }

        var allowed = Either(words);
        return words.TryDequeue(out var end) && end == ")" && allowed;
    }
}
