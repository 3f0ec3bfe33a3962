using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using Streamix.Users.Profile.Avatars;

namespace Streamix.Users.Tests.Profile;

public sealed class AvatarTests(ProfileHost host) : IClassFixture<ProfileHost>
{
    private readonly Guid _account = Guid.CreateVersion7();

    private HttpClient Me => host.User(_account);

    public static TheoryData<string, byte[]> Good => new()
    {
        { "image/jpeg", Pictures.Jpeg },
        { "image/png", Pictures.Png },
        { "image/webp", Pictures.Webp },
        { "image/gif", Pictures.Gif() },
        { "image/jpeg", Pictures.Png },
        { "application/octet-stream", Pictures.Encode(SKEncodedImageFormat.Jpeg, 3000, 2000) },
        { "image/png", Pictures.Encode(SKEncodedImageFormat.Png, 17, 400) },
    };

    public static TheoryData<string, byte[], int> Bad => new()
    {
        { "image/png", Pictures.Svg, 415 },
        { "image/svg+xml", Pictures.Svg, 415 },
        { "text/plain", Pictures.Png, 415 },
        { "image/jpeg", "not a picture at all"u8.ToArray(), 415 },
        { "image/bmp", "BM"u8.ToArray(), 415 },
        { "image/jpeg", Pictures.Jpeg[..^400], 422 },
        { "image/png", Pictures.Png[..(Pictures.Png.Length / 2)], 422 },
        { "image/webp", Pictures.Webp[..(Pictures.Webp.Length / 2)], 422 },
        { "image/gif", Pictures.Gif()[..2000], 422 },
        { "image/gif", "GIF89a<script>alert(1)</script>"u8.ToArray(), 422 },
        { "image/png", Pictures.PngOf(50_000, 50_000), 422 },
        { "image/png", Pictures.PngOf(9_999, 9_999), 422 },
        { "image/png", Pictures.PngOf(int.MaxValue, 1), 422 },
        { "image/gif", Pictures.Gif(16, screen: 65_535), 422 },
        { "image/png", Pictures.Encode(SKEncodedImageFormat.Png, 15, 400), 422 },
        { "image/jpeg", [0xff, 0xd8, 0xff, .. Enumerable.Repeat((byte[])[0xff, 0xda], 200).SelectMany(b => b)], 422 },
        { "image/png", new byte[5 * 1024 * 1024 + 1], 413 },
        { "image/png", [], 400 },
    };

    [Fact]
    public async Task Upload_WithoutBodyAndType_Is415()
    {
        var id = await Me.CreatedAsync("Ana");
        await Me.PostAsync($"/profiles/{id}/avatar", null).ShouldBeAsync(415);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/profiles/{id}/avatar") { Content = new ByteArrayContent(Pictures.Png) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "what is this");
        await Me.SendAsync(request).ShouldBeAsync(415);
    }

    [Fact]
    public async Task Upload_AllPlacesTaken_Is503()
    {
        var id = await Me.CreatedAsync("Ana");
        var workshop = host.Services.GetRequiredService<AvatarWorkshop>();
        var places = Enumerable.Range(0, 16).Select(_ => workshop.Enter()).ToList();
        (await Me.UploadAsync(id, Pictures.Png).ShouldBeAsync(503)).Headers.RetryAfter.ShouldNotBeNull();
        places.ForEach(p => p.Dispose());
        await Me.UploadAsync(id, Pictures.Png).ShouldBeAsync(200);
    }

    [Theory]
    [MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public async Task Upload_APicture_IsServedInEachSize(string type, byte[] picture)
    {
        var id = await Me.CreatedAsync("Ana");
        await Me.UploadAsync(id, picture, type).ShouldBeAsync(200);
        foreach (var (size, url) in await Me.ImagesAsync(id))
        {
            var answer = await Me.GetAsync(url).ShouldBeAsync(200);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
            using var pixels = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
            (pixels.Width, pixels.Height).ShouldBe((size, size));
        }
    }

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public async Task Upload_AnythingElse_IsRefusedAndLeavesNothing(string type, byte[] file, int status)
    {
        var (id, clock) = (await Me.CreatedAsync("Ana"), Stopwatch.StartNew());
        await Me.UploadAsync(id, file, type).ShouldBeAsync(status);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        (await host.KeysAsync($"users-profile/{id}/")).ShouldBeEmpty();
        (await Me.ReadAsync(id)).GetProperty("avatar").GetProperty("builtIn").GetString().ShouldNotBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Upload_TurnedByExif_IsUpright(int orientation)
    {
        var images = await Me.UploadedAsync(await Me.CreatedAsync("Ana"), Pictures.Exif(orientation));
        using var pixels = await Me.PixelsAsync(images[128]);
        foreach (var (x, y) in ((int, int)[])[(32, 32), (96, 32), (32, 96), (96, 96)])
            Distance(pixels.GetPixel(x, y), Pictures.Quarter(x, y, 128)).ShouldBeLessThan(60, $"at {x},{y}");
    }

    [Fact]
    public async Task Upload_WithMetadataAndAppendedFile_StoresPixelsOnly()
    {
        byte[] polyglot = [.. Pictures.Exif(1, "SECRET PLACE"), .. "PK\x03\x04<script>alert(1)</script>"u8];
        Encoding.Latin1.GetString(polyglot).ShouldContain("SECRET PLACE");
        var images = await Me.UploadedAsync(await Me.CreatedAsync("Ana"), polyglot);
        foreach (var url in images.Values)
        {
            var text = Encoding.Latin1.GetString(await Me.GetByteArrayAsync(url));
            foreach (var trace in (string[])["SECRET", "script", "Exif", "EXIF", "PK\x03"])
                text.ShouldNotContain(trace);
        }
    }

    [Fact]
    public async Task Upload_AsAForm_TakesItsFirstFile()
    {
        var id = await Me.CreatedAsync("Ana");
        using var form = new MultipartFormDataContent { { new StringContent("a comment"), "comment" }, { new ByteArrayContent(Pictures.Png), "file", "me.png" } };
        await Me.PostAsync($"/profiles/{id}/avatar", form).ShouldBeAsync(200);
        using var empty = new MultipartFormDataContent { { new StringContent("a comment"), "comment" } };
        await Me.PostAsync($"/profiles/{id}/avatar", empty).ShouldBeAsync(400);
        await Me.UploadAsync(id, "--x\r\nbroken"u8.ToArray(), "multipart/form-data; boundary=x").ShouldBeAsync(400);
        await Me.UploadAsync(id, [1], "multipart/form-data").ShouldBeAsync(400);
    }

    [Fact]
    public async Task Read_IsKeptByTheBrowserAndSeenByItsAccountOnly()
    {
        var url = (await Me.UploadedAsync(await Me.CreatedAsync("Ana"), Pictures.Png))[64];
        var answer = await Me.GetAsync(url).ShouldBeAsync(200);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Headers.CacheControl.Private.ShouldBeTrue();
        using var again = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        (await Me.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await host.User().GetAsync(url).ShouldBeAsync(404);
        await host.CreateClient().GetAsync(url).ShouldBeAsync(401);
        await Me.GetAsync(url.Replace("/64", "/65", StringComparison.Ordinal)).ShouldBeAsync(404);
    }

    [Fact]
    public async Task Upload_SamePictureAgain_IsTheSameAddress()
    {
        var id = await Me.CreatedAsync("Ana");
        var first = await Me.UploadedAsync(id, Pictures.Png);
        (await Me.UploadedAsync(id, Pictures.Png)).ShouldBe(first);
        await SweepAsync();
        await Me.GetAsync(first[64]).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Upload_Replacing_DeletesTheOldObjects()
    {
        var id = await Me.CreatedAsync("Ana");
        var first = await Me.UploadedAsync(id, Pictures.Png);
        var second = await Me.UploadedAsync(id, Pictures.Gif());
        await Me.GetAsync(first[64]).ShouldBeAsync(404);
        await SweepAsync();
        var keys = await host.KeysAsync($"users-profile/{id}/");
        keys.Count.ShouldBe(4);
        keys.ShouldBe(AvatarKey.Sizes.Select(size => AvatarKey.Of(id, second[64].Split('/')[^2], size)), ignoreOrder: true);
        (await Me.UploadedAsync(id, Pictures.Png)).ShouldBe(first);
        await Me.GetAsync(first[512]).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Upload_ManyAtOnce_OneIsWornAndTheOthersGo()
    {
        var id = await Me.CreatedAsync("Ana");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
            await host.User(_account).UploadAsync(id, Pictures.Gif(32 + i)).ShouldBeAsync(200)));
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await SweepAsync();
        (await host.KeysAsync($"users-profile/{id}/")).Count.ShouldBe(4);
        await Me.GetAsync((await Me.ImagesAsync(id))[320]).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Upload_ThatDiedHalfWay_IsSweptAfterItsLease()
    {
        var id = await Me.CreatedAsync("Ana");
        var version = new string('a', 32);
        await host.Objects.EnsureBucketAsync(host.Bucket);
        await host.QueryAsync(db => db.AnnounceAvatarAsync(_account, id, version, host.Time.GetUtcNow() + TimeSpan.FromMinutes(2), default));
        await host.Objects.PutAsync(host.Bucket, AvatarKey.Of(id, version, 64), new MemoryStream([1]));
        await SweepAsync();
        (await host.KeysAsync($"users-profile/{id}/")).ShouldHaveSingleItem();
        host.Time.Advance(TimeSpan.FromMinutes(2.1));
        await SweepAsync();
        (await host.KeysAsync($"users-profile/{id}/")).ShouldBeEmpty();
        (await host.QueryAsync(db => db.StoredAvatars.CountAsync(a => a.ProfileId == id))).ShouldBe(0);
    }

    [Fact]
    public async Task DeletedProfile_TakesItsPicturesAlong()
    {
        var id = await Me.CreatedAsync("Ana");
        await Me.CreatedAsync("Bo");
        await Me.UploadedAsync(id, Pictures.Jpeg);
        await Me.DeleteAsync($"/profiles/{id}").ShouldBeAsync(204);
        await SweepAsync();
        (await host.KeysAsync($"users-profile/{id}/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task BuiltIn_IsChosenAndTakenOff()
    {
        var id = await Me.CreatedAsync("Ana");
        var first = (await Me.ReadAsync(id)).GetProperty("avatar").GetProperty("builtIn").GetString();
        await Me.UploadedAsync(id, Pictures.Jpeg);
        var chosen = await ProfileHost.JsonAsync(await Me.PutAsJsonAsync($"/profiles/{id}/avatar", new { builtIn = "face-teal" }));
        chosen.GetProperty("avatar").GetProperty("builtIn").GetString().ShouldBe("face-teal");
        await Me.PutAsJsonAsync($"/profiles/{id}/avatar", new { builtIn = "face-plaid" }).ShouldBeAsync(422);
        var back = await ProfileHost.JsonAsync(await Me.DeleteAsync($"/profiles/{id}/avatar"));
        back.GetProperty("avatar").GetProperty("builtIn").GetString().ShouldBe(first);
        await SweepAsync();
        (await host.KeysAsync($"users-profile/{id}/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task BuiltIns_AreAllDrawnAndAllDifferent()
    {
        var list = await ProfileHost.JsonAsync(await Me.GetAsync("/profiles/avatars"));
        HashSet<string> seen = [];
        foreach (var avatar in list.EnumerateArray())
            seen.Add(Convert.ToHexString(await Me.GetByteArrayAsync(avatar.GetProperty("images")[1].GetProperty("url").GetString())));
        seen.Count.ShouldBe(24);
        await Me.GetAsync("/profiles/avatars/face-teal/65").ShouldBeAsync(404);
        await Me.GetAsync("/profiles/avatars/nobody/64").ShouldBeAsync(404);
    }

    [Fact]
    public async Task Addresses_BehindTheGateway_BeginWithItsPrefix()
    {
        var id = await Me.CreatedAsync("Ana");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/profiles/{id}") { Headers = { { "X-Forwarded-Prefix", "/api/v1" } } };
        var profile = await ProfileHost.JsonAsync(await Me.SendAsync(request));
        profile.GetProperty("avatar").GetProperty("images")[0].GetProperty("url").GetString()!.ShouldStartWith("/api/v1/profiles/avatars/");
    }

    private Task<int> SweepAsync() => host.Services.GetRequiredService<AvatarJanitor>().SweepAsync(default);

    private static int Distance(SKColor one, SKColor other) => Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue);
}
