using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>How a construct is written: a container <c>::: name words {attributes}</c>.</summary>
public interface IBlockSyntax
{
    /// <summary>The words that open it.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Whether it is something to fill in, or the place of such a thing: it stands apart from the prose of its page.</summary>
    bool IsInstrument => false;

    /// <summary>Reads one; null, with a problem logged, where nothing can be made of it.</summary>
    Model.Block? Read(ContainerSource container, BlockReader reader);
}

/// <summary>How a construct is written that stands as a paragraph of its own.</summary>
public interface IParagraphSyntax
{
    /// <summary>Reads the paragraph; null if it is an ordinary one.</summary>
    Model.Block? Read(ParagraphBlock paragraph, BlockReader reader);
}

/// <summary>A container as written.</summary>
/// <param name="Name">The word after the colons.</param>
/// <param name="Words">The words after the name, without the attributes.</param>
/// <param name="Attributes">What stands in braces.</param>
/// <param name="Content">The blocks in it.</param>
/// <param name="Position">Its first line.</param>
public sealed record ContainerSource(string Name, string Words, Attributes Attributes, CustomContainer Content, SourcePosition Position);
