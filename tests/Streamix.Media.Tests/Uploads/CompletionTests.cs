using Streamix.Media.Tests.Catalog;

namespace Streamix.Media.Tests.Uploads;

/// <summary>What goes wrong is told clearly, and can be mended without sending all again.</summary>
public sealed class CompletionTests(AssetScene scene) : IClassFixture<AssetScene>
{
    private static readonly byte[] File = UploadCalls.File(20 << 20, seed: 2);

    [Fact]
    public async Task Complete_MissingPart_SaysWhichAndGoesOn()
    {
        var sending = await SentAsync(1, 3);
        await sending.CompleteAsync().ShouldBeAsync(422, "missing: 2");
        await sending.CompleteAsync([.. Claims(sending, 1, 2, 3)]).ShouldBeAsync(422, "part 2 has not arrived");
        await MendAsync(sending, 2);
    }

    [Fact]
    public async Task Complete_BadOrder_IsRefused()
    {
        var sending = await SentAsync(1, 2, 3);
        await sending.CompleteAsync(Claims(sending, 2, 1, 3)).ShouldBeAsync(422, "1 comes after 2");
        await sending.CompleteAsync(Claims(sending, 1, 2, 2, 3)).ShouldBeAsync(422, "2 comes after 2");
        await sending.CompleteAsync(Claims(sending, 1, 2, 3, 4)).ShouldBeAsync(422, "none of the 3");
        await sending.CompleteAsync([]).ShouldBeAsync(422);
        await sending.CompleteAsync().ShouldBeAsync(200);
    }

    [Fact]
    public async Task Complete_WrongTag_SaysWhichPartAndGoesOn()
    {
        var sending = await SentAsync(1, 2, 3);
        await sending.SendAsync(2, UploadCalls.File(UploadCalls.PartBytes, seed: 3));
        sending.ETags[2] = "\"0123456789abcdef0123456789abcdef\"";
        var answer = await sending.CompleteAsync().ShouldBeAsync(422, "part 2 has another ETag");
        (await Sending.CodeAsync(answer)).ShouldBe("parts-differ");
        await MendAsync(sending, 2);
    }

    [Fact]
    public async Task Complete_WrongSize_SaysWhichPartAndGoesOn()
    {
        var sending = await SentAsync(1, 2, 3);
        await sending.SendAsync(2, UploadCalls.File(6 << 20));
        await sending.SendAsync(3, UploadCalls.File((4 << 20) + 1));
        var text = await (await sending.CompleteAsync().ShouldBeAsync(422, "part 2 has 6291456 bytes in the store instead of 8388608")).Content.ReadAsStringAsync();
        text.ShouldContain("part 3 has 4194305 bytes");
        var arrived = await CatalogHost.JsonAsync(await sending.ArrivedAsync());
        arrived.GetProperty("missing").EnumerateArray().Single().GetProperty("from").GetInt32().ShouldBe(2);
        await sending.SendAsync(3);
        await MendAsync(sending, 2);
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("crc32")]
    public async Task Checksums_OfEachPart_AreCheckedByTheStoreAndCompared(string algorithm)
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File, algorithm);
        sending.Urls.ShouldBeEmpty();
        await sending.SignAsync(new { }).ShouldBeAsync(422, "must have its");
        var sums = Enumerable.Range(1, 3).ToDictionary(n => n, n => Sum(algorithm, sending.Part(n)));
        var urls = await sending.SignedAsync(new { parts = sums.Select(s => new { number = s.Key, checksum = s.Value }) });

        (await UploadCalls.PutAsync(urls[0], UploadCalls.File(UploadCalls.PartBytes, seed: 9))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadCalls.PutAsync(urls[0], sending.Part(1), withHeaders: false)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var url in urls)
            sending.ETags[url.GetProperty("number").GetInt32()] =
                (await UploadCalls.PutAsync(url, sending.Part(url.GetProperty("number").GetInt32()))).Headers.ETag!.Tag;

        await sending.CompleteAsync().ShouldBeAsync(422, "another checksum");
        var wrong = sums.Select(s => new { number = s.Key, etag = sending.ETags[s.Key], checksum = s.Key == 3 ? sums[1] : s.Value });
        await sending.CompleteAsync(wrong).ShouldBeAsync(422, "part 3 has another checksum");
        await sending.CompleteAsync(sums.Select(s => new { number = s.Key, etag = sending.ETags[s.Key], checksum = s.Value })).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Complete_Again_IsTheSameAnswerAndToldOnce()
    {
        var sending = await scene.UploadedAsync(await scene.MovieAsync(), File);
        await sending.CompleteAsync().ShouldBeAsync(200);
        await sending.CompleteAsync().ShouldBeAsync(200);
        (await scene.EventsAsync(sending.Asset, "media.asset.uploaded")).ShouldHaveSingleItem();
        (await Sending.CodeAsync(await sending.SignAsync(new { }).ShouldBeAsync(409))).ShouldBe("upload-completed");
        (await Sending.CodeAsync(await sending.AbortAsync().ShouldBeAsync(409))).ShouldBe("upload-completed");
    }

    [Fact]
    public async Task Complete_ManyAtOnce_IsOneAsset()
    {
        var sending = await SentAsync(1, 2, 3);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sending.CompleteAsync()));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.Conflict);
        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.OK);
        (await scene.EventsAsync(sending.Asset, "media.asset.uploaded")).ShouldHaveSingleItem();
        (await sending.StateAsync()).ShouldBe("completed");
    }

    [Fact]
    public async Task Abort_ThenComplete_IsRefusedAndNothingIsLeft()
    {
        var sending = await SentAsync(1, 2, 3);
        await sending.AbortAsync().ShouldBeAsync(204);
        await sending.AbortAsync().ShouldBeAsync(204);
        (await Sending.CodeAsync(await sending.CompleteAsync().ShouldBeAsync(409))).ShouldBe("upload-aborted");
        (await Sending.CodeAsync(await sending.SignAsync(new { }).ShouldBeAsync(409))).ShouldBe("upload-aborted");
        await scene.SweepAsync();
        (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/")).ShouldBeEmpty();
        (await UploadCalls.PutAsync(sending.Urls[0], sending.Part(1))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var asset = await sending.AssetAsync();
        (asset.GetProperty("state").GetString(), asset.GetProperty("code").GetString()).ShouldBe(("failed", "upload-aborted"));
    }

    [Fact]
    public async Task Abort_WhileCompleting_OneOfThemWins()
    {
        for (var round = 0; round < 5; round++)
        {
            var sending = await scene.StartedAsync(await scene.MovieAsync(), UploadCalls.File(100, round));
            await sending.SendAllAsync();
            var (complete, abort) = (sending.CompleteAsync(), sending.AbortAsync());
            var (completed, aborted) = ((await complete).StatusCode, (await abort).StatusCode);
            await scene.SweepAsync();
            var state = await sending.StateAsync();
            state.ShouldBe(completed == HttpStatusCode.OK ? "completed" : "aborted");
            aborted.ShouldBe(state == "aborted" ? HttpStatusCode.NoContent : HttpStatusCode.Conflict);
            (await scene.KeysAsync(scene.Sources, $"catalog/{sending.Asset}/")).Count.ShouldBe(state == "completed" ? 1 : 0);
            (await scene.EventsAsync(sending.Asset, "media.asset.uploaded")).Count.ShouldBe(state == "completed" ? 1 : 0);
        }
    }

    private static string Sum(string algorithm, byte[] bytes) => algorithm == "sha256" ? UploadCalls.Sha256(bytes) : UploadCalls.Crc32(bytes);

    private static IEnumerable<object> Claims(Sending sending, params int[] numbers) =>
        numbers.Select(n => new { number = n, etag = sending.ETags.GetValueOrDefault(n, "\"0\"") });

    private static async Task MendAsync(Sending sending, int number)
    {
        await sending.SendAsync(number);
        await sending.CompleteAsync().ShouldBeAsync(200);
    }

    private async Task<Sending> SentAsync(params int[] numbers)
    {
        var sending = await scene.StartedAsync(await scene.MovieAsync(), File);
        foreach (var number in numbers)
            await sending.SendAsync(number);
        return sending;
    }
}
