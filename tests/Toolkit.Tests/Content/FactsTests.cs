using Xunit;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Toolkit.Tests.Content;

/// <summary>Every fact of the source is on a page, see <c>facts.yml</c>.</summary>
public sealed class FactsTests
{
    public static TheoryData<string> Ids => [.. Facts().Select(fact => fact.Id)];

    [Fact]
    public void Ids_are_unique() =>
        Assert.Distinct(Facts().Select(fact => fact.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_on_its_page(string id)
    {
        var fact = Facts().Single(candidate => candidate.Id == id);
        var page = GuideFiles.All().Single(file => file.Path == fact.Page);
        var text = Readable(page.Text);

        Assert.NotEmpty(fact.Words);
        Assert.Equal([], Missing(fact, text));
    }

    private static IEnumerable<string> Missing(Entry fact, string text) =>
        fact.Words.Where(words => !text.Contains(Readable(words), StringComparison.Ordinal));

    private static string Readable(string text) => $" {string.Join(' ', WordRuns.ReadersWords(text))} ";

    private static List<Entry> Facts() =>
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<Entry>>(string.Join('\n', GuideFiles.Beside("facts.yml")));

    private sealed class Entry
    {
        public string Id { get; set; } = "";

        public string Page { get; set; } = "";

        public List<string> Words { get; set; } = [];
    }
}
