using System.Text.RegularExpressions;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Pdf;

/// <summary>What stays together where a line or a page ends, and how far lines are from each other.</summary>
public sealed class LinesOnPaperTests(PdfEngineFixture engine)
{
    private const string Filling = "One line of a text that goes on.";

    /// <summary>The guide in each of its languages.</summary>
    public static TheoryData<string> Languages => ["en", "es"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_explains_the_choices_of_cards_stands_with_the_first_one(string language)
    {
        foreach (var id in new[] { "chapter-community", "whole-guide" })
        {
            var made = await Make(language, id);
            var explained = (await PdfPages.Text(made)).Last(line => line.Said.StartsWith("Sector: ", StringComparison.Ordinal));

            Assert.Equal(explained.Page, PdfPages.Boxes(made, "community-map.organizations.r1.").Min(b => b.Page));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_last_card_of_several_has_the_one_before_it_beside_it(string language)
    {
        foreach (var id in new[] { "chapter-keep-it-going", "whole-guide" })
        {
            var made = await Make(language, id);

            Assert.Single(new[] { 5, 6 }.SelectMany(row => PdfPages.Boxes(made, $"action-plan.steps.r{row}.")).Select(b => b.Page).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_tick_that_closes_a_tool_stands_with_what_is_asked_before_it(string language)
    {
        foreach (var id in new[] { "expectations", "chapter-vetting", "whole-guide" })
        {
            var made = await Make(language, id);

            Assert.Equal(Assert.Single(PdfPages.Boxes(made, "expectations.next-meeting")).Page, Assert.Single(PdfPages.Boxes(made, "expectations.both-agree")).Page);
        }
    }

    [Fact]
    public async Task A_list_of_three_is_not_parted()
    {
        foreach (var lines in Enumerable.Range(26, 8))
        {
            var list = new ListBlock(false, 1, true, [.. new[] { "Alpha", "Beta", "Gamma" }.Select(item => (IReadOnlyList<Block>)[PdfSamples.Paragraph(item)])]);
            var text = await Lines([.. Enumerable.Repeat(PdfSamples.Paragraph(Filling), lines), PdfSamples.Paragraph("These:"), list]);

            Assert.Single(text.Where(line => line.Words[^1].Text is "Alpha" or "Beta" or "Gamma").Select(line => line.Page).Distinct());
        }
    }

    [Fact]
    public async Task What_follows_a_table_with_free_rows_is_as_near_as_after_any_other()
    {
        var free = await After("expectations", "expectations.give-and-take.", "How we will work together");
        var named = await After("community-map", "community-map.assets.", "What the map shows");

        Assert.Equal(named, free, tolerance: 1);

        async Task<double> After(string id, string table, string heading)
        {
            var made = await Make("en", id);
            var (page, _, bottom) = PdfPages.Boxes(made, table).MinBy(b => (-b.Page, b.Bottom));
            return (await PdfPages.Text(made)).First(line => line.Page == page && line.Said == heading).Top - (792 - bottom);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Entries_are_as_far_from_each_other_after_one_line_as_after_two(bool toTick)
    {
        var items = new[] { "First entry", "Second entry, " + string.Concat(Enumerable.Repeat("which goes on ", 9)), "Third entry", "Fourth entry", "Fifth entry" };
        var text = await Lines([new ListBlock(false, 1, true, [.. items.Select(item => (IReadOnlyList<Block>)[PdfSamples.Paragraph(item)])]) { ToTick = toTick }]);

        var tops = text.SkipWhile(line => !line.Said.Contains("First entry", StringComparison.Ordinal)).Take(6).Select(line => line.Words[^1].Top).ToList();
        var steps = tops.Zip(tops.Skip(1), (one, next) => next - one).ToList();
        Assert.True(steps.Max() - steps.Min() < 0.55, string.Join(", ", steps));
    }

    [Fact]
    public async Task Numbers_of_questions_leave_the_same_room_from_group_to_group()
    {
        var text = await PdfPages.Text(await Make("en", "chapter-support-text"));

        var numbered = text.Where(line => line.Words.Count > 1 && Regex.IsMatch(line.Words[0].Text, @"^\d+\.$")).ToList();
        Assert.Contains(numbered, line => line.Words[0].Text == "20.");
        Assert.True(numbered.Max(line => line.Words[1].Left) - numbered.Min(line => line.Words[1].Left) < 0.5);
    }

    [Fact]
    public async Task In_a_text_alone_what_can_be_chosen_is_said_before_the_rows_of_a_table()
    {
        var text = await PdfPages.Text(await Make("en", "chapter-support-text"));
        var said = text.First(line => line.Said.StartsWith("Who gives it: ", StringComparison.Ordinal));
        var row = text.Last(line => line.Said == "Matched savings, if");

        Assert.True((said.Page, said.Top).CompareTo((row.Page, row.Top)) < 0, $"{said} {row}");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_mark_between_choices_stands_at_the_end_of_a_line(string language)
    {
        foreach (var id in new[] { "chapter-vetting", "community-map", "first-months" })
        {
            Assert.DoesNotContain(await PdfPages.Text(await Make(language, id)), line => line.Said.StartsWith('\u00b7') || line.Said.EndsWith('\u00b7'));
        }
    }

    [Fact]
    public async Task A_number_to_text_to_and_a_name_that_is_to_be_looked_for_stay_whole()
    {
        var text = await Lines([.. Enumerable.Range(1, 40).Select(i => PdfSamples.Paragraph($"{Filling} {Filling} {new string('i', i)} write text to 233733 or look for \u201cLook here next\u201d."))]);

        Assert.Contains(text, line => line.Said.Contains("text to 233733", StringComparison.Ordinal));
        Assert.DoesNotContain(text, line => line.Words[0].Text.StartsWith("233733", StringComparison.Ordinal) || line.Words[0].Text is "here" or "next\u201d.");
    }

    [Fact]
    public async Task No_title_ends_with_a_word_alone_on_its_line()
    {
        var titles = Enumerable.Range(1, 20).Select(i => $"What both sides of a partnership can expect {new string('n', i)} beginning").ToList();
        var text = await Lines([.. titles.SelectMany(title => new Block[] { new Heading(2, $"t{title.Length}", [new Text(title)]), PdfSamples.Paragraph(Filling) })]);

        Assert.Contains(text, line => line.Said.EndsWith("beginning", StringComparison.Ordinal));
        Assert.DoesNotContain(text, line => line.Said == "beginning");
    }

    [Fact]
    public async Task A_document_of_one_page_does_not_send_to_the_last_one()
    {
        const string Sent = "Credits on the last page";

        Assert.DoesNotContain(Sent, await Said("first-meeting"), StringComparison.Ordinal);
        Assert.Contains(Sent, await Said("expectations"), StringComparison.Ordinal);

        async Task<string> Said(string id)
        {
            using var folder = new TemporaryFolder();
            await File.WriteAllBytesAsync(folder.File("made.pdf"), await Make("en", id));
            return (await Programs.Run(Programs.Need("pdftotext"), ["-layout", folder.File("made.pdf"), "-"])).Output;
        }
    }

    private async Task<IReadOnlyList<TextLine>> Lines(IReadOnlyList<Block> blocks) =>
        await PdfPages.Text(await engine.Make(PdfSamples.Chapter with { Id = "lines", Blocks = blocks, Instruments = [] }));

    private Task<byte[]> Make(string language, string id)
    {
        var site = language == "es" ? GuideDocumentsTests.InSpanish : GuideDocumentsTests.Guide.Value;
        return engine.Make(site.Documents.Single(d => d.Id == id), site.Settings, TestWords.Catalogue.For(site.Settings.Language));
    }
}
