using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Pssh;
using Streamix.Media.Tests.Drm.Hosting;
using V1 = Streamix.Media.Contracts.Keys.V1;

namespace Streamix.Media.Tests.Drm;

public sealed class ProvideTests(DrmHost host) : IClassFixture<DrmHost>
{
    [Fact]
    public async Task Provide_ForTheFirstTime_MakesAKeyPerTier()
    {
        var provided = (await host.Transcoder.ProvideAsync(Scene.Order("sd", "audio"))).Keys;
        provided.Select(k => k.Tier).ShouldBe(["sd", "audio"]);
        provided.ShouldAllBe(k => k.Key.Length == 16 && k.KeyId.Length == 16 && k.Iv.Length == 16);
        provided.Select(k => k.Key).Distinct().Count().ShouldBe(2);
        provided.SelectMany(k => k.Key).Any(b => b != 0).ShouldBeTrue();
        provided.Select(k => Convert.ToHexString(k.Pssh.Span)).Distinct().ShouldBe([Convert.ToHexString(CommonBox.Of([.. provided.Select(k => KeyId.Read(k.KeyId.Span))]))]);
    }

    [Fact]
    public async Task Provide_Again_GivesTheSameKeysAndMakesOnlyWhatIsNew()
    {
        var order = Scene.Order("sd", "hd");
        var first = await host.Transcoder.ProvideAsync(order);
        order.Tiers.Add("uhd");
        var again = await host.Transcoder.ProvideAsync(order);
        again.Keys.Take(2).Select(k => (k.KeyId, k.Key, k.Iv)).ShouldBe(first.Keys.Select(k => (k.KeyId, k.Key, k.Iv)));
        again.Keys.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Provide_ForTheOtherScheme_MakesOtherKeys()
    {
        var order = Scene.Order("sd");
        var cenc = await host.Transcoder.ProvideAsync(order);
        order.Scheme = "cbcs";
        var cbcs = await host.Transcoder.ProvideAsync(order);
        (cbcs.Keys[0].Key == cenc.Keys[0].Key, cbcs.Keys[0].KeyId == cenc.Keys[0].KeyId).ShouldBe((false, false));
    }

    [Fact]
    public async Task Provide_ByManyReplicasAtOnce_MakesOneSetOfKeys()
    {
        await using var other = host.Replica();
        var order = Scene.Order(Scene.AllTiers);
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => (i % 2 == 0 ? host : other).Transcoder.ProvideAsync(order).ResponseAsync));
        answers.Distinct().Count().ShouldBe(1);
        (await KeptAsync(order)).ShouldBe(4);
    }

    [Fact]
    public async Task Provide_TiersInAnotherOrderAtOnce_DoesNotDeadlock()
    {
        var order = Scene.Order(Scene.AllTiers);
        var turned = order.Clone();
        turned.Tiers.Clear();
        turned.Tiers.AddRange(Scene.AllTiers.Reverse());
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => host.Transcoder.ProvideAsync(i % 2 == 0 ? order : turned).ResponseAsync));
        answers.Select(a => string.Concat(a.Keys.OrderBy(k => k.Tier, StringComparer.Ordinal).Select(k => k.Key.ToBase64()))).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("streaming-playback-context")]
    [InlineData("media-catalog")]
    public async Task Provide_ForAnotherService_IsDenied(string service) =>
        (await Should.ThrowAsync<RpcException>(() => host.Calls(service).ProvideAsync(Scene.Order("sd")).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);

    [Fact]
    public async Task AuthoriseAndWithdraw_ForAnotherService_AreDenied()
    {
        var scene = await Scene.SetAsync(host, "sd");
        (await Should.ThrowAsync<RpcException>(() => host.Transcoder.AuthoriseAsync(scene.Playback()).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(() => host.Transcoder.WithdrawAsync(new() { PlaybackId = scene.Playback().PlaybackId }).ResponseAsync)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Theory]
    [InlineData("asset", "nonsense")]
    [InlineData("asset", "00000000-0000-0000-0000-000000000000")]
    [InlineData("title", "")]
    [InlineData("scheme", "cens")]
    [InlineData("tier", "8k")]
    [InlineData("tier", "sd")]
    [InlineData("none", "")]
    public async Task Provide_OfWhatCannotBeMeant_IsInvalid(string field, string value)
    {
        var order = Scene.Order("sd");
        (order.AssetId, order.TitleId, order.Scheme) = (field == "asset" ? value : order.AssetId, field == "title" ? value : order.TitleId, field == "scheme" ? value : order.Scheme);
        if (field == "tier")
            order.Tiers.Add(value);
        if (field == "none")
            order.Tiers.Clear();
        (await Should.ThrowAsync<RpcException>(() => host.Transcoder.ProvideAsync(order).ResponseAsync)).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Provide_KeyThatWasTamperedWith_IsUnavailableAndSaysNothing()
    {
        var order = Scene.Order("sd");
        await host.Transcoder.ProvideAsync(order);
        var asset = Guid.Parse(order.AssetId);
        await host.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE content_keys SET wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1) WHERE asset_id = {asset}"));
        var e = await Should.ThrowAsync<RpcException>(() => host.Transcoder.ProvideAsync(order).ResponseAsync);
        (e.StatusCode, e.Status.Detail).ShouldBe((StatusCode.Unavailable, "A part of the service is unavailable. Try again shortly."));
        host.Logs.ToString().ShouldContain("cannot be opened: it is not what was wrapped");
    }

    [Fact]
    public async Task Provide_RowThatWasMovedToAnotherAsset_DoesNotOpen()
    {
        var (one, other) = (Scene.Order("sd"), Scene.Order("hd"));
        await host.Transcoder.ProvideAsync(one);
        await host.Transcoder.ProvideAsync(other);
        var (from, to) = (Guid.Parse(one.AssetId), Guid.Parse(other.AssetId));
        await host.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE content_keys SET asset_id = {to} WHERE asset_id = {from}"));
        other.Tiers.Add("sd");
        (await Should.ThrowAsync<RpcException>(() => host.Transcoder.ProvideAsync(other).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    private Task<int> KeptAsync(V1.ProvideRequest order)
    {
        var asset = Guid.Parse(order.AssetId);
        return host.QueryAsync(db => db.ContentKeys.CountAsync(k => k.AssetId == asset));
    }
}
