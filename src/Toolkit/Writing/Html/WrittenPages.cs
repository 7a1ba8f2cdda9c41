namespace Toolkit.Writing.Html;

/// <summary>The written pages, and the files that they load.</summary>
public sealed class WrittenPages
{
    private const string Downloads = "downloads";

    private readonly IReadOnlyList<PageContext> _contexts;
    private readonly IReadOnlyList<OutputFile> _pages;
    private readonly IReadOnlyList<OutputFile> _others;

    internal WrittenPages(IReadOnlyList<PageContext> contexts, IReadOnlyList<OutputFile> pages, IReadOnlyList<OutputFile> others) =>
        (_contexts, _pages, _others) = (contexts, pages, others);

    /// <summary>These and the pages of other languages. What is the same in several of them is there once.</summary>
    internal WrittenPages With(IReadOnlyList<WrittenPages> editions) => editions.Count == 0 ? this : new(
        [.. _contexts, .. editions.SelectMany(e => e._contexts)],
        [.. _pages, .. editions.SelectMany(e => e._pages)],
        // Files with hashed names hold the same where they are called the same.
        [.. _others.Concat(editions.SelectMany(e => e._others)).DistinctBy(f => f.Path)]);

    /// <summary>All of them, in a fixed order.</summary>
    public IReadOnlyList<OutputFile> Files => [.. _pages, .. _others];

    /// <summary>Whether a page lists what can be downloaded.</summary>
    public bool OffersDownloads => _contexts.Any(ListsDownloads);

    /// <summary>Whether readers are offered to keep the guide on a device.</summary>
    internal static bool KeepsOnDevice(Model.Site site) => site.Settings.KeepOnDevice && site.Pages.Any(p => p.Layout == Downloads);

    /// <summary>The same files with pages that offer all of the site at once.</summary>
    /// <param name="whole">The site as one file; null where it is not offered.</param>
    /// <param name="keep">Whether it can be kept on a device.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<OutputFile>> WithAsync(WholeToolkit? whole, bool keep, CancellationToken cancellation)
    {
        if (whole is null && !keep)
        {
            return Files;
        }

        foreach (var shared in _contexts.Select(c => c.Shared).Distinct())
        {
            (shared.Whole, shared.KeepsOnDevice) = (whole, keep);
        }

        var anew = (await HtmlWriter.RenderAsync([.. _contexts.Where(ListsDownloads)], cancellation)).ToDictionary(f => f.Path);
        return [.. _pages.Select(p => anew.GetValueOrDefault(p.Path, p)), .. _others];
    }

    private static bool ListsDownloads(PageContext page) => page.Page.Layout == Downloads;
}
