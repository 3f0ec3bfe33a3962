using Streamix.Streaming.Tests.Edge.Hosting;

namespace Streamix.Streaming.Tests.Edge;

/// <summary>The real nginx.</summary>
public sealed class ServingTests(EdgeHost host) : IClassFixture<EdgeHost>
{
    [Fact]
    public async Task Get_OfASegment_IsWholeAndFromTheCacheTheSecondTime()
    {
        var content = host.Add("video/480p/whole.m4s");
        using var first = await host.GetAsync("video/480p/whole.m4s");
        using var second = await host.GetAsync("video/480p/whole.m4s");
        (await first.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        Header(first, "Edge-Cache").ShouldBe("MISS");
        Header(second, "Edge-Cache").ShouldBe("HIT");
        second.Content.Headers.ContentType!.MediaType.ShouldBe("video/iso.segment");
        second.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        Header(second, "Access-Control-Allow-Origin").ShouldBe("*");
        host.Store.Fills.Count(key => key.EndsWith("whole.m4s", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("bytes=0-99", 0, 100, "bytes 0-99/100000")]
    [InlineData("bytes=99900-", 99_900, 100, "bytes 99900-99999/100000")]
    [InlineData("bytes=-10", 99_990, 10, "bytes 99990-99999/100000")]
    public async Task Get_OfARange_Is206FromTheFirstRequestOn(string range, int start, int count, string told)
    {
        var file = $"video/480p/range{Guid.NewGuid():n}.m4s";
        var content = host.Add(file);
        for (var i = 0; i < 2; i++)
        {
            using var response = await SendAsync(HttpMethod.Get, TokenTable.PathOf(TokenTable.Token(), file), ("Range", range));
            response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
            response.Content.Headers.ContentRange!.ToString().ShouldBe(told);
            (await response.Content.ReadAsByteArrayAsync()).ShouldBe(content[start..(start + count)]);
        }

        host.Store.Fills.Count(key => key.EndsWith(file, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_OfARangeOutside_Is416AndNotKept()
    {
        host.Add("video/480p/outside.m4s");
        for (var i = 0; i < 2; i++)
        {
            using var response = await SendAsync(HttpMethod.Get, TokenTable.PathOf(TokenTable.Token(), "video/480p/outside.m4s"), ("Range", "bytes=100000-"));
            response.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
            response.Content.Headers.ContentRange!.ToString().ShouldBe("bytes */100000");
            Header(response, "Access-Control-Allow-Origin").ShouldBe("*");
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Get_OfWhatTheViewerHas_Is304()
    {
        host.Add("video/480p/known.m4s");
        using var first = await host.GetAsync("video/480p/known.m4s");
        using var again = await SendAsync(HttpMethod.Get, TokenTable.PathOf(TokenTable.Token(), "video/480p/known.m4s"), ("If-None-Match", first.Headers.ETag!.ToString()));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        Header(again, "Access-Control-Allow-Origin").ShouldBe("*");
        again.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
    }

    [Fact]
    public async Task Head_OfASegment_HasItsLengthAndNoBody()
    {
        host.Add("video/480p/head.m4s");
        using var response = await SendAsync(HttpMethod.Head, TokenTable.PathOf(TokenTable.Token(), "video/480p/head.m4s"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(100_000);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_OfWhatIsNotThere_Is404AndNotKept()
    {
        using var response = await host.GetAsync("video/480p/none.m4s");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        Header(response, "Access-Control-Allow-Origin").ShouldBe("*");
    }

    public static TheoryData<string> Names => TokenScriptTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Get_OfAPathOfTheTable_IsAnsweredAsTheTableSays(string name)
    {
        var asked = TokenTable.Cases[name];
        using var response = await host.Viewer.GetAsync(asked.Path);
        if (asked.Verdict == "ok")
        {
            response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
            return;
        }

        // A token that is no token at all does not even look like a path of ours.
        response.StatusCode.ShouldBe(name == "without a payload" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);
        if (response.StatusCode == HttpStatusCode.Forbidden)
            (await response.Content.ReadAsStringAsync()).ShouldBe($"{asked.Verdict}\n");
        response.Headers.CacheControl?.Public.ShouldBeFalse();
    }

    [Theory]
    [InlineData("{good}/../../../../../../etc/passwd")]
    [InlineData("{good}/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("{good}/..%2f..%2f..%2fsecret")]
    [InlineData("{prefix}video/480p/../720p/00001.m4s")]
    [InlineData("{prefix}video/480p/%2e%2e/720p/00001.m4s")]
    [InlineData("{prefix}../20261122120000-10/480p.m3u8")]
    [InlineData("{prefix}video/480p/00001.m4s%0d%0aX-Evil:%201")]
    [InlineData("{prefix}video/480p/00001.m4s%00.mp4")]
    [InlineData("{prefix}video//480p//..//720p/00001.m4s")]
    [InlineData("{prefix}720p.m3u8%0a")]
    [InlineData("{prefix}480p.m3u8%0a")]
    public async Task Get_OfAPathThatLeavesItsPackage_GetsNothing(string shape)
    {
        host.Add("video/720p/00001.m4s");
        host.Add("720p.m3u8");
        host.Store.Add(TokenTable.OtherPrefix + "480p.m3u8", 10);
        var token = $"/t/{TokenTable.Token().Write(Contracts.Edges.PathKey.Of(TokenTable.Secret))}";
        var target = shape.Replace("{good}", token, StringComparison.Ordinal).Replace("{prefix}", $"{token}/{TokenTable.Prefix}", StringComparison.Ordinal);
        (await RawRequest.StatusAsync(host.Address, target)).ShouldBeOneOf(400, 403, 404);
    }

    [Fact]
    public async Task Options_FromAPage_IsAnsweredForAll()
    {
        using var response = await SendAsync(HttpMethod.Options, TokenTable.PathOf(TokenTable.Token()), ("Origin", "https://streamix.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "range"));
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(response, "Access-Control-Allow-Origin").ShouldBe("*");
        Header(response, "Access-Control-Allow-Headers").ShouldContain("Range");
        Header(response, "Access-Control-Allow-Methods").ShouldContain("GET");
        Header(response, "Access-Control-Max-Age").ShouldBe("86400");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Write_OfAnyKind_Is405(string method)
    {
        using var response = await SendAsync(new HttpMethod(method), TokenTable.PathOf(TokenTable.Token()));
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Healthz_OfTheEdge_IsOk() => (await host.Viewer.GetStringAsync("healthz")).ShouldBe("ok\n");

    [Theory]
    [InlineData("/")]
    [InlineData("/status")]
    [InlineData("/warm/a")]
    [InlineData("/nginx.conf")]
    [InlineData("/t/")]
    public async Task Get_OfAnythingElse_Is404(string path)
    {
        using var response = await host.Viewer.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_OfOneSegmentByAHerd_IsOneFill()
    {
        var content = host.Add("video/480p/herd.m4s", 1_000_000);
        host.Store.Slowness = TimeSpan.FromMilliseconds(300);
        try
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
            {
                using var response = await host.GetAsync("video/480p/herd.m4s");
                return (response.StatusCode, Bytes: await response.Content.ReadAsByteArrayAsync());
            }));
            answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK && a.Bytes.SequenceEqual(content));
        }
        finally
        {
            host.Store.Slowness = TimeSpan.Zero;
        }

        host.Store.Fills.Count(key => key.EndsWith("herd.m4s", StringComparison.Ordinal)).ShouldBe(1);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await host.Viewer.SendAsync(request);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
}
