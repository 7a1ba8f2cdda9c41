using Markdig.Syntax;
using Toolkit.Model;
using Toolkit.Reading;
using ListBlock = Markdig.Syntax.ListBlock;

namespace Toolkit.Blocks.Assessments;

/// <summary>What ends an assessment, while it is read: <c>## Our decision {#decision .decision}</c> and the fields under it.</summary>
/// <param name="source">The assessment.</param>
/// <param name="reader">Of the page.</param>
/// <param name="heading">The heading.</param>
internal sealed class DecisionSyntax(InstrumentSource source, BlockReader reader, HeadingBlock heading)
{
    private readonly (string Title, string? Id) _heading = source.Heading(heading);
    private readonly List<Markdig.Syntax.Block> _text = [];
    private readonly List<FormField> _fields = [];

    /// <summary>Adds what stands under the heading: text first, then fields.</summary>
    public void Add(Markdig.Syntax.Block block)
    {
        if (block is ListBlock list)
        {
            _fields.AddRange(list.OfType<ListItemBlock>().Select(i => FieldSyntax.Read(source.Item(i), source, reader, ColumnMark.OfDecision)).OfType<FormField>());
        }
        else if (_fields.Count == 0)
        {
            _text.Add(block);
        }
        else
        {
            reader.Misplaced(block, "assessment", "Text about what is decided stands before its fields.");
        }
    }

    /// <summary>All of it; null, with an error, where there is nothing to fill in.</summary>
    public Decision? End()
    {
        if (_fields.Count > 0)
        {
            FieldSyntax.CheckTwice(_fields.Select(f => f.Field), reader.At(heading), reader);
            return _heading.Id is { } id ? new(id, _heading.Title, reader.Blocks(_text), _fields) : null;
        }

        source.Empty($"nothing to decide under '{_heading.Title}'", "Write fields such as: - What do we decide? {#verdict list=verdict .verdict}");
        return null;
    }
}
