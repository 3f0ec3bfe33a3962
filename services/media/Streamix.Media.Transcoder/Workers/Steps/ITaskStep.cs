using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Queue;

namespace Streamix.Media.Transcoder.Workers.Steps;

/// <summary>Does one kind of task and commits it. Whatever it throws becomes the task's outcome.</summary>
internal interface ITaskStep
{
    TaskKind Kind { get; }

    Task RunAsync(TaskLease lease, Pulse pulse, CancellationToken cancellationToken);
}
