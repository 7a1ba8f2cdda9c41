using System.Buffers.Binary;
using DocumentFormat.OpenXml.Packaging;
using Toolkit.Model;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Toolkit.Writing.Docx;

/// <summary>The pictures of a document: each file is kept once, and each place says in words what it shows.</summary>
internal sealed class DocxPictures
{
    /// <summary>English metric units, in which drawings are measured, in a twentieth of a point.</summary>
    private const long PerTwentieth = 635;

    /// <summary>The same in a pixel of 96 to the inch.</summary>
    private const long PerPixel = 9525;

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>A paragraph with a picture.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="alt">What it shows.</param>
    /// <param name="leftOut">What stands before these words where the picture cannot be shown.</param>
    /// <param name="width">Most room, in twentieths of a point.</param>
    /// <param name="number">Used once in the document.</param>
    public W.Paragraph Paragraph(string file, string alt, string leftOut, int width, int number)
    {
        if (PlainFile.KindOf(file) != PathKind.File || Size(Read(file)) is not { } size)
        {
            return Wml.Paragraph("Hint", Wml.Styled(leftOut, "Strong"), Wml.Run(" " + alt));
        }

        if (!_files.TryGetValue(file, out var id))
        {
            id = $"rIdP{_files.Count + 1}";
            _files.Add(file, id);
        }

        var (wide, high) = (size.Width * PerPixel, size.Height * PerPixel);
        if (wide > width * PerTwentieth)
        {
            (wide, high) = (width * PerTwentieth, high * width * PerTwentieth / wide);
        }

        return Wml.Paragraph("Figure", new W.Run(new W.Drawing(Inline(id, alt, wide, high, (uint)number))));
    }

    /// <summary>Adds the files to the package.</summary>
    public void AddTo(MainDocumentPart main)
    {
        foreach (var (file, id) in _files)
        {
            var bytes = Read(file);
            var part = main.AddImagePart(bytes[0] == 0x89 ? ImagePartType.Png : ImagePartType.Jpeg, id);
            part.FeedData(new MemoryStream(bytes));
        }
    }

    private static byte[] Read(string file) => PlainFile.Read(file, Array.MaxLength);

    /// <summary>Width and height in pixels of a PNG or JPEG file; null for anything else.</summary>
    internal static (int Width, int Height)? Size(ReadOnlySpan<byte> file)
    {
        if (file.Length > 24 && file[..4].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
        {
            return (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        }

        if (file.Length < 4 || file[0] != 0xFF || file[1] != 0xD8)
        {
            return null;
        }

        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var isFrame = file[at + 1] is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
            if (isFrame)
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    private static Wp.Inline Inline(string id, string alt, long wide, long high, uint number) => new(
        new Wp.Extent { Cx = wide, Cy = high },
        new Wp.DocProperties { Id = number, Name = $"Picture {number}", Description = Wml.Clean(alt) },
        new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
        new A.Graphic(new A.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = number, Name = $"Picture {number}" }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = wide, Cy = high }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
        {
            Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
        }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
    };
}
