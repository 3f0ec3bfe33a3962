using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Drm.Data;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Tests.Drm.Hosting;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Media.Tests.Drm;

/// <summary>What happens to keys when their asset is gone.</summary>
public sealed class RemovalTests : IAsyncLifetime
{
    private DrmHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync(), RealTime = true, Time = new(DateTimeOffset.UtcNow) };
        await _host.InitializeAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task AssetRemoved_OverTheBus_DeletesItsKeysAndTheirUse()
    {
        var (gone, kept) = (await Scene.SetAsync(_host, "sd"), await Scene.SetAsync(_host, "sd"));
        var token = await gone.AuthoriseAsync();
        await PublishAsync(gone.Asset);
        await Until.TrueAsync(async () => !await _host.QueryAsync(db => db.ContentKeys.AnyAsync(k => k.AssetId == gone.Asset)), "the keys are gone");
        await gone.LicenseAsync(token, gone.Kid("sd")).ShouldBeRefusedAsync(403, "withdrawn");
        await gone.LicenseAsync(await gone.AuthoriseAsync(), gone.Kid("sd")).ShouldBeRefusedAsync(404, "unknown-key");
        using var other = await kept.LicenseAsync(await kept.AuthoriseAsync(), kept.Kid("sd"));
        await other.ShouldBeAsync(200);
        await using var scope = _host.Services.CreateAsyncScope();
        var again = Scene.Order("sd");
        again.AssetId = gone.Asset.ToString();
        (await Should.ThrowAsync<RpcException>(() => _host.Transcoder.ProvideAsync(again).ResponseAsync)).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task AssetRemoved_WhileKeysAreProvided_LeavesNone()
    {
        for (var round = 0; round < 6; round++)
        {
            var order = Scene.Order(Scene.AllTiers);
            var asset = Guid.Parse(order.AssetId);
            var providing = Enumerable.Range(0, 4).Select(_ => _host.Transcoder.ProvideAsync(order).ResponseAsync.ContinueWith(t => t.IsCompletedSuccessfully || t.Exception is not null)).ToArray();
            await RemoveAsync(asset);
            await Task.WhenAll(providing);
            (await _host.QueryAsync(db => db.ContentKeys.CountAsync(k => k.AssetId == asset))).ShouldBe(0);
        }
    }

    private async Task PublishAsync(Guid asset)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(new AssetRemoved(asset, Guid.NewGuid(), DateTimeOffset.UtcNow), asset.ToString());
        await scope.ServiceProvider.GetRequiredService<DrmDb>().SaveChangesAsync();
    }

    private async Task RemoveAsync(Guid asset)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrmDb>();
        var handler = ActivatorUtilities.CreateInstance<RemoveKeys>(scope.ServiceProvider);
        await Streamix.ServiceDefaults.Data.ServiceDbTransactions.InTransactionAsync(db, token =>
            handler.HandleAsync(new(asset, Guid.NewGuid(), DateTimeOffset.UtcNow), new(Guid.NewGuid(), "media.asset.removed", 1, asset.ToString(), DateTimeOffset.UtcNow, "", 1), token));
    }
}
