using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Limits;

/// <summary>The limits in force. A changed configuration starts new buckets here; what Redis counted stays.</summary>
internal sealed partial class RateLimits : IDisposable
{
    private readonly ILogger<RateLimits> _logger;
    private readonly IPermits _permits;
    private readonly TimeProvider _time;
    private readonly IDisposable? _changes;
    private volatile FrozenDictionary<string, ClassLimits> _classes = FrozenDictionary<string, ClassLimits>.Empty;

    public RateLimits(IPermits permits, IOptionsMonitor<LimitsOptions> options, TimeProvider time, ILogger<RateLimits> logger)
    {
        (_permits, _time, _logger) = (permits, time, logger);
        if (Unusable(options.CurrentValue) is { } name)
        {
            throw new InvalidOperationException($"The limits of class '{name}' cannot be used.");
        }

        Apply(options.CurrentValue);
        _changes = options.OnChange(Change);
    }

    public ValueTask<LimitDecision> AddressAsync(string @class, string address) =>
        _classes.TryGetValue(@class, out var limits) && limits.Address is { } buckets ? buckets.TakeAsync(address) : new(LimitDecision.Unlimited);

    public ValueTask<LimitDecision> UserAsync(string @class, string subject) =>
        _classes.TryGetValue(@class, out var limits) && limits.User is { } buckets ? buckets.TakeAsync(subject) : new(LimitDecision.Unlimited);

    public void Dispose() => _changes?.Dispose();

    private void Change(LimitsOptions options)
    {
        if (Unusable(options) is { } name)
        {
            Log.Refused(_logger, name);
            return;
        }

        Apply(options);
    }

    private static string? Unusable(LimitsOptions options) =>
        options.Classes.Where(c => c.Value is { User.IsUsable: false } or { Address.IsUsable: false }).Select(c => c.Key).FirstOrDefault();

    private void Apply(LimitsOptions options) => _classes = options.Enabled
        ? options.Classes.ToFrozenDictionary(c => c.Key, c => new ClassLimits(Buckets(options, c.Key + ":u:", c.Value.User), Buckets(options, c.Key + ":a:", c.Value.Address)), StringComparer.Ordinal)
        : FrozenDictionary<string, ClassLimits>.Empty;

    private Buckets? Buckets(LimitsOptions options, string prefix, LimitRule? rule) =>
        rule is null ? null : new Buckets(prefix, rule, _permits, options, _time);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Limits refused, the last good ones stay: class {Class}")]
        public static partial void Refused(ILogger logger, string @class);
    }

    private sealed record ClassLimits(Buckets? User, Buckets? Address);
}
