using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Toolkit.BrowserTests.Files;

/// <summary>Changes a Word file as people and other versions of the guide do.</summary>
public static class EditedWord
{
    /// <summary>Writes over the answers of these fields.</summary>
    public static void Type(string path, params (string Field, string Text)[] answers) => Change(path, body =>
    {
        foreach (var (field, answer) in answers)
        {
            var texts = Control(body, field).Descendants<Text>().ToList();
            texts[0].Text = answer;
            texts.Skip(1).ToList().ForEach(t => t.Remove());
        }
    });

    /// <summary>Takes the control of a field away, with its bookmark and what stood in it.</summary>
    public static void Delete(string path, string field) => Change(path, body => Control(body, field).Ancestors<TableCell>().First().RemoveAllChildren<Paragraph>());

    /// <summary>Changes what the file says of itself, which is JSON.</summary>
    public static void Metadata(string path, params (string From, string To)[] changes)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: true);
        var property = document.CustomFilePropertiesPart!.Properties.Elements<CustomDocumentProperty>().Single(p => p.Name == "PartnershipToolkit");
        var text = property.VTLPWSTR!.Text;
        foreach (var (from, to) in changes)
        {
            text = Regex.Replace(text, from, to);
        }

        property.VTLPWSTR.Text = text;
    }

    /// <summary>Adds so many paragraphs of made-up words at the end.</summary>
    public static void Lengthen(string path, int paragraphs)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var part = zip.GetEntry("word/document.xml")!;
        string text;
        using (var reader = new StreamReader(part.Open()))
        {
            text = reader.ReadToEnd();
        }

        var random = new Random(1);
        var more = new StringBuilder();
        for (var i = 0; i < paragraphs; i++)
        {
            more.Append(CultureInfo.InvariantCulture, $"<w:p><w:r><w:t>{random.NextInt64()}</w:t></w:r></w:p>");
        }

        part.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
        writer.Write(text.Insert(text.LastIndexOf("<w:sectPr", StringComparison.Ordinal), more.ToString()));
    }

    private static SdtElement Control(Body body, string field) => body.Descendants<SdtElement>().First(s => s.SdtProperties?.GetFirstChild<Tag>()?.Val == field);

    private static void Change(string path, Action<Body> change)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: true);
        change(document.MainDocumentPart!.Document.Body!);
    }
}
