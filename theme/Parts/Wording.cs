using System.Globalization;
using Microsoft.AspNetCore.Components;
using Toolkit.Model;
using Toolkit.Words;
using Toolkit.Writing;

namespace Toolkit.Theme.Parts;

/// <summary>What more than one part of a page says about a file or a tool.</summary>
internal static class Wording
{
    /// <summary>The ending of a file, and its size unless it is not made yet.</summary>
    public static string Ending(PageWords words, Download file) =>
        file.IsLater ? words.Ending(file.Format) : words.EndingAndSize(file.Format, words.Size(file.Bytes));

    /// <summary>The name of a language within a sentence: as the words call it, else as it calls itself, marked as such.</summary>
    public static RenderFragment Language(PageWords words, SiteLanguage language) =>
        words.LanguageNames.For(language.Code) is { } name ? Filled.Text(name) : Filled.In(language.Name, language.Code);

    /// <summary>What an instrument asks for, such as <c>18 questions, once for each partner</c>.</summary>
    /// <param name="words">Those of the page's language.</param>
    /// <param name="instrument">What is asked.</param>
    /// <param name="short">Without the partners, where these are named beside it, and without a worksheet's tables.</param>
    public static string Extent(PageWords words, Instrument instrument, bool @short = false)
    {
        var items = instrument.ItemGroups.Sum(g => g.Items.Count);
        var tables = instrument.Parts.OfType<TableOfFields>().Count();
        var sentence = (instrument.Kind, instrument.PerPartner && !@short) switch
        {
            ("assessment", false) => words.Assessment(items),
            ("assessment", true) => words.AssessmentPerPartner(items),
            ("checklist", _) when @short => words.ChecklistShort(items),
            ("checklist", false) => words.Checklist(items),
            ("checklist", true) => words.ChecklistPerPartner(items),
            (_, false) => tables > 0 && !@short ? words.WorksheetWithTables(tables) : words.Worksheet,
            (_, true) => tables > 0 ? words.WorksheetWithTablesPerPartner(tables) : words.WorksheetPerPartner,
        };
        return char.ToUpper(sentence[0], CultureInfo.InvariantCulture) + sentence[1..];
    }
}
