using System.Globalization;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// Makes the first cell of each row of a table its header, where it is text: a screen reader then says which row a cell belongs
/// to, as it says the column. The engine does so for columns alone.
/// </summary>
internal sealed class PdfRowHeaders
{
    private readonly PdfFile _file;
    private readonly SortedDictionary<string, PdfObject> _ids = new(StringComparer.Ordinal);
    private bool _hasNew;

    private PdfRowHeaders(PdfFile file) => _file = file;

    /// <summary>Adds them. What is a form field has to be one already.</summary>
    /// <exception cref="FormatException">The structure is too deep.</exception>
    public static void Add(PdfFile file)
    {
        var root = file.Dictionary(file.Catalog["StructTreeRoot"]);
        var headers = new PdfRowHeaders(file);
        headers.ReadIds(root["IDTree"], 0);
        headers.Walk(root, 0);
        if (headers._hasNew)
        {
            root["IDTree"] = file.Add(new PdfDictionary
            {
                ["Names"] = new PdfArray(headers._ids.SelectMany(id => new[] { PdfString.Of(id.Key), id.Value })),
            });
        }
    }

    private void ReadIds(PdfObject? node, int depth)
    {
        if (depth > 30 || _file.Resolve(node) is not PdfDictionary tree)
        {
            return;
        }

        var names = _file.List(tree["Names"]);
        for (var i = 0; i + 1 < names.Count; i += 2)
        {
            _ids[((PdfString)names[i]).Text] = names[i + 1];
        }

        foreach (var kid in _file.List(tree["Kids"]))
        {
            ReadIds(kid, depth + 1);
        }
    }

    private void Walk(PdfDictionary element, int depth)
    {
        if (depth > 200)
        {
            throw new FormatException("The structure of the PDF is too deep.");
        }

        if (element.Is("S", "TBody"))
        {
            foreach (var row in Elements(element).Where(row => row.Element.Is("S", "TR")))
            {
                Name([.. Elements(row.Element)]);
            }
        }

        foreach (var (kid, _) in Elements(element))
        {
            Walk(kid, depth + 1);
        }
    }

    /// <summary>The elements in an element; marked content and annotations are none.</summary>
    private IEnumerable<(PdfDictionary Element, PdfObject Reference)> Elements(PdfDictionary element) =>
        _file.List(element["K"]).Select(kid => (Element: _file.Resolve(kid) as PdfDictionary, Reference: kid))
            .Where(kid => kid.Element?["S"] is PdfName).Select(kid => (kid.Element!, kid.Reference));

    private void Name(List<(PdfDictionary Element, PdfObject Reference)> cells)
    {
        if (cells is not [var (first, reference), _, ..] || !first.Is("S", "TD") || reference is not PdfReference || _file.List(first["K"]).Count == 0 || HoldsField(first, 0))
        {
            return;
        }

        // Headers of columns are named after their table and their place, such as U3x0y0.
        var column = Table(first) is { } attributes ? _file.List(attributes["Headers"]).OfType<PdfString>().FirstOrDefault()?.Text : null;
        if (column?.LastIndexOf('y') is not (> 0 and var end))
        {
            return;
        }

        var row = 1;
        string id;
        while (_ids.ContainsKey(id = string.Create(CultureInfo.InvariantCulture, $"{column[..end]}y{row}")))
        {
            row++;
        }

        _ids[id] = reference;
        _hasNew = true;
        first["S"] = new PdfName("TH");
        first["ID"] = PdfString.Of(id);
        Table(first)!["Scope"] = new PdfName("Row");
        foreach (var (cell, _) in cells.Skip(1))
        {
            if (Table(cell) is { } own)
            {
                own["Headers"] = new PdfArray([.. _file.List(own["Headers"]), PdfString.Of(id)]);
            }
        }
    }

    /// <summary>What a cell says about its place in the table.</summary>
    private PdfDictionary? Table(PdfDictionary cell) =>
        _file.List(cell["A"]).Select(_file.Resolve).OfType<PdfDictionary>().FirstOrDefault(a => a.Is("O", "Table"));

    private bool HoldsField(PdfDictionary element, int depth) =>
        element.Is("S", "Form") || (depth < 100 && Elements(element).Any(kid => HoldsField(kid.Element, depth + 1)));
}
