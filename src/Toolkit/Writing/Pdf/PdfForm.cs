using System.Text.Json.Nodes;
using Toolkit.Model;
using Toolkit.Words;

namespace Toolkit.Writing.Pdf;

/// <summary>
/// Nodes for what people fill in. The template draws a box with an empty link in it for each; <see cref="PdfFields"/>
/// turns these links into form fields.
/// </summary>
internal static class PdfForm
{
    /// <summary>A field that stands alone, with its label over it, or for a tick beside it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="tree">Of the document.</param>
    /// <param name="hint">Nodes of the text under the label; may be empty.</param>
    public static JsonObject Alone(Field field, PdfTree tree, JsonArray hint) => field.Kind switch
    {
        FieldKind.Check => new JsonObject
        {
            ["t"] = "check",
            ["id"] = field.Id.Value,
            ["content"] = tree.Said(field.Label, field.Language),
            ["hint"] = hint,
        },
        FieldKind.Choice when field.AsRadios => new JsonObject
        {
            ["t"] = "radios",
            ["label"] = tree.Said(field.Label, field.Language),
            ["hint"] = hint,
            ["options"] = Options(field, field.Options, tree),
        },
        FieldKind.Text or FieldKind.LongText or FieldKind.Date or FieldKind.Choice => new JsonObject
        {
            ["t"] = "field",
            ["id"] = field.Id.Value,
            ["label"] = tree.Said(field.Label, field.Language),
            ["hint"] = Hint(field, tree, hint),
            ["lines"] = Math.Max(1, field.Lines),
            ["width"] = Width(field.Kind),
        },
    };

    /// <summary>A field under a short label of its own, as part of an item.</summary>
    public static JsonObject Part(Field field, string label) =>
        new() { ["id"] = field.Id.Value, ["label"] = PdfText.Clean(label), ["lines"] = Math.Max(1, field.Lines) };

    /// <summary>Radio buttons: one link for each option.</summary>
    public static JsonArray Options(Field field, IEnumerable<Option> options, PdfTree tree) => PdfTree.Array(options.Select(JsonNode (option) => new JsonObject
    {
        ["id"] = PdfFields.OptionLink(field, option),
        ["label"] = tree.Said(option.Label, option.Language),
    }));

    /// <summary>A table to fill in: as a table where its columns fit across the page, else one card a row.</summary>
    public static JsonObject Table(FieldTable table, PdfTree tree)
    {
        var keys = table.BlankKeys;
        return new JsonObject
        {
            ["t"] = PdfColumns.Fits(table) ? "grid" : "cards",
            ["caption"] = tree.Said(table.Label, table.Language),
            ["rowHeading"] = tree.Said(table.RowHeading, table.RowHeadingLanguage),
            ["named"] = !table.CanGrow,
            ["rest"] = table.CanGrow ? $"rows:{table.Instrument}.{table.Id}" : "",
            ["columns"] = PdfTree.Array(table.Columns.Select(JsonNode (column) => new JsonObject
            {
                ["label"] = tree.Said(column.Label, column.Language),
                ["hint"] = HowToWrite(column.Kind, tree.DateFormat),
                ["kind"] = Cell(column.Kind),
                ["options"] = tree.Inlines(Choices(column.Options, tree.Words.Documents)),
                ["room"] = PdfColumns.Room(column.Kind),
            })),
            ["rows"] = PdfTree.Array(keys.Select(JsonNode (key, index) => new JsonObject
            {
                ["label"] = table.CanGrow
                    ? tree.Said(tree.Words.Common.RowNumber.Fill($"{index + 1}"), "")
                    : tree.Said(table.FixedRows[index].Label, table.FixedRows[index].Language),
                ["cells"] = PdfTree.Array(table.Columns.Select(JsonNode (column) => new JsonObject
                {
                    ["id"] = table.Cell(key, column).Id.Value,
                    ["lines"] = table.Cell(key, column).Lines,
                })),
            })),
        };
    }

    private static JsonArray Hint(Field field, PdfTree tree, JsonArray hint)
    {
        // A line may end at a slash, and who reads "DD/" there takes it for all of it.
        var own = HowToWrite(field.Kind, tree.DateFormat) is { Length: > 0 } how
            ? new JsonArray(new JsonObject { ["t"] = "whole", ["text"] = PdfText.Clean(how) })
            : tree.Inlines(Choices(field.Options, tree.Words.Documents));
        JsonArray between = own.Count > 0 && hint.Count > 0 ? [PdfTree.Plain(" ")] : [];
        return PdfTree.Array(hint.Concat(between).Concat(own).Select(node => node!.DeepClone()));
    }

    /// <summary>How the readers of a site write a day.</summary>
    internal static string DateFormat(SiteSettings settings, DocumentWords words) => settings.MonthFirst ? words.DateFormatMonthFirst : settings.DayFirst ? words.DateFormatDayFirst : words.DateFormat;

    /// <summary>How an answer of a kind is written, where that is not plain; else empty.</summary>
    internal static string HowToWrite(FieldKind kind, string dateFormat) => kind switch
    {
        FieldKind.Date => dateFormat,
        FieldKind.Text or FieldKind.LongText or FieldKind.Check or FieldKind.Choice => "",
    };

    /// <summary>
    /// On paper nothing drops down, so the options stand there in print. What parts them belongs to the word before it: a dot in the middle
    /// would stand stray at the end of a line, or at its start.
    /// </summary>
    private static IReadOnlyList<Inline> Choices(IReadOnlyList<Option> options, DocumentWords words) => options.Count == 0
        ? []
        : Foreign.Around(words.ChooseOne, Foreign.Listed(options, "; "));

    /// <summary>What the template draws in a cell.</summary>
    private static string Cell(FieldKind kind) => kind switch
    {
        FieldKind.Check => "check",
        FieldKind.Text or FieldKind.LongText or FieldKind.Date or FieldKind.Choice => "field",
    };

    private static string Width(FieldKind kind) => kind switch
    {
        FieldKind.Date => "short",
        FieldKind.Choice => "half",
        FieldKind.Text or FieldKind.LongText or FieldKind.Check => "full",
    };
}
