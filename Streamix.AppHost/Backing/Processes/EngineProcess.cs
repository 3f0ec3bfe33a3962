namespace Streamix.AppHost.Backing.Processes;

/// <summary>A backing server run by its script in eng/engines.</summary>
internal abstract class EngineProcess(string name, string scripts, string scheme) : ExecutableResource(name, "bash", scripts), IResourceWithConnectionString
{
    public const string EndpointName = "tcp";

    public string Scheme { get; } = scheme;

    public EndpointReference Endpoint => new(this, EndpointName);

    public abstract ReferenceExpression ConnectionStringExpression { get; }
}
