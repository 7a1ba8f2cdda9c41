using Toolkit.Model;
using Xunit;

namespace Toolkit.Tests;

public sealed class FieldIdTests
{
    [Fact]
    public void The_shared_list_of_field_ids_holds()
    {
        var lines = File.ReadAllLines(SharedList()).Where(l => l.StartsWith("ok ", StringComparison.Ordinal) || l.StartsWith("no ", StringComparison.Ordinal)).ToArray();

        Assert.True(lines.Length >= 40);
        Assert.All(lines, line =>
        {
            var text = line[3..];
            var expected = line.StartsWith("ok ", StringComparison.Ordinal);
            Assert.True(FieldId.TryParse(text, out var id) == expected, $"'{text}' should {(expected ? "" : "not ")}be a field id");
            Assert.True(id is null || id.Value == text);
        });
    }

    [Fact]
    public void An_id_ends_where_its_text_ends() => Assert.False(FieldId.TryParse("partner-vetting\n", out _));

    [Fact]
    public void Joining_segments_that_break_the_grammar_fails() =>
        Assert.Throws<FormatException>(() => FieldId.Of("partner-vetting", "r1", "A"));

    private static string SharedList()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "tests", "field-ids.txt");
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException("tests/field-ids.txt stands above no folder of " + AppContext.BaseDirectory);
    }
}
