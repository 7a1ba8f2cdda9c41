using System.Globalization;
using System.Text;
using Toolkit.Blocks;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Toolkit.Words;
using Toolkit.Writing.Pdf;
using Xunit;

namespace Toolkit.Tests.Pdf;

/// <summary>Every document of the guide that this repository holds.</summary>
public sealed class GuideDocumentsTests(PdfEngineFixture engine)
{
    private static readonly Lazy<ReadSite> Whole = new(Read);

    internal static readonly Lazy<Site> Guide = new(() => Whole.Value.Site);

    internal static Site InSpanish => Whole.Value.Editions.Single().Site;

    /// <summary>Whose documents are laid out: the source's, or those in Spanish (<see cref="Spanish"/>).</summary>
    internal static Site LaidOut => Spanish.All ? InSpanish : Guide.Value;

    internal static LanguageWords LaidOutWords => TestWords.Catalogue.For(LaidOut.Settings.Language);

    [Fact]
    public async Task Every_document_conforms_and_holds_its_fields()
    {
        var found = await Task.WhenAll(LaidOut.Documents.Select(async document =>
        {
            var bytes = await Make(document);
            var names = PdfOutline.Terminal(PdfFile.Read(bytes)).Select(f => f.Name).Order();
            return PdfUaChecker.Check(bytes)
                .Concat(names.SequenceEqual(document.Fields.Select(f => f.Id.Value).Order()) ? [] : ["its fields are others"])
                .Select(finding => $"{document.Id}: {finding}");
        }));

        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(f => f));
    }

    [Fact]
    public async Task No_sheet_is_wasted()
    {
        var found = await Task.WhenAll(LaidOut.Documents.Select(async document =>
            (await PdfPages.Wasted(await Make(document), document.Kind == DocumentKind.Guide ? 0.25 : 0.5)).Select(finding => $"{document.Id}: {finding}")));

        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(f => f));
    }

    /// <summary>The last row of a table has the one before it beside it, and so has the first one the second.</summary>
    [Fact]
    public async Task No_row_of_a_table_stands_alone_on_its_page()
    {
        var found = await Task.WhenAll(LaidOut.Documents.Select(async document =>
            PdfPages.RowsAlone(await Make(document)).Select(finding => $"{document.Id}: {finding}")));

        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(f => f));
    }

    /// <summary>The whole guide, and a chapter, lead to the tools that stand in them.</summary>
    [Fact]
    public void Links_to_a_tool_lead_to_where_it_stands_in_the_document()
    {
        var found = LaidOut.Documents.SelectMany(document =>
        {
            var links = PdfLinks.Of(document, LaidOut.Settings);
            var tree = new PdfTree(document, LaidOut.Settings, LaidOutWords, [.. BlockCatalogue.All.Select(kind => kind.Pdf)]).Root().ToJsonString();
            var tools = document.Instruments.Select(i => i.Id).ToHashSet();
            return BlockText.Inlines(document.Blocks).Select(at => at.Inline).OfType<InternalLink>()
                .Where(link => link.Anchor.Length == 0 && link.Page != document.Page && tools.Contains(Path.GetFileNameWithoutExtension(link.Page)))
                .Select(link => (document.Id, link.Page, Leads: links.Target(link) is { } label && tree.Contains($"\"id\":\"{label}\"", StringComparison.Ordinal)));
        }).ToList();

        Assert.Contains(found, f => f.Id == "whole-guide");
        Assert.All(found, f => Assert.True(f.Leads, $"{f.Id}: {f.Page}"));
    }

    /// <summary>However closely a document is set.</summary>
    [Fact]
    public async Task Every_title_stands_right_under_its_principle()
    {
        var principled = LaidOut.Documents.Where(d => d.Kind != DocumentKind.Guide && (d.Instruments.Any(i => i.Principle is not null) || LaidOut.Settings.Principles.Any(p => p.Page == d.Page)));
        var found = await Task.WhenAll(principled.Select(async document => (document.Id, Distance: await PdfPages.Opening(await Make(document)))));

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(Math.Abs(f.Distance - found[0].Distance) < 0.5, $"{f.Id}: {f.Distance}, {found[0].Id}: {found[0].Distance}"));
    }

    /// <summary>Seventeen boxes of an organization, three in a row.</summary>
    [Fact]
    public async Task Boxes_beside_each_other_stand_on_one_line_and_are_of_one_height()
    {
        var map = Guide.Value.Documents.Single(d => d.Id == "community-map");
        var rows = PdfPages.Boxes(await Make(map), "community-map.organizations.r1.").GroupBy(b => (b.Page, b.Bottom)).ToList();

        Assert.Equal([3, 3, 3, 3, 3, 2], rows.OrderByDescending(r => r.Key.Bottom).Select(r => r.Count()));
        Assert.All(rows, row => Assert.Single(row.Select(b => b.Top).Distinct()));
    }

    /// <summary>A screen reader says these names one by one, without the headings over them.</summary>
    [Fact]
    public async Task No_two_fields_of_a_document_have_the_same_name()
    {
        var found = await Task.WhenAll(LaidOut.Documents.Select(async document =>
        {
            var names = PdfFile.Read(await Make(document)).Objects.Values.OfType<PdfDictionary>().Where(o => o.Is("Subtype", "Widget")).Select(w => ((PdfString)w["TU"]!).Text);
            return names.GroupBy(n => n).Where(g => g.Skip(1).Any()).Select(g => $"{document.Id}: {g.Key}");
        }));

        Assert.NotEmpty(found);
        Assert.Empty(found.SelectMany(f => f));
    }

    [Fact]
    public async Task The_first_cell_of_a_row_is_its_header()
    {
        var file = PdfFile.Read(await Make(Guide.Value.Documents.Single(d => d is { Kind: DocumentKind.Guide, IsText: false })));
        var rows = file.Objects.Values.OfType<PdfDictionary>().Where(o => o.Is("S", "TBody")).SelectMany(Kids).Select(row => Kids(row).ToList()).ToList();

        var named = rows.Where(row => row[0].Is("S", "TH")).ToList();
        Assert.NotEmpty(named);
        Assert.All(rows.Except(named), row => Assert.Contains(Inside(row[0]), e => e.Is("S", "Form")));
        Assert.All(named, row =>
        {
            Assert.Equal(new PdfName("Row"), Table(row[0])["Scope"]);
            Assert.All(row.Skip(1), cell => Assert.Contains(((PdfString)row[0]["ID"]!).Text, file.List(Table(cell)["Headers"]).OfType<PdfString>().Select(h => h.Text)));
        });
        var ids = file.List(file.Dictionary(file.Dictionary(file.Catalog["StructTreeRoot"])["IDTree"])["Names"]).OfType<PdfString>().Select(i => i.Text).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
        Assert.All(named, row => Assert.Contains(((PdfString)row[0]["ID"]!).Text, ids));

        IEnumerable<PdfDictionary> Kids(PdfDictionary element) => file.List(element["K"]).Select(file.Resolve).OfType<PdfDictionary>().Where(k => k["S"] is not null);
        IEnumerable<PdfDictionary> Inside(PdfDictionary element) => Kids(element).SelectMany(kid => Inside(kid).Prepend(kid));
        PdfDictionary Table(PdfDictionary cell) => file.List(cell["A"]).Select(file.Resolve).OfType<PdfDictionary>().First(a => a.Is("O", "Table"));
    }

    [Fact]
    public async Task Qpdf_finds_nothing_wrong_with_any()
    {
        var qpdf = Programs.Need("qpdf");
        using var folder = new TemporaryFolder();
        var complaints = await Task.WhenAll(LaidOut.Documents.Select(async document =>
        {
            await File.WriteAllBytesAsync(folder.File(document.Id), await Make(document), TestContext.Current.CancellationToken);
            var result = await Programs.Run(qpdf, ["--check", folder.File(document.Id)]);
            return result.ExitCode == 0 ? "" : result.Output + result.Errors;
        }));

        Assert.All(complaints, Assert.Empty);
    }

    /// <summary>Answers are kept under these ids for years: a change here is one that people notice. Wording may change freely.</summary>
    [Fact]
    public async Task Ids_and_options_of_the_guide_are_the_approved_ones()
    {
        var text = new StringBuilder();
        foreach (var document in Guide.Value.Documents.Where(d => d.Kind == DocumentKind.Instrument))
        {
            text.Append(CultureInfo.InvariantCulture, $"{document.Id}\n{PdfOutline.Ids(await Make(document))}");
        }

        Approved.Text("guide-fields.txt", text.ToString());
    }

    private Task<byte[]> Make(Document document) => LaidOut.Documents.Contains(document)
        ? engine.Make(document, LaidOut.Settings, LaidOutWords)
        : engine.Make(document, Guide.Value.Settings);

    private static ReadSite Read()
    {
        var input = Path.GetFullPath(Path.Combine(PdfEngineFixture.Folder, "..", "..", "input"));
        var log = new ProblemLog();
        return new SiteReader(BlockCatalogue.Reader(), TestWords.Catalogue)
            .Read(InputFiles.In([input], log), new Dictionary<string, string>(), log, TestContext.Current.CancellationToken);
    }
}
