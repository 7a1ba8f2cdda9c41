using System.IO.Compression;
using System.IO.Packaging;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using Toolkit.Model;
using Toolkit.Words;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>Makes whole Word files: the same document gives the same bytes.</summary>
internal static class DocxFile
{
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of a document's blank file.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="settings">Language, paper, version and credit.</param>
    /// <param name="words">What is added to the authors' words, in the language of the document.</param>
    /// <param name="views">How blocks that are not prose look.</param>
    /// <exception cref="InvalidOperationException">A block has no view, or a field is missing or stands twice.</exception>
    public static byte[] Write(Document document, SiteSettings settings, LanguageWords words, IReadOnlyList<IDocxView> views)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(words);
        var landscape = document.Kind == DocumentKind.Instrument && document.Instruments.Any(IsWide);
        return Write(document, settings, words, views, landscape, writer => writer.Blocks(document.Blocks));
    }

    /// <summary>
    /// The bytes of a file whose content is written by hand. A <paramref name="titleSlot"/> is the tag of a place in a template where
    /// the browser writes the title. A <paramref name="dense"/> file has to fit one page: it is set small, and says where it comes from in its
    /// foot alone.
    /// </summary>
    internal static byte[] Write(
        Document document, SiteSettings settings, LanguageWords words, IReadOnlyList<IDocxView> views, bool landscape, Action<DocxWriter> content,
        string titleSlot = "", bool dense = false)
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            // Packed once, at the end.
            package.CompressionOption = CompressionOption.NotCompressed;
            var main = package.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rIdDocument");
            var paper = DocxPaper.Of(settings, landscape) with { Dense = dense };
            var styles = DocxStyles.Xml(settings.DocumentLanguage, DocxColors.Accent(DocxFurniture.Principle(document, settings)), paper);
            var body = new W.Body();
            var writer = new DocxWriter(document, settings, words, views, body, paper, DocxStyleSizes.Of(styles));
            DocxFurniture.Title(writer, titleSlot);
            var contents = document.Contents ? DocxContents.Place(writer) : null;
            content(writer);
            if (!dense)
            {
                DocxFurniture.End(writer);
            }

            writer.Controls.CheckAllWritten();
            contents?.Fill(writer);
            DocxRowLines.Move(body, writer.Sizes);
            var section = writer.LastSection();
            body.Append(section);
            // Before more is kept together: what goes along would hide how short a rest is.
            DocxSettling.Settle(body, writer.Sizes, writer.Notes.Part);
            section.Remove();
            DocxEnding.KeepTogether(body);
            body.Append(section);
            contents?.Number(DocxPages.Estimate(body, writer.Sizes, writer.Notes.Part));
            main.Document = Root(body);
            Parts(main, document, settings, writer, styles);
            Properties(package, document, settings);
        }

        return Repack(bytes.ToArray());
    }

    private static bool IsWide(Instrument instrument) =>
        instrument.Parts.OfType<TableOfFields>().Any(t => DocxFieldTable.IsWide(t.Table));

    private static W.Document Root(W.Body body)
    {
        var root = new W.Document(body) { MCAttributes = new MarkupCompatibilityAttributes { Ignorable = "w14 w15" } };
        root.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
        root.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        root.AddNamespaceDeclaration("w14", "http://schemas.microsoft.com/office/word/2010/wordml");
        root.AddNamespaceDeclaration("w15", "http://schemas.microsoft.com/office/word/2012/wordml");
        return root;
    }

    private static void Parts(MainDocumentPart main, Document document, SiteSettings settings, DocxWriter writer, string styles)
    {
        Write(main.AddNewPart<StyleDefinitionsPart>("rIdStyles"), styles);
        main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = writer.Numbering;
        main.AddNewPart<FootnotesPart>("rIdFootnotes").Footnotes = writer.Notes.Part;
        DocxFurniture.Parts(main, writer);
        writer.Pictures.AddTo(main);
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings(settings);
        Write(main.AddNewPart<FontTablePart>("rIdFonts"), DocxStyles.FontTableXml);
        if (document.Fields.Any(f => Placeholders.For(f.Kind, writer.Words.Common.Placeholder) is not null))
        {
            var blocks = main.AddNewPart<GlossaryDocumentPart>("rIdPlaceholders");
            Write(blocks, DocxPlaceholderParts.Xml(writer.Words.Common.Placeholder));
            Write(blocks.AddNewPart<StyleDefinitionsPart>("rIdStyles"), DocxPlaceholderParts.StylesXml);
        }

        foreach (var (part, root) in new (OpenXmlPart, OpenXmlElement)[] { (main, main.Document), (main.FootnotesPart!, writer.Notes.Part) })
        {
            var used = root.Descendants<W.Hyperlink>().Select(h => h.Id?.Value).ToHashSet();
            foreach (var (id, address) in writer.Links.Relationships.Where(r => used.Contains(r.Id)))
            {
                part.AddHyperlinkRelationship(address, true, id);
            }
        }
    }

    private static W.Settings Settings(SiteSettings settings) => new(
        new W.DefaultTabStop { Val = 397 },
        new W.FootnoteDocumentWideProperties(new W.FootnoteSpecialReference { Id = -1 }, new W.FootnoteSpecialReference { Id = 0 }),
        new W.Compatibility(new W.CompatibilitySetting
        {
            Name = W.CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new W.ThemeFontLanguages { Val = settings.DocumentLanguage });

    private static void Properties(WordprocessingDocument package, Document document, SiteSettings settings)
    {
        var core = package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore");
        Write(core, $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{Escape(settings.SiteTitle)}</dc:creator><dc:description>{Escape(document.Description)}</dc:description><dc:language>{Escape(settings.DocumentLanguage)}</dc:language><dc:title>{Escape(document.Title)}</dc:title></cp:coreProperties>
            """);
        var custom = package.AddNewPart<CustomFilePropertiesPart>("rIdCustom");
        custom.Properties = new Properties(
            new CustomDocumentProperty(new VTLPWSTR(DocumentMetadataJson.For(document, settings)))
            {
                FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
                PropertyId = 2,
                Name = DocumentMetadata.Key,
            });
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(Wml.Clean(text));

    private static void Write(OpenXmlPart part, string xml)
    {
        using var stream = part.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    /// <summary>Packs the entries anew: in order, of one date, as small as can be.</summary>
    private static byte[] Repack(byte[] package)
    {
        using var source = new ZipArchive(new MemoryStream(package));
        using var packed = new MemoryStream();
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entries = source.Entries
                .OrderBy(e => e.FullName == "[Content_Types].xml" ? 0 : 1)
                .ThenBy(e => e.FullName, StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.SmallestSize);
                copy.LastWriteTime = Earliest;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
