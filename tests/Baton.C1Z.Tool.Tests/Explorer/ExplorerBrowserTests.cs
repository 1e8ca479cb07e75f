namespace Baton.C1ZTool.Tests;

/// <summary>The page as people have it, in a real browser. Pictures go to artifacts/explorer.</summary>
public sealed class ExplorerBrowserTests(Chromium browser) : ExplorerTest, IClassFixture<Chromium>
{
    const int Down = 40, Tab = 9, Enter = 13, Slash = 191, Escape = 27;

    [Fact]
    public async Task Search_Open_Graph_AndDiff_InOneWalk()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var page = await OpenAsync(run);
        Assert.Contains("company.c1z", await page.TextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("136", await page.TextAsync(".stats"), StringComparison.Ordinal);
        await page.PictureAsync("overview");

        await page.EvaluateAsync("document.getElementById('q').focus()");
        await page.TypeAsync("ali");
        await page.UntilAsync("location.hash === '#/search?q=ali' && document.querySelectorAll('[data-rows] tr').length === 1");
        await page.PictureAsync("search");
        await page.EvaluateAsync("document.querySelector('[data-rows] a').click()");
        await page.ShownAsync("#/resource/user/alice");
        Assert.Equal("Alice", await page.TextAsync("h1"));
        var access = await page.TextAsync();
        Assert.Matches("Engineering\\s+member\\s+direct", access);
        Assert.Matches("Alice\\s+Engineering\\s+member\\s+Everybody\\s+member\\s+Administrator\\s+assigned", access);
        Assert.Contains("Research & <b>Development</b>", access, StringComparison.Ordinal);
        await page.PictureAsync("principal");

        await page.EvaluateAsync("[...document.querySelectorAll('[data-rows] a')].find(a => a.href.includes('/graph/role')).click()");
        await page.ShownAsync("#/graph/role%3Aadmin%3Aassigned?type=user&id=alice");
        await page.UntilAsync("document.querySelectorAll('.graph-lines g').length === 2");
        Assert.Equal("3 boxes, 3 on the way, alice", await page.EvaluateAsync(
            "`${document.querySelectorAll('.graph-box').length} boxes, ${document.querySelectorAll('.graph-box.on-path').length} on the way, ${document.querySelector('.graph-box li.on-path a').title.split(':')[1]}`") is { } drawn ? (string?)drawn : null);
        Assert.Matches("Administrator\\s+assigned\\s+held directly by .*\\s+and by everyone who holds\\s+Everybody", (await page.TextAsync("#words")).ReplaceLineEndings(" "));
        await page.PictureAsync("graph");

        await page.GoAsync("#/entitlement/role%3Aadmin%3Aassigned");
        await page.PictureAsync("entitlement");
        await page.GoAsync("#/compare");
        await page.UntilAsync("document.querySelectorAll('[data-rows] tr').length === 4");
        Assert.Matches("Resources\\s*\\+2 ~1 −1", await page.TextAsync(".tabs"));
        Assert.Contains("display_name \"Alicia\" is now \"Alice\"", await page.TextAsync(), StringComparison.Ordinal);
        await page.PictureAsync("diff");
        AssertQuiet(page, run);
    }

    [Fact]
    public async Task AnInheritedGrant_ShowsItsPath()
    {
        await using var run = await StartAsync(await CompanyAsync(isExpanded: true));
        var page = await OpenAsync(run);
        await page.GoAsync("#/entitlement/group%3Aall%3Amember");
        await page.EvaluateAsync("[...document.querySelectorAll('.pager button')].find(b => b.textContent === 'Next').click()");
        await page.UntilAsync("document.querySelector('.pager').textContent.includes('Page 2')");
        await page.EvaluateAsync("[...document.querySelectorAll('.pager button')].find(b => b.textContent === 'Next').click()");
        const string Row = "[...document.querySelectorAll('[data-rows] tr')].find(row => row.textContent.startsWith('Alice'))";
        await page.UntilAsync($"{Row} !== undefined");
        Assert.Matches("Alice\\s+through\\s+Engineering\\s+member", (string)(await page.EvaluateAsync($"{Row}.innerText"))!);
        await page.EvaluateAsync($"{Row}.querySelector('button').click()");
        await page.UntilAsync($"{Row}.querySelectorAll('.path li').length === 3");
        Assert.Matches("Alice\\s+Engineering\\s+member\\s+Everybody\\s+member", (string)(await page.EvaluateAsync($"{Row}.querySelector('.path').innerText"))!);
        await page.GoAsync("#/resource/user/alice");
        Assert.Matches("Administrator\\s+assigned\\s+inherited\\s+Alice\\s+Engineering\\s+member\\s+Everybody\\s+member\\s+Administrator\\s+assigned", await page.TextAsync());
        AssertQuiet(page, run);
    }

    [Fact]
    public async Task AHostileName_IsTextEverywhere()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var page = await OpenAsync(run);
        foreach (var hash in new[] { "#/search?q=script", "#/resource/user/mallory", "#/entitlement/role%3Aadmin%3Aassigned", "#/graph/role%3Aadmin%3Aassigned?type=user&id=mallory", "#/compare" })
        {
            await page.GoAsync(hash);
            await page.UntilAsync("document.querySelector('main').textContent.includes('<script>')");
            var text = await page.TextAsync();
            Assert.Contains("<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\\x07\\u202egnp.exe", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\u202e", text, StringComparison.Ordinal);
            Assert.Equal(0, (int?)await page.EvaluateAsync("document.querySelectorAll('main script, main img').length"));
            Assert.DoesNotMatch("^owned|[\u0007\u202e]", (string)(await page.EvaluateAsync("document.title"))!);
        }
        await page.PictureAsync("hostile");
        // Nor could anybody make markup of text by mistake: the browser refuses.
        Assert.Equal("TypeError", (string?)await page.EvaluateAsync("(() => { try { document.querySelector('main').innerHTML = '<b>x</b>'; return 'done'; } catch (e) { return e.name; } })()"));
        Assert.All(page.Requests, request => Assert.StartsWith(run.Address.AbsoluteUri, request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheKeyboard_IsEnough()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var page = await OpenAsync(run);
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.PressAsync("Tab", Tab);
        await page.UntilAsync("document.activeElement.id === 'skip' && document.activeElement.getBoundingClientRect().top >= 0");
        await page.PressAsync("Enter", Enter);
        await page.UntilAsync("document.activeElement.id === 'main'");
        Assert.Equal("#/", (string?)await page.EvaluateAsync("location.hash || '#/'"));

        await page.PressAsync("/", Slash);
        await page.UntilAsync("document.activeElement.id === 'q'");
        await page.TypeAsync("user 12");
        await page.UntilAsync("document.querySelectorAll('[data-rows] tr').length === 10");
        await page.PressAsync("ArrowDown", Down);
        await page.PressAsync("ArrowDown", Down);
        await page.UntilAsync("document.activeElement.textContent === 'User 121'");
        Assert.NotEqual("none", (string?)await page.EvaluateAsync("getComputedStyle(document.activeElement).outlineStyle"));
        await page.PressAsync("Enter", Enter);
        await page.ShownAsync("#/resource/user/u121");
        await page.UntilAsync("document.activeElement.tagName === 'H1'");
        await page.PressAsync("Escape", Escape);
        await page.UntilAsync("document.activeElement.id === 'q'");

        // Whatever takes the focus has a name, and what is a control has a label.
        Assert.Equal("", (string?)await page.EvaluateAsync(
            "[...document.querySelectorAll('a, button, select, input')].filter(e => !e.textContent.trim() && !e.ariaLabel && !e.labels?.length).map(e => e.outerHTML).join()"));
        AssertQuiet(page, run);
    }

    [Fact]
    public async Task LightAndDark_FollowTheSystem_AndTheButton()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var light = await OpenAsync(run);
        Assert.Equal("light", (string?)await light.EvaluateAsync("document.documentElement.dataset.theme"));
        var dark = await OpenAsync(run, isDark: true);
        await dark.GoAsync("#/graph/role%3Aadmin%3Aassigned");
        const string Ground = "getComputedStyle(document.body).backgroundColor";
        Assert.Equal("rgb(15, 19, 29)", (string?)await dark.EvaluateAsync(Ground));
        await dark.PictureAsync("graph-dark");
        await dark.GoAsync("#/resource/group/all");
        await dark.PictureAsync("resource-dark");
        await dark.EvaluateAsync("document.getElementById('theme').click()");
        Assert.Equal((string?)await light.EvaluateAsync(Ground), (string?)await dark.EvaluateAsync(Ground));
        await dark.EvaluateAsync("location.reload()");
        await dark.UntilAsync("document.documentElement.dataset.ready && document.documentElement.dataset.theme === 'light'");
        AssertQuiet(dark, run);
    }

    [Fact]
    public async Task InANarrowWindow_NothingIsCutOff()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var page = await OpenAsync(run);
        foreach (var hash in new[] { "#/", "#/search?q=a", "#/resource/user/alice", "#/entitlement/group%3Aall%3Amember", "#/compare" })
        {
            await page.GoAsync(hash);
            foreach (var width in new[] { 340, 380, 761, 961 })
            {
                await page.WidthAsync(width);
                Assert.Equal($"{hash} at {width}: 0", $"{hash} at {width}: {await page.EvaluateAsync("document.documentElement.scrollWidth - document.documentElement.clientWidth")}");
            }
            await page.WidthAsync(340);
            await page.PictureAsync("narrow-" + hash.Split('/', '?')[1]);
        }
        AssertQuiet(page, run);
    }

    [Fact]
    public async Task LongLists_AreShownAPageAtATime()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var page = await OpenAsync(run);
        await page.GoAsync("#/resource/group/all?tab=contents");
        const string Rows = "document.querySelectorAll('[data-rows] tr').length";
        Assert.Equal(50, (int?)await page.EvaluateAsync(Rows));
        const string Click = "[...document.querySelectorAll('.pager button')].find(b => b.textContent === '{0}').click()";
        await page.EvaluateAsync(Click.Replace("{0}", "Next", StringComparison.Ordinal));
        await page.UntilAsync("document.querySelector('.pager').textContent.includes('Page 2')");
        await page.EvaluateAsync(Click.Replace("{0}", "Next", StringComparison.Ordinal));
        await page.UntilAsync($"document.querySelector('.pager').textContent.includes('Page 3') && {Rows} === 30");
        await page.EvaluateAsync(Click.Replace("{0}", "Previous", StringComparison.Ordinal));
        await page.UntilAsync("document.querySelector('[data-rows] a').textContent === 'User 050'");
        AssertQuiet(page, run);
    }

    [Fact]
    public async Task ALargeFile_IsSearched_Drawn_AndCompared_WithoutHoldingIt()
    {
        await using var run = await StartAsync(await LargeAsync());
        var page = await OpenAsync(run);
        const string Rows = "document.querySelectorAll('[data-rows] tr').length";
        await page.GoAsync("#/search?q=19999");
        await page.UntilAsync($"{Rows} === 1 && document.querySelector('[data-rows] a').textContent === 'User 19999'");
        await page.EvaluateAsync("document.querySelector('[data-rows] a').click()");
        await page.ShownAsync("#/resource/user/u19999");
        Assert.Matches("Group 099\\s+member\\s+direct", await page.TextAsync());
        await page.GoAsync("#/search?type=user");
        Assert.Equal(50, (int?)await page.EvaluateAsync(Rows));
        await page.GoAsync("#/resource/group/g100");
        Assert.Equal(51, (int?)await page.EvaluateAsync(Rows)); // its entitlement, and a page of grants
        await page.GoAsync("#/graph/role%3Aadmin%3Aassigned?type=user&id=u00001");
        await page.UntilAsync("document.querySelectorAll('.graph-lines g').length === 8");
        Assert.Equal("9 boxes, 1 way", (string?)await page.EvaluateAsync("`${document.querySelectorAll('.graph-box').length} boxes, ${document.querySelectorAll('.graph-lines g .on-path').length / 2} way`"));
        Assert.Contains("more sources", await page.TextAsync(), StringComparison.Ordinal);
        await page.PictureAsync("graph-large");
        await page.GoAsync("#/compare?kind=grants");
        await page.UntilAsync("document.querySelector('.tabs [aria-current]').textContent === 'Grants+0 ~0 −200' && document.querySelector('.pager').textContent.includes('Page 1')");
        Assert.Equal(50, (int?)await page.EvaluateAsync(Rows));
        AssertQuiet(page, run);
    }

    [Fact]
    public async Task WithoutTheToken_TheBrowserGetsAWord()
    {
        await using var run = await StartAsync(await CompanyAsync());
        var page = await browser.OpenAsync(new Uri(run.Address, "/").AbsoluteUri, cancellationToken: Cancel);
        await page.UntilAsync("document.body.textContent.includes('open the whole address')");
        Assert.DoesNotContain("company", await page.TextAsync("body"), StringComparison.Ordinal);
    }

    async Task<BrowserPage> OpenAsync(ExplorerRun run, bool isDark = false)
    {
        var page = await browser.OpenAsync(run.Address.AbsoluteUri, isDark, Cancel);
        await page.ShownAsync("#/");
        return page;
    }

    /// <summary>Nothing left this program's own address, and the browser has nothing to complain about.</summary>
    static void AssertQuiet(BrowserPage page, ExplorerRun run)
    {
        Assert.NotEmpty(page.Requests);
        Assert.All(page.Requests, request => Assert.StartsWith(run.Address.AbsoluteUri, request, StringComparison.Ordinal));
        Assert.Empty(page.Problems);
    }
}
