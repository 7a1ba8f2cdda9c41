using System.Text.RegularExpressions;
using Xunit;

namespace Toolkit.Tests.Support;

/// <summary>
/// One example of a spec in <c>Specs/</c>: a heading, a fence with what an author writes (<c>md</c>), and a fence with
/// what comes of it (<c>html</c>: the content of the page; <c>text</c>: the problems that the run tells of). Setting
/// <c>TOOLKIT_ACCEPT=1</c> writes what came into the spec, to be read and committed.
/// </summary>
/// <param name="Spec">Path of the spec.</param>
/// <param name="Name">The heading.</param>
/// <param name="Source">What the author writes.</param>
/// <param name="Kind"><c>html</c> or <c>text</c>.</param>
/// <param name="Expected">What comes of it.</param>
public sealed partial record Example(string Spec, string Name, string Source, string Kind, string Expected)
{
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

    private static IEnumerable<Example> Of(string spec) =>
        from Match section in Section().Matches(Repository.Read(spec))
        select new Example(
            spec,
            section.Groups["name"].Value.Trim(),
            section.Groups["source"].Value,
            section.Groups["kind"].Value,
            section.Groups["expected"].Value.Trim('\n'));

    private void Accept(string actual)
    {
        lock (Accepting)
        {
            var text = Repository.Read(Spec);
            var section = Section().Matches(text).Single(m => m.Groups["name"].Value.Trim() == Name).Groups["expected"];
            File.WriteAllText(Repository.At(Spec), text[..section.Index] + actual + "\n" + text[(section.Index + section.Length)..]);
        }
    }

    /// <summary>Fences are of four backticks, so that a source may hold one of three.</summary>
    [GeneratedRegex(@"^## (?<name>.+)\n(?:(?!^(?:## |````)).*\n)*^````md\n(?<source>(?:(?!^````$).*\n)*)^````\n\n^````(?<kind>html|text)\n(?<expected>(?:(?!^````$).*\n)*)^````$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
