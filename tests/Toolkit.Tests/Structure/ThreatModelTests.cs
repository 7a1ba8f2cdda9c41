using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>What the threat model promises is held by tests that exist.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Classes = new(() => Repository.Files("tests", "*Tests.cs")
        .GroupBy(f => Path.GetFileNameWithoutExtension(f)).ToDictionary(g => g.Key, g => string.Concat(g.Select(Repository.Read))));

    [Fact]
    public void Every_line_names_tests_that_exist()
    {
        var lines = Lines(Repository.Read("docs/threat-model.md")).ToList();

        Assert.True(lines.Count > 20);
        Assert.Empty(lines.SelectMany(Wrong));
    }

    [Theory]
    [InlineData("| a | b | `ExitTests.Nobody_leaves` |")]
    [InlineData("| a | b | `NoSuchTests.Leaving_erases_the_tab_and_blanks_the_page` |")]
    [InlineData("| a | b | `page/file.test.ts: no such title` |")]
    [InlineData("| a | b | `page/no-such-file.test.ts: a title` |")]
    [InlineData("| a | b | we looked at it |")]
    public void A_line_without_a_test_is_found(string line) => Assert.Single(Wrong(line));

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| held by |", StringComparison.Ordinal));

    private static IEnumerable<string> Wrong(string line)
    {
        var held = Code().Matches(line.Split('|')[^2]).Select(m => m.Groups[1].Value).ToList();
        return held.Count == 0 ? [$"no test in: {line}"] : held.Where(test => !Exists(test)).Select(test => $"no such test: {test}");
    }

    private static bool Exists(string test)
    {
        if (test.Split(".test.ts: ") is [var file, var title])
        {
            var path = $"theme/scripts/{file}.test.ts";
            return File.Exists(Repository.At(path)) && Repository.Read(path).Contains($"test('{title}'", StringComparison.Ordinal);
        }

        return test.Split('.') is [var name, var method] && Classes.Value.TryGetValue(name, out var text) && text.Contains($" {method}(", StringComparison.Ordinal);
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
