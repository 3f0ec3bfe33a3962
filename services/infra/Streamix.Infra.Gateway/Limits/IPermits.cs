namespace Streamix.Infra.Gateway.Limits;

/// <summary>Where permits come from.</summary>
internal interface IPermits
{
    /// <summary>Takes up to <paramref name="wanted"/> permits of a key and gives <paramref name="unused"/> earlier ones back.</summary>
    ValueTask<Grant> TakeAsync(string key, LimitRule rule, int wanted, int unused);
}
