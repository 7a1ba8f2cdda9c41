using System.Text.RegularExpressions;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>What authors may write of a table is the same for the build, the scripts and the documentation.</summary>
public sealed partial class RolesTests
{
    private static readonly string[] Marks =
        [.. TableRole.All.SelectMany(r => r.Marks).Select(m => m.Name).Concat(ColumnMark.OfAnyTable.Concat(ColumnMark.OfDecision).Concat(ColumnMark.OfWorksheet).Select(m => m.Name)).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Scripts_know_the_same_roles_and_marks() =>
        Assert.Multiple(
            () => Assert.Equal(TableRole.All.Select(r => r.Name), Union("TableRole")),
            () => Assert.Equal(Marks, Union("Mark").Order(StringComparer.Ordinal)));

    [Fact]
    public void Authors_are_told_of_each()
    {
        var told = Repository.Read("docs/authoring.md");

        Assert.All(TableRole.All, role => Assert.Contains($"`role={role.Name}`", told, StringComparison.Ordinal));
        Assert.All(Marks, mark => Assert.Contains($"`.{mark}`", told, StringComparison.Ordinal));
    }

    /// <summary>The names of a type of the scripts that is one of several.</summary>
    private static IEnumerable<string> Union(string type)
    {
        var text = Repository.Read("theme/scripts/workbook/guide.ts");
        var body = Regex.Match(text, $@"export type {type} =(?<names>(?:\s*\|?\s*'[\w-]+')+)").Groups["names"].Value;
        return Name().Matches(body).Select(m => m.Groups[1].Value);
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Name();
}
