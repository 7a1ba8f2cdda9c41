using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>
/// What was published never moves. <c>Kept/VERSION</c> holds one document of each kind as that version of the guide filled it,
/// each field with an answer of its own (PDFs packed with Brotli), and <c>answers.json</c>, what stands in them. They are never
/// made again: people have such files. A version that changes documents adds a folder of its own, by
/// <c>node theme/round-trips.mjs keep</c>. Numbers of fields are kept in <c>input/serials.yml</c> and held by <c>PublishedTests</c>.
/// </summary>
[Collection(FilledGuideCollection.Name)]
public sealed class KeptDocumentsTests(FilledGuide guide)
{
    private const int Rows = 12;

    public static TheoryData<string> Versions =>
        [.. Directory.GetDirectories(Repository.At("tests/Toolkit.Tests/RoundTrips/Kept")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Documents_that_were_published_are_read_as_they_are_and_stripped(string version) =>
        await guide.CompareKept(Repository.At($"tests/Toolkit.Tests/RoundTrips/Kept/{version}"));

    [Theory]
    [InlineData(".docx")]
    [InlineData(".pdf")]
    public async Task Every_document_of_today_comes_back_without_metadata_tags_controls_or_bookmarks(string ending) =>
        await guide.Compare(Rows, guide.Files(Rows, ending), "compare-stripped");
}
