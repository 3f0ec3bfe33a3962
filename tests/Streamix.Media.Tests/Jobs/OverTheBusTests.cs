using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Media.Tests.Jobs;

/// <summary>The whole way through outbox, broker and inbox.</summary>
public sealed class OverTheBusTests : IAsyncLifetime
{
    private TranscoderHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Slots = 1, Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await _host.InitializeAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Uploaded_ThreeTimesOverTheBus_IsOneJobThatIsDone()
    {
        var upload = await _host.Catalog.UploadAsync(_host.Objects);
        for (var i = 0; i < 3; i++)
            await PublishAsync(upload, upload.AssetId);
        await Until.TrueAsync(async () => await HandledAsync("TakeUpload") == 3, "all three were handled");
        await _host.StateAsync(upload, JobState.Done);
        (await _host.QueryAsync(db => db.Jobs.CountAsync())).ShouldBe(1);
        _host.Pipeline.Calls.Count(c => c == "package").ShouldBe(1);
    }

    [Fact]
    public async Task Removed_OverTheBus_EndsTheJob()
    {
        _host.Pipeline.Step = (step, token) => step == "chunk 0" ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask;
        var upload = await _host.Catalog.UploadAsync(_host.Objects);
        await PublishAsync(upload, upload.AssetId);
        await Until.TrueAsync(() => _host.Pipeline.Calls.Contains("chunk 0"), "it encodes");
        await PublishAsync(new AssetRemoved(upload.AssetId, upload.TitleId, _host.Time.GetUtcNow()), upload.AssetId);
        await _host.StateAsync(upload, JobState.Cancelled);
        await Until.TrueAsync(async () => (await _host.TasksAsync(upload)).TrueForAll(t => t.Worker is null), "the worker is free");
    }

    private Task<int> HandledAsync(string handler) =>
        _host.QueryAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox WHERE handler = {handler}").SingleAsync());

    private async Task PublishAsync<T>(T @event, Guid asset) where T : IEvent
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(@event, asset.ToString("n"));
        await scope.ServiceProvider.GetRequiredService<TranscoderDb>().SaveChangesAsync();
    }
}
