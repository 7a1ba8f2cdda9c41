using System.ComponentModel;
using System.Net;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Tests.Support;
using Toolkit.Words;
using Toolkit.Writing;
using Toolkit.Writing.Pdf;
using Xunit;

namespace Toolkit.Tests.Cli;

/// <summary>What disks, rights and other programs do is not called a mistake in the toolkit, and ends no server.</summary>
public sealed class OutsideTroubleTests
{
    private static readonly Exception[] Outside =
    [
        new IOException("said"), new FileNotFoundException("said"), new PathTooLongException("said"), new OutputRefusedException("said"), new UnauthorizedAccessException("said"),
        new Win32Exception(2, "said"), new PdfException("said"), new WordsException("said"),
    ];

    private static readonly Exception[] Ours = [new InvalidOperationException("said"), new FormatException("said"), new KeyNotFoundException("said")];

    [Fact]
    public void Trouble_from_outside_is_told_in_its_own_words_alone_and_together()
    {
        Assert.All(Outside, problem => Assert.Equal("said", OutsideTrouble.In(problem)));
        Assert.Equal("said", OutsideTrouble.In(new AggregateException(new AggregateException(Outside))));
        Assert.Equal("said", OutsideTrouble.In(new TypeInitializationException("Some.Type", Outside[0])));
    }

    [Fact]
    public void A_mistake_of_ours_is_not_passed_off_as_trouble_from_outside()
    {
        Assert.All(Ours, problem => Assert.Null(OutsideTrouble.In(problem)));
        Assert.All(Ours, problem => Assert.Null(OutsideTrouble.In(new AggregateException([.. Outside, problem]))));
        Assert.Null(OutsideTrouble.In(new AggregateException()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing.html")]
    [InlineData("index.html/x")]
    [InlineData("%2e%2e/input/index.md")]
    [InlineData("..%2finput%2findex.md")]
    [InlineData("..%5cinput%5cindex.md")]
    [InlineData("C:/x")]
    [InlineData("LONG")]
    public async Task A_site_that_is_not_there_is_served_as_not_found(string path)
    {
        using var site = new SiteRun();
        await using var server = await SiteServer.StartAsync(site.Output, 0, null, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var isThere in new[] { false, true })
        {
            if (isThere)
            {
                await site.Build();
            }

            using var answer = await client.GetAsync(new Uri(path.Replace("LONG", new string('x', 5000), StringComparison.Ordinal), UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.Equal(isThere && path.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_port_that_no_computer_has_is_refused()
    {
        using var site = new SiteRun();

        await site.Run("preview", "--port", "70000");

        Assert.Equal("There is no port 70000: ports go from 0 to 65535.\nSee what is possible with: toolkit preview --help\n", site.Console);
    }
}
