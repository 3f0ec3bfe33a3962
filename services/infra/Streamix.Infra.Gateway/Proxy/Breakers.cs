using System.Collections.Concurrent;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>One breaker for each version of a service; new settings start a new one.</summary>
internal sealed class Breakers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (BreakerEntry Settings, Breaker Breaker)> _all = new(StringComparer.Ordinal);

    public Breaker Of(ServicePlan service, VersionPlan version)
    {
        var settings = service.Settings.Breaker;
        if (_all.TryGetValue(version.ClusterId, out var known) && (ReferenceEquals(known.Settings, settings) || known.Settings == settings))
        {
            return known.Breaker;
        }

        var made = (settings, new Breaker(settings, time));
        return _all.AddOrUpdate(version.ClusterId, made, (_, old) => old.Settings == settings ? old : made).Breaker;
    }
}
