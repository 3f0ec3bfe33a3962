using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Queue;

namespace Streamix.Media.Transcoder.Workers.Steps;

internal static class LeasedPlan
{
    public static Plan Plan(this TaskLease lease) =>
        Json.Read<Plan>(lease.Job.Plan ?? throw new InvalidOperationException($"Job {lease.Job.Id} has {lease.Task.Name} and no plan."));
}
