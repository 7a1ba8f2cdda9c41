using System.Globalization;

namespace Toolkit.Words;

/// <summary>What pages say.</summary>
public sealed partial class PageWords(WordSource words)
{
    private readonly Phrase _firstStep = words.Phrase("extent");
    private readonly Phrase _homeTitle = words.Phrase("site title");
    private readonly Phrase _pageTitle = words.Phrase("title site");
    private readonly IReadOnlyList<string> _numbers = words.List(10);
    private readonly IReadOnlyList<string> _months = words.List(12);
    private readonly Phrase _day = words.Phrase("month day year");
    private readonly Phrase _kilobytes = words.Phrase("number");
    private readonly Phrase _megabytes = words.Phrase("number");
    private readonly PluralPhrase _minutes = words.Plural();
    private readonly PluralPhrase _tools = words.Plural();
    private readonly Phrase _reading = words.Phrase("minutes");
    private readonly Phrase _readingAndTools = words.Phrase("minutes tools");
    private readonly Phrase _minutesAndTools = words.Phrase("minutes tools");
    private readonly PluralPhrase _assessment = words.Plural();
    private readonly PluralPhrase _assessmentPerPartner = words.Plural();
    private readonly PluralPhrase _checklist = words.Plural();
    private readonly PluralPhrase _checklistPerPartner = words.Plural();
    private readonly PluralPhrase _checklistShort = words.Plural();
    private readonly PluralPhrase _worksheetWithTables = words.Plural();
    private readonly PluralPhrase _worksheetWithTablesPerPartner = words.Plural();
    private readonly Phrase _citedAuthor = words.Phrase("author");
    private readonly Phrase _citedUpdated = words.Phrase("day");
    private readonly Phrase _noteNumber = words.Phrase("number");
    private readonly Phrase _backToPlace = words.Phrase("place");
    private readonly Phrase _backFromNote = words.Phrase("number");
    private readonly Phrase _backFromNoteToPlace = words.Phrase("number place");
    private readonly Phrase _previousPrinciple = words.Phrase("number");
    private readonly Phrase _nextPrinciple = words.Phrase("number");
    private readonly Phrase _howItWorks = words.Phrase("extent");

    /// <summary>The name of the home page in lists.</summary>
    public string Home { get; } = words.Text();

    /// <summary>The title of the home page in the browser.</summary>
    public string HomeTitle(string site, string title) => _homeTitle.Fill(site, title);

    /// <summary>The title of any other page in the browser.</summary>
    public string PageTitle(string title, string site) => _pageTitle.Fill(title, site);

    /// <summary>What screen readers call the links before all else.</summary>
    public string Shortcuts { get; } = words.Text();

    /// <summary>Leads past the head of the page.</summary>
    public string SkipToMain { get; } = words.Text();

    /// <summary>Leaves the site, before all else.</summary>
    public string ExitQuickly { get; } = words.Text();

    /// <summary>Leaves the site.</summary>
    public string Exit { get; } = words.Text();

    /// <summary>What screen readers call the list of languages.</summary>
    public string Languages { get; } = words.Text();

    /// <summary>What languages are called within a sentence.</summary>
    public LanguageNameWords LanguageNames { get; } = new(words.Group());

    /// <summary>Says that some of a page stands in the first language, whose name is an element.</summary>
    public Phrase NotTranslated { get; } = words.Phrase("language");

    /// <summary>Says that the first language says something else by now.</summary>
    public Phrase ChangedSince { get; } = words.Phrase("language");

    /// <summary>Leads to the page in another language.</summary>
    public Phrase InLanguage { get; } = words.Phrase("language");

    /// <summary>What screen readers call the bar at the top.</summary>
    public string Keeper { get; } = words.Text();

    /// <summary>Stands in the bar where no script runs.</summary>
    public string NotKept { get; } = words.Text();

    /// <summary>Leads to the choice where answers are kept.</summary>
    public string KeepElsewhere { get; } = words.Text();

    /// <summary>What screen readers call the main menu.</summary>
    public string MainMenu { get; } = words.Text();

    /// <summary>What screen readers call the menu of the principles.</summary>
    public string Principles { get; } = words.Text();

    /// <summary>A principle with its number; all but the title is for screen readers.</summary>
    public Phrase PrincipleTitled { get; } = words.Phrase("number title");

    /// <summary>What screen readers call the way to the page.</summary>
    public string Breadcrumb { get; } = words.Text();

    /// <summary>Heads the sections of a page.</summary>
    public string OnThisPage { get; } = words.Text();

    /// <summary>How long reading takes.</summary>
    public string Minutes(int count) => _minutes.Fill(count, Number(count));

    /// <summary>How many tools there are.</summary>
    public string Tools(int count) => _tools.Fill(count, Number(count));

    /// <summary>How long a chapter takes.</summary>
    public string Reading(string minutes) => _reading.Fill(minutes);

    /// <summary>How long a chapter takes, and what there is to fill in.</summary>
    public string ReadingAndTools(string minutes, string tools) => _readingAndTools.Fill(minutes, tools);

    /// <summary>The same in short.</summary>
    public string MinutesAndTools(string minutes, string tools) => _minutesAndTools.Fill(minutes, tools);

    /// <summary>What an assessment asks for.</summary>
    public string Assessment(int count) => _assessment.Fill(count, Number(count));

    /// <summary>The same, answered for each partner.</summary>
    public string AssessmentPerPartner(int count) => _assessmentPerPartner.Fill(count, Number(count));

    /// <summary>What a checklist asks for.</summary>
    public string Checklist(int count) => _checklist.Fill(count, Number(count));

    /// <summary>The same, answered for each partner.</summary>
    public string ChecklistPerPartner(int count) => _checklistPerPartner.Fill(count, Number(count));

    /// <summary>How many steps it has, where it says itself what it is.</summary>
    public string ChecklistShort(int count) => _checklistShort.Fill(count, Number(count));

    /// <summary>What a worksheet without tables asks for.</summary>
    public string Worksheet { get; } = words.Text();

    /// <summary>The same, answered for each partner.</summary>
    public string WorksheetPerPartner { get; } = words.Text();

    /// <summary>What a worksheet with tables asks for.</summary>
    public string WorksheetWithTables(int count) => _worksheetWithTables.Fill(count, Number(count));

    /// <summary>The same, answered for each partner.</summary>
    public string WorksheetWithTablesPerPartner(int count) => _worksheetWithTablesPerPartner.Fill(count, Number(count));

    /// <summary>When the page was changed.</summary>
    public Phrase LastUpdated { get; } = words.Phrase("day");

    /// <summary>Leads to where a change can be suggested.</summary>
    public string SuggestChange { get; } = words.Text();

    /// <summary>Opens how to cite the page.</summary>
    public string Cite { get; } = words.Text();

    /// <summary>The first sentence of how to cite a page.</summary>
    public string CitedAuthor(string author) => _citedAuthor.Fill(author);

    /// <summary>What is cited; the name of the site is an element.</summary>
    public Phrase Cited { get; } = words.Phrase("title site");

    /// <summary>The same with the version of the guide.</summary>
    public Phrase CitedVersion { get; } = words.Phrase("title site version");

    /// <summary>The last sentence of how to cite a page.</summary>
    public string CitedUpdated(string day) => _citedUpdated.Fill(day);

    /// <summary>Leads to the first chapter.</summary>
    public string StartReading { get; } = words.Text();

    /// <summary>After the title of the tool with which a newcomer may begin.</summary>
    /// <param name="extent">What it asks for.</param>
    public string FirstStep(string extent) => _firstStep.Fill(extent);

    /// <summary>Leads to the workbook.</summary>
    public string GoOnWithWorkbook { get; } = words.Text();

    /// <summary>Heads the titles of documents.</summary>
    public string Title { get; } = words.Text();

    /// <summary>Heads the notes of a page.</summary>
    public string Notes { get; } = words.Text();

    /// <summary>A reference to a note, as screen readers say it.</summary>
    public string NoteNumber(int number) => _noteNumber.Fill(Digits(number));

    /// <summary>Leads from a note to its place.</summary>
    public string BackToText { get; } = words.Text();

    /// <summary>The same where a note has several places.</summary>
    public string BackToPlace(int place) => _backToPlace.Fill(Digits(place));

    /// <summary>The same as screen readers say it.</summary>
    public string BackFromNote(int number) => _backFromNote.Fill(Digits(number));

    /// <summary>The same where a note has several places.</summary>
    public string BackFromNoteToPlace(int number, int place) => _backFromNoteToPlace.Fill(Digits(number), Digits(place));

    /// <summary>What screen readers call the links to the neighbors.</summary>
    public string Turn { get; } = words.Text();

    /// <summary>Leads to the page before.</summary>
    public string Previous { get; } = words.Text();

    /// <summary>Leads to the page after.</summary>
    public string Next { get; } = words.Text();

    /// <summary>Leads to the chapter before.</summary>
    public string PreviousPrinciple(int number) => _previousPrinciple.Fill(Digits(number));

    /// <summary>Leads to the chapter after.</summary>
    public string NextPrinciple(int number) => _nextPrinciple.Fill(Digits(number));

    /// <summary>The help line in the foot of a page; the question is strong, the address is a link.</summary>
    public Phrase HelpLine { get; } = words.Phrase("question name address");

    /// <summary>The same with how to reach it.</summary>
    public Phrase HelpLineWithContact { get; } = words.Phrase("question name contact address");

    /// <summary>How to reach it.</summary>
    public Phrase PhoneOrText { get; } = words.Phrase("phone number");

    /// <summary>How to reach it, and when.</summary>
    public Phrase ContactAndHours { get; } = words.Phrase("contact hours");

    /// <summary>Where answers live, where no script runs.</summary>
    public Phrase NoScript { get; } = words.Phrase("notKept");

    /// <summary>What stands in bold there.</summary>
    public string NoScriptNotKept { get; } = words.Text();

    /// <summary>Ends a form.</summary>
    public string SavedAsYouGo { get; } = words.Text();

    /// <summary>Leads from a form to the workbook.</summary>
    public string SeeInWorkbook { get; } = words.Text();

    /// <summary>Opens what leads up to a tool. <paramref name="extent"/> is what the tool asks for.</summary>
    public string HowItWorks(string extent) => _howItWorks.Fill(extent);

    /// <summary>Opens the list of partners where none is chosen yet.</summary>
    public string WhichPartner { get; } = words.Text();

    /// <summary>Opens the list of a tool's parts.</summary>
    public string GoTo { get; } = words.Text();

    /// <summary>Leads to the comparison of partners.</summary>
    public string Compare { get; } = words.Text();

    /// <summary>Leads to the map that is drawn of a table.</summary>
    public string TheMap { get; } = words.Text();

    /// <summary>Leads to what is not answered yet.</summary>
    public string NextOpen { get; } = words.Text();

    /// <summary>Heads an assessment on its own page.</summary>
    public string TheQuestions { get; } = words.Text();

    /// <summary>Heads a checklist on its own page.</summary>
    public string TheSteps { get; } = words.Text();

    /// <summary>Heads a worksheet on its own page.</summary>
    public string TheWorksheet { get; } = words.Text();

    /// <summary>The first, empty option of a list.</summary>
    public string Choose { get; } = words.Text();

    /// <summary>A label with the question it belongs to; all but the label is for screen readers.</summary>
    public Phrase QuestionNumber { get; } = words.Phrase("label number");

    /// <summary>The same after a label that is a question.</summary>
    public Phrase EvidenceNumber { get; } = words.Phrase("label number");

    /// <summary>The same for a note.</summary>
    public Phrase NoteOn { get; } = words.Phrase("label number");

    /// <summary>Opens the note on a question.</summary>
    public string AddNote { get; } = words.Text();

    /// <summary>Under the label of what an answer rests on.</summary>
    public string EvidenceHint { get; } = words.Text();

    /// <summary>Under the label of a note.</summary>
    public string NoteHint { get; } = words.Text();

    /// <summary>Opens the columns of a row that do not show at once.</summary>
    public string MoreOfRow { get; } = words.Text();

    /// <summary>The same with what the row is called, for screen readers.</summary>
    public Phrase MoreOf { get; } = words.Phrase("label row");

    /// <summary>Heads the tools that belong to no principle.</summary>
    public string ForAllPrinciples { get; } = words.Text();

    /// <summary>Which of the three ways to open files is for what.</summary>
    public Phrase WaysIn { get; } = words.Phrase("open bring colleagues");

    /// <summary>Heads the choice where answers are kept.</summary>
    public string WhereAnswersAre { get; } = words.Text();

    /// <summary>Stands under the heading of results until there are some.</summary>
    public string ResultsHint { get; } = words.Text();

    /// <summary>Heads the tools on the page of the workbook.</summary>
    public string EveryTool { get; } = words.Text();

    /// <summary>Stands under it.</summary>
    public string EveryToolHint { get; } = words.Text();

    /// <summary>Leads to the page of a tool.</summary>
    public string ToolPage { get; } = words.Text();

    /// <summary>The same with the title of the tool; all but the label is for screen readers.</summary>
    public Phrase ToolPageOf { get; } = words.Phrase("label title");

    /// <summary>The label of the search field.</summary>
    public string SearchLabel { get; } = words.Text();

    /// <summary>In place of the field where scripts are off.</summary>
    public string SearchNeedsScript { get; } = words.Text();

    /// <summary>Starts the search.</summary>
    public string Search { get; } = words.Text();

    /// <summary>Heads the list of all pages.</summary>
    public string AllPages { get; } = words.Text();

    /// <summary>Heads a page at an old address.</summary>
    public string Moved { get; } = words.Text();

    /// <summary>The title of the page for addresses that lead nowhere.</summary>
    public string NotFoundTitle { get; } = words.Text();

    /// <summary>What it says.</summary>
    public string NotFoundDescription { get; } = words.Text();

    /// <summary>A number as it stands in running text: small ones in words.</summary>
    public string Number(int number) => number >= 0 && number < _numbers.Count ? _numbers[number] : WrittenNumber.Of(number);

    /// <summary>A day, such as <c>November 21, 2026</c>.</summary>
    public string Day(DateOnly day) => _day.Fill(_months[day.Month - 1], Digits(day.Day), Digits(day.Year));

    /// <summary>The size of a file, such as <c>46 KB</c> or <c>1.2 MB</c>.</summary>
    public string Size(int bytes) => bytes < 1_000_000
        ? _kilobytes.Fill(WrittenNumber.Of(Math.Max(1, (bytes + 1023) / 1024)))
        : _megabytes.Fill(WrittenNumber.Of(bytes / 1_048_576d, 1));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
