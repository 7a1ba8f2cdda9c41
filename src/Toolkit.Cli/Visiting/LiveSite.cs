using System.Net;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit.Cli.Visiting;

/// <summary>
/// Compares a site on the web with the folder it was made from: hosts that rewrite pages or add scripts are found out,
/// and so are missing security headers.
/// </summary>
internal static class LiveSite
{
    private const int AtOnce = 4;

    /// <summary>Headers that differ by host or by moment.</summary>
    private static readonly string[] NotCompared = ["Cache-Control"];

    /// <summary>Fetches every file and says what differs; true when nothing does.</summary>
    public static async Task<bool> CompareAsync(Uri address, string output, Terminal terminal, CancellationToken cancellation)
    {
        if (!Directory.Exists(output))
        {
            throw new CommandLineException($"There is no folder {output} to compare with. Run 'toolkit build' first.");
        }

        var root = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        var files = Directory.GetFiles(output, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'))
            .Where(file => !Path.GetFileName(file).StartsWith('_') && file != OutputMark.Name)
            .Order(StringComparer.Ordinal)
            .ToArray();
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
        var findings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (file, stop) =>
            {
                var found = await CompareAsync(client, root, output, file, stop);
                lock (findings)
                {
                    foreach (var (what, words) in found)
                    {
                        findings[what] = words;
                    }
                }
            });
        foreach (var (what, words) in findings)
        {
            terminal.Line($"{what} {words}", Tone.Error);
        }

        terminal.Line(
            $"Compared {files.Length} files of {output} with {root}: {(findings.Count == 0 ? "all the same" : $"{findings.Count} differences")}.",
            findings.Count == 0 ? Tone.Good : Tone.Error);
        return findings.Count == 0;
    }

    private static async Task<List<(string What, string Words)>> CompareAsync(
        HttpClient client, Uri root, string output, string file, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(root, Addresses.Path(file)), cancellation);
            if (!answer.IsSuccessStatusCode && file != "404.html")
            {
                return [(file, $"answers {(int)answer.StatusCode}")];
            }

            var found = new List<(string What, string Words)>();
            var served = await answer.Content.ReadAsByteArrayAsync(cancellation);
            var own = await File.ReadAllBytesAsync(Path.Combine(output, file), cancellation);
            if (!served.AsSpan().SequenceEqual(own))
            {
                found.Add((file, $"is not the file that was built: {served.Length} bytes there, {own.Length} here, first difference at byte {served.AsSpan().CommonPrefixLength(own)}"));
            }

            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                found.AddRange(Headers(answer, file));
            }

            return found;
        }
        catch (HttpRequestException e)
        {
            return [(file, $"could not be fetched: {e.Message}")];
        }
    }

    private static IEnumerable<(string What, string Words)> Headers(HttpResponseMessage answer, string file) =>
        from header in ServedHeaders.Of(file)
        where !NotCompared.Contains(header.Key)
        let there = Value(answer, header.Key)
        where !string.Equals(Simple(there), Simple(header.Value), StringComparison.OrdinalIgnoreCase)
        select ($"{file} {header.Key}", there.Length == 0 ? $"is missing; it should be: {header.Value}" : $"is '{there}'; it should be: {header.Value}");

    private static string Value(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    private static string Simple(string value) => value.Replace(" ", "", StringComparison.Ordinal);
}
