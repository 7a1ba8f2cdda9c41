using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Docx;

/// <summary>
/// The building blocks from which Word puts our own placeholder back when someone empties a control; without them it
/// would write words of its own, which reading could not know.
/// </summary>
internal static class DocxPlaceholderParts
{
    private static readonly (string Name, FieldKind Kind, string Guid)[] Parts =
    [
        ("TkText", FieldKind.Text, "{6B1F3A52-0C5E-4E0B-9A51-1F1D7C0A0001}"),
        ("TkChoice", FieldKind.Choice, "{6B1F3A52-0C5E-4E0B-9A51-1F1D7C0A0002}"),
        ("TkDate", FieldKind.Date, "{6B1F3A52-0C5E-4E0B-9A51-1F1D7C0A0003}"),
    ];

    /// <summary>The name of the block for a kind.</summary>
    /// <exception cref="ArgumentException">An empty control of this kind has no placeholder.</exception>
    public static string NameFor(FieldKind kind) => kind switch
    {
        FieldKind.Text or FieldKind.LongText => "TkText",
        FieldKind.Choice => "TkChoice",
        FieldKind.Date => "TkDate",
        FieldKind.Check => throw new ArgumentException("A tick has no placeholder.", nameof(kind)),
    };

    /// <summary>The part <c>word/glossary/document.xml</c>.</summary>
    public static string Xml(PlaceholderWords words) =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:glossaryDocument xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docParts>
        """
        + string.Concat(Parts.Select(p =>
            $"""
            <w:docPart><w:docPartPr><w:name w:val="{p.Name}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{p.Guid}"/></w:docPartPr><w:docPartBody><w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{System.Security.SecurityElement.Escape(Placeholders.For(p.Kind, words))}</w:t></w:r></w:p></w:docPartBody></w:docPart>
            """))
        + "</w:docParts></w:glossaryDocument>";

    /// <summary>The styles beside them: the one that they use.</summary>
    public static string StylesXml =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="{DocxColors.Edge}"/></w:rPr></w:style></w:styles>
        """;
}
