namespace Streamix.Infra.Gateway.Limits;

/// <summary>The buckets of one limit, one for each user or address.</summary>
internal sealed class Buckets(string prefix, LimitRule rule, IPermits permits, LimitsOptions options, TimeProvider time)
{
    private readonly Generations<LeasedBucket> _known = new(Math.Max(1, options.Buckets));

    public ValueTask<LimitDecision> TakeAsync(string id) =>
        (_known.TryGet(id, out var bucket) ? bucket : _known.GetOrAdd(id, Create(id))).TakeAsync();

    private LeasedBucket Create(string id) => new(prefix + id, rule, permits, options.Lease, time);
}
