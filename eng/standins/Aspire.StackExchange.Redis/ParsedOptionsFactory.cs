using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace Aspire.StackExchange.Redis;

/// <summary>Starts options from the connection string, so that configuration and code can still change them.</summary>
internal sealed class ParsedOptionsFactory(
    IServiceProvider services,
    IEnumerable<IConfigureOptions<ConfigurationOptions>> setups,
    IEnumerable<IPostConfigureOptions<ConfigurationOptions>> postConfigures,
    IEnumerable<IValidateOptions<ConfigurationOptions>> validations)
    : OptionsFactory<ConfigurationOptions>(setups, postConfigures, validations)
{
    protected override ConfigurationOptions CreateInstance(string name)
    {
        var options = services.GetKeyedService<NamedSettings>(name)?.Settings.ConnectionString is { } connectionString
            ? ConfigurationOptions.Parse(connectionString)
            : base.CreateInstance(name);
        if (options.Defaults.GetType() == typeof(DefaultOptionsProvider)) options.Defaults = new PatientDefaults();
        return options;
    }

    /// <summary>A server that is not there yet is waited for rather than given up.</summary>
    private sealed class PatientDefaults : DefaultOptionsProvider
    {
        public override bool AbortOnConnectFail => false;
    }
}
