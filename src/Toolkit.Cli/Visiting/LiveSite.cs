using System.Net;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Model;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit.Cli.Visiting;

/// <summary>
/// Compares a site on the web with the folder it was made from: hosts that rewrite pages or add scripts are found out,
/// and so are missing security headers, wrong types, and an address that leads nowhere but is answered as if it did.
/// </summary>
internal static class LiveSite
{
    private const int AtOnce = 4;

    /// <summary>A path that no site has.</summary>
    private const string Nowhere = "no-such-page-7f3a90c2.html";

    /// <summary>Types that mean the same. Those of other files are the host's own affair.</summary>
    private static readonly Dictionary<string, string[]> Types = new()
    {
        ["text/html"] = ["text/html"],
        ["text/css"] = ["text/css"],
        ["text/javascript"] = ["text/javascript", "application/javascript", "application/x-javascript"],
        ["image/svg+xml"] = ["image/svg+xml"],
        ["application/zip"] = ["application/zip", "application/x-zip-compressed"],
    };

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
            .Where(file => !IsForTheHost(file))
            .Order(StringComparer.Ordinal)
            .ToArray();
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
        var told = Path.Combine(output, HostHeaders.File);
        var headers = SecurityHeaders.ToldBy(File.Exists(told) ? await File.ReadAllTextAsync(told, cancellation) : "");
        var findings = new SortedSet<(string File, string Header, string Words)>();
        await Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (file, stop) =>
            {
                var found = await CompareAsync(client, root, output, headers, file, stop);
                lock (findings)
                {
                    foreach (var (header, words) in found)
                    {
                        findings.Add((file, header, words));
                    }
                }
            });
        // A host that lacks a header lacks it everywhere: one line says it.
        foreach (var alike in findings.GroupBy(f => (f.Header, f.Words)))
        {
            var others = alike.Count() - 1;
            var more = others == 0 ? "" : others == 1 ? " (and of 1 more file)" : $" (and of {others} more files)";
            terminal.Line($"{alike.First().File} {alike.Key.Header}{(alike.Key.Header.Length > 0 ? " " : "")}{alike.Key.Words}{more}", Tone.Error);
        }

        terminal.Line(
            $"Compared {files.Length} files of {output} with {root}: {(findings.Count == 0 ? "all the same" : $"{findings.Count} differences")}.",
            findings.Count == 0 ? Tone.Good : Tone.Error);
        return findings.Count == 0;
    }

    /// <summary>Whether a file tells the host something, or marks the folder: such are not published, or need not be.</summary>
    private static bool IsForTheHost(string file) =>
        Path.GetFileName(file).StartsWith('_') || file == OutputMark.Name || Path.GetFileName(file) is ".htaccess" or "web.config";

    private static async Task<List<(string Header, string Words)>> CompareAsync(
        HttpClient client, Uri root, string output, SecurityHeaders headers, string file, CancellationToken cancellation)
    {
        try
        {
            // The page for addresses that lead nowhere is seen at such an address; that of a language below its folder.
            var language = file.Split('/') is [var folder, HtmlWriter.NotFoundPath] && SiteLanguage.NameOf(folder) is not null ? folder + "/" : "";
            var isMissing = file == language + HtmlWriter.NotFoundPath;
            using var answer = await client.GetAsync(new Uri(root, isMissing ? language + Nowhere : Addresses.Path(file)), cancellation);
            if (isMissing ? answer.StatusCode != HttpStatusCode.NotFound : !answer.IsSuccessStatusCode)
            {
                return [("", isMissing ? $"should stand with 404 at {language}{Nowhere}, which answers {(int)answer.StatusCode}" : $"answers {(int)answer.StatusCode}")];
            }

            var found = new List<(string Header, string Words)>();
            var served = await answer.Content.ReadAsByteArrayAsync(cancellation);
            var own = await File.ReadAllBytesAsync(Path.Combine(output, file), cancellation);
            if (!served.AsSpan().SequenceEqual(own))
            {
                found.Add(("", $"is not the file that was built: {served.Length} bytes there, {own.Length} here, first difference at byte {served.AsSpan().CommonPrefixLength(own)}"));
            }

            found.AddRange(Headers(answer, headers, file));
            return found;
        }
        catch (HttpRequestException e)
        {
            return [("", $"could not be fetched: {e.Message}")];
        }
    }

    private static IEnumerable<(string Header, string Words)> Headers(HttpResponseMessage answer, SecurityHeaders headers, string file) =>
        from header in ServedHeaders.Of(file, headers)
        let there = Value(answer, header.Key)
        where header.Key switch
        {
            // How long a file is kept differs by host, but nobody may be left with a version of last year.
            SecurityHeaders.CacheControl => !file.StartsWith(HashedAssets.Folder, StringComparison.Ordinal) && there.Contains("immutable", StringComparison.OrdinalIgnoreCase),
            "Content-Type" => IsOfAnotherType(there, header.Value),
            _ => !string.Equals(Simple(there), Simple(header.Value), StringComparison.OrdinalIgnoreCase),
        }
        select (header.Key, there.Length == 0 ? $"is missing; it should be: {header.Value}" : $"is '{there}'; it should be: {header.Value}");

    private static bool IsOfAnotherType(string there, string wanted)
    {
        var (type, own) = (there.Split(';')[0].Trim(), wanted.Split(';')[0]);
        // Pages say their letters themselves too; a host that says others would win.
        return own == "text/html" ? !string.Equals(Simple(there), Simple(wanted), StringComparison.OrdinalIgnoreCase)
            : Types.TryGetValue(own, out var same) ? !same.Contains(type, StringComparer.OrdinalIgnoreCase)
            : Composition.MediaTypes.Values.Contains(own) && !string.Equals(type, own, StringComparison.OrdinalIgnoreCase);
    }

    private static string Value(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    private static string Simple(string value) => value.Replace(" ", "", StringComparison.Ordinal);
}
