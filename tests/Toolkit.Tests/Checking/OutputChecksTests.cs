using System.Text;
using Toolkit.Checking;
using Toolkit.Reading;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.Tests.Checking;

/// <summary>What no written page may hold, whatever the theme does.</summary>
public sealed class OutputChecksTests
{
    [Theory]
    [InlineData("<script src=\"https://example.org/a.js\"></script>", "TK5003")]
    [InlineData("<img alt='' src='//example.org/a.png'>", "TK5003")]
    [InlineData("<link rel=\"stylesheet\" href=\"https://example.org/a.css\">", "TK5003")]
    [InlineData("<form action=\"https://example.org/\">", "TK5003")]
    [InlineData("<p style=\"color: red\">", "TK5004")]
    [InlineData("<form netlify>", "TK5005")]
    [InlineData("<FORM name=a netlify>", "TK5005")]
    [InlineData("<form data-netlify=\"true\">", "TK5005")]
    [InlineData("<a href=\"a.html\" onclick=\"alert(1)\">", "TK5006")]
    [InlineData("<script>alert(1)</script>", "TK5006")]
    public void A_page_that_loads_from_elsewhere_runs_script_or_would_be_collected_from_stops_the_build(string html, string code) =>
        Assert.Equal([code], Found("page.html", $"<!DOCTYPE html><title>A page</title><main>{html}</main>"));

    [Fact]
    public void A_stylesheet_that_loads_from_elsewhere_stops_the_build() =>
        Assert.Equal(["TK5003"], Found("assets/site.css", "@font-face { src: url(https://example.org/a.woff2) }"));

    [Theory]
    [InlineData("<a href=\"https://example.org/\" rel=\"noreferrer\">Away</a>")]
    [InlineData("<link rel=\"canonical\" href=\"https://example.org/page.html\">")]
    [InlineData("<script defer src=\"assets/site.0123456789.js\"></script>")]
    [InlineData("<form class=\"instrument\" autocomplete=\"off\"></form>")]
    public void What_pages_of_ours_hold_is_taken(string html) => Assert.Empty(Found("page.html", html));

    private static string[] Found(string path, string text)
    {
        var log = new ProblemLog();
        OutputChecks.Run([new OutputFile(path, Encoding.UTF8.GetBytes(text))], log);
        return [.. log.All.Select(problem => problem.Code)];
    }
}
