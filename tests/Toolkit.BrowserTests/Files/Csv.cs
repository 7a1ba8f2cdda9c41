using System.Text;

namespace Toolkit.BrowserTests.Files;

/// <summary>Reads comma-separated values as RFC 4180 writes them.</summary>
public static class Csv
{
    /// <summary>The rows of a file, its mark of UTF-8 left out.</summary>
    public static List<List<string>> Read(string path) => Parse(File.ReadAllText(path, Encoding.UTF8));

    /// <summary>The rows of a text; line breaks in cells are <c>\n</c>.</summary>
    public static List<List<string>> Parse(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        var cell = new StringBuilder();
        var quoted = false;
        text = text.TrimStart('\ufeff').Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        return rows;
    }
}
