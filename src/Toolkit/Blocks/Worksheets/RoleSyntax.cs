using Toolkit.Model;
using Toolkit.Reading;

namespace Toolkit.Blocks.Worksheets;

/// <summary>
/// What a table to fill in is for (<c>Table: Our next steps {#steps role=plan}</c>), and what its columns hold
/// (<c>| Who does it {#who .owner} |</c>). One reads one table.
/// </summary>
internal sealed class RoleSyntax(InstrumentSource source, BlockReader reader)
{
    private static readonly string[] Keys = ["rows", "role"];

    /// <summary>Whether the table names a role that nothing reads, which was said: its marks are right then, or nobody knows.</summary>
    private bool _isRefused;

    /// <summary>
    /// The role that a caption names; null where it names none, and, with a warning, where nothing would read the table by it.
    /// </summary>
    /// <param name="caption">The line above the table.</param>
    /// <param name="named">Whether the author names the rows.</param>
    public TableRole? Role((string Words, Attributes Attributes, SourcePosition At) caption, bool named)
    {
        var roles = TableRole.All.Select(r => r.Name).ToList();
        source.CheckKeys(caption.Attributes, caption.Words, caption.At, Keys);
        source.CheckClasses(caption.Attributes, caption.Words, caption.At, [.. roles.Select(r => $"role={r}")]);
        if (caption.Attributes["role"] is not { } name)
        {
            return null;
        }

        if (TableRole.All.FirstOrDefault(r => r.Name == name) is not { } role)
        {
            reader.Log.Warning("TK2009", caption.At, $"Nothing reads 'role={name}' on '{caption.Words}'.", Suggestion.For(name, roles));
            _isRefused = true;
            return null;
        }

        if (named || source.PerPartner)
        {
            reader.Log.Warning("TK2115", caption.At,
                $"Nothing reads 'role={name}' on '{caption.Words}': {(named ? "its rows have names" : "it is filled in for each partner")}.",
                named ? "Let people add the rows: give the first column an id too, and leave the cells empty." : "Leave per=partner out, or the role.");
            _isRefused = true;
            return null;
        }

        return role;
    }

    /// <summary>What a column says that it holds; words that nothing reads are warned of.</summary>
    public IReadOnlyList<string> Marks((string Words, Attributes Attributes, SourcePosition At) cell, FieldKind kind, TableRole? role)
    {
        var meanings = TableRole.MarksOf(role);
        var known = meanings.Select(m => m.Name).ToList();
        foreach (var word in cell.Attributes.Classes.Except([.. FieldSyntax.Kinds, .. known]))
        {
            var others = TableRole.All.Where(r => r.Mark(word) is not null).Select(r => $"role={r.Name}").ToList();
            if (_isRefused && others.Count > 0)
            {
                continue;
            }

            reader.Log.Warning("TK2009", cell.At, $"Nothing reads '.{word}' on '{cell.Words}'.",
                others.Count == 0 ? Suggestion.For(word, [.. FieldSyntax.Kinds, .. known])
                : $"It has a meaning in a table with {string.Join(" or ", others)}.");
        }

        source.CheckKeys(cell.Attributes, cell.Words, cell.At, ["list"]);
        var marks = cell.Attributes.Classes.Intersect(known).ToList();
        foreach (var mark in meanings.Where(m => marks.Contains(m.Name)))
        {
            FieldSyntax.CheckKind(mark, kind, cell.Words, cell.At, reader);
        }

        return marks;
    }

    /// <summary>Finds columns that a role needs and that are not there, and warns of those that say the same.</summary>
    public void CheckColumns(TableRole? role, IReadOnlyList<FieldColumn> columns, (string Words, Attributes Attributes, SourcePosition At) caption)
    {
        foreach (var mark in role?.Marks ?? [])
        {
            var marked = columns.Where(c => c.Marks.Contains(mark.Name)).ToList();
            if (marked.Count == 0 && mark.Required)
            {
                reader.Log.Error("TK2113", caption.At, $"'{caption.Words}' has role={role!.Name}, and no column of it says {mark.Meaning}.",
                    $"Mark the column that does: {{#{mark.Name}{FieldSyntax.HowKind(mark.Kind)} .{mark.Name}}}");
            }
            else if (marked.Count > 1)
            {
                reader.Log.Warning("TK2116", caption.At,
                    $"{marked.Count} columns of '{caption.Words}' are marked '.{mark.Name}': {string.Join(" and ", marked.Select(c => $"'{c.Label}'"))}. The first is read.",
                    $"Leave the mark on the one that says {mark.Meaning}.");
            }
        }
    }
}
