using Microsoft.Playwright;

namespace Toolkit.BrowserTests.Support;

/// <summary>
/// A browser that does not answer, in one thing or another, until it is told to: what it was asked happens, and nobody hears of
/// it. Time is the test's: nothing waits for it.
/// </summary>
public static class Silence
{
    private const string Script = """
        (() => {
          // A blank page has none of it.
          if (!('SubtleCrypto' in window)) return
          const silent = new Set(location.hash === '#silent' ? NAMES : [])
          const held = []
          const tell = (name, act) => { if (silent.has(name)) held.push(act); else act() }
          const names = new WeakMap()
          const remember = (type, ...methods) => {
            for (const name of methods) {
              const real = type.prototype[name]
              type.prototype[name] = function (...given) {
                const request = real.apply(this, given)
                names.set(request, name)
                return request
              }
            }
          }
          remember(IDBFactory, 'open')
          remember(IDBObjectStore, 'get', 'getAll', 'put', 'clear')
          const hear = (type, event, nameOf) => {
            Object.defineProperty(type.prototype, `on${event}`, {
              set (listener) { this.addEventListener(event, e => { tell(nameOf(this), () => { listener.call(this, e) }) }) }
            })
          }
          hear(IDBRequest, 'success', request => names.get(request))
          hear(IDBTransaction, 'complete', () => 'complete')
          const later = (object, ...methods) => {
            for (const name of methods) {
              const real = object[name]
              object[name] = function (...given) {
                const answer = real.apply(this, given)
                return new Promise((done, failed) => { tell(name, () => { answer.then(done, failed) }) })
              }
            }
          }
          later(IDBFactory.prototype, 'databases')
          later(SubtleCrypto.prototype, 'importKey', 'encrypt', 'decrypt', 'deriveBits')
          later(Blob.prototype, 'arrayBuffer')
          window.silence = (...what) => { for (const name of what) silent.add(name) }
          window.speak = () => {
            silent.clear()
            for (const act of held.splice(0)) act()
          }
        })()
        """;

    /// <summary>
    /// Pages that are opened from now on can be silenced; one at <c>#silent</c> is from the start.
    /// </summary>
    /// <param name="visit">Whose browser it is.</param>
    /// <param name="what">Names of what does not answer at <c>#silent</c>.</param>
    public static async Task PrepareAsync(Visit visit, params string[] what)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await visit.Context.Clock.InstallAsync();
        await visit.Context.AddInitScriptAsync(Script.Replace("NAMES", $"[{string.Join(',', what.Select(w => $"'{w}'"))}]", StringComparison.Ordinal));
    }

    /// <summary>From now on the page hears no more of this.</summary>
    public static Task SilenceAsync(this IPage page, params string[] what)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.EvaluateAsync("what => { silence(...what) }", what);
    }

    /// <summary>The browser answers all that it was asked.</summary>
    public static Task SpeakAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.EvaluateAsync("() => { speak() }");
    }

    /// <summary>Lets time pass until something is to be seen, and no more than a minute of it.</summary>
    public static async Task PassUntilAsync(this IPage page, ILocator seen)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(seen);
        for (var seconds = 0; seconds < 70 && await seen.CountAsync() == 0; seconds++)
        {
            await page.Context.Clock.RunForAsync(1000);
        }

        await seen.First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
