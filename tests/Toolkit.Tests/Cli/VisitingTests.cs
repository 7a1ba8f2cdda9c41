using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Cli.Visiting;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Cli;

/// <summary>Looking at links and at a site on the web; the web is this computer.</summary>
public sealed class VisitingTests
{
    private const int Limit = 120_000;

    [Fact(Timeout = Limit)]
    public async Task Outgoing_links_are_reported_by_what_they_answer()
    {
        using var site = new SiteRun();
        await using var web = await Web.StartAsync(context => context.Request.Path.Value switch
        {
            "/good" => 200,
            "/moved" => Moved(context, "/good"),
            "/gone" => 404,
            "/robots-stay-out" => 403,
            // Refuses to say without the body, as some servers do.
            "/no-head" => context.Request.Method == "HEAD" ? 405 : 200,
            _ => 500,
        });
        OutgoingLink[] links = [.. new[] { "good", "moved", "gone", "robots-stay-out", "no-head" }.Select(path =>
            new OutgoingLink(new Uri(web.Address, path), [new SourcePosition("index.md", 5, 5)]))];
        using var text = new StringWriter { NewLine = "\n" };

        var allAnswer = await new LinkVisitor(new Terminal(text, text, TimeProvider.System), TimeSpan.Zero)
            .VisitAsync(links, SiteFolders.Find(site.Root, null, null, cache: false), TestContext.Current.CancellationToken);

        Assert.False(allAnswer);
        Assert.Equal(
            $"""
            moved: {web.Address}moved has moved to {web.Address}good
              input/index.md:5:5
            broken: {web.Address}gone is gone (404)
              input/index.md:5:5
            unclear: {web.Address}robots-stay-out answered 403; please look at it in a browser
              input/index.md:5:5
            Visited 5 outgoing links: 2 answer, 1 moved, 1 unclear, 1 broken.

            """,
            text.ToString());
    }

    [Fact(Timeout = Limit)]
    public async Task A_site_on_the_web_that_is_as_built_has_no_differences()
    {
        using var site = new SiteRun();
        await site.Build();
        await using var server = await SiteServer.StartAsync(site.Output, 0, null, TestContext.Current.CancellationToken);

        await site.Run("check", "--live", server.Address.AbsoluteUri);

        Assert.EndsWith(": all the same.\n", site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, site.ExitCode);
    }

    [Fact(Timeout = Limit)]
    public async Task A_host_that_meddles_is_found_out()
    {
        using var site = new SiteRun();
        await site.Build();
        await using var web = await Web.StartAsync(async context =>
        {
            var file = Path.Combine(site.Output, context.Request.Path.Value!.TrimStart('/'));
            await context.Response.Body.WriteAsync(await File.ReadAllBytesAsync(file, context.RequestAborted), context.RequestAborted);
            if (file.EndsWith("index.html", StringComparison.Ordinal))
            {
                await context.Response.WriteAsync("<script src=\"/metrics.js\"></script>", context.RequestAborted);
            }
        });

        await site.Run("check", "--live", web.Address.AbsoluteUri);

        Assert.Contains("index.html is not the file that was built", site.Console, StringComparison.Ordinal);
        Assert.Contains(" Content-Security-Policy is missing; it should be: default-src 'none'", site.Console, StringComparison.Ordinal);
        Assert.Contains("404.html should stand with 404 at no-such-page-7f3a90c2.html, which answers 500", site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
    }

    private static int Moved(HttpContext context, string to)
    {
        context.Response.Headers.Location = to;
        return 301;
    }

    /// <summary>A small web on this computer.</summary>
    private sealed class Web(WebApplication app) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.First() + "/");

        public static Task<Web> StartAsync(Func<HttpContext, int> status) => StartAsync(context =>
        {
            context.Response.StatusCode = status(context);
            return Task.CompletedTask;
        });

        public static async Task<Web> StartAsync(RequestDelegate answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var app = builder.Build();
            app.Run(answer);
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new Web(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
