using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>The guide carries facts of its source over, never its sentences.</summary>
public sealed class OwnWordsTests
{
    private const string Probe = "It isn’t “seven” words: café, N° 12-B!";

    [Fact]
    public void Hashes_are_made_by_the_same_rule_here_and_in_the_script() =>
        Assert.Equal(Shingles()[0], WordRuns.Hash(WordRuns.Words(Probe)));

    [Fact]
    public void There_are_hashes_to_compare_with() => Assert.True(Shingles().Length > 1000);

    [Fact]
    public void No_run_of_seven_words_of_the_facts_sheet_stands_in_the_guide()
    {
        var sheet = Shingles().Skip(1).ToHashSet();
        var found =
            from file in GuideFiles.All()
            from run in WordRuns.Runs(WordRuns.ReadersWords(file.Text))
            where sheet.Contains(WordRuns.Hash(run))
            select file.Path + ": " + string.Join(' ', run.AsEnumerable());

        Assert.Equal([], found);
    }

    private static string[] Shingles() => GuideFiles.Beside("facts-shingles.txt");
}
