using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Transcoder.Queue;

/// <summary>A job and one of its tasks, both locked and fresh, while the transaction lasts.</summary>
internal sealed record Held(TranscoderDb Db, IEventPublisher Events, TranscodeJob Job, TranscodeTask Task, DateTimeOffset Now)
{
    private readonly string? _worker = Task.Worker;

    public void Say(string text) => Db.Lines.Add(new(Job.Id, _worker, text, Now));
}
