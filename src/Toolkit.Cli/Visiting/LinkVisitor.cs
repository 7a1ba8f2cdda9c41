using System.Net;
using Toolkit.Cli.Reporting;

namespace Toolkit.Cli.Visiting;

/// <summary>
/// Visits links politely: each address once, one request at a time to each host with a pause between, a few hosts side
/// by side, no more than the first bytes of an answer.
/// </summary>
/// <param name="terminal">Gets the report.</param>
/// <param name="pause">Between two requests to one host; a second if not said.</param>
internal sealed class LinkVisitor(Terminal terminal, TimeSpan? pause = null)
{
    private const int HostsAtOnce = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private enum Verdict
    {
        Answers,
        Moved,
        Unclear,
        Broken,
    }

    /// <summary>Visits and reports; true when none is broken.</summary>
    public async Task<bool> VisitAsync(IReadOnlyList<OutgoingLink> links, SiteFolders folders, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };
        using var client = new HttpClient(handler) { Timeout = Limit };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("PartnershipToolkit-LinkCheck/1.0");
        client.DefaultRequestHeaders.Accept.ParseAdd("*/*");
        var verdicts = new Dictionary<OutgoingLink, (Verdict Verdict, string Words)>();
        await Parallel.ForEachAsync(
            links.GroupBy(link => link.Address.Authority),
            new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellation },
            async (host, stop) =>
            {
                var first = true;
                foreach (var link in host)
                {
                    if (!first)
                    {
                        await Task.Delay(pause ?? TimeSpan.FromSeconds(1), terminal.Clock, stop);
                    }

                    first = false;
                    var verdict = await AskAsync(client, link.Address, stop);
                    lock (verdicts)
                    {
                        verdicts[link] = verdict;
                    }
                }
            });
        Report(links, verdicts, folders);
        return verdicts.Values.All(v => v.Verdict != Verdict.Broken);
    }

    private static async Task<(Verdict Verdict, string Words)> AskAsync(HttpClient client, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), cancellation);
            if ((int)head.StatusCode < 400)
            {
                return Judge(head, address);
            }

            // Many servers refuse HEAD, or answer it wrongly.
            using var get = await client.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, address), HttpCompletionOption.ResponseHeadersRead, cancellation);
            return Judge(get, address);
        }
        catch (HttpRequestException e)
        {
            return (Verdict.Broken, e.Message);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (Verdict.Unclear, $"gave no answer within {Limit.TotalSeconds:0} seconds");
        }
    }

    private static (Verdict Verdict, string Words) Judge(HttpResponseMessage answer, Uri address)
    {
        var code = (int)answer.StatusCode;
        return code switch
        {
            301 or 308 => (Verdict.Moved, $"has moved to {new Uri(address, answer.Headers.Location ?? address)}"),
            < 400 => (Verdict.Answers, ""),
            404 or 410 => (Verdict.Broken, $"is gone ({code})"),
            // The page may be fine for people: robots are turned away, or the server has a bad hour.
            _ => (Verdict.Unclear, $"answered {code}; please look at it in a browser"),
        };
    }

    private void Report(
        IReadOnlyList<OutgoingLink> links, Dictionary<OutgoingLink, (Verdict Verdict, string Words)> verdicts, SiteFolders folders)
    {
        foreach (var link in links.Where(l => verdicts[l].Verdict != Verdict.Answers))
        {
            var (verdict, words) = verdicts[link];
            var tone = verdict == Verdict.Broken ? Tone.Error : Tone.Warning;
            terminal.Line($"{(verdict == Verdict.Broken ? "broken" : verdict == Verdict.Moved ? "moved" : "unclear")}: {link.Address} {words}", tone);
            foreach (var place in link.Places)
            {
                terminal.Line($"  {folders.Display(place.File)}:{place.Line}:{place.Column}");
            }
        }

        int Count(Verdict verdict) => verdicts.Values.Count(v => v.Verdict == verdict);
        terminal.Line(
            $"Visited {links.Count} outgoing links: {Count(Verdict.Answers)} answer, {Count(Verdict.Moved)} moved, {Count(Verdict.Unclear)} unclear, {Count(Verdict.Broken)} broken.",
            Count(Verdict.Broken) > 0 ? Tone.Error : Tone.Good);
    }
}
