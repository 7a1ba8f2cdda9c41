using Toolkit.Blocks.Assessments;
using Toolkit.Blocks.Callouts;
using Toolkit.Blocks.Checklists;
using Toolkit.Blocks.Figures;
using Toolkit.Blocks.Worksheets;
using Toolkit.Reading;
using Toolkit.Writing.Docx;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks;

/// <summary>A construct of the content language: how it is written and how it looks in documents. Its view on a page lives in the theme.</summary>
/// <param name="Syntax">How it is written: an <see cref="IBlockSyntax"/> or an <see cref="IParagraphSyntax"/>.</param>
/// <param name="Docx">How it looks in Word.</param>
/// <param name="Pdf">How it looks in a PDF.</param>
public sealed record BlockKind(object Syntax, IDocxView Docx, IPdfView Pdf);

/// <summary>Every construct that has a syntax of its own: a new one is one line here.</summary>
public static class BlockCatalogue
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<BlockKind> All { get; } =
    [
        new(new CalloutSyntax(), new CalloutDocx(), new CalloutPdf()),
        new(new FigureSyntax(), new FigureDocx(), new FigurePdf()),
        new(new ChecklistSyntax(), new ChecklistDocx(), new ChecklistPdf()),
        new(new AssessmentSyntax(), new AssessmentDocx(), new AssessmentPdf()),
        new(new WorksheetSyntax(), new WorksheetDocx(), new WorksheetPdf()),
    ];

    /// <summary>A reader that knows all of them, and the use of an instrument in a chapter.</summary>
    public static MarkdownReader Reader() => new(
        [.. All.Select(k => k.Syntax).OfType<IBlockSyntax>(), new InstrumentUseSyntax()],
        All.Select(k => k.Syntax).OfType<IParagraphSyntax>());
}
