using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>Each principle gives people something to tick and something to fill in, and no tool is far from the home page.</summary>
public sealed partial class EachPrincipleTests
{
    private static readonly Dictionary<string, string> Kinds = GuideFiles.All()
        .Where(f => f.Path.StartsWith("tools/", StringComparison.Ordinal))
        .SelectMany(f => Tool().Matches(f.Text))
        .ToDictionary(m => m.Groups["id"].Value, m => m.Groups["kind"].Value, StringComparer.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_principle_has_a_checklist_and_a_worksheet_on_its_page(int principle)
    {
        var chapter = Assert.Single(GuideFiles.All(), f => f.Path.StartsWith("guide/", StringComparison.Ordinal)
            && f.Text.Contains($"\nPrinciple: {principle}\n", StringComparison.Ordinal));

        var kinds = Use().Matches(chapter.Text).Select(m => Kinds[m.Groups["id"].Value]).ToList();

        Assert.Contains("checklist", kinds);
        Assert.Contains("worksheet", kinds);
    }

    [Fact]
    public async Task Each_tool_is_two_presses_from_the_home_page()
    {
        var output = await BuiltGuide.Output;
        var near = Links(output, "index.html").SelectMany(page => Links(output, page)).ToHashSet(StringComparer.Ordinal);
        var tools = Directory.GetFiles(Path.Combine(output, "tools"), "*.html").Select(f => $"tools/{Path.GetFileName(f)}").Where(f => f != "tools/index.html").ToList();

        Assert.Equal(Kinds.Count, tools.Count);
        Assert.Equal([], tools.Except(near));
    }

    [Fact]
    public void What_touches_law_says_that_it_is_no_advice_and_whom_to_ask()
    {
        string[] touching = ["tools/before-start.md", "tools/agreement.md", "tools/before-sign.md", "tools/release-form.md", "tools/ending-well.md"];

        // Within the tool, so that it comes along into chapters and documents.
        Assert.All(touching, path =>
        {
            var text = GuideFiles.All().Single(f => f.Path == path).Text;
            var tool = text[text.IndexOf(":::", StringComparison.Ordinal)..];
            Assert.Contains("**This is not legal advice.**", tool, StringComparison.Ordinal);
            Assert.Contains("sk a lawyer", tool, StringComparison.Ordinal);
            Assert.Contains("state", tool, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Each_work_that_a_page_links_to_is_named_among_the_sources()
    {
        var sources = GuideFiles.All().Single(f => f.Path == "sources.md").Text;
        var links = GuideFiles.All().Where(f => f.Path.StartsWith("tools/", StringComparison.Ordinal) || f.Path.StartsWith("guide/", StringComparison.Ordinal))
            .SelectMany(f => Address().Matches(f.Text).Select(m => m.Value)).Distinct().ToList();

        Assert.True(links.Count > 20);
        Assert.Equal([], links.Where(link => !sources.Contains(link, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Links(string output, string page)
    {
        var from = new Uri($"https://example.org/{page}");
        return Href().Matches(File.ReadAllText(Path.Combine(output, page)))
            .Select(m => new Uri(from, m.Groups["to"].Value))
            .Where(to => to.Host == from.Host && to.AbsolutePath.EndsWith(".html", StringComparison.Ordinal))
            .Select(to => to.AbsolutePath[1..]);
    }

    [GeneratedRegex(@"^::: (?<kind>checklist|assessment|worksheet) \{#(?<id>[a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex Tool();

    [GeneratedRegex(@"^::: instrument (?<id>[a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex Use();

    [GeneratedRegex(@"https://[^\s)]+")]
    private static partial Regex Address();

    [GeneratedRegex("href=\"(?<to>[^\"#]+)")]
    private static partial Regex Href();
}
