using System.Text.RegularExpressions;
using Xunit;

namespace Toolkit.Tests.Support;

/// <summary>
/// One example of a spec in <c>Specs/</c>: a heading, fences with what an author writes, and a fence with what comes of
/// it. Fences are of four backticks, so that a source may hold one of three. <c>md</c> alone is the text of a page that
/// has its front matter already; a name behind it (<c>md guide/a.md</c>, <c>yml settings.yml</c>) is a whole file.
/// A fence <c>sh</c> is the command that is run; without one, <c>build --no-pdf --no-cache</c>. The outcome is <c>html</c>, the
/// content of that page, or <c>text</c>, what the run says. <c>TOOLKIT_ACCEPT=1</c>
/// writes what came into the spec, to be read and committed.
/// </summary>
/// <param name="Spec">Path of the spec.</param>
/// <param name="Name">The heading.</param>
/// <param name="Sources">What the author writes: text by path, <see cref="Page"/> for the page with front matter.</param>
/// <param name="Command">The command with its options.</param>
/// <param name="Kind"><c>html</c> or <c>text</c>.</param>
/// <param name="Expected">What comes of it.</param>
public sealed partial record Example(
    string Spec, string Name, IReadOnlyList<(string Path, string Text)> Sources, IReadOnlyList<string> Command, string Kind, string Expected)
{
    /// <summary>Path of the page whose front matter is given.</summary>
    public const string Page = "page.md";

    private const string Folder = "tests/Toolkit.Tests/Specs";
    private static readonly Lock Accepting = new();

    /// <summary>Every example: file name of the spec without ending, heading.</summary>
    public static TheoryData<string, string> Names() =>
        new(All().Select(e => (Path.GetFileNameWithoutExtension(e.Spec), e.Name)));

    /// <summary>Every example of every spec.</summary>
    public static IReadOnlyList<Example> All() => [.. Repository.Files(Folder, "*.md").SelectMany(Of)];

    /// <summary>One example by its spec and heading.</summary>
    public static Example Find(string spec, string name) => Of($"{Folder}/{spec}.md").Single(e => e.Name == name);

    /// <summary>Compares, or writes down what came.</summary>
    public void Matches(string actual)
    {
        actual = actual.Trim('\n');
        if (Environment.GetEnvironmentVariable("TOOLKIT_ACCEPT") == "1")
        {
            Accept(actual);
        }
        else
        {
            Assert.Equal(Expected, actual);
        }
    }

    private static IEnumerable<Example> Of(string spec)
    {
        foreach (Match section in Section().Matches(Repository.Read(spec)))
        {
            var fences = Fence().Matches(section.Value).ToArray();
            Assert.True(fences.Length > 1 && fences[^1].Groups["kind"].Value is "html" or "text", $"{spec}, '{section.Groups["name"].Value}' is no example");
            yield return new Example(
                spec,
                section.Groups["name"].Value.Trim(),
                [.. fences[..^1].Where(f => !IsCommand(f)).Select(f => (f.Groups["path"].Value is { Length: > 0 } path ? path : Page, f.Groups["text"].Value))],
                (fences.FirstOrDefault(IsCommand)?.Groups["text"].Value ?? "build --no-pdf --no-cache").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
                fences[^1].Groups["kind"].Value,
                fences[^1].Groups["text"].Value.Trim('\n'));
        }
    }

    private static bool IsCommand(Match fence) => fence.Groups["kind"].Value == "sh";

    private void Accept(string actual)
    {
        lock (Accepting)
        {
            var text = Repository.Read(Spec);
            var section = Section().Matches(text).Single(m => m.Groups["name"].Value.Trim() == Name);
            var outcome = Fence().Matches(section.Value)[^1].Groups["text"];
            var at = section.Index + outcome.Index;
            File.WriteAllText(Repository.At(Spec), text[..at] + actual + "\n" + text[(at + outcome.Length)..]);
        }
    }

    [GeneratedRegex(@"^## (?<name>.+)\n(?:(?!^(?:## |````)).*\n)*(?:^````\w+.*\n(?:(?!^````$).*\n)*^````(?:\n|\z)\n*)+", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^````(?<kind>\w+) ?(?<path>.*)\n(?<text>(?:(?!^````$).*\n)*)^````$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
