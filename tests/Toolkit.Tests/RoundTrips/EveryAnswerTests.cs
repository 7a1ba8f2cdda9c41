using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>
/// Every field of every instrument, with each of its options and each kind of text: plain, quotes, accents, Vietnamese,
/// Chinese, Arabic, emoji, formulas, long ones, several lines; the partner's name too. Equal on every way, nothing remarked.
/// </summary>
[Collection(FilledGuideCollection.Name)]
public sealed class EveryAnswerTests(FilledGuide guide)
{
    [Fact]
    public async Task Each_answer_comes_back_from_Word_from_the_PDF_from_LibreOffice_and_from_pdftk()
    {
        var filled = await guide.FillEvery();
        var word = Directory.GetFiles(filled, "*.docx");
        await guide.CompareWith(filled, word);
        await guide.CompareWith(filled, Directory.GetFiles(filled, "*.pdf"));

        var saved = guide.Folder("every-libreoffice");
        await Programs.Convert(word, "docx", saved);
        await guide.CompareWith(filled, Directory.GetFiles(saved, "*.docx"));

        var forms = guide.Folder("every-pdftk");
        foreach (var data in Directory.GetFiles(filled, "*.xfdf"))
        {
            var made = Path.Combine(forms, Path.GetFileNameWithoutExtension(data) + ".form.pdf");
            var result = await Programs.Run(Programs.Need("pdftk"), [Path.Combine(guide.Site, "downloads", "whole-guide.pdf"), "fill_form", data, "output", made]);
            Assert.True(result.ExitCode == 0, result.Errors);
        }

        await guide.CompareWith(filled, Directory.GetFiles(forms, "*.pdf"));
    }
}
