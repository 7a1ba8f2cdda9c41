using Toolkit.Cli;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>Content that goes too deep, is too much, or is not what it says: a problem with its place, in time, and the other pages are read on.</summary>
public sealed class HostileContentTests
{
    private const int Limit = 60_000;

    /// <summary>Texts of a page by name, and the line of the page on which the trouble is.</summary>
    private static readonly Dictionary<string, (string Text, int Line)> Deep = new()
    {
        ["5,000 quotations"] = (new string('>', 5000) + " a", 5),
        ["30 quotations"] = (new string('>', 30) + " a", 5),
        ["1,500 lists"] = (string.Concat(Enumerable.Range(0, 1500).Select(i => new string(' ', 2 * i) + "- a\n")), 0),
        ["30 lists"] = (string.Concat(Enumerable.Range(0, 30).Select(i => new string(' ', 2 * i) + "- a\n")), 20),
        ["1,500 numbered lists"] = (string.Concat(Enumerable.Range(0, 1500).Select(i => new string(' ', 3 * i) + "1. a\n")), 0),
        ["lists in quotations"] = (string.Concat(Enumerable.Repeat("> - ", 5000)) + "a", 5),
        ["20,000 brackets"] = (new string('[', 20_000), 5),
        ["brackets far down"] = ("Words.\n\n" + string.Concat(Enumerable.Repeat("Some words in a line.\n\n", 2000)) + new string('[', 20_000) + "\n\nWords.", 4007),
        ["20,000 pictures"] = (string.Concat(Enumerable.Repeat("![", 20_000)), 5),
        ["stress in stress"] = (string.Concat(Enumerable.Repeat("*a **b ", 15)) + string.Concat(Enumerable.Repeat("c** c* ", 15)), 5),
        ["100,000 stars"] = (string.Concat(Enumerable.Repeat("*a ", 100_000)), 5),
        ["a million brackets"] = (new string('[', 1_000_000), 5),
        ["links without end"] = (string.Concat(Enumerable.Repeat("[a](", 250_000)), 5),
        ["addresses without end"] = (string.Concat(Enumerable.Range(0, 100_000).Select(i => $"[a{i}]: b\n")), 10_005),
        ["blocks in blocks"] = (string.Concat(Enumerable.Repeat("::: note T\n", 2000)), 0),
        ["30 blocks"] = (string.Concat(Enumerable.Range(0, 30).Select(i => new string(':', 40 - i) + " note T\n")) + "Words.\n" + string.Concat(Enumerable.Range(0, 30).Select(i => new string(':', 11 + i) + "\n")), 0),
    };

    /// <summary>Texts that are much, and all right: nothing but time is asked.</summary>
    private static readonly Dictionary<string, string> Much = new()
    {
        ["a million stars"] = new string('*', 1_000_000),
        ["a million backticks"] = new string('`', 1_000_000),
        ["a word of a million letters"] = new string('a', 1_000_000),
        ["a million bars"] = new string('|', 1_000_000),
        ["half a million ampersands"] = new string('&', 500_000),
        ["a line of a million words"] = string.Concat(Enumerable.Repeat("words ", 170_000)),
        ["a table of 20,000 rows"] = "| a | b |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| c | d |\n", 20_000)),
        ["10,000 links"] = string.Concat(Enumerable.Repeat("- [home](xref:home)\n", 10_000)),
        ["addresses bare"] = string.Concat(Enumerable.Repeat("https://a@", 100_000)),
        ["pairs of signs"] = string.Concat(Enumerable.Repeat("~~ == {{ :a ^ ", 60_000)),
    };

    /// <summary>Settings by name: the text, and the place of the trouble.</summary>
    private static readonly Dictionary<string, (string Text, string Problem)> Yaml = new()
    {
        ["lists in lists"] = ("Tags: " + new string('[', 50_000), "1:22: TK1042"),
        ["maps in maps"] = ("Tags: " + string.Concat(Enumerable.Repeat("{a: ", 50_000)), "1:67: TK1042"),
        ["items in items"] = ("Tags:\n  " + string.Concat(Enumerable.Repeat("- ", 50_000)), "2:33: TK1042"),
        ["keys in keys"] = (string.Concat(Enumerable.Range(0, 3000).Select(i => new string(' ', i) + "a:\n")), "17:17: TK1042"),
        ["laughs without end"] = ("a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 25).Select(i => $"{(char)('b' + i)}: &{(char)('b' + i)} [*{(char)('a' + i)}, *{(char)('a' + i)}]\n")), "1:4: TK1043"),
        ["a list in itself"] = ("a: &a [*a]\n", "1:4: TK1043"),
        ["a name for a value"] = ("Title: &x Words\n", "1:8: TK1043"),
        ["a kind of value"] = ("Title: !important Words\n", "1:8: TK1043"),
        ["a list as a key"] = ("? [a]\n: b\n", "1:3: TK1043"),
        ["a second document"] = ("Title: One\n---\nDescription: Two\n", "2:1: TK1041"),
        ["a second document after an end"] = ("Title: One\n...\n---\nDescription: Two\n", "3:1: TK1041"),
        ["half a character"] = ("Title: \"\\uD800\"\n", "1:: TK1003"),
        ["a character beyond all"] = ("Title: \"\\UFFFFFFFF\"\n", "1:: TK1003"),
        ["keys without end"] = ("Title: {a\n  %\n  [,*a", "3:: TK1003"),
    };

    public static TheoryData<string> DeepNames() => [.. Deep.Keys];

    public static TheoryData<string> MuchNames() => [.. Much.Keys];

    public static TheoryData<string> YamlNames() => [.. Yaml.Keys];

    [Theory(Timeout = Limit)]
    [MemberData(nameof(DeepNames))]
    public async Task What_goes_too_deep_is_named_and_the_rest_is_read_on(string name)
    {
        using var site = new SiteRun();
        site.WithPage("page.md", Deep[name].Text).WithPage("other.md", "See [this](nowhere.md) and [that](page.md#place).");

        await site.Build();

        Assert.Equal(ExitCode.ContentErrors, site.ExitCode);
        Assert.DoesNotContain("mistake in the toolkit", site.Console, StringComparison.Ordinal);
        var deep = Assert.Single(site.Problems, p => p.Contains(" TK2017: ", StringComparison.Ordinal));
        Assert.Matches(Deep[name].Line is > 0 and var line ? $"^input/page.md:{line}:" : @"^input/page.md:\d+:", deep);
        Assert.Contains(site.Problems, p => p.StartsWith("input/other.md:5:5: error TK3003", StringComparison.Ordinal));
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(MuchNames))]
    public async Task What_is_much_takes_no_minutes(string name)
    {
        using var site = new SiteRun();

        await site.WithPage("page.md", Much[name]).Build();

        Assert.DoesNotContain("mistake in the toolkit", site.Console, StringComparison.Ordinal);
        Assert.True(site.ExitCode is ExitCode.Done, site.Console[..Math.Min(3000, site.Console.Length)]);
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(YamlNames))]
    public void Settings_that_harm_what_reads_them_are_named(string name)
    {
        var (text, expected) = Yaml[name];
        var log = new ProblemLog();
        var source = new SourceText("settings.yml", text);

        YamlMap.Read(source, source.Text, 0, log);

        var problem = log.All[0];
        Assert.Equal(Severity.Error, problem.Severity);
        var column = expected.Contains("::", StringComparison.Ordinal) ? "" : problem.Position!.Value.Column.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, $"{problem.Position!.Value.Line}:{column}: {problem.Code}");
    }

    [Fact(Timeout = Limit)]
    public async Task Two_front_matters_are_an_error()
    {
        string[] pages =
        [
            "---\nTitle: A\n---\n---\nDescription: B\n---\n\nWords.\n",
            "---\nTitle: A\n---\n\n---\nTags:\n  - x\nOrder: 2\n---\n\nWords.\n",
            "---\n---\nTitle: A\n---\n\nWords.\n",
            "\n---\nTitle: A\n---\n\nWords.\n",
        ];
        string[] right = ["---\nTitle: A\n---\n\n---\n\nWords.\n", "---\nTitle: B\n---\n\nWords: more\n---\n", "--- \nTitle: C\n---\t\n\nWords.\n"];
        using var site = new SiteRun();
        for (var i = 0; i < pages.Length; i++)
        {
            site.With($"wrong{i}.md", pages[i]);
        }

        await site.Build();

        Assert.Equal(
            ["input/wrong0.md:5:1: error TK1041", "input/wrong1.md:6:1: error TK1041", "input/wrong2.md:3:1: error TK1041", "input/wrong3.md:3:1: error TK1041"],
            site.Problems.Where(p => p.Contains("error", StringComparison.Ordinal)).Select(p => p[..p.IndexOf(": Keys", StringComparison.Ordinal)]));

        for (var i = 0; i < pages.Length; i++)
        {
            site.Without($"wrong{i}.md");
        }

        for (var i = 0; i < right.Length; i++)
        {
            site.With($"right{i}.md", right[i]);
        }

        Assert.Empty((await site.Build()).Problems);
    }

    [Fact(Timeout = Limit)]
    public async Task A_thousand_random_pages_and_settings_end_with_problems_and_never_with_a_crash()
    {
        string[] pieces =
        [
            "a", "b ", "\n", "\n\n", "> ", "- ", "1. ", "[", "](", "]", ")", "!", "*", "**", "_", "`", "```\n", "::: ", "::: note T\n", ":::\n", "{#a}", "{#a .b c=d}", "|", "|-|-|\n", "| a | b |\n", "Table: x {#t}\n\n",
            "[^1]", "[^1]: n\n", "<", ">", "<b>", "<!--", "-->", "&amp;", "&#0;", "&#xD800;", "\\", "#", "## ", "    ", "\t", "~~", "==", "://", "https://x.org", "mailto:", "(xref:home)", "(lang:es)", "- [ ] x {#y}\n", "::: checklist {#c}\n",
            "::: worksheet {#w}\n", "::: assessment {#s scale=in-place}\n", "::: instrument c\n", "\u202E", "e\u0301", "🙂", "\u2028", "\0", "'", "\"", "---\n", "===\n", "Title: x\n", ": ", "{", "}", "&a ", "*a", "!x ", "|\n", "? ", "...\n", "%YAML 1.2\n", "\\uD800", "Tags", "Lists", "<<: ", "~", ",", "@", "%",
        ];
        var random = new Random(20261129);
        using var site = new SiteRun();
        for (var round = 0; round < 10; round++)
        {
            for (var i = 0; i < 100; i++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
                site.With($"p{i}.md", i % 3 == 0 ? $"---\n{text}\n---\n\nx\n" : $"---\nTitle: P{i}\nLayout: tool\n---\n\n{text}");
            }

            site.With("sub/_directory.yml", string.Concat(Enumerable.Range(0, 20).Select(_ => pieces[random.Next(pieces.Length)])));

            await site.Run("check", "--no-pdf", "--no-cache");

            Assert.True(site.ExitCode is ExitCode.ContentErrors or ExitCode.Done, site.Console);
            Assert.DoesNotContain("mistake in the toolkit", site.Console, StringComparison.Ordinal);
        }
    }
}
