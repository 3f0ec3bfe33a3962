using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Streaming.Contracts.History.V1;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Streaming.WatchHistory.Recording;

namespace Streamix.Streaming.WatchHistory.Calls;

/// <summary>Positions of players, for the service that players talk to.</summary>
internal sealed class HistoryCalls(HistoryDb db, Recorder recorder, IOptions<HistoryOptions> options, TimeProvider time) : History.HistoryBase
{
    /// <summary>The only service that may call.</summary>
    public const string PlaybackContext = "streaming-playback-context";

    public override async Task<ResumeAnswer> Resume(ResumeRequest request, ServerCallContext context)
    {
        var (profile, title) = (Requests.Id("profile_id", request.ProfileId), Requests.Id("title_id", request.TitleId));
        var found = await db.Remembered(profile).SingleOrDefaultAsync(w => w.TitleId == title, context.CancellationToken);
        return found is null
            ? new()
            : new() { Position = found.Completed ? 0 : found.Seconds, Completed = found.Completed, PlayedAt = found.PlayedAt.ToTimestamp() };
    }

    public override async Task<RecordAnswer> Record(RecordRequest request, ServerCallContext context)
    {
        var now = time.GetUtcNow();
        await recorder.RecordAsync([.. Requests.Read(request).Select(told => MarkRules.Of(told, now, options.Value))], context.CancellationToken);
        return new();
    }
}
