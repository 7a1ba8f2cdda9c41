using System.Text.RegularExpressions;
using Toolkit.Blocks.Worksheets;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Pdf;

/// <summary>How a day is written stands on paper in one piece: who reads “DD/” on one line and “MM/AAAA” on the next takes it for two things.</summary>
public sealed partial class DaysOnPaperTests(PdfEngineFixture engine)
{
    /// <summary>As the Spanish of the guide says it.</summary>
    private const string Day = "DD/MM/AAAA";

    /// <summary>Texts under a label, each a little longer than the one before, so that at some of them the line ends within the day.</summary>
    private const int Hints = 70;

    [Fact]
    public async Task It_is_never_split_after_a_text_of_any_length()
    {
        var fields = Enumerable.Range(1, Hints).Select(count => new WorksheetField(new(FieldId.Of("days", $"day-{count}"), FieldKind.Date, "¿Cuándo?"))
        {
            Hint = [new Text(string.Join(' ', Enumerable.Repeat("dos", 12)) + " " + string.Concat(Enumerable.Repeat("a", count)))],
        });

        var words = await Words([.. fields]);

        Assert.Equal(Enumerable.Repeat(Day, Hints), words);
    }

    /// <summary>A table with more columns than a page is wide has a card for each row, with the day behind the name of its column.</summary>
    [Fact]
    public async Task It_is_never_split_on_a_card()
    {
        string[] labels = ["Día", "Para cuándo", "Última verificación", "Volver a revisar el acuerdo", "El día en que las dos partes lo vuelven a revisar"];
        var tables = labels.Select((label, at) => new WorksheetTable(new(
            "days",
            $"table-{at}",
            "Tabla",
            [.. Enumerable.Range(1, 4).Select(n => new FieldColumn($"what-{n}", FieldKind.LongText, "Qué", [])), new("by", FieldKind.Date, label, [])],
            [],
            1)
        { Words = TestWords.Fields }));

        var words = await Words([.. tables]);

        Assert.Equal(Enumerable.Repeat(Day, labels.Length), words.Select(word => word.Trim('(', ')')));
    }

    /// <summary>The guide itself, with the names of its fields and the columns of its tables.</summary>
    [Fact]
    public async Task It_is_never_split_in_the_guide()
    {
        var files = Directory.GetFiles(Path.Combine(await BuiltGuide.Output, "downloads", "es"), "*.pdf");

        var found = await Task.WhenAll(files.Select(async file => (await Pieces(file)).Select(word => $"{Path.GetFileName(file)}: {word.Trim('(', ')')}")));

        var words = found.SelectMany(word => word).ToList();
        Assert.NotEmpty(words);
        Assert.DoesNotContain(words, word => !word.EndsWith($": {Day}", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> Words(IReadOnlyList<WorksheetPart> content)
    {
        var document = PdfSamples.OfInstrument(PdfSamples.Worksheet with { Id = "days", PerPartner = false, Content = content });
        var spanish = PdfSamples.Settings with { Language = "es", Languages = [new("en", "English"), new("es", "Español")] };
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(
            folder.File("made.pdf"),
            await engine.Writer.WriteAsync(document, spanish, TestWords.Catalogue.For("es"), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        return await Pieces(folder.File("made.pdf"));
    }

    /// <summary>Words that are a day as it is written, or a piece of one.</summary>
    private static async Task<IReadOnlyList<string>> Pieces(string file)
    {
        var read = await Programs.Run(Programs.Need("pdftotext"), ["-enc", "UTF-8", file, "-"]);
        return [.. Piece().Matches(read.Output).Select(m => m.Value)];
    }

    [GeneratedRegex(@"[^\s]*(\bDD\b|\bAAAA\b)[^\s]*")]
    private static partial Regex Piece();
}
