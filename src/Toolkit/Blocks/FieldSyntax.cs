using System.Globalization;
using Markdig.Syntax;
using Toolkit.Model;
using Toolkit.Reading;
using ListBlock = Markdig.Syntax.ListBlock;

namespace Toolkit.Blocks;

/// <summary>Fields outside of tables: <c>- Label {#id .long}</c>, with a hint or the options of a choice under them.</summary>
internal static class FieldSyntax
{
    /// <summary>The words that say a kind.</summary>
    internal static readonly string[] Kinds = [.. Enum.GetValues<FieldKind>().SelectMany(kind => kind.Words())];

    /// <summary>Reads one; null, with an error, where it has no id of its own.</summary>
    /// <param name="item">The list item.</param>
    /// <param name="source">The instrument that it stands in.</param>
    /// <param name="reader">Of the page.</param>
    /// <param name="marks">What it may say that it holds.</param>
    internal static FormField? Read(ItemSource item, InstrumentSource source, BlockReader reader, IReadOnlyList<ColumnMark> marks)
    {
        source.CheckClasses(item.Attributes, item.Label, item.At, [.. Kinds, .. marks.Select(m => m.Name)]);
        if (source.Claim(item.Attributes, item.At, item.Label, $"- {(item.IsTask ? "[ ] " : "")}{item.Label}") is not { } id
            || source.Field(item.At, id) is not { } field)
        {
            return null;
        }

        var kind = item.IsTask ? FieldKind.Check : Kind(item.Attributes);
        var hasOptionsUnder = kind.HasOptions() && item.Attributes["list"] is null;
        source.CheckNested(item, "field", hasOptionsUnder);
        var options = kind.HasOptions() ? Options(item, source, reader) : [];
        var lines = int.TryParse(item.Attributes["lines"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 40
            ? n
            : kind.HasLines() ? 4 : 1;
        return new FormField(
            new Field(field, kind, item.Label, options)
            {
                AsRadios = item.Attributes.Classes.Contains("radios"),
                Lines = lines,
                Marks = Marks(item, kind, reader, marks),
                ListName = kind.HasOptions() ? item.Attributes["list"] ?? "" : "",
            },
            item.Hint);
    }

    /// <summary>The kind that the words behind a field say.</summary>
    internal static FieldKind Kind(Attributes attributes) =>
        Enum.GetValues<FieldKind>().Where(kind => kind.Words().Any(attributes.Classes.Contains))
            .FirstOrDefault(attributes["list"] is null ? FieldKind.Text : FieldKind.Choice);

    /// <summary>Warns where two fields of an instrument say that they hold the same: one of them is read.</summary>
    internal static void CheckTwice(IEnumerable<Field> fields, SourcePosition at, BlockReader reader)
    {
        foreach (var alike in fields.SelectMany(f => f.Marks.Where(m => m != ColumnMark.Due).Select(mark => (mark, f.Label))).GroupBy(f => f.mark).Where(g => g.Count() > 1))
        {
            reader.Log.Warning("TK2116", at,
                $"{alike.Count()} fields are marked '.{alike.Key}': {string.Join(" and ", alike.Select(f => $"'{f.Label}'"))}. The first is read.",
                "Leave the mark on one of them.");
        }
    }

    /// <summary>What it says that it holds: a day may be the one by which something is done.</summary>
    private static IReadOnlyList<string> Marks(ItemSource item, FieldKind kind, BlockReader reader, IReadOnlyList<ColumnMark> known)
    {
        var said = known.Where(m => item.Attributes.Classes.Contains(m.Name)).ToList();
        foreach (var mark in said)
        {
            CheckKind(mark, kind, item.Label, item.At, reader);
        }

        return [.. said.Select(m => m.Name)];
    }

    /// <summary>How a column says that it is of a kind.</summary>
    internal static string HowKind(FieldKind? kind) => kind is not { } only ? ""
        : only.HasOptions() ? " list=NAME"
        : string.Concat(only.Words().Take(1).Select(word => $" .{word}"));

    /// <summary>An error where something is marked as what its kind of answer cannot be.</summary>
    internal static void CheckKind(ColumnMark mark, FieldKind kind, string label, SourcePosition at, BlockReader reader)
    {
        if (mark.Kind is { } wanted && wanted != kind)
        {
            reader.Log.Error("TK2114", at, $"'{label}' is marked '.{mark.Name}', {mark.Meaning}, and takes another kind of answer.",
                $"Write{HowKind(wanted)} too, or leave the mark out.");
        }
    }

    private static IReadOnlyList<Option> Options(ItemSource item, InstrumentSource source, BlockReader reader)
    {
        if (item.Attributes["list"] is { } list)
        {
            return source.List(list, item.At);
        }

        var options = new List<Option>();
        foreach (var written in item.Nested.OfType<ListBlock>().SelectMany(l => l).OfType<ListItemBlock>())
        {
            var option = source.Item(written);
            if (reader.RequiredId(option.Attributes, option.At, option.Label, $"  - {option.Label}") is not { } id)
            {
                continue;
            }

            if (options.Any(o => o.Id == id))
            {
                reader.Log.Error("TK2002", option.At, $"The option id '{id}' stands twice under '{item.Label}'.", "Give one of them another id.");
                continue;
            }

            if (option.Nested.Count > 0)
            {
                reader.Misplaced(option.Nested[0], "option", "An option is one line.");
            }

            options.Add(new Option(id, option.Label));
        }

        if (options.Count < 2)
        {
            reader.Log.Error("TK2109", item.At, $"'{item.Label}' is a choice with fewer than two options.", "Name a list, such as {#id .choice list=NAME}, or write the options as items indented under it.");
        }

        return options;
    }
}
