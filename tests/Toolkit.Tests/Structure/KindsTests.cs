using System.Text.RegularExpressions;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>
/// What a new kind of field concerns, the compiler finds: a switch expression that misses one is an error. So nothing asks for one
/// kind alone, and nothing has an arm for the rest.
/// </summary>
public sealed partial class KindsTests
{
    [Fact]
    public void Nothing_asks_for_one_kind_alone()
    {
        var broken = from file in Sources()
                     from Match asked in OneKind().Matches(Repository.Read(file))
                     select $"{file}: {asked.Value}";

        Assert.Empty(broken);
    }

    [Fact]
    public void No_switch_over_kinds_has_an_arm_for_the_rest()
    {
        var broken = from file in Sources()
                     from Match arms in Switch().Matches(Repository.Read(file))
                     where arms.Value.Contains("FieldKind.", StringComparison.Ordinal) && Rest().IsMatch(arms.Value)
                     select $"{file}: {arms.Value}";

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("if (field.Kind == FieldKind.Check)")]
    [InlineData("c => c.Kind != Model.FieldKind.Date")]
    [InlineData("kind is not FieldKind.Text")]
    [InlineData("    case FieldKind.Choice:")]
    public void Asking_for_one_kind_is_found(string code) => Assert.Matches(OneKind(), code);

    [Theory]
    [InlineData("kind switch { FieldKind.Check => 5, _ => 12 }")]
    [InlineData("kind switch\n{\n    FieldKind.Check => new JsonObject { [\"a\"] = 1 },\n    _ => null,\n}")]
    [InlineData("kind switch { FieldKind.Check => 5, var other => 12 }")]
    public void An_arm_for_the_rest_is_found(string code) => Assert.Matches(Rest(), Switch().Match(code).Value);

    [Fact]
    public void Every_kind_but_that_of_plain_text_has_a_word_by_which_authors_ask_for_it_and_authors_are_told()
    {
        var told = Repository.Read("docs/authoring.md");
        var kinds = Enum.GetValues<FieldKind>();

        Assert.Equal([FieldKind.Text], kinds.Where(k => k.Words().Count == 0));
        Assert.Equal(kinds.SelectMany(k => k.Words()).Distinct(), kinds.SelectMany(k => k.Words()));
        Assert.All(kinds.SelectMany(k => k.Words()), word => Assert.Contains($".{word}", told, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources() =>
        Repository.Files("src", "*.cs").Concat(Repository.Files("theme", "*.cs")).Concat(Repository.Files("theme", "*.razor"));

    [GeneratedRegex(@"(?:==|!=|\bis|\bis not|\bcase)\s+(?:\w+\.)*FieldKind\.\w+")]
    private static partial Regex OneKind();

    /// <summary>A switch expression with its arms; braces stand in each other as often as they like.</summary>
    [GeneratedRegex(@"\bswitch\s*\{(?>[^{}]+|(?<open>\{)|(?<-open>\}))*(?(open)(?!))\}")]
    private static partial Regex Switch();

    [GeneratedRegex(@"(?:^|[,{])\s*(?:_|default|var \w+)\s*(?:=>|when)", RegexOptions.Multiline)]
    private static partial Regex Rest();
}
