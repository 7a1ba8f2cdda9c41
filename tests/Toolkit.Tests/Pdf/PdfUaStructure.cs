using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>One element of the structure.</summary>
/// <param name="Type">Its standard type, after the role map.</param>
/// <param name="Dictionary">Its object.</param>
/// <param name="Parent">The element that holds it; null for the outermost.</param>
internal sealed record PdfUaElement(string Type, PdfDictionary Dictionary, PdfUaElement? Parent)
{
    public List<PdfUaElement> Children { get; } = [];

    /// <summary>Annotations that it holds.</summary>
    public List<int> Annotations { get; } = [];

    /// <summary>How many kids of any sort it has.</summary>
    public int Kids { get; set; }

    public IEnumerable<PdfUaElement> WithDescendants() => Children.SelectMany(c => c.WithDescendants()).Prepend(this);
}

/// <summary>The structure of a file, and the rules about it alone.</summary>
internal sealed class PdfUaStructure
{
    private static readonly HashSet<string> Standard =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
        "H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
        "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
        "Figure", "Formula", "Form",
    ];

    private readonly PdfFile _file;
    private readonly List<string> _findings;
    private readonly PdfDictionary _root;
    private readonly HashSet<PdfDictionary> _seen = [];

    private PdfUaStructure(PdfFile file, List<string> findings)
    {
        _file = file;
        _findings = findings;
        _root = file.Dictionary(file.Catalog["StructTreeRoot"]);
    }

    /// <summary>The outermost elements.</summary>
    public List<PdfUaElement> Top { get; } = [];

    /// <summary>Elements by their objects.</summary>
    public Dictionary<PdfDictionary, PdfUaElement> Elements { get; } = [];

    /// <summary>What the parent tree says, by key: an element, or a list of elements by MCID.</summary>
    public Dictionary<int, PdfObject> ParentTree { get; } = [];

    public static PdfUaStructure Read(PdfFile file, List<string> findings)
    {
        var structure = new PdfUaStructure(file, findings);
        structure.CheckRoles();
        foreach (var kid in file.List(structure._root["K"]))
        {
            if (structure.Element(kid, null, structure._root, 0) is { } element)
            {
                structure.Top.Add(element);
            }
        }

        structure.ReadParents(structure._root["ParentTree"], 0);
        return structure;
    }

    public void Check()
    {
        var all = Top.SelectMany(e => e.WithDescendants()).ToList();
        Headings(all);
        PdfUaTables.Check(_file, all, _findings);
        var notes = new HashSet<string>();
        foreach (var element in all)
        {
            switch (element.Type)
            {
                case "Figure" or "Formula" when Words(element, "Alt") is null && Words(element, "ActualText") is null:
                    _findings.Add($"7.3 A {element.Type} has no alternative text.");
                    break;
                case "Note" when element.Dictionary["ID"] is not PdfString id || !notes.Add(id.Text):
                    _findings.Add("7.9 A Note has no ID of its own.");
                    break;
                case "L":
                    Holds(element, "7.2", "LI", "L", "Caption");
                    break;
                case "LI":
                    Holds(element, "7.2", "Lbl", "LBody");
                    break;
            }
        }
    }

    /// <summary>Reports children of other types than these.</summary>
    private void Holds(PdfUaElement element, string rule, params string[] types)
    {
        foreach (var child in element.Children.Where(c => !types.Contains(c.Type)))
        {
            _findings.Add($"{rule} {element.Type} holds {child.Type}.");
        }
    }

    private string? Words(PdfUaElement element, string key) =>
        _file.Resolve(element.Dictionary[key]) is PdfString { Text: { Length: > 0 } text } && !string.IsNullOrWhiteSpace(text) ? text : null;

    private void Headings(List<PdfUaElement> all)
    {
        var headings = all.Where(e => e.Type is ['H'] or ['H', >= '1' and <= '6']).ToList();
        if (headings.Exists(h => h.Type == "H") && headings.Exists(h => h.Type != "H"))
        {
            _findings.Add("7.4.4 H is mixed with H1 to H6.");
        }

        var last = 0;
        foreach (var level in headings.Where(h => h.Type.Length == 2).Select(h => h.Type[1] - '0'))
        {
            if (level > last + 1)
            {
                _findings.Add($"7.4.2 H{level} follows {(last == 0 ? "nothing" : $"H{last}")}.");
            }

            last = level;
        }
    }

    private void CheckRoles()
    {
        if (_file.Resolve(_root["RoleMap"]) is not PdfDictionary roles)
        {
            return;
        }

        foreach (var key in roles.Keys.Where(Standard.Contains))
        {
            _findings.Add($"7.1 The role map gives {key} another meaning.");
        }
    }

    /// <summary>The standard type that a type stands for; null where it stands for none.</summary>
    private string? Role(string type)
    {
        var roles = _file.Resolve(_root["RoleMap"]) as PdfDictionary;
        for (var steps = 0; steps < 20; steps++)
        {
            if (roles?[type] is not PdfName next)
            {
                return Standard.Contains(type) ? type : null;
            }

            type = next.Value;
        }

        _findings.Add("7.1 The role map goes in a circle.");
        return null;
    }

    private PdfUaElement? Element(PdfObject kid, PdfUaElement? parent, PdfDictionary holder, int depth)
    {
        var dictionary = _file.Resolve(kid) as PdfDictionary;
        if (parent is not null)
        {
            parent.Kids++;
        }

        if (dictionary is null || dictionary.Is("Type", "MCR"))
        {
            return null;
        }

        if (dictionary.Is("Type", "OBJR"))
        {
            if (dictionary["Obj"] is PdfReference target)
            {
                parent?.Annotations.Add(target.Number);
            }

            return null;
        }

        if (depth > 200 || !_seen.Add(dictionary))
        {
            _findings.Add("7.1 The structure goes in a circle.");
            return null;
        }

        if (_file.Resolve(dictionary["P"]) is not PdfDictionary up || !ReferenceEquals(up, holder))
        {
            _findings.Add("7.1 An element does not name its parent.");
        }

        var type = dictionary["S"] is PdfName name ? Role(name.Value) : null;
        if (type is null)
        {
            _findings.Add($"7.1 {dictionary["S"]} is no standard type.");
        }

        var element = new PdfUaElement(type ?? "", dictionary, parent);
        Elements[dictionary] = element;
        foreach (var child in _file.List(dictionary["K"]))
        {
            if (Element(child, element, dictionary, depth + 1) is { } found)
            {
                element.Children.Add(found);
            }
        }

        return element;
    }

    private void ReadParents(PdfObject? node, int depth)
    {
        if (depth > 30 || _file.Resolve(node) is not PdfDictionary tree)
        {
            return;
        }

        var numbers = _file.List(tree["Nums"]);
        for (var i = 0; i + 1 < numbers.Count; i += 2)
        {
            if (_file.Resolve(numbers[i + 1]) is { } value)
            {
                ParentTree[(int)((PdfNumber)numbers[i]).Value] = value;
            }
        }

        foreach (var kid in _file.List(tree["Kids"]))
        {
            ReadParents(kid, depth + 1);
        }
    }
}
