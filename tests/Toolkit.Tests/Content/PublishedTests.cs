using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>
/// What was published once never moves: answers that people saved hang on the wording of a field, and Word files that lost
/// all but their bookmarks hang on the serial of a field in its document: <c>serials DOCUMENT CODE COUNT DIGITS</c>, digits of the first COUNT ids. <c>published.txt</c> is only ever added to.
/// </summary>
public sealed class PublishedTests
{
    private static readonly string PublishedFile = Repository.At("tests/Toolkit.Tests/Content/published.txt");

    /// <summary>Of the guide in each of its languages: a translated question is never worded differently.</summary>
    [Fact]
    public async Task Wordings_of_the_guide_are_those_that_were_published()
    {
        var published = (await File.ReadAllLinesAsync(PublishedFile, TestContext.Current.CancellationToken)).Where(l => l.StartsWith("wording ", StringComparison.Ordinal)).ToList();
        foreach (var now in (await Guides()).Select(g => Wordings(g).ToList()))
        {
            var moved = published.Except(now).ToList();
            Assert.True(moved.Count == 0, $"Saved answers and documents rely on these, which are no more: {string.Join("; ", moved.Take(5))}");
            var missing = now.Except(published).ToList();
            Assert.True(missing.Count == 0, $"New, to be added at the end of {PublishedFile}:\n{string.Join("\n", missing)}");
        }
    }

    [Fact]
    public async Task Documents_begin_with_the_serials_that_were_published()
    {
        var published = (await File.ReadAllLinesAsync(PublishedFile, TestContext.Current.CancellationToken)).Where(l => l.StartsWith("serials ", StringComparison.Ordinal))
            .Select(l => l.Split(' ')).ToList();
        foreach (var guide in await Guides())
        {
            var now = guide["documents"]!.AsArray().ToDictionary(d => $"{d!["id"]} {d["code"]}", d => d!["serials"]!.AsArray().Select(id => (string)id!).ToList());

            Assert.All(published, line => Assert.Equal(line[4], Digits(now[$"{line[1]} {line[2]}"].Take(int.Parse(line[3], CultureInfo.InvariantCulture)))));
            var missing = now.Keys.Except(published.Select(line => $"{line[1]} {line[2]}")).ToList();
            Assert.True(missing.Count == 0, $"New, to be added at the end of {PublishedFile}:\n{string.Join("\n", missing.Select(d => $"serials {d} {now[d].Count} {Digits(now[d])}"))}");
        }
    }

    private static string Digits(IEnumerable<string> ids) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))))[..16];

    /// <summary><c>wording FIELD DIGITS</c>.</summary>
    private static IEnumerable<string> Wordings(JsonNode guide)
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
    }

    private static async Task<IReadOnlyList<JsonNode>> Guides()
    {
        var files = Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "assets"), "guide.*.js");
        Assert.Equal(2, files.Length);
        return [.. files.Select(file =>
        {
            var text = File.ReadAllText(file);
            return JsonNode.Parse(text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..text.LastIndexOf(')')])!;
        })];
    }
}
