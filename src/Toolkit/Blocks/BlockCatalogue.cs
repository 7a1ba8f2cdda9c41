using Toolkit.Blocks.Assessments;
using Toolkit.Blocks.Callouts;
using Toolkit.Blocks.Checklists;
using Toolkit.Blocks.Figures;
using Toolkit.Blocks.Worksheets;
using Toolkit.Writing.Docx;
using Toolkit.Writing.Pdf;

namespace Toolkit.Blocks;

/// <summary>A construct of the content language, with its view in Word and PDF. Its view on a page lives in the theme.</summary>
/// <param name="Docx">How it looks in Word.</param>
/// <param name="Pdf">How it looks in a PDF.</param>
public sealed record BlockKind(IDocxView Docx, IPdfView Pdf);

/// <summary>Every construct that has a syntax of its own: a new one is one line here.</summary>
public static class BlockCatalogue
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<BlockKind> All { get; } =
    [
        new(new CalloutDocx(), new CalloutPdf()),
        new(new FigureDocx(), new FigurePdf()),
        new(new ChecklistDocx(), new ChecklistPdf()),
        new(new AssessmentDocx(), new AssessmentPdf()),
        new(new WorksheetDocx(), new WorksheetPdf()),
    ];
}
