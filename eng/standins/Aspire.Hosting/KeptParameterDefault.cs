using Aspire.Hosting.Publishing;

namespace Aspire.Hosting;

/// <summary>A default that is computed once and found again by the next run.</summary>
internal sealed class KeptParameterDefault(ConfigurationManager configuration, UserSecretsFile? secrets, string key, ParameterDefault inner) : ParameterDefault
{
    public override string GetDefaultValue()
    {
        if (configuration[key] is { } known)
            return known;
        var value = inner.GetDefaultValue();
        secrets?.Set(key, value);
        configuration.AddInMemoryCollection([new(key, value)]);
        return value;
    }

    public override void WriteToManifest(ManifestPublishingContext context) => inner.WriteToManifest(context);
}
