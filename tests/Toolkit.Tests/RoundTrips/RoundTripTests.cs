using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>Every field of every document of the guide: filled in the browser's code, saved by other programs, read back equal.</summary>
[Collection(FilledGuideCollection.Name)]
public sealed class RoundTripTests(FilledGuide guide)
{
    private const int Rows = 12;

    public static TheoryData<int> RowCounts => [.. FilledGuide.RowCounts];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public async Task Word_files_come_back_as_they_were_filled(int rows) => await guide.Compare(rows, guide.Files(rows, ".docx"));

    [Theory]
    [MemberData(nameof(RowCounts))]
    public async Task PDFs_come_back_as_they_were_filled(int rows) => await guide.Compare(rows, guide.Files(rows, ".pdf"));

    /// <summary>Filled in Spanish and read in English, and the other way round: each chapter, each tool and the whole guide.</summary>
    [Fact]
    public async Task Every_document_comes_back_in_the_other_language() =>
        Assert.Matches(@"^2\d documents, \d{3} files, \d{4} answers compared", await guide.Across("es"));

    /// <summary>The whole guide in Spanish, saved by LibreOffice and filled by pdftk, and read in English: equal, with nothing remarked.</summary>
    [Fact]
    public async Task What_other_programs_saved_in_Spanish_comes_back_in_English()
    {
        var filled = await guide.FillIn("es");
        var saved = guide.Folder("in-es-saved");
        await Programs.Convert(Directory.GetFiles(filled, "*.docx"), "docx", saved);
        var form = Assert.Single(Directory.GetFiles(filled, "*.xfdf"));
        await Run("pdftk", Path.Combine(guide.Site, "downloads", "es", "whole-guide.pdf"), "fill_form", form, "output", Path.Combine(saved, Path.GetFileNameWithoutExtension(form) + ".form.pdf"));

        await guide.CompareWith(filled, Directory.GetFiles(saved), "compare-across");
    }

    [Fact]
    public async Task Word_files_that_LibreOffice_saved_come_back()
    {
        var folder = guide.Folder("libreoffice");
        await Programs.Convert(guide.Files(Rows, ".docx"), "docx", folder);

        await guide.Compare(Rows, Directory.GetFiles(folder, "*.docx"));
    }

    [Fact]
    public async Task PDFs_that_pdftk_filled_come_back()
    {
        var folder = guide.Folder("pdftk");
        foreach (var data in guide.Instruments(Rows, ".xfdf"))
        {
            var document = Path.GetFileNameWithoutExtension(data);
            await Run("pdftk", Path.Combine(guide.Site, "downloads", document + ".pdf"), "fill_form", data, "output", Path.Combine(folder, document + ".form.pdf"));
        }

        await guide.Compare(Rows, Directory.GetFiles(folder, "*.pdf"));
    }

    [Fact]
    public async Task PDFs_that_qpdf_packed_into_object_streams_come_back()
    {
        var folder = guide.Folder("qpdf");
        foreach (var file in guide.Files(Rows, ".pdf"))
        {
            await Run("qpdf", "--object-streams=generate", file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await guide.Compare(Rows, Directory.GetFiles(folder, "*.pdf"));
    }

    [Fact]
    public async Task PDFs_that_mutool_cleaned_come_back()
    {
        var folder = guide.Folder("mutool");
        foreach (var file in guide.Files(Rows, ".pdf"))
        {
            await Run("mutool", "clean", "-gggz", file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await guide.Compare(Rows, Directory.GetFiles(folder, "*.pdf"));
    }

    [Fact]
    public async Task Filled_PDFs_are_sound()
    {
        foreach (var file in guide.Files(Rows, ".pdf"))
        {
            var result = await Run("qpdf", "--check", file);
            Assert.Contains("No syntax or stream encoding errors found", result.Output, StringComparison.Ordinal);
        }
    }

    private static async Task<ProgramResult> Run(string program, params string[] arguments)
    {
        var result = await Programs.Run(Programs.Need(program), arguments);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {result.Output}{result.Errors}");
        return result;
    }
}
