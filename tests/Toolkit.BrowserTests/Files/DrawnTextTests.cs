using System.Text;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>
/// PDFs filled by the browser in scripts that their own font has no letters for: it draws these as pictures. Every PDF of the
/// guide, every field of it, and as accessible, sound and readable again as a blank one.
/// </summary>
public sealed class DrawnTextTests(GuideSite site)
{
    /// <summary>Fills a PDF with the scripts of the site itself; each text field with the next of the texts. The file, and what is wrong with it.</summary>
    private const string Fill = """
        async ([id, texts]) => {
          const { guide, documents, drawing } = window.provided
          const definition = guide.documents.find(d => d.id === id)
          const blank = Uint8Array.from(atob(window.provided['pdf/' + id]), c => c.charCodeAt(0))
          const answers = new Map()
          const rows = new Map()
          let next = 0
          const put = (field, id) => {
            const text = texts[next++ % texts.length]
            answers.set(id, { text: text.replaceAll('\n', ' '), long: text, check: 'yes', date: '2026-03-14', choice: field.options?.[next % field.options.length].id }[field.kind])
          }
          for (const instrument of guide.instruments.filter(i => definition.instruments.includes(i.id))) {
            for (const part of instrument.parts) {
              if ('field' in part) put(part.field, part.field.id)
              else {
                const { table } = part
                const keys = table.fixedRows?.map(row => row.key) ?? Array.from({ length: table.blankRows }, (_, i) => `r${i + 1}`)
                if (table.fixedRows === undefined) rows.set(table.id, keys)
                for (const key of keys) for (const column of table.columns) put(column, `${table.id}.${key}.${column.id}`)
              }
            }
          }
          const content = { guide, document: definition, answers, rows, partner: { id: 'p1', name: texts[0] } }
          const filled = await documents.fillPdf(blank, content, drawing)
          const again = await documents.fillPdf(blank, content, drawing)
          const read = await documents.read(filled.bytes, guide)
          const wrong = [...answers].filter(([id, answer]) => read.answers[id] !== answer).map(([id]) => id)
          if (filled.bytes.length !== again.bytes.length || filled.bytes.some((byte, i) => byte !== again.bytes[i])) wrong.push('the same answers gave other bytes')
          wrong.push(...read.remarks.map(remark => `${remark.kind} ${remark.field}`), ...filled.notShownWhole.map(field => `not whole: ${field}`), ...Object.keys(filled.rowsLeftOut))
          let file = ''
          for (let at = 0; at < filled.bytes.length; at += 8192) file += String.fromCharCode(...filled.bytes.subarray(at, at + 8192))
          return [btoa(file), ...wrong]
        }
        """;

    private static readonly string[] Texts =
    [
        "نعمل معا", "Chúng tôi cùng làm việc", "我们一起工作", "Yes 👍🏽 👩‍👩‍👧", "Plain, señora",
        "نلتقي في Harbor Street 24\nكل أسبوع", "ביחד, 2026", "một dòng\nhai dòng",
    ];

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task Every_PDF_that_the_browser_drew_answers_into_keeps_the_rules_of_PDF_UA_and_is_sound()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync("404.html");
        await visit.Page.EvaluateAsync("() => { window.provided = {}; window.toolkit = { provide: (name, value) => { window.provided[name] = value } } }");
        foreach (var script in new[] { "guide.*.js", "documents.*.js", "drawing.*.js", "pdf-*.js" }.SelectMany(pattern => Directory.GetFiles(Path.Combine(site.Output, "assets"), pattern)))
        {
            await visit.Page.EvaluateAsync(await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken));
        }

        var ids = await visit.Page.EvaluateAsync<string[]>("() => provided.guide.documents.filter(d => d.instruments.length > 0).map(d => d.id)");
        Assert.NotEmpty(ids);
        foreach (var id in ids)
        {
            var filled = await visit.Page.EvaluateAsync<string[]>(Fill, new object[] { id, Texts });
            var bytes = Convert.FromBase64String(filled[0]);
            var path = folder.File(id + ".pdf");
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

            Assert.True(filled.Length == 1, $"{id}: {string.Join(", ", filled.Skip(1))}");
            Assert.Contains("/Ink Do", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.Empty(PdfUaChecker.Check(bytes).Select(finding => $"{id}: {finding}"));
            var check = await Programs.Run(Programs.Need("qpdf"), ["--check", path]);
            Assert.True(check.ExitCode == 0, $"{id}: {check.Output}{check.Errors}");
            Assert.Contains("No syntax or stream encoding errors found", check.Output, StringComparison.Ordinal);
        }

        visit.AssertQuiet();
    }
}
