using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>The rules about tables.</summary>
internal static class PdfUaTables
{
    public static void Check(PdfFile file, IReadOnlyList<PdfUaElement> all, List<string> findings)
    {
        foreach (var table in all.Where(e => e.Type == "Table"))
        {
            var captions = table.Children.Where(c => c.Type == "Caption").ToList();
            if (captions.Count > 1 || (captions.Count == 1 && table.Children[0] != captions[0] && table.Children[^1] != captions[0]))
            {
                findings.Add("7.2 A table's caption is neither first nor last.");
            }

            foreach (var child in table.Children.Where(c => c.Type is not ("TR" or "THead" or "TBody" or "TFoot" or "Caption")))
            {
                findings.Add($"7.2 Table holds {child.Type}.");
            }

            if (table.Children.Exists(c => c.Type is "THead" or "TFoot") && !table.Children.Exists(c => c.Type == "TBody"))
            {
                findings.Add("7.2 A table has a head and no body.");
            }

            var rows = table.WithDescendants().Where(e => e.Type == "TR").ToList();
            foreach (var child in rows.SelectMany(r => r.Children).Where(c => c.Type is not ("TH" or "TD")))
            {
                findings.Add($"7.2 TR holds {child.Type}.");
            }

            if (rows.Select(r => r.Children.Sum(c => Span(file, c))).Distinct().Count() > 1 && !rows.Exists(r => r.Children.Exists(c => Attribute(file, c, "RowSpan") is not null)))
            {
                findings.Add("7.2 The rows of a table differ in length.");
            }

            Headers(file, rows, findings);
        }
    }

    private static void Headers(PdfFile file, List<PdfUaElement> rows, List<string> findings)
    {
        var heads = rows.SelectMany(r => r.Children).Where(c => c.Type == "TH").ToList();
        if (heads.Count == 0)
        {
            return;
        }

        var known = heads.Select(h => h.Dictionary["ID"]).OfType<PdfString>().Select(s => s.Text).ToHashSet();
        var scoped = heads.TrueForAll(h => Attribute(file, h, "Scope") is PdfName);
        foreach (var cell in rows.SelectMany(r => r.Children).Where(c => c.Type == "TD"))
        {
            var named = file.List(Attribute(file, cell, "Headers")).OfType<PdfString>().ToList();
            if (!scoped && (named.Count == 0 || !named.TrueForAll(n => known.Contains(n.Text))))
            {
                findings.Add("7.5 A cell is connected to no header.");
            }
        }
    }

    private static int Span(PdfFile file, PdfUaElement cell) => Attribute(file, cell, "ColSpan") is PdfNumber span ? (int)span.Value : 1;

    private static PdfObject? Attribute(PdfFile file, PdfUaElement element, string name) =>
        file.List(element.Dictionary["A"]).Select(file.Resolve).OfType<PdfDictionary>().Where(a => a.Is("O", "Table")).Select(a => file.Resolve(a[name])).FirstOrDefault(v => v is not null);
}
