namespace Toolkit.Words;

/// <summary>What Word files and PDFs say.</summary>
public sealed class DocumentWords(WordSource words)
{
    private readonly Phrase _guideVersion = words.Phrase("version");
    private readonly Phrase _dated = words.Phrase("label format");
    private readonly Phrase _optionOf = words.Phrase("question option");
    private readonly Phrase _partnerOf = words.Phrase("partner tool");
    private readonly Phrase _fieldOf = words.Phrase("tool label");
    private readonly Phrase _phoneOrText = words.Phrase("phone number");

    /// <summary>Heads the table of contents.</summary>
    public string Contents { get; } = words.Text();

    /// <summary>Heads where a document comes from.</summary>
    public string About { get; } = words.Text();

    /// <summary>Over the title in Word files.</summary>
    public Phrase PrincipleTitled { get; } = words.Phrase("number all title");

    /// <summary>In the foot of a page: which version of the guide this is.</summary>
    public string GuideVersion(string version) => _guideVersion.Fill(version);

    /// <summary>In the foot of a page; both numbers are fields.</summary>
    public Phrase PageNumber { get; } = words.Phrase("page pages");

    /// <summary>In the foot of a page, where the credit is too long to stand there itself.</summary>
    public string CreditAtEnd { get; } = words.Text();

    /// <summary>Heads the numbers of questions.</summary>
    public string Number { get; } = words.Text();

    /// <summary>Heads the answers of an assessment.</summary>
    public string YourAnswer { get; } = words.Text();

    /// <summary>Opens an assessment in Word.</summary>
    public string HowToAnswer { get; } = words.Text();

    /// <summary>Opens a worksheet in Word.</summary>
    public string HowToFill { get; } = words.Text();

    /// <summary>Opens a checklist in Word.</summary>
    public string HowToTick { get; } = words.Text();

    /// <summary>Under a table that grows.</summary>
    public string AddRows { get; } = words.Text();

    /// <summary>Under the field for the partner in a PDF.</summary>
    public string PartnerHint { get; } = words.Text();

    /// <summary>How a date is written: year, month, day.</summary>
    public string DateFormat { get; } = words.Text();

    /// <summary>How a date is written where the month comes first, then the day.</summary>
    public string DateFormatMonthFirst { get; } = words.Text();

    /// <summary>The same in the Spanish of the United States.</summary>
    public string DateFormatDayFirst { get; } = words.Text();

    /// <summary>The label of a date with how it is written, as screen readers say it.</summary>
    public string Dated(string label, string format) => _dated.Fill(label, format);

    /// <summary>An option with its question, as screen readers say it.</summary>
    public string OptionOf(string question, string option) => _optionOf.Fill(question, option);

    /// <summary>The field for the partner, where there are several, as screen readers say it.</summary>
    public string PartnerOf(string partner, string tool) => _partnerOf.Fill(partner, tool);

    /// <summary>A field with its tool, where another tool asks the same, as screen readers say it.</summary>
    public string FieldOf(string tool, string label) => _fieldOf.Fill(tool, label);

    /// <summary>The options of a list that drops down, in print.</summary>
    public Phrase ChooseOne { get; } = words.Phrase("options");

    /// <summary>Between a word in bold and what it means, or which choices it has.</summary>
    public string Explained { get; } = words.Text();

    /// <summary>Before the words of a picture that Word does not show.</summary>
    public string PictureLeftOut { get; } = words.Text();

    /// <summary>How answers come back from a file.</summary>
    public Phrase BringBack { get; } = words.Phrase("page");

    /// <summary>The help line in a PDF; the question is strong, the address is a link.</summary>
    public Phrase HelpLineOnPaper { get; } = words.Phrase("question name phone address");

    /// <summary>The same with its hours.</summary>
    public Phrase HelpLineOnPaperWithHours { get; } = words.Phrase("question name phone hours address");

    /// <summary>How to reach the help line, in a PDF.</summary>
    public string PhoneOrText(string phone, string number) => _phoneOrText.Fill(phone, number);

    /// <summary>The help line in Word; the ways to reach it stand with commas between them.</summary>
    public Phrase HelpLine { get; } = words.Phrase("question name ways address");

    /// <summary>Heads the tools that stand in no chapter of the whole guide.</summary>
    public string MoreTools { get; } = words.Text();

    /// <summary>Behind the name of a page that no document holds.</summary>
    public string OnSiteAlone { get; } = words.Text();

    /// <summary>Stands in a document to be read for a table that grows.</summary>
    public Phrase TableOf { get; } = words.Phrase("columns");

    /// <summary>Stands where a tool is used a second time.</summary>
    public Phrase StandsEarlier { get; } = words.Phrase("title");

    /// <summary>What reports of the workbook say that Word files are made of in the browser.</summary>
    public ReportWords Report { get; } = new(words.Group());
}

/// <summary>What reports of the workbook say that Word files are made of in the browser.</summary>
public sealed class ReportWords(WordSource words)
{
    /// <summary>The title of the results.</summary>
    public string Title { get; } = words.Text();

    /// <summary>What results are, and what they are not.</summary>
    public string SelfAssessment { get; } = words.Text();

    /// <summary>Names the place of the rule.</summary>
    public string Rule { get; } = words.Text();

    /// <summary>Heads results.</summary>
    public string Result { get; } = words.Text();

    /// <summary>Heads the results of each area.</summary>
    public string ByArea { get; } = words.Text();

    /// <summary>Heads the questions with which help is wanted.</summary>
    public string HelpWhere { get; } = words.Text();

    /// <summary>What was decided about a partner, in a comparison.</summary>
    public string Decided { get; } = words.Text();

    /// <summary>Heads the partners in a comparison.</summary>
    public string AtAGlance { get; } = words.Text();

    /// <summary>Heads the questions of a comparison.</summary>
    public string ByQuestion { get; } = words.Text();

    /// <summary>Under the heading of the questions.</summary>
    public string Order { get; } = words.Text();

    /// <summary>Heads the answers of an earlier time.</summary>
    public string Then { get; } = words.Text();

    /// <summary>Heads the answers of a later time.</summary>
    public string Now { get; } = words.Text();

    /// <summary>Heads what became of answers between the two.</summary>
    public string Change { get; } = words.Text();

    /// <summary>Names the views of colleagues that are compared.</summary>
    public string Views { get; } = words.Text();

    /// <summary>Heads what they say.</summary>
    public string Said { get; } = words.Text();

    /// <summary>Heads the word for how far they lie apart.</summary>
    public string Spread { get; } = words.Text();

    /// <summary>Heads what the workbook itself says.</summary>
    public string Ours { get; } = words.Text();

    /// <summary>Names the table of a plan.</summary>
    public string Steps { get; } = words.Text();

    /// <summary>The title of all answers.</summary>
    public string Everything { get; } = words.Text();

    /// <summary>Heads what is in the document.</summary>
    public string Summary { get; } = words.Text();

    /// <summary>The title of the board of the community map, and of its rows.</summary>
    public string Map { get; } = words.Text();

    /// <summary>Names what the map shows, in one sentence.</summary>
    public string MapShows { get; } = words.Text();

    /// <summary>Title of the record of a meeting.</summary>
    public string Meeting { get; } = words.Text();

    /// <summary>Names who was there, as roles.</summary>
    public string MeetingRoles { get; } = words.Text();

    /// <summary>Names how many questions a meeting looked at.</summary>
    public string MeetingLooked { get; } = words.Text();

    /// <summary>Heads what a meeting agreed on.</summary>
    public string MeetingAgreed { get; } = words.Text();

    /// <summary>Heads the answers that were agreed on.</summary>
    public string MeetingAnswer { get; } = words.Text();

    /// <summary>Heads the reasons of these.</summary>
    public string MeetingWhy { get; } = words.Text();

    /// <summary>Heads who sees an answer differently.</summary>
    public string MeetingDiffer { get; } = words.Text();

    /// <summary>Heads the steps that a meeting made.</summary>
    public string MeetingSteps { get; } = words.Text();

    /// <summary>Names questions that were put aside.</summary>
    public string MeetingParked { get; } = words.Text();

    /// <summary>Names questions that were left open.</summary>
    public string MeetingOpen { get; } = words.Text();

    /// <summary>Names the day on which the team looks again.</summary>
    public string MeetingAgain { get; } = words.Text();

    /// <summary>Heads how close the agency is to the organizations beside it.</summary>
    public string MapCloseness { get; } = words.Text();

    /// <summary>Heads the organizations.</summary>
    public string MapOrganizations { get; } = words.Text();

    /// <summary>What a text is called that the answers of a worksheet become.</summary>
    public string Draft { get; } = words.Text();

    /// <summary>What such a text is.</summary>
    public string DraftIs { get; } = words.Text();

    /// <summary>What to do with it.</summary>
    public string DraftNext { get; } = words.Text();
}
