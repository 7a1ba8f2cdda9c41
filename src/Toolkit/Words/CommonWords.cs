namespace Toolkit.Words;

/// <summary>What more than one of pages, documents and scripts say. One idea has one name.</summary>
public sealed class CommonWords(WordSource words)
{
    private readonly Phrase _principleNumber = words.Phrase("number all");

    /// <summary>Marks a question that matters most.</summary>
    public string Important { get; } = words.Text();

    /// <summary>Beside the tick that asks for help.</summary>
    public string NeedHelp { get; } = words.Text();

    /// <summary>Over what an answer rests on.</summary>
    public string HowDoYouKnow { get; } = words.Text();

    /// <summary>Over the note on an answer.</summary>
    public string NoteForTeam { get; } = words.Text();

    /// <summary>Heads what help is wanted with.</summary>
    public string HelpWanted { get; } = words.Text();

    /// <summary>Names a partner, or the field for its name.</summary>
    public string Partner { get; } = words.Text();

    /// <summary>Several partners.</summary>
    public string Partners { get; } = words.Text();

    /// <summary>Heads the name of a tool.</summary>
    public string Tool { get; } = words.Text();

    /// <summary>Heads whom answers are about.</summary>
    public string About { get; } = words.Text();

    /// <summary>Heads a day.</summary>
    public string Date { get; } = words.Text();

    /// <summary>Heads the areas of an assessment.</summary>
    public string Area { get; } = words.Text();

    /// <summary>Heads questions.</summary>
    public string Question { get; } = words.Text();

    /// <summary>Heads answers.</summary>
    public string Answer { get; } = words.Text();

    /// <summary>Heads notes.</summary>
    public string Note { get; } = words.Text();

    /// <summary>Heads marks such as that of a question that matters most.</summary>
    public string Mark { get; } = words.Text();

    /// <summary>Heads how many questions are answered.</summary>
    public string Answered { get; } = words.Text();

    /// <summary>Heads the names or numbers of rows, where the author wrote no heading.</summary>
    public string Row { get; } = words.Text();

    /// <summary>Names a row of a table.</summary>
    public Phrase RowNumber { get; } = words.Phrase("number");

    /// <summary>How to reach the help line without a call.</summary>
    public Phrase TextTo { get; } = words.Phrase("number");

    /// <summary>Heads the strengths in results.</summary>
    public string InPlace { get; } = words.Text();

    /// <summary>Heads all that the workbook holds.</summary>
    public string AllAnswers { get; } = words.Text();

    /// <summary>Heads and marks important questions that have no answer yet.</summary>
    public string StillToAsk { get; } = words.Text();

    /// <summary>Heads the questions to begin with.</summary>
    public string WhereToBegin { get; } = words.Text();

    /// <summary>Heads the glossary terms of a page or document.</summary>
    public string WordsUsedHere { get; } = words.Text();

    /// <summary>Heads results.</summary>
    public string Results { get; } = words.Text();

    /// <summary>Heads the overview of the workbook.</summary>
    public string HowFar { get; } = words.Text();

    /// <summary>Heads the part that reads files back in.</summary>
    public string BringBack { get; } = words.Text();

    /// <summary>Heads the comparison of partners.</summary>
    public string SideBySide { get; } = words.Text();

    /// <summary>Two rounds of the same questions, compared.</summary>
    public string ThenAndNow { get; } = words.Text();

    /// <summary>Meetings of the team, with their records.</summary>
    public string Meetings { get; } = words.Text();

    /// <summary>The views of colleagues, side by side.</summary>
    public string Together { get; } = words.Text();

    /// <summary>Heads the plan.</summary>
    public string Plan { get; } = words.Text();

    /// <summary>Days on which something is to be looked at again.</summary>
    public string Due { get; } = words.Text();

    /// <summary>Saves the workbook.</summary>
    public string SaveFile { get; } = words.Text();

    /// <summary>Takes answers from a file into the workbook.</summary>
    public string OpenFile { get; } = words.Text();

    /// <summary>Sets what colleagues answered side by side.</summary>
    public string OpenColleagues { get; } = words.Text();

    /// <summary>Erases all answers.</summary>
    public string EraseAll { get; } = words.Text();

    /// <summary>Saves, where there is little room.</summary>
    public string Save { get; } = words.Text();

    /// <summary>Opens a file, where there is little room.</summary>
    public string Open { get; } = words.Text();

    /// <summary>Erases, where there is little room.</summary>
    public string Erase { get; } = words.Text();

    /// <summary>Stands where something is still loaded.</summary>
    public string Moment { get; } = words.Text();

    /// <summary>Printed where the answers are not there yet.</summary>
    public string NotLoaded { get; } = words.Text();

    /// <summary>The name of Word files.</summary>
    public string Word { get; } = words.Text();

    /// <summary>The name of PDFs.</summary>
    public string Pdf { get; } = words.Text();

    /// <summary>Over the title of what belongs to a principle.</summary>
    public string PrincipleNumber(int number, int all) => _principleNumber.Fill($"{number}", $"{all}");

    /// <summary>What passages set apart are called.</summary>
    public CalloutWords Callout { get; } = new(words.Group());

    /// <summary>What the columns of a plan are called.</summary>
    public StepWords Step { get; } = new(words.Group());

    /// <summary>What stands in the empty fields of Word files. Reading knows them, and those of every earlier version, as "nothing answered".</summary>
    public PlaceholderWords Placeholder { get; } = new(words.Group());

    /// <summary>How fields are called that an author writes no label for.</summary>
    public FieldWords Field { get; } = new(words.Group());
}

/// <summary>What passages set apart are called.</summary>
public sealed class CalloutWords(WordSource words)
{
    /// <summary>Something good to know.</summary>
    public string Note { get; } = words.Text();

    /// <summary>Something to read before going on.</summary>
    public string Warning { get; } = words.Text();

    /// <summary>How it can look in practice.</summary>
    public string Example { get; } = words.Text();

    /// <summary>The kind of a callout and its title.</summary>
    public Phrase Titled { get; } = words.Phrase("kind title");
}

/// <summary>What the columns of a plan are called.</summary>
public sealed class StepWords(WordSource words)
{
    /// <summary>What a step is.</summary>
    public string What { get; } = words.Text();

    /// <summary>The small first step.</summary>
    public string First { get; } = words.Text();

    /// <summary>Who does it.</summary>
    public string Who { get; } = words.Text();

    /// <summary>Its day.</summary>
    public string Due { get; } = words.Text();

    /// <summary>How far it is.</summary>
    public string State { get; } = words.Text();

    /// <summary>Partners that can help.</summary>
    public string Partners { get; } = words.Text();
}

/// <summary>What stands in the empty fields of Word files. Reading knows them, and those of every earlier version, as "nothing answered".</summary>
public sealed class PlaceholderWords(WordSource words)
{
    /// <summary>In a field for text.</summary>
    public string Text { get; } = words.Text();

    /// <summary>In a list that drops down.</summary>
    public string Choice { get; } = words.Text();

    /// <summary>In a date.</summary>
    public string Date { get; } = words.Text();
}

/// <summary>How fields are called that an author writes no label for.</summary>
public sealed class FieldWords(WordSource words)
{
    private readonly Phrase _help = words.Phrase("question");
    private readonly Phrase _note = words.Phrase("question");
    private readonly Phrase _evidence = words.Phrase("question");
    private readonly Phrase _row = words.Phrase("number");
    private readonly Phrase _cell = words.Phrase("table row column");

    /// <summary>The label of the field that says which partner a document is about.</summary>
    public string Partner { get; } = words.Text();

    /// <summary>The label of the tick that asks for help with a question.</summary>
    public string Help(string question) => _help.Fill(question);

    /// <summary>The label of the note on a question.</summary>
    public string Note(string question) => _note.Fill(question);

    /// <summary>The label of the field for what an answer rests on.</summary>
    public string Evidence(string question) => _evidence.Fill(question);

    /// <summary>How the label of a cell names a free row.</summary>
    public string Row(string number) => _row.Fill(number);

    /// <summary>The label of a cell.</summary>
    public string Cell(string table, string row, string column) => _cell.Fill(table, row, column);
}
