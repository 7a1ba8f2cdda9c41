using System.IO.Compression;
using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>What people and programs do to a filled file: as much as is left is read, and what could not be read is said.</summary>
[Collection(FilledGuideCollection.Name)]
public sealed class WhateverHappenedTests(FilledGuide guide)
{
    private const int Rows = 12;
    private const string Table = "expectations.give-and-take";

    private static readonly string ByHand = File.ReadAllText(Repository.At("tests/Toolkit.Tests/RoundTrips/by-hand.bas"));

    [Theory]
    [InlineData("expectations", Table, "ours", "theirs")]
    [InlineData("action-plan", "action-plan.steps", "first-step", "who")]
    public async Task Rows_added_moved_deleted_and_typed_over_in_LibreOffice_are_read(string document, string table, string one, string other)
    {
        var made = Path.Combine(guide.Folder("by-hand"), document + ".docx");
        var columns = await Columns(table);
        await WriterMacro.Run(
            ByHand.Replace("COLUMN1", Letter(one), StringComparison.Ordinal).Replace("COLUMN2", Letter(other), StringComparison.Ordinal),
            "EditRows", FilledFile(document + ".docx"), made);

        var before = await guide.Read(FilledFile(document + ".docx"));
        var read = await guide.Read(made);

        // r5 was deleted, r13 moved before r9, and two rows are new.
        Assert.Equal(["r1", "r24", "r3", "r7", "r13", "r9", "r11", "r15", "r17", "r19", "r21", "r23", "r25"], read.Rows[table]);
        Assert.Equal(["r24", "r25"], read.AddedRows[table]);
        Dictionary<string, string> typed = new()
        {
            [$"{table}.r24.{one}"] = "A new row in the middle",
            [$"{table}.r24.{other}"] = "Zeile & línea",
            [$"{table}.r25.{one}"] = "A new row at the end",
            [$"{table}.r7.{one}"] = "Typed over the field",
        };
        Assert.Equal(typed, read.Answers.Where(a => typed.ContainsKey(a.Key)).ToDictionary());
        Assert.Equal(
            before.Answers.Where(a => !typed.ContainsKey(a.Key) && !a.Key.StartsWith(table + ".r5.", StringComparison.Ordinal) && a.Value.Length > 0).ToDictionary(),
            read.Answers.Where(a => !typed.ContainsKey(a.Key) && a.Value.Length > 0).ToDictionary());
        Assert.All(read.Remarks, remark => Assert.Equal("by-position", remark.Kind));

        string Letter(string column) => $"{(char)('A' + columns.IndexOf(column))}";
    }

    /// <summary>The community map has a card for each organization. Here somebody copied one with a program that leaves text alone.</summary>
    [Fact]
    public async Task A_card_that_was_copied_without_its_fields_is_read_by_its_labels()
    {
        const string organizations = "community-map.organizations";
        var made = Path.Combine(guide.Folder("cards"), "community-map.docx");
        File.Copy(Path.Combine(guide.Site, "downloads", "community-map.docx"), made, overwrite: true);
        using (var file = await ZipFile.OpenAsync(made, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            var part = file.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(await part.OpenAsync(TestContext.Current.CancellationToken)))
            {
                xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            }

            var card = Regex.Matches(xml, @"<w:tr>(?:(?!</w:tr>).)*?community-map\.organizations\.r\d+\.who.*?</w:tr>", RegexOptions.Singleline)[^1].Value;
            // Who likes to remove a row can.
            Assert.DoesNotContain("sdtLocked", card, StringComparison.Ordinal);
            var bare = Regex.Replace(card, @"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>|<w:bookmark(?:Start|End)[^>]*>", "", RegexOptions.Singleline);
            var end = xml.LastIndexOf(card, StringComparison.Ordinal) + card.Length;
            var table = xml.IndexOf("</w:tbl>", end, StringComparison.Ordinal);
            part.Delete();
            await using var written = new StreamWriter(await file.CreateEntry("word/document.xml").OpenAsync(TestContext.Current.CancellationToken));
            await written.WriteAsync(xml[..table] + Regex.Replace(bare, "Write here", "Harbor Street Bakery", RegexOptions.None, TimeSpan.FromSeconds(10)) + xml[table..]);
        }

        var read = await guide.Read(made);

        var row = Assert.Single(read.AddedRows[organizations]);
        Assert.Equal("Harbor Street Bakery", read.Answers[$"{organizations}.{row}.who"]);
        Assert.Equal("", read.Answers.GetValueOrDefault($"{organizations}.{row}.sector", ""));
        Assert.Contains(read.Remarks, remark => remark is { Kind: "by-position" } && remark.Field == $"{organizations}.{row}.who");
    }

    [Theory]
    [InlineData("odt")]
    [InlineData("doc")]
    [InlineData("rtf")]
    public async Task Word_files_that_went_through_another_kind_of_file_come_back(string kind)
    {
        var (there, back) = (guide.Folder("as-" + kind), guide.Folder("from-" + kind));
        await Programs.Convert(guide.Instruments(Rows, ".docx"), kind, there);
        await Programs.Convert(Directory.GetFiles(there, "*." + kind), "docx", back);

        await guide.Compare(Rows, Directory.GetFiles(back, "*.docx"), "compare-bare");
    }

    [Fact]
    public async Task Of_a_deleted_table_every_field_is_said_to_be_gone_and_none_to_be_emptied()
    {
        var made = Path.Combine(guide.Folder("deleted"), "partner-vetting.docx");
        await WriterMacro.Run(ByHand, "DeleteTable", FilledFile("partner-vetting.docx"), made);

        var before = await guide.Read(FilledFile("partner-vetting.docx"));
        var read = await guide.Read(made);

        Assert.Equal("Two Rivers College", read.Partners["partner-vetting"]);
        var gone = before.Answers.Keys.Except(read.Answers.Keys).ToList();
        Assert.NotEmpty(gone);
        Assert.Equal(gone.Order(StringComparer.Ordinal), read.Remarks.Where(r => r.Kind == "missing-field").Select(r => r.Field!).Order(StringComparer.Ordinal));
        Assert.All(read.Answers, answer => Assert.Equal(before.Answers[answer.Key], answer.Value));
    }

    [Fact]
    public async Task Word_files_that_AbiWord_saved_come_back()
    {
        var abiword = Programs.Need("abiword");
        var folder = guide.Folder("abiword");
        foreach (var file in guide.Instruments(Rows, ".docx"))
        {
            await Programs.Run(abiword, ["--to=docx", "--to-name=" + Path.Combine(folder, Path.GetFileName(file)), file]);
        }

        // It keeps text and bookmarks, and nothing else.
        await guide.Compare(Rows, Directory.GetFiles(folder, "*.docx"), "compare-bare");
    }

    [Fact]
    public async Task PDFs_that_pdfjs_filled_come_back()
    {
        var folder = guide.Folder("pdfjs");
        var fill = Repository.At("tests/pdfjs");
        if (!Directory.Exists(Path.Combine(fill, "node_modules", "pdfjs-dist")))
        {
            var npm = await Programs.Run(Programs.Need("npm"), ["ci", "--omit=optional", "--no-audit", "--no-fund"], TimeSpan.FromMinutes(3), fill);
            Assert.True(npm.ExitCode == 0, npm.Output + npm.Errors);
        }

        var files = guide.Instruments(Rows, ".form.json").SelectMany(answers =>
        {
            var document = Path.GetFileName(answers)[..^".form.json".Length];
            return new[] { Path.Combine(guide.Site, "downloads", document + ".pdf"), answers, Path.Combine(folder, document + ".form.pdf") };
        });
        var result = await Programs.Run(Programs.Need("node"), [Path.Combine(fill, "fill.mjs"), .. files], TimeSpan.FromMinutes(2));
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);

        await guide.Compare(Rows, Directory.GetFiles(folder, "*.pdf"));
    }

    [Fact]
    public async Task Of_a_flattened_PDF_it_is_said_that_it_has_no_fields_any_more()
    {
        var folder = guide.Folder("flat");
        var files = guide.Instruments(Rows, ".pdf");
        foreach (var file in files)
        {
            await Programs.Run(Programs.Need("pdftk"), [file, "output", Path.Combine(folder, Path.GetFileName(file)), "flatten"]);
        }

        var read = await guide.Read([.. files.Select(file => Path.Combine(folder, Path.GetFileName(file)))]);

        Assert.Equal(files.Select(Path.GetFileNameWithoutExtension), read.Select(r => r.Document));
        Assert.All(read, r => Assert.Empty(r.Answers));
        Assert.All(read, r => Assert.Equal("no-fields", Assert.Single(r.Remarks).Kind));
    }

    [Fact]
    public async Task A_PDF_that_was_printed_to_a_PDF_is_refused_since_nothing_in_it_says_what_it_was()
    {
        var made = Path.Combine(guide.Folder("printed"), "expectations.pdf");
        await Programs.Run(Programs.Need("pdftocairo"), ["-pdf", FilledFile("expectations.pdf"), made]);

        Assert.Equal("not-ours", (await guide.Read(made)).Refused);
    }

    [Fact]
    public async Task Two_PDFs_that_were_put_into_one_are_both_read()
    {
        var made = Path.Combine(guide.Folder("joined"), "both.pdf");
        await Programs.Run(Programs.Need("pdftk"), [FilledFile("expectations.pdf"), FilledFile("readiness.pdf"), "cat", "output", made]);

        var read = await guide.Read(made);

        var each = await guide.Read([FilledFile("expectations.pdf"), FilledFile("readiness.pdf")]);
        Assert.Equal(each.SelectMany(r => r.Answers).OrderBy(a => a.Key, StringComparer.Ordinal), read.Answers.OrderBy(a => a.Key, StringComparer.Ordinal));
        Assert.Empty(read.Remarks);
    }

    [Theory]
    [InlineData("expectations.docx", "plan.pdf")]
    [InlineData("expectations.pdf", "Kopie von Plan (2).docx")]
    [InlineData("partner-vetting.pdf", "no-ending")]
    public async Task A_file_is_known_by_what_is_in_it_not_by_its_name(string file, string name)
    {
        var renamed = Path.Combine(guide.Folder("renamed"), name);
        File.Copy(FilledFile(file), renamed, overwrite: true);

        var read = await guide.Read(renamed);

        Assert.Equal((await guide.Read(FilledFile(file))).Answers, read.Answers);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), read.Document);
    }

    [Fact]
    public async Task A_PDF_that_was_locked_with_a_password_is_refused_with_the_reason()
    {
        var made = Path.Combine(guide.Folder("locked"), "expectations.pdf");
        await Programs.Run(Programs.Need("qpdf"), ["--encrypt", "one", "two", "256", "--", FilledFile("expectations.pdf"), made]);

        Assert.Equal("encrypted", (await guide.Read(made)).Refused);
    }

    /// <summary>Columns of a table in the order of the guide.</summary>
    private async Task<List<string>> Columns(string table)
    {
        var read = await guide.Read(Path.Combine(guide.Site, "downloads", table[..table.IndexOf('.', StringComparison.Ordinal)] + ".docx"));
        return [.. read.Answers.Keys.Where(id => id.StartsWith(table + ".r1.", StringComparison.Ordinal)).Select(id => id[(id.LastIndexOf('.') + 1)..])];
    }

    private string FilledFile(string name) => guide.Files(Rows, Path.GetExtension(name)).Single(f => Path.GetFileName(f) == name);
}
