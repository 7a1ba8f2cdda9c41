using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>Scripts know each other in one direction, as <c>docs/architecture.md</c> draws it.</summary>
public sealed class ScriptRoomsTests
{
    [Fact]
    public void Scripts_name_only_what_they_stand_on_and_go_in_no_circle()
    {
        var files = Repository.Files("theme/scripts", "*.ts")
            .Where(f => !f.EndsWith(".test.ts", StringComparison.Ordinal) && !f.Contains("/testing/", StringComparison.Ordinal))
            .ToDictionary(f => f["theme/scripts/".Length..], Repository.Read);

        Assert.True(files.Count > 100);
        Assert.Empty(ScriptRooms.Problems(files));
    }

    [Theory]
    [InlineData("views/a.ts", "import type { B } from '../fields/b.ts'", "fields/b.ts")]
    [InlineData("page/a.ts", "export { b } from '../views/b.ts'", "views/b.ts")]
    [InlineData("compare/a.ts", "import { b } from '../documents/b.ts'", "documents/b.ts")]
    [InlineData("storage/a.ts", "const b = await import('../page/b.ts')", "page/b.ts")]
    [InlineData("documents/templates/a.ts", "import '../../page/b.ts'", "page/b.ts")]
    [InlineData("workbook/a.ts", "import { b } from '../storage/b.ts'", "storage/b.ts")]
    public void An_arrow_that_leads_back_is_found(string file, string text, string target) =>
        Assert.Equal([$"{file} names {target}"], ScriptRooms.Problems(new Dictionary<string, string> { [file] = text, [target] = "" }));

    [Fact]
    public void A_circle_of_types_is_found() => Assert.Equal(["a circle: page/a.ts -> page/b.ts -> page/c.ts -> page/a.ts"], ScriptRooms.Problems(new Dictionary<string, string>
    {
        ["page/a.ts"] = "import type { B } from './b.ts'",
        ["page/b.ts"] = "import { c } from './c.ts'",
        ["page/c.ts"] = "import type { A } from '../page/a.ts'",
    }));

    [Fact]
    public void A_room_that_the_plan_does_not_have_is_found() =>
        Assert.Equal(["attic/a.ts stands in a room that the plan does not have"], ScriptRooms.Problems(new Dictionary<string, string> { ["attic/a.ts"] = "" }));
}
