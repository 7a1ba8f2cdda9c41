using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>The rules about links, form fields and whatever else lies on a page.</summary>
internal sealed class PdfUaAnnotations(PdfFile file, PdfUaStructure structure, List<string> findings)
{
    public void Check()
    {
        foreach (var page in file.Pages())
        {
            var dictionary = file.Dictionary(page);
            var annotations = file.List(dictionary["Annots"]);
            if (annotations.Count > 0 && !dictionary.Is("Tabs", "S"))
            {
                findings.Add("7.18.3 A page does not say that the tab order is that of the structure.");
            }

            foreach (var annotation in annotations)
            {
                Check(annotation is PdfReference reference ? reference.Number : -1, file.Dictionary(annotation));
            }
        }
    }

    private void Check(int number, PdfDictionary annotation)
    {
        var hidden = annotation["F"] is PdfNumber flags && ((int)flags.Value & 2) != 0;
        if (hidden || annotation.Is("Subtype", "Popup"))
        {
            return;
        }

        var owner = Owner(annotation);
        if (annotation.Is("Subtype", "Widget"))
        {
            Widget(number, annotation, owner);
        }
        else if (annotation.Is("Subtype", "Link"))
        {
            if (owner?.Type != "Link")
            {
                findings.Add("7.18.5 A link is not in a Link element.");
            }

            if (!HasText(annotation["Contents"]))
            {
                findings.Add("7.18.5 A link has no description.");
            }
        }
        else if (owner?.Type != "Annot" || !(HasText(annotation["Contents"]) || HasText(owner.Dictionary["Alt"])))
        {
            findings.Add("7.18.1 An annotation is not in an Annot element, or has no description.");
        }
    }

    private void Widget(int number, PdfDictionary widget, PdfUaElement? owner)
    {
        var name = Name(widget);
        if (owner?.Type != "Form")
        {
            findings.Add($"7.18.4 The field {name} is not in a Form element.");
        }
        else if (owner.Kids != 1 || owner.Annotations is not [var only] || only != number)
        {
            findings.Add($"7.18.4 The Form element of {name} does not hold the field alone.");
        }

        // What stands on the parent of radio buttons does not count: each button needs words of its own.
        if (!HasText(widget["TU"]) && !HasText(owner?.Dictionary["Alt"]))
        {
            findings.Add($"7.18.1 The field {name} has neither a label nor an alternative text.");
        }

        if (file.Resolve(widget["AP"]) is not PdfDictionary { } states || file.Resolve(states["N"]) is not PdfDictionary)
        {
            findings.Add($"appearance: the field {name} has none.");
        }
    }

    private PdfUaElement? Owner(PdfDictionary annotation) =>
        annotation["StructParent"] is PdfNumber key
        && structure.ParentTree.GetValueOrDefault((int)key.Value) is PdfDictionary element
            ? structure.Elements.GetValueOrDefault(element)
            : null;

    private string Name(PdfDictionary field)
    {
        var names = new List<string>();
        for (var node = field; node is not null && names.Count < 10; node = file.Resolve(node["Parent"]) as PdfDictionary)
        {
            if (file.Resolve(node["T"]) is PdfString part)
            {
                names.Insert(0, part.Text);
            }
        }

        return string.Join('.', names);
    }

    private bool HasText(PdfObject? value) => file.Resolve(value) is PdfString text && !string.IsNullOrWhiteSpace(text.Text);
}
