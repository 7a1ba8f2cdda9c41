using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>The examples of <c>Specs/</c>: what an author writes, and what comes of it.</summary>
public sealed class SpecTests
{
    /// <summary>A picture of one pixel.</summary>
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory]
    [MemberData(nameof(Example.Names), MemberType = typeof(Example))]
    public async Task What_an_author_writes_becomes_what_the_spec_shows(string spec, string name)
    {
        var example = Example.Find(spec, name);
        using var site = new SiteRun();
        site.With("glossary.yml", "Terms:\n  - { Id: living-wage, Term: Living wage, Definition: Pay that covers what a family needs. }\n");
        site.With("pixel.png", Convert.FromBase64String(Pixel));
        await site.Build();
        var before = site.Snapshot();

        foreach (var (path, text) in example.Sources)
        {
            _ = path == Example.Page ? site.WithPage(path, text) : site.With(path, text);
        }

        await site.Run([.. example.Command]);

        if (example.Kind == "html")
        {
            Assert.True(site.ExitCode == Toolkit.Cli.ExitCode.Done, site.Console);
            example.Matches(site.Content("page.html"));
            return;
        }

        example.Matches(site.Said);
        var failed = site.Console.Contains(": error TK", StringComparison.Ordinal);
        Assert.Equal(failed ? Toolkit.Cli.ExitCode.ContentErrors : Toolkit.Cli.ExitCode.Done, site.ExitCode);
        Assert.True(!failed || before == site.Snapshot(), "the old output was touched");
    }
}
