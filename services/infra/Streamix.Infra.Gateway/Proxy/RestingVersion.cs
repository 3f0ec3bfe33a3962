namespace Streamix.Infra.Gateway.Proxy;

/// <summary>Left by the breaker: nobody was asked, and for how long that goes on.</summary>
internal sealed record RestingVersion(TimeSpan Left);
