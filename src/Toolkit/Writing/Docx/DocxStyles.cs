namespace Toolkit.Writing.Docx;

/// <summary>The styles of every document, as the part <c>word/styles.xml</c>: whoever edits the file finds them in Word.</summary>
internal static class DocxStyles
{
    /// <summary>Arial is as wide everywhere, so that pages break alike; Palatino is the site's own face on Windows and macOS.</summary>
    private const string Sans = "Arial";

    private const string Serif = "Palatino Linotype";

    /// <summary>Between the lines of a table on a page that has to hold much.</summary>
    private const string Tight = "<w:spacing w:before=\"16\" w:after=\"16\" w:line=\"240\" w:lineRule=\"auto\"/>";

    /// <summary>The part.</summary>
    public static string Xml(string language, DocxAccent accent, DocxPaper paper) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:docDefaults>
        <w:rPrDefault><w:rPr>{Font(Sans)}<w:color w:val="{DocxColors.Ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:after="130" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>
        </w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
        {Paragraph("Title", "Title", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>", Font(Serif) + Size(64))}
        {Heading(1, "<w:spacing w:before=\"0\" w:after=\"140\" w:line=\"240\" w:lineRule=\"auto\"/>", Font(Serif) + Size(52))}
        {(paper.Dense
            ? Heading(2, "<w:spacing w:before=\"120\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>", Font(Serif) + Size(28))
            : Heading(2, "<w:spacing w:before=\"320\" w:after=\"110\" w:line=\"252\" w:lineRule=\"auto\"/>", Font(Serif) + Size(34)))}
        {Heading(3, "<w:spacing w:before=\"300\" w:after=\"90\" w:line=\"264\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/>" + Size(24))}
        {Heading(4, "<w:spacing w:before=\"240\" w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/>" + Size(22))}
        {Heading(5, "<w:spacing w:before=\"200\" w:after=\"60\"/>", $"<w:b/><w:bCs/><w:color w:val=\"{DocxColors.Quiet}\"/>")}
        {Heading(6, "<w:spacing w:before=\"200\" w:after=\"60\"/>", $"<w:i/><w:iCs/><w:color w:val=\"{DocxColors.Quiet}\"/>")}
        {Paragraph("Eyebrow", "Eyebrow", $"<w:keepNext/><w:pBdr><w:top w:val=\"{Line(accent)}\" w:sz=\"36\" w:space=\"8\" w:color=\"{accent.Drawn}\"/></w:pBdr><w:spacing w:before=\"120\" w:after=\"100\"/>", $"<w:b/><w:bCs/><w:color w:val=\"{accent.Written}\"/>")}
        {Paragraph("Lead", "Lead", "<w:spacing w:after=\"220\" w:line=\"300\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(25))}
        {Paragraph("ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>", "")}
        {Paragraph("Tick", "Tick", "<w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"454\"/></w:tabs><w:spacing w:after=\"80\"/><w:ind w:left=\"454\" w:hanging=\"454\"/>", "")}
        {Paragraph("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"180\" w:after=\"100\" w:line=\"252\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/>" + Size(21))}
        {Paragraph("FigureCaption", "Figure Caption", "<w:spacing w:before=\"60\" w:after=\"240\"/>", Colored(DocxColors.Quiet) + Size(19))}
        {Paragraph("Figure", "Figure", "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>", "")}
        {Paragraph("Quote", "Quote", $"<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"12\" w:color=\"{DocxColors.Rule}\"/></w:pBdr><w:ind w:left=\"454\"/>", Colored(DocxColors.Quiet))}
        {Paragraph("Typed", "Typed", $"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{DocxColors.Wash}\"/><w:spacing w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>", Font("Courier New") + Size(19))}
        {Paragraph("Break", "Break", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"{DocxColors.Rule}\"/></w:pBdr><w:spacing w:before=\"120\" w:after=\"240\"/>", "")}
        {Paragraph("Gap", "Gap", "<w:spacing w:after=\"0\" w:line=\"140\" w:lineRule=\"exact\"/>", Size(8))}
        {Paragraph("End", "End", "<w:spacing w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>", Size(2))}
        {Paragraph("CalloutKind", "Callout Kind", "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"20\"/>", "<w:b/><w:bCs/>" + Colored(DocxColors.Quiet) + Size(18))}
        {Paragraph("CalloutTitle", "Callout Title", "<w:keepNext/><w:spacing w:after=\"80\" w:line=\"252\" w:lineRule=\"auto\"/>", Font(Serif) + Size(27))}
        {Paragraph("Cell", "Cell", paper.Dense ? Tight : "<w:spacing w:before=\"50\" w:after=\"50\" w:line=\"259\" w:lineRule=\"auto\"/>", Size(paper.Dense ? 18 : 20))}
        {Paragraph("CellHead", "Cell Head", "<w:keepNext/>" + (paper.Dense ? Tight : "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"252\" w:lineRule=\"auto\"/>"), "<w:b/><w:bCs/>" + Colored(DocxColors.Quiet) + Size(18))}
        {Paragraph("Label", "Label", paper.Dense ? Tight : "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"259\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/>" + Size(paper.Dense ? 18 : 20))}
        {Paragraph("ItemNumber", "Item Number", "<w:spacing w:before=\"50\" w:after=\"50\" w:line=\"259\" w:lineRule=\"auto\"/>", Font(Serif) + Colored(accent.Written) + Size(24))}
        {Paragraph("Hint", "Hint", "<w:spacing w:before=\"20\" w:after=\"60\" w:line=\"259\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(18))}
        {Paragraph("TickHint", "Tick Hint", "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"100\" w:line=\"259\" w:lineRule=\"auto\"/><w:ind w:left=\"454\"/>", Colored(DocxColors.Quiet) + Size(18))}
        {Paragraph("SmallPrint", "Small Print", "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(17))}
        {Paragraph("HowTo", "How To", "<w:keepNext/><w:spacing w:before=\"60\" w:after=\"140\" w:line=\"259\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(19))}
        {Paragraph("After", "After Table", "<w:spacing w:before=\"90\" w:after=\"60\" w:line=\"259\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(18))}
        {Paragraph("Answer", "Answer", paper.Dense ? Tight : "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"259\" w:lineRule=\"auto\"/>", Size(paper.Dense ? 18 : 20))}
        {Paragraph("CellAnswer", "Cell Answer", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/>", Size(18))}
        {Paragraph("CardLabel", "Card Label", "<w:spacing w:before=\"60\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/>" + Colored(DocxColors.Quiet) + Size(17))}
        {Paragraph("CardAnswer", "Card Answer", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"7\" w:color=\"{DocxColors.Edge}\"/></w:pBdr><w:spacing w:before=\"170\" w:after=\"140\" w:line=\"240\" w:lineRule=\"auto\"/>", Size(18))}
        {Paragraph("CardOptions", "Card Options", "<w:spacing w:before=\"20\" w:after=\"140\" w:line=\"259\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(18))}
        {Paragraph("WideHead", "Wide Head", "<w:keepNext/><w:spacing w:before=\"50\" w:after=\"50\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/>" + Colored(DocxColors.Quiet) + Size(16))}
        {Paragraph("WideAnswer", "Wide Answer", "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", Size(16))}
        {Paragraph("GlossaryWord", "Glossary Word", "<w:keepLines/><w:spacing w:after=\"100\"/>", "")}
        {Paragraph("TOCHeading", "TOC Heading", "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"160\"/>", Font(Serif) + Size(34))}
        {Paragraph("TOC1", "toc 1", $"<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{paper.TextWidth}\"/></w:tabs><w:spacing w:before=\"160\" w:after=\"40\"/>", "<w:b/><w:bCs/>")}
        {Paragraph("TOC2", "toc 2", $"<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{paper.TextWidth}\"/></w:tabs><w:spacing w:after=\"40\"/><w:ind w:left=\"284\"/>", "")}
        {Paragraph("Header", "header", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(17))}
        {Paragraph("Footer", "footer", $"<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"{DocxColors.Rule}\"/></w:pBdr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(17))}
        {Paragraph("FootnoteText", "footnote text", "<w:spacing w:after=\"60\" w:line=\"247\" w:lineRule=\"auto\"/>", Colored(DocxColors.Quiet) + Size(18))}
        {Character("FootnoteReference", "footnote reference", $"<w:b/><w:bCs/><w:color w:val=\"{accent.Written}\"/><w:vertAlign w:val=\"superscript\"/>")}
        {Character("Hyperlink", "Hyperlink", $"<w:color w:val=\"{accent.Written}\"/><w:u w:val=\"single\"/>")}
        {Character("Term", "Term", "<w:u w:val=\"dotted\"/>")}
        {Character("Strong", "Strong", "<w:b/><w:bCs/>")}
        {Character("Emphasis", "Emphasis", "<w:i/><w:iCs/>")}
        {Character("TypedText", "Typed Text", Font("Courier New") + Size(20))}
        {Character("PlaceholderText", "Placeholder Text", Colored(DocxColors.Edge))}
        {Character("Box", "Box", Font("MS Gothic") + Size(24))}
        {Character("SmallWord", "Small Word", $"<w:b/><w:bCs/><w:color w:val=\"{accent.Written}\"/>" + Size(17))}
        </w:styles>
        """;

    /// <summary>The part <c>word/fontTable.xml</c>: what to take where a font is missing.</summary>
    public static string FontTableXml =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="{Serif}"><w:altName w:val="Palatino"/><w:panose1 w:val="02040502050505030304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font><w:font w:name="{Sans}"><w:altName w:val="Helvetica"/><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>
        """;

    /// <summary>Whether a style is that of a heading, or of what stands over one.</summary>
    public static bool LeadsOn(string style) => style == "Eyebrow" || style.StartsWith("Heading", StringComparison.Ordinal);

    private static string Heading(int level, string paragraph, string run) => Paragraph(
        $"Heading{level}", $"heading {level}", $"<w:keepNext/><w:keepLines/>{paragraph}<w:outlineLvl w:val=\"{level - 1}\"/>", run, next: "Normal");

    private static string Paragraph(string id, string name, string paragraph, string run, string? next = null) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>"
        + (next is null ? "" : $"<w:next w:val=\"{next}\"/>")
        + $"<w:qFormat/><w:pPr>{paragraph}</w:pPr>{(run.Length > 0 ? $"<w:rPr>{run}</w:rPr>" : "")}</w:style>";

    private static string Character(string id, string name, string run) =>
        $"<w:style w:type=\"character\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>";

    private static string Font(string name) =>
        $"<w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:eastAsia=\"{name}\" w:cs=\"{(name == Serif ? "Times New Roman" : name)}\"/>";

    private static string Size(int halfPoints) => $"<w:sz w:val=\"{halfPoints}\"/><w:szCs w:val=\"{halfPoints}\"/>";

    private static string Colored(string color) => $"<w:color w:val=\"{color}\"/>";

    private static string? Line(DocxAccent accent) =>
        new DocumentFormat.OpenXml.EnumValue<DocumentFormat.OpenXml.Wordprocessing.BorderValues>(accent.Line).InnerText;
}
