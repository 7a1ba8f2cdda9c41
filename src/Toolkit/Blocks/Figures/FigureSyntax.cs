using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Toolkit.Model;
using Toolkit.Reading;
using Block = Toolkit.Model.Block;

namespace Toolkit.Blocks.Figures;

/// <summary>A picture alone in its paragraph: <c>![what it shows](path "caption")</c>.</summary>
internal sealed class FigureSyntax : IParagraphSyntax
{
    /// <inheritdoc/>
    public Block? Read(ParagraphBlock paragraph, BlockReader reader)
    {
        if (paragraph.Inline is not { FirstChild: LinkInline { IsImage: true } image } || image.NextSibling is not null)
        {
            return null;
        }

        return reader.Inlines(paragraph.Inline) is [Image read]
            ? new Figure(read.Path, reader.FileOnDisk(read.Path) ?? "", read.Alt, image.Title is { Length: > 0 } caption ? [new Text(CanonicalForm.Compose(CleanText.OneLine(caption)))] : [])
            : null;
    }
}
