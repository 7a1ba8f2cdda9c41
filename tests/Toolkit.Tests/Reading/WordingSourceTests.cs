using Toolkit.Model;
using Toolkit.Tests.Support;
using Toolkit.Words;
using Xunit;

namespace Toolkit.Tests.Reading;

/// <summary>What is shown may change; the text of which a wording is made stays that of the guide's first language.</summary>
public sealed class WordingSourceTests
{
    private static readonly Option[] Options = [new("yes", "Yes"), new("no", "No")];

    [Fact]
    public void A_wording_is_made_of_the_question_and_a_line_for_each_option()
    {
        var field = new Field(FieldId.Of("fit", "doors", "answer"), FieldKind.Choice, "Do doors open?", Options);

        Assert.Equal("Do doors open?\nyes=Yes\nno=No", field.WordingSource);
        Assert.Equal(Field.Hash(field.WordingSource), field.Wording);
    }

    [Fact]
    public void A_field_or_column_in_another_language_keeps_its_wording()
    {
        var field = new Field(FieldId.Of("fit", "doors", "answer"), FieldKind.Choice, "Do doors open?", Options);
        var column = new FieldColumn("who", FieldKind.Choice, "Who", Options);
        Option[] translated = [new("yes", "Sí"), new("no", "No")];

        Assert.Equal(field.Wording, (field with { Label = "¿Se abren las puertas?", Options = translated }).Wording);
        Assert.Equal(column.Wording, (column with { Label = "Quién", Options = translated }).Wording);
    }

    /// <summary>These three stand in the hashes of answers that people saved: they may not change, whatever is shown by now.</summary>
    [Fact]
    public void The_prefixes_are_frozen()
    {
        Assert.Equal("We need help with this: ", WordingSource.HelpPrefix);
        Assert.Equal("Note: ", WordingSource.NotePrefix);
        Assert.Equal("How do you know? ", WordingSource.EvidencePrefix);
    }

    [Fact]
    public void Labels_come_from_the_catalogue_and_wordings_do_not()
    {
        var shown = Fields("Hilfe bei: {question}");

        Assert.Equal("Hilfe bei: Is it safe?", shown.Single(f => f.Id.Value.EndsWith(".help", StringComparison.Ordinal)).Label);
        Assert.Equal(Fields(null).Select(f => f.Wording), shown.Select(f => f.Wording));
    }

    /// <summary>The fields of one question, read with the words of the catalogue or with another label for help.</summary>
    private static List<Field> Fields(string? help)
    {
        using var words = new TemporaryFolder();
        using var site = new SiteRun().WithPage("tool.md",
            "::: assessment {#fit scale=in-place}\n\n## Safety {#safety}\n\n- Is it safe? {#safe .evidence}\n\n:::", "Title: A tool\nLayout: tool");
        Directory.CreateDirectory(words.File("en"));
        foreach (var file in new[] { "common.json", "pages.json", "documents.json" })
        {
            var text = File.ReadAllText(Path.Combine(TestWords.Folder, "en", file));
            File.WriteAllText(Path.Combine(words.File("en"), file), help is null ? text : text.Replace("We need help with this: {question}", help, StringComparison.Ordinal));
        }

        var log = new Toolkit.Reading.ProblemLog();
        var read = new Toolkit.Reading.SiteReader(Toolkit.Blocks.BlockCatalogue.Reader(), WordCatalogue.Load(words.Path)).Read(
            Toolkit.Reading.InputFiles.In([Path.Combine(site.Root, "input")], log), new Dictionary<string, string>(), log, TestContext.Current.CancellationToken);
        return [.. read.Site.Instruments.Single().BlankFields];
    }
}
