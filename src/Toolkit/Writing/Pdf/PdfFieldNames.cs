using Toolkit.Model;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// The tree of a form's field names. The full name of a field is the names on the way to it joined by dots, so each
/// segment of a field id becomes one node and fields share the nodes that their ids share.
/// </summary>
internal sealed class PdfFieldNames(PdfFile file)
{
    private readonly Dictionary<string, PdfReference> _nodes = [];

    /// <summary>The nodes without a parent, in order.</summary>
    public List<PdfObject> Top { get; } = [];

    /// <summary>Gives a field its place and its name.</summary>
    public void Add(FieldId id, PdfReference reference, PdfDictionary field)
    {
        var segments = id.Segments;
        field["T"] = PdfString.Of(segments[^1]);
        if (segments.Count == 1)
        {
            Top.Add(reference);
        }
        else
        {
            AddKid(Branch(segments.Take(segments.Count - 1)), reference, field);
        }
    }

    /// <summary>The field that radio buttons share; made when the first of them asks.</summary>
    public PdfReference Group(FieldId id, Func<PdfDictionary> make)
    {
        if (!_nodes.TryGetValue(id.Value, out var group))
        {
            var field = make();
            _nodes[id.Value] = group = file.Add(field);
            Add(id, group, field);
        }

        return group;
    }

    /// <summary>Hangs a field or a button under another field.</summary>
    public void AddKid(PdfReference parent, PdfReference reference, PdfDictionary kid)
    {
        kid["Parent"] = parent;
        var dictionary = file.Dictionary(parent);
        dictionary["Kids"] ??= new PdfArray();
        ((PdfArray)dictionary["Kids"]!).Items.Add(reference);
    }

    /// <summary>The node of a name that others begin with.</summary>
    public PdfDictionary Node(string name) => file.Dictionary(_nodes[name]);

    private PdfReference Branch(IEnumerable<string> segments)
    {
        var path = segments.ToArray();
        var name = string.Join('.', path);
        if (!_nodes.TryGetValue(name, out var node))
        {
            var dictionary = new PdfDictionary();
            _nodes[name] = node = file.Add(dictionary);
            Add(FieldId.Of(path), node, dictionary);
        }

        return node;
    }
}
