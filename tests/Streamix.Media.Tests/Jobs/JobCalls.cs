using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Queue;
using Streamix.Media.Transcoder.Workers;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Storage;
using Streamix.Testing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>What many tests do.</summary>
internal static class JobCalls
{
    public static TaskQueue Queue(this TranscoderHost host) => host.Services.GetRequiredService<TaskQueue>();

    public static TaskOutcomes Outcomes(this TranscoderHost host) => host.Services.GetRequiredService<TaskOutcomes>();

    /// <summary>Stores a source and makes its job.</summary>
    public static async Task<AssetUploaded> UploadAsync(this TranscoderHost host, int priority = 5, bool encrypt = false, params (string Language, string Text)[] texts)
    {
        var upload = await host.Catalog.UploadAsync(host.Objects, priority, encrypt, null, texts);
        await host.TellAsync<AssetUploaded, TakeUpload>(upload);
        return upload;
    }

    /// <summary>As the bus would: handler and inbox in one transaction.</summary>
    public static async Task TellAsync<TEvent, THandler>(this TranscoderHost host, TEvent @event) where TEvent : IEvent where THandler : class, IEventHandler<TEvent>
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TranscoderDb>();
        var handler = ActivatorUtilities.CreateInstance<THandler>(scope.ServiceProvider);
        var context = new EventContext(Guid.CreateVersion7(), "test", 1, "test", host.Time.GetUtcNow(), "test", 1);
        await db.InTransactionAsync(async token =>
        {
            await handler.HandleAsync(@event, context, token);
            await db.SaveChangesAsync(token);
        });
    }

    public static Task<TranscodeJob> JobAsync(this TranscoderHost host, AssetUploaded upload) =>
        host.QueryAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.AssetId == upload.AssetId));

    public static async Task<List<TranscodeTask>> TasksAsync(this TranscoderHost host, AssetUploaded upload)
    {
        var job = (await host.JobAsync(upload)).Id;
        return await host.QueryAsync(db => db.Tasks.AsNoTracking().Where(t => t.JobId == job).OrderBy(t => t.Kind).ThenBy(t => t.Number).ToListAsync());
    }

    public static async Task<List<string>> LogAsync(this TranscoderHost host, AssetUploaded upload)
    {
        var job = (await host.JobAsync(upload)).Id;
        return await host.QueryAsync(db => db.Lines.Where(l => l.JobId == job).OrderBy(l => l.Id).Select(l => l.Text).ToListAsync());
    }

    /// <summary>What waits for the bus, oldest first, without progress: nothing takes it away in a host without a bus.</summary>
    public static async Task<List<(string Type, JsonElement Body)>> EventsAsync(this TranscoderHost host, AssetUploaded upload, bool progress = false)
    {
        var subject = upload.AssetId.ToString("n");
        var rows = await host.QueryAsync(db => db.Database.SqlQuery<string>(
            $"SELECT type || ' ' || convert_from(body, 'UTF8') AS \"Value\" FROM outbox WHERE subject = {subject} ORDER BY position").ToListAsync());
        return [.. rows.Select(r => (r[..r.IndexOf(' ')], JsonDocument.Parse(r[(r.IndexOf(' ') + 1)..]).RootElement)).Where(e => (e.Item1 == "media.asset.progressed") == progress)];
    }

    public static async Task<List<string>> KeysAsync(this TranscoderHost host, string prefix = "")
    {
        await host.Objects.EnsureBucketAsync(host.Bucket);
        List<string> keys = [];
        await foreach (var found in host.Objects.ListAsync(host.Bucket, prefix))
            keys.Add(found.Key);
        return keys;
    }

    public static Task StateAsync(this TranscoderHost host, AssetUploaded upload, JobState state) =>
        Until.TrueAsync(async () => (await host.JobAsync(upload)).State == state, $"the job is {state}");

    /// <summary>Takes a task and works on it to its outcome, as a slot would; false when there is none.</summary>
    public static async Task<bool> WorkAsync(this TranscoderHost host, string worker = "tester")
    {
        if (await host.Queue().TakeAsync(worker, default) is not { } lease)
            return false;
        await host.Services.GetRequiredService<TaskRunner>().RunAsync(lease, default);
        return true;
    }

    public static async Task WorkAllAsync(this TranscoderHost host, string worker = "tester")
    {
        while (await host.WorkAsync(worker))
        {
        }
    }

    public static async Task<TaskLease> TakeAsync(this TranscoderHost host, string worker = "tester") =>
        await host.Queue().TakeAsync(worker, default) ?? throw new InvalidOperationException("There is no task.");

    public static async Task<HttpResponseMessage> ShouldAnswerAsync(this Task<HttpResponseMessage> call, int status)
    {
        var answer = await call;
        ((int)answer.StatusCode).ShouldBe(status, await answer.Content.ReadAsStringAsync());
        if (status >= 400)
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return answer;
    }
}
