using DocumentFormat.OpenXml.Packaging;
using Toolkit.Blocks;
using Toolkit.Blocks.Assessments;
using Toolkit.Model;
using Toolkit.Tests.Pdf;
using Toolkit.Writing.Pdf;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Tests.Docx;

/// <summary>Statements to tick in documents that have no fields: on paper each has a square, and nothing else has one.</summary>
public sealed class SquaresTests
{
    private static readonly Document Text = GuideDocumentsTests.LaidOut.Documents.Single(d => d is { Kind: DocumentKind.Guide, IsText: true });

    /// <summary>What an assessment offers to tick beside each of its questions is no statement of its own.</summary>
    private static readonly List<string> ToTick =
    [
        .. GuideDocumentsTests.LaidOut.Documents.Single(d => d is { Kind: DocumentKind.Guide, IsText: false }).Instruments
            .Where(i => i is not Assessment).SelectMany(i => i.Parts).OfType<SingleField>().Where(part => part.Field.Kind.IsTicked()).Select(part => Plain(part.Field.Label)),
    ];

    [Fact]
    public void In_Word_the_items_of_a_list_have_it()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(DocxFileTests.Write(Text, GuideDocumentsTests.LaidOut.Settings)), false);
        var main = package.MainDocumentPart!;
        var numbering = main.NumberingDefinitionsPart!.Numbering!;
        var squares = numbering.Elements<W.NumberingInstance>()
            .Where(list => numbering.Elements<W.AbstractNum>().Single(pattern => pattern.AbstractNumberId!.Value == list.AbstractNumId!.Val!.Value).InnerXml.Contains('\u25a1', StringComparison.Ordinal))
            .Select(list => list.NumberID!.Value);
        var ticked = main.Document!.Body!.Descendants<W.Paragraph>()
            .Where(p => p.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value is { } id && squares.Contains(id)).Select(p => Plain(p.InnerText)).ToList();

        Assert.NotEmpty(ToTick);
        Assert.Equal(ToTick.Order(), ticked.Order());
    }

    [Fact]
    public void In_a_PDF_lists_have_it()
    {
        var tree = new PdfTree(Text, GuideDocumentsTests.LaidOut.Settings, GuideDocumentsTests.LaidOutWords, [.. BlockCatalogue.All.Select(kind => kind.Pdf)]).Root();
        var ticked = tree["blocks"]!.AsArray().Where(node => (bool?)node!["tick"] == true).SelectMany(list => list!["items"]!.AsArray()).Count();

        Assert.Equal(ToTick.Count, ticked);
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
