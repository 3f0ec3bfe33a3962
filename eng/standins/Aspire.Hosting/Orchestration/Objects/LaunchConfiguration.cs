using Aspire.Hosting.Dcp.Model;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration.Objects;

/// <summary>The arguments and variables an instance starts with, as the control plane takes them.</summary>
internal sealed class LaunchConfiguration(DistributedApplicationExecutionContext execution, ResourceLoggerService loggers, OtlpEndpoint otlp, IHostEnvironment host)
{
    public async Task<(IReadOnlyList<string> Args, IReadOnlyList<EnvVar> Env)> ResolveAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        var resolved = await ResourceConfiguration.ResolveAsync(instance.Resource, execution, loggers.GetLogger(instance.Name), cancellationToken).ConfigureAwait(false);
        instance.Arguments = resolved.Arguments;
        var variables = await otlp.CorrectAsync(instance.Resource, resolved.Environment, cancellationToken).ConfigureAwait(false);
        return (
            [.. resolved.Arguments.Select(a => Templates.Escape(a.Value))],
            [.. variables.Select(v => new EnvVar(v.Key, Templates.Escape(v.Value))), .. HostEnvironment(instance.Resource, variables)]);
    }

    // DCP does not pass the AppHost's own environment name on.
    private IEnumerable<EnvVar> HostEnvironment(IResource resource, IReadOnlyDictionary<string, string> variables) =>
        resource is not ProjectResource || variables.ContainsKey("DOTNET_ENVIRONMENT") || variables.ContainsKey("ASPNETCORE_ENVIRONMENT")
            ? []
            : [new("ASPNETCORE_ENVIRONMENT", host.EnvironmentName), new("DOTNET_ENVIRONMENT", host.EnvironmentName)];
}
