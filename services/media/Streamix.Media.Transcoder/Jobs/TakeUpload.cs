using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Queue;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Transcoder.Jobs;

/// <summary>Makes a job of an upload: one per asset, however often it is told.</summary>
internal sealed class TakeUpload(TranscoderDb db, TimeProvider time) : IEventHandler<AssetUploaded>
{
    public async Task HandleAsync(AssetUploaded @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.Jobs.AnyAsync(j => j.AssetId == @event.AssetId, cancellationToken))
            return;
        var now = time.GetUtcNow();
        var job = new TranscodeJob(@event, now);
        db.Jobs.Add(job);
        db.Tasks.Add(TaskPlan.Prepare(job.Id, now));
        db.Lines.Add(new(job.Id, null, $"Asked for by the upload of {job.Bytes} bytes.", now));
    }
}
