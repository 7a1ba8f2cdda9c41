using Xunit;

namespace Toolkit.BrowserTests.Support;

/// <summary>Walks a page from its first stop of the Tab key to its last, and tells what is wrong on the way.</summary>
public static class TabOrder
{
    /// <summary>The Tab key going down, as the browser is told of it.</summary>
    private static readonly Dictionary<string, object> Tab = new() { ["type"] = "rawKeyDown", ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 };

    /// <summary>Presses between two looks at whether the walk came round.</summary>
    private const int Stride = 12;

    /// <summary>More stops than any page of the guide has: a walk that does not end is a trap.</summary>
    private const int MostStops = 1200;

    /// <summary>
    /// Looks at each stop when the next Tab is pressed: the browser has scrolled to it by then. A stop is in view where a point
    /// of it is not covered by something that floats. The browser can be behind with laying out where the walk came to: a stop
    /// that is not in view holds the walk until the page was drawn some more times.
    /// </summary>
    private const string Watch = """
        () => {
          // From the top, as in a page that was just opened.
          document.body.tabIndex = -1
          document.body.focus()
          document.body.removeAttribute('tabindex')
          const walk = window.walk = { stops: [], findings: [], steps: 0, round: false, held: null, frames: 0 }
          const name = e => `<${e.tagName.toLowerCase()}${e.id === '' ? '' : ` id="${e.id}"`}> “${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)}”`
          const inView = e => [...e.getClientRects()].some(b => b.width > 0 && b.height > 0 && [0.1, 0.5, 0.9].some(x => [0.1, 0.5, 0.9].some(y => {
            const top = document.elementFromPoint(b.left + b.width * x, b.top + b.height * y)
            return top !== null && (e.contains(top) || (top.contains(e) && !top.matches('.keeper')))
          })))
          const look = press => {
            const at = document.activeElement
            if (at === null || at === document.body || at === document.documentElement) {
              walk.round = walk.stops.length > 0
              return
            }
            const before = walk.stops.at(-1)
            if (walk.round || before === at) return
            if (before !== undefined && (before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING) !== 0) {
              if (at === walk.stops[0]) walk.round = true
              else walk.findings.push(`${name(at)} comes after ${name(before)}, which stands behind it`)
              return
            }
            if (!inView(at)) {
              if (walk.held !== at) [walk.held, walk.frames] = [at, 0]
              if (walk.frames < 60) {
                press.preventDefault()
                return
              }
              walk.findings.push(`${name(at)} has the focus and is covered or out of view`)
            }
            walk.held = null
            walk.stops.push(at)
            const style = getComputedStyle(at)
            if (style.boxShadow === 'none' && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0)) walk.findings.push(`${name(at)} does not show that it has the focus`)
          }
          window.look ??= addEventListener('keydown', event => {
            if (event.key !== 'Tab') return
            window.walk.look(event)
            if (!event.defaultPrevented) window.walk.steps++
          }, true) ?? true
          walk.look = look
          // How many steps it was so far; none where the walk came round.
          walk.far = async () => {
            while (walk.held !== null && walk.frames < 60 && !inView(walk.held)) {
              await new Promise(done => requestAnimationFrame(done))
              walk.frames++
            }
            return walk.round ? -1 : walk.steps
          }
          walk.tell = inRows => {
            const visited = new Set(walk.stops)
            const groups = new Set(walk.stops.filter(e => e.type === 'radio').map(e => e.name))
            const shown = { visibilityProperty: true, contentVisibilityAuto: false }
            for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
              if (e.tabIndex > 0) walk.findings.push(`${name(e)} has an order of its own`)
              if (e.tabIndex < 0 || e.disabled || e.closest('[inert]') !== null || !e.checkVisibility(shown) || visited.has(e)) continue
              if (e.type === 'radio' && groups.has(e.name)) continue
              walk.findings.push(`${name(e)} is not reached`)
            }
            for (const e of document.querySelectorAll('[data-failed]')) walk.findings.push(`a part did not start: ${name(e.parentElement)}`)
            // In one column, what comes next stands below, or on the same line further on. All boxes in one go, and laid out as
            // they are when they come into view, not as they were guessed to be.
            if (inRows) {
              const whole = new CSSStyleSheet()
              whole.replaceSync('* { content-visibility: visible !important }')
              document.adoptedStyleSheets.push(whole)
              const boxes = walk.stops.map(e => e.getBoundingClientRect())
              document.adoptedStyleSheets.pop()
              walk.stops.forEach((e, i) => {
                const before = walk.stops[i - 1]
                if (before === undefined || !e.matches('main *') || !before.matches('main *')) return
                const [a, b] = [boxes[i - 1], boxes[i]]
                const sameLine = b.top < a.bottom - 4 && a.top < b.bottom - 4
                if (sameLine ? b.left < a.left - 4 && b.top < a.top - 4 : b.top < a.top - 4) walk.findings.push(`${name(e)} stands above ${name(before)}, which comes first`)
              })
            }
            return { stops: walk.stops.length, findings: [...new Set(walk.findings)] }
          }
        }
        """;

    /// <summary>What is wrong with the order, the reach and the sight of the page's stops.</summary>
    /// <param name="visit">A page that was just opened.</param>
    /// <param name="inRows">Whether the page is one column, so that order can be seen.</param>
    public static async Task<IEnumerable<string>> FindingsAsync(Visit visit, bool inRows)
    {
        ArgumentNullException.ThrowIfNull(visit);
        // A part that comes when it comes near would come into the page behind a walker as fast as this one.
        await visit.AllPartsAsync();
        await visit.Page.EvaluateAsync(Watch);
        var keyboard = await visit.Context.NewCDPSessionAsync(visit.Page);
        while (await visit.Page.EvaluateAsync<int>("() => window.walk.far()") is >= 0 and var steps)
        {
            if (steps > MostStops || TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                return ["the Tab key does not come round: it is caught on the way"];
            }

            // One after the other, without a word in between: the browser works through them in order.
            await Task.WhenAll(Enumerable.Range(0, Stride).Select(_ => keyboard.SendAsync("Input.dispatchKeyEvent", Tab)));
        }

        await keyboard.DetachAsync();

        var told = await visit.Page.EvaluateAsync<Walk>("inRows => window.walk.tell(inRows)", inRows);
        return told.Stops < 10 ? [.. told.Findings, $"only {told.Stops} stops"] : told.Findings;
    }

    /// <summary>What a walk found.</summary>
    private sealed record Walk
    {
        /// <summary>How many controls had the focus.</summary>
        public int Stops { get; init; }

        /// <summary>What is wrong.</summary>
        public string[] Findings { get; init; } = [];
    }
}
