using System.Collections.Concurrent;
using Toolkit.Model;

namespace Toolkit.Reading;

/// <summary>Gathers everything found, so that a run reports all of it and fails once. Safe from several threads.</summary>
public sealed class ProblemLog
{
    private readonly ConcurrentBag<Problem> _problems = [];

    /// <summary>What was found, in order of file, line, column and code.</summary>
    public IReadOnlyList<Problem> All => [.. _problems.Distinct()
        .OrderBy(p => p.Position?.File ?? "", StringComparer.Ordinal)
        .ThenBy(p => p.Position?.Line ?? 0)
        .ThenBy(p => p.Position?.Column ?? 0)
        .ThenBy(p => p.Code, StringComparer.Ordinal)
        .ThenBy(p => p.Message, StringComparer.Ordinal)];

    /// <summary>Whether anything found forbids writing.</summary>
    public bool HasErrors => _problems.Any(p => p.Severity == Severity.Error);

    /// <summary>Adds an error.</summary>
    public void Error(string code, SourcePosition? at, string message, string advice) =>
        _problems.Add(new Problem(Severity.Error, code, at, message, advice));

    /// <summary>Adds a problem of a weight that a setting chose; nothing where it is null.</summary>
    public void Add(Severity? severity, string code, SourcePosition? at, string message, string advice)
    {
        if (severity is { } weight)
        {
            _problems.Add(new Problem(weight, code, at, message, advice));
        }
    }

    /// <summary>Adds a warning.</summary>
    public void Warning(string code, SourcePosition? at, string message, string advice) =>
        _problems.Add(new Problem(Severity.Warning, code, at, message, advice));
}
