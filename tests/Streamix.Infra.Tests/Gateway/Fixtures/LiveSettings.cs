using Microsoft.Extensions.Configuration;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>Configuration that changes while the host runs.</summary>
internal sealed class LiveSettings : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public void Change(string key, string? value)
    {
        Set(key, value);
        OnReload();
    }
}
