using Toolkit.Writing.Pdf;

namespace Toolkit.Tests.Pdf;

/// <summary>The rules about what is painted: all of it is tagged or an artifact, in fonts that say what their letters mean.</summary>
internal sealed class PdfUaContent(PdfFile file, PdfUaStructure structure, List<string> findings)
{
    private static readonly HashSet<string> PathStart = ["m", "re"];
    private static readonly HashSet<string> PathPaint = ["f", "F", "f*", "S", "s", "B", "B*", "b", "b*"];
    private readonly PdfUaFonts _fonts = new(file, findings);

    private enum Mark
    {
        None,
        Other,
        Tagged,
        Artifact,
    }

    public void Check()
    {
        foreach (var page in file.Pages().Select(file.Dictionary))
        {
            var parents = page["StructParents"] is PdfNumber key ? structure.ParentTree.GetValueOrDefault((int)key.Value) as PdfArray : null;
            var data = file.List(page["Contents"]).SelectMany(part => PdfFile.Inflate(file.Dictionary(part)).Append((byte)'\n')).ToArray();
            if (parents is null && data.Length > 0)
            {
                findings.Add("7.1 A page has no place in the parent tree.");
            }

            Walk(data, Inherited(page, "Resources"), parents, [], 0);
            foreach (var widget in file.List(page["Annots"]).Select(file.Dictionary).Where(a => a.Is("Subtype", "Widget")))
            {
                foreach (var drawing in Drawings(widget))
                {
                    Walk(PdfFile.Inflate(drawing), file.Resolve(drawing["Resources"]) as PdfDictionary, null, [Mark.Tagged], 1);
                }
            }
        }
    }

    private IEnumerable<PdfDictionary> Drawings(PdfDictionary widget)
    {
        var normal = file.Resolve((file.Resolve(widget["AP"]) as PdfDictionary)?["N"]) as PdfDictionary;
        return normal is null ? []
            : normal.Data is not null ? [normal]
            : normal.Keys.Select(k => file.Resolve(normal[k])).OfType<PdfDictionary>().Where(d => d.Data is not null);
    }

    private PdfDictionary? Inherited(PdfDictionary page, string key)
    {
        for (var node = page; node is not null; node = file.Resolve(node["Parent"]) as PdfDictionary)
        {
            if (file.Resolve(node[key]) is PdfDictionary value)
            {
                return value;
            }
        }

        return null;
    }

    private void Walk(byte[] data, PdfDictionary? resources, PdfArray? parents, IReadOnlyList<Mark> around, int depth)
    {
        var marks = new Stack<Mark>(around);
        var operands = new List<PdfObject>();
        var pathMark = Mark.None;
        PdfUaFonts.Font? font = null;
        for (var parser = new PdfParser(data); !parser.AtEnd;)
        {
            var token = parser.Next();
            if (token is not PdfKeyword { Value: var word })
            {
                operands.Add(token);
                continue;
            }

            if (word is "BDC" or "BMC")
            {
                marks.Push(Open(operands, resources, parents, marks));
            }
            else if (word == "EMC")
            {
                marks.TryPop(out _);
            }
            else if (word == "Tf")
            {
                font = _fonts.Find(resources, ((PdfName)operands[0]).Value);
            }
            else if (PathStart.Contains(word))
            {
                pathMark = Current(marks);
            }
            else if (PathPaint.Contains(word))
            {
                Painted(pathMark, word);
            }
            else if (word is "Tj" or "TJ" or "'" or "\"")
            {
                Painted(Current(marks), word);
                foreach (var text in operands.SelectMany(o => o is PdfArray array ? array.Items : [o]).OfType<PdfString>())
                {
                    _fonts.Shown(font, text.Bytes);
                }
            }
            else if (word is "Do" or "sh")
            {
                Painted(Current(marks), word);
                if (word == "Do" && depth < 10 && Resource(resources, "XObject", operands[0]) is { } drawing && drawing.Is("Subtype", "Form"))
                {
                    Walk(PdfFile.Inflate(drawing), file.Resolve(drawing["Resources"]) as PdfDictionary ?? resources, parents, [.. marks.Reverse()], depth + 1);
                }
            }

            operands.Clear();
        }
    }

    private static Mark Current(Stack<Mark> marks) =>
        marks.Contains(Mark.Artifact) ? Mark.Artifact : marks.Contains(Mark.Tagged) ? Mark.Tagged : Mark.None;

    private void Painted(Mark mark, string what)
    {
        if (mark == Mark.None)
        {
            findings.Add($"7.1 Something is painted ({what}) that is neither tagged nor an artifact.");
        }
    }

    private Mark Open(List<PdfObject> operands, PdfDictionary? resources, PdfArray? parents, Stack<Mark> marks)
    {
        var current = Current(marks);
        if (operands is [PdfName { Value: "Artifact" }, ..])
        {
            if (current == Mark.Tagged)
            {
                findings.Add("7.1 An artifact lies inside something tagged.");
            }

            return Mark.Artifact;
        }

        var properties = operands.Count > 1 ? operands[1] as PdfDictionary ?? Resource(resources, "Properties", operands[1]) : null;
        if (properties?["MCID"] is not PdfNumber id)
        {
            return Mark.Other;
        }

        if (current == Mark.Artifact)
        {
            findings.Add("7.1 Something tagged lies inside an artifact.");
        }

        var slot = (int)id.Value;
        return parents is not null && slot < parents.Items.Count && file.Resolve(parents.Items[slot]) is PdfDictionary element && structure.Elements.ContainsKey(element)
            ? Mark.Tagged
            : Mark.Other;
    }

    private PdfDictionary? Resource(PdfDictionary? resources, string kind, PdfObject name) =>
        file.Resolve((file.Resolve(resources?[kind]) as PdfDictionary)?[((PdfName)name).Value]) as PdfDictionary;
}
