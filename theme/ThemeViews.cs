using Toolkit.Blocks.Assessments;
using Toolkit.Blocks.Callouts;
using Toolkit.Blocks.Checklists;
using Toolkit.Blocks.Figures;
using Toolkit.Blocks.Worksheets;
using Toolkit.Theme.Blocks.Assessments;
using Toolkit.Theme.Blocks.Callouts;
using Toolkit.Theme.Blocks.Checklists;
using Toolkit.Theme.Blocks.Figures;
using Toolkit.Theme.Blocks.Worksheets;
using Toolkit.Theme.Layouts;
using Toolkit.Writing.Html;

namespace Toolkit.Theme;

/// <summary>The theme's components by name and by type.</summary>
public sealed class ThemeViews : IThemeViews
{
    private static readonly Dictionary<string, Type> Layouts = new()
    {
        ["page"] = typeof(PlainLayout),
        ["home"] = typeof(HomeLayout),
        ["chapter"] = typeof(ChapterLayout),
        ["tool"] = typeof(ToolLayout),
        ["tools"] = typeof(ToolsLayout),
        ["workbook"] = typeof(WorkbookLayout),
        ["downloads"] = typeof(DownloadsLayout),
        ["glossary"] = typeof(GlossaryLayout),
        ["search"] = typeof(SearchLayout),
        ["exit"] = typeof(PlainLayout),
    };

    private static readonly Dictionary<Type, Type> Views = new()
    {
        [typeof(Callout)] = typeof(CalloutView),
        [typeof(Figure)] = typeof(FigureView),
        [typeof(Checklist)] = typeof(ChecklistView),
        [typeof(Assessment)] = typeof(AssessmentView),
        [typeof(Worksheet)] = typeof(WorksheetView),
    };

    /// <inheritdoc/>
    public Type Layout(string name) => Layouts.GetValueOrDefault(name, typeof(PlainLayout));

    /// <inheritdoc/>
    public Type? View(Type blockType) => Views.GetValueOrDefault(blockType);
}
