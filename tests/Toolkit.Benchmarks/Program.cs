// What is fast, measured beside a peer. Run by hand on a quiet computer, never by dotnet test:
//   dotnet run -c Release --project tests/Toolkit.Benchmarks                      the table of docs/performance.md
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- build 10 100      other numbers of chapters
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- documents         files filled and read in Chromium on a slow CPU
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- browser           a big workbook in Chromium on a slow CPU
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- colleagues        200 files of colleagues in Chromium on a slow CPU
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- first             the first question beside a bare page and SurveyJS, on a slow phone
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- workbook          My workbook, which holds every tool, on a slow phone
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- browser FOLDER    only writes its guide and its workbook
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- map               keys in a map of many organizations, on a slow CPU
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- guide 100 FOLDER  only writes the made-up guide, for a look
//   dotnet run -c Release --project tests/Toolkit.Benchmarks -- kills             builds that are killed, or run two at once: is the output whole?
using System.Globalization;
using Toolkit.Benchmarks;
using Toolkit.Benchmarks.Browser;

int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

switch (args)
{
    case [] or ["build"]:
        BuildTable.Print([10, 100, 1000]);
        return 0;
    case ["build", .. var sizes]:
        BuildTable.Print([.. sizes.Select(Number)]);
        return 0;
    case ["documents"]:
        await DocumentsTable.PrintAsync(Directory.GetCurrentDirectory());
        return 0;
    case ["first"]:
        await FirstQuestionTable.PrintAsync();
        return 0;
    case ["workbook"]:
        await WorkbookTable.PrintAsync();
        return 0;
    case ["browser", var folder]:
        BigWorkbook.WriteGuide(Path.Combine(folder, "input"));
        File.WriteAllText(Path.Combine(folder, "big.workbook.json"), BigWorkbook.Json());
        return 0;
    case ["browser"]:
        await BrowserTable.PrintAsync();
        return 0;
    case ["map"]:
        await MapTable.PrintAsync(Directory.GetCurrentDirectory());
        return 0;
    case ["colleagues"]:
        await ColleaguesTable.PrintAsync();
        return 0;
    case ["guide", var chapters, var folder]:
        new MadeGuide(Number(chapters)).WriteForToolkit(Path.Combine(folder, "input"));
        return 0;
    case ["kills"]:
        return KillTable.Print() ? 0 : 1;
    case ["kills", "build", var folder, var output, var steps]:
        return await KillTable.BuildAsync(folder, output, steps);
    default:
        Console.Error.WriteLine("Known: build [chapters …], documents, first, workbook, browser [FOLDER], colleagues, map, guide CHAPTERS FOLDER, kills");
        return 2;
}
