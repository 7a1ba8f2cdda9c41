using Toolkit.Model;

namespace Toolkit.Writing.Docx;

/// <summary>Writes the body of one Word document.</summary>
public sealed class DocxWriter
{
    /// <summary>Adds blocks at the end of the body.</summary>
    public void Blocks(IEnumerable<Block> blocks) => throw new NotImplementedException();
}
