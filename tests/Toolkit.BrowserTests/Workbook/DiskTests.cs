using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Workbook;

/// <summary>What lies on the disk: never the words that were typed, and all of them after a crash.</summary>
public sealed class DiskTests(GuideSite site)
{
    /// <summary>A word that stands nowhere else.</summary>
    private const string Canary = "Kanarienvogel7Q";

    private static readonly string Field = $"[name=\"{Team.Organizations}.r1.who\"]";

    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("exit")]
    [InlineData("erase")]
    [InlineData("lock")]
    public async Task The_words_are_nowhere_in_the_profile_after(string deed)
    {
        using var profile = new TemporaryFolder();
        using var playwright = await Playwright.CreateAsync();
        await using (var context = await Chromium.LaunchWithProfileAsync(playwright, profile.Path))
        {
            var page = await TypeAsync(context, onThisComputer: deed != "exit", inThePlanToo: true);
            switch (deed)
            {
                case "exit":
                    await page.RouteAsync("https://**", route => route.FulfillAsync(new() { Body = "<title>weather</title>", ContentType = "text/html" }));
                    for (var press = 0; press < 3; press++)
                    {
                        await page.Keyboard.PressAsync("Shift");
                    }

                    await page.WaitForFunctionAsync("() => document.title === 'weather'");
                    break;
                default:
                    await DoAsync(page, deed);
                    break;
            }
        }

        Assert.Empty(FilesWithTheCanary(profile.Path));
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task A_killed_browser_loses_nothing_that_the_page_said_was_saved()
    {
        using var profile = new TemporaryFolder();
        using var playwright = await Playwright.CreateAsync();
        var context = await Chromium.LaunchWithProfileAsync(playwright, profile.Path);
        var page = await TypeAsync(context, onThisComputer: true);
        var closed = new TaskCompletionSource();
        context.Close += (_, _) => closed.TrySetResult();
        var browser = await context.NewCDPSessionAsync(page);
        // Never answered: there is nobody left to answer.
        _ = browser.SendAsync("Browser.crash").ContinueWith(sent => sent.Exception, TaskScheduler.Default);
        await closed.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience), TestContext.Current.CancellationToken);

        await using var again = await Chromium.LaunchWithProfileAsync(playwright, profile.Path);
        var after = await again.NewPageAsync();
        await GoAsync(after, Team.Map);
        await Assertions.Expect(after.Locator(Field)).ToHaveValueAsync(Canary);
    }

    /// <summary>Old sealed bytes may lie in the browser's files for a while; what opens them does not.</summary>
    [Theory(Timeout = GuideSite.Limit)]
    [InlineData("lock")]
    [InlineData("part")]
    [InlineData("erase")]
    [InlineData("erase", true)]
    public async Task A_key_that_was_replaced_or_erased_is_nowhere_in_the_profile(string deed, bool killed = false)
    {
        using var profile = new TemporaryFolder();
        using var playwright = await Playwright.CreateAsync();
        List<byte[]> former = [];
        byte[]? present = null;
        await using (var context = await Chromium.LaunchWithProfileAsync(playwright, profile.Path))
        {
            var page = await TypeAsync(context, onThisComputer: true);
            var (before, sealedBefore) = await KeptAsync(page);
            former.Add(before!);
            // It is there to be found, and in one file alone.
            Assert.Single(FilesWith(profile.Path, before!));
            Assert.NotEmpty(FilesWith(profile.Path, sealedBefore));

            // A key of its own for each: what hands one over to the next is gone too.
            await DoAsync(page, "part");
            former.Add((await SettledAsync(page, before))!);
            if (deed != "part")
            {
                await DoAsync(page, deed);
                if (deed == "lock")
                {
                    // No key at all lies there. Until somebody unlocks, the one of before may, sealed by the passphrase, for what other pages wrote under it.
                    await LockAsync(page);
                }
                else
                {
                    present = await SettledAsync(page, former[1]);
                }
            }
            else
            {
                (present, former) = (former[1], [before!]);
            }

            Assert.Empty(FilesWith(profile.Path, [.. former]));
            if (killed)
            {
                var closed = new TaskCompletionSource();
                context.Close += (_, _) => closed.TrySetResult();
                var browser = await context.NewCDPSessionAsync(page);
                _ = browser.SendAsync("Browser.crash").ContinueWith(sent => sent.Exception, TaskScheduler.Default);
                await closed.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience), TestContext.Current.CancellationToken);
            }
        }

        Assert.Empty(FilesWith(profile.Path, [.. former]));
        Assert.Empty(FilesWithTheCanary(profile.Path));
        if (present is not null)
        {
            Assert.Single(FilesWith(profile.Path, present));
        }
    }

    [Fact(Timeout = GuideSite.Limit)]
    public async Task The_key_of_a_passphrase_is_nowhere_in_the_profile_not_even_while_it_is_open()
    {
        using var profile = new TemporaryFolder();
        using var playwright = await Playwright.CreateAsync();
        byte[] key, half;
        await using (var context = await Chromium.LaunchWithProfileAsync(playwright, profile.Path))
        {
            var page = await TypeAsync(context, onThisComputer: true);
            await GoAsync(page, Team.Everything);
            await page.GetByText("Lock with a passphrase").ClickSteadyAsync();
            await page.GetByLabel("Passphrase", new() { Exact = true }).FillAsync(Team.Passphrase);
            await page.GetByLabel("The same passphrase again").FillAsync(Team.Passphrase);
            await page.GetByRole(AriaRole.Button, new() { Name = "Set the passphrase" }).ClickSteadyAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Lock now" }).WaitForAsync();
            var (salt, iterations) = await LockAsync(page);
            key = Rfc2898DeriveBytes.Pbkdf2(Team.Passphrase, salt, iterations, HashAlgorithmName.SHA256, 32);
            half = Convert.FromBase64String((await page.EvaluateAsync<string>("() => window.name")).Split(' ')[1]);
            // It is open on the next page without being typed again.
            await GoAsync(page, Team.Map);
            await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync(Canary);
            await page.Locator(Field).PressSequentiallyAsync(" more");
            await page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        Assert.Empty(FilesWith(profile.Path, key, half));
        Assert.Empty(FilesWithTheCanary(profile.Path));
    }

    /// <summary>Erases everything, or a part (a tool without answers), or locks.</summary>
    private async Task DoAsync(IPage page, string deed)
    {
        switch (deed)
        {
            case "erase":
                await page.Locator("[data-keeper-erase]").ClickSteadyAsync();
                await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickSteadyAsync();
                await page.GetByText("Everything was erased here").WaitForAsync();
                break;
            case "part":
                await GoAsync(page, Team.Everything);
                await page.GetByText("Erase a part", new() { Exact = true }).ClickSteadyAsync();
                await page.GetByLabel("What to erase").SelectOptionAsync("tool community-map");
                await page.GetByRole(AriaRole.Button, new() { Name = "Erase this" }).ClickSteadyAsync();
                break;
            default:
                await GoAsync(page, Team.Everything);
                await page.GetByText("Lock with a passphrase").ClickSteadyAsync();
                await page.GetByLabel("Passphrase", new() { Exact = true }).FillAsync("four plain words here");
                await page.GetByLabel("The same passphrase again").FillAsync("four plain words here");
                await page.GetByRole(AriaRole.Button, new() { Name = "Set the passphrase" }).ClickSteadyAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Lock now" }).ClickSteadyAsync();
                await page.Locator("[data-keeper-status]", new() { HasText = "Locked" }).WaitForAsync();
                break;
        }
    }

    /// <summary>The key that lies in the database, and the whole workbook as it lies there, sealed.</summary>
    private static async Task<(byte[]? Key, byte[] Sealed)> KeptAsync(IPage page)
    {
        var found = await page.EvaluateAsync<int[][]>(
            """
            async () => {
              const result = request => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error) })
              const name = (await indexedDB.databases()).find(database => database.name.startsWith('toolkit ')).name
              const database = await result(indexedDB.open(name))
              const objects = database.transaction('workbook').objectStore('workbook')
              const [head, opener, whole] = await Promise.all(['head', 0, 'whole'].map(key => result(objects.get(key))))
              database.close()
              const { key, handover } = opener ?? head
              return [[...key ?? []], [...handover ?? []], [...whole]]
            }
            """);
        byte[] Bytes(int i) => [.. found[i].Select(b => (byte)b)];
        // While keys are handed over, the one of before lies beside, sealed.
        return (found[1].Length > 0 ? [] : found[0].Length == 0 ? null : Bytes(0), Bytes(2));
    }

    /// <summary>The key that lies in the database once it is another one, and every page had the time to hear of it.</summary>
    private static async Task<byte[]?> SettledAsync(IPage page, byte[]? before)
    {
        using var late = new CancellationTokenSource(Visit.Patience);
        while (true)
        {
            var (key, _) = await KeptAsync(page);
            if (key is not { Length: 0 } && !(key is not null && before is not null && key.AsSpan().SequenceEqual(before)))
            {
                return key;
            }

            late.Token.ThrowIfCancellationRequested();
            await page.EvaluateAsync("() => new Promise(done => { requestAnimationFrame(done) })");
        }
    }

    private static async Task<(byte[] Salt, int Iterations)> LockAsync(IPage page)
    {
        var found = await page.EvaluateAsync<int[]>(
            """
            async () => {
              const result = request => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error) })
              const name = (await indexedDB.databases()).find(database => database.name.startsWith('toolkit ')).name
              const database = await result(indexedDB.open(name))
              const objects = database.transaction('workbook').objectStore('workbook')
              const [{ lock }, { key }] = await Promise.all(['head', 0].map(key => result(objects.get(key))))
              database.close()
              return key === null ? [lock.iterations, ...lock.salt] : []
            }
            """);
        return ([.. found.Skip(1).Select(b => (byte)b)], found[0]);
    }

    private async Task<IPage> TypeAsync(IBrowserContext context, bool onThisComputer, bool inThePlanToo = false)
    {
        context.SetDefaultTimeout(Visit.Patience);
        context.SetDefaultNavigationTimeout(Visit.Patience);
        var page = await context.NewPageAsync();
        if (onThisComputer)
        {
            await GoAsync(page, Team.Everything);
            await page.GetByRole(AriaRole.Radio, new() { Name = "On this computer" }).CheckSteadyAsync();
            await page.Locator("[data-keeper-status]", new() { HasText = "this computer" }).WaitForAsync();
        }

        if (inThePlanToo)
        {
            // Browsers write what stands in fields to the disk, for when they come back: fields of ours are left out of that.
            await GoAsync(page, Team.Everything);
            var plan = page.Locator("[data-part=plan]");
            await plan.DispatchEventAsync("focusin");
            await plan.GetByRole(AriaRole.Button, new() { Name = "Add a step of your own" }).ClickSteadyAsync();
            await plan.GetByLabel("What we will do").FillAsync(Canary);
            await plan.GetByLabel("First step").FillAsync(Canary);
            await page.Locator("html:not([data-unwritten])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        await GoAsync(page, Team.Map);
        await page.Locator(Field).FocusAsync();
        await page.Keyboard.TypeAsync(Canary);
        await page.Locator("html:not([data-unwritten]) .keeper__dot--kept").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(site.Address + path);
        await Visit.StartedAsync(page);
    }

    private static List<string> FilesWithTheCanary(string folder) => FilesWith(folder, Encoding.UTF8.GetBytes(Canary), Encoding.Unicode.GetBytes(Canary));

    /// <summary>What is in a file; nothing where the browser has just taken it away.</summary>
    private static byte[] BytesOf(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Files that hold any of these, as they are or in base64, wherever in a longer text they stand.</summary>
    private static List<string> FilesWith(string folder, params byte[][] secrets)
    {
        string[] texts = [.. secrets.SelectMany(InBase64)];
        byte[][] forms = [.. secrets, .. texts.Select(Encoding.UTF8.GetBytes), .. texts.Select(Encoding.Unicode.GetBytes)];
        return
        [
            .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
               where new FileInfo(file).LinkTarget is null
               let bytes = BytesOf(file)
               where forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0)
               select Path.GetRelativePath(folder, file),
        ];
    }

    /// <summary>What base64 makes of bytes with any number of others before and behind them: without the digits that depend on those.</summary>
    private static IEnumerable<string> InBase64(byte[] secret) => Enumerable.Range(0, 3).Select(before =>
    {
        var bits = 8 * (before + secret.Length);
        var from = ((8 * before) + 5) / 6;
        return Convert.ToBase64String([.. new byte[before], .. secret])[from..(bits / 6)];
    });
}
