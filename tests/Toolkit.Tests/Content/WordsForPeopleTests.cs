using System.Text.RegularExpressions;
using Xunit;

namespace Toolkit.Tests.Content;

/// <summary>How the guide speaks of people.</summary>
public sealed partial class WordsForPeopleTests
{
    // Names of offices, works and kinds of agencies; a person is a survivor.
    private static readonly string[] Names = ["Office for Victims of Crime", "Victim Service Providers", "victim-services agenc", "Victims of Crime Act", "how-victims-of-human-trafficking-get"];

    [Fact]
    public void A_person_is_never_called_a_victim() => Assert.Equal([], Lines(Victim()));

    [Fact]
    public void The_threads_of_the_design_stay_out_of_the_text() => Assert.Equal([], Lines(Thread()));

    private static IEnumerable<string> Lines(Regex word) =>
        from file in GuideFiles.All()
        let text = Names.Aggregate(
            Space().Replace(file.Text, " "), (all, name) => all.Replace(name, "", StringComparison.OrdinalIgnoreCase))
        from Match match in word.Matches(text)
        select $"{file.Path}: …{match.Value}…";

    [GeneratedRegex(@".{0,40}\bvictim\w*.{0,40}", RegexOptions.IgnoreCase)]
    private static partial Regex Victim();

    [GeneratedRegex(@".{0,40}\bthreads?\b.{0,40}", RegexOptions.IgnoreCase)]
    private static partial Regex Thread();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
