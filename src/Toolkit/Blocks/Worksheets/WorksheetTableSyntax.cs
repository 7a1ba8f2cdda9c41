using System.Globalization;
using Markdig.Extensions.Tables;
using Toolkit.Model;
using Toolkit.Reading;

namespace Toolkit.Blocks.Worksheets;

/// <summary>
/// A pipe table to fill in: header cells with ids, and either rows that the author names
/// (<c>| Case management {#case-management} | |</c>) or rows that people add.
/// </summary>
internal sealed class WorksheetTableSyntax(InstrumentSource source, BlockReader reader)
{
    private const int MostRows = 40;
    private readonly RoleSyntax _roles = new(source, reader);

    /// <summary>Reads the table; null, with errors, if a column cannot be kept.</summary>
    public FieldTable? Read(Table written, (string Words, Attributes Attributes, SourcePosition At) caption)
    {
        if (source.Claim(caption.Attributes, caption.At, caption.Words, $"Table: {caption.Words}") is not { } id)
        {
            return null;
        }

        var rows = written.OfType<TableRow>().ToList();
        var header = source.Cells(rows[0]).ToList();
        var named = header.Count > 0 && header[0].Attributes.Id is null && rows.Skip(1).SelectMany(r => source.Cells(r).Take(1)).Any(c => c.Words.Length > 0);
        var role = _roles.Role(caption, named);
        var columns = header.Skip(named ? 1 : 0).Select(cell => Column(cell, id, role)).OfType<FieldColumn>().ToList();
        if (columns.Select(c => c.Id).Distinct().Count() < columns.Count)
        {
            reader.Log.Error("TK2002", caption.At, $"Two columns of '{caption.Words}' have the same id.", "Give each column an id of its own.");
            return null;
        }

        var fixedRows = new List<FixedRow>();
        foreach (var row in rows.Skip(1))
        {
            var cells = source.Cells(row).ToList();
            if (named && cells.Count > 0 && Row(cells[0], columns, id) is { } read)
            {
                if (fixedRows.Any(r => r.Key == read.Key))
                {
                    reader.Log.Error("TK2002", cells[0].At, $"Two rows of '{caption.Words}' have the id '{read.Key}'.", "Give each row an id of its own.");
                    continue;
                }

                fixedRows.Add(read);
            }

            if (cells.Skip(named ? 1 : 0).Any(c => c.Words.Length > 0))
            {
                reader.Log.Error("TK2110", reader.At(row), $"A row of '{caption.Words}' has text where people write.", "Leave these cells empty.");
            }
        }

        if (columns.Count == 0)
        {
            return null;
        }

        _roles.CheckColumns(role, columns, caption);

        var blank = int.TryParse(caption.Attributes["rows"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= MostRows ? n : 3;
        if (!named && source.Field(caption.At, id, "r9999", columns.MaxBy(c => c.Id.Length)!.Id) is null)
        {
            return null;
        }

        return new FieldTable(source.Id, id, caption.Words, columns, fixedRows, named ? 0 : blank)
        {
            Words = reader.Words.Common.Field,
            RowHeading = named ? header[0].Words : "",
            Role = role,
            Source = caption.At,
        };
    }

    private FieldColumn? Column((string Words, Attributes Attributes, SourcePosition At) cell, string table, TableRole? role)
    {
        if (reader.RequiredId(cell.Attributes, cell.At, cell.Words, cell.Words) is not { } id)
        {
            return null;
        }

        var kind = FieldSyntax.Kind(cell.Attributes);
        var options = cell.Attributes["list"] is { } list ? source.List(list, cell.At) : [];
        if (kind.HasOptions() && cell.Attributes["list"] is null)
        {
            reader.Log.Error("TK2109", cell.At, $"The column '{cell.Words}' of '{table}' is a choice without options.", $"Name a list: {cell.Words} {{#{id} list=NAME}}");
            return null;
        }

        return new FieldColumn(id, kind, cell.Words, options)
        {
            ListName = cell.Attributes["list"] ?? "",
            Marks = _roles.Marks(cell, kind, role),
        };
    }

    private FixedRow? Row((string Words, Attributes Attributes, SourcePosition At) cell, IReadOnlyList<FieldColumn> columns, string table) =>
        reader.RequiredId(cell.Attributes, cell.At, cell.Words, cell.Words) is { } key
        && columns.All(c => source.Field(cell.At, table, key, c.Id) is not null)
            ? new FixedRow(key, cell.Words)
            : null;
}
