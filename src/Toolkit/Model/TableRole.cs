namespace Toolkit.Model;

/// <summary>
/// What a table to fill in is for. Its author says it, with <c>role=NAME</c>, and marks the columns: what reads the answers of
/// such a table finds it by its role and its columns by their marks, whatever their ids and headings are.
/// </summary>
/// <param name="Name">The word behind <c>role=</c>.</param>
/// <param name="Marks">What its columns may hold.</param>
public sealed record TableRole(string Name, IReadOnlyList<ColumnMark> Marks)
{
    /// <summary>The agency's action plan: a step in each row.</summary>
    public static TableRole Plan { get; } = new("plan",
    [
        new("what", "what is to be done", Required: true),
        new("first-step", "the first step towards it"),
        new("owner", "who does it", Required: true),
        new(ColumnMark.Due, "the day by which it is done", FieldKind.Date, Required: true),
        new("status", "how far it is", FieldKind.Choice, Required: true),
        new("partners", "which partners can help"),
    ]);

    /// <summary>The agency's map of its community: an organization in each row.</summary>
    public static TableRole Map { get; } = new("map",
    [
        new("name", "which organization it is", Required: true),
        new(ColumnMark.Category, "the sector it belongs to", FieldKind.Choice),
        new(ColumnMark.Closeness, "how close the agency is to it", FieldKind.Choice),
        new("level", "at which level they know each other", FieldKind.Choice),
        new("known-by", "who in the agency knows it"),
        new("introducer", "who can introduce the agency"),
        new("strengths", "what it is good at"),
        new("gain", "what the agency would gain"),
        new("offer", "what the agency offers"),
        new("languages", "the languages in which it serves people"),
        new("serves", "whom it serves"),
        new("agreement", "what is agreed with it"),
        new(ColumnMark.Review, "the day on which the agreement is looked at again", FieldKind.Date),
        new("next-step", "what comes next"),
        new("owner", "who does that"),
        new(ColumnMark.Due, "the day by which that is done", FieldKind.Date),
        new("checked", "the day on which the row was last checked", FieldKind.Date),
    ]);

    /// <summary>Every role that something reads.</summary>
    public static IReadOnlyList<TableRole> All { get; } = [Plan, Map];

    /// <summary>What the columns of a table may hold.</summary>
    /// <param name="role">What the table is for; null where its author does not say.</param>
    public static IReadOnlyList<ColumnMark> MarksOf(TableRole? role) => role is null
        ? ColumnMark.OfAnyTable
        : [.. role.Marks, .. ColumnMark.OfAnyTable.Where(m => role.Mark(m.Name) is null && (role != Plan || m.Name != ColumnMark.Done))];

    /// <summary>The mark of that name in this role; null where it has none.</summary>
    public ColumnMark? Mark(string name) => Marks.FirstOrDefault(m => m.Name == name);
}

/// <summary>What a column holds, as its author says with <c>.NAME</c>.</summary>
/// <param name="Name">The word behind the dot.</param>
/// <param name="Meaning">The same in words, for messages to authors.</param>
/// <param name="Kind">The one kind of field that can hold it; null where any can.</param>
/// <param name="Required">Whether a table of this role needs such a column.</param>
public sealed record ColumnMark(string Name, string Meaning, FieldKind? Kind = null, bool Required = false)
{
    /// <summary>Marks what a row shows where not all of it is shown; any number of columns of any table to fill in.</summary>
    public const string Main = "main";

    /// <summary>Marks what parts a map: its sectors.</summary>
    public const string Category = "category";

    /// <summary>Marks how close the agency is to an organization, the closest first.</summary>
    public const string Closeness = "closeness";

    /// <summary>Marks the day on which what is agreed with an organization is looked at again.</summary>
    public const string Review = "review";

    /// <summary>
    /// Marks the day by which something is to be done or looked at again, in any table; a field outside of tables can have it too.
    /// </summary>
    public const string Due = "due";

    /// <summary>Marks a tick that says that a row is done: none of its days is due any more. Plans have a status instead.</summary>
    public const string Done = "done";

    /// <summary>Marks what was decided about a partner: a choice.</summary>
    public const string Verdict = "verdict";

    /// <summary>What the fields that end an assessment may hold.</summary>
    public static IReadOnlyList<ColumnMark> OfDecision { get; } =
    [
        new(Verdict, "what was decided", FieldKind.Choice),
        new("decided", "the day on which it was decided", FieldKind.Date),
        new("decided-by", "who decided, by role"),
        new(Due, "the day on which something is due", FieldKind.Date),
    ];

    /// <summary>What fields outside of tables may hold in a worksheet: a day, and what the map of the same worksheet can tell.</summary>
    public static IReadOnlyList<ColumnMark> OfWorksheet { get; } =
    [
        new(Due, "the day on which something is due", FieldKind.Date),
        new("asks-open", "in which sectors nobody is", FieldKind.LongText),
        new("asks-alike", "where two do the same, and what hangs on one person", FieldKind.LongText),
        new("asks-way", "who can introduce the agency", FieldKind.LongText),
    ];

    /// <summary>What columns may hold whatever their table is for; what its role says of the same word comes first.</summary>
    public static IReadOnlyList<ColumnMark> OfAnyTable { get; } =
    [
        new(Main, "what a row shows at once"),
        new(Due, "the day on which something is due", FieldKind.Date),
        new(Done, "whether the row is done", FieldKind.Check),
    ];
}
