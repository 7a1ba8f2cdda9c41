namespace Toolkit.Model;

/// <summary>Where each instrument is at home: on its tool page, or else on the first page that holds it.</summary>
internal sealed class InstrumentPages
{
    private readonly Dictionary<string, Page> _homes = [];

    /// <summary>Looks through all pages once.</summary>
    public InstrumentPages(IEnumerable<Page> pages)
    {
        foreach (var page in pages.OrderBy(p => p.Kind == PageKind.Tool ? 0 : 1))
        {
            foreach (var instrument in BlockText.All(page.Blocks).OfType<Instrument>())
            {
                _homes.TryAdd(instrument.Id, page);
            }
        }
    }

    /// <summary>The page of an instrument; null if no page holds it.</summary>
    public Page? this[string instrument] => _homes.GetValueOrDefault(instrument);
}
