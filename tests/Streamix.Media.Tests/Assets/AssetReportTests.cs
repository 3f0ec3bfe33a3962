using System.Text.Json;
using Streamix.Media.Tests.Catalog;
using Streamix.Media.Tests.Uploads;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Media.Tests.Assets;

/// <summary>The transcoder's reports through a real broker.</summary>
public sealed class AssetReportTests : IAsyncLifetime
{
    private static readonly byte[] File = UploadCalls.File(1000);
    private AssetScene _scene = null!;

    public async Task InitializeAsync()
    {
        _scene = new(await (await RabbitServer.SharedAsync()).CreateVhostAsync());
        await _scene.InitializeAsync();
    }

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Reports_OfAJob_ShowEachRenditionAndMakeTheTitleReady()
    {
        var (title, sending, reports) = await UploadedAsync();
        await TellAsync(sending, reports.Progressed(1, 0.5, 1));
        var asset = await UntilAsync(sending, "transcoding");
        asset.GetProperty("progress").GetProperty("renditions")[1].GetProperty("fraction").GetDouble().ShouldBe(0.25);
        await TellAsync(sending, reports.Transcoded(2), reports.Transcoded(2), reports.Progressed(2, 0.9, 1));
        asset = await UntilAsync(sending, "ready");
        asset.GetProperty("plays").GetBoolean().ShouldBeTrue();
        asset.GetProperty("progress").GetProperty("sequence").GetInt64().ShouldBe(1);
        (await _scene.Editor.StateAsync(title)).ShouldBe("ready");
    }

    [Fact]
    public async Task Rejection_SaysWhyAndTheTitleIsADraftAgain()
    {
        var (title, sending, reports) = await UploadedAsync();
        await TellAsync(sending, reports.Progressed(1, 0.1, 1), reports.Rejected(2));
        (await UntilAsync(sending, "rejected")).GetProperty("reason").GetString().ShouldBe("The file has no video.");
        (await _scene.Editor.StateAsync(title)).ShouldBe("draft");
    }

    [Fact]
    public async Task Failure_ThenRetry_EndsReady()
    {
        var (title, sending, reports) = await UploadedAsync();
        await TellAsync(sending, reports.Ended(1));
        (await UntilAsync(sending, "failed")).GetProperty("code").GetString().ShouldBe("failed");
        (await _scene.Editor.StateAsync(title)).ShouldBe("draft");
        await TellAsync(sending, reports.Progressed(7, 0.1, 2));
        await UntilAsync(sending, "transcoding");
        (await _scene.Editor.StateAsync(title)).ShouldBe("processing");
        await TellAsync(sending, reports.Transcoded(3));
        await UntilAsync(sending, "ready");
        (await _scene.Editor.StateAsync(title)).ShouldBe("ready");
    }

    [Fact]
    public async Task SecondAsset_OfAPublishedTitle_PlaysWhenItIsChosen()
    {
        var (title, first, reports) = await UploadedAsync();
        await TellAsync(first, reports.Transcoded(1));
        await UntilAsync(first, "ready");
        await _scene.Editor.MoveAsync(title, "publish").ShouldBeAsync(200);
        var second = await _scene.UploadedAsync(title, File);
        await TellAsync(second, new Reports(second.Asset, title).Transcoded(2, "v2"));
        (await UntilAsync(second, "ready")).GetProperty("plays").GetBoolean().ShouldBeFalse();
        (await _scene.Editor.StateAsync(title)).ShouldBe("published");

        await _scene.Editor.PostAsync($"/catalog/assets/{second.Asset}/choose", null).ShouldBeAsync(204);
        (await second.AssetAsync()).GetProperty("plays").GetBoolean().ShouldBeTrue();
        (await first.AssetAsync()).GetProperty("plays").GetBoolean().ShouldBeFalse();
        await _scene.Editor.DeleteAsync($"/catalog/assets/{second.Asset}").ShouldBeAsync(409, "The asset plays");
        await _scene.Editor.DeleteAsync($"/catalog/assets/{first.Asset}").ShouldBeAsync(204);
        var page = await CatalogHost.JsonAsync(await _scene.Editor.GetAsync($"/catalog/assets?titleId={title}"));
        page.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("state").GetString()).ShouldBe(["ready", "removed"]);
    }

    private async Task<(Guid Title, Sending Sending, Reports Reports)> UploadedAsync()
    {
        var title = await _scene.MovieAsync();
        var sending = await _scene.UploadedAsync(title, File);
        return (title, sending, new(sending.Asset, title));
    }

    private async Task TellAsync(Sending sending, params IEvent[] reports)
    {
        foreach (var report in reports)
            await (Task)typeof(CatalogHost).GetMethod(nameof(CatalogHost.PublishAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(report.GetType()).Invoke(_scene.Host, [report, sending.Asset.ToString("n")])!;
    }

    private static async Task<JsonElement> UntilAsync(Sending sending, string state)
    {
        JsonElement asset = default;
        await Until.TrueAsync(async () => (asset = await sending.AssetAsync()).GetProperty("state").GetString() == state, $"the asset is {state}");
        return asset;
    }
}
