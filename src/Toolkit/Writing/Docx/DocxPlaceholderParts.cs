using Toolkit.Model;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The building blocks from which Word puts our own placeholder back when someone empties a control; without them it
/// would write words of its own, which reading could not know.
/// </summary>
internal static class DocxPlaceholderParts
{
    private static readonly (string Name, string Text, string Guid)[] Parts =
    [
        ("TkText", Placeholders.Text, "{6B1F3A52-0C5E-4E0B-9A51-1F1D7C0A0001}"),
        ("TkChoice", Placeholders.Choice, "{6B1F3A52-0C5E-4E0B-9A51-1F1D7C0A0002}"),
        ("TkDate", Placeholders.Date, "{6B1F3A52-0C5E-4E0B-9A51-1F1D7C0A0003}"),
    ];

    /// <summary>The name of the block for a kind.</summary>
    public static string NameFor(FieldKind kind) => Parts.Single(p => p.Text == Placeholders.For(kind)).Name;

    /// <summary>The part <c>word/glossary/document.xml</c>.</summary>
    public static string Xml =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:glossaryDocument xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docParts>
        """
        + string.Concat(Parts.Select(p =>
            $"""
            <w:docPart><w:docPartPr><w:name w:val="{p.Name}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{p.Guid}"/></w:docPartPr><w:docPartBody><w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{p.Text}</w:t></w:r></w:p></w:docPartBody></w:docPart>
            """))
        + "</w:docParts></w:glossaryDocument>";

    /// <summary>The styles beside them: the one that they use.</summary>
    public static string StylesXml =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="{DocxColors.Edge}"/></w:rPr></w:style></w:styles>
        """;
}
