using System.Text.Json.Nodes;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>
/// What was published once never moves: answers that people saved hang on the wording of a field, and Word files that lost
/// all but their bookmarks hang on the place of a field in its document. <c>published.txt</c> is only ever added to.
/// </summary>
public sealed class PublishedTests
{
    private static readonly string _file = Repository.At("tests/Toolkit.Tests/Content/published.txt");

    [Fact]
    public async Task Codes_serials_and_wordings_of_the_guide_are_those_that_were_published()
    {
        var published = (await File.ReadAllLinesAsync(_file, TestContext.Current.CancellationToken)).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var now = Lines(await Guide()).ToList();

        var moved = published.Except(now).ToList();
        Assert.True(moved.Count == 0, $"Saved answers and documents rely on these, which are no more: {string.Join("; ", moved.Take(5))}");
        var missing = now.Except(published).ToList();
        Assert.True(missing.Count == 0, $"New, to be added at the end of {_file}:\n{string.Join("\n", missing)}");
    }

    /// <summary><c>wording FIELD DIGITS</c>, then <c>serial DOCUMENT CODE NUMBER FIELD</c>.</summary>
    private static IEnumerable<string> Lines(JsonNode guide)
    {
        foreach (var part in guide["instruments"]!.AsArray().SelectMany(i => i!["parts"]!.AsArray()))
        {
            var table = part!["table"];
            IEnumerable<JsonNode?> fields = table is null ? new[] { part["field"] } : table["columns"]!.AsArray();
            foreach (var field in fields)
            {
                yield return $"wording {(table is null ? "" : $"{table["id"]}.")}{field!["id"]} {field["wording"]}";
            }
        }

        foreach (var document in guide["documents"]!.AsArray())
        {
            foreach (var (field, i) in document!["serials"]!.AsArray().Select((f, i) => (f, i)))
            {
                yield return $"serial {document["id"]} {document["code"]} {i + 1} {field}";
            }
        }
    }

    private static async Task<JsonNode> Guide()
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "assets"), "guide.*.js"));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        return JsonNode.Parse(text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..text.LastIndexOf(')')])!;
    }
}
